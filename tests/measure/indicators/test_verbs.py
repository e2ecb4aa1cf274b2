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


def test_files_need_a_day(tmp_path, capsys):
    assert main(["measure", "--from", str(tmp_path / "return.xml")]) == 2

    assert "--as-at" in capsys.readouterr().err


def test_a_file_that_cannot_be_read_is_said(tmp_path, capsys):
    path = tmp_path / "return.xml"
    path.write_bytes(b"no return at all")

    assert main(["measure", "--from", str(path), "--as-at", "2026-01-15"]) == 1

    assert capsys.readouterr().err.endswith(".\n")
