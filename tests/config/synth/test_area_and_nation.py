import csv
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from goldenthread.config.cli import main
from goldenthread.config.synth import nation
from goldenthread.config.synth.area import FictionalArea
from goldenthread.config.synth.areas import area, areas
from goldenthread.config.synth.returns import placed_on
from goldenthread.rules.sen2.reader import read_xml

CENSUS = date(2026, 1, 15)


@pytest.mark.slow
def test_marlshire_has_248_schools_and_one_of_them_closed(full_folder: Path) -> None:
    with (full_folder / "schools.csv").open(encoding="utf-8", newline="") as file:
        schools = list(csv.DictReader(file))

    assert len({row["URN"] for row in schools}) == len({row["EstablishmentName"] for row in schools}) == 248
    assert Counter(row["EstablishmentStatus (name)"] for row in schools) == {"Open": 247, "Closed": 1}


def test_nobody_attends_a_school_that_is_shut(small: FictionalArea) -> None:
    places = [placed_on(case.plan, CENSUS) for case in small.cases if case.plan and case.plan.in_force(CENSUS)]

    assert [p for p in places if p.school and p.school.closed and p.school.closed < CENSUS and not p.left] == []


def test_units_and_resourced_places_are_where_the_register_has_them(small: FictionalArea) -> None:
    places = [place for case in small.cases if case.plan for place in case.plan.placements if place.school]

    assert all(place.school.unit for place in places if place.unit and place.school)
    assert all(place.school.resourced for place in places if place.resourced and place.school)


def test_the_published_plans_of_the_153_areas_add_up_to_england() -> None:
    assert (len(areas()), sum(area.plans for area in areas())) == (153, 638_745)


def test_an_unknown_area_is_named_in_a_sentence() -> None:
    with pytest.raises(LookupError, match="no local area with the DfE code '123'"):
        area("123")


@pytest.mark.slow
def test_the_nation_is_one_file_an_area_in_proportion(tmp_path: Path) -> None:
    written = dict(nation.write(tmp_path, seed=1, plans=6000))

    sizes = {one.code: _persons(path) for one, path in written.items() if one.code in ("885", "886", "887")}

    assert len(written) == 153
    assert sizes["886"] > sizes["885"] > sizes["887"]


def _persons(path: Path) -> int:
    with path.open("rb") as stream:
        return sum(1 for _ in read_xml(stream).persons)


def test_the_command_writes_an_area_of_any_size(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "there"

    status = main(["synth", "--size", "40", "--out", str(folder)])

    assert status == 0
    assert capsys.readouterr().out.splitlines() == sorted(str(path) for path in folder.iterdir())


def test_nothing_invented_is_said_about_a_real_council(tmp_path: Path) -> None:
    status = main(["synth", "--area", "885", "--size", "40", "--out", str(tmp_path)])

    assert status == 0
    assert sorted(path.name for path in tmp_path.iterdir() if path.suffix not in (".csv", ".xml", ".zip")) == []
    assert b"<LEA>885</LEA>" in (tmp_path / "sen2_2026.xml").read_bytes()


def test_the_command_refuses_an_unknown_area(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["synth", "--area", "000", "--out", str(tmp_path)])

    assert status == 1
    assert "There is no local area with the DfE code '000'" in capsys.readouterr().err


@pytest.mark.parametrize("size", ["0", "-3", "many"])
def test_the_command_refuses_a_size_that_is_no_number_of_plans(size: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["synth", "--size", size])

    assert "is not a number of plans" in capsys.readouterr().err
