"""Every measure there is, by what it is about."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.measure.indicators import reads, words
from goldenthread.measure.indicators.definition import Definition, Level, Topic
from goldenthread.measure.indicators.figures import Figure, shown


@dataclass(frozen=True)
class Entry:
    definition: Definition
    latest: Figure | None
    beside: Figure | None  # the figure that must not be left out
    beside_title: str

    @property
    def sentence(self) -> str:
        if self.latest is not None:
            return words.sentence(self.latest)
        if Level.AREA not in self.definition.levels:
            return "Open it for the figures by need."
        return "No figure yet."

    @property
    def supply(self) -> str:
        return words.supply(self.definition, self.latest)


@dataclass(frozen=True)
class Group:
    topic: Topic
    entries: Sequence[Entry]


def index(area: LocalArea, until: date, *, small_numbers: bool) -> list[Group]:
    """In the order of the topics; within one, by title."""
    definitions = sorted(reads.definitions(), key=lambda one: one.title)
    found = reads.latest(area, [one.code for one in definitions], until)
    figures = {one.definition.code: one for one in shown(found.values(), small_numbers=small_numbers)}
    groups = ((topic, [one for one in definitions if one.topic is topic]) for topic in Topic)
    return [Group(topic, [_entry(one, figures) for one in members]) for topic, members in groups if members]


def _entry(definition: Definition, figures: dict[str, Figure]) -> Entry:
    beside = reads.about(definition.never_without)
    return Entry(
        definition,
        figures.get(definition.code),
        figures.get(definition.never_without),
        beside.title if beside else "",
    )
