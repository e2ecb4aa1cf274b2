"""When will it all be finished? Drawn many times from the plan's own record of finishing; never a single date.

The record is every action whose due date has passed: how many days late it was finished (early is less than none), or
how late it is already. Leaving out those still open would flatter, so they count as Kaplan and Meier count them.

A run is one way that things may go. It draws a record as long as the real one from the real one, with repeats (Efron
1981), because a short record might easily have been another. Every unfinished action then finishes as late as that
record says, given that it has not finished yet; never before an action that it needs. Beyond the latest finish on
record, late actions go on finishing at the pace at which late ones have, as though one more were finished today:
otherwise where none has been, none ever would be.

What it leaves out: how the work stands between its start and its end, and that a late action may leave too little
time to what waits for it: it only keeps that from finishing first.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property, lru_cache
from math import ceil, exp, log
from random import Random
from typing import NamedTuple

from goldenthread.rules.dependencies import order

RUNS = 1_000
FEWEST = 5  # completions: of n alike, the next is later than all of them 1 time in n + 1 (Hill 1968), here 1 in 6
MOST_MONTHS = 120
_ALMOST_NOTHING = 2.0**-53


@dataclass(frozen=True, slots=True)
class Promise:
    """One action: `key` once in the plan, `group` its theme. `left_on`: it left the plan without being finished."""

    key: str
    group: int
    due_on: date
    finished_on: date | None = None
    left_on: date | None = None
    needs: tuple[str, ...] = ()

    def late(self, as_at: date) -> int:
        """Days from its due date to its finish, or to the last day on which it was seen open."""
        return (min(filter(None, (self.finished_on, self.left_on, as_at))) - self.due_on).days


@dataclass(frozen=True, slots=True, order=True)
class Case:
    late: int
    is_open: bool


@dataclass(frozen=True)
class Record:
    """Of the actions whose due date has passed, how late each was finished, or is while it is open."""

    cases: tuple[Case, ...]

    @property
    def finished(self) -> int:
        return sum(not case.is_open for case in self.cases)

    @property
    def still_open(self) -> int:
        return len(self.cases) - self.finished

    @property
    def finished_late(self) -> int:
        return sum(not case.is_open and case.late > 0 for case in self.cases)

    @cached_property
    def days(self) -> list[int]:
        """Every lateness at which something was finished, once and in order."""
        return sorted({case.late for case in self.cases if not case.is_open})

    @property
    def latest(self) -> int:
        """How late the latest finish was; 0 where none was late."""
        return max([0, *self.days])

    @property
    def late_days(self) -> int:
        """All days together that actions have been late."""
        return sum(max(case.late, 0) for case in self.cases)

    @property
    def wanting(self) -> int:
        """How many more completions it takes before anything is forecast."""
        return max(FEWEST - self.finished, 0)

    @property
    def pace(self) -> float:
        """Finishes a late day, for those later than any finish on record: as though one more were finished today."""
        return (self.finished_late + 1) / max(self.late_days, 1)


@dataclass(frozen=True)
class Runs:
    """The day on which each run finished, in order."""

    days: tuple[int, ...]

    def by(self, day: date) -> int:
        """How many runs have finished by the end of a day."""
        return bisect_right(self.days, day.toordinal())

    def share(self, day: date) -> float:
        return self.by(day) / len(self.days)

    def reached(self, share: float) -> date:
        """The first day by which so many of the runs have finished."""
        day = self.days[ceil(share * len(self.days) - 1e-9) - 1]
        return date.fromordinal(min(day, date.max.toordinal()))

    def months(self, first: date, until: float = 0.9) -> list[tuple[date, int]]:
        """Each month's end and how many runs have finished by it, until so many have or ten years have passed."""
        found: list[tuple[date, int]] = []
        for end in month_ends(first):
            found.append((end, self.by(end)))
            if found[-1][1] >= until * len(self.days) or len(found) > MOST_MONTHS:
                break
        return found


@dataclass(frozen=True)
class Forecast:
    """`whole` is None, and `groups` empty, where the record is too short. Of groups only those with something
    unfinished are among `groups`.
    """

    record: Record
    unfinished: int
    whole: Runs | None
    groups: Mapping[int, Runs]

    @property
    def done(self) -> bool:
        return self.unfinished == 0


def month_ends(first: date) -> Iterator[date]:
    """The end of the month of a day, and of each one after it."""
    start = first.replace(day=1)
    while True:
        start = (start + timedelta(days=32)).replace(day=1)
        yield start - timedelta(days=1)


def record_of(promises: Iterable[Promise], as_at: date) -> Record:
    """What was finished before its due date while that is still to come is left out: its neighbours' are not known."""
    due = (one for one in promises if one.due_on < as_at and not (one.left_on and one.left_on <= one.due_on))
    cases = (Case(one.late(as_at), not _finished(one, as_at)) for one in due)
    return Record(tuple(sorted(cases)))


@lru_cache(maxsize=16)
def forecast(promises: tuple[Promise, ...], as_at: date, *, runs: int = RUNS, seed: str | None = None) -> Forecast:
    """The runs of the whole and of each group that has something unfinished.

    The seed is the facts themselves unless one is given: the same plan has the same forecast on every machine.
    """
    record = record_of(promises, as_at)
    unfinished = [one for one in promises if not _finished(one, as_at) and not _left(one, as_at)]
    if record.wanting or not unfinished:
        return Forecast(record, len(unfinished), None if unfinished else Runs((as_at.toordinal(),) * runs), {})
    rng = Random(seed or f"{as_at}{sorted(map(repr, promises))}")  # noqa: S311  a forecast, not a secret
    plan, steps = _Plan(unfinished, as_at, record), _Steps(record)
    drawn = [plan.run(steps.drawn(rng), rng) for _ in range(runs)]
    by_group = {group: Runs(tuple(sorted(run[group] for run in drawn))) for group in plan.groups}
    whole = Runs(tuple(sorted(max(run.values()) for run in drawn)))
    return Forecast(record, len(unfinished), whole, by_group)


def _finished(one: Promise, as_at: date) -> bool:
    return one.finished_on is not None and one.finished_on <= as_at


def _left(one: Promise, as_at: date) -> bool:
    return one.left_on is not None and one.left_on <= as_at


class _Steps:
    """The record as the runs draw it. `slots` has a number for each case: an odd one for a finish on a day on which
    there are finishes, the even one before it for whatever was last seen open before that day.
    """

    def __init__(self, record: Record) -> None:
        self.days = record.days
        self.pace = record.pace
        self.slots = [2 * bisect_right(self.days, case.late) - (not case.is_open) for case in record.cases]

    def drawn(self, rng: Random) -> "_Curve":
        """Kaplan and Meier's curve of a record drawn with repeats."""
        times = [0] * (2 * len(self.days) + 1)
        for slot in rng.choices(self.slots, k=len(self.slots)):
            times[slot] += 1
        at_risk, still, latest = len(self.slots), 1.0, 0
        gone = [0.0]
        for day, left, finished in zip(self.days, times[::2], times[1::2], strict=False):
            at_risk -= left
            if finished:
                still *= 1 - finished / at_risk
                at_risk -= finished
                latest = day
            gone.append(1 - still)
        return _Curve(self.days, gone, latest, self.pace)


@dataclass(frozen=True, slots=True)
class _Curve:
    """The share `gone` before any of `days` late, and from each of them on; the pace beyond the `latest` drawn."""

    days: Sequence[int]
    gone: Sequence[float]
    latest: int
    pace: float

    def late(self, already: int, step: int, share: float) -> int:
        """Days: the first by which this share is finished, of those like it that are not finished today."""
        gone = self.gone
        before, top = gone[step], gone[-1]
        wanted = before + (1 - before) * share
        if before < top and wanted <= top:
            return self.days[bisect_left(gone, wanted, step + 1) - 1]
        later = (1 - wanted) / (1 - top) if top < 1 else 1 - share
        return max(already, self.latest, 0) + 1 + int(-log(later or _ALMOST_NOTHING) / self.pace)


class _Due(NamedTuple):
    """What is due on a day: `step` is how many days of the record lie behind it. Of several together `power` is one
    divided by how many they are. `weight`: how often it goes as far beyond the record, for each time that the one
    which is due last does.
    """

    due: int
    already: int
    step: int
    power: float = 1.0
    weight: float = 1.0


class _Plan:
    """What is unfinished, sorted so that a run asks as little as it can: of actions of one group that are due on one
    day and tied to no other only the last matters, and the last of k draws is one draw to the power 1/k. Those that
    are later than any finish on record are alike, however late they are.
    """

    def __init__(self, unfinished: Sequence[Promise], as_at: date, record: Record) -> None:
        self.as_at, self.record = as_at.toordinal(), record
        self.groups = sorted({one.group for one in unfinished})
        by_key = {one.key: one for one in unfinished}
        needs = {one.key: [other for other in one.needs if other in by_key] for one in unfinished}
        sorted_out = order({key: others for key, others in needs.items() if others})
        in_order = sorted_out.without_cycles(needs)
        self.tied = [(key, by_key[key].group, self._due(by_key[key]), in_order[key]) for key in sorted_out.keys]
        free = Counter((one.group, self._due(one)) for one in unfinished if one.key not in in_order)
        self.free: dict[int, list[_Due]] = {group: [] for group in self.groups}
        for (group, due), count in sorted(free.items(), reverse=True):
            listed = self.free[group]
            weight = exp(record.pace * (due.due - listed[0].due)) if listed else 1.0
            listed.append(due._replace(power=1 / count, weight=weight))

    def _due(self, one: Promise) -> _Due:
        due = max(one.due_on.toordinal(), self.as_at - self.record.latest)
        return _Due(due, self.as_at - due, bisect_right(self.record.days, self.as_at - due))

    def run(self, curve: _Curve, rng: Random) -> dict[int, int]:
        """The day on which each group is finished."""
        uniform, late = rng.random, curve.late
        last = {group: _last(listed, curve, uniform) for group, listed in self.free.items()}
        finished: dict[str, int] = {}
        for key, group, (due, already, step, *_), needs in self.tied:
            day = due + late(already, step, uniform())
            for other in needs:
                day = max(day, finished[other])
            finished[key] = day
            last[group] = max(last[group], day)
        return last


def _last(listed: Sequence[_Due], curve: _Curve, uniform: Callable[[], float]) -> int:
    """The last to finish; the latest due stand first. What is due so early that no finish on record would make it the
    last is that only where it goes so far beyond the record: `reach` of those due with the first do. A test draws all.
    """
    last, most, gone, top = 0, curve.latest, curve.gone, curve.gone[-1]
    reach = 1.0
    for due, already, step, power, weight in listed:
        share = uniform() ** power
        if already <= most and due + most <= last and (1 - share) * (1 - gone[step]) > weight * reach:
            continue
        day = due + curve.late(already, step, share)
        if day > last:
            last = day
            reach = (1 - top) * exp(min(-curve.pace * (last - listed[0].due - max(most, 0)), 700))
    return last
