"""`goldenthread freeze` and `goldenthread measure`."""

import json
from datetime import date

import pytest
from django_scopes import scope

from goldenthread.config.cli import main
from goldenthread.measure.indicators import reads
from goldenthread.measure.indicators.models import Observation
from tests.factories import casework, people

pytestmark = pytest.mark.django_db


@pytest.fixture
def area(settings, tmp_path):
    settings.SNAPSHOTS = tmp_path
    home = people.area()
    with scope(area=home):
        casework.a_plan(received_on=date(2025, 1, 6), issued_on=date(2025, 5, 20))
    return home


def test_an_area_is_frozen_and_measured(area, capsys):
    assert main(["freeze", "--area", "999", "--as-at", "2026-01-15"]) == 0
    assert main(["measure", "--area", "999"]) == 0

    frozen, measured = capsys.readouterr().out.splitlines()
    assert frozen.startswith("Marlshire as at 2026-01-15: 1 cases, 1 plans, 0 reviews")
    assert "figures added, 0 replaced, 0 unchanged" in measured
    assert reads.latest(area, ["plans_in_force"], date(2026, 10, 31))["plans_in_force"].value == 1


@pytest.mark.parametrize("verb", ["freeze", "measure"])
def test_an_area_that_there_is_not_is_said(verb, capsys):
    assert main([verb, "--area", "000"]) == 1

    assert "There is no area with the code 000." in capsys.readouterr().err


def test_measuring_before_freezing_says_what_to_do_first(area, capsys):
    assert main(["measure", "--area", "999"]) == 1

    assert "goldenthread freeze --area 999 first" in capsys.readouterr().err


def test_files_are_counted_without_a_row_kept(tmp_path, capsys):
    path = tmp_path / "return.xml"
    path.write_bytes(casework.xml_upload(casework.sen2_person(1, casework.planned())).first(1_000_000))

    assert main(["measure", "--from", str(path), "--as-at", "2026-01-15", "--since", "2025-01-01"]) == 0

    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    year = [one for one in told if one["indicator"] == "requests_received" and one["every"] == "year"]
    assert [(one["period_start"], one["value"]) for one in year if one["level"] == "area"] == [
        ("2025-01-01", 1.0),
        ("2026-01-01", 0.0),
    ]
    assert Observation.objects.count() == 0


def test_a_pattern_means_every_file_and_each_area_has_its_own_figures(tmp_path, capsys):
    for code in ("885", "123"):
        (tmp_path / f"sen2_{code}.xml").write_bytes(return_of(code))

    status = main(["measure", "--from", str(tmp_path / "sen2_*.xml"), "--as-at", "2026-01-15", "-j", "1"])

    told, said = capsys.readouterr()
    figures = [json.loads(line) for line in told.splitlines()]
    standing = [one for one in figures if one["indicator"] == "plans_in_force" and one["every"] == "day"]
    assert status == 0
    assert {one["area"]: one["value"] for one in standing if one["level"] == "area"} == {"123": 1.0, "885": 1.0}
    assert "sen2_123.xml: No area has the code 123." in said
    assert "sen2_885.xml: area 885, 2 persons counted, 0 left out" in said


def return_of(code):
    """One good person, and one of whom nothing is known by number, which is a query."""
    good = casework.sen2_person(1, casework.planned())
    queried = casework.sen2_person(2, casework.waiting(), upn=None, upnunknown="UN8")
    content = casework.xml_upload(good, queried).first(1_000_000)
    return content.replace(b"<LEA>999</LEA>", f"<LEA>{code}</LEA>".encode())


def test_a_broken_file_is_told_and_the_others_are_counted(tmp_path, capsys):
    (tmp_path / "whole.xml").write_bytes(return_of("885"))
    (tmp_path / "broken.xml").write_bytes(return_of("886")[:-300])
    kept, problems = tmp_path / "kept", tmp_path / "problems.jsonl"
    files = [str(tmp_path / name) for name in ("whole.xml", "broken.xml", "missing.xml")]

    command = ["measure", "--from", *files, "--as-at", "2026-01-15", "-j", "1"]
    status = main([*command, "--keep", str(kept), "--problems", str(problems)])

    told, said = capsys.readouterr()
    assert status == 1
    assert {json.loads(line)["area"] for line in told.splitlines()} == {"885"}
    assert "broken.xml: The file breaks off at line" in said
    assert "missing.xml: there is no such file." in said
    assert (kept / "cases.parquet").exists()
    assert {json.loads(line)["file"] for line in problems.read_text().splitlines()} == {"whole.xml"}


def test_tables_kept_are_never_written_over(tmp_path, capsys):
    (tmp_path / "whole.xml").write_bytes(return_of("885"))

    command = ["measure", "--from", str(tmp_path / "whole.xml"), "--as-at", "2026-01-15", "--keep", str(tmp_path)]

    assert main(command) == 1
    assert "is there already" in capsys.readouterr().err


def test_files_need_a_day(tmp_path, capsys):
    assert main(["measure", "--from", str(tmp_path / "return.xml")]) == 2

    assert "--as-at" in capsys.readouterr().err


def test_a_file_that_cannot_be_read_is_said(tmp_path, capsys):
    path = tmp_path / "return.xml"
    path.write_bytes(b"no return at all")

    assert main(["measure", "--from", str(path), "--as-at", "2026-01-15"]) == 1

    assert capsys.readouterr().err.endswith(".\n")
