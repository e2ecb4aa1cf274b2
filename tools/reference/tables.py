"""The frozen analytical tables, from rules/tables.py."""

from collections.abc import Iterator

from goldenthread.rules import tables
from tools.markdown import code, heading, table

TITLE = "The frozen tables"


def blocks() -> Iterator[str]:
    yield (tables.__doc__ or "").strip()
    yield (
        "A snapshot holds one Parquet file for each. `text` is a string, `flag` true or false, `whole` a whole number. "
        "A column that is not required is null where the fact is not known, or had not happened by `as_at`."
    )
    for one in tables.ALL:
        yield heading(one.name)
        yield f"{one.meaning}. Rows are in the order of {code(one.key)}."
        rows = [[f"`{c.name}`", c.type, "yes" if c.required else "no", c.meaning] for c in one.columns]
        yield table(["column", "type", "required", "meaning"], rows)
