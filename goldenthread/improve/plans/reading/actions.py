"""The rows of actions: one action each, with what hangs on it. A row that cannot be taken says why."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from goldenthread.improve.plans.reading.content import ActionLine, PlanContent
from goldenthread.improve.plans.reading.days import Around, Day
from goldenthread.improve.plans.reading.fates import ACTION, CONTINUES, HEADING, KEPT_ASIDE, NOT_TAKEN, SECTION
from goldenthread.improve.plans.reading.grid import Cells, Grid
from goldenthread.improve.plans.reading.hanging import outcome_of, take_hanging
from goldenthread.improve.plans.reading.headings import Headings
from goldenthread.improve.plans.reading.rows import Row, joined
from goldenthread.improve.plans.reading.sections import announced
from goldenthread.improve.plans.reading.splitting import parts_of, refs_of_parts, several
from goldenthread.improve.plans.reading.tables import Table
from goldenthread.improve.plans.reading.themes import Themes
from goldenthread.rules.honesty.colours import Colour

LONGEST_REF = 18  # so that there is room for the letter of a part
Group = list[tuple[int, Cells]]


@dataclass
class Actions:
    """Reads grid after grid, so that a reference that stands on two sheets is seen. `splits`: a cell of several
    actions is taken as that many, but for the references in `whole`.
    """

    content: PlanContent
    around: Around
    splits: bool = False
    whole: frozenset[str] = frozenset()
    outcomes: set[str] = field(default_factory=set)  # references that a sheet of outcomes explains
    _rows: dict[str, Row] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._themes = Themes(self.content)

    def read(self, grid: Grid, tables: Sequence[Table]) -> None:
        self._themes.open(announced(grid.heading) if grid.heading else None)
        last = max((number for table in tables for number, _ in _telling(table)), default=0)
        for table in tables:
            for at, (number, cells) in enumerate(table.above):
                self._above(Row(grid.title, number, cells, table.headings), is_first=at == 0)
            for group in _groups(table):
                self._group(grid.title, group, table.headings, last)

    def _above(self, row: Row, is_first: bool) -> None:
        section = announced(row.filled[0]) if len(row.filled) == 1 else None
        if section is not None:
            self._themes.open(section)
            self._fate(row, SECTION)
        elif is_first and len(row.filled) == 1:
            self._fate(row, HEADING)
        else:
            self._fate(row, NOT_TAKEN, "It stands above the headings.")

    def _group(self, table: str, group: Group, headings: Headings, last: int) -> None:
        (number, cells), *more = group
        together = joined([each for _, each in group]) if more else cells
        row = Row(table, number, together, headings, self.around)
        if not more and self._stands_alone(row, last):
            return
        self._take(row)
        self.content.problems += row.problems
        self._fate(row, KEPT_ASIDE if row.refused else ACTION)
        for other, _ in more:
            why = f"It continues row {number}, which is kept aside." if row.refused else ""
            self.content.fates.say(table, other, NOT_TAKEN if row.refused else CONTINUES, why)

    def _stands_alone(self, row: Row, last: int) -> bool:
        """A single cell that says something: the name of a theme, where actions follow; else a note."""
        said = [cell for cell in row.cells if cell.own]
        if len(said) != 1:
            return False
        section = announced(said[0].own, said[0].wide)
        is_action = row.text("wording") and not (section and (said[0].wide or "ref" in row.headings.columns))
        if is_action:
            return False
        if section is not None and row.number < last:
            self._themes.open(section)
            self._fate(row, SECTION)
        else:
            self._fate(row, NOT_TAKEN, "It stands alone in its row, and names no theme that actions follow: a note.")
        return True

    def _take(self, row: Row) -> None:
        ref = self._ref(row)
        if not row.text("wording"):
            row.say(
                "PLAN-WORDING",
                "error",
                "This row says nothing of what will be done. It is kept aside.",
                "wording",
                "Write the action, or delete the row.",
            )
        colour = row.colour()
        if row.refused:
            return
        self._rows[ref] = row
        theme = self._themes.number_for(row, ref, lambda: row.cut("theme", 200))
        line = self._action(row, ref, theme, colour)
        parts = self._parts(row, ref)
        first = parts[0][0] if parts else ref
        for each in _split(line, parts) if parts else (line,):
            self.content.take(each)
        take_hanging(row, first, self.content)
        _doubts(row, ref, colour)

    def _ref(self, row: Row) -> str:
        if "ref" not in row.headings.columns:
            return f"{row.number}" if f"{row.number}" not in self._rows else f"{row.number}-{len(self._rows)}"
        ref = row.text("ref").rstrip(".")
        if not ref:
            row.say(
                "PLAN-REF",
                "error",
                "This action has no reference. It is kept aside.",
                "ref",
                "Give it a reference of its own, such as 2.3.",
            )
        elif len(ref) > LONGEST_REF:
            row.say(
                "PLAN-REF",
                "error",
                "This is too long for a reference. The row is kept aside.",
                "ref",
                "Give it a short reference, such as 2.3.",
            )
        elif ref in self._rows:
            self._say_twice(row, ref, self._rows[ref])
        return ref

    def _say_twice(self, row: Row, ref: str, first: Row) -> None:
        row.say(
            "PLAN-TWICE",
            "error",
            f"The reference {ref} stands twice. The action in row {first.number} of {first.table} is "
            "taken; this row is kept aside.",
            "ref",
            f"Give this action a reference of its own.{_ten(row, ref)}",
        )

    def _action(self, row: Row, ref: str, theme: int, colour: Colour | None) -> ActionLine:
        return ActionLine(
            row=row.number,
            table=row.table,
            ref=ref,
            theme=theme,
            wording=row.text("wording"),
            outcome=outcome_of(row, theme, self.content, self.outcomes),
            lead=row.cut("lead", 200),
            body=row.cut("body", 200),
            partners=row.cut("partners", 300),
            workstream=row.cut("workstream", 20),
            activity=row.cut("activity", 200),
            starts=row.day("starts"),
            due=_with_room(row.day("due"), row),
            colour=colour,
            progress=row.text("progress"),
            updated=row.exact_day("updated"),
            verified_by=row.text("verified_by"),
            verified_on=row.exact_day("verified_on"),
            as_written=_as_written(row),
            headings={name: row.headings.words_of(name) for name in row.headings.columns},
        )

    def _parts(self, row: Row, ref: str) -> list[tuple[str, str]]:
        """(reference, wording) of each action that the cell holds, where they are taken apart."""
        words = several(row.text("wording"))
        refs = refs_of_parts(ref, words, set(self._rows)) if words else ()
        if not words:
            return []
        parts = list(zip(refs, words, strict=False))
        if parts and ref not in self.whole:
            self.content.splits[ref] = parts
        if parts and self.splits and ref not in self.whole:
            return parts
        self._say_several(row, len(words), parts, ref in self.whole)
        return []

    def _say_several(self, row: Row, count: int, parts: list[tuple[str, str]], whole: bool) -> None:
        what = "Tick “Split cells that hold several actions”, or give each a row of its own."
        if whole:
            what = "It is in the plan as one action already: split it on its own page."
        elif not parts:
            what = "Give each a row and a reference of its own."
        message = f"This cell seems to hold {count} actions. They are taken as one."
        row.say("PLAN-SEVERAL", "query", message, "wording", what)

    def _fate(self, row: Row, fate: str, why: str = "") -> None:
        self.content.fates.say(row.table, row.number, fate, why)


def _telling(table: Table) -> Iterator[tuple[int, Cells]]:
    places = table.headings.columns.get("wording", ())
    return (
        (number, cells)
        for number, cells in table.rows
        if sum(bool(cell.text) for cell in cells) > 1 and any(at < len(cells) and cells[at].text for at in places)
    )


def _groups(table: Table) -> Iterator[Group]:
    """Rows whose action is merged with the one above continue it, unless they have a reference of their own."""
    group: Group = []
    wording, ref = (table.headings.columns.get(name, ()) for name in ("wording", "ref"))
    for number, cells in table.rows:
        continues = any(at < len(cells) and cells[at].again and cells[at].text for at in wording)
        if group and continues and not any(at < len(cells) and cells[at].own for at in ref):
            group.append((number, cells))
            continue
        if group:
            yield group
        group = [(number, cells)]
    if group:
        yield group


def _split(line: ActionLine, parts: Sequence[tuple[str, str]]) -> Iterable[ActionLine]:
    done = parts_of(line.progress, len(parts))
    for at, (ref, wording) in enumerate(parts):
        written = {**line.as_written, "Part": f"{at + 1} of {len(parts)}"}
        yield replace(line, ref=ref, wording=wording, progress=done[at], part_of=line.ref, as_written=written)


def _as_written(row: Row) -> Mapping[str, str]:
    """Heading → what the cell says, of every column that says anything; then the sheet and the row."""
    said: dict[str, str] = {}
    for word, cell in zip(row.headings.words, row.cells, strict=False):
        if word and cell.text:
            said[word] = f"{said[word]}\n{cell.text}" if word in said else cell.text
    ours = {"Sheet", "Row", "Part"}
    clear = {f"{word} (column)" if word in ours else word: words for word, words in said.items()}
    return clear | {
        "Sheet": row.table,
        "Row": f"{row.number}",
    }


def _with_room(day: Day, row: Row) -> Day:
    return replace(day, written=row.cut("due", 100)) if len(day.written) > 100 else day


def _doubts(row: Row, ref: str, colour: Colour | None) -> None:
    row.say_formulas()
    said = any(each.code == "PLAN-NO-COLOUR" for each in row.problems)
    if colour is None and "colour" in row.headings.columns and not said:
        row.say(
            "PLAN-NO-COLOUR",
            "query",
            f"No colour is reported for {ref}. It is taken as White, not started.",
            "colour",
            "Write one of Green, Amber, Red, Blue or White.",
        )
    if colour is Colour.RED and not (row.text("remedy") and row.text("remedy_owner") and row.cell("remedy_due").value):
        row.say(
            "PLAN-RED",
            "query",
            f"{ref} is Red, and the file does not say what will be done, by whom and by when. The plan’s "
            "page shows that this is owed.",
            "colour",
            "Add a remedial action, its owner and a new date.",
        )


def _ten(row: Row, ref: str) -> str:
    """Excel turns a typed 1.10 into the number 1.1."""
    is_number = isinstance(row.cell("ref").value, float) and "." in ref
    return f" If it was meant to be {ref}0, format the cell as text and type it again." if is_number else ""
