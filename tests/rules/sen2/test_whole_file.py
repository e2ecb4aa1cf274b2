from collections.abc import Iterable
from typing import Any

from goldenthread.rules.problems import Problem
from goldenthread.rules.sen2.case import Establishment, LastYear
from goldenthread.rules.sen2.checker import check
from goldenthread.rules.sen2.persons import Sen2File
from tests.rules.sen2.people import ACTIVE, ASSESSMENT, ATTENDED, HEADER, PLAN, REQUEST, SCHOOL, person

_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"


def numbered(number: int, changes: dict[str, Any] | None = None) -> dict[str, Any]:
    digits = f"{850000000000 + number:012}"
    letter = _LETTERS[sum(int(digit) * weight for digit, weight in zip(digits, range(2, 14), strict=True)) % 23]
    return person({"upn": letter + digits, "line": 10 * number + 10, **(changes or {})})


def found(persons: Iterable[dict[str, Any]], **more: Any) -> list[tuple[str, int, str]]:
    file = Sen2File(dict(HEADER), iter(list(persons)))
    return [(each.code, each.row, each.message) for each in check(file, **more)]


def test_forty_different_children_are_no_problem() -> None:
    persons = [numbered(number) for number in range(40)]

    assert found(persons, last_year=LastYear(40, 40, {"ASD": 40}), establishments={"123456": SCHOOL}) == []


def test_the_same_upn_twice_names_both_rows() -> None:
    persons = [numbered(1), numbered(2), numbered(1, {"line": 90})]

    assert found(persons) == [
        ("P08", 90, "This person is in the file already (row 20)"),
        ("V08", 90, "This UPN has an active plan already (row 20)"),
    ]


def test_without_numbers_a_person_is_known_by_name_birth_date_and_postcode() -> None:
    unnumbered = {"upn": None, "upnunknown": "UN8"}
    persons = [person(unnumbered), person({**unnumbered, "line": 50, "surname": "ADEYEMI "})]

    codes = [(code, row) for code, row, _message in found(persons) if code != "P03"]

    assert codes == [("P08", 50)]


def test_exceptions_claimed_for_more_than_a_fifth_of_plans_are_questioned() -> None:
    excepted = {f"{ASSESSMENT}.week20": "1"}

    at_a_fifth = [numbered(number, excepted if number < 4 else None) for number in range(20)]
    over = [numbered(number, excepted if number < 5 else None) for number in range(20)]

    said = "An exception to the 20 weeks is claimed for 25.0 % (5 of 20) of the plans issued in the year"
    assert found(at_a_fifth) == []
    assert found(over) == [("V12", 0, said)]


def test_many_other_settings_are_questioned() -> None:
    other = {f"{ATTENDED}.urn": None, f"{ATTENDED}.sensetting": "NIEO"}
    persons = [numbered(number, other if number < 2 else None) for number in range(20)]

    assert found(persons) == [("V13", 0, "10.0 % (2 of 20) of the placements are “other” (OTH or NIEO)")]


def test_many_other_reasons_for_ceasing_are_questioned() -> None:
    def ceased(reason: str) -> dict[str, Any]:
        return {f"{PLAN}.ceasedate": "2025-12-01", f"{PLAN}.ceasereason": reason, ACTIVE: None}

    persons = [numbered(number, ceased("9" if number < 3 else "2")) for number in range(20)]

    assert found(persons) == [("V13", 0, "15.0 % (3 of 20) of the plans that ceased did so for “other” reasons (9)")]


def test_totals_far_from_last_years_are_questioned() -> None:
    persons = [numbered(number) for number in range(25)]

    codes = found(persons, last_year=LastYear(plans=20, requests=25, by_need={"ASD": 32, "MLD": 5}))

    assert codes == [
        ("V18", 0, "There are 25 plans in force; last year there were 20"),
        ("V18", 0, "There are 25 plans with main need ASD; last year there were 32"),
    ]


def test_fewer_placements_than_expected_at_an_establishment_are_questioned() -> None:
    register = {"123456": Establishment("123456", opened_on="2010-09-01", places=3)}

    codes = found([numbered(1), numbered(2)], establishments=register)

    assert codes == [("E03", 0, "There are 2 placements at this establishment; 3 were expected")]


def test_an_element_that_the_year_does_not_collect_is_said_once() -> None:
    persons = [numbered(number, {f"{ATTENDED}.attendancepattern": "full"}) for number in range(3)]

    assert found(persons) == [("F02", 0, "AttendancePattern is not collected in 2026; it is given 3 times")]


def test_a_header_without_its_elements_is_said() -> None:
    header = {key: value for key, value in HEADER.items() if key not in ("referencedate", "lea")}

    problems: list[Problem] = list(check(Sen2File(header, iter(()))))

    assert [(each.code, each.column) for each in problems] == [("F03", "referencedate"), ("F03", "lea")]


def test_down_syndrome_is_a_need_from_2025() -> None:
    changed = person({f"{ACTIVE}.senneed.0.sentype": "DS"})

    def codes(year: int, census: str) -> list[str]:
        header = {**HEADER, "year": str(year), "referencedate": census}
        return [each.column for each in check(Sen2File(header, iter([changed]))) if each.code == "F05"]

    assert codes(2024, "2024-01-18") == ["sentype"]
    assert codes(2025, "2025-01-16") == []


def test_a_request_without_its_date_is_not_taken_for_the_same_request() -> None:
    persons = [person({f"{REQUEST}.receiveddate": None})]

    assert [code for code, _row, _message in found(persons)] == ["F03"]
