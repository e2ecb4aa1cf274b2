"""How many of those who were asked for a figure sent it: what nobody must send is never read without that."""

from collections.abc import Iterable
from dataclasses import dataclass

from goldenthread.measure.indicators.definition import Level
from goldenthread.measure.indicators.models import Observation


@dataclass(frozen=True, slots=True)
class Response:
    """`counted`: from the schools’ own rows."""

    asked: int
    answered: int
    counted: bool

    @property
    def sentence(self) -> str:
        silent = self.asked - self.answered
        how = "by the rows that were sent" if self.counted else "as the sender says"
        missing = "none is missing" if not silent else f"{silent:,} did not"
        return f"{self.answered:,} of {self.asked:,} who were asked sent it, {how}; {missing}."


def response(of: Observation | None, schools: Iterable[Observation]) -> Response | None:
    """As the area's own row says; else counted from the rows of its schools, of the same indicator and period, where a
    school that sent nothing is “not supplied”. None where neither tells.
    """
    said = of.detail if of is not None and of.detail else {}
    if said.get("asked") is not None and said.get("answered") is not None:
        return Response(said["asked"], said["answered"], counted=False)
    rows = [one for one in schools if one.level == Level.ESTABLISHMENT and (of is None or _same(of, one))]
    if not rows:
        return None
    return Response(len(rows), sum(one.status != Observation.Status.MISSING for one in rows), counted=True)


def _same(a: Observation, b: Observation) -> bool:
    return (a.indicator, a.every, a.period_start) == (b.indicator, b.every, b.period_start)
