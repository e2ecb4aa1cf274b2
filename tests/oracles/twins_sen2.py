"""Slow twins of what the return and the casework record tell of plans and reviews: row by row, from the words."""

from collections import defaultdict
from datetime import date, timedelta

from tests.oracles.row_by_row import (
    BY_AGE,
    BY_NEED_AND_AGE,
    DAY,
    WHERE_TAUGHT,
    age,
    everyone,
    for_each_resident,
    happened,
    in_force,
)

# ---------------------------------------------------------------- new plans, and how they came


def own_new_plan(row):
    return not row["ended_before"] and not row["transferred_in"] and row["issued_on"] is not None


def without_exception(row):
    return own_new_plan(row) and not row["exceptions"]


def waited(row):
    return (row["issued_on"] - row["received_on"]).days


def new_plans(cohort, met):
    levels = (*BY_NEED_AND_AGE, "placement")
    return lambda tables, since, as_at: happened(tables["cases"], "issued_on", levels, since, as_at, cohort, met)


def refusals_to_issue_in_16_weeks(tables, since, as_at):
    def in_time(row):
        return row["outcome_on"] <= row["received_on"] + timedelta(weeks=16)

    return happened(
        tables["cases"], "outcome_on", BY_AGE, since, as_at, lambda row: row["outcome"] == "N", in_time
    )  # fmt: skip


def assessments_leading_to_a_plan(tables, since, as_at):
    def ended(row):
        return row["outcome"] in ("Y", "N", "W") and not row["transferred_in"]

    return happened(tables["cases"], "outcome_on", BY_AGE, since, as_at, ended, lambda row: row["outcome"] == "Y")


def requests_per_1000(tables, since, as_at):
    figures = happened(
        tables["cases"], "received_on", ("area",), since, as_at, lambda row: not row["decided_before"], kinds=("year",)
    )
    return for_each_resident(figures, tables, "0 to 25")


def plans_per_1000(tables, since, as_at):
    figures = in_force(tables["plans"], ("area",), since, as_at, everyone, kinds=("month", "day"))
    return for_each_resident(figures, tables, "0 to 25")


# ---------------------------------------------------------------- plans in force


def plans_in_force(tables, since, as_at):
    levels = (*BY_NEED_AND_AGE, *WHERE_TAUGHT)
    return in_force(tables["plans"], levels, since, as_at, everyone, kinds=("month", "day"))


def kind_not_known(row):
    """At a school, and the register does not have it."""
    return row["urn"] is not None and row["placed"] is None


def of_plans(met, cohort=everyone, levels=BY_NEED_AND_AGE, share=False):
    return lambda tables, since, as_at: in_force(tables["plans"], levels, since, as_at, cohort, met, share=share)


def placed(*kinds, unit=False):
    def here(row):
        return row["placed"] in kinds and (not unit or row["unit"] is not None)

    def counted(tables, since, as_at):
        registered = any(row["urn"] is not None and row["placed"] is not None for row in tables["plans"])

        def known(row):
            return registered and not kind_not_known(row)

        return in_force(tables["plans"], BY_NEED_AND_AGE, since, as_at, known, here)

    return counted


def of_ages(youngest, oldest, met):
    def counted(tables, since, as_at):
        def of_them(row):
            return row["born_month"] is not None and youngest <= age(row["born_month"], as_at) <= oldest

        return in_force(tables["plans"], BY_NEED_AND_AGE, since, as_at, of_them, met)

    return counted


def out_of_area(row):
    return row["home_area"] is False


def at_a_special_school(row):
    return row["placed"] in ("special", "independent_special") and row["home_area"] is not None


# ---------------------------------------------------------------- reviews, moves and endings


def last_day_of_a_year_from(start):
    """Twelve months that begin on a day end on the day before its like a year later; where there is none, with the
    month."""
    if (start.month, start.day) == (2, 29):
        return date(start.year + 1, 2, 28)
    return date(start.year + 1, start.month, start.day) - DAY


def reviewed(held, levels):
    def counted(tables, since, as_at):
        meetings = defaultdict(list)
        for review in tables["reviews"]:
            meetings[review["area"], review["plan"]].append(review["meeting_on"])

        def old_enough(row):
            return last_day_of_a_year_from(row["issued_on"]) <= as_at

        def met(row):
            return any(held(day, as_at) for day in meetings[row["area"], row["plan"]])

        return in_force(tables["plans"], levels, since, as_at, old_enough, met)

    return counted


def in_the_last_year(day, as_at):
    """The year that began with the meeting is not over before the day."""
    return day <= as_at <= last_day_of_a_year_from(day)


def reviews_decided_in_4_weeks(tables, since, as_at):
    def in_time(row):
        return row["decided_on"] - row["meeting_on"] <= timedelta(weeks=4)

    levels = (*BY_NEED_AND_AGE, "placement")
    return happened(tables["reviews"], "decided_on", levels, since, as_at, everyone, in_time)


def amendments_proposed_in_4_weeks(tables, since, as_at):
    def counted(row):
        over = row["meeting_on"] + timedelta(weeks=4) < as_at
        return row["decision"] == "A" and row["meeting_on"].year >= 2025 and (row["draft_on"] is not None or over)

    def in_time(row):
        return row["draft_on"] is not None and row["draft_on"] <= row["meeting_on"] + timedelta(weeks=4)

    levels = (*BY_NEED_AND_AGE, "placement")
    return happened(tables["reviews"], "decided_on", levels, since, as_at, counted, in_time)


def phase_transfers_in_time(tables, since, as_at):
    def still_held(row):
        return row["ceased_on"] is None or row["ceased_on"] > row["transfer_due_on"]

    def in_time(row):
        return row["transfer_final_on"] is not None and row["transfer_final_on"] <= row["transfer_due_on"]

    levels = (*BY_NEED_AND_AGE, "placement")
    return happened(
        tables["plans"], "transfer_due_on", levels, since, as_at, still_held, in_time, kinds=("academic",)
    )  # fmt: skip


def ceased_because(*reasons):
    def counted(tables, since, as_at):
        return happened(
            tables["plans"], "ceased_on", BY_AGE, since, as_at, everyone, lambda row: row["cease_reason"] in reasons
        )

    return counted


MAINSTREAM = ("mainstream", "independent")
TWINS = {
    "plans_in_20_weeks_excluding_exceptions": new_plans(without_exception, lambda row: waited(row) <= 140),
    "plans_in_20_weeks_including_exceptions": new_plans(own_new_plan, lambda row: waited(row) <= 140),
    "plans_after_52_weeks": new_plans(without_exception, lambda row: waited(row) > 364),
    "plans_with_exceptions": new_plans(own_new_plan, lambda row: row["exceptions"]),
    "refusals_to_issue_in_16_weeks": refusals_to_issue_in_16_weeks,
    "assessments_leading_to_a_plan": assessments_leading_to_a_plan,
    "requests_per_1000": requests_per_1000,
    "plans_per_1000": plans_per_1000,
    "plans_in_force": plans_in_force,
    "plans_in_force_by_need": of_plans(None, lambda row: row["need"] is not None, ("need",), share=True),
    "plans_for_autism": of_plans(
        lambda row: row["need"] == "ASD", levels=("area", "age_band", "placement", "district")
    ),
    "placed_in_mainstream": placed(*MAINSTREAM),
    "placed_in_units": placed(*MAINSTREAM, unit=True),
    "placed_in_special": placed("special", "independent_special"),
    "placed_in_independent_special": placed("independent_special"),
    "special_placements_out_of_area": of_plans(out_of_area, at_a_special_school, (*BY_NEED_AND_AGE, "placement")),
    "plan_without_education": of_ages(5, 15, lambda row: row["placed"] in ("NIEO", "NIEC")),
    "home_educated_with_plan": of_plans(lambda row: row["placed"] == "EHE"),
    "educated_otherwise": of_plans(lambda row: row["placed"] == "OLA"),
    "neet_with_plan": of_ages(16, 25, lambda row: row["placed"] == "NEET"),
    "young_people_not_placed": of_ages(16, 25, lambda row: row["placed"] is None and row["urn"] is None),
    "personal_budgets": of_plans(
        lambda row: row["personal_budget"],
        lambda row: row["personal_budget"] is not None,
        (*BY_NEED_AND_AGE, "placement"),
    ),
    "review_meetings_recorded": reviewed(lambda _day, _as_at: True, (*BY_NEED_AND_AGE, "placement")),
    "reviews_held_in_12_months": reviewed(in_the_last_year, (*BY_NEED_AND_AGE, *WHERE_TAUGHT)),
    "reviews_decided_in_4_weeks": reviews_decided_in_4_weeks,
    "amendments_proposed_in_4_weeks": amendments_proposed_in_4_weeks,
    "phase_transfers_in_time": phase_transfers_in_time,
    "ceased_needs_met": ceased_because("2"),
    "ceased_for_work_or_university": ceased_because("3", "4"),
}
