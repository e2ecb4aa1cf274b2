"""A hidden number is looked for wherever it could come out: page, table, chart, CSV and workbook."""

import io
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import load_workbook

from goldenthread.foundation.partnership.models import Role
from goldenthread.measure.indicators.figures import shown
from tests.factories import people
from tests.measure.indicators.made import ON, keep, made, months

PLACED, OPEN, PLANS, EXPERIENCE = "placed_in_special", "open_cases", "plans_in_force", "parents_rating_experience_good"
HEADLINE, MISSING = "plans_in_20_weeks_excluding_exceptions", "children_missing_education_send"


def by_need(area, **counted):
    return [made(area, PLACED, ON, n, d, every="day", level="need", place=need) for need, (n, d) in counted.items()]


@pytest.fixture
def area(db):
    """One need of which 3 of 4,711 are in special schools; one month in which 2 of 5,813 plans came in time."""
    home = people.area()
    keep(
        made(home, PLACED, ON, 1003, 9711, every="day"),
        *by_need(home, ASD=(400, 1000), MLD=(400, 2000), SLD=(200, 2000), HI=(3, 4711)),
        *(made(home, HEADLINE, month, 40, 100) for month in months(12)[:-1]),
        made(home, HEADLINE, date(2026, 10, 1), 2, 5813),
        made(home, HEADLINE, date(2026, 1, 1), 362, 6713, every="year"),
    )
    return home


SECRETS = {PLACED: ("4711", "4,711"), HEADLINE: ("5813", "Oct 2026: 0.0 %")}


def everything(client, code):
    """All that a viewer can get of a measure, as text."""
    page = client.get(f"/measures/{code}/").content.decode()
    table = client.get(f"/measures/{code}/figures.csv").content.decode()
    book = load_workbook(io.BytesIO(client.get(f"/measures/{code}/figures.xlsx").content))
    return page + table + str([book.get_sheet_by_name(name).to_python() for name in book.sheet_names])


@pytest.mark.parametrize("code", SECRETS)
@pytest.mark.parametrize("role", [Role.SCRUTINY_MEMBER, Role.BOARD_MEMBER, Role.PARENT_FORUM])
def test_members_and_parents_cannot_find_a_small_number(role, code, area):
    told = everything(people.signed_in(people.person(role)), code)

    assert [secret for secret in SECRETS[code] if secret in told] == []
    assert "uppressed" in told


@pytest.mark.parametrize("code", SECRETS)
def test_an_analyst_sees_it_everywhere(code, area):
    told = everything(people.signed_in(people.person(Role.ANALYST)), code)

    assert [secret for secret in SECRETS[code] if secret not in told] == []


def test_the_list_of_measures_and_both_sides_hide_it_too(area):
    keep(made(area, OPEN, date(2026, 10, 1), 3, None, level="wait", place="over 52 weeks"))
    keep(made(area, "open_past_20_weeks", date(2026, 10, 1), 3, 7417))
    client = people.signed_in(people.person(Role.SCRUTINY_MEMBER))

    told = client.get("/measures/").content.decode() + client.get("/measures/both-sides/").content.decode()

    assert [secret for secret in ("7,417", "5,813") if secret in told] == []
    assert "hidden because it is small" in told


def hidden(figures):
    return {figure.place for figure in figures if figure.hidden}


def test_one_need_is_never_hidden_alone(area):
    found = shown(by_need(area, ASD=(400, 1000), MLD=(400, 2000), HI=(3, 4711)), small_numbers=False)

    assert hidden(found) == {"HI", "ASD"}


def test_a_hidden_figure_holds_no_number(area):
    (found,) = shown(by_need(area, HI=(3, 4711)), small_numbers=False)

    assert (found.numerator, found.denominator, found.value, found.lower, found.upper, found.detail) == (None,) * 6
    assert found.status == "suppressed"


def test_a_month_cannot_be_taken_from_its_year(area):
    counts = [(3, 50), *[(20, 50)] * 11]
    year = [made(area, HEADLINE, date(2025, m, 1), *counted) for m, counted in enumerate(counts, start=1)]
    total = made(area, HEADLINE, date(2025, 1, 1), 223, 600, every="year")

    found = shown([*year, total], small_numbers=False)

    assert sum(bool(figure.hidden) for figure in found[:12]) == 2
    assert not found[12].hidden


def test_waits_cannot_be_taken_from_the_number_past_20_weeks(area):
    bands = {"0 to 6 weeks": 90, "6 to 16 weeks": 80, "16 to 20 weeks": 7, "20 to 52 weeks": 60, "over 52 weeks": 2}
    counted = [made(area, OPEN, date(2026, 10, 1), n, None, level="wait", place=band) for band, n in bands.items()]

    assert hidden(shown(counted, small_numbers=False)) == {"over 52 weeks", "20 to 52 weeks"}


def test_schools_have_the_rule_of_schools(area):
    counts = {"100001": 9, "100002": 400, "100003": 500}
    counted = [made(area, PLANS, ON, n, None, every="day", level="establishment", place=u) for u, n in counts.items()]

    assert hidden(shown(counted, small_numbers=False)) == {"100001", "100002"}


def test_nought_may_be_shown(area):
    (found,) = shown([made(area, PLANS, ON, 0, None, every="day")], small_numbers=False)

    assert (found.value, found.hidden) == (0, "")


def test_what_the_sender_hid_is_hidden_from_everybody(area):
    (found,) = shown(
        [made(area, MISSING, date(2026, 9, 1), None, None, status="suppressed")], small_numbers=True
    )  # fmt: skip

    assert (found.hidden, found.value) == ("by those who sent it", None)


def test_sensitive_counts_are_rounded_to_5(area):
    (found,) = shown([made(area, MISSING, date(2026, 9, 1), 43, None)], small_numbers=False)

    assert (found.numerator, found.value) == (45, 45)


@settings(max_examples=60, deadline=None)
@given(counts=st.lists(st.integers(0, 30), min_size=1, max_size=8))
def test_no_small_count_can_be_had_by_taking_the_shown_from_the_total(counts):
    from goldenthread.foundation.partnership.models import LocalArea

    home = LocalArea(code="999")
    needs = [made(home, PLANS, ON, n, None, every="day", level="need", place=str(i)) for i, n in enumerate(counts)]
    whole = made(home, PLANS, ON, sum(counts), None, every="day")

    *found, _ = shown([*needs, whole], small_numbers=False)

    kept_back = [n for n, figure in zip(counts, found, strict=True) if figure.hidden]
    assert {n for n in counts if 1 <= n < 5} <= set(kept_back)
    assert len(kept_back) != 1 or len(counts) == 1
