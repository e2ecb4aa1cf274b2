"""Every measure there is, by what it is about: where each comes from, its latest figure, and what is missing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.measure.indicators import reads, words
from goldenthread.measure.indicators.definition import Definition, Level, Supply, Topic
from goldenthread.measure.indicators.figures import Figure, shown
from goldenthread.measure.indicators.published import Published, every_code, explained, published


@dataclass(frozen=True)
class Narrowed:
    """What the reader asks for; empty for everything. `figure` is “yes”, “no” or empty."""

    search: str = ""
    topic: str = ""
    kind: str = ""
    figure: str = ""

    @classmethod
    def of(cls, asked: Mapping[str, str]) -> "Narrowed":
        """What is no topic, kind or answer narrows nothing."""
        topic, kind, figure = asked.get("topic", ""), asked.get("kind", ""), asked.get("figure", "")
        return cls(
            asked.get("search", "").strip()[:100],
            topic if topic in Topic.__members__ else "",
            kind if kind in list(Supply) else "",
            figure if figure in ("yes", "no") else "",
        )

    def keeps(self, entry: "Entry") -> bool:
        told = " ".join((entry.definition.title, entry.definition.counted, entry.definition.cohort)).casefold()
        return (
            all(word in told for word in self.search.casefold().split())
            and (not self.topic or entry.definition.topic is Topic[self.topic])
            and (not self.kind or entry.definition.supply.value == self.kind)
            and (not self.figure or (self.figure == "yes") == entry.has_figure)
        )

    @property
    def anything(self) -> bool:
        return self != Narrowed()


@dataclass(frozen=True)
class Entry:
    definition: Definition
    latest: Figure | None
    beside: Figure | None  # the figure that must not be left out
    beside_title: str
    released: str  # of a measure that is only published: its latest, and of whom
    in_parts: bool

    @property
    def has_figure(self) -> bool:
        return bool(self.released) or self.in_parts or (self.latest is not None and self.latest.value is not None)

    @property
    def sentence(self) -> str:
        if self.latest is not None:
            return words.sentence(self.latest)
        if self.released:
            return self.released
        if self.in_parts:
            return "Open it for the figures of its parts."
        return "No figure yet."

    @property
    def kind(self) -> str:
        return words.kind(self.definition)

    @property
    def supply(self) -> str:
        """How it comes, and where it is missing, who could send it."""
        return words.supply(self.definition, self.latest)


@dataclass(frozen=True)
class Group:
    topic: Topic
    entries: Sequence[Entry]


@dataclass(frozen=True)
class Index:
    groups: Sequence[Group]
    narrowed: Narrowed
    shown: int
    total: int
    with_figure: int
    likeness: str
    topics: Sequence[tuple[str, str]] = tuple((topic.name, topic.value) for topic in Topic)
    kinds: Sequence[tuple[str, str]] = tuple((supply.value, said) for supply, said in words.SUPPLIES.items())


def index(area: LocalArea, until: date, narrowed: Narrowed, *, small_numbers: bool) -> Index:
    """In the order of the topics; within one, by title."""
    definitions = sorted(reads.definitions(), key=lambda one: one.title)
    found = reads.latest(area, [one.code for one in definitions], until)
    figures = {one.definition.code: one for one in shown(found.values(), small_numbers=small_numbers)}
    without = [one.code for one in definitions if one.code not in figures and one.levels != (Level.AREA,)]
    in_parts = reads.with_parts(area, without, until)
    carried = every_code()
    every = [_entry(area, one, figures, in_parts, carried) for one in definitions]
    kept = [entry for entry in every if narrowed.keeps(entry)]
    by_topic = ((topic, [one for one in kept if one.definition.topic is topic]) for topic in Topic)
    return Index(
        [Group(topic, entries) for topic, entries in by_topic if entries],
        narrowed,
        len(kept),
        len(every),
        sum(entry.has_figure for entry in every),
        explained(area),
    )


def _entry(
    area: LocalArea,
    definition: Definition,
    figures: Mapping[str, Figure],
    in_parts: frozenset[str],
    carried: frozenset[str],
) -> Entry:
    beside = reads.about(definition.never_without)
    latest = figures.get(definition.code)
    only_published = latest is None and definition.supply is Supply.PUBLISHED
    return Entry(
        definition,
        latest,
        figures.get(definition.never_without),
        beside.title if beside else "",
        _released(published(definition, area, carried)) if only_published else "",
        definition.code in in_parts,
    )


def _released(found: Published | None) -> str:
    """The newest published figure of the area, or of the one that it is modelled on."""
    if found is None or found.by_need:
        return ""
    newest = next((one for one in reversed(found.own) if one.value is not None), None)
    return f"{found.name}: {found.told(newest)}" if newest else ""
