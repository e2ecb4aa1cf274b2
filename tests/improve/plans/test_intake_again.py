"""A plan's file comes again: as it was, newer, or older than what people have done here since."""

from datetime import date

import pytest

from goldenthread.foundation.intake import writes as intake
from goldenthread.foundation.intake.models import Batch
from goldenthread.foundation.partnership.models import Person, Role
from goldenthread.improve.plans import writes
from goldenthread.improve.plans.models import Action, Amendment, Theme
from goldenthread.rules.honesty.colours import Colour
from tests.factories import people
from tests.factories.plans import HEADINGS, one_sheet, workbook
from tests.improve.plans import demo

pytestmark = pytest.mark.django_db
ON = people.TODAY
ROW = ("1.1", "Do it.", "Ann Bell, Head of SEND", date(2026, 12, 18), "Green", "Begun.")


@pytest.fixture
def lead() -> Person:
    return people.person(Role.IMPROVEMENT_LEAD)


def plan_saying(**said: object) -> bytes:
    return one_sheet([said.get(heading, value) for heading, value in zip(HEADINGS, ROW, strict=True)])


def changed(batch: Batch) -> list[tuple[str, str, str, str]]:
    return [(each["what"], each["field"], each["before"], each["after"]) for each in batch.changes]


def kept(batch: Batch) -> list[tuple[str, str]]:
    return list(batch.problems.filter(code="PLAN-KEPT").values_list("column", "value"))


def test_a_newer_file_says_what_changed(lead: Person) -> None:
    demo.commit(plan_saying(), lead)

    batch = demo.bring(plan_saying(Action="Do it well.", Timescale="March 2027", Lead="Bob Cole, Teacher"), lead)

    assert changed(batch) == [
        ("Action 1.1", "lead", "Ann Bell", "Bob Cole"),
        ("Action 1.1", "wording", "Do it.", "Do it well."),
        ("Action 1.1", "due on", "18 December 2026", "31 March 2027"),
        ("Action 1.1", "due as written", "nothing", "March 2027"),
    ]
    assert kept(batch) == []


def test_words_that_a_meeting_chose_survive_the_older_file(lead: Person) -> None:
    demo.commit(plan_saying(), lead)
    writes.reword_action(action=Action.objects.get(), wording="Do it well.", asked_by="Cllr Tor", by=lead, on=ON)

    batch = demo.commit(plan_saying(), lead)

    assert (Action.objects.get().wording, batch.facts["written"]) == ("Do it well.", {})
    assert kept(batch) == [("Action", "Do it.")]


def test_words_changed_on_both_sides_stay_as_people_chose_them(lead: Person) -> None:
    demo.commit(plan_saying(), lead)
    writes.reword_action(action=Action.objects.get(), wording="Do it well.", asked_by="Cllr Tor", by=lead, on=ON)

    batch = demo.commit(plan_saying(Action="Do it by heart."), lead)

    assert Action.objects.get().wording == "Do it well."
    assert batch.problems.get(code="PLAN-KEPT").message == (
        "The file says “Do it by heart.” of 1.1; here it is “Do it well.”. Both the file and this were changed since. "
        "What is here stays."
    )


def test_an_older_file_does_not_undo_what_a_meeting_chose_even_where_no_row_was_kept(lead: Person) -> None:
    demo.commit(plan_saying(), lead)
    action = Action.objects.get()
    writes.reword_action(action=action, wording="Do it well.", asked_by="Cllr Tor", meeting="Board", by=lead, on=ON)
    Action.objects.update(as_written={})

    batch = demo.commit(plan_saying(), lead)

    assert Action.objects.get().wording == "Do it well."
    assert "These words were replaced on 31 October 2026, as Cllr Tor asked at Board." in (
        batch.problems.get(code="PLAN-KEPT").message
    )


def test_a_date_approved_here_survives_the_same_file_and_not_a_change_of_the_file_alone(lead: Person) -> None:
    demo.commit(plan_saying(), lead)
    Action.objects.update(due_on=date(2027, 6, 30))

    same = demo.commit(plan_saying(Action="Do it well."), lead)

    assert (Action.objects.get().due_on, Action.objects.get().wording) == (date(2027, 6, 30), "Do it well.")
    assert kept(same) == [("Timescale", "18 December 2026")]


def test_what_was_reported_here_is_not_reported_over_by_the_same_file(lead: Person) -> None:
    demo.commit(plan_saying(), lead)
    writes.report_progress(action=Action.objects.get(), colour=Colour.AMBER, done="Slipping.", by=lead, on=ON)

    batch = demo.commit(plan_saying(), lead)

    assert [update.reported for update in Action.objects.get().updates.all()] == ["amber", "green"]
    assert kept(batch) == [("BRAG", "Green: Begun.")]


def test_a_new_colour_in_a_file_saved_since_is_news(lead: Person) -> None:
    demo.commit(plan_saying(), lead)
    writes.report_progress(action=Action.objects.get(), colour=Colour.AMBER, done="Slipping.", by=lead, on=ON)

    demo.commit(plan_saying(BRAG="Blue", **{"Progress update": "Done."}), lead)

    assert Action.objects.get().updates.first().done == "Done."


def test_a_theme_reported_here_after_the_file_was_saved_stays(lead: Person) -> None:
    def file(colour: str) -> bytes:
        themes = [("Theme", "Title", "Reported colour"), (1, "Schools", colour)]
        return workbook({"Plan": [HEADINGS, ROW], "Themes": themes})

    demo.commit(file("Green"), lead)
    writes.report_theme(theme=Theme.objects.get(), colour=Colour.RED, by=lead, on=date(2099, 1, 1))

    batch = demo.commit(file("Green"), lead)

    assert Theme.objects.get().reported == "red"
    assert kept(batch) == [("", "Green")]


def test_a_row_that_moved_changes_nothing(lead: Person) -> None:
    demo.commit(plan_saying(), lead)

    batch = demo.commit(workbook({"Plan": [("Our title",), (), HEADINGS, ROW]}), lead)

    assert changed(batch) == []


def test_a_body_and_partners_stand_apart(lead: Person) -> None:
    headings = (*HEADINGS, "Responsible body", "Partners")

    demo.commit(one_sheet((*ROW, "Marlshire County Council", "NHS; Schools"), headings=headings), lead)

    action = Action.objects.get()
    assert (action.body, action.partners) == ("Marlshire County Council", "NHS; Schools")


def test_leads_who_share_an_action(lead: Person) -> None:
    rows = (
        ROW,
        ("1.2", "Do more.", "Jane Smith & John Doe (NHS)", "", "Green", "x"),
        ("1.3", "And more.", "AB/JS", "", "Green", "x"),
        ("1.4", "Still more.", "AB/XY", "", "Green", "x"),
        ("1.5", "The rest.", "SENCOs", "", "Green", "x"),
    )

    batch = demo.commit(one_sheet(*rows), lead)

    found = {
        action.ref: (action.lead_name, [person.name for person in action.shared_with.all()], action.lead_as_written)
        for action in Action.objects.all()
    }
    assert found == {
        "1.1": ("Ann Bell", [], ""),
        "1.2": ("Jane Smith", ["John Doe"], ""),
        "1.3": ("Ann Bell", ["Jane Smith"], ""),
        "1.4": ("Ann Bell", [], "AB/XY"),
        "1.5": ("SENCOs", [], "SENCOs"),
    }
    assert [(each.row, each.value) for each in batch.problems.filter(code="PLAN-LEAD")] == [(5, "AB/XY")]


def test_who_shares_is_not_added_again_nor_after_somebody_was_taken_off(lead: Person) -> None:
    row = ("1.2", "Do more.", "Jane Smith & John Doe (NHS)", "", "Green", "x")
    demo.commit(one_sheet(row), lead)
    again = demo.commit(one_sheet(row), lead)
    Action.objects.get().shared_with.clear()

    demo.commit(one_sheet(row), lead)

    assert again.facts["written"] == {}
    assert list(Action.objects.get().shared_with.all()) == []


def test_the_same_file_leaves_the_amendments_as_they_are(lead: Person) -> None:
    demo.commit(plan_saying(), lead)
    demo.commit(plan_saying(Action="Do it well."), lead)

    batch = demo.commit(plan_saying(Action="Do it well."), lead)

    assert (batch.facts["written"], Amendment.objects.count()) == ({}, 1)


def test_undo_takes_back_who_shares_too(lead: Person) -> None:
    row = ("1.2", "Do more.", "Jane Smith & John Doe (NHS)", "", "Green", "x")
    batch = demo.commit(one_sheet(row), lead)

    intake.undo(batch=batch, by=lead, on=ON, why="The wrong file")

    assert (Action.objects.count(), Person.objects.filter(user=None).count()) == (0, 0)


def test_an_action_that_left_the_plan_is_not_changed_by_a_file_that_still_has_it(lead: Person) -> None:
    demo.commit(plan_saying(), lead)
    Action.objects.update(ended_on=ON, ended_because="withdrawn")

    batch = demo.commit(plan_saying(Action="Do it again.", BRAG="Red"), lead)

    assert Action.objects.get().wording == "Do it."
    assert batch.problems.get(code="PLAN-ENDED").message == (
        "1.1 left the plan on 31 October 2026 (withdrawn), and this file still has it. It stays as it is here."
    )
