"""How many rows may hang on one: the guide's cardinalities (modules 2 to 5)."""

from goldenthread.rules.sen2.case import Case
from goldenthread.rules.sen2.checks.registry import check
from goldenthread.rules.sen2.persons import Row

_AT_MOST = 2


@check(
    "F14",
    "This person has no request",
    table="person",
    fields=("requests",),
    always=True,
    do="Add the request: where it was decided in an earlier collection, with outcome H.",
    by_codes=True,
)
def no_request(row: Row, _: Case) -> bool:
    return "requests" not in row


@check(
    "F14",
    "The plan names no setting: its detail is missing",
    table="namedplan",
    fields=("plandetail",),
    always=True,
    do="Add what Section I names: URN, UKPRN, or the kind of setting.",
    by_codes=True,
)
def no_plan_detail(row: Row, _: Case) -> bool:
    return "plandetail" not in row


@check(
    "F14",
    "A plan may name two settings at most",
    table="namedplan",
    fields=("plandetail",),
    do="Keep the two that stand now.",
    by_codes_of_request=True,
)
def too_many_plan_details(row: Row, _: Case) -> bool:
    return len(row["plandetail"]) > _AT_MOST


@check(
    "F14",
    "A plan may give two needs at most",
    table="activeplans",
    fields=("senneed",),
    do="Keep the first and the second.",
    by_codes_of_request=True,
)
def too_many_needs(row: Row, _: Case) -> bool:
    return len(row["senneed"]) > _AT_MOST
