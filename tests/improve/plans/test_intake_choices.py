"""What a person says of a plan's file before it is committed: which plan, which columns, what to take apart."""

from datetime import date

import pytest
from django.urls import reverse

from goldenthread.foundation.intake import reads as intake_reads
from goldenthread.foundation.intake import writes as intake
from goldenthread.foundation.intake.models import Batch, State
from goldenthread.foundation.intake.source import Refused
from goldenthread.foundation.partnership.models import Person, Role
from goldenthread.improve.inspections import writes as inspections
from goldenthread.improve.plans.models import Action, ImprovementPlan
from tests.factories import people, plans
from tests.factories.plans import HEADINGS, one_sheet, workbook
from tests.improve.plans import demo

pytestmark = pytest.mark.django_db
ON = people.TODAY
ROW = ("1.1", "Do it.", "Ann Bell, Head of SEND", date(2026, 12, 18), "Green", "Begun.")
SEVERAL = ("2.3", "1. Train leads.\n2. Visit schools.", "Ann", "", "Green", "")


@pytest.fixture
def lead() -> Person:
    return people.person(Role.IMPROVEMENT_LEAD)


def choices(batch: Batch) -> dict[str, str]:
    return {each.name: each.answer for each in intake_reads.choices(batch)}


def say(batch: Batch, by: Person, **said: str) -> Batch:
    """As the form does: every choice answered, those named otherwise."""
    intake.understand(batch=batch, by=by, on=ON, chosen={**choices(batch), **said})
    return batch


def test_what_was_understood_is_offered_to_be_put_right(lead: Person) -> None:
    batch = demo.bring(one_sheet(ROW), lead)

    assert choices(batch) == {
        "title": "A plan", "kind:": "pap", "inspection:": "", "column:Ref": "ref", "column:Action": "wording",
        "column:Lead": "lead", "column:Timescale": "due", "column:BRAG": "colour", "column:Progress update": "progress",
    }  # fmt: skip


def test_title_kind_and_inspection_are_what_a_person_says(lead: Person) -> None:
    visit = inspections.record_visit(
        area=people.area(), kind="full", started_on=date(2024, 5, 13), ended_on=date(2024, 5, 17),
        source_title="Report", by=lead, on=ON,
    )  # fmt: skip
    batch = demo.bring(one_sheet(ROW), lead)

    say(batch, lead, title="Our plan", **{"kind:": "app", "inspection:": str(visit.pk)})
    intake.commit(batch=batch, by=lead, on=ON)

    plan = ImprovementPlan.objects.get()
    assert (plan.title, plan.kind, plan.inspection) == ("Our plan", "app", visit)


def test_a_file_by_another_name_updates_the_plan_that_is_picked(lead: Person) -> None:
    demo.commit(one_sheet(ROW), lead)
    held = ImprovementPlan.objects.get()
    later = demo.bring(workbook({"Plan": [HEADINGS, ROW]}, title="A plan of ours, v9"), lead)

    say(later, lead, plan=str(held.pk))

    assert {each.kind: (each.added, each.unchanged) for each in intake_reads.counts(later)} == {
        "Themes": (0, 1),
        "Actions": (0, 1),
    }
    assert choices(later)["plan"] == str(held.pk)


def test_another_areas_plan_cannot_be_picked(lead: Person) -> None:
    elsewhere = plans.plan(people.area("885"), "Theirs")
    batch = demo.bring(one_sheet(ROW), lead)

    say(batch, lead, plan=str(elsewhere.pk))

    assert batch.facts["plan"] == "A plan"


@pytest.mark.parametrize("said", [{"kind:": "nonsense"}, {"inspection:": "999999"}])
def test_what_there_is_not_is_refused_in_a_sentence(lead: Person, said: dict[str, str]) -> None:
    batch = demo.bring(one_sheet(ROW), lead)

    say(batch, lead, **said)

    assert (batch.state, batch.refusal[:8]) == (State.REFUSED, "That is " if "kind:" in said else "That ins")


def test_a_column_is_read_as_a_person_says(lead: Person) -> None:
    batch = demo.bring(one_sheet((*ROW, "Stuck."), headings=(*HEADINGS, "Where we are")), lead)

    say(batch, lead, **{"column:Where we are": "progress", "column:Progress update": ""})
    intake.commit(batch=batch, by=lead, on=ON)

    assert Action.objects.get().updates.get().done == "Stuck."


def test_splits_are_shown_before_and_made_on_request(lead: Person) -> None:
    batch = demo.bring(one_sheet(SEVERAL), lead)
    shown = next(each.shows for each in intake_reads.choices(batch) if each.name == "split")

    say(batch, lead, split="yes")
    intake.commit(batch=batch, by=lead, on=ON)

    assert [list(pair) for pair in shown] == [["2.3", "2.3a Train leads."], ["2.3", "2.3b Visit schools."]]
    assert [action.ref for action in Action.objects.all()] == ["2.3a", "2.3b"]


def test_a_plan_taken_apart_stays_so_when_its_file_comes_again(lead: Person) -> None:
    first = demo.bring(one_sheet(SEVERAL), lead)
    say(first, lead, split="yes")
    intake.commit(batch=first, by=lead, on=ON)

    again = demo.commit(one_sheet(SEVERAL), lead)

    assert again.facts["written"] == {}
    assert choices(again)["split"] == "yes"


def test_what_is_held_whole_is_not_taken_apart_by_a_file(lead: Person) -> None:
    demo.commit(one_sheet(SEVERAL), lead)
    batch = demo.bring(one_sheet(SEVERAL), lead)

    say(batch, lead, split="yes")

    assert {each.kind: each.added for each in intake_reads.counts(batch)} == {"Themes": 0, "Actions": 0}


def test_a_table_that_nobody_would_know_is_the_plan_when_a_person_says_so(lead: Person) -> None:
    content = workbook({"Sheet1": [("Nr", "Thing", "Name"), ("1.1", "Do it.", "Ann")]})
    batch = demo.bring(content, lead)
    intake.understand(batch=batch, by=lead, on=ON, source="plan_workbook")
    with pytest.raises(Refused, match="There is no action to take"):
        intake.commit(batch=batch, by=lead, on=ON)

    say(batch, lead, **{"table:Sheet1": "yes"})
    say(batch, lead, **{"column:Thing": "wording", "column:Nr": "ref", "column:Name": "lead"})
    intake.commit(batch=batch, by=lead, on=ON)

    assert [(each.ref, each.wording, each.lead_as_written) for each in Action.objects.all()] == [
        ("1.1", "Do it.", "Ann")
    ]


def test_the_page_puts_it_right_without_scripts(lead: Person) -> None:
    browser = people.signed_in(lead)
    batch = demo.bring(one_sheet((*ROW, "Stuck."), headings=(*HEADINGS, "Where we are")), lead)
    address = reverse("intake:batch", args=[batch.public_id])
    form = browser.get(address).context["otherwise"]
    boxes = {choice.name: box for box, choice in form.offered.items()}
    typed = {boxes[name]: answer for name, answer in choices(batch).items()}

    answer = browser.post(
        reverse("intake:choices", args=[batch.public_id]),
        {**typed, boxes["column:Where we are"]: "evidence"},
        follow=True,
    )

    batch.refresh_from_db()
    assert answer.redirect_chain == [(address, 302)]
    assert batch.chosen["column:Where we are"] == "evidence"
    assert {each.kind: each.added for each in intake_reads.counts(batch)}["Pieces of evidence"] == 1


def test_a_title_left_empty_is_asked_for_and_nothing_else_is_lost(lead: Person) -> None:
    browser = people.signed_in(lead)
    batch = demo.bring(one_sheet(ROW), lead)
    boxes = {choice.name: box for box, choice in browser.get(
        reverse("intake:batch", args=[batch.public_id])).context["otherwise"].offered.items()}  # fmt: skip

    answer = browser.post(
        reverse("intake:choices", args=[batch.public_id]), {boxes["title"]: "", boxes["kind:"]: "lsrp"}
    )

    assert answer.status_code == 400
    assert "Title of the plan: an answer is needed." in answer.text
    assert '<option value="lsrp" selected>Local SEND reform plan</option>' in answer.text


def test_the_rows_of_the_file_add_up_on_the_page(lead: Person) -> None:
    batch = demo.bring(workbook({"Plan": [HEADINGS, ROW, ("A note of ours",)], "Lists": [("<b>x</b>",)]}), lead)

    page = people.signed_in(lead).get(reverse("intake:batch", args=[batch.public_id])).text

    assert "4 rows: 1 action, 1 heading, 2 not taken." in page
    assert "A note of ours" in page
    assert "&lt;b&gt;x&lt;/b&gt;" in page
    assert "<b>x</b>" not in page


def test_the_page_asks_as_many_questions_for_many_columns_as_for_few(
    lead: Person, django_assert_max_num_queries
) -> None:
    batch = demo.bring(one_sheet((*ROW, *"abcdefgh"), headings=(*HEADINGS, *"stuvwxyz")), lead)
    browser = people.signed_in(lead)

    with django_assert_max_num_queries(10):
        browser.get(reverse("intake:batch", args=[batch.public_id]))
