"""Persons of a return → frozen tables: by columns those that were read by a template, the others one by one."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

import pyarrow as pa

from goldenthread.measure.snapshots import columnwise, from_returns, parquet
from goldenthread.measure.snapshots.columns import Gathering
from goldenthread.rules.cases import Pseudonym, freeze
from goldenthread.rules.sen2.persons import Row
from goldenthread.rules.sen2.templates import Alike
from goldenthread.rules.tables import BY_NAME

_AT_A_TIME = 3_000  # persons held as texts: more of them no longer fit the caches
_ROWS_AT_A_TIME = 500  # small things that die young are quick to make


def tables_of(people: Iterable[Row], as_at: date, pseudonym: Pseudonym, area: str) -> dict[str, pa.Table]:
    """The tables that a return has a part in; none where there is nobody."""
    freezing = _Freezing(as_at, pseudonym, area)
    for person in people:
        freezing.add(person)
    return freezing.tables()


class _Freezing:
    def __init__(self, as_at: date, pseudonym: Pseudonym, area: str) -> None:
        self._as_at, self._pseudonym, self._area = as_at, pseudonym, area
        self._alike, self._others = Gathering(), list[Row]()
        self._pieces: defaultdict[str, list[pa.Table]] = defaultdict(list)

    def add(self, person: Row) -> None:
        if isinstance(person, Alike):
            self._alike.add(person)
            if self._alike.people == _AT_A_TIME:
                self._by_columns()
        else:
            self._others.append(person)
            if len(self._others) == _ROWS_AT_A_TIME:
                self._by_rows()

    def tables(self) -> dict[str, pa.Table]:
        if self._alike.people:
            self._by_columns()
        if self._others:
            self._by_rows()
        return {name: parquet.typed(BY_NAME[name], pa.concat_tables(pieces)) for name, pieces in self._pieces.items()}

    def _by_columns(self) -> None:
        gathered, self._alike = self._alike, Gathering()
        self._keep(columnwise.frozen(gathered.texts(), self._as_at, self._pseudonym, self._area))

    def _by_rows(self) -> None:
        others, self._others = self._others, []
        frozen = freeze(map(from_returns.person, others), self._as_at, self._pseudonym, {}, self._area)
        rows = {"cases": frozen.cases, "plans": frozen.plans, "reviews": frozen.reviews}
        self._keep({name: parquet.in_columns(BY_NAME[name], each) for name, each in rows.items()})

    def _keep(self, tables: Mapping[str, pa.Table]) -> None:
        for name, table in tables.items():
            self._pieces[name].append(table)
