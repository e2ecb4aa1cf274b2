"""Bring a file in a browser: see what it would do, commit, undo; nobody sees another area's."""

import io

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django_scopes import scopes_disabled

from goldenthread.foundation.intake import reads, registry, views, writes
from goldenthread.foundation.intake.models import Batch, State
from goldenthread.foundation.ledger.reads import SYSTEM
from goldenthread.foundation.partnership.models import Role
from goldenthread.record.casework.models import Child
from tests.factories import people
from tests.factories.casework import ON, assessed, sen2_person, upload, waiting, xml_upload

pytestmark = pytest.mark.django_db
BRINGERS = {Role.ANALYST, Role.SERVICE_MANAGER, Role.IMPROVEMENT_LEAD}


def as_form_file(file, name="return.xml"):
    with file.open() as stream:
        return SimpleUploadedFile(name, stream.read())


def a_batch(file, area=None):
    batch = writes.receive(area=area or people.area(), upload=file, by=SYSTEM, on=ON)
    writes.understand(batch=batch, by=SYSTEM, on=ON)
    return batch


def test_a_file_is_brought_seen_committed_and_undone():
    browser = people.signed_in(people.person(Role.ANALYST))

    shown = browser.post(
        reverse("intake:index"), {"file": as_form_file(xml_upload(sen2_person(1, waiting())))}, follow=True
    )
    batch = Batch.objects.get()
    committed = browser.post(reverse("intake:commit", args=[batch.public_id]), follow=True)
    undone = browser.post(reverse("intake:undo", args=[batch.public_id]), {"why": "The wrong file"}, follow=True)

    assert "What committing would do" in shown.text
    assert "Committed on 31 October 2026" in committed.text
    assert "Undone: 2 rows taken out and 0 put back as they were." in undone.text
    with scopes_disabled():
        assert Child.objects.count() == 0


@pytest.mark.parametrize("role", list(Role))
def test_only_those_who_bring_files_see_the_page(role):
    answer = people.signed_in(people.person(role)).get(reverse("intake:index"))

    assert answer.status_code == (200 if role in BRINGERS else 403)


@pytest.mark.parametrize("page", ["batch", "problems"])
def test_another_areas_batch_is_not_found(page):
    elsewhere = a_batch(xml_upload(sen2_person(1, waiting()), area="885"), people.area("885"))

    answer = people.signed_in(people.person(Role.ANALYST)).get(reverse(f"intake:{page}", args=[elsewhere.public_id]))

    assert answer.status_code == 404


@pytest.mark.parametrize("step", ["commit", "undo", "choose", "choices"])
def test_another_areas_batch_cannot_be_touched(step):
    elsewhere = a_batch(xml_upload(sen2_person(1, waiting()), area="885"), people.area("885"))

    answer = people.signed_in(people.person(Role.ANALYST)).post(reverse(f"intake:{step}", args=[elsewhere.public_id]))

    elsewhere.refresh_from_db()
    assert (answer.status_code, elsewhere.state) == (404, State.UNDERSTOOD)


@pytest.mark.parametrize(("role", "sees"), [(Role.SERVICE_MANAGER, True), (Role.IMPROVEMENT_LEAD, False)])
def test_what_cells_hold_is_shown_to_those_who_may_see_names(role, sees):
    batch = a_batch(xml_upload(sen2_person(1, assessed("2025-03-03", "2025-02-31"))))
    browser = people.signed_in(people.person(role))

    page = browser.get(reverse("intake:batch", args=[batch.public_id]))
    download = browser.get(reverse("intake:problems", args=[batch.public_id]))

    cells = [cell.value for row in openpyxl.load_workbook(io.BytesIO(download.content)).active for cell in row]
    assert ("2025-02-31" in page.text, "2025-02-31" in cells) == (sees, sees)


def test_formulas_in_a_file_stay_words_in_the_download():
    batch = a_batch(upload(b"answered_on,question,answer\n=1+1,experience,4\n"))

    download = people.signed_in(people.person(Role.ANALYST)).get(reverse("intake:problems", args=[batch.public_id]))

    sheet = openpyxl.load_workbook(io.BytesIO(download.content)).active
    assert (sheet["E2"].value, sheet["E2"].data_type) == ("=1+1", "s")


def test_an_empty_choice_says_what_to_do():
    answer = people.signed_in(people.person(Role.ANALYST)).post(reverse("intake:index"))

    assert answer.status_code == 400
    assert "Choose the file to bring." in answer.text


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_asks_as_many_questions_for_three_files_as_for_one(rows, django_assert_num_queries):
    browser = people.signed_in(people.person(Role.ANALYST))
    for number in range(rows):
        a_batch(xml_upload(sen2_person(number + 1, waiting())))

    with django_assert_num_queries(6):
        browser.get(reverse("intake:index"))


def test_a_large_file_is_read_and_committed_in_the_background(monkeypatch):
    monkeypatch.setattr(views, "AT_ONCE", 0)
    browser = people.signed_in(people.person(Role.ANALYST))
    file = as_form_file(xml_upload(sen2_person(1, waiting())))

    understanding = browser.post(reverse("intake:index"), {"file": file}, follow=True)
    batch = Batch.objects.get()
    committing = browser.post(reverse("intake:commit", args=[batch.public_id]), follow=True)

    batch.refresh_from_db()
    assert [page.resolver_match.view_name for page in (understanding, committing)] == ["jobs:one"] * 2
    assert reverse("intake:batch", args=[batch.public_id]) in committing.text
    assert batch.state == State.COMMITTED


def test_the_page_says_how_each_column_was_read():
    batch = a_batch(upload(b"Date answered,Question asked,Rating\n2026-10-01,experience,4\n", "answers.csv"))

    page = people.signed_in(people.person(Role.ANALYST)).get(reverse("intake:batch", args=[batch.public_id])).text

    rows = [f'{theirs}</th><td class="govuk-table__cell">{ours}</td>' in page for ours, theirs in
            (("answered on", "Date answered"), ("question", "Question asked"), ("answer", "Rating"))]  # fmt: skip
    assert rows == [True] * 3


OFFERED = [source for source in registry.sources() if reads.template_of(source)]


@pytest.mark.parametrize("source", OFFERED, ids=[source.code for source in OFFERED])
def test_an_empty_file_to_fill_in_is_recognised_when_it_comes_back(source):
    browser = people.signed_in(people.person(Role.ANALYST))

    given = browser.get(reverse("intake:template", args=[source.code]))

    assert given["Content-Disposition"] == f'attachment; filename="{source.code}.csv"'
    assert registry.recognised(upload(given.content, "filled.csv")) is source


@pytest.mark.parametrize(("role", "code", "status"), [(Role.ANALYST, "sen2", 404), (Role.BOARD_MEMBER, "survey", 403)])
def test_there_is_no_empty_file_of_what_is_no_table_nor_for_those_who_bring_none(role, code, status):
    assert people.signed_in(people.person(role)).get(reverse("intake:template", args=[code])).status_code == status
