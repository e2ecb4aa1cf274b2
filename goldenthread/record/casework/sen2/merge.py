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

from goldenthread.foundation.intake.source import BulkJournal, Counted
from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.record.casework.models import Assessment, AssessmentRequest, Child, EHCPlan, NamedSetting, Need
from goldenthread.rules.problems import Problem

from .facts import Facts
from .held import PARENT, Held, Row
from .people import IDENTITY, People, key

KNOWN_ON = "known_on"
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
    """New rows, and the held rows that the file speaks of."""

    added: list[Row] = field(default_factory=list)
    met: list[Row] = field(default_factory=list)

    def counted(self, kind: str) -> Counted:
        """A row that is only known more recently than before counts as unchanged."""
        changed = sum(bool(row.before.keys() - {KNOWN_ON}) for row in self.met)
        return Counted(kind, len(self.added), changed, len(self.met) - changed)


class Merge:
    """Take every person, then read `counts` and `problems`, or `write` once."""

    def __init__(self, area: LocalArea, known_on: date) -> None:
        self.area, self.known_on = area, known_on
        self.held = Held(area)
        self.people = People(self.held.children)
        self.tallies: dict[type[Model], Tally] = {model: Tally() for model in PARENT}
        self.problems: list[Problem] = []

    def take(self, person: Facts) -> None:
        child = self.people.recognise(person.values)
        if child is None:
            child = self._add(person, None, {"key": person.key[0]})
            self.people.add(child)
        else:
            self._meet(child, person)
            if child.before.keys() & IDENTITY or child.pk is None:
                child.change("key", key(child))
                self.people.add(child)
        self._take_under(child, person)

    def counts(self) -> tuple[Counted, ...]:
        return tuple(tally.counted(_plural(model)) for model, tally in self.tallies.items())

    def write(self, journal: BulkJournal) -> None:
        """Parents before what hangs on them. Call inside a transaction."""
        for model, tally in self.tallies.items():
            keys = journal.insert(model, [self._columns(row) for row in tally.added])
            for row, pk in zip(tally.added, keys, strict=True):
                row.pk = pk
            changed = [row for row in tally.met if row.before]
            journal.update(
                model,
                before={row.pk: row.before for row in changed},
                after={row.pk: {name: row.values[name] for name in row.before} for row in changed},
            )

    def _columns(self, row: Row) -> dict[str, Any]:
        above = row.parent.pk if row.parent else self.area.pk
        return {**row.values, f"{PARENT[row.model]}_id": above}

    def _add(self, facts: Facts, parent: Row | None, values: Mapping[str, Any]) -> Row:
        row = Row(facts.model, None, parent, {**values, **_known(facts.values), KNOWN_ON: self.known_on})
        self.tallies[facts.model].added.append(row)
        return row

    def _take_under(self, parent: Row, facts: Facts) -> None:
        for under in facts.under:
            row = self.held.find(under.model, parent, under.key)
            if row is None:
                row = self._add(under, parent, {})
                self.held.put(row, under.key)
            else:
                self._meet(row, under)
            self._take_under(row, under)

    def _meet(self, row: Row, facts: Facts) -> None:
        known_on = row.values[KNOWN_ON]
        later = self.known_on >= known_on
        values = facts.values if facts.model in REPLACED_WHOLE else _known(facts.values)
        differing = {name: said for name, said in values.items() if row.values.get(name) != said}
        if not row.met and row.pk is not None:
            row.met = True
            self.tallies[facts.model].met.append(row)
        if differing:
            self.problems.extend(_contradictions(row, facts, differing, self.known_on))
            for name, said in differing.items():
                if _overrides(row.values.get(name), said, later):
                    row.change(name, said)
        if self.known_on > known_on:
            row.change(KNOWN_ON, self.known_on)


def _known(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in (None, "")}


def _overrides(held: Any, said: Any, later: bool) -> bool:
    """A later file tells it anew, unless all it tells is that it does not know."""
    known = _weight(said) == KNOWN or _weight(held) == 0
    return known if later else _weight(said) > _weight(held)


def _weight(value: Any) -> int:
    return WEIGHT.get(value, KNOWN) if isinstance(value, str | None) else KNOWN


def _contradictions(row: Row, facts: Facts, differing: Mapping[str, Any], known_on: date) -> Iterator[Problem]:
    fixed = FIXED.get(facts.model, {})
    for name in (name for name in fixed if name in differing):
        held, said = row.values.get(name), differing[name]
        if _weight(held) == _weight(said) == KNOWN:
            yield _contradiction(row, facts.line, name, said, known_on)


def _contradiction(row: Row, line: int, name: str, said: Any, known_on: date) -> Problem:
    held_on = row.values[KNOWN_ON]
    kept = "the later one is kept" if known_on >= held_on else "the one already held is kept, because it is later"
    return Problem(
        "M01",
        "query",
        f"The {FIXED[row.model][name]} here differs from the one already held, known at {held_on.isoformat()}; {kept}.",
        str(row.model._meta.verbose_name),
        line,
        name,
        str(said),
        "Look at the case file, and correct whichever system is wrong.",
    )


def _plural(model: type[Model]) -> str:
    words = str(model._meta.verbose_name_plural)
    return words[0].upper() + words[1:]
