"""Children with SEND beside the others; a rate turned into children; what is not of one year is not compared."""

import re
from datetime import date

import pytest

from goldenthread.foundation.partnership.models import Role
from tests.factories import people
from tests.measure.indicators.made import HEADLINE, ON, keep, made

pytestmark = pytest.mark.django_db
ABSENCE, OTHERS = "absence_ehc_plan", "absence_no_sen"
SUPPORT = "pupils_on_sen_support"


@pytest.fixture
def area():
    return people.area()


@pytest.fixture
def said(area):
    client = people.signed_in(people.person(Role.ANALYST))

    def of(code):
        answer = client.get(f"/measures/{code}/")
        assert answer.status_code == 200
        text = re.sub(r"<(svg|style|script).*?</\1>", " ", answer.content.decode(), flags=re.DOTALL)
        return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text))

    return of


def years(area, code, *counts, first=2023):
    return [
        made(area, code, date(first + i, 9, 1), top, under, every="academic") for i, (top, under) in enumerate(counts)
    ]


def test_the_gap_is_of_one_period_with_its_interval_and_whether_it_closes(area, said):
    keep(*years(area, ABSENCE, (1600, 10_000), (1400, 10_000)), *years(area, OTHERS, (600, 10_000), (600, 10_000)))

    told = said(ABSENCE)

    assert "8.0 points behind “Absence of pupils without SEN”; between 7.2 and 8.8." in told
    assert "The gap is closing: 2.0 points narrower than in school year 2023/24; between 0.8 and 3.2." in told


def test_terms_are_not_compared_with_years(area, said):
    keep(
        *years(area, ABSENCE, (1600, 10_000)),
        *years(area, OTHERS, (600, 10_000)),
        made(area, ABSENCE, date(2026, 4, 1), 900, 3000, every="term"),
        made(area, OTHERS, date(2026, 4, 1), 300, 3000, every="term"),
    )

    assert "10.0 points behind" in said(ABSENCE)


def test_no_gap_between_figures_of_different_years(area, said):
    keep(*years(area, ABSENCE, (1600, 10_000)), *years(area, OTHERS, (600, 10_000), first=2024))

    assert "There is no figure of “Absence of pupils without SEN” for the same period, so no gap is shown." in said(
        ABSENCE
    )


def test_the_gap_of_published_figures_is_the_areas_and_englands(said):
    told = said("attainment_8_ehc_plan")

    assert re.search(r"Worcestershire: \d+\.\d points lower than “Attainment 8, pupils without SEN”\.", told)
    assert re.search(r"England: \d+\.\d points lower than", told)


def test_places_by_send_have_their_gaps(area, said):
    shares = {"EHC plan": (30, 100), "SEN support": (40, 200), "all SEND": (70, 300), "no SEN": (50, 1000)}
    send_level = next(code for code in ("permanent_exclusions_send", "suspensions_send") if _by_send(code))
    keep(
        *(
            made(area, send_level, date(2025, 9, 1), top, under, every="academic", level="send", place=place)
            for place, (top, under) in shares.items()
        ),
        made(area, send_level, date(2025, 9, 1), 70, 300, every="academic"),
        *years(area, "permanent_exclusions_no_sen", (50, 1000), first=2025),
    )

    assert "25.0 per 100 behind" not in said(send_level)  # its gap is with a measure of its own
    assert "18.3 per 100 behind" in said(send_level)


def _by_send(code):
    from goldenthread.measure.indicators import catalogue
    from goldenthread.measure.indicators.definition import Level

    return Level.SEND in catalogue.definition(code).levels


def test_a_rate_is_turned_into_children(area, said):
    keep(made(area, HEADLINE, date(2024, 1, 1), 335, 926, every="year"))

    assert (
        "Marlshire: 36.2 % against 46.4 % in England is 95 fewer children, between 94 and 95 allowing for rounding."
        in said(HEADLINE)
    )


def test_a_figure_of_another_year_than_englands_is_not_compared(area, said):
    keep(made(area, HEADLINE, date(2025, 1, 1), 400, 1000, every="year"))

    told = said(HEADLINE)

    assert (
        "The published figures are for calendar year 2024, Marlshire’s latest is for 2025: do not compare them." in told
    )
    assert "How many children is that?" not in told


def test_a_figure_of_another_kind_of_period_is_told_apart(area, said):
    keep(made(area, SUPPORT, date(2026, 9, 15), 400, 1000, every="day"))

    assert "and they are not of one kind (theirs is by academic year)" in said(SUPPORT)


def test_england_within_the_interval_is_no_difference(area, said):
    keep(made(area, HEADLINE, date(2024, 1, 1), 46, 100, every="year"))

    assert "own figure cannot be told from England’s, which lies within its interval." in said(HEADLINE)


def test_what_cannot_be_a_share_is_said(area, said):
    impossible = made(area, HEADLINE, date(2026, 9, 1), 12, 10)
    nothing = made(area, HEADLINE, date(2026, 8, 1), 4, 0)
    keep(impossible, nothing, made(area, HEADLINE, date(2026, 7, 1), None, None, status="missing"))

    told = said(HEADLINE)

    assert "September 2026: 12 of 10 cannot be a share, because the part is greater than the whole." in told
    assert "August 2026: 4 of 0. Nothing can be divided by 0, so there is no figure." in told


def test_a_definition_past_its_review_and_one_not_agreed_say_so():
    from dataclasses import replace

    from goldenthread.measure.indicators import catalogue
    from goldenthread.measure.indicators.pages.doubts import doubts

    old = replace(catalogue.definition(HEADLINE), review_by=date(2026, 9, 1), agreed=False)

    found = doubts(old, [], ON)

    assert [each.partition(".")[0] for each in found] == [
        "The definition of this measure has not been agreed here yet",
        "The definition was to be reviewed by 1 September 2026, and that day has passed",
    ]
