"""The pages on which a person records a visit, adds a finding, judges one, and says which it repeats."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from goldenthread.foundation.ledger import reads as ledger
from goldenthread.foundation.partnership.models import Role
from goldenthread.improve.inspections import writes
from goldenthread.improve.inspections.models import Finding, Inspection, Judgement
from goldenthread.improve.inspections.report.reading import read_report
from tests.factories import people

from .first_cycle import FIRST
from .letters import LETTER, NAME

pytestmark = pytest.mark.django_db
ON = people.TODAY


@pytest.fixture
def inspection() -> Inspection:
    return writes.record_inspection(area=people.area(), report=read_report(LETTER, NAME), by=ledger.SYSTEM, on=ON)


@pytest.fixture
def weakness() -> Finding:
    first = writes.record_inspection(area=people.area(), report=read_report(FIRST), by=ledger.SYSTEM, on=ON)
    return first.findings.get(number=1)


@pytest.fixture
def lead() -> Client:
    return people.signed_in(people.person(Role.IMPROVEMENT_LEAD))


def monitoring(area_code: str = "999", year: int = 2025) -> Inspection:
    return writes.record_visit(
        area=people.area(area_code), kind="monitoring", started_on=date(year, 9, 8), ended_on=date(year, 9, 10),
        source_title="Letter", by=ledger.SYSTEM, on=ON,
    )  # fmt: skip


def day(name: str, value: date) -> dict[str, int]:
    return {f"{name}-day": value.day, f"{name}-month": value.month, f"{name}-year": value.year}


def visit_of(first: date, last: date) -> dict[str, object]:
    return {
        "kind": "monitoring", "source_title": "Letter", **day("started_on", first), **day("ended_on", last),
    }  # fmt: skip


def test_a_visit_is_recorded_by_hand(lead: Client) -> None:
    answer = lead.post(reverse("inspections:visit"), visit_of(date(2025, 9, 8), date(2025, 9, 10)))

    recorded = Inspection.objects.get()
    assert answer["Location"] == reverse("inspections:inspection", args=[recorded.pk])
    assert (recorded.kind, recorded.started_on, recorded.ended_on, recorded.source_title) == (
        "monitoring", date(2025, 9, 8), date(2025, 9, 10), "Letter",
    )  # fmt: skip


def test_a_visit_that_cannot_be_is_asked_for_again(lead: Client) -> None:
    answer = lead.post(reverse("inspections:visit"), visit_of(date(2025, 9, 8), date(2025, 9, 7)))

    assert answer.status_code == 400
    assert "The visit cannot end before it begins on 8 September 2025" in answer.content.decode()
    assert Inspection.objects.count() == 0


def test_a_finding_is_added_by_hand(lead: Client) -> None:
    visit = monitoring()

    lead.post(reverse("inspections:add", args=[visit.pk]), {"kind": "improvement", "text": "Leaders should listen."})

    assert list(visit.findings.values_list("kind", "number", "text")) == [("improvement", 1, "Leaders should listen.")]


def test_a_finding_is_judged_at_a_later_visit(lead: Client, inspection: Inspection) -> None:
    finding, visit = inspection.findings.first(), monitoring()
    said = {"visit": visit.pk, "sufficient_progress": "False", "note": "Waits are longer."}

    answer = lead.post(reverse("inspections:judge", args=[finding.pk]), said)

    assert answer["Location"].endswith(f"#finding-{finding.pk}")
    assert list(Judgement.objects.values_list("finding", "revisit", "sufficient_progress", "on", "note")) == [
        (finding.pk, visit.pk, False, date(2025, 9, 10), "Waits are longer.")
    ]
    assert "Waits are longer." in lead.get(reverse("inspections:inspection", args=[visit.pk])).content.decode()


def test_only_a_later_visit_of_the_area_may_be_chosen(lead: Client, inspection: Inspection) -> None:
    address = reverse("inspections:judge", args=[inspection.findings.first().pk])
    others = (monitoring("998"), monitoring(year=2019), inspection)

    answers = [lead.post(address, {"visit": other.pk, "sufficient_progress": "True"}) for other in others]

    assert [answer.status_code for answer in answers] == [400, 400, 400]
    assert Judgement.objects.count() == 0


def test_without_a_later_visit_the_page_says_what_to_do(lead: Client, inspection: Inspection) -> None:
    page = lead.get(reverse("inspections:judge", args=[inspection.findings.first().pk])).content.decode()

    assert "No visit after this inspection is recorded yet." in page


def test_a_repeat_is_linked_shown_and_taken_back(lead: Client, inspection: Inspection, weakness: Finding) -> None:
    finding = inspection.findings.first()
    address = reverse("inspections:repeat", args=[finding.pk])

    lead.post(address, {"earlier": weakness.pk})
    page = lead.get(reverse("inspections:inspection", args=[inspection.pk])).content.decode()
    lead.post(address, {"earlier": "none"})

    assert "Linked as a repeat" in page
    assert Finding.objects.get(pk=finding.pk).repeats is None


def test_only_an_earlier_finding_can_be_repeated(lead: Client, inspection: Inspection, weakness: Finding) -> None:
    finding = inspection.findings.first()

    answer = lead.post(reverse("inspections:repeat", args=[weakness.pk]), {"earlier": finding.pk})

    assert (answer.status_code, Finding.objects.get(pk=weakness.pk).repeats) == (400, None)


@pytest.mark.parametrize(
    ("roles", "status"),
    [
        ((Role.IMPROVEMENT_LEAD,), 200),
        ((Role.ADMINISTRATOR, Role.BOARD_MEMBER), 200),
        ((Role.ADMINISTRATOR,), 403),
        ((Role.SERVICE_MANAGER,), 403),
        ((Role.PARENT_FORUM,), 403),
    ],
)
def test_who_may_judge(inspection: Inspection, roles: tuple[Role, ...], status: int) -> None:
    client = people.signed_in(people.person(*roles))

    assert [client.get(address).status_code for address in pages_of(inspection)] == [status] * 4


def test_another_areas_finding_is_not_found(inspection: Inspection) -> None:
    stranger = people.signed_in(people.person(Role.IMPROVEMENT_LEAD, in_area=people.area("998")))

    assert [stranger.get(address).status_code for address in pages_of(inspection)] == [200, 404, 404, 404]


def test_who_may_not_judge_is_not_offered_it(inspection: Inspection) -> None:
    board = people.signed_in(people.person(Role.BOARD_MEMBER))

    page = board.get(reverse("inspections:inspection", args=[inspection.pk])).content.decode()

    assert "Link to an earlier finding" not in page


@pytest.mark.parametrize("visits", [1, 3])
def test_pages_ask_the_database_as_often_for_three_visits_as_for_one(
    lead: Client, inspection: Inspection, weakness: Finding, visits: int, django_assert_num_queries
) -> None:
    for year in range(2025, 2025 + visits):
        visit = monitoring(year=year)
        for finding in inspection.findings.all():
            writes.judge_finding(
                finding=finding, revisit=visit, sufficient_progress=True, by=ledger.SYSTEM, on=ON
            )  # fmt: skip
    finding = inspection.findings.first()

    for name, key, queries in (
        ("inspection", inspection.pk, 11),
        ("inspection", visit.pk, 9),
        ("judge", finding.pk, 7),
        ("repeat", finding.pk, 6),
    ):
        with django_assert_num_queries(queries):
            lead.get(reverse(f"inspections:{name}", args=[key]))


def pages_of(inspection: Inspection) -> list[str]:
    finding = inspection.findings.first()
    return [
        reverse("inspections:visit"),
        reverse("inspections:add", args=[inspection.pk]),
        reverse("inspections:judge", args=[finding.pk]),
        reverse("inspections:repeat", args=[finding.pk]),
    ]
