"""What pages, files and the ledger tell those who may not know, and what they do with hostile words."""

import csv
import io
import json

import openpyxl
import pytest
from django.apps import apps
from django.db import connection, models, transaction
from django.db.utils import IntegrityError
from django.test import Client
from django.urls import reverse
from django_scopes import scopes_disabled

from goldenthread.foundation.intake.models import BatchProblem
from goldenthread.foundation.jobs.models import Job
from goldenthread.foundation.ledger import reads as ledger
from goldenthread.foundation.ledger.reads import SYSTEM
from goldenthread.foundation.ledger.writes import record
from goldenthread.foundation.partnership.models import Role
from goldenthread.improve.plans.models import Action
from goldenthread.publish.reports import writes as reports
from goldenthread.record.casework.models import Child
from goldenthread.record.establishments.models import Establishment
from tests.factories import people, plans
from tests.factories import reports as papers
from tests.factories.casework import sen2_person, upn, waiting
from tests.house.test_access import ROLES, TABLE
from tests.house.things import ON, address, batch_of, things
from tests.measure.indicators.made import keep, made, months

pytestmark = pytest.mark.django_db
SECRETS = ("Quillfeather", "Isolde", upn(77), "2031-02-28")


@pytest.fixture(autouse=True)
def _home(settings, tmp_path) -> None:
    settings.HOME = tmp_path


def told(client, keys):
    """Everything that somebody can read, workbooks too; by address."""
    pages = {name: client.get(address(name, keys)) for name in TABLE}
    return {name: _text(page) for name, page in pages.items() if page.status_code == 200}


def _text(page):
    if "spreadsheet" not in page["Content-Type"]:
        return page.content.decode()
    return str([cell.value for cell in _cells(page.content)])


def _cells(book):
    return [cell for sheet in openpyxl.load_workbook(io.BytesIO(book)) for row in sheet for cell in row]


def a_known_child():
    """In the record, and in a file of which every problem quotes who she is."""
    keys = things()
    named = {"surname": "Quillfeather", "forename": "Isolde"}
    with scopes_disabled():
        Child.objects.update(**named, upn=upn(77))
    faulty = {**named, "sex": "Quillfeather", "ethnicity": "Isolde", "personbirthdate": "2031-02-28"}
    keys["intake"] = [batch_of(*[sen2_person(77, waiting(), **faulty)] * 2).public_id]
    return keys


@pytest.mark.parametrize("letter", "LBSAFD")
def test_no_page_names_a_child_to_those_who_may_not_see_names(letter):
    keys = a_known_child()

    pages = told(people.signed_in(people.person(ROLES[letter])), keys)

    assert [(name, secret) for name, page in pages.items() for secret in SECRETS if secret in page] == []


def test_there_was_something_to_tell():
    pages = told(people.signed_in(people.person(Role.SERVICE_MANAGER)), a_known_child())

    assert [
        [secret for secret in SECRETS if secret in pages[name]] for name in ("intake:problems", "intake:batch")
    ] == [list(SECRETS)] * 2
    assert "Isolde Quillfeather" in pages["casework:index"]


def test_the_ledger_jobs_and_addresses_name_no_child():
    keys = a_known_child()

    written = json.dumps([entry.words() for entry in ledger.lines()]) + str(list(Job.objects.values()))
    addresses = " ".join(address(name, keys) for name in TABLE)

    assert [secret for secret in SECRETS if secret in written + addresses] == []
    assert "file understood" in written


# Every page bears the name of whoever is signed in; files do not, nor a line that is put into a page.
FILES = {
    "intake:problems", "intake:template", "indicators:figures_csv", "indicators:figures_svg", "indicators:figures_xlsx",
    "indicators:template", "plans:actions_csv",
}  # fmt: skip
LINES = {"plans:supports"}
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"
ROOMS = (
    "plans", "governance", "inspections", "partnership", "notices", "intake", "casework", "establishments", "jobs",
)  # fmt: skip
CODES = {  # what the product itself writes, and no file or form
    "by", "made_by", "received_by", "committed_by", "undone_by", "kind", "code", "ons_code", "severity", "sha256",
    "source", "source_sha256", "indicator", "period", "key", "model", "place", "urn", "setting", "exported_to",
}  # fmt: skip


def poison():
    """Every text that a file or a person can put into the record says something hostile."""
    for model in (one for room in ROOMS for one in apps.get_app_config(room).get_models()):
        texts = [
            field
            for field in model._meta.concrete_fields
            if isinstance(field, models.CharField | models.TextField) and not field.choices and field.name not in CODES
        ]
        for pk in model._base_manager.values_list("pk", flat=True):
            words = {field.name: f"{pk}{HOSTILE}"[: field.max_length] for field in texts}
            model._base_manager.filter(pk=pk).update(**words)


def test_hostile_words_are_only_ever_words():
    keys = things()
    with scopes_disabled():
        poison()
    edition = papers.draft(title=HOSTILE, author=HOSTILE)
    reports.circulate(edition=edition, consultees=[(HOSTILE, HOSTILE)], by=SYSTEM, on=ON)
    code = keys["reports:words"][1]
    reports.write_words(edition=edition, code=code, words=f"{HOSTILE}\n\n- {HOSTILE}", by=SYSTEM, on=ON)
    keys |= {"reports": [edition.pk], "reports:download": [edition.pk, "html"], "reports:words": [edition.pk, code]}

    pages = told(people.signed_in(people.person(*Role, name=HOSTILE)), keys)

    assert [name for name, page in pages.items() if _runs(name, page)] == []
    assert [
        name for name, page in pages.items() if "script&gt;alert(1)" not in page and name not in FILES | LINES
    ] == []


def _runs(name, page):
    return name not in FILES and ("<script>alert" in page or "<img src=x" in page)


FORMULA = '=HYPERLINK("https://evil.example","Open")'


def test_no_file_given_out_holds_a_formula():
    area, urn = people.area(), "100001"
    Establishment.objects.create(area=area, urn=urn, name=FORMULA, kind="special")
    keep(made(area, "plans_in_force", ON, 40, None, every="day", level="establishment", place=urn))
    batch = batch_of(sen2_person(1, waiting(), postcode="ZZ99 9ZZZ"))
    BatchProblem.objects.update(value=FORMULA, message=FORMULA, column=FORMULA, table=FORMULA, what_to_do=FORMULA)
    client = people.signed_in(people.person(*Role))

    plans.action("1.1", wording=FORMULA)

    addresses = (reverse("indicators:figures_csv", args=["plans_in_force"]), reverse("plans:actions_csv"))
    tables = [client.get(path).content.decode("utf-8-sig") for path in addresses]
    pages = {"indicators:figures_xlsx": "plans_in_force", "intake:problems": batch.public_id}
    books = [client.get(reverse(name, args=[key])).content for name, key in pages.items()]

    cells = [
        [cell for sheet in openpyxl.load_workbook(io.BytesIO(book)) for row in sheet for cell in row] for book in books
    ]
    assert [{cell.data_type for cell in found if cell.value == FORMULA} for found in cells] == [{"s"}, {"s"}]
    cells_of = [{cell for row in csv.reader(io.StringIO(table)) for cell in row} for table in tables]
    assert [(f"'{FORMULA}" in found, FORMULA in found) for found in cells_of] == [(True, False)] * 2


@pytest.mark.parametrize("path", ["/", "/sign-in/", "/children/", "/nowhere/", "/accessibility/"])
def test_every_answer_says_that_it_runs_no_foreign_script_and_stands_in_no_frame(path):
    answer = people.signed_in(people.person(Role.SCRUTINY_MEMBER)).get(path)

    policy = answer["Content-Security-Policy"]
    assert {"default-src 'self'", "frame-ancestors 'none'", "form-action 'self'"} <= set(policy.split("; "))
    assert ("unsafe" in policy, answer["X-Frame-Options"], answer["X-Content-Type-Options"]) == (
        False,
        "DENY",
        "nosniff",
    )


PASSWORD = "long enough for anybody"


def signing_in(to):
    who = people.person(Role.CASEWORKER)
    who.user.set_password(PASSWORD)
    who.user.save()
    client = Client()
    return client, client.post("/sign-in/", {"login": who.user.username, "password": PASSWORD, "next": to})


ELSEWHERE = ("https://evil.example/", "//evil.example/", "/\\evil.example", "https:evil.example")


@pytest.mark.parametrize("to", ELSEWHERE)
def test_signing_in_leads_to_no_other_site(to):
    _, answer = signing_in(to)

    assert (answer.status_code, answer["Location"]) == (302, "/")


def test_a_session_ends_with_signing_out_and_its_cookie_is_out_of_reach_of_scripts():
    client, answer = signing_in("/children/")
    kept = client.cookies["sessionid"].value
    client.post("/sign-out/")
    client.cookies["sessionid"] = kept

    assert (answer["Location"], client.get("/children/").status_code) == ("/children/", 302)
    assert (answer.cookies["sessionid"]["httponly"], answer.cookies["sessionid"]["samesite"]) == (True, "Lax")


@pytest.mark.parametrize("path", ["/intake/", "/sign-in/", "/sign-out/", "/papers/draft/"])
def test_nothing_is_sent_from_another_site(path):
    client = Client(enforce_csrf_checks=True)
    client.force_login(people.person(*Role).user)

    assert client.post(path, {"x": "y"}).status_code == 403


def test_another_hosts_name_is_refused():
    assert Client().get("/sign-in/", headers={"host": "evil.example"}).status_code == 400


# Faults found and reported; each test says so when it is mended


@pytest.mark.parametrize("role", [Role.SCRUTINY_MEMBER, Role.PARENT_FORUM, Role.BOARD_MEMBER])
def test_a_themes_page_tells_no_small_number(role):
    keys = things()
    keep(*(made(people.area(), "children_missing_education_send", month, 3, None) for month in months(24)))

    page = people.signed_in(people.person(role)).get(address("plans:theme", keys)).text

    assert "every one 3" not in page


def test_nobody_accepts_evidence_that_they_offered():
    action = plans.action(colour="blue", lead=people.person())
    client = people.signed_in(people.person(Role.IMPROVEMENT_LEAD))

    client.post(reverse("plans:offer_evidence", args=[action.pk]), {"title": "Trust me"})
    client.post(reverse("plans:evidence", args=[action.evidence.get().pk]), {"accept": "yes"})

    assert action.evidence.get().accepted_by is None


def test_nobody_verifies_what_they_reported():
    action = plans.action(lead=people.person())
    client = people.signed_in(people.person(Role.IMPROVEMENT_LEAD))
    report = {"colour": "blue", "done": "All.", "seen": action.updates.get().pk, "confirmed": "yes"}

    client.post(reverse("plans:report", args=[action.pk]), report)
    client.post(reverse("plans:verify", args=[action.pk]))

    assert Action.objects.get(pk=action.pk).verified_by is None


def test_a_red_is_not_put_right_in_the_past():
    action = plans.action()
    client = people.signed_in(people.person(Role.IMPROVEMENT_LEAD))
    report = {"colour": "red", "done": "-", "seen": action.updates.get().pk, "confirmed": "yes"}

    answer = client.post(
        reverse("plans:report", args=[action.pk]), {**report, "remedy": "Ask.", "owner": "Ann", "due": "2020-01-01"}
    )

    assert answer.status_code == 400


def test_a_member_is_not_told_of_a_draft_on_the_first_page():
    papers.draft(title="Not for members yet")

    assert "Not for members yet" not in people.signed_in(people.person(Role.SCRUTINY_MEMBER)).get("/").text


def test_what_names_children_is_not_kept_by_the_browser():
    answer = people.signed_in(people.person(Role.CASEWORKER)).get("/children/")

    assert "no-store" in answer.get("Cache-Control", "")


def replaced(table, column):
    with connection.cursor() as cursor:
        columns = [each.name for each in connection.introspection.get_table_description(cursor, table)]
        told = ", ".join("'forged'" if name == column else f'"{name}"' for name in columns)
        cursor.execute(f"INSERT OR REPLACE INTO {table} SELECT {told} FROM {table} LIMIT 1")  # noqa: S608  our own names


@pytest.mark.parametrize(("table", "column"), [("ledger_entry", "what"), ("reports_edition", "title")])
def test_sqlite_does_not_replace_a_line_or_a_frozen_paper_behind_the_triggers(table, column):
    record(what="something", by=SYSTEM, on=ON)
    papers.frozen()

    with pytest.raises(IntegrityError), transaction.atomic():
        replaced(table, column)
