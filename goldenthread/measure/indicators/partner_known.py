"""What is known beside a partner's file: which measures partners supply, and the area's schools and names."""

from collections.abc import Mapping

from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.measure.benchmarks import reads as benchmarks
from goldenthread.measure.indicators import catalogue
from goldenthread.measure.indicators.definition import Definition, Supply
from goldenthread.measure.indicators.partner_place import Former, Known, School
from goldenthread.record.establishments import reads as establishments


def supplied() -> Mapping[str, Definition]:
    """By code, those that partners count."""
    return {one.code: one for one in catalogue.all_definitions() if one.supply is Supply.PARTNER}


def known_of(area: LocalArea) -> Known:
    schools = establishments.by_urn(area)
    districts = {one.district for one in schools.values() if one.district}
    return Known(
        area=frozenset(name.lower() for name in (area.code, area.ons_code, area.name) if name),
        schools={urn: School(one.name, one.closed_on, one.successor_urn) for urn, one in schools.items()},
        districts={name.lower(): name for name in districts},
        former=_former(area.code),
    )


def _former(code: str) -> dict[str, Former]:
    """By old number and old national code. One that was joined with others, or divided, was never this whole area."""
    before = benchmarks.predecessors(code)
    whole = len(before) == 1 and len(benchmarks.successors(before[0].old_code)) == 1
    return {old: Former(one.old_name, whole) for one in before for old in (one.old_code, one.old_ons) if old}
