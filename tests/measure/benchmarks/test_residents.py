"""How many people live in an area: listed in the package, set in the partnership."""

from datetime import date

import pytest

from goldenthread.foundation.ledger.models import Entry
from goldenthread.foundation.ledger.reads import SYSTEM
from goldenthread.foundation.partnership import reads as partnership
from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.foundation.partnership.writes import set_residents
from goldenthread.measure.benchmarks import reads

ON = date(2027, 7, 1)


@pytest.fixture
def area(db: None) -> LocalArea:
    told = {"ons_code": "E10999999", "name": "Marlshire", "region": "West Midlands", "demonstration": True}
    return LocalArea.objects.get_or_create(code="999", defaults=told)[0]


def test_residents_are_listed_with_their_source() -> None:
    found = reads.residents("885")

    assert found is not None
    assert (found.people, found.ages) == (165_945, "0 to 25")
    assert "the year of the estimate is not stated" in found.source


def test_a_number_given_to_two_areas_is_neithers() -> None:
    """The list has the whole of Cumbria's for both of its halves."""
    assert (reads.residents("942"), reads.residents("943"), reads.residents(reads.ENGLAND)) == (None, None, None)


def test_all_other_areas_have_theirs() -> None:
    assert [place.name for place in reads.areas_in(reads.ENGLAND) if reads.residents(place.code) is None] == [
        "Cumberland", "Westmorland and Furness",
    ]  # fmt: skip


def test_setting_residents_twice_leaves_one_line(area: LocalArea) -> None:
    told = {"area": area, "year": 2023, "ages": "0 to 25", "people": 190_000, "source": "A list"}

    changed = [set_residents(**told, by=SYSTEM, on=ON)[1] for _ in range(2)]

    assert changed == [True, False]
    assert partnership.residents(area, ON) == [{"year": 2023, "ages": "0 to 25", "people": 190_000}]
    assert [entry.detail for entry in Entry.objects.filter(area="999")] == [
        {"year": 2023, "ages": "0 to 25", "people": 190_000}
    ]


def test_a_corrected_number_says_what_it_was(area: LocalArea) -> None:
    for people in (190_000, 191_000):
        set_residents(area=area, year=2023, ages="0 to 25", people=people, source="A list", by=SYSTEM, on=ON)

    assert [row["people"] for row in partnership.residents(area, ON)] == [191_000]
    assert Entry.objects.filter(area="999").last().detail["before"] == 190_000
