"""What is written is read again, by XML and by CSV, for any persons."""

from io import BytesIO, StringIO
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.rules.sen2.collect import read_collect_csv
from goldenthread.rules.sen2.fields import CHILDREN, COLUMNS, TABLES
from goldenthread.rules.sen2.reader import read_xml
from goldenthread.rules.sen2.writer import write_collect_csv
from tests.rules.sen2.people import HEADER, xml

TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Zl", "Zp"), exclude_characters="\ufffe\uffff"),
    min_size=1,
    max_size=8,
).filter(lambda text: text == text.strip())


@st.composite
def rows(draw: st.DrawFn, table: str) -> dict[str, Any]:
    """A row with some of its fields filled, one at least, and some rows below it."""
    columns = draw(st.sets(st.sampled_from(sorted(COLUMNS[table])), min_size=1, max_size=4))
    row: dict[str, Any] = {column: draw(TEXT) for column in sorted(columns)}
    for below in CHILDREN[table]:
        how_many = draw(st.integers(0, 2 if below.many else 1))
        hung = [draw(rows(below.name)) for _each in range(how_many)]
        if hung:
            row[below.name] = hung if below.many else hung[0]
    return row


PERSONS = st.lists(rows("person"), max_size=2)


def without_lines(row: Any) -> Any:
    if isinstance(row, list):
        return [without_lines(each) for each in row]
    if isinstance(row, dict):
        return {key: without_lines(value) for key, value in row.items() if key != "line"}
    return row


@given(PERSONS)
@settings(max_examples=60, deadline=None)
def test_xml(persons: list[dict[str, Any]]) -> None:
    file = read_xml(BytesIO(xml(*persons)))

    assert without_lines(list(file.persons)) == persons
    assert file.header == HEADER
    assert xml(*persons) == xml(*read_xml(BytesIO(xml(*persons))).persons)


@given(PERSONS)
@settings(max_examples=60, deadline=None)
def test_csv(persons: list[dict[str, Any]]) -> None:
    sheets = {name: StringIO(newline="") for name in TABLES}
    write_collect_csv(sheets.__getitem__, HEADER, persons)
    for sheet in sheets.values():
        sheet.seek(0)

    file = read_collect_csv(sheets)

    assert without_lines(list(file.persons)) == persons
    assert file.header == HEADER
    assert file.notes == []
