"""Where a child or young person is (5b), and where the plan says that they should be (4b)."""

from collections.abc import Callable
from typing import Any

from goldenthread.rules.sen2.case import Case
from goldenthread.rules.sen2.checks.registry import Check, Test, check
from goldenthread.rules.sen2.persons import Row

_NEET_AGES = range(16, 26)
_WHERE = ("urn", "ukprn", "sensetting")


def _setting_check(code: str, message: str, **more: Any) -> Callable[[Test], list[Check]]:
    """The same check of the setting named and of the setting attended."""
    return lambda test: [check(code, message, table=table, **more)(test) for table in ("plandetail", "placementdetail")]


@_setting_check(
    "V07",
    "The child is of school age, but there is no URN, UKPRN or kind of setting",
    fields=(*_WHERE, "person.personbirthdate"),
    unless=_WHERE,
    always=True,
    do="Give the setting's URN, or where it has none the kind of setting (SENsetting).",
)
def school_age_without_setting(_: Row, case: Case) -> bool:
    return case.is_of_school_age()


@_setting_check(
    "A05",
    "There is no URN, UKPRN or kind of setting",
    fields=(*_WHERE, "person.personbirthdate"),
    unless=_WHERE,
    severity="query",
    always=True,
    do="Give the setting's URN or UKPRN, or the kind of setting (SENsetting).",
)
def without_setting(_: Row, case: Case) -> bool:
    return not case.is_of_school_age()


@_setting_check(
    "A09",
    "The kind of setting is given beside a URN or UKPRN",
    fields=("sensetting",),
    severity="query",
    do="Take the kind of setting out: it is for settings that have neither number.",
    by_codes=True,
)
def setting_beside_number(row: Row, _: Case) -> bool:
    return "urn" in row or "ukprn" in row


@_setting_check(
    "V17",
    "The setting is NEET (not in education, employment or training), but the person is not 16 to 25",
    fields=("sensetting", "person.personbirthdate"),
    do="Give the kind of setting that fits the age: NIEO for a younger child who is not in education.",
)
def neet_at_another_age(row: Row, case: Case) -> bool:
    return row["sensetting"] == "NEET" and case.age_on(case.census) not in _NEET_AGES


@check(
    "V09",
    "The school or college was not open on the day the placement began",
    table="placementdetail",
    fields=("urn", "entrydate"),
    severity="query",
    needs_establishments=True,
    do="Give the URN of the establishment that was open then: an academy has another than the school before it.",
)
def not_open_on_entry(row: Row, case: Case) -> bool:
    there = case.establishment(row)
    if there is None:
        return False
    return row["entrydate"] < there.opened_on or (bool(there.closed_on) and row["entrydate"] > there.closed_on)


@_setting_check(
    "V09",
    "A SEN unit or resourced provision is marked at an establishment that is not a mainstream school",
    fields=("urn", "senunitindicator", "resourcedprovisionindicator"),
    severity="query",
    needs_establishments=True,
    do="Take the mark out: it is for units and provision within mainstream schools.",
)
def unit_outside_mainstream(row: Row, case: Case) -> bool:
    there = case.establishment(row)
    return (
        there is not None
        and not there.mainstream
        and "1" in (row["senunitindicator"], row["resourcedprovisionindicator"])
    )


@_setting_check(
    "E01",
    "The URN is of a kind of establishment that children with plans do not attend",
    fields=("urn",),
    severity="query",
    needs_establishments=True,
    do="Check the URN.",
)
def unexpected_establishment(row: Row, case: Case) -> bool:
    there = case.establishment(row)
    return there is not None and not there.for_send


@_setting_check(
    "E02",
    "A SEN unit or resourced provision is marked where the national register has none",
    fields=("urn", "senunitindicator", "resourcedprovisionindicator"),
    severity="query",
    needs_establishments=True,
    do="Take the mark out, or ask the school to correct its entry in the register.",
)
def unit_not_on_register(row: Row, case: Case) -> bool:
    there = case.establishment(row)
    if there is None or not there.mainstream:
        return False
    in_unit = row["senunitindicator"] == "1" and not there.sen_unit
    return in_unit or (row["resourcedprovisionindicator"] == "1" and not there.resourced_provision)


@_setting_check(
    "E04",
    "The URN is not on the national register",
    fields=("urn",),
    severity="query",
    needs_establishments=True,
    do="Check the URN.",
)
def not_on_register(row: Row, case: Case) -> bool:
    return case.establishment(row) is None
