"""What is asked of each row of one table, laid out so that a row like many others is passed over quickly.

Rows come in few shapes (which fields are filled), within one in few combinations of codes, and with dates and schools
that come again. So what hangs on the shape is worked out once for each shape, what hangs on the codes once for each
combination, and a date or a number found good in its column is remembered, from one file to the next.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import Any

from goldenthread.rules.problems import Problem
from goldenthread.rules.sen2.case import Case
from goldenthread.rules.sen2.checks.registry import Check, Tally, Test
from goldenthread.rules.sen2.fields import COLUMNS, FREE_TEXT, Field, Table
from goldenthread.rules.sen2.formats import BEFORE_BIRTH, Judge, judge_of, judged_as, well_formed
from goldenthread.rules.sen2.persons import Row

REMEMBERED = 50_000
_SORTS = {
    **dict.fromkeys(("code", "boolean"), "code"),
    **dict.fromkeys(("upn", "uln", "postcode", "text"), "seldom"),
    "date": "date",
}


class Known:
    """What was found good, for one collection's year and day. It only saves judging again: it changes no answer.

    `values`: by how they are judged. `codes`: by table and fields filled, the combinations in which nothing is wrong.
    """

    def __init__(self) -> None:
        self.values: defaultdict[Hashable, set[str]] = defaultdict(set)
        self.codes: defaultdict[Hashable, set[Hashable]] = defaultdict(set)
        self.screens: dict[Hashable, Any] = {}  # of `screen`, by template


@lru_cache(maxsize=8)
def known(year: int, census: str, checks: tuple[str, ...]) -> Known:  # noqa: ARG001
    """What checkers of the same year, day and checks have found good so far in this process."""
    return Known()


@dataclass(slots=True)
class Shape:
    """What is asked of a row in which just these fields are filled."""

    missing: list[str]
    code_columns: list[str]
    codes: Callable[[Row], Hashable]
    dates: list[tuple[str, set[str]]]
    values: list[tuple[str, set[str]]]
    seldom_twice: list[tuple[str, Callable[[str], bool]]]
    by_codes: list[tuple[Test, Check]]
    others: list[tuple[Test, Check]]
    below: list[tuple[str, bool, "TableChecks"]]
    watchers: list[Tally]
    not_collected: bool
    settled: set[Hashable]  # combinations of codes in which nothing is wrong


class TableChecks:
    """`out_of_year` counts the values of elements that the year does not collect."""

    def __init__(self, table: Table, case: Case, year: int, checks: Iterable[Check], known: Known) -> None:
        self.below: list[tuple[str, bool, TableChecks]] = []
        self.out_of_year: Counter[str] = Counter()
        self.tallies: list[Tally] = []
        self._table, self._case, self._year = table.name, case, year
        self._fields = COLUMNS[table.name]
        self._judges = {name: self._judge_of(each) for name, each in self._fields.items() if name not in FREE_TEXT}
        self._known = known
        self._good = {column: self._good_in(self._fields[column]) for column in self._judges}
        self._checks = [each for each in checks if each.table == table.name]
        self._shapes: dict[tuple[str, ...], Shape] = {}

    def _judge_of(self, each: Field) -> Judge:
        if each.collected_in(self._year):
            return judge_of(each, self._year, self._case.census)
        return lambda _value: self.out_of_year.update((each.column,))

    def _good_in(self, each: Field) -> set[str]:
        return self._known.values[judged_as(each)] if each.collected_in(self._year) else set()

    def shape_of(self, row: Row) -> Shape:
        filled = tuple(row)
        shape = self._shapes.get(filled)
        if shape is None:
            shape = self._new_shape(row)
            if len(self._shapes) < REMEMBERED:
                self._shapes[filled] = shape
        return shape

    def _new_shape(self, row: Row) -> Shape:
        fields = [self._fields[column] for column in row if column in self._judges]
        codes, dates, seldom, values = (
            [each.column for each in fields if self._sort_of(each) == sort]
            for sort in ("code", "date", "seldom", "value")
        )
        checks = [each for each in self._checks if each.is_asked_of(row)]
        return Shape(
            missing=[name for name, each in self._fields.items() if each.required_in(self._year) and name not in row],
            code_columns=codes,
            codes=itemgetter(*codes) if codes else no_codes,
            dates=[(column, self._good[column]) for column in dates],
            values=[(column, self._good[column]) for column in values],
            seldom_twice=[(column, well_formed(self._fields[column])) for column in seldom],
            by_codes=[(each.test, each) for each in checks if each.by_codes],
            others=[(each.test, each) for each in checks if not each.by_codes],
            below=[(name, many, table) for name, many, table in self.below if name in row],
            watchers=[each for each in self.tallies if row.keys() >= set(each.fields)],
            not_collected=any(not each.collected_in(self._year) for each in fields),
            settled=self._known.codes[self._table, tuple(row)],
        )

    def _sort_of(self, field: Field) -> str:
        if not field.collected_in(self._year):
            return "value"
        return _SORTS.get(field.type, "value")

    def look(self, row: Row, line: int, found: list[Problem], faulty: set[str]) -> Shape:
        """Judge each value on its own. What cannot be read is added to `faulty`, so that no rule goes by it."""
        shape, born = self.shape_of(row), self._case.born
        for column, known in shape.dates:
            day = row[column]
            if (day in known or self._is_good(column, row, line, found, faulty)) and day < born:
                found.append(BEFORE_BIRTH.at(self._fields[column], row.get("line", line), day))
        for column, known in shape.values:
            if row[column] not in known:
                self._is_good(column, row, line, found, faulty)
        for column, is_well_formed in shape.seldom_twice:
            if not is_well_formed(row[column]):
                self._is_good(column, row, line, found, faulty)
        if shape.codes(row) not in shape.settled:
            self._settle(row, shape, line, found, faulty)
        if shape.missing:
            found.extend(self._missing(column, row.get("line", line)) for column in shape.missing)
        return shape

    def _settle(self, row: Row, shape: Shape, line: int, found: list[Problem], faulty: set[str]) -> None:
        """Judge a combination of codes, and ask what goes by codes alone."""
        before = len(found)
        for column in shape.code_columns:
            self._is_good(column, row, line, found, faulty)
        found.extend(
            problem(check, row, line) for test, check in _readable(shape.by_codes, faulty) if test(row, self._case)
        )
        if len(found) == before and len(shape.settled) < REMEMBERED:
            shape.settled.add(shape.codes(row))

    def _is_good(self, column: str, row: Row, line: int, found: list[Problem], faulty: set[str]) -> bool:
        """Judge a value not yet known; remember it if it is good and may come again."""
        field, value = self._fields[column], row[column]
        fault = self._judges[column](value)
        if fault is None:
            self._remember(field, value)
            return True
        found.append(fault.at(field, row.get("line", line), value))
        if fault.unreadable:
            faulty.add(f"{self._table}.{column}")
        return not fault.unreadable

    def _remember(self, field: Field, value: str) -> None:
        if field.collected_in(self._year):
            known = self._good[field.column]
            if len(known) >= REMEMBERED:
                known.clear()
            known.add(value)

    def _missing(self, column: str, line: int) -> Problem:
        element = self._fields[column].element
        message = f"{element} is missing; every row of {self._table} needs it in {self._year}"
        return Problem("F03", "error", message, self._table, line, column, "", f"Give {element}.")

    def apply(self, row: Row, shape: Shape, line: int, found: list[Problem], faulty: set[str]) -> None:
        """Ask the rules, but for those that go by something unreadable; then let the whole-file checks see the row."""
        case = self._case
        for test, check in _readable(shape.others, faulty) if faulty else shape.others:
            if test(row, case):
                found.append(problem(check, row, line))
        for tally in shape.watchers:
            tally.see(row, case)


def no_codes(_: Row) -> Hashable:
    return None


def _readable(tests: list[tuple[Test, Check]], faulty: set[str]) -> list[tuple[Test, Check]]:
    return [(test, check) for test, check in tests if check.reads.isdisjoint(faulty)]


def problem(check: Check, row: Row, line: int) -> Problem:
    table, _, column = check.fields[0].rpartition(".")
    value = row.get(column, "") if not table and column not in FREE_TEXT else ""
    shown = value if isinstance(value, str) else ""
    where = row.get("line", line)
    return Problem(check.code, check.severity, check.message, check.table, where, column, shown, check.what_to_do)
