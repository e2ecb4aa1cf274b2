"""Where each headline lies in the files of DfE's release on EHC plans, and in the older SEN2 file that holds 2018.

Names are in lower case: the release of 2025 mixes cases, that of 2026 does not.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Columns:
    """Where one measure lies in a file. Columns of a list are added up, and those of `less` taken away.

    `published` is the printed percentage; `of` is the file that holds the denominator, where it is another one.
    """

    file: str
    numerator: tuple[str, ...]
    denominator: tuple[str, ...] = ()
    published: str = ""
    less: tuple[str, ...] = ()
    of: str = ""


# The columns that hold a plan's place; their sum leaves out areas that sent totals only, as the published shares do.
PLACES = (
    "mainstream_total",
    "special_total",
    "ap_pru_total",
    "fe_total",
    "ed_elsewhere",
    "nm_early_years",
    "placement_unknown",
)
PERSON_LEVEL_SINCE = "202324"  # from here a national share leaves out areas that could not send records
PLANS = ("ehcplans",)
TIMELINESS, REQUESTS, CASELOAD, REVIEWS = "timeliness_20_week", "requests", "caseload", "annual_reviews"
ASSESSMENTS, CEASED = "assessments", "ceased_plans"

COLUMNS: Mapping[str, Columns] = {
    "requests_received": Columns(REQUESTS, ("requests_received_in_year",)),
    "refused_to_assess": Columns(
        REQUESTS, ("requests_decided_not_to_assess",), ("requests_received_in_year",), "request_not_assess_pc"
    ),
    "decided_in_6_weeks": Columns(
        REQUESTS,
        ("request_outcome_six_weeks",),
        ("request_outcome_six_weeks", "request_outcome_over_6_weeks"),
        "request_outcome_six_weeks_pc",
    ),
    "mediations_per_100_refusals": Columns(
        REQUESTS, ("mediation_related_request",), ("requests_decided_not_to_assess",)
    ),
    "mediations_without_appeal": Columns(
        REQUESTS,
        ("mediation_related_request",),
        ("mediation_related_request",),
        less=("tribunal_after_mediation_request",),
    ),
    "plans_in_20_weeks_excluding_exceptions": Columns(
        TIMELINESS, ("plans_issued_20_weeks_ex",), ("plans_issued_den_ex",), "pc_plans_issued_20_weeks_ex"
    ),
    "plans_in_20_weeks_including_exceptions": Columns(
        TIMELINESS, ("plans_issued_within_20_weeks",), ("plans_issued_den",), "pc_plans_issued_within_20_weeks"
    ),
    "over_52_weeks": Columns(
        TIMELINESS, ("plans_issued_gt_1_year_ex",), ("plans_issued_den_ex",), "pc_plans_issued_gt_1_year_ex"
    ),
    "plans_with_exceptions": Columns(
        TIMELINESS, ("plans_issued_den",), ("plans_issued_den",), less=("plans_issued_den_ex",)
    ),
    "plans_in_force": Columns(CASELOAD, PLANS),
    "placed_in_mainstream": Columns(CASELOAD, ("mainstream_total",), PLANS, "mainstream_total_pc"),
    "placed_in_special": Columns(CASELOAD, ("special_total",), PLANS, "special_total_pc"),
    "placed_in_independent_special": Columns(CASELOAD, ("special_independent", "special_non_maintained"), PLANS),
    "electively_home_educated": Columns(CASELOAD, ("elective_home_education",), PLANS),
    "educated_otherwise_by_council": Columns(CASELOAD, ("other_arrangements_la",), PLANS),
    "not_in_education_school_age": Columns(CASELOAD, ("neet_other_csa",)),
    "plans_neet": Columns(CASELOAD, ("neet",)),
    "personal_budgets": Columns("personal_budgets", ("personal_budget",), PLANS, of=CASELOAD),
    "supported_internships": Columns("work_based_placements", ("open_supp_intern",)),
    "assessments_leading_to_a_plan": Columns(ASSESSMENTS, ("assess_issued",), ("assess_in_year",), "assess_issued_pc"),
    "not_issued_in_16_weeks": Columns(
        ASSESSMENTS,
        ("outcome_decision_within_time",),
        ("outcome_decision_within_time", "outcome_decision_over_time"),
        "outcome_decision_within_time_pc",
    ),
    "review_meetings_held": Columns(REVIEWS, ("total_review_meeting",), ("review_expected",)),
    "reviews_decided_in_4_weeks": Columns(
        REVIEWS,
        ("number_decsion_4weeks",),
        ("number_decsion_4weeks", "number_decision_gt_4weeks"),
        "pc_decsion_4weeks",
    ),
    "ceased_needs_met": Columns(CEASED, ("needs_met",), ("total_ceased",)),
    "ceased_for_work_or_higher_education": Columns(CEASED, ("he", "employ"), ("total_ceased",)),
}
BY_NEED = {"new_plans_by_need": "sen_need_newplans", "plans_in_force_by_need": "sen_needs_all_plans"}
NEEDS = ("asd", "ds", "hi", "mld", "msi", "oth", "pd", "pmld", "semh", "slcn", "sld", "spld", "vi")  # ds since 2026

# The year before the current files begin, from the file that they replaced. It prints no percentage of refusals.
SEN2_YEAR = "2018"
SEN2_COLUMNS: Mapping[str, Columns] = {
    "requests_received": Columns("", ("inreq_ehc",)),
    "refused_to_assess": Columns("", ("ass_refused_ehc",), ("inreq_ehc",)),
    "plans_in_20_weeks_excluding_exceptions": Columns(
        "", ("no_exc_20week_ehc",), ("tot_no_exc_ehc",), "no_exc_20week_rate"
    ),
    "plans_in_20_weeks_including_exceptions": Columns(
        "", ("inc_exc_20week_ehc",), ("tot_inc_exc_ehc",), "inc_exc_20week_rate"
    ),
}

# What tells one file of the release from another, whatever it is called.
SIGNATURES = {
    REQUESTS: {"requests_received_in_year"},
    TIMELINESS: {"plans_issued_den", "plans_issued_den_ex"},
    CASELOAD: {"ehcplans", "mainstream_total"},
    ASSESSMENTS: {"assess_in_year", "assess_issued"},
    REVIEWS: {"review_expected", "total_review_meeting"},
    CEASED: {"needs_met", "total_ceased"},
    "personal_budgets": {"personal_budget", "org_arrangments"},
    "work_based_placements": {"open_supp_intern"},
}
NEED_COLUMNS = {"ehc_plans", "number_asd", "asd_pc"}


def file_of(headings: Collection[str], identifiers: Collection[str] = ()) -> str:
    """Which file of the release has these headings, in lower case; empty where none.

    The two files of needs have the same ones: that of new plans goes by calendar years.
    """
    if NEED_COLUMNS.issubset(headings):
        calendar = any(name.casefold().startswith("calendar") for name in identifiers)
        return BY_NEED["new_plans_by_need" if calendar else "plans_in_force_by_need"]
    return next((file for file, columns in SIGNATURES.items() if columns <= set(headings)), "")
