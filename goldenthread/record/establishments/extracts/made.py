"""What a file comes to: one typed table for each kind and day that it tells of."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from .told import Told

_SHARED = (
    ("child", pa.string()), ("urn", pa.string()), ("born_month", pa.date32()), ("send", pa.string()),
    ("need", pa.string()),
)  # fmt: skip
SCHEMAS = {
    "census": pa.schema([*_SHARED, ("main", pa.bool_()), ("roll", pa.string())]),
    "sessions": pa.schema(
        [*_SHARED, ("possible", pa.int64()), ("authorised", pa.int64()), ("unauthorised", pa.int64())]
    ),
    "exclusions": pa.schema(
        [*_SHARED, ("starts_on", pa.date32()), ("permanent", pa.bool_()), ("sessions", pa.int64()),
         ("row", pa.string())]
    ),
}  # fmt: skip


@dataclass(frozen=True)
class Made:
    """`kind` is a PupilExtract.Kind; `day` its census day, or the first day of its term."""

    kind: str
    day: date
    table: pa.Table

    @property
    def schools(self) -> list[str]:
        return sorted(pc.unique(self.table["urn"]).to_pylist())


@dataclass
class Brought:
    """All that was understood of one upload."""

    made: list[Made] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)

    def take(self, kind: str, told: Told, table: pa.Table) -> None:
        """`table` has the columns of the kind, and `day`."""
        self.told.append(told)
        self.made.extend(split(kind, table))


def split(kind: str, table: pa.Table) -> Iterator[Made]:
    """By day; the rows in an order that does not hang on the file's own, so that equal facts make equal files."""
    schema = SCHEMAS[kind]
    for on in sorted(pc.unique(table["day"]).to_pylist()):
        rows = table.filter(pc.equal(table["day"], pa.scalar(on, pa.date32()))).select(schema.names).cast(schema)
        yield Made(kind, on, rows.sort_by([(name, "ascending") for name in schema.names]).combine_chunks())
