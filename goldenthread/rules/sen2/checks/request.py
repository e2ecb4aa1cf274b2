"""The request: what was decided, and whether what follows it agrees."""

from goldenthread.rules.sen2.case import Case
from goldenthread.rules.sen2.checks.person import OLDEST
from goldenthread.rules.sen2.checks.registry import check
from goldenthread.rules.sen2.persons import Row


@check(
    "V03",
    "It was decided to assess, but there is no assessment",
    table="requests",
    fields=("requestoutcome",),
    do="Add the assessment (outcome A while it is open), or correct the outcome of the request.",
    by_codes=True,
)
def proceeds_without_assessment(row: Row, _: Case) -> bool:
    return (
        row["requestoutcome"] == "Y" and "assessment" not in row and "exported" not in row and "activeplans" not in row
    )


@check(
    "V03",
    "There is an assessment, but it was not decided to assess",
    table="requests",
    fields=("requestoutcome",),
    do="Correct the outcome of the request, or take the assessment out.",
    by_codes=True,
)
def assessed_without_proceeding(row: Row, _: Case) -> bool:
    if row["requestoutcome"] not in ("N", "A", "W") or "assessment" not in row:
        return False
    # A refusal that mediation or a tribunal overturned keeps its outcome, N, and has its assessment (DfE guide).
    return row.get("requestmediation") != "1" and row.get("requesttribunal") != "1"


@check(
    "V05",
    "The request is decided, but the date of the decision is missing",
    table="requests",
    fields=("requestoutcome", "requestoutcomedate"),
    always=True,
    do="Give the date on which the requester was told.",
    by_codes=True,
)
def decided_without_date(row: Row, _: Case) -> bool:
    return row.get("requestoutcome") in ("Y", "N") and "requestoutcomedate" not in row


@check(
    "V05",
    "The request awaits its decision, but there is a date of decision",
    table="requests",
    fields=("requestoutcomedate", "requestoutcome"),
    do="Correct the outcome, or take the date out.",
    by_codes=True,
)
def dated_without_decision(row: Row, _: Case) -> bool:
    return bool(row["requestoutcome"] == "A")


@check(
    "V06",
    "The request was received after the person became 25",
    table="requests",
    fields=("receiveddate", "person.personbirthdate"),
    do="Correct the date received or the birth date: only a young person under 25 can be assessed (2014 Act, s. 36).",
)
def requested_over_age(row: Row, case: Case) -> bool:
    if case.born > case.turned(OLDEST):  # nobody who is under 25 on census day was older before it
        return False
    age = case.age_on(row["receiveddate"])
    return age is not None and age >= OLDEST
