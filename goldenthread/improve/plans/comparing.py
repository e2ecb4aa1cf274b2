"""The plan on one day beside the plan on another: what came, went, moved, was reworded or became challenged."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

from goldenthread.foundation.ui.words import day
from goldenthread.improve.plans import facts
from goldenthread.improve.plans.models import Action, Amendment, Ended, ImprovementPlan, Succession, Theme
from goldenthread.improve.plans.shapes import Column, columns
from goldenthread.rules.honesty.action import Policy
from goldenthread.rules.honesty.colours import Colour, as_rag
from goldenthread.rules.honesty.reasons import Supported
from goldenthread.rules.honesty.tally import Row, Tally, tally

Of = TypeVar("Of")
KINDS = {
    "worse": "Reported worse",
    "better": "Reported better",
    "challenged": "Became challenged",
    "answered": "No longer challenged",
    "newly-red": "Newly Red",
    "still-red": "Red on both days",
    "no-longer-red": "No longer Red",
    "dates": "Dates moved",
    "reworded": "Reworded",
    "came": "Came into the plan",
    "ended": "Left the plan",
}


@dataclass(frozen=True)
class Pair:
    """One action, by its key, on both days; None on the day on which it was not in the plan."""

    action: int
    theme: Theme
    was: Supported | None
    now: Supported | None
    amendments: tuple[Amendment, ...] = ()
    successions: tuple[Succession, ...] = ()

    @cached_property
    def kinds(self) -> frozenset[str]:
        """Of KINDS: all that can be said of it."""
        was, now = self.was, self.now
        found = {"dates" if one.about == Amendment.About.DATES else "reworded" for one in self.amendments if now}
        if was is None or now is None:
            found.add("came" if now else "ended")
        else:
            if was.reported is not now.reported:
                found.add("worse" if now.reported.rank < was.reported.rank else "better")
            if was.challenged is not now.challenged:
                found.add("challenged" if now.challenged else "answered")
        return frozenset(found | self._reds)

    @property
    def sentences(self) -> list[str]:
        """What changed but the colours, each with who asked where that is recorded."""
        said = [_followed(self.action, one) for one in self.successions]
        if self.now is None and not said:
            said.append("Withdrawn from the plan.")
        if "challenged" in self.kinds and self.now:
            said += [reason.sentence for reason in self.now.against]
        return said + [_amended(one) for one in self.amendments]

    @property
    def plain(self) -> tuple[str, str]:
        """Both colours for readers of red, amber and green."""
        return _plain(self.was), _plain(self.now)

    @property
    def _reds(self) -> set[str]:
        was, now = (one is not None and one.reported is Colour.RED for one in (self.was, self.now))
        return {"still-red"} if was and now else {"newly-red"} if now else {"no-longer-red"} if was else set()


@dataclass(frozen=True)
class Cell:
    was: int
    now: int

    @property
    def moved(self) -> int:
        return self.now - self.was

    @property
    def signed(self) -> str:
        """“+2” or “−2”."""
        return f"{self.moved:+}".replace("-", "−")


@dataclass(frozen=True)
class Line:
    """A theme, or all of them, in the columns of Table 1 and a last one for the total."""

    title: str
    theme: Theme | None
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Comparison:
    """Every action that was in the plan on either day is one pair."""

    before: date
    after: date
    themes: tuple[Theme, ...]
    pairs: tuple[Pair, ...]

    def counts(self) -> dict[str, int]:
        """By kind. One action can be of several."""
        every = [kind for one in self.pairs for kind in one.kinds]
        return {kind: every.count(kind) for kind in KINDS}

    def of(self, kind: str) -> list[Pair]:
        """Those of one kind; without one, every pair of which there is something to say but that it was always Red."""
        if kind in KINDS:
            return [one for one in self.pairs if kind in one.kinds]
        return [one for one in self.pairs if one.kinds - {"still-red"}]

    def table(self, *, rag: bool) -> tuple[tuple[Column, ...], list[Line]]:
        shown = columns(rag)
        was = self._tally((one, one.was) for one in self.pairs)
        now = self._tally((one, one.now) for one in self.pairs)
        lines = [
            Line(str(theme), theme, _cells(shown, *rows))
            for theme, *rows in zip(self.themes, was.rows, now.rows, strict=True)
        ]
        return shown, [*lines, Line("All", None, _cells(shown, was.everything, now.everything))]

    @property
    def was(self) -> int:
        return sum(one.was is not None for one in self.pairs)

    @property
    def now(self) -> int:
        return sum(one.now is not None for one in self.pairs)

    @property
    def both(self) -> int:
        return sum(one.was is not None and one.now is not None for one in self.pairs)

    @property
    def same(self) -> int:
        """Of those that were in the plan on both days, how many stand at the same colour."""
        return self.both - sum(bool(one.kinds & {"worse", "better"}) for one in self.pairs)

    def _tally(self, there: Iterable[tuple[Pair, Supported | None]]) -> Tally:
        return tally(
            [str(one) for one in self.themes],
            [(str(pair.theme), one.reported) for pair, one in there if one is not None],
        )


def compare(plan: ImprovementPlan, themes: Sequence[Theme], before: date, after: date) -> Comparison:
    """`before` is the earlier. What the facts supported then is worked out with the due dates that stand now."""
    policy, of_key = Policy(cadence_days=plan.cadence_days), {theme.pk: theme for theme in themes}
    was, now = (facts.judged(plan, on, policy) for on in (before, after))
    amended = _by_action(
        (one.action_id, one)
        for one in Amendment.objects.filter(action__theme__plan=plan, on__gt=before, on__lte=after)
        .exclude(about=Amendment.About.WITHDRAWAL)
        .order_by("on", "pk")
    )
    followed = _by_action(
        pair
        for one in Succession.objects.filter(earlier__theme__plan=plan, on__gt=before, on__lte=after)
        .select_related("earlier", "later")
        .order_by("on", "pk")
        for pair in ((one.earlier_id, one), (one.later_id, one))
    )
    pairs = [
        Pair(
            key,
            of_key[one.theme],
            was[key].supported if key in was else None,
            now[key].supported if key in now else None,
            amended.get(key, ()),
            followed.get(key, ()),
        )
        for key, one in {**was, **now}.items()
    ]
    pairs.sort(key=lambda one: (one.theme.number, one.action))
    return Comparison(before, after, tuple(themes), tuple(pairs))


def named(pairs: Iterable[Pair]) -> list[tuple[Pair, Action]]:
    """With the actions themselves: for as many as are shown."""
    listed = list(pairs)
    actions = Action.objects.in_bulk([one.action for one in listed])
    return [(one, actions[one.action]) for one in listed]


def _by_action(found: Iterable[tuple[int, Of]]) -> dict[int, tuple[Of, ...]]:
    groups: dict[int, tuple[Of, ...]] = {}
    for key, one in found:
        groups[key] = (*groups.get(key, ()), one)
    return groups


def _cells(shown: Iterable[Column], was: Row, now: Row) -> tuple[Cell, ...]:
    return (*(Cell(column.of(was), column.of(now)) for column in shown), Cell(was.total, now.total))


def _followed(action: int, one: Succession) -> str:
    asked = f", asked for by {one.asked_by}" if one.asked_by else ""
    if one.later_id == action:
        return f"Came from {one.earlier.ref} on {day(one.on)}{asked}."
    how = "Split: part of it became" if one.kind == Ended.SPLIT else "Merged into"
    return f"{how} {one.later.ref} on {day(one.on)}{asked}."


def _amended(one: Amendment) -> str:
    asked = f"{day(one.on)}, asked for by {one.asked_by}"
    if one.about == Amendment.About.DATES:
        return f"Dates moved on {asked}. Before: {one.before} Now: {one.after}"
    return f"Reworded on {asked}."


def _plain(one: Supported | None) -> str:
    return ": ".join(as_rag(one.reported)) if one else ""
