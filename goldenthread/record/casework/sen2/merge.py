"""A return meets what is held: the same person, request and plan are recognised, later facts win, and contradictions
are listed.

Facts carry the reference date of their source. A later source overrides; an earlier one only fills what was blank;
so that the
order in which files are brought does not matter. Nothing is written until `write`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Model

from goldenthread.foundation.intake.journal import image, save_all
from goldenthread.foundation.intake.source import Counted, Journal
from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.record.casework.models import Assessment, AssessmentRequest, Child, EHCPlan, NamedSetting, Need
from goldenthread.rules.problems import Problem

from .facts import Facts
from .held import PARENT, Held
from .people import People

ROWS = 2_000  # written at a time
KNOWN = 2
# Nothing, "awaited" or "decided before this file's period", or the thing itself: how much a value says.
WEIGHT: Mapping[str | None, int] = {None: 0, "": 0, "A": 1, "H": 1}
REPLACED_WHOLE = frozenset({NamedSetting, Need})  # a later file's setting replaces the earlier one, blanks and all
FIXED: Mapping[type[Model], Mapping[str, str]] = {  # what cannot honestly change once it is known
    Child: {"born_on": "date of birth"},
    AssessmentRequest: {
        "outcome": "decision whether to assess",
        "decided_on": "date of the decision whether to assess",
    },
    Assessment: {"outcome": "outcome of the assessment", "outcome_on": "date the assessment ended"},
    EHCPlan: {"issued_on": "date the plan was issued", "ceased_on": "date the plan ceased"},
}


@dataclass
class Tally:
    """`met` are the held rows that the file speaks of, `before` their images where it changes them at all."""

    added: list[Model] = field(default_factory=list)
    met: dict[int, Model] = field(default_factory=dict)
    before: dict[int, Mapping[str, Any]] = field(default_factory=dict)
    differing: set[int] = field(default_factory=set)  # changed in more than in how recently they were known

    def counted(self, kind: str) -> Counted:
        return Counted(kind, len(self.added), len(self.differing), len(self.met) - len(self.differing))


class Merge:
    """Take every person, then read `counts` and `problems`, or `write`."""

    def __init__(self, area: LocalArea, known_on: date) -> None:
        self.area, self.known_on = area, known_on
        self.held = Held(area)
        self.people = People(self.held.children)
        self.tallies: dict[type[Model], Tally] = {Child: Tally(), **{model: Tally() for model in PARENT}}
        self.problems: list[Problem] = []

    def take(self, person: Facts) -> None:
        child = self.people.recognise(person.values)
        if child is None:
            child = Child(area=self.area, key=person.key[0], known_on=self.known_on, **_known(person.values))
            self.tallies[Child].added.append(child)
        else:
            self._meet(child, person)
            child.key = self.people.key(child)
        self.people.add(child)
        self._take_under(child, person)

    def counts(self) -> tuple[Counted, ...]:
        return tuple(tally.counted(_plural(model)) for model, tally in self.tallies.items())

    def write(self, journal: Journal) -> None:
        """Parents before what hangs on them. Call inside a transaction."""
        for model, tally in self.tallies.items():
            journal.added_all(model._base_manager.bulk_create(tally.added, batch_size=ROWS))
            changed = [tally.met[number] for number in tally.before]
            save_all(model, changed)
            for row, before in zip(changed, tally.before.values(), strict=True):
                journal.changed(row, before)

    def _take_under(self, parent: Model, facts: Facts) -> None:
        for under in facts.under:
            row = self.held.find(under.model, parent, under.key)
            if row is None:
                row = under.model(**{PARENT[under.model]: parent}, known_on=self.known_on, **_known(under.values))
                self.held.put(row, parent, under.key)
                self.tallies[under.model].added.append(row)
            else:
                self._meet(row, under)
            self._take_under(row, under)

    def _meet(self, row: Any, facts: Facts) -> None:
        later = self.known_on >= row.known_on
        values = facts.values if facts.model in REPLACED_WHOLE else _known(facts.values)
        self.problems.extend(_contradictions(row, facts, values, self.known_on))
        changes = {name: value for name, value in values.items() if _overrides(getattr(row, name), value, later)}
        tally = self.tallies[facts.model]
        if row.pk is not None:
            tally.met[id(row)] = row
            if changes:
                tally.differing.add(id(row))
            if changes or self.known_on > row.known_on:
                tally.before.setdefault(id(row), image(row))
        for name, value in changes.items():
            setattr(row, name, value)
        row.known_on = max(row.known_on, self.known_on)


def _known(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in (None, "")}


def _overrides(held: Any, said: Any, later: bool) -> bool:
    """A later file tells it anew, unless all it tells is that it does not know."""
    if held == said:
        return False
    known = _weight(said) == KNOWN or _weight(held) == 0
    return known if later else _weight(said) > _weight(held)


def _weight(value: Any) -> int:
    return WEIGHT.get(value, KNOWN) if isinstance(value, str | None) else KNOWN


def _contradictions(row: Any, facts: Facts, values: Mapping[str, Any], known_on: date) -> Iterator[Problem]:
    for name, words in FIXED.get(facts.model, {}).items():
        held, said = getattr(row, name), values.get(name)
        if held != said and _weight(held) == _weight(said) == KNOWN:
            kept = (
                "the later one is kept"
                if known_on >= row.known_on
                else "the one already held is kept, because it is later"
            )
            yield Problem(
                "M01",
                "query",
                f"The {words} here differs from the one already held, known at {row.known_on.isoformat()}; {kept}.",
                str(row._meta.verbose_name),
                facts.line,
                name,
                str(said),
                "Look at the case file, and correct whichever system is wrong.",
            )


def _plural(model: type[Model]) -> str:
    words = str(model._meta.verbose_name_plural)
    return words[0].upper() + words[1:]
