from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from goldenthread.rules.sen2.merge import FileRef, Merger
from tests.rules.sen2.people import ACTIVE, ASSESSMENT, PLAN, REQUEST, person

EARLIER = FileRef(date(2025, 1, 16), "sen2-2025.xml")
LATER = FileRef(date(2026, 1, 15), "sen2-2026.xml")


def merged(*told: tuple[FileRef, dict[str, Any]]) -> Merger:
    merger = Merger()
    for file, each in told:
        merger.add(file, each)
    return merger


def the_person(merger: Merger) -> dict[str, Any]:
    (found,) = merger.people()
    return found


def test_later_facts_win_in_whatever_order_they_come() -> None:
    moved = person({"postcode": "WR9 9ZZ"})

    for told in ([(EARLIER, person()), (LATER, moved)], [(LATER, moved), (EARLIER, person())]):
        merger = merged(*told)

        assert the_person(merger)["postcode"] == "WR9 9ZZ"
        assert merger.contradictions == []


def test_an_open_request_is_closed_by_a_later_file() -> None:
    waiting = {f"{REQUEST}.requestoutcome": "A", f"{REQUEST}.requestoutcomedate": None, ASSESSMENT: None, ACTIVE: None}

    merger = merged((EARLIER, person(waiting)), (LATER, person()))

    assert the_person(merger)["requests"][0]["requestoutcome"] == "Y"
    assert "namedplan" in the_person(merger)["requests"][0]["assessment"]
    assert merger.contradictions == []


def test_a_historical_outcome_does_not_hide_what_was_decided() -> None:
    historical = {f"{REQUEST}.requestoutcome": "H", f"{REQUEST}.requestoutcomedate": None}
    historical |= {f"{ASSESSMENT}.assessmentoutcome": "H", f"{ASSESSMENT}.assessmentoutcomedate": None}

    request = the_person(merged((EARLIER, person()), (LATER, person(historical))))["requests"][0]

    assert (request["requestoutcome"], request["requestoutcomedate"]) == ("Y", "2025-02-10")
    assert (request["assessment"]["assessmentoutcome"], len(request["assessment"])) == ("Y", 4)


def test_a_settled_fact_told_otherwise_is_questioned() -> None:
    merger = merged((EARLIER, person()), (LATER, person({f"{PLAN}.startdate": "2025-05-21"})))

    (query,) = merger.contradictions

    assert the_person(merger)["requests"][0]["assessment"]["namedplan"]["startdate"] == "2025-05-21"
    assert (query.severity, query.table, query.column, query.value, query.row) == (
        "query", "namedplan", "startdate", "2025-05-21", 9,
    )  # fmt: skip
    assert query.message == "sen2-2026.xml says “2025-05-21”, an earlier file “2025-05-20”; the later was taken"


def test_every_review_that_any_file_told_of_is_kept() -> None:
    earlier = {f"{ACTIVE}.reviewmeeting": "2024-11-04", f"{ACTIVE}.lastreview": "2024-11-29"}

    active = the_person(merged((EARLIER, person(earlier)), (LATER, person())))["requests"][0]["activeplans"]

    assert [(each["reviewmeeting"], each["lastreview"]) for each in active["reviews"]] == [
        ("2024-11-04", "2024-11-29"),
        ("2025-11-03", "2025-11-24"),
    ]


def test_a_placement_that_is_left_later_is_one_placement() -> None:
    left = {f"{ACTIVE}.placementdetail.0.leavingdate": "2025-12-19"}
    place = person()["requests"][0]["activeplans"]["placementdetail"][0]
    moved = {**left, f"{ACTIVE}.placementdetail.1": {**place, "urn": "100001", "entrydate": "2026-01-05"}}

    active = the_person(merged((EARLIER, person()), (LATER, person(moved))))["requests"][0]["activeplans"]

    assert [(each["urn"], each.get("leavingdate")) for each in active["placementdetail"]] == [
        ("123456", "2025-12-19"),
        ("100001", None),
    ]


def test_a_plan_that_has_ceased_keeps_what_it_was() -> None:
    ceased = {f"{PLAN}.ceasedate": "2025-12-01", f"{PLAN}.ceasereason": "2", ACTIVE: None}

    request = the_person(merged((EARLIER, person()), (LATER, person(ceased))))["requests"][0]

    assert request["assessment"]["namedplan"]["ceasedate"] == "2025-12-01"
    assert request["activeplans"]["senneed"] == person()["requests"][0]["activeplans"]["senneed"]


def test_another_request_is_another_request() -> None:
    again = person({f"{REQUEST}.receiveddate": "2025-01-07"})

    requests = the_person(merged((EARLIER, person()), (LATER, again)))["requests"]

    assert [each["receiveddate"] for each in requests] == ["2025-01-06", "2025-01-07"]


def test_a_person_is_known_by_uln_or_name_where_the_upn_is_not_yet_known() -> None:
    by_name = person({"upn": None, "upnunknown": "UN8", "postcode": "WR9 9ZZ"})
    by_uln = person({"upn": None, "uniquelearnernumber": "1234567899", "surname": "Other"})
    with_both = person({"uniquelearnernumber": "1234567899"})

    assert len(list(merged((EARLIER, by_name), (LATER, person())).people())) == 1
    assert len(list(merged((EARLIER, with_both), (LATER, by_uln)).people())) == 1


def test_two_of_one_name_and_birth_date_with_different_upns_are_two() -> None:
    other = person({"upn": "Z850000000099"})

    assert len(list(merged((EARLIER, person()), (EARLIER, other)).people())) == 2


@given(
    st.permutations([(EARLIER, person()), (LATER, person({"postcode": "WR9 9ZZ"})), (LATER, person({"sex": "M"}))][:2])
)
def test_adding_a_file_again_changes_nothing(told: list[tuple[FileRef, dict[str, Any]]]) -> None:
    once, twice = merged(*told), merged(*told, *told)

    assert list(twice.people()) == list(once.people())


def test_merging_leaves_the_files_persons_as_they_were() -> None:
    first, second = person(), person({"postcode": "WR9 9ZZ"})

    list(merged((EARLIER, first), (LATER, second)).people())

    assert (first, second) == (person(), person({"postcode": "WR9 9ZZ"}))
