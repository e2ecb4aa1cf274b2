"""The SEN2 return as it is read: its tables, elements, codes and checks, from rules/sen2."""

from collections.abc import Iterator

from goldenthread.rules.sen2.checks.registry import every_check
from goldenthread.rules.sen2.codes import CODE_SETS, CodeSet
from goldenthread.rules.sen2.fields import FIELDS, TABLES, Field
from tools.markdown import code, heading, table

TITLE = "The SEN2 return"


def blocks() -> Iterator[str]:
    yield (
        "The return of children and young people who asked for, are assessed for, or have an EHC plan. It is read as "
        f"XML or as COLLECT's CSV files: {len(TABLES)} tables, {len(FIELDS)} elements. In CSV a column is the "
        "element's name in lower case."
    )
    yield heading("Elements")
    for one in TABLES.values():
        yield heading(f"{one.module}: `{one.name}`", 3)
        rows = [[f"`{f.element}`", f.type, _codes(f), _years(f), f.note] for f in FIELDS if f.table == one.name]
        yield table(["element", "type", "codes", "collections", "note"], rows)
    yield heading("Codes")
    yield (
        "A set that was seen in no open source is not verified: a value outside it is a query, not an error. A set "
        "without codes is open."
    )
    yield table(["set", "from", "codes", "verified", "source"], [_set(one) for one in CODE_SETS])
    yield heading("Checks of a row")
    checks = sorted(every_check(), key=lambda one: (one.code, one.table, one.message))
    yield f"{len(checks)} checks. An error keeps the person aside until it is mended; a query lets the person in."
    yield table(
        ["code", "says", "kind", "table", "goes by", "since", "what to do"],
        [[c.code, c.message, c.severity, c.table, code(c.fields), c.since, c.what_to_do] for c in checks],
    )


def _codes(field: Field) -> str:
    return f"`{field.codes}`" if field.codes else ""


def _years(field: Field) -> str:
    until = f" to {field.until_year}" if field.until_year else " on"
    return f"{field.from_year}{until}"


def _set(one: CodeSet) -> list[object]:
    listed = "; ".join(code if code == words else f"{code} {words}" for code, words in one.codes.items())
    known = listed or f"open: {', '.join(one.categories)}"
    return [f"`{one.name}`", one.from_year, known, "yes" if one.verified else "**no**", one.source]
