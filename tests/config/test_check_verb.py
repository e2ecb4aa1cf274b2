import json
from pathlib import Path
from typing import TextIO

import pytest

from goldenthread.config.cli import main
from goldenthread.rules.sen2.writer import write_collect_csv
from tests.rules.sen2.people import HEADER, REQUEST, person, xml


def lines(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


def test_a_good_return_passes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "good.xml"
    path.write_bytes(xml(person()))

    status = main(["check", "sen2", str(path)])

    said = capsys.readouterr()
    assert (status, said.out, said.err) == (0, "", "good.xml: no problems.\n")


def test_problems_go_out_as_json_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "bad.xml"
    path.write_bytes(xml(person({f"{REQUEST}.receiveddate": "31/02/2025"})))

    status = main(["check", "sen2", str(path)])

    said = capsys.readouterr()
    assert status == 1
    assert lines(said.out) == [
        {
            "file": "bad.xml",
            "code": "F04",
            "severity": "error",
            "message": "“31/02/2025” is not a date",
            "table": "requests",
            "row": 22,
            "column": "receiveddate",
            "value": "31/02/2025",
            "what_to_do": "Give a day of the calendar as year-month-day, such as 2025-03-31.",
        }
    ]
    assert said.err == "bad.xml: errors to mend: 1; queries to look at: 0.\n"


def test_queries_alone_do_not_fail(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "good.xml"
    path.write_bytes(xml(person({"postcode": "WR1"})))

    status = main(["check", "sen2", str(path), "--json"])

    (result,) = json.loads(capsys.readouterr().out)
    assert (status, result["errors"], result["queries"]) == (0, 0, 1)
    assert [each["code"] for each in result["problems"]] == ["F12"]


def test_a_folder_of_csv_files_is_checked_by_a_given_date(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    streams: list[TextIO] = []

    def open_file(table: str) -> TextIO:
        streams.append((tmp_path / f"{table}.csv").open("w", encoding="cp1252", newline=""))
        return streams[-1]

    write_collect_csv(open_file, HEADER, [person({"surname": "Zoë"})])
    for stream in streams:
        stream.close()

    status = main(["check", "sen2", str(tmp_path), "--reference-date", "2025-11-10"])

    assert status == 1
    assert [(each["code"], each["column"], each["row"]) for each in lines(capsys.readouterr().out)] == [
        ("H01", "referencedate", 0),
        ("V02", "lastreview", 2),
        ("F15", "", 0),
    ]


def test_a_file_that_cannot_be_read_is_a_problem_and_the_next_is_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good, broken, absent = tmp_path / "good.xml", tmp_path / "broken.xml", tmp_path / "absent.xml"
    good.write_bytes(xml(person()))
    broken.write_bytes(xml(person(), person())[:-900])

    status = main(["check", "sen2", str(broken), str(absent), str(good)])

    said = capsys.readouterr()
    assert status == 1
    assert [each["message"] for each in lines(said.out)] == [
        "The file breaks off at line 94; 1 person was read before it. Export it again, or take up what was read.",
        "The file cannot be opened: No such file or directory. Check its name and your access to it.",
    ]
    assert said.err.splitlines()[-1] == "good.xml: no problems."
