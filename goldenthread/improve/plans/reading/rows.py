"""One row under its headings, and what is said of the cells in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from goldenthread.foundation.ui.words import day as in_words
from goldenthread.improve.plans.reading.colours import (
    colour_in_words,
    colour_of_shade,
    meant_otherwise,
    tells_no_colour,
)
from goldenthread.improve.plans.reading.days import NOTHING_AROUND, Around, Day, read_day
from goldenthread.improve.plans.reading.grid import EMPTY, Cell, Grid, own_words, says_anything
from goldenthread.improve.plans.reading.headings import Headings
from goldenthread.rules.honesty.colours import Colour
from goldenthread.rules.problems import Problem, Severity


@dataclass
class Row:
    """`problems` gathers what was found in the row; `refused` says that it is kept aside."""

    table: str
    number: int
    cells: Sequence[Cell]
    headings: Headings
    around: Around = NOTHING_AROUND
    problems: list[Problem] = field(default_factory=list)

    def cell(self, name: str) -> Cell:
        """The first that says anything, where several columns are read as one thing."""
        places = self.headings.columns.get(name, ())
        if len(places) == 1:
            return self.cells[places[0]] if places[0] < len(self.cells) else EMPTY
        found = self._cells(name)
        return next((cell for cell in found if cell.text), found[0] if found else EMPTY)

    def text(self, name: str) -> str:
        places = self.headings.columns.get(name, ())
        if len(places) == 1:
            return self.cells[places[0]].text if places[0] < len(self.cells) else ""
        return "\n".join(cell.text for cell in self._cells(name) if cell.text)

    def cut(self, name: str, length: int) -> str:
        """Said where it is longer than there is room for."""
        words = self.text(name)
        if len(words) > length:
            self.say(
                "PLAN-LONG",
                "query",
                f"There is room for {length} letters, and this has {len(words)}: it ends at "
                f"“…{words[length - 30 : length]}”. The whole is kept with the row as the file has it.",
                name,
                "Shorten it, if what is cut matters.",
            )
        return words[:length]

    @property
    def filled(self) -> list[str]:
        return own_words(self.cells)

    def _cells(self, name: str) -> list[Cell]:
        return [self.cells[at] for at in self.headings.columns.get(name, ()) if at < len(self.cells)]

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
        found = read_day(self.cell(name), self.around)
        if not (found.unread or found.doubt or (found.on and not found.exact)):
            return found
        words, write = f"“{found.written}”", "Write the date as 31/08/2026"
        if found.on is None:
            because = found.doubt or "is not a date."
            kept = "The words are kept; there is no date to hold anyone to."
            self.say("PLAN-DATE", "query", f"{words} {because} {kept}", name, f"{write}.")
        elif found.doubt:
            taken = f"It is taken as {in_words(found.on)}."
            self.say("PLAN-DOUBTFUL", "query", f"{words} {found.doubt} {taken}", name, f"{write} if another is meant.")
        else:
            taken = f"{words} is taken as the end of it, {in_words(found.on)}."
            self.say("PLAN-MONTH", "query", taken, name, f"{write} if another day is meant.")
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
        shade = colour_of_shade(cell.fill)
        if words := self.text(name):
            return self._named(words, shade, name)
        if shade:
            self.say(
                "PLAN-SHADE",
                "query",
                f"The colour is only a shade. It is read as {shade.word}.",
                name,
                f"Write {shade.word} in the cell, so that it can be read without seeing colour.",
            )
        return shade

    def _named(self, words: str, shade: Colour | None, name: str) -> Colour | None:
        found = colour_in_words(words)
        if found is None and tells_no_colour(words):
            self._say_no_colour(words, shade, name)
            return shade
        if found is None:
            several = " or ".join(colour.word for colour in Colour if colour.word.lower() in words.lower())
            why = f"names more than one colour: {several}" if " or " in several else "is not a colour of the plan"
            self.say(
                "PLAN-COLOUR", "error", f"“{words}” {why}.", name, "Write one of Green, Amber, Red, Blue or White."
            )
        elif shade not in (None, found):
            self._say_two(f"The cell says “{words}” and is shaded {shade.word}.", found, name)
        elif other := meant_otherwise(words):
            self._say_two(f"“{words}” names {found.word}, and its words mean {other.word}.", found, name)
        return found

    def _say_no_colour(self, words: str, shade: Colour | None, name: str) -> None:
        read = f"The shade is read: {shade.word}." if shade else "The action is taken without a colour."
        message = f"“{words}” does not say a colour. {read}"
        self.say("PLAN-NO-COLOUR", "query", message, name, "Write one of Green, Amber, Red, Blue or White.")

    def _say_two(self, why: str, taken: Colour, name: str) -> None:
        message = f"{why} The word counts: it is taken as {taken.word}."
        self.say("PLAN-TWO-COLOURS", "query", message, name, "Let the word and the shade agree.")

    def say_formulas(self) -> None:
        if not any(cell.formula for cell in self.cells):
            return
        for name, places in self.headings.columns.items():
            if any(at < len(self.cells) and self.cells[at].formula for at in places):
                self._say_formula(name)

    def _say_formula(self, name: str) -> None:
        if shown := self.text(name):
            message = f"This cell is worked out by a formula. What it showed last, “{shown}”, is taken."
            self.say("PLAN-FORMULA", "query", message, name)
        else:
            message = "This cell is worked out by a formula whose result was not saved. It is taken as empty."
            self.say("PLAN-FORMULA", "query", message, name, "Open the file in Excel, save it and bring it again.")


def rows_under(grid: Grid, headings: Headings) -> Iterator[Row]:
    """Every row below the headings that says anything of its own."""
    for number, cells in grid.rows[headings.at + 1 :]:
        if says_anything(cells):
            yield Row(grid.title, number, cells, headings)


def joined(rows: Sequence[Sequence[Cell]]) -> list[Cell]:
    """Rows that continue one another as one: what each says of its own in a column, line by line."""
    first, *rest = rows
    return [_joined(cell, [row[at] for row in rest if at < len(row) and row[at].own]) for at, cell in enumerate(first)]


def _joined(cell: Cell, more: Sequence[Cell]) -> Cell:
    if not more:
        return cell
    if not cell.text and len(more) == 1:
        return more[0]
    words = "\n".join(each.text for each in (cell, *more) if each.text)
    return Cell(words, cell.fill or more[0].fill, cell.formula)
