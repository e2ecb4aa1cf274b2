"""Every check has an example that trips it; the good person, of whom every check is asked, trips none."""

from datetime import date
from typing import Any

import pytest

from goldenthread.rules.sen2.case import Case, Establishment
from goldenthread.rules.sen2.checker import Checker
from goldenthread.rules.sen2.checks.registry import Check, every_check
from goldenthread.rules.sen2.fields import COLUMNS
from tests.rules.sen2.people import ACTIVE, ASSESSMENT, ATTENDED, HEADER, NAMED, PLAN, REQUEST, SCHOOL, person

SECOND = person()["requests"][0]
REFUSED = {"receiveddate": "2024-01-08", "requestsource": "1", "rya": "0", "requestoutcome": "H"}
NOWHERE: dict[str, Any] = {"urn": None}
ADULT = {"personbirthdate": "2006-03-04"}
REGISTER = {
    "123456": SCHOOL,
    "100001": Establishment("100001", opened_on="2025-09-02", closed_on="2025-12-31"),
    "100002": Establishment("100002", mainstream=False),
    "100003": Establishment("100003", for_send=False),
}
EXAMPLES: dict[str, dict[str, Any]] = {
    "no_number_and_no_reason": {"upn": None},
    "reason_beside_a_number": {"upnunknown": "UN8"},
    "known_by_no_number": {"upn": None, "upnunknown": "UN8"},
    "too_old_for_un1": {"upn": None, "upnunknown": "UN1"},
    "two_requests_on_one_day": {"requests.1": {**REFUSED, "receiveddate": "2025-01-06"}},
    "two_active_plans": {"requests.1": {**SECOND, "receiveddate": "2025-01-07"}},
    "two_open_plans": {"requests.1": {**SECOND, "receiveddate": "2025-01-07"}},
    "over_age": {"personbirthdate": "2000-01-15"},
    "at_the_last_age": {"personbirthdate": "2001-01-15"},
    "decided_before_received": {f"{REQUEST}.requestoutcomedate": "2025-01-05"},
    "assessed_before_decided": {f"{ASSESSMENT}.assessmentoutcomedate": "2025-02-09"},
    "assessed_before_received": {
        f"{REQUEST}.requestoutcomedate": None,
        f"{ASSESSMENT}.assessmentoutcomedate": "2025-01-05",
    },
    "issued_before_assessed": {f"{PLAN}.startdate": "2025-05-19"},
    "issued_before_received": {f"{ASSESSMENT}.assessmentoutcomedate": None, f"{PLAN}.startdate": "2025-01-05"},
    "ceased_before_issued": {f"{PLAN}.ceasedate": "2025-05-19"},
    "left_before_entered": {f"{ATTENDED}.leavingdate": "2025-08-31"},
    "proceeds_without_assessment": {ASSESSMENT: None, ACTIVE: None},
    "assessed_without_proceeding": {f"{REQUEST}.requestoutcome": "N"},
    "decided_without_date": {f"{REQUEST}.requestoutcomedate": None},
    "dated_without_decision": {f"{REQUEST}.requestoutcome": "A"},
    "requested_over_age": {"personbirthdate": "2000-01-06"},
    "issued_without_plan": {PLAN: None},
    "plan_without_issue": {f"{ASSESSMENT}.assessmentoutcome": "N"},
    "concluded_without_date": {f"{ASSESSMENT}.assessmentoutcomedate": None},
    "dated_without_conclusion": {f"{ASSESSMENT}.assessmentoutcome": "A"},
    "assessed_here_and_transferred": {f"{ACTIVE}.transferla": "885"},
    "ceased_without_reason": {f"{PLAN}.ceasedate": "2025-12-01"},
    "reason_without_ceasing": {f"{PLAN}.ceasereason": "2"},
    "ceased_and_active": {f"{PLAN}.ceasedate": "2026-01-15", f"{PLAN}.ceasereason": "2"},
    "no_named_plan": {PLAN: None},
    "no_placement": {f"{ACTIVE}.placementdetail": None},
    "no_placement_after_transfer": {f"{ACTIVE}.placementdetail": None, f"{ACTIVE}.transferla": "885"},
    "no_need": {f"{ACTIVE}.senneed": None},
    "not_one_main_need": {f"{ACTIVE}.senneed.1.sentyperank": "1"},
    "need_repeated": {f"{ACTIVE}.senneed.1.sentype": "ASD"},
    "decided_before_review_met": {f"{ACTIVE}.lastreview": "2025-11-02"},
    "review_decided_late": {f"{ACTIVE}.lastreview": "2025-12-02"},
    "review_overdue": {
        f"{ACTIVE}.lastreview": "2024-12-20",
        f"{ACTIVE}.reviewmeeting": "2024-12-01",
        f"{PLAN}.startdate": "2024-01-14",
    },
    "attends_elsewhere": {f"{NAMED}.urn": "100004", f"{ATTENDED}.entrydate": "2025-07-14"},
    "placements_of_one_rank": {f"{ACTIVE}.placementdetail.1": SECOND["activeplans"]["placementdetail"][0]},
    "school_age_without_setting plandetail": {f"{NAMED}.urn": None},
    "school_age_without_setting placementdetail": {f"{ATTENDED}.urn": None},
    "without_setting plandetail": {**ADULT, f"{NAMED}.urn": None},
    "without_setting placementdetail": {**ADULT, f"{ATTENDED}.urn": None},
    "setting_beside_number plandetail": {f"{NAMED}.sensetting": "OTH"},
    "setting_beside_number placementdetail": {f"{ATTENDED}.sensetting": "OTH"},
    "neet_at_another_age plandetail": {f"{NAMED}.urn": None, f"{NAMED}.sensetting": "NEET"},
    "neet_at_another_age placementdetail": {f"{ATTENDED}.urn": None, f"{ATTENDED}.sensetting": "NEET"},
    "not_open_on_entry": {f"{ATTENDED}.urn": "100001"},
    "unit_outside_mainstream plandetail": {f"{NAMED}.urn": "100002", f"{NAMED}.senunitindicator": "1"},
    "unit_outside_mainstream placementdetail": {f"{ATTENDED}.urn": "100002", f"{ATTENDED}.senunitindicator": "1"},
    "unexpected_establishment plandetail": {f"{NAMED}.urn": "100003"},
    "unexpected_establishment placementdetail": {f"{ATTENDED}.urn": "100003"},
    "unit_not_on_register plandetail": {f"{NAMED}.urn": "100003", f"{NAMED}.resourcedprovisionindicator": "1"},
    "unit_not_on_register placementdetail": {f"{ATTENDED}.urn": "100003", f"{ATTENDED}.senunitindicator": "1"},
    "not_on_register plandetail": {f"{NAMED}.urn": "199999"},
    "not_on_register placementdetail": {f"{ATTENDED}.urn": "199999"},
    "no_request": {"requests": None},
    "no_plan_detail": {f"{PLAN}.plandetail": None},
    "too_many_plan_details": {f"{PLAN}.plandetail": [SECOND["assessment"]["namedplan"]["plandetail"][0]] * 3},
    "too_many_needs": {f"{ACTIVE}.senneed.2": {"sentype": "HI", "sentyperank": "2"}},
}


def example_of(check: Check) -> dict[str, Any]:
    """The example under the check's name, with its table or its column where one function serves several."""
    names = (check.name, f"{check.name} {check.table}", f"{check.name} {check.table}.{check.fields[0]}")
    (found,) = (EXAMPLES[name] for name in names if name in EXAMPLES)
    return found


def problems_of(changed: dict[str, Any]) -> list[tuple[str, str, str, str]]:
    checker = Checker(HEADER, establishments=REGISTER)
    return [(each.code, each.table, each.column, each.message) for each in checker.of_person(changed)]


def test_nothing_is_wrong_with_the_good_person() -> None:
    assert problems_of(person()) == []


@pytest.mark.parametrize("check", every_check(), ids=lambda check: f"{check.code} {check.name} {check.table}")
def test_its_example_trips_the_check(check: Check) -> None:
    column = check.fields[0].rpartition(".")[2]

    problems = problems_of(person(example_of(check)))

    assert (check.code, check.table, column, check.message) in problems


def test_every_example_is_some_checks() -> None:
    used = [id(example_of(check)) for check in every_check()]

    assert len(used) == len(EXAMPLES)


class Recording(dict[str, Any]):
    """A row that writes down which of its fields are looked at."""

    def __init__(self, table: str, row: dict[str, Any], seen: set[str]) -> None:
        super().__init__(
            {key: self._below(key, value, seen) if key in COLUMNS else value for key, value in row.items()}
        )
        self.table, self.seen = table, seen

    @staticmethod
    def _below(table: str, value: Any, seen: set[str]) -> Any:
        if isinstance(value, list):
            return [Recording(table, each, seen) for each in value]
        return Recording(table, value, seen)

    def _see(self, key: str) -> None:
        if key in COLUMNS[self.table]:
            self.seen.add(f"{self.table}.{key}")

    def __getitem__(self, key: str) -> Any:
        self._see(key)
        return super().__getitem__(key)

    def get(self, key: str, default: Any = None) -> Any:
        self._see(key)
        return super().get(key, default)


@pytest.mark.parametrize("check", every_check(), ids=lambda check: f"{check.code} {check.name} {check.table}")
def test_a_check_goes_by_no_field_that_it_does_not_declare(check: Check) -> None:
    """For a field that cannot be read silences just the checks that declare it."""
    seen: set[str] = set()
    whole = Recording("person", person(example_of(check)), seen)
    case = Case("2026-01-15", REGISTER)
    case.begin(whole)
    seen.clear()
    for request in whole.get("requests", [{}]):
        case.begin_request(request)
        for row in rows_of(check.table, whole, request):
            if check.is_asked_of(row):
                check.test(row, case)

    undeclared = {each for each in seen - check.reads if not is_code(each)}

    assert undeclared == set()


def rows_of(table: str, whole: Any, request: Any) -> list[Any]:
    steps = {
        "person": [whole],
        "requests": [request],
        "assessment": [request.get("assessment")],
        "activeplans": [request.get("activeplans")],
    }
    plan = (request.get("assessment") or {}).get("namedplan")
    active = request.get("activeplans") or {}
    steps |= {"namedplan": [plan], "plandetail": (plan or {}).get("plandetail", [])}
    steps |= {"placementdetail": active.get("placementdetail", []), "senneed": active.get("senneed", [])}
    return [row for row in steps[table] if row is not None]


def is_code(field: str) -> bool:
    table, _, column = field.partition(".")
    return COLUMNS[table][column].type in ("code", "boolean")


@pytest.mark.parametrize("check", [each for each in every_check() if each.by_codes], ids=lambda check: check.name)
def test_a_check_by_codes_needs_no_case(check: Check) -> None:
    """Its verdict is remembered for the combination of codes, so it may hang on nothing else."""
    whole = person(example_of(check))

    verdicts = [
        check.test(row, None)  # type: ignore[arg-type]
        for request in whole.get("requests", [{}])
        for row in rows_of(check.table, whole, request)
        if check.is_asked_of(row)
    ]

    assert verdicts == [True]


def test_an_unreadable_date_is_said_once_and_silences_the_rules_that_go_by_it() -> None:
    problems = problems_of(person({f"{REQUEST}.receiveddate": "31/02/2025"}))

    assert [(code, column) for code, _table, column, _message in problems] == [("F04", "receiveddate")]


def test_an_unreadable_date_silences_no_rule_of_another_request() -> None:
    changes = {
        f"{REQUEST}.receiveddate": "31/02/2025",
        "requests.1": {**REFUSED, "requestoutcome": "N", "requestoutcomedate": "2024-01-05"},
    }

    assert [(code, column) for code, _table, column, _message in problems_of(person(changes))] == [
        ("F04", "receiveddate"),
        ("V01", "requestoutcomedate"),
    ]


def test_a_remembered_combination_of_codes_is_not_remembered_for_other_codes() -> None:
    checker = Checker(HEADER)
    good, bad = person(), person({f"{REQUEST}.requestoutcome": "N"})

    codes = [[each.code for each in checker.of_person(each_person)] for each_person in (good, bad, good, bad)]

    assert codes == [[], ["V03"], [], ["V03"]]


def test_a_remembered_date_is_not_remembered_for_another() -> None:
    checker = Checker(HEADER)
    ahead = person({f"{ACTIVE}.lastreview": "2026-01-16", f"{ACTIVE}.reviewmeeting": "2026-01-10"})

    codes = [[each.code for each in checker.of_person(each)] for each in (person(), ahead, ahead)]

    assert codes == [[], ["V02"], ["V02"]]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"upn": "A850000000001"}, ("F08", "upn", "A850000000001")),
        ({"uniquelearnernumber": "1234567890"}, ("F09", "uniquelearnernumber", "1234567890")),
        ({f"{NAMED}.ukprn": "20000000"}, ("F10", "ukprn", "20000000")),
        ({f"{NAMED}.urn": "12345"}, ("F11", "urn", "12345")),
        ({"postcode": "WR1"}, ("F12", "postcode", "WR1")),
        ({f"{ACTIVE}.transferla": "Kent", f"{ASSESSMENT}.assessmentoutcome": "H"}, ("F13", "transferla", "Kent")),
        ({"ethnicity": "BLUE"}, ("F05", "ethnicity", "BLUE")),
        ({f"{ACTIVE}.reviewoutcome": "Z"}, ("F05", "reviewoutcome", "Z")),
        ({f"{REQUEST}.rya": "yes"}, ("F06", "rya", "yes")),
        ({f"{PLAN}.startdate": "2025-05"}, ("F04", "startdate", "2025-05")),
        ({"personbirthdate": "0214-03-04"}, ("F04", "personbirthdate", "0214-03-04")),
        ({"sex": None}, ("F03", "sex", "")),
        ({f"{REQUEST}.requestsource": None}, ("F03", "requestsource", "")),
    ],
)
def test_a_value_that_cannot_stand_is_said_with_its_place(changes: dict[str, Any], expected: tuple[str, ...]) -> None:
    (problem,) = Checker(HEADER).of_person(person(changes))

    assert (problem.code, problem.column, problem.value) == expected
    assert problem.row == 9


DATES = [
    (REQUEST, "receiveddate"),
    (REQUEST, "requestoutcomedate"),
    (ASSESSMENT, "assessmentoutcomedate"),
    (PLAN, "startdate"),
    (PLAN, "ceasedate"),
    *((ACTIVE, column) for column, field in COLUMNS["activeplans"].items() if field.type == "date"),
    (ATTENDED, "entrydate"),
    (ATTENDED, "leavingdate"),
]


@pytest.mark.parametrize(("place", "column"), DATES)
def test_no_date_is_before_birth(place: str, column: str) -> None:
    for changes in ({f"{place}.{column}": "2014-03-03"}, {f"{place}.{column}": "2014-03-03", "surname": "Again"}):
        codes = [(each[0], each[2]) for each in problems_of(person(changes))]

        assert ("V02", column) in codes


def test_nothing_is_before_a_birth_date_that_cannot_be_read() -> None:
    assert [code for code, *_place in problems_of(person({"personbirthdate": "31/02/2014"}))] == ["F04"]


def test_names_are_in_no_problem() -> None:
    changes = [example_of(check) for check in every_check()]

    said = [
        str(each.as_dict())
        for change in [*changes, {f"{ATTENDED}.sensettingother": "Zuri Adeyemi", f"{ATTENDED}.urn": None}]
        for each in Checker(HEADER, establishments=REGISTER).of_person(person(change))
    ]

    assert len(said) > len(changes)
    assert [text for text in said if "Zuri" in text or "Adeyemi" in text] == []


def test_the_reference_date_may_be_given() -> None:
    checker = Checker(HEADER, date(2025, 10, 31))

    assert [each.code for each in checker.of_header()] == ["H01"]
    assert [each.column for each in checker.of_person(person())] == ["reviewmeeting", "lastreview"]
