"""What the files say is what the rules of the return ask for, except in the faulty corner; and the files overlap."""

import io
import zipfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from goldenthread.config.synth.area import FictionalArea
from goldenthread.config.synth.faults import FAULTS, Fault
from goldenthread.config.synth.returns import Collection, Record, persons
from goldenthread.rules.problems import Problem
from goldenthread.rules.sen2.checker import check
from goldenthread.rules.sen2.collect import read_collect_csv
from goldenthread.rules.sen2.identity import person_key
from goldenthread.rules.sen2.persons import Sen2File
from goldenthread.rules.sen2.reader import read_xml

MIDYEAR = "sen2_midyear_2026-10-31.zip"


@contextmanager
def opened(folder: Path, name: str) -> Iterator[Sen2File]:
    if name.endswith(".xml"):
        with (folder / name).open("rb") as stream:
            yield read_xml(stream)
    else:
        with zipfile.ZipFile(folder / name) as packed:
            yield read_collect_csv(
                {entry[:-4]: io.TextIOWrapper(packed.open(entry), newline="") for entry in packed.namelist()}
            )


def problems(folder: Path, name: str) -> list[Problem]:
    with opened(folder, name) as file:
        return list(check(file))


def keys(folder: Path, name: str) -> set[str]:
    with opened(folder, name) as file:
        return {person_key(person) for person in file.persons}


@pytest.mark.parametrize("name", ["sen2_2024.xml", "sen2_2026.xml", MIDYEAR])
def test_the_other_files_have_no_error(small_folder: Path, name: str) -> None:
    errors = [problem for problem in problems(small_folder, name) if problem.severity == "error"]

    assert errors == []


@pytest.mark.slow
@pytest.mark.parametrize("name", ["sen2_2024.xml", "sen2_2026.xml", MIDYEAR])
def test_the_other_files_have_no_error_at_full_size(full_folder: Path, name: str) -> None:
    errors = [problem for problem in problems(full_folder, name) if problem.severity == "error"]

    assert errors == []


@pytest.mark.slow
def test_the_faulty_corner_has_every_kind_and_two_persons_in_a_hundred(full_folder: Path) -> None:
    found = [problem for problem in problems(full_folder, "sen2_2025.xml") if problem.severity == "error"]
    codes = {problem.code for problem in found}
    with opened(full_folder, "sen2_2025.xml") as file:
        number = sum(1 for _ in file.persons)

    assert {fault.check for fault in FAULTS} <= codes
    assert 0.015 < len(found) / number < 0.03


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.says)
def test_each_fault_is_found_by_its_check(small: FictionalArea, fault: Fault) -> None:
    told = Collection.january(2025)
    record = next(record for record in persons(small.cases, told) if fault.spoil(record))

    codes = {problem.code for problem in check(_file(told, record))}

    assert fault.check in codes


def _file(told: Collection, record: Record) -> Sen2File:
    return Sen2File(told.header("999"), iter([record]))


def test_there_are_twelve_kinds_of_fault() -> None:
    assert len({fault.says for fault in FAULTS}) == 12


def test_people_come_again_in_the_next_file(small_folder: Path) -> None:
    first, second = keys(small_folder, "sen2_2026.xml"), keys(small_folder, MIDYEAR)

    assert len(first & second) / len(first) > 0.7


def test_some_under_fives_have_a_number_only_later(small: FictionalArea) -> None:
    ways = Counter(
        tuple("upn" in record for record in told)
        for told in zip(*(_by_person(small, Collection.january(year)) for year in (2024, 2026)), strict=True)
    )

    assert ways[(False, True)] > 0


def _by_person(area: FictionalArea, told: Collection) -> list[Record]:
    """The records of those in both collections, in one order, known by name, birth date and postcode."""
    both = [
        {_name(record): record for record in persons(area.cases, Collection.january(year))} for year in (2024, 2026)
    ]
    mine = {_name(record): record for record in persons(area.cases, told)}
    return [mine[name] for name in sorted(both[0].keys() & both[1].keys())]


def _name(record: Record) -> tuple[object, ...]:
    return tuple(record[column] for column in ("surname", "forename", "personbirthdate", "postcode"))


@pytest.mark.slow
def test_a_few_birth_dates_differ_between_the_files(full_folder: Path) -> None:
    born = [_born(full_folder, name) for name in ("sen2_2026.xml", MIDYEAR)]

    differing = [key for key in born[0].keys() & born[1].keys() if born[0][key] != born[1][key]]

    assert len(differing) == 6


def _born(folder: Path, name: str) -> dict[str, str]:
    with opened(folder, name) as file:
        return {person["upn"]: person["personbirthdate"] for person in file.persons if "upn" in person}
