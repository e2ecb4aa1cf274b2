"""Actions chosen, grouped and sorted in every way that somebody asks for them: pure, over how they stand."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple
from zlib import crc32

from goldenthread.improve.plans.shapes import Column, columns
from goldenthread.improve.plans.standing import ActionStanding
from goldenthread.rules.honesty.colours import Colour
from goldenthread.rules.honesty.tally import COLUMNS, Row

NONE = "none"
LAST = "￿"  # sorts behind every label


class Option(NamedTuple):
    """A group that an action belongs to. `value` stands in addresses: of a person it is a key, never a name."""

    order: str
    value: str
    label: str


Shared = Mapping[int, Sequence[tuple[int, str]]]  # by action, key and name of those who lead it with its lead


@dataclass(frozen=True)
class Facet:
    """A way to group and to choose. An action that rests on two organisations is in two groups."""

    name: str
    title: str
    of: Callable[[ActionStanding, Shared], tuple[Option, ...]]


@lru_cache(4096)
def _text(value: str, missing: str) -> tuple[Option, ...]:
    return (Option(value.casefold(), value, value) if value else Option(LAST, NONE, missing),)


def _theme(one: ActionStanding, _: Shared) -> tuple[Option, ...]:
    theme = one.action.theme
    return (Option(f"{theme.number:05}", str(theme.number), str(theme)),)


def _leads(one: ActionStanding, shared: Shared) -> tuple[Option, ...]:
    action = one.action
    if action.lead:
        first = (Option(action.lead.name.casefold(), str(action.lead_id), action.lead.name),)
    elif action.lead_as_written:
        written = action.lead_as_written
        first = (Option(written.casefold(), f"w{crc32(written.encode()):x}", written),)
    else:
        first = (Option(LAST, NONE, "No lead named"),)
    return first + tuple(Option(name.casefold(), str(key), name) for key, name in shared.get(action.pk, ()))


def leads(one: ActionStanding, shared: Shared) -> str:
    """Those who lead it, by name; empty where the plan names nobody."""
    return ", ".join(option.label for option in _leads(one, shared) if option.value != NONE)


@lru_cache(4096)
def _partners(listed: str) -> tuple[Option, ...]:
    names = dict.fromkeys(filter(None, (name.strip() for name in listed.split(";"))))
    return tuple(Option(name.casefold(), name, name) for name in names) or _text("", "No organisation named")


@lru_cache(4096)
def _month(due: date | None) -> tuple[Option, ...]:
    return (Option(f"{due:%Y-%m}", f"{due:%Y-%m}", f"{due:%B %Y}"),) if due else _text("", "No date")


@lru_cache
def _colour(colour: Colour) -> tuple[Option, ...]:
    return (Option(str(COLUMNS.index(colour)), colour.name.lower(), f"{colour.word}: {colour.meaning}"),)


def _challenged(one: ActionStanding, _: Shared) -> tuple[Option, ...]:
    if not one.challenged:
        return (Option("2", "no", "Not challenged"),)
    return (
        (Option("0", "open", "Challenged, not explained"),)
        if one.verdict.open
        else (Option("1", "explained", "Challenged, explained and signed"),)
    )


FACETS = (
    Facet("theme", "Theme", _theme),
    Facet("workstream", "Workstream", lambda one, _: _text(one.action.workstream, "No workstream")),
    Facet("body", "Responsible body", lambda one, _: _text(one.action.body, "No body named")),
    Facet("lead", "Lead", _leads),
    Facet("partner", "Organisation it rests on", lambda one, _: _partners(one.action.partners)),
    Facet("due", "Month it is due", lambda one, _: _month(one.action.due_on)),
    Facet("colour", "Reported colour", lambda one, _: _colour(one.reported.colour)),
    Facet("challenged", "Challenged", _challenged),
)
BY_NAME = {facet.name: facet for facet in FACETS}


def options(actions: Iterable[ActionStanding], shared: Shared) -> dict[str, list[Option]]:
    """By facet, every group that some action is in, in order."""
    listed = list(actions)
    of_each = {facet.name: {facet.of(one, shared) for one in listed} for facet in FACETS}
    return {name: sorted({option for of_it in found for option in of_it}) for name, found in of_each.items()}


def chosen(actions: Iterable[ActionStanding], asked: Mapping[str, Any], shared: Shared) -> list[ActionStanding]:
    """Those that are in every group asked for, and have every word. `asked` may lack any of them."""
    wanted = [(BY_NAME[name], value) for name, value in asked.items() if value and name in BY_NAME]
    words = str(asked.get("words") or "").casefold().split()
    return [
        one
        for one in actions
        if all(any(group.value == value for group in facet.of(one, shared)) for facet, value in wanted)
        and (not words or _has(one, words))
    ]


def _has(one: ActionStanding, words: Iterable[str]) -> bool:
    action = one.action
    text = " ".join((action.ref, action.wording, action.activity, action.partners, one.reported.done)).casefold()
    return all(word in text for word in words)


@dataclass(frozen=True)
class GroupRow:
    option: Option
    counts: tuple[int, ...]
    total: int


@dataclass(frozen=True)
class GroupTable:
    """`sums` count each action once, so that they can be less than the rows together: `overlaps` says that they are."""

    facet: Facet
    columns: tuple[Column, ...]
    rows: tuple[GroupRow, ...]
    sums: tuple[int, ...]
    total: int

    @property
    def overlaps(self) -> bool:
        return sum(row.total for row in self.rows) != self.total


def grouped(actions: Sequence[ActionStanding], facet: Facet, shared: Shared, *, rag: bool) -> GroupTable:
    shown = columns(rag)
    groups: dict[Option, list[Colour]] = {}
    for one in actions:
        for option in facet.of(one, shared):
            groups.setdefault(option, []).append(one.reported.colour)
    rows = tuple(GroupRow(option, _counts(groups[option], shown), len(groups[option])) for option in sorted(groups))
    return GroupTable(facet, shown, rows, _counts([one.reported.colour for one in actions], shown), len(actions))


def _counts(colours: list[Colour], shown: Iterable[Column]) -> tuple[int, ...]:
    row = Row("", tuple(colours.count(colour) for colour in COLUMNS))
    return tuple(column.of(row) for column in shown)


Key = Callable[[ActionStanding], Any]
ORDERS: dict[str, Key] = {
    "plan": lambda one: (one.action.theme.number, one.action.pk),
    "lead": lambda one: one.action.lead_name.casefold() or None,
    "due": lambda one: one.action.due_on,
    "colour": lambda one: one.reported.colour.rank,
    "updated": lambda one: one.reported.updated_on or date.min,
}


def ordered(actions: Iterable[ActionStanding], by: str) -> list[ActionStanding]:
    """By a name of ORDERS, backwards with "-" before it; what has no such thing comes last either way."""
    key = ORDERS.get(by.removeprefix("-"), ORDERS["plan"])
    known = [(key(one), one) for one in actions]
    with_it = sorted(
        (pair for pair in known if pair[0] is not None), key=lambda pair: pair[0], reverse=by.startswith("-")
    )
    return [one for _, one in with_it] + [one for found, one in known if found is None]
