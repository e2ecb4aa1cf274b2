"""One row under its headings, and what is said of the cells in it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from goldenthread.foundation.ui.words import day as in_words
from goldenthread.improve.plans.reading.colours import colour_in_words, colour_of_shade
from goldenthread.improve.plans.reading.days import Day, read_day
from goldenthread.improve.plans.reading.grid import EMPTY, Cell, Grid
from goldenthread.improve.plans.reading.headings import Headings
from goldenthread.rules.honesty.colours import Colour
from goldenthread.rules.problems import Problem, Severity


@dataclass
class Row:
    """`problems` gathers what was found in the row; `refused` says that it is kept aside."""

    table: str
    number: int
    cells: list[Cell]
    headings: Headings
    problems: list[Problem] = field(default_factory=list)

    def cell(self, name: str) -> Cell:
        place = self.headings.columns.get(name)
        return self.cells[place] if place is not None and place < len(self.cells) else EMPTY

    def text(self, name: str) -> str:
        return self.cell(name).text

    @property
    def filled(self) -> list[str]:
        return [cell.text for cell in self.cells if cell.text]

    @property
    def refused(self) -> bool:
        return any(each.severity == "error" for each in self.problems)

    def say(self, code: str, severity: Severity, message: str, name: str = "", what_to_do: str = "") -> None:
        column = self.headings.word(name) if name else ""
        self.problems.append(
            Problem(
                code, severity, message, self.table, self.number, column, self.text(name) if name else "", what_to_do
            )
        )

    def day(self, name: str) -> Day:
        """Said as a query where it had to be guessed, or could not be read."""
        found = read_day(self.cell(name))
        if found.unread:
            self.say(
                "PLAN-DATE",
                "query",
                f"“{found.written}” is not a date. The words are kept; there is no date to hold anyone to.",
                name,
                "Write the date as 31/08/2026.",
            )
        elif found.on and not found.exact:
            self.say(
                "PLAN-MONTH",
                "query",
                f"“{found.written}” is taken as the end of it, {in_words(found.on)}.",
                name,
                "Write the date as 31/08/2026 if another day is meant.",
            )
        return found

    def exact_day(self, name: str) -> date | None:
        return self.day(name).on

    def number_in(self, name: str) -> float | None:
        """Pounds, commas and per cent signs are left out. None, with a query, where it is no number."""
        value = self.cell(name).value
        if isinstance(value, int | float) and not isinstance(value, bool):
            return float(value)
        words = self.text(name).replace(",", "").strip("£% ")
        try:
            return float(words) if words else None
        except ValueError:
            self.say(
                "PLAN-NUMBER",
                "query",
                f"“{self.text(name)}” is not a number. It is left out.",
                name,
                "Write figures only.",
            )
            return None

    def colour(self, name: str = "colour") -> Colour | None:
        """By its words; where there are none, by its shade. A colour that is none of the five keeps the row aside."""
        cell = self.cell(name)
        if cell.text:
            return self._named(cell.text, name)
        found = colour_of_shade(cell.fill)
        if found:
            self.say(
                "PLAN-SHADE",
                "query",
                f"The colour is only a shade. It is read as {found.word}.",
                name,
                f"Write {found.word} in the cell, so that it can be read without seeing colour.",
            )
        return found

    def _named(self, words: str, name: str) -> Colour | None:
        found = colour_in_words(words)
        if found is None:
            several = " or ".join(colour.word for colour in Colour if colour.word.lower() in words.lower())
            why = f"names more than one colour: {several}" if " or " in several else "is not a colour of the plan"
            self.say(
                "PLAN-COLOUR", "error", f"“{words}” {why}.", name, "Write one of Green, Amber, Red, Blue or White."
            )
        return found

    def say_formulas(self) -> None:
        for name, place in self.headings.columns.items():
            if place < len(self.cells) and self.cells[place].formula:
                self._say_formula(name)

    def _say_formula(self, name: str) -> None:
        if shown := self.text(name):
            self.say(
                "PLAN-FORMULA",
                "query",
                f"This cell is worked out by a formula. What it showed last, “{shown}”, is taken.",
                name,
            )
        else:
            self.say(
                "PLAN-FORMULA",
                "query",
                "This cell is worked out by a formula whose result was not saved. It is taken as empty.",
                name,
                "Open the file in Excel, save it and bring it again.",
            )


def rows_under(grid: Grid, headings: Headings) -> Iterator[Row]:
    """Every row below the headings that holds anything."""
    for number, cells in grid.rows[headings.at + 1 :]:
        row = Row(grid.title, number, list(cells), headings)
        if row.filled:
            yield row
