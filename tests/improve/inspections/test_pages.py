from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from goldenthread.foundation.ledger import reads as ledger
from goldenthread.foundation.partnership.models import Role
from goldenthread.improve.inspections import writes
from goldenthread.improve.inspections.models import Inspection
from goldenthread.improve.inspections.report.reading import read_report
from tests.factories import people

from .letters import LETTER, NAME

pytestmark = pytest.mark.django_db
ON = people.TODAY


@pytest.fixture
def inspection() -> Inspection:
    return writes.record_inspection(area=people.area(), report=read_report(LETTER, NAME), by=ledger.SYSTEM, on=ON)


def test_the_list_shows_outcome_and_counts(client: Client, inspection: Inspection) -> None:
    client.force_login(people.person(Role.IMPROVEMENT_LEAD).user)

    page = client.get(reverse("inspections:index")).content.decode()

    assert "Full inspection of January 2024" in page
    assert "Widespread and/or systemic failings" in page
    assert ">3<" in page


def test_one_inspection_shows_findings_bodies_and_judgements(client: Client, inspection: Inspection) -> None:
    client.force_login(people.person(Role.PARENT_FORUM).user)
    visit = writes.record_visit(
        area=people.area(), kind="monitoring", started_on=date(2025, 9, 8), ended_on=date(2025, 9, 10),
        source_title="Letter", by=ledger.SYSTEM, on=ON,
    )  # fmt: skip
    writes.judge_finding(
        finding=inspection.findings.first(), revisit=visit, sufficient_progress=False, by=ledger.SYSTEM, on=ON
    )

    page = client.get(reverse("inspections:inspection", args=[inspection.pk])).content.decode()

    assert "Leaders should make plans that say what will be different for every child." in page
    assert "Marlshire County Council; NHS Marl Valley ICB" in page
    assert "Not yet sufficient progress</strong> at the monitoring inspection that ended on 10 September 2025" in page


def test_an_area_without_inspections_is_told_what_to_do(client: Client) -> None:
    client.force_login(people.person(Role.BOARD_MEMBER).user)

    assert "Bring the text of the last report as a file" in client.get(reverse("inspections:index")).content.decode()


def test_an_administrator_does_not_read_findings(client: Client, inspection: Inspection) -> None:
    client.force_login(people.person(Role.ADMINISTRATOR).user)

    answers = [client.get(reverse(name, args=args)) for name, args in pages_of(inspection)]

    assert [answer.status_code for answer in answers] == [403, 403]


def test_a_stranger_is_sent_to_sign_in(client: Client, inspection: Inspection) -> None:
    answers = [client.get(reverse(name, args=args)) for name, args in pages_of(inspection)]

    assert [answer.status_code for answer in answers] == [302, 302]


def test_another_areas_inspection_is_not_found(client: Client, inspection: Inspection) -> None:
    elsewhere = people.area("998")
    client.force_login(people.person(Role.IMPROVEMENT_LEAD, in_area=elsewhere).user)

    assert client.get(reverse("inspections:inspection", args=[inspection.pk])).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_asks_the_database_as_often_for_three_as_for_one(
    client: Client, inspection: Inspection, count: int, django_assert_num_queries
) -> None:
    for year in range(2019, 2018 + count):
        writes.record_visit(
            area=people.area(), kind="revisit", started_on=date(year, 3, 5), ended_on=date(year, 3, 9),
            source_title="Letter", by=ledger.SYSTEM, on=ON,
        )  # fmt: skip
    client.force_login(people.person(Role.IMPROVEMENT_LEAD).user)

    with django_assert_num_queries(5):
        client.get(reverse("inspections:index"))


def pages_of(inspection: Inspection) -> list[tuple[str, list[int]]]:
    return [("inspections:index", []), ("inspections:inspection", [inspection.pk])]
