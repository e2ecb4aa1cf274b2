import zipfile
from io import BytesIO, StringIO
from typing import Any

import pytest

from goldenthread.rules.sen2.archive import read_collect_files, read_collect_zip, table_of
from goldenthread.rules.sen2.collect import read_collect_csv
from goldenthread.rules.sen2.collection import Sen2Fault
from goldenthread.rules.sen2.fields import TABLES
from goldenthread.rules.sen2.writer import write_collect_csv
from tests.rules.sen2.people import HEADER, person
from tests.rules.sen2.test_round_trip import without_lines

TWO = [person({"line": None}), person({"line": None, "surname": "Zoë", "requests.1": person()["requests"][0]})]


def sheets(persons: list[dict[str, Any]] = TWO) -> dict[str, StringIO]:
    made = {name: StringIO(newline="") for name in TABLES}
    write_collect_csv(made.__getitem__, HEADER, persons)
    for sheet in made.values():
        sheet.seek(0)
    return made


def changed(sheet: StringIO, *changes: tuple[str, str]) -> StringIO:
    text = sheet.getvalue()
    for before, now in changes:
        assert before in text
        text = text.replace(before, now)
    return StringIO(text, newline="")


def test_every_row_has_its_row_in_its_own_file() -> None:
    _first, second = read_collect_csv(sheets()).persons

    needs = [need["line"] for request in second["requests"] for need in request["activeplans"]["senneed"]]

    assert (second["line"], [request["line"] for request in second["requests"]], needs) == (3, [3, 4], [4, 5, 6, 7])


def test_files_in_any_order_are_joined() -> None:
    made = sheets()
    heading, *rows = made["senneed"].getvalue().splitlines(keepends=True)
    made["senneed"] = StringIO(heading + "".join(reversed(rows)), newline="")
    made["person"] = changed(made["person"], ("\r\n1,1,", "\r\nperson-one,1,"))
    made["requests"] = changed(made["requests"], ("\r\n1,1,", "\r\n1,person-one,"))

    persons = list(read_collect_csv(made).persons)

    ranks = [[need["sentyperank"] for need in each["requests"][0]["activeplans"]["senneed"]] for each in persons]
    assert [each["surname"] for each in persons] == ["Adeyemi", "Zoë"]
    assert ranks == [["2", "1"], ["2", "1"]]


class OneWay(StringIO):
    def seekable(self) -> bool:
        return False


def test_a_stream_that_cannot_go_back_is_joined_too() -> None:
    made = {name: OneWay(sheet.getvalue(), newline="") for name, sheet in sheets().items()}

    assert without_lines(list(read_collect_csv(made).persons)) == TWO


@pytest.mark.parametrize("key", ["9", "0", "x"])
def test_rows_without_a_parent_are_said_and_left_out(key: str) -> None:
    made = sheets()
    made["assessment"] = changed(made["assessment"], ("\r\n1,1,", f"\r\n1,{key},"))
    file = read_collect_csv(made)

    persons = list(file.persons)

    assert "assessment" not in persons[0]["requests"][0]
    assert [(each.code, each.row, each.value) for each in file.notes if each.table == "assessment"] == [("F16", 2, key)]


def test_two_assessments_of_one_request_are_said() -> None:
    made = sheets()
    made["assessment"] = changed(made["assessment"], ("\r\n2,2,", "\r\n2,1,"))
    file = read_collect_csv(made)

    list(file.persons)

    assert ("F14", "assessment", 3) in [(each.code, each.column, each.row) for each in file.notes]


def test_unknown_columns_are_said_and_collects_own_are_not() -> None:
    made = sheets()
    made["person"] = changed(made["person"], ("surname", "nativeid,shoe"))

    file = read_collect_csv(made)
    list(file.persons)

    assert [(each.code, each.table, each.column) for each in file.notes] == [("F01", "person", "shoe")]


def test_what_is_not_there_is_said() -> None:
    made = sheets()
    del made["person"]

    with pytest.raises(Sen2Fault, match=r"The CSV file of person is not there\. Give all of COLLECT's nine files\."):
        read_collect_csv(made)


def test_a_sen2_file_without_a_row_is_refused() -> None:
    made = sheets()
    made["sen2"] = StringIO(made["sen2"].getvalue().splitlines(keepends=True)[0], newline="")

    with pytest.raises(Sen2Fault, match="The CSV file of sen2 holds no row"):
        read_collect_csv(made)


def as_files(encoding: str) -> dict[str, BytesIO]:
    return {f"SEN2_{name}.csv": BytesIO(sheet.getvalue().encode(encoding)) for name, sheet in sheets().items()}


@pytest.mark.parametrize(("encoding", "notes"), [("utf-8", []), ("utf-8-sig", []), ("cp1252", ["F15"])])
def test_the_code_page_is_found_and_said(encoding: str, notes: list[str]) -> None:
    file = read_collect_files(as_files(encoding))

    assert without_lines(list(file.persons)) == TWO
    assert [each.code for each in file.notes] == notes


def zipped(files: dict[str, bytes]) -> BytesIO:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    stream.seek(0)
    return stream


def test_a_zip_is_read() -> None:
    stream = zipped({**{name: each.getvalue() for name, each in as_files("utf-8").items()}, "read me.txt": b"Hello"})

    assert without_lines(list(read_collect_zip(stream).persons)) == TWO


@pytest.mark.parametrize(
    ("stream", "sentence"),
    [
        (BytesIO(b"no zip"), "The file is not a zip"),
        (zipped({"person.csv": b"0" * 1_000_000}), "The zip would unpack to 1,000,000 bytes, which no return needs"),
        (zipped({"person.csv": b"", "sen2_person.csv": b""}), "Two files are of the person table"),
    ],
)
def test_a_zip_that_is_none_or_too_much_is_refused(stream: BytesIO, sentence: str) -> None:
    with pytest.raises(Sen2Fault, match=sentence):
        read_collect_zip(stream)


@pytest.mark.parametrize(
    ("name", "table"),
    [
        ("person.csv", "person"),
        ("export/SEN2_PlanDetail.CSV", "plandetail"),
        ("2026 sen2.csv", "sen2"),
        ("activeplans.csv", "activeplans"),
        ("person.xml", None),
        ("notes.csv", None),
    ],
)
def test_a_files_name_says_its_table(name: str, table: str | None) -> None:
    assert table_of(name) == table
