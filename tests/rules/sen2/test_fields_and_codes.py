import csv
from datetime import date
from pathlib import Path

import pytest

from goldenthread.rules.sen2.codes import CODE_SETS, code_set
from goldenthread.rules.sen2.collection import Collection, as_date
from goldenthread.rules.sen2.fields import COLUMNS, FIELDS, TABLES

LIST = Path(__file__).parents[4] / "shared" / "data" / "spec" / "sen2_person_level_fields.csv"
MODULES = {"0 LA level": "0 Header"}


def test_there_are_75_elements_and_no_table_has_one_twice() -> None:
    assert len(FIELDS) == sum(len(columns) for columns in COLUMNS.values()) == 75


@pytest.mark.shared
def test_the_elements_are_those_of_the_official_list() -> None:
    if not LIST.exists():
        pytest.skip("the official list of elements is not beside this checkout")
    with LIST.open(encoding="utf-8", newline="") as stream:
        listed = [(MODULES.get(row["module"], row["module"]), row["element"]) for row in csv.DictReader(stream)]

    assert sorted((TABLES[each.table].module, each.element) for each in FIELDS) == sorted(listed)


def test_every_coded_field_has_its_set_and_every_set_its_field() -> None:
    named = {each.codes for each in FIELDS if each.codes}

    assert named == {each.name for each in CODE_SETS} - {"boolean"}
    assert {each.type for each in FIELDS if each.codes} == {"code"}


def test_a_set_without_an_open_source_is_not_verified() -> None:
    assert {each.name for each in CODE_SETS if not each.verified} == {
        "review_outcome",
        "residential",
        "work_based",
        "direct_payment",
    }


@pytest.mark.parametrize(("year", "known"), [(2023, False), (2024, False), (2025, True), (2026, True), (2040, True)])
def test_down_syndrome_is_a_code_of_its_own_from_2025(year: int, known: bool) -> None:
    assert ("DS" in code_set("need", year).codes) == known


def test_an_unknown_set_is_an_error() -> None:
    with pytest.raises(KeyError):
        code_set("shoe_size", 2026)


@pytest.mark.parametrize(
    ("column", "years"),
    [("sex", [2024, 2025]), ("gendercurrent", [2023]), ("upn", [2023, 2024, 2025])],
)
def test_elements_come_and_go_with_the_years(column: str, years: list[int]) -> None:
    assert [year for year in (2023, 2024, 2025) if COLUMNS["person"][column].collected_in(year)] == years


def test_a_field_knows_its_path() -> None:
    assert COLUMNS["sen2"]["lea"].path == "Message/Header/Source/LEA"
    assert COLUMNS["senneed"]["sentype"].path == "Message/Persons/Person/Requests/ActivePlans/SENneed/SENtype"


@pytest.mark.parametrize(
    ("year", "census"),
    [
        (2023, date(2023, 1, 19)),
        (2024, date(2024, 1, 18)),
        (2025, date(2025, 1, 16)),
        (2026, date(2026, 1, 15)),
        (2027, date(2027, 1, 21)),
    ],
)
def test_a_collection_counts_on_census_day_and_reports_the_year_before(year: int, census: date) -> None:
    collection = Collection(year)

    assert collection.census == census
    assert collection.reports == (date(year - 1, 1, 1), date(year - 1, 12, 31))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-02-29", date(2024, 2, 29)),
        ("2024-02-29T10:00:00", date(2024, 2, 29)),
        ("2023-02-29", None),
        ("29/02/2024", None),
        ("2024-2-9", None),
        ("2024-02-29 or so", None),
        ("", None),
        (None, None),
    ],
)
def test_a_date_is_iso_or_none(text: str | None, day: date | None) -> None:
    assert as_date(text) == day
