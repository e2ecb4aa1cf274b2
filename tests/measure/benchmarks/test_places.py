"""Which area a row is of, and how areas have changed."""

from datetime import date

import pytest

from goldenthread.measure.benchmarks import reads
from goldenthread.measure.benchmarks.changes import areas_on, changes
from goldenthread.measure.benchmarks.places import Found, Place, find


@pytest.mark.parametrize(
    ("place", "code"),
    [
        (Place("Local authority", number="885"), "885"),
        (Place("Local authority", number="885.0"), "885"),
        (Place("Local authority", ons="E10000034"), "885"),
        (Place("Local authority", name="County Durham"), "840"),
        (Place("Local authority", name="Bristol City of"), "801"),
        (Place("Local authority", name="Telford & Wrekin"), "894"),
        (Place("Local authority", name="St Helens"), "342"),
        (Place("Local authority", ons="E08000020"), "390"),
        (Place("Local authority", ons="E06000066"), "933"),
        (Place("Regional", region_name="West Midlands"), "E12000005"),
        (Place("Regional", region_code="E12000009"), "E12000009"),
        (Place("National"), "E92000001"),
        (Place(name="England"), "E92000001"),
        (Place("ICB", name="Devon"), "ICB: Devon"),
    ],
)
def test_a_place_is_known_by_number_code_or_name(place: Place, code: str) -> None:
    assert find(place).code == code


def test_the_city_of_london_is_not_london() -> None:
    assert (find(Place("Local authority", name="City of London")).code, find(Place(name="London")).code) == ("201", "")


def test_an_unknown_area_is_named_in_the_reason() -> None:
    found = find(Place("Local authority", "123", "E99999999", "Nowhere"))

    assert found == Found("", "no area of England is known by: 123, E99999999, Nowhere")


def test_a_row_under_a_replaced_code_says_which() -> None:
    old, new = find(Place("Local authority", ons="E08000020")), find(Place("Local authority", ons="E08000037"))

    assert (old.code, new.code, new.note) == ("390", "390", "")
    assert old.note == "Gateshead: E08000020 until 1 April 2013, since then E08000037."


def test_a_former_area_stays_itself_and_says_what_became_of_it() -> None:
    found = find(Place("Local authority", number="928", name="Northamptonshire"))

    assert found.code == "928"
    assert found.note == (
        "Northamptonshire (928) became North Northamptonshire (940), or a part of it, on 1 April 2021. "
        "Northamptonshire (928) became West Northamptonshire (941), or a part of it, on 1 April 2021."
    )


def test_successors_and_predecessors_answer_each_other() -> None:
    assert [change.new_code for change in reads.successors("909")] == ["942", "943"]
    assert [change.old_code for change in reads.predecessors("839")] == ["836", "837", "835"]
    assert reads.successors("885") == reads.predecessors("885") == ()


def test_every_change_leads_to_an_area_that_is_known_or_has_changed_since() -> None:
    assert [change for change in changes() if reads.area(change.new_code).kind not in ("area", "former area")] == []


@pytest.mark.parametrize(
    ("day", "areas"),
    [(date(2018, 9, 1), 152), (date(2019, 9, 30), 151), (date(2021, 9, 1), 152), (date(2026, 10, 31), 153)],
)
def test_how_many_areas_there_were(day: date, areas: int) -> None:
    assert areas_on(day, 153) == areas
