"""What a file says of an action now, beside what a file said of it last, and what is held.

A cell that says what it said before says nothing new: whatever a person has changed since stays. Where the cell and a
person have both changed, the person's stays too, and the contradiction is listed.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from goldenthread.foundation.ui.words import day as in_words
from goldenthread.improve.plans.merging.people import People
from goldenthread.improve.plans.models import Action, Amendment
from goldenthread.improve.plans.reading.content import ActionLine
from goldenthread.improve.plans.reading.days import read_day
from goldenthread.improve.plans.reading.grid import Cell
from goldenthread.improve.plans.reading.splitting import several
from goldenthread.rules.problems import Problem

NOBODY_SAID = "Not said in the file"
# Our name of a column → the fields that it fills
FIELDS = {
    "wording": ("wording",), "lead": ("lead", "lead_as_written"), "body": ("body",), "partners": ("partners",),
    "workstream": ("workstream",), "activity": ("activity",), "starts": ("starts_on",),
    "due": ("due_on", "due_as_written"), "outcome": ("outcome",), "verified_by": ("verified_by",),
    "verified_on": ("verified_on",),
}  # fmt: skip
SHOWN = 160
PLACE = {"Sheet", "Row"}


def said_before(line: ActionLine, held: Action, name: str) -> str | None:
    """What the columns of our `name` said in the file from which the action was taken last; None where that is not
    known, or was a file of another shape.
    """
    if not any(word in held.as_written for word in line.headings.get("wording", ())):
        return None
    return _words(line, held.as_written, name)


def says_the_same(line: ActionLine, held: Action, *names: str) -> bool:
    return all(said_before(line, held, name) == _words(line, line.as_written, name) for name in names)


def same_row(line: ActionLine, held: Action) -> bool:
    """Whether the whole row is the one held, wherever in the file it stands."""
    rows = line.as_written, held.as_written
    now, then = ({word: said for word, said in row.items() if word not in PLACE} for row in rows)
    return now == then


class Beside:
    """Lets through what a file may change of an action that is held; `problems` are what it may not."""

    def __init__(self, people: People, amendments: Iterable[Amendment]) -> None:
        self._people = people
        self.problems: list[Problem] = []
        self._reworded: dict[int, list[Amendment]] = {}
        for each in amendments:  # oldest first
            self._reworded.setdefault(each.action_id, []).append(each)

    def let_through(self, line: ActionLine, held: Action, said: Mapping[str, object]) -> dict[str, object]:
        kept: set[str] = set()
        for name, fields in FIELDS.items():
            differs = [field for field in fields if field in said and getattr(held, field) != said[field]]
            if differs and (why := self._stays(name, line, held)):
                kept.update(fields)
                self._say(line, name, _shown(getattr(held, differs[0])), _shown(said[differs[0]]), why)
        return {name: value for name, value in said.items() if name not in kept}

    def say_update(self, line: ActionLine, held: str, held_on: date, why: str) -> None:
        said = f"{line.colour.word}: {line.progress}".rstrip(": ") if line.colour else line.progress
        self._say(line, "colour", f"{held}, of {in_words(held_on)}", said, why)

    def _stays(self, name: str, line: ActionLine, held: Action) -> str:
        """Why what is held stays; empty where the file's word counts."""
        before = said_before(line, held, name)
        if before is None:
            return self._reworded_since(line, held) if name == "wording" else ""
        if before == _words(line, line.as_written, name):
            return "The file says what it said before, and this was changed here since."
        return "" if self._is_as_before(name, before, line, held) else "Both the file and this were changed since."

    def _is_as_before(self, name: str, before: str, line: ActionLine, held: Action) -> bool:
        if name in ("due", "starts"):
            day, on = read_day(Cell(before or None)), held.due_on if name == "due" else held.starts_on
            return day.agrees_with(on) if day.on or not before else held.due_as_written == before[:100]
        if name == "lead":
            return held.lead_as_written == before[:200] or self._people.leads(before).first == held.lead
        if name == "wording":
            return held.wording in (before, *several(before)) and not (
                line.part_of and held.wording not in several(before)
            )
        if name in ("outcome", "verified_by", "verified_on"):
            return True
        return bool(before.startswith(getattr(held, name)) if getattr(held, name) else not before)

    def _reworded_since(self, line: ActionLine, held: Action) -> str:
        """An older file says words that a meeting has replaced."""
        mine = self._reworded.get(held.pk, [])
        newest = next((each for each in reversed(mine) if each.after == held.wording), None)
        if newest is None or newest.asked_by == NOBODY_SAID or line.wording not in {each.before for each in mine}:
            return ""
        where = f" at {newest.meeting}" if newest.meeting else ""
        return f"These words were replaced on {in_words(newest.on)}, as {newest.asked_by} asked{where}."

    def _say(self, line: ActionLine, name: str, held: str, said: str, why: str) -> None:
        self.problems.append(
            Problem(
                "PLAN-KEPT",
                "query",
                f"The file says “{said}” of {line.ref}; here it is “{held}”. {why} What is here stays.",
                line.table,
                line.row,
                next(iter(line.headings.get(name, ())), name),
                said,
                "If the file is right, change the action on its own page.",
            )
        )


def _words(line: ActionLine, row: Mapping[str, str], name: str) -> str:
    return "\n".join(row[word] for word in dict.fromkeys(line.headings.get(name, ())) if row.get(word))


def _shown(value: object) -> str:
    if value is None or value == "":
        return "nothing"
    words = in_words(value) if isinstance(value, date) else str(value)
    return words if len(words) <= SHOWN else f"{words[:SHOWN]}…"
