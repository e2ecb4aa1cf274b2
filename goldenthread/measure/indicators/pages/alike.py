"""Schools of one phase and kind, together. What they come to may be told only where it gives no hidden school away."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from goldenthread.measure.indicators.lines import Counted
from goldenthread.record.establishments.models import Establishment
from goldenthread.rules.statistics.audit import NARROW


@dataclass(frozen=True)
class Together:
    """Of the schools with counts."""

    schools: int
    numerator: float
    denominator: float


def groups(schools: Mapping[str, Establishment]) -> dict[str, str]:
    """{URN: phase and kind}."""
    return {urn: f"{one.kind}|{one.phase}" for urn, one in schools.items()}


def together(
    cells: Sequence[Counted], group_of: Mapping[str, str], hidden: Collection[str] = ()
) -> dict[str, Together]:
    """By group, of one measure. `hidden` are the URNs whose figures are hidden: a sum that would pin one of them down
    is left out, and a second with it, since all of them and the whole area would give the one away.
    """
    found: dict[str, list[Counted]] = defaultdict(list)
    for one in cells:
        if one.place in group_of and one.numerator is not None and one.denominator:
            found[group_of[one.place]].append(one)
    unsafe = {group for group, ones in found.items() if not _safe([one for one in ones if one.place in hidden])}
    if len(unsafe) == 1 and len(found) > 1:
        unsafe.add(min(found.keys() - unsafe, key=lambda group: (len(found[group]), group)))
    return {
        group: Together(len(ones), sum(one.numerator or 0 for one in ones), sum(one.denominator or 0 for one in ones))
        for group, ones in found.items()
        if group not in unsafe
    }


def _safe(hidden: Sequence[Counted]) -> bool:
    """Two or more, and neither those in it nor those not in it so few that their sum tells of one."""
    top = sum(one.numerator or 0 for one in hidden)
    under = sum(one.denominator or 0 for one in hidden)
    return not hidden or (len(hidden) > 1 and top > NARROW and abs(under - top) > NARROW)
