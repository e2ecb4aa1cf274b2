"""A table as it was told: every cell text, every row with its number in the file, and what was found wrong with it."""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.rules.problems import Problem, Severity

LISTED = 100  # rows listed of one fault; the rest are told as a number
EMPTY = "An empty cell"
Mask: TypeAlias = Any  # an Arrow array of truths, one a row


class Told:
    """`columns` are under our names; one that the file lacks reads as empty. `headings` are the file's own words."""

    def __init__(self, name: str, columns: Mapping[str, Any], headings: Mapping[str, str], numbers: Any) -> None:
        self.name, self.headings = name, headings
        self.columns = {each: _whole(column) for each, column in columns.items()}
        self.numbers = _whole(numbers)
        self.problems: list[Problem] = []
        self.aside = self.none()
        self.queried = self.none()
        self.lost = 0  # rows that could not even be read

    def __len__(self) -> int:
        return len(self.numbers)

    def none(self) -> Mask:
        return pa.repeat(pa.scalar(False), len(self.numbers))

    def has(self, name: str) -> bool:
        return name in self.columns

    def text(self, name: str) -> pa.StringArray:
        return self.columns[name] if name in self.columns else pa.repeat(pa.scalar(""), len(self))

    def each(self, name: str, read: Callable[[str], Any], type_: pa.DataType) -> pa.Array:
        """The column's cells as `read` understands them; each distinct one is read once."""
        return understood(self.text(name), read, type_)

    def tell(self, code: str, severity: Severity, mask: Mask, column: str, message: str, what_to_do: str = "") -> None:
        """One problem a row of the mask. “{value}” in the message stands for the cell. An error keeps the row aside."""
        mask = pc.fill_null(mask, False)
        self._mark(severity, mask)
        places = pc.indices_nonzero(mask)
        heading = self.headings.get(column, column)
        numbers = self.numbers.take(places[:LISTED]).to_pylist()
        values = self.text(column).take(places[:LISTED]).to_pylist()
        for number, value in zip(numbers, values, strict=True):
            said = message.replace("{value}", value or EMPTY)
            self.problems.append(Problem(code, severity, said, self.name, number, heading, value, what_to_do))
        if len(places) > LISTED:
            more = f"The same was found in {len(places) - LISTED:,} more rows, which are not listed one by one."
            self.problems.append(Problem(code, severity, more, self.name, 0, heading, "", what_to_do))

    def tell_each(
        self, code: str, severity: Severity, mask: Mask, column: str, message: str, what_to_do: str = ""
    ) -> None:
        """One problem for each distinct cell of the mask's rows, at the first of them, with how many there are."""
        mask = pc.fill_null(mask, False)
        self._mark(severity, mask)
        for count in pc.value_counts(self.text(column).filter(mask)).to_pylist():
            cell = count["values"]
            rows = pc.indices_nonzero(pc.and_(mask, pc.equal(self.text(column), cell)))
            said = f"{message} {count['counts']:,} rows are of it.".replace("{value}", cell or EMPTY)
            number = self.numbers.take(rows[:1]).to_pylist()[0]
            heading = self.headings.get(column, column)
            self.problems.append(Problem(code, severity, said, self.name, number, heading, cell, what_to_do))

    def _mark(self, severity: Severity, mask: Mask) -> None:
        if severity == "error":
            self.aside = pc.or_(self.aside, mask)
        else:
            self.queried = pc.or_(self.queried, mask)

    def say(self, code: str, severity: Severity, message: str, column: str = "", what_to_do: str = "") -> None:
        """A problem of the file as a whole."""
        heading = self.headings.get(column, column)
        self.problems.append(Problem(code, severity, message, self.name, 0, heading, "", what_to_do))

    def refused(self) -> int:
        return _number(self.aside) + self.lost

    def to_check(self) -> int:
        return _number(pc.and_not(self.queried, self.aside))

    def kept(self, columns: Mapping[str, Any]) -> pa.Table:
        """The columns made, of the rows that are not kept aside."""
        return pa.table(dict(columns)).filter(pc.invert(self.aside))


def understood(cells: pa.Array, read: Callable[[str], Any], type_: pa.DataType) -> pa.Array:
    encoded = cells.dictionary_encode()
    meanings = pa.array([read(word) for word in encoded.dictionary.to_pylist()], type_)
    return meanings.take(encoded.indices)


def _whole(column: Any) -> pa.Array:
    return column.combine_chunks() if isinstance(column, pa.ChunkedArray) else column


def _number(mask: Mask) -> int:
    return int(pc.sum(pc.cast(mask, pa.int64())).as_py() or 0)
