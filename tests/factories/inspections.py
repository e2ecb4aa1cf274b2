"""Inspections made by hand: a first cycle with twelve weaknesses, its revisit, and a full one that repeats."""

from datetime import date

from goldenthread.foundation.ledger.reads import SYSTEM
from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.improve.inspections import writes
from goldenthread.improve.inspections.models import Finding, Inspection
from tests.factories import people

ON = people.TODAY
STILL_TO_IMPROVE = (2, 3, 7, 11)  # of the twelve


def inspection(kind: str, on: date, published_on: date | None = None, in_area: LocalArea | None = None) -> Inspection:
    made = writes.record_visit(
        area=in_area or people.area(), kind=kind, started_on=on, ended_on=on, source_title="A letter", by=SYSTEM, on=ON
    )
    if published_on:
        Inspection.objects.filter(pk=made.pk).update(published_on=published_on)
        made.refresh_from_db()
    return made


def finding(of: Inspection, text: str, kind: str = "significant_weakness") -> Finding:
    return writes.add_finding(inspection=of, kind=kind, text=text, by=SYSTEM, on=ON)


def twelve_weaknesses(in_area: LocalArea | None = None) -> Inspection:
    first = inspection("first_cycle", date(2018, 3, 5), date(2018, 5, 11), in_area)
    for number in range(1, 13):
        finding(first, f"Weakness {number}: families wait too long for service {number}.")
    return first


def revisit(of: Inspection) -> Inspection:
    """Eight sufficient, four not."""
    visit = inspection("revisit", date(2021, 11, 1), date(2022, 1, 14), of.area)
    for one in of.findings.all():
        writes.judge_finding(
            finding=one, revisit=visit, sufficient_progress=one.number not in STILL_TO_IMPROVE, by=SYSTEM, on=ON
        )
    return visit


def full_inspection(repeats: Finding | None = None) -> Inspection:
    """Two areas for priority action, the first a repeat where one is given, and an area for improvement."""
    made = inspection("full", date(2024, 5, 13), date(2024, 7, 15))
    again = finding(made, "Leaders should shorten the waits of families.", "priority_action")
    finding(made, "Leaders should plan together.", "priority_action")
    finding(made, "Leaders should hear more families.", "improvement")
    if repeats:
        writes.link_repeat(finding=again, earlier=repeats, by=SYSTEM, on=ON)
    return made
