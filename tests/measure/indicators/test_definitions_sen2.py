"""What the measures of requests, disagreements, complaints and answers count, on a few rows with known answers."""

from datetime import date, timedelta

import pytest

from goldenthread.measure.indicators import catalogue
from goldenthread.measure.indicators.definition import Supply
from tests.measure.indicators.rows import RECEIVED, counted, each, figures

NO = {"decision": "N"}


def after(days):
    return RECEIVED + timedelta(days=days)


def issued(days, **more):
    return {"decision": "Y", "outcome": "Y", "outcome_on": after(days), "issued_on": after(days)} | more


# ---------------------------------------------------------------- requests and new plans


def test_a_year_of_waiting_is_364_days():
    assert each("plans_after_52_weeks", "cases", issued(364), issued(365)) == [(0, 1), (1, 1)]


@pytest.mark.parametrize("code", ["plans_after_52_weeks", "plans_in_20_weeks_excluding_exceptions"])
def test_waits_are_of_own_new_plans_without_exception(code):
    left_out = ({"exceptions": True}, {"transferred_in": True}, {"ended_before": True}, {"issued_on": None})

    assert each(code, "cases", *(issued(400, **one) for one in left_out)) == [(0, 0)] * 4


def test_20_weeks_are_140_days():
    for code in ("plans_in_20_weeks_excluding_exceptions", "plans_in_20_weeks_including_exceptions"):
        assert each(code, "cases", issued(140), issued(141)) == [(1, 1), (0, 1)]


def test_exceptions_are_counted_among_all_new_plans():
    rows = (issued(100), issued(150, exceptions=True), issued(150, exceptions=True, transferred_in=True))

    assert counted("plans_with_exceptions", cases=rows) == (1, 2)


def test_a_refusal_to_issue_is_in_time_until_day_112():
    found = each(
        "refusals_to_issue_in_16_weeks",
        "cases",
        {"outcome": "N", "outcome_on": after(112)},
        {"outcome": "N", "outcome_on": after(113)},
        issued(90),
    )

    assert found == [(1, 1), (0, 1), (0, 0)]


def test_an_assessment_withdrawn_led_to_no_plan():
    found = each(
        "assessments_leading_to_a_plan",
        "cases",
        issued(140),
        {"outcome": "N", "outcome_on": after(80)},
        {"outcome": "W", "outcome_on": after(80)},
        {"decision": "Y"},
        issued(140, transferred_in=True),
    )

    assert found == [(1, 1), (0, 1), (0, 1), (0, 0), (0, 0)]


def test_requests_are_divided_by_the_residents_of_their_year():
    people = [{"year": year, "ages": "0 to 25", "people": 4000 + year} for year in (2023, 2026)]

    found = figures("requests_per_1000", cases=[{}, {}, {"decided_before": True}], residents=people)

    year = next(one for one in found if one.period.start.year == 2025)
    assert (year.numerator, year.denominator, year.value) == (2, 6023, pytest.approx(2000 / 6023))


def test_without_an_estimate_of_residents_there_is_a_count_and_no_rate():
    today = figures("plans_per_1000", plans=[{}])[-1]

    assert (today.numerator, today.denominator, today.value) == (1, None, None)


# ---------------------------------------------------------------- disagreement and complaints


def test_refusals_fought_are_shares_of_refusals():
    both = {"refusal_mediated": True, "refusal_appealed": True}
    rows = (NO, NO | {"refusal_mediated": True}, NO | both, {"decision": "Y"} | both, {"decision": "W"})

    assert counted("refusals_mediated", cases=rows) == (2, 3)
    assert counted("refusals_appealed", cases=rows) == (1, 3)
    assert counted("mediations_without_appeal", cases=rows) == (1, 2)


@pytest.mark.parametrize(
    ("code", "days"), [("refusals_mediated", 134), ("refusals_appealed", 182), ("mediations_without_appeal", 182)]
)
def test_months_are_counted_once_there_was_time(code, days):
    row = NO | {"refusal_mediated": True, "received_on": date(2025, 1, 10)}
    ripe = date(2025, 1, 31) + timedelta(days=days)

    assert counted(code, ripe, cases=[row])[1] == 1
    assert counted(code, ripe - timedelta(days=1), cases=[row])[1] == 0


def test_a_complaint_not_answered_is_not_answered_in_time():
    first = {"received_on": RECEIVED, "stage": 1}
    young = {"received_on": date(2026, 10, 1), "responded_on": date(2026, 10, 2)}

    found = each(
        "stage_1_complaints_in_time",
        "complaints",
        first | {"responded_on": after(28)},
        first | {"responded_on": after(29)},
        first,
        first | {"stage": 2},
        first | {"stage": None},
        first | young,
    )

    assert found == [(1, 1), (0, 1), (0, 1), (0, 0), (0, 0), (0, 0)]


# ---------------------------------------------------------------- answers


def test_children_are_asked_themselves():
    answer = {"answered_on": RECEIVED, "question": "child_listened_to"}
    others = ({"answer": 3}, {"answer": None}, {"answer": 5, "question": "listened_to"})

    found = each("children_listened_to", "survey", answer | {"answer": 4}, *(answer | one for one in others))

    assert found == [(1, 1), (0, 1), (0, 0), (0, 0)]


# ---------------------------------------------------------------- the catalogue

OURS = (
    *(f"ID{number:02}" for number in (4, 5, 6, 7, 8, 9, 10, *range(12, 24), 25)),
    *("DR06", "DR07", "DR09", "DR11", "DR12", "DR15", "AT17", "AT18", "AT19", "PA06", "PA07", "PA08", "FI03"),
)


def test_every_row_that_these_sources_answer_has_a_definition():
    named = {row for one in catalogue.all_definitions() for row in one.catalogue}

    assert set(OURS) - named == set()


@pytest.mark.parametrize(
    ("code", "supply"), [("amended_plans_in_12_weeks", Supply.PARTNER), ("supported_internships", Supply.PUBLISHED)]
)
def test_what_cannot_be_counted_says_what_is_needed(code, supply):
    found = catalogue.definition(code)

    assert (found.supply, bool(found.needs)) == (supply, True)
