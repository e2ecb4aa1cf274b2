"""The shelf, one paper, and each step: who may, who may not, and what they see."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from goldenthread.foundation.partnership.models import Role
from goldenthread.publish.reports import reads, writes
from goldenthread.publish.reports.models import Clearance, Consultee, Edition
from tests.factories import people, reports
from tests.factories.people import signed_in

pytestmark = pytest.mark.django_db
ON = reports.ON
STEPS = ("figures", "circulate", "clear", "freeze")


@pytest.fixture(autouse=True)
def _home(settings, tmp_path) -> None:
    settings.HOME = tmp_path


def address(name: str, *args: object) -> str:
    return reverse(f"reports:{name}", args=args)


def as_role(role: Role, area: str = "999") -> Client:
    return signed_in(people.person(role, in_area=people.area(area)))


def pages_of(edition: Edition) -> list[str]:
    own = [address(name, edition.pk) for name in ("paper", "changes")]
    return [address("index"), *own, address("download", edition.pk, "html")]


def test_the_shelf_shows_papers_by_body_with_their_state() -> None:
    reports.frozen()
    writes.draft_edition(
        report="cabinet_report", area=people.area(), body="Scrutiny panel", meeting_on=date(2027, 1, 9), as_at=ON,
        by=reports.lead(), on=ON,
    )  # fmt: skip

    page = as_role(Role.IMPROVEMENT_LEAD).get(address("index")).content.decode()

    assert page.index(">Cabinet<") < page.index("<strong>Frozen</strong> on 31 October 2026")
    assert page.index(">Scrutiny panel<") < page.index("<strong>Draft</strong>")


def test_an_empty_shelf_says_what_to_do() -> None:
    assert "Choose “Draft a paper”" in as_role(Role.IMPROVEMENT_LEAD).get(address("index")).content.decode()


def test_a_paper_is_drafted_from_the_form() -> None:
    form = {
        "report": "cabinet_report", "body": "Cabinet", "meeting_on-day": "12", "meeting_on-month": "11",
        "meeting_on-year": "2026", "as_at-day": "31", "as_at-month": "10", "as_at-year": "2026", "wards": "All",
        "decision_type": "For information",
    }  # fmt: skip

    answer = as_role(Role.IMPROVEMENT_LEAD).post(address("draft"), form)

    made = Edition.objects.get()
    assert answer["Location"] == address("paper", made.pk)
    assert (made.body, made.meeting_on, made.title) == (
        "Cabinet",
        date(2026, 11, 12),
        "SEND improvement: progress and impact",
    )


def test_a_paper_without_a_meeting_is_asked_for_one() -> None:
    answer = as_role(Role.IMPROVEMENT_LEAD).post(address("draft"), {"report": "cabinet_report"})

    assert (answer.status_code, Edition.objects.count()) == (400, 0)
    assert "Enter the date" in answer.content.decode()


def test_a_draft_shows_its_gaps_with_the_place_to_write() -> None:
    edition = reports.draft()

    page = as_role(Role.IMPROVEMENT_LEAD).get(address("paper", edition.pk)).content.decode()

    assert f'href="{address("words", edition.pk, "legal")}">What does the monitoring officer advise?</a>' in page
    assert 'id="gap-legal"' in page
    assert page.count("<h1") == 1


def test_words_written_stand_in_the_paper() -> None:
    edition, client = reports.draft(), as_role(Role.SERVICE_MANAGER)

    answer = client.post(address("words", edition.pk, "legal"), {"words": "No new duty.", "over": ""})

    assert answer["Location"] == address("paper", edition.pk)
    assert "No new duty." in client.get(address("paper", edition.pk)).content.decode()


def test_who_writes_second_sees_what_the_first_wrote_and_keeps_their_own() -> None:
    edition, client = reports.draft(), as_role(Role.IMPROVEMENT_LEAD)
    writes.write_words(edition=edition, code="legal", words="Theirs.", by=reports.lead(), on=ON)

    answer = client.post(address("words", edition.pk, "legal"), {"words": "Mine.", "over": ""})
    again = client.post(address("words", edition.pk, "legal"), {"words": "Mine.", "over": "Theirs."})

    page = answer.content.decode()
    assert (answer.status_code, again.status_code) == (409, 302)
    assert "Theirs." in page
    assert "Mine." in page


def test_the_steps_to_a_frozen_paper() -> None:
    edition, client = reports.draft(), as_role(Role.IMPROVEMENT_LEAD)
    for code in reads.questions(edition):
        client.post(address("words", edition.pk, code), {"words": "Words.", "over": ""})

    client.post(address("circulate", edition.pk), {"asked": "Rob Stubbs, Section 151 officer\nMonitoring Officer"})
    first, second = Consultee.objects.all()
    client.post(address("returned", edition.pk, first.pk))
    for role in ("Finance", "Legal", "Partners"):
        client.post(address("clear", edition.pk), {"role": role})
    client.post(address("freeze", edition.pk))

    edition.refresh_from_db()
    first.refresh_from_db()
    assert (edition.state, first.returned_on, second.name, second.post) == ("frozen", ON, "", "Monitoring Officer")


def test_freezing_too_early_says_what_is_missing() -> None:
    edition = reports.draft()

    page = as_role(Role.IMPROVEMENT_LEAD).post(address("freeze", edition.pk), follow=True).content.decode()

    assert "The paper cannot be frozen yet. Still missing: words for" in page
    assert Edition.objects.get().state == "draft"


def test_a_frozen_paper_can_only_be_corrected() -> None:
    edition, client = reports.frozen(), as_role(Role.IMPROVEMENT_LEAD)

    refused = [client.post(address(step, edition.pk)).status_code for step in STEPS]
    client.post(address("correct", edition.pk), {"why": "A figure was late."})

    assert refused == [403] * 4
    assert Edition.objects.get(number=2).corrects == edition


@pytest.mark.parametrize(("format", "begins"), [("docx", b"PK"), ("pdf", b"%PDF"), ("html", b"<!DOCTYPE html>")])
def test_downloads(format: str, begins: bytes) -> None:
    edition = reports.draft()

    answer = as_role(Role.IMPROVEMENT_LEAD).get(address("download", edition.pk, format))

    assert answer.content.startswith(begins)
    assert answer["Content-Disposition"] == (f'attachment; filename="cabinet_report-999-2026-11-12-edition-1.{format}"')


def test_a_format_that_there_is_not_is_not_found() -> None:
    edition = reports.draft()

    assert as_role(Role.IMPROVEMENT_LEAD).get(address("download", edition.pk, "rtf")).status_code == 404


@pytest.mark.parametrize("role", [Role.SCRUTINY_MEMBER, Role.BOARD_MEMBER, Role.PARENT_FORUM, Role.ANALYST])
def test_members_read_a_paper_from_the_day_that_it_is_circulated_and_change_nothing(role: Role) -> None:
    edition, client = reports.draft(), as_role(role)

    before = client.get(address("paper", edition.pk)).status_code
    writes.circulate(edition=edition, consultees=[("", "Members")], by=reports.lead(), on=ON)
    after = [client.get(page).status_code for page in pages_of(edition)]
    written = client.post(address("words", edition.pk, "legal"), {"words": "x", "over": ""}).status_code
    frozen = client.post(address("freeze", edition.pk)).status_code

    assert (before, after, written, frozen) == (403, [200] * 4, 403, 403)


def test_a_draft_is_not_on_a_members_shelf() -> None:
    reports.draft()

    assert "No paper has been circulated yet" in as_role(Role.SCRUTINY_MEMBER).get(address("index")).content.decode()


def test_a_partner_on_the_board_gives_its_clearance() -> None:
    edition = reports.draft()
    writes.circulate(edition=edition, consultees=[("", "Partners")], by=reports.lead(), on=ON)

    as_role(Role.BOARD_MEMBER).post(address("clear", edition.pk), {"role": "Partners"})

    assert [one.role for one in Clearance.objects.all()] == ["Partners"]


def test_an_administrator_reads_no_papers() -> None:
    edition = reports.frozen()

    answers = [as_role(Role.ADMINISTRATOR).get(page).status_code for page in pages_of(edition)]

    assert answers == [403] * 4


def test_a_stranger_is_sent_to_sign_in() -> None:
    answers = [Client().get(page).status_code for page in pages_of(reports.frozen())]

    assert answers == [302] * 4


def test_another_areas_paper_is_not_found() -> None:
    edition = reports.frozen()
    client = as_role(Role.IMPROVEMENT_LEAD, "998")

    answers = [client.get(page).status_code for page in pages_of(edition)[1:]]

    assert answers == [404] * 3
    assert edition.title not in client.get(address("index")).content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_the_shelf_asks_the_database_as_often_for_three_as_for_one(count: int, django_assert_num_queries) -> None:
    for _ in range(count):
        reports.draft()
    client = as_role(Role.IMPROVEMENT_LEAD)

    with django_assert_num_queries(5):
        client.get(address("index"))


@pytest.mark.parametrize("consultees", [1, 3])
def test_a_paper_asks_the_database_as_often_for_three_consultees_as_for_one(
    consultees: int, django_assert_num_queries
) -> None:
    edition = reports.draft()
    asked = [("", f"Officer {number}") for number in range(consultees)]
    writes.circulate(edition=edition, consultees=asked, by=reports.lead(), on=ON)
    client = as_role(Role.IMPROVEMENT_LEAD)

    with django_assert_num_queries(13):
        client.get(address("paper", edition.pk))
