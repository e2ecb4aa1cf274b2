"""A table of text as it stands, its rows numbered as a spreadsheet shows them."""

# ruff: noqa: S608  columns go by their numbers: no text of a file is ever part of a statement

from collections.abc import Sequence

from goldenthread.measure.benchmarks.periods import PeriodKind

from .opening import Member
from .taking import Taking

FIRST_LINE = 2  # below the headings


def read(member: Member, headings: Sequence[str], taking: Taking) -> None:
    """Fills the table `raw` with line, c0, c1, …; blank cells are null. Lines that are no row are kept aside."""
    columns = {f"c{n}": "VARCHAR" for n in range(len(headings))}
    trimmed = ", ".join(f"nullif(trim({column}), '') as {column}" for column in columns)
    engine = taking.engine
    engine.execute("drop table if exists reject_errors; drop table if exists reject_scans")
    engine.execute(
        f"""
        create or replace table raw as
        select {FIRST_LINE} - 1 + row_number() over () as line, {trimmed}
        from read_csv(?, header = false, skip = 1, delim = ',', quote = '"', escape = '"', columns = {columns!r},
                      store_rejects = true, auto_detect = false, max_line_size = 1000000)
        """,
        [str(member.path)],
    )
    (rows,) = engine.execute("select count(*) from raw").fetchone() or (0,)
    taking.rows += rows
    engine.execute(
        "insert into aside select ?, line, '', left(csv_line, 200), "
        "'not a row of this table: ' || first(error_message) from reject_errors group by line, csv_line",
        [member.stem],
    )


def kind(word: str) -> PeriodKind:
    return PeriodKind(word)
