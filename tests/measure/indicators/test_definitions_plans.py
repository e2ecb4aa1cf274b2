"""What the measures of plans in force and of reviews count, on a few rows with known answers."""

from datetime import date, timedelta

import pytest

from tests.measure.indicators.rows import AS_AT, counted, each, figures

AT_A_KNOWN_SCHOOL = {"placed": "ap", "urn": "2"}
SHARES = ("placed_in_mainstream", "placed_in_units", "placed_in_special", "placed_in_independent_special")

# ---------------------------------------------------------------- where children learn


@pytest.mark.parametrize(
    ("code", "counts"),
    [
        ("placed_in_mainstream", (1, 1, 1, 1, 0, 0, 0, 0, 0, 0)),
        ("placed_in_units", (0, 1, 1, 0, 0, 0, 0, 0, 0, 0)),
        ("placed_in_special", (0, 0, 0, 0, 1, 1, 1, 0, 0, 0)),
        ("placed_in_independent_special", (0, 0, 0, 0, 0, 0, 1, 0, 0, 0)),
    ],
)
def test_each_placement_is_counted_in_its_own_shares(code, counts):
    places = (
        {"placed": "mainstream", "urn": "1"},
        {"placed": "mainstream", "urn": "1", "unit": "unit"},
        {"placed": "mainstream", "urn": "1", "unit": "resourced"},
        {"placed": "independent", "urn": "1"},
        {"placed": "special", "urn": "1"},
        {"placed": "special", "urn": "1", "unit": "unit"},
        {"placed": "independent_special", "urn": "1"},
        {"placed": "special_post16", "urn": "1"},
        {"placed": "NEET"},
        {},
    )

    both = [{"area": f"{number:03}"} | one for number, place in enumerate(places) for one in (place, AT_A_KNOWN_SCHOOL)]

    assert each(code, "plans", *both)[: len(places)] == [(n, 2) for n in counts]


@pytest.mark.parametrize("code", SHARES)
def test_a_school_that_the_register_does_not_have_is_of_no_kind(code):
    assert counted(code, plans=[{"urn": "9"}, AT_A_KNOWN_SCHOOL]) == (0, 1)


@pytest.mark.parametrize("code", SHARES)
def test_where_the_register_has_no_school_at_all_there_is_nothing_to_share(code):
    assert counted(code, plans=[{"urn": "9"}, {"placed": "NEET"}, {"area": "885"} | AT_A_KNOWN_SCHOOL]) == (0, 0)


@pytest.mark.parametrize(
    ("code", "column", "value"),
    [
        ("home_educated_with_plan", "placed", "EHE"),
        ("educated_otherwise", "placed", "OLA"),
        ("plans_for_autism", "need", "ASD"),
    ],
)
def test_some_are_counted_among_all_plans_in_force(code, column, value):
    rows = ({column: value}, {column: "OTH"}, {}, {column: value, "ceased_on": AS_AT})

    assert counted(code, plans=rows) == (1, 3)


def test_only_a_special_school_known_to_stand_elsewhere_is_out_of_area():
    special = {"placed": "special"}

    found = each(
        "special_placements_out_of_area",
        "plans",
        special | {"home_area": False},
        special | {"home_area": True},
        special,
        {"placed": "independent_special", "home_area": False},
        {"placed": "mainstream", "home_area": False},
    )

    assert found == [(1, 1), (0, 1), (0, 0), (1, 1), (0, 0)]


def test_ages_are_those_of_the_last_31_august():
    born = [(2000, 8), (2000, 9), (2010, 8), (2010, 9), (2021, 8), (2021, 9)]
    rows = [{"born_month": date(year, month, 1)} for year, month in born] + [{}]

    assert [n for _, n in each("plan_without_education", "plans", *rows)] == [0, 0, 0, 1, 1, 0, 0]
    assert [n for _, n in each("neet_with_plan", "plans", *rows)] == [0, 1, 1, 0, 0, 0, 0]


@pytest.mark.parametrize(("day", "young"), [(date(2026, 8, 31), 0), (date(2026, 9, 1), 1)])
def test_all_are_a_year_older_from_september(day, young):
    row = {"born_month": date(2010, 8, 1), "placed": "NEET"}

    assert counted("neet_with_plan", day, plans=[row]) == (young, young)


def test_no_education_is_what_the_return_calls_so():
    rows = [{"born_month": date(2015, 5, 1), "placed": one} for one in ("NIEO", "NIEC", "OTH", "EHE", None)]

    assert [n for n, _ in each("plan_without_education", "plans", *rows)] == [1, 1, 0, 0, 0]


def test_nobody_knows_where_a_young_person_without_school_or_setting_is():
    young = {"born_month": date(2008, 5, 1)}

    found = each("young_people_not_placed", "plans", young, young | {"urn": "9"}, young | {"placed": "NEET"})

    assert found == [(1, 1), (0, 1), (0, 1)]


# ---------------------------------------------------------------- what they hold, and how they end


def test_a_plan_of_which_nobody_said_whether_it_has_a_budget_is_left_out():
    rows = [{"personal_budget": said} for said in (True, False, None)]

    assert each("personal_budgets", "plans", *rows) == [(1, 1), (0, 1), (0, 0)]


def test_needs_are_shares_of_the_plans_with_a_known_need():
    found = figures("plans_in_force_by_need", plans=[{"need": "ASD"}, {"need": "ASD"}, {"need": "MLD"}, {}])

    assert {(one.place, one.numerator, one.denominator) for one in found} == {("ASD", 2, 3), ("MLD", 1, 3)}


def test_endings_are_shares_of_all_plans_ended():
    ended = [{"ceased_on": date(2026, 7, 31), "cease_reason": reason} for reason in ("2", "3", "4", "5", None)]

    assert counted("ceased_needs_met", plans=[*ended, {}]) == (1, 5)
    assert counted("ceased_for_work_or_university", plans=[*ended, {}]) == (2, 5)


def test_a_move_is_in_time_on_its_day():
    due = {"transfer_due_on": date(2026, 2, 15)}

    found = each(
        "phase_transfers_in_time",
        "plans",
        due | {"transfer_final_on": date(2026, 2, 15)},
        due | {"transfer_final_on": date(2026, 2, 16)},
        due,
        due | {"ceased_on": date(2026, 2, 15)},
        due | {"ceased_on": date(2026, 2, 16)},
        {"transfer_due_on": date(2027, 2, 15)},
    )

    assert found == [(1, 1), (0, 1), (0, 1), (0, 0), (0, 1), (0, 0)]


# ---------------------------------------------------------------- reviews


@pytest.mark.parametrize(
    ("as_at", "newest"),
    [
        (date(2026, 10, 31), date(2025, 11, 1)),
        (date(2024, 2, 28), date(2023, 2, 28)),
        (date(2024, 2, 29), date(2023, 3, 1)),
        (date(2025, 2, 28), date(2024, 3, 1)),
    ],
)
def test_a_review_is_expected_of_a_plan_a_whole_year_old(as_at, newest):
    rows = [{"issued_on": newest}, {"issued_on": newest + timedelta(days=1)}]

    assert counted("reviews_held_in_12_months", as_at, plans=rows) == (0, 1)
    assert counted("review_meetings_recorded", as_at, plans=rows) == (0, 1)


@pytest.mark.parametrize(("meeting_on", "held"), [(date(2025, 10, 31), 0), (date(2025, 11, 1), 1), (AS_AT, 1)])
def test_an_old_meeting_is_on_record_and_not_of_this_year(meeting_on, held):
    meetings = [{"meeting_on": date(2025, 3, 3)}, {"meeting_on": meeting_on}]

    assert counted("reviews_held_in_12_months", plans=[{}, {}], reviews=meetings) == (held, 2)
    assert counted("review_meetings_recorded", plans=[{}, {}], reviews=meetings) == (1, 2)


def test_a_plan_of_the_same_pseudonym_in_another_area_is_another():
    assert counted("review_meetings_recorded", plans=[{}], reviews=[{"area": "885"}]) == (0, 1)


def test_changes_are_proposed_within_28_days_of_the_meeting():
    amend = {"decision": "A", "decided_on": date(2026, 3, 20)}

    found = each(
        "amendments_proposed_in_4_weeks",
        "reviews",
        amend | {"draft_on": date(2026, 3, 30)},
        amend | {"draft_on": date(2026, 3, 31)},
        amend,
        amend | {"decision": "M"},
    )

    assert found == [(1, 1), (0, 1), (0, 1), (0, 0)]


def test_changes_are_judged_of_meetings_that_the_return_asked_about_and_that_are_four_weeks_past():
    soon = {"draft_on": date(2025, 1, 10), "decided_on": date(2025, 1, 10)}

    found = each(
        "amendments_proposed_in_4_weeks",
        "reviews",
        {"decision": "A", "meeting_on": date(2024, 12, 31)} | soon,
        {"decision": "A", "meeting_on": date(2025, 1, 1)} | soon,
        {"decision": "A", "meeting_on": date(2026, 10, 2), "decided_on": date(2026, 10, 20)},
        {"decision": "A", "meeting_on": date(2026, 10, 3), "decided_on": date(2026, 10, 20)},
    )

    assert found == [(0, 0), (1, 1), (0, 1), (0, 0)]
