"""Days in their order: no step before the one that it follows. (V02, none before birth or ahead, is in `formats`.)"""

from goldenthread.rules.sen2.case import Case
from goldenthread.rules.sen2.checks.registry import check
from goldenthread.rules.sen2.persons import Row

_LATER = "Correct whichever of the two dates is wrong."


@check(
    "V01",
    "The decision whether to assess is dated before the request was received",
    table="requests",
    fields=("requestoutcomedate", "receiveddate"),
    do=_LATER,
)
def decided_before_received(row: Row, _: Case) -> bool:
    return bool(row["requestoutcomedate"] < row["receiveddate"])


@check(
    "V01",
    "The outcome of the assessment is dated before the decision to assess",
    table="assessment",
    fields=("assessmentoutcomedate", "requests.requestoutcomedate"),
    do=_LATER,
)
def assessed_before_decided(row: Row, case: Case) -> bool:
    return bool(row["assessmentoutcomedate"] < case.request.get("requestoutcomedate", ""))


@check(
    "V01",
    "The outcome of the assessment is dated before the request was received",
    table="assessment",
    fields=("assessmentoutcomedate", "requests.receiveddate"),
    do=_LATER,
)
def assessed_before_received(row: Row, case: Case) -> bool:
    return "requestoutcomedate" not in case.request and row["assessmentoutcomedate"] < case.request.get(
        "receiveddate", ""
    )


@check(
    "V01",
    "The plan is dated before the outcome of the assessment",
    table="namedplan",
    fields=("startdate", "assessment.assessmentoutcomedate"),
    do=_LATER,
)
def issued_before_assessed(row: Row, case: Case) -> bool:
    return bool(row["startdate"] < case.assessment.get("assessmentoutcomedate", ""))


@check(
    "V01",
    "The plan is dated before the request was received",
    table="namedplan",
    fields=("startdate", "requests.receiveddate"),
    do=_LATER,
)
def issued_before_received(row: Row, case: Case) -> bool:
    return "assessmentoutcomedate" not in case.assessment and row["startdate"] < case.request.get("receiveddate", "")


@check(
    "V01",
    "The plan ceased before it began",
    table="namedplan",
    fields=("ceasedate", "startdate"),
    do=_LATER,
)
def ceased_before_issued(row: Row, _: Case) -> bool:
    return bool(row["ceasedate"] < row["startdate"])


@check(
    "V01",
    "The placement was left before it was entered",
    table="placementdetail",
    fields=("leavingdate", "entrydate"),
    do=_LATER,
)
def left_before_entered(row: Row, _: Case) -> bool:
    return bool(row["leavingdate"] < row["entrydate"])
