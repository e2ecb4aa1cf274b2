"""The plan in force on census day: its reviews, its needs, and how it stands to the plan that was named."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from goldenthread.rules.sen2.case import Case
from goldenthread.rules.sen2.checks.registry import check
from goldenthread.rules.sen2.persons import Row

LETTER_WITHIN_DAYS = 28  # SEND Regulations 2014, reg. 20(10): the decision within four weeks of the review meeting


@lru_cache(maxsize=50_000)
def _day_number(day: str) -> int:
    return date.fromisoformat(day[:10]).toordinal()


def _first(rows: Sequence[Row]) -> Row:
    """The row of rank 1; an empty one where there is none."""
    for row in rows:
        if row.get("placementrank") == "1":
            return row
    return {}


@check(
    "A02",
    "A plan is active on census day, but no plan is named under the request",
    table="activeplans",
    fields=("namedplan.startdate",),
    always=True,
    do="Add the plan, with its start date, under the assessment.",
    by_codes_of_request=True,
)
def no_named_plan(row: Row, case: Case) -> bool:
    return not case.namedplan and "transferla" not in row


@check(
    "A03",
    "The active plan has no placement",
    table="activeplans",
    fields=("placementdetail",),
    always=True,
    do="Add where the child or young person is: URN, UKPRN, or the kind of setting.",
    by_codes=True,
)
def no_placement(row: Row, _: Case) -> bool:
    return "placementdetail" not in row and "transferla" not in row


@check(
    "A04",
    "The plan that came from another area has no placement",
    table="activeplans",
    fields=("placementdetail", "transferla"),
    severity="query",
    always=True,
    do="Add where the child or young person is, once it is known.",
    by_codes=True,
)
def no_placement_after_transfer(row: Row, _: Case) -> bool:
    return "placementdetail" not in row and "transferla" in row


@check(
    "A06",
    "The active plan has no need",
    table="activeplans",
    fields=("senneed",),
    always=True,
    do="Add the main need, with rank 1.",
    by_codes=True,
)
def no_need(row: Row, _: Case) -> bool:
    return "senneed" not in row


@check(
    "V10",
    "There is not exactly one main need (rank 1)",
    table="activeplans",
    fields=("senneed", "senneed.sentyperank"),
    do="Give the main need rank 1, and another, if any, rank 2.",
    by_codes_of_request=True,
)
def not_one_main_need(row: Row, _: Case) -> bool:
    first, *others = row["senneed"]
    if not others:
        return bool(first.get("sentyperank", "1") != "1")
    return bool((first.get("sentyperank") == "1") + [each.get("sentyperank") for each in others].count("1") != 1)


@check(
    "V10",
    "The same need is given twice",
    table="activeplans",
    fields=("senneed", "senneed.sentype"),
    do="Take one of them out.",
    by_codes_of_request=True,
)
def need_repeated(row: Row, _: Case) -> bool:
    needs = row["senneed"]
    return len(needs) > 1 and len({need.get("sentype") for need in needs}) < len(needs)


@check(
    "V14",
    "The letter after the annual review is dated before its meeting",
    table="activeplans",
    fields=("lastreview", "reviewmeeting"),
    severity="query",
    do="Give the date of the decision's letter for the same review.",
)
def decided_before_review_met(row: Row, _: Case) -> bool:
    return bool(row["lastreview"] < row["reviewmeeting"])


@check(
    "V14",
    "The decision after the annual review was sent more than 28 days after the meeting",
    table="activeplans",
    fields=("lastreview", "reviewmeeting"),
    severity="query",
    do="Check both dates; if they are right, the review was late.",
)
def review_decided_late(row: Row, _: Case) -> bool:
    met, decided = row["reviewmeeting"], row["lastreview"]
    return bool(decided > met) and _day_number(decided) - _day_number(met) > LETTER_WITHIN_DAYS


@check(
    "V15",
    "The plan is over a year old, and no annual review in the last 12 months is given",
    table="activeplans",
    fields=("lastreview", "reviewmeeting", "namedplan.startdate"),
    severity="query",
    always=True,
    do="Give the last review's dates, or hold the review: the law asks for one every 12 months (2014 Act, s. 44).",
)
def review_overdue(row: Row, case: Case) -> bool:
    if row.get("lastreview", "") >= case.year_ago or row.get("reviewmeeting", "") >= case.year_ago:
        return False
    return bool("" < case.namedplan.get("startdate", "") < case.year_ago)


@check(
    "V19",
    "For over six months the setting attended has not been the one that the plan names",
    table="activeplans",
    fields=("placementdetail", "placementdetail.urn", "placementdetail.entrydate", "plandetail.urn"),
    severity="query",
    do="Amend the plan, or correct one of the two settings.",
)
def attends_elsewhere(row: Row, case: Case) -> bool:
    named, attended = _first(case.namedplan.get("plandetail", ())), _first(row["placementdetail"])
    if named.get("urn") == attended.get("urn") or "urn" not in named or "urn" not in attended:
        return False
    return bool("" < attended.get("entrydate", "") < case.half_a_year_ago)


@check(
    "A08",
    "Two placements that have not been left have the same rank",
    table="activeplans",
    fields=("placementdetail", "placementdetail.placementrank", "placementdetail.leavingdate"),
    severity="query",
    do="Rank the main placement 1 and the other 2, or give the date on which one was left.",
    by_codes_of_request=True,
)
def placements_of_one_rank(row: Row, _: Case) -> bool:
    placements = row["placementdetail"]
    if len(placements) == 1:
        return False
    ranks = [each.get("placementrank") for each in placements if "leavingdate" not in each]
    return len(set(ranks)) < len(ranks)
