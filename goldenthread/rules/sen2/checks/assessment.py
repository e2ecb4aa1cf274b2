"""The assessment and the plan that it led to."""

from goldenthread.rules.sen2.case import Case
from goldenthread.rules.sen2.checks.registry import check
from goldenthread.rules.sen2.persons import Row


@check(
    "V04",
    "A plan is said to be issued, but there is no named plan",
    table="assessment",
    fields=("assessmentoutcome", "assessmentoutcomedate"),
    do="Add the plan with its start date. If it is agreed and not yet issued, leave the outcome's date empty.",
    by_codes=True,
)
def issued_without_plan(row: Row, _: Case) -> bool:
    return row["assessmentoutcome"] == "Y" and "namedplan" not in row


@check(
    "V04",
    "There is a named plan, but the assessment's outcome is not a plan",
    table="assessment",
    fields=("assessmentoutcome",),
    do="Correct the outcome of the assessment, or take the plan out.",
    by_codes=True,
)
def plan_without_issue(row: Row, _: Case) -> bool:
    if row["assessmentoutcome"] not in ("N", "A", "W") or "namedplan" not in row:
        return False
    # A refusal that was overturned keeps its outcome, N, and has its plan (DfE guide).
    return not any(row.get(flag) == "1" for flag in _OVERTURNED)


_OVERTURNED = ("assessmentmediation", "assessmenttribunal", "othermediation", "othertribunal")


@check(
    "V05",
    "The assessment is decided, but the date of its outcome is missing",
    table="assessment",
    fields=("assessmentoutcome", "assessmentoutcomedate"),
    always=True,
    unless=("assessmentoutcomedate",),
    do="Give the date of the plan, or of the letter that there will be none.",
    by_codes=True,
)
def concluded_without_date(row: Row, _: Case) -> bool:
    outcome = row.get("assessmentoutcome")
    return outcome == "N" or (outcome == "Y" and "namedplan" in row)


@check(
    "V05",
    "The assessment awaits its outcome, but the outcome has a date",
    table="assessment",
    fields=("assessmentoutcomedate", "assessmentoutcome"),
    do="Correct the outcome, or take the date out.",
    by_codes=True,
)
def dated_without_conclusion(row: Row, _: Case) -> bool:
    return bool(row["assessmentoutcome"] == "A")


@check(
    "V16",
    "The plan came from another area, so its assessment belongs to that area and should be historical (H)",
    table="assessment",
    fields=("assessmentoutcome", "activeplans.transferla"),
    severity="query",
    do="Set the outcome to H, or take the other area's code out.",
    by_codes_of_request=True,
)
def assessed_here_and_transferred(row: Row, case: Case) -> bool:
    return row["assessmentoutcome"] != "H" and "transferla" in case.activeplans


@check(
    "V11",
    "The plan has ceased, but the reason is missing",
    table="namedplan",
    fields=("ceasereason", "ceasedate"),
    always=True,
    do="Give the reason (1 to 9).",
    by_codes=True,
)
def ceased_without_reason(row: Row, _: Case) -> bool:
    return "ceasedate" in row and "ceasereason" not in row


@check(
    "V11",
    "There is a reason for ceasing, but no date",
    table="namedplan",
    fields=("ceasedate", "ceasereason"),
    always=True,
    do="Give the date on which the plan ended, or take the reason out.",
    by_codes=True,
)
def reason_without_ceasing(row: Row, _: Case) -> bool:
    return "ceasereason" in row and "ceasedate" not in row


@check(
    "V11",
    "The plan ceased by census day, but is among the active plans",
    table="namedplan",
    fields=("ceasedate",),
    do="Take the active plan out, or correct the date of ceasing.",
)
def ceased_and_active(row: Row, case: Case) -> bool:
    return bool(case.activeplans) and row["ceasedate"] <= case.census
