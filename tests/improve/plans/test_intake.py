"""Files of plans through the intake's door: previewed, committed, brought again, undone."""

from datetime import date
from pathlib import Path

import pytest

from goldenthread.foundation.intake import writes as intake
from goldenthread.foundation.intake.models import State
from goldenthread.foundation.ledger import reads as ledger
from goldenthread.foundation.partnership.models import Person, Role
from goldenthread.improve.inspections import writes as inspections
from goldenthread.improve.plans.models import Action, Amendment, Evidence, ImprovementPlan, Override, Theme, Update
from tests.factories import people
from tests.factories.plans import HEADINGS, one_sheet, workbook
from tests.improve.plans import demo

pytestmark = pytest.mark.django_db
ON = people.TODAY
ROW = ("1.1", "Do it.", "Ann Bell, Head of SEND", date(2026, 12, 18), "Green", "Begun.")


@pytest.fixture
def lead() -> Person:
    return people.person(Role.IMPROVEMENT_LEAD)


def counts(batch) -> dict[str, tuple[int, int, int, int]]:
    return {each["kind"]: (each["added"], each["changed"], each["unchanged"], each["refused"]) for each in batch.counts}


def test_the_whole_workbook_is_taken(lead: Person, tmp_path: Path) -> None:
    batch = demo.commit(demo.file(tmp_path, "plan.xlsx"), lead)

    assert batch.source == "plan_workbook"
    assert batch.problem_totals == {"query": 8}  # the findings: no inspection has been brought yet
    assert {kind: added for kind, (added, *_) in counts(batch).items()} == {
        "Improvement plans": 1, "Themes": 8, "Outcomes": 17, "Outcome measures": 31, "People": 23, "Actions": 107,
        "Updates": 1396, "Milestones": 31, "Pieces of evidence": 17, "Remedies": 6, "Amendments": 1,
        "Dependencies": 7, "Overrides": 1,
        "Shared leads": 4, "Sums of money": 6, "Sums tied to actions": 24, "Accounts": 3, "Stated ends": 3,
        "Risks": 6, "Risks tied to actions": 12,
    }  # fmt: skip


def test_the_page_is_told_which_column_is_which(lead: Person) -> None:
    batch = demo.bring(one_sheet(ROW), lead)

    assert batch.facts["columns"] == [
        ["Ref", "reference"], ["Action", "action"], ["Lead", "lead"], ["Timescale", "due date"], ["BRAG",
        "reported colour"],
        ["Progress update", "latest update"],
    ]  # fmt: skip


def test_a_preview_leaves_nothing_behind(lead: Person) -> None:
    lines = ledger.lines().exclude(subject__startswith="batch:").count()

    batch = demo.bring(one_sheet(ROW), lead)

    assert counts(batch)["Actions"] == (1, 0, 0, 0)
    assert (ImprovementPlan.objects.count(), Action.objects.count(), Person.objects.filter(user=None).count()) == (
        0,
        0,
        0,
    )
    assert ledger.lines().exclude(subject__startswith="batch:").count() == lines


def test_the_same_file_again_adds_nothing(lead: Person) -> None:
    demo.commit(one_sheet(ROW), lead)

    batch = demo.commit(one_sheet(ROW), lead)

    assert batch.facts["written"] == {}
    assert counts(batch) == {"Themes": (0, 0, 1, 0), "Actions": (0, 0, 1, 0)}


def test_a_changed_file_changes_actions_and_adds_updates(lead: Person) -> None:
    demo.commit(one_sheet(ROW), lead)

    demo.commit(one_sheet(("1.1", "Do it well.", "Ann Bell", date(2027, 1, 29), "Amber", "Slipping.")), lead)

    action = Action.objects.get()
    assert (action.wording, action.due_on, action.lead_name) == ("Do it well.", date(2027, 1, 29), "Ann Bell")
    assert [(update.reported, update.done) for update in action.updates.all()] == [
        ("amber", "Slipping."),
        ("green", "Begun."),
    ]
    assert [(each.before, each.after, each.asked_by) for each in Amendment.objects.all()] == [
        ("Do it.", "Do it well.", "Not said in the file")
    ]


def test_undo_takes_everything_back(lead: Person, tmp_path: Path) -> None:
    batch = demo.commit(demo.file(tmp_path, "plan.xlsx"), lead)

    intake.undo(batch=batch, by=lead, on=ON, why="The wrong file")

    assert [model.objects.count() for model in (ImprovementPlan, Action, Update, Evidence)] == [0, 0, 0, 0]
    assert Person.objects.filter(user=None).count() == 0


def test_undo_of_a_change_puts_the_words_back(lead: Person) -> None:
    demo.commit(one_sheet(ROW), lead)
    batch = demo.commit(one_sheet(("1.1", "Do it well.", "", "", "Green", "Begun.")), lead)

    intake.undo(batch=batch, by=lead, on=ON, why="Not agreed")

    assert (Action.objects.get().wording, Amendment.objects.count()) == ("Do it.", 0)


def test_the_word_table_agrees_with_the_workbook(lead: Person, tmp_path: Path) -> None:
    demo.commit(demo.file(tmp_path, "plan.xlsx"), lead)

    batch = demo.commit(demo.file(tmp_path, "plan.docx"), lead, "plan.docx")

    assert (batch.source, batch.facts["written"]) == ("plan_word", {})


def test_the_messy_workbook_offers_its_good_rows(lead: Person, tmp_path: Path) -> None:
    batch = demo.commit(demo.file(tmp_path, "messy_plan.xlsx"), lead, "messy_plan.xlsx")

    assert [action.ref for action in Action.objects.all()] == [
        "1.1", "1.2", "1.3", "2.2", "2.4", "2.5", "3.1", "3.2", "3.3", "3.4", "3.5", "4.1", "4.2",
    ]  # fmt: skip
    assert counts(batch)["Actions"] == (13, 0, 0, 3)
    assert batch.facts["rows"]["total"] == 29 == sum(count for _, count in batch.facts["rows"]["kinds"])
    assert sorted(batch.problems.values_list("row", "code", "severity")) == [
        (0, "PLAN-HIDDEN", "query"), (0, "PLAN-SHEET", "query"), (5, "PLAN-DATE", "query"), (5, "PLAN-LEAD", "query"),
        (6, "PLAN-DATE", "query"), (6, "PLAN-SHADE", "query"),
        (8, "PLAN-TWICE", "error"), (10, "PLAN-COLOUR", "error"), (11, "PLAN-DATE", "query"), (11, "PLAN-FORMULA",
        "query"),
        (11, "PLAN-LEAD", "query"), (11, "PLAN-RED", "query"), (11, "PLAN-SHADE", "query"),
        (12, "PLAN-COLOUR", "error"), (12, "PLAN-REF", "error"),
        (13, "PLAN-MONTH", "query"), (13, "PLAN-SEVERAL", "query"), (13, "PLAN-SHADE", "query"),
        (14, "PLAN-NO-COLOUR", "query"), (17, "PLAN-MONTH", "query"), (17, "PLAN-SEVERAL", "query"),
        (18, "PLAN-LEAD", "query"), (18, "PLAN-MONTH", "query"), (20, "PLAN-DOUBTFUL", "query"),
        (20, "PLAN-SHADE", "query"), (21, "PLAN-TWO-COLOURS", "query"), (22, "PLAN-DATE", "query"),
        (22, "PLAN-NO-COLOUR", "query"), (26, "PLAN-DOUBTFUL", "query"), (27, "PLAN-DATE", "query"),
    ]  # fmt: skip


def test_leads_are_matched_by_name_and_nobody_is_given_a_sign_in(lead: Person) -> None:
    known = people.person(Role.CASEWORKER, name="Ann Bell")
    rows = (
        ROW,
        ("1.2", "Do more.", "Bob Cole, Teacher", "", "Green", "x"),
        ("1.3", "And more.", "A Bell / C Dee", "", "Green", "x"),
    )

    demo.commit(one_sheet(*rows), lead)

    found = {action.ref: (action.lead, action.lead_as_written) for action in Action.objects.all()}
    registered = Person.objects.get(name="Bob Cole")
    assert found == {"1.1": (known, ""), "1.2": (registered, ""), "1.3": (known, "A Bell / C Dee")}
    assert (registered.user, registered.post) == (None, "Teacher")


def test_evidence_accepted_by_its_own_lead_is_only_offered(lead: Person) -> None:
    headings = (*HEADINGS, "Evidence", "Evidence captured", "Evidence accepted by", "Evidence accepted on")
    row = (*ROW, "A letter", date(2026, 9, 1), "Ann Bell, Head of SEND", date(2026, 9, 2))

    batch = demo.commit(one_sheet(row, headings=headings), lead)

    assert Evidence.objects.get().accepted_by is None
    assert list(batch.problems.values_list("code", flat=True)) == ["PLAN-OWN-EVIDENCE"]


def test_themes_are_tied_to_the_latest_inspections_findings(lead: Person) -> None:
    visit = inspections.record_visit(
        area=people.area(), kind="full", started_on=date(2024, 5, 13), ended_on=date(2024, 5, 17),
        source_title="Report",
        by=ledger.SYSTEM, on=ON,
    )  # fmt: skip
    finding = inspections.add_finding(
        inspection=visit, kind="priority_action", text="Do better.", by=ledger.SYSTEM, on=ON
    )
    themes = [("Theme", "Title", "Reported colour", "Lead", "Finding"), (1, "Schools", "Green", "Ann", "PA1, AI9")]

    batch = demo.commit(workbook({"Plan": [HEADINGS, ROW], "Themes": themes}), lead)

    assert list(Theme.objects.get().findings.all()) == [finding]
    assert [(each.code, each.value) for each in batch.problems.all()] == [("PLAN-FINDING", "AI9")]


def test_an_override_in_the_file_answers_its_action(lead: Person) -> None:
    overrides = [("About", "Colour", "Signed by", "Signed on", "Until", "Why"),
                 ("1.1", "Green", "Ann Bell", date(2026, 10, 1), date(2026, 11, 1), "It is so.")]  # fmt: skip

    demo.commit(workbook({"Plan": [HEADINGS, ROW], "Overrides": overrides}), lead)

    assert [(each.action.ref, each.signed_as, each.why) for each in Override.objects.all()] == [
        ("1.1", "Ann Bell", "It is so.")
    ]


def test_a_file_that_is_no_plan_is_not_recognised(lead: Person) -> None:
    batch = demo.bring(workbook({"Shopping": [("Item", "Price"), ("Milk", 1)]}), lead)

    assert (batch.state, Action.objects.count()) == (State.REFUSED, 0)
