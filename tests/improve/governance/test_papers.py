"""What two council papers say of meetings, in our words: a scrutiny panel's of March 2022, a Cabinet's of May 2018."""

from datetime import date

import pytest

from goldenthread.foundation.partnership.models import Role
from goldenthread.improve.governance import reads, writes
from goldenthread.improve.governance.models import Body, Commitment, Meeting, Rhythm
from goldenthread.improve.governance.reads import CommitmentStanding
from goldenthread.improve.governance.writes import Promised
from goldenthread.improve.plans.models import ImprovementPlan
from tests.factories import meetings, people, plans

pytestmark = pytest.mark.django_db
PANEL_ON, CABINET_ON = date(2022, 3, 9), date(2018, 5, 24)
WORDS = "and to an expected quality"


@pytest.fixture
def bob():
    return people.person(Role.IMPROVEMENT_LEAD, as_at=PANEL_ON)


@pytest.fixture
def panel(bob) -> Meeting:
    """Three things were agreed; two more were promised while it talked."""
    body = meetings.body("Children and Families Overview and Scrutiny Panel", kind=Body.Kind.SCRUTINY)
    meeting = meetings.meeting(body, PANEL_ON)
    action = plans.action("WS4.4", workstream="WS4", wording="Use agency support to complete the backlog of EHC plans.")
    agreed = (
        ("Propose a scrutiny task group on EHC plans.", "The panel’s chair", None, "the board’s next meeting", None),
        ("Bring regular updates on the plan, each action with its colour.", "The director", None, "regularly", None),
        (f"Add “{WORDS}” to action 4 of workstream 4.", "The chief executive", date(2022, 3, 31), "", action),
    )
    for words, owner, due_on, due_as_written, kept_by in agreed:
        decision = writes.decide(meeting=meeting, words=words, by=bob, on=PANEL_ON)
        promised = Promised(words, None, owner, due_on, due_as_written, kept_by)
        writes.commit(decision=decision, promised=promised, by=bob, on=PANEL_ON)
    for words, owner, due_on, due_as_written in (
        ("A SEND complaints officer takes up post.", "The chief executive", date(2022, 4, 30), "in April"),
        ("All 1,000 plans now waiting are complete.", "The chief executive", date(2022, 8, 31), "by the end of August"),
    ):
        promised = Promised(words, None, owner, due_on, due_as_written)
        writes.promise(meeting=meeting, promised=promised, by=bob, on=PANEL_ON)
    return meeting


def test_what_the_panel_agreed_stands_as_decisions_and_commitments(panel) -> None:
    assert [one.number for one in panel.decisions.all()] == [1, 2, 3]
    assert reads.decisions_waiting(people.area(), PANEL_ON).decisions == ()
    assert [(one.decision.number if one.decision else None) for one in panel.commitments.order_by("pk")] == [
        1, 2, 3, None, None,
    ]  # fmt: skip


def test_on_the_first_of_september_what_was_to_be_done_by_august_is_overdue(panel) -> None:
    on = date(2022, 9, 1)

    overdue = reads.standings(reads.commitments(people.area(), on, state="overdue"), on)

    assert [(one.commitment.words, one.due, one.days_late) for one in overdue] == [
        (f"Add “{WORDS}” to action 4 of workstream 4.", "31 March 2022", 154),
        ("A SEND complaints officer takes up post.", "30 April 2022 (“in April”)", 124),
        ("All 1,000 plans now waiting are complete.", "31 August 2022 (“by the end of August”)", 1),
    ]


def test_the_words_asked_for_are_kept_with_the_amendment_as_proof(panel, bob) -> None:
    cat = people.person(Role.VERIFIER)
    held = Commitment.objects.get(words__contains=WORDS)
    amended = f"Use agency support to complete the backlog of EHC plans {WORDS}."
    proof = writes.offer_proof(commitment=held, title="The action as amended", words=amended, by=bob, on=PANEL_ON)

    writes.accept_proof(proof=proof, kept=True, by=cat, on=date(2022, 3, 20))

    held.refresh_from_db()
    assert (held.state, held.action.ref) == (Commitment.State.KEPT, "WS4.4")


def test_the_panels_agenda_had_to_be_public_five_clear_days_before(panel) -> None:
    (notice,) = reads.notices_of(panel)

    assert notice.notice.due_on == date(2022, 3, 1)


def test_cabinet_asked_for_an_update_in_october(bob) -> None:
    cabinet = meetings.meeting(meetings.body("Cabinet", kind=Body.Kind.EXECUTIVE), CABINET_ON)
    noted = writes.decide(
        meeting=cabinet, words="Endorse the conversion of statements.", to_do=False, by=bob, on=CABINET_ON
    )
    update = writes.decide(meeting=cabinet, words="Note progress; ask for an update.", by=bob, on=CABINET_ON)

    waiting = reads.decisions_waiting(people.area(), CABINET_ON).decisions
    promised = Promised(
        "Bring an update to Cabinet.", None, "Director of Children’s Services", date(2018, 10, 31), "October 2018"
    )
    made = writes.commit(decision=update, promised=promised, by=bob, on=CABINET_ON)

    assert (waiting, noted.number, update.number) == ((update,), 1, 2)
    assert CommitmentStanding(made, date(2018, 10, 31)).days_late == 0
    assert CommitmentStanding(made, date(2018, 11, 1)).state == "Overdue by 1 day"


def test_the_governance_of_the_written_statement_of_action() -> None:
    plan = ImprovementPlan.objects.create(
        area=people.area(), title="Written statement of action", owner="Health and Wellbeing Board"
    )
    plans.theme(plan)
    owner = meetings.body("Health and Wellbeing Board", kind=Body.Kind.HEALTH_AND_WELLBEING, rhythm=Rhythm.QUARTERLY)
    steering = meetings.body("SEND Steering Board", rhythm=Rhythm.MONTHLY)
    working = meetings.body("Working Group", kind=Body.Kind.GROUP, rhythm=Rhythm.MONTHLY)
    outside = meetings.body("DfE and NHS England", kind=Body.Kind.EXTERNAL, rhythm=Rhythm.QUARTERLY)
    streams = [meetings.body(f"Workstream {n}", kind=Body.Kind.GROUP, workstream=f"WS{n}") for n in (1, 2, 3, 4)]
    meetings.line(steering, owner, "progress")
    meetings.line(steering, outside, "monitoring visits, every quarter")
    meetings.line(working, steering, "exception reports, every month")
    for stream in streams:
        meetings.line(stream, working)
    meetings.seat(working, "A parent", organisation="PaCiP, the parent carer forum")

    found = {one.body.name: one for one in reads.governance_map(people.area(), CABINET_ON).bodies}

    assert found["Health and Wellbeing Board"].owns == (plan,)
    assert {name: [line.upper.name for line in one.lines] for name, one in found.items()} == {
        "DfE and NHS England": [],
        "Health and Wellbeing Board": [],
        "SEND Steering Board": ["Health and Wellbeing Board", "DfE and NHS England"],
        "Working Group": ["SEND Steering Board"],
        **{f"Workstream {n}": ["Working Group"] for n in (1, 2, 3, 4)},
    }
    assert [found[f"Workstream {n}"].body.workstream for n in (1, 2, 3, 4)] == ["WS1", "WS2", "WS3", "WS4"]
    assert reads.governance_map(people.area(), CABINET_ON).forum == (reads.ForumSeat(steering, ()),)
