"""The person: who it is, and whether the return may count them."""

from goldenthread.rules.sen2.case import Case
from goldenthread.rules.sen2.checks.registry import check
from goldenthread.rules.sen2.persons import Row

OLDEST = 25  # 2014 Act, s. 83(2): a young person is under 25; s. 46: a plan may run out the academic year
_UN1_UNTIL = 6
_NUMBERS = ("upn", "uniquelearnernumber")


@check(
    "P01",
    "There is no UPN, no unique learner number, and no reason why not",
    table="person",
    fields=("upn", "uniquelearnernumber", "upnunknown"),
    always=True,
    do="Give one of the numbers, or the reason in UPNunknown.",
    by_codes=True,
)
def no_number_and_no_reason(row: Row, _: Case) -> bool:
    return "upn" not in row and "uniquelearnernumber" not in row and "upnunknown" not in row


@check(
    "P02",
    "A reason for having no number is given beside a number",
    table="person",
    fields=("upnunknown",),
    severity="query",
    do="Take the reason out if the number is right.",
    by_codes=True,
)
def reason_beside_a_number(row: Row, _: Case) -> bool:
    return "upn" in row or "uniquelearnernumber" in row


@check(
    "P03",
    "Neither UPN nor unique learner number is known, for the reason given",
    table="person",
    fields=("upnunknown",),
    severity="query",
    do="See whether a number has been issued since: without one, years cannot be joined with certainty.",
    by_codes=True,
)
def known_by_no_number(row: Row, _: Case) -> bool:
    return "upn" not in row and "uniquelearnernumber" not in row


@check(
    "P04",
    "The reason is UN1 (under six), but the child is older",
    table="person",
    fields=("upnunknown", "personbirthdate"),
    severity="query",
    do="Give the UPN, or another reason.",
)
def too_old_for_un1(row: Row, case: Case) -> bool:
    return bool(row["upnunknown"] == "UN1" and row["personbirthdate"] <= case.turned(_UN1_UNTIL))


@check(
    "P05",
    "Two requests for this person have the same date received",
    table="person",
    fields=("requests.receiveddate",),
    always=True,
    do="Take out the one entered twice, or correct its date.",
)
def two_requests_on_one_day(row: Row, _: Case) -> bool:
    requests = row.get("requests", ())
    return len(requests) > 1 and len({each.get("receiveddate") for each in requests}) < len(requests)


@check(
    "P06",
    "More than one of this person's requests has an active plan on census day",
    table="person",
    fields=("requests",),
    do="Keep the active plan under the request that led to it.",
)
def two_active_plans(row: Row, _: Case) -> bool:
    return len(row["requests"]) > 1 and sum("activeplans" in each for each in row["requests"]) > 1


@check(
    "P07",
    "More than one of this person's requests has a plan that has not ceased",
    table="person",
    fields=("requests",),
    severity="query",
    do="Give the earlier plan its date and reason of ceasing, or join the requests.",
)
def two_open_plans(row: Row, _: Case) -> bool:
    requests = row["requests"]
    if len(requests) < 2:
        return False
    plans = [each.get("assessment", {}).get("namedplan") for each in requests]
    return sum(plan is not None and "ceasedate" not in plan for plan in plans) > 1


def _has_active_plan(row: Row) -> bool:
    return any("activeplans" in each for each in row.get("requests", ()))


@check(
    "V06",
    "The plan is in force although the person is 26 or older on census day",
    table="person",
    fields=("personbirthdate",),
    do="Correct the birth date, or give the date and reason for which the plan ceased.",
)
def over_age(row: Row, case: Case) -> bool:
    return row["personbirthdate"] <= case.turned(OLDEST + 1) and _has_active_plan(row)


@check(
    "V06",
    "The plan is in force although the person is 25 on census day",
    table="person",
    fields=("personbirthdate",),
    severity="query",
    do="Check that the plan runs to the end of the academic year in which the person became 25.",
)
def at_the_last_age(row: Row, case: Case) -> bool:
    return case.turned(OLDEST + 1) < row["personbirthdate"] <= case.turned(OLDEST) and _has_active_plan(row)
