"""The workbook of meetings through the intake's door: previewed, committed, brought again, undone."""

from datetime import date, time
from pathlib import Path

import pytest
import xlsxwriter

from goldenthread.foundation.intake import writes as intake
from goldenthread.foundation.intake.models import State
from goldenthread.foundation.partnership.models import Person, Role
from goldenthread.improve.governance.models import (
    AgendaItem,
    Attendance,
    Body,
    Commitment,
    Decision,
    Meeting,
    ReportingLine,
    Seat,
    TabledPaper,
)
from tests.factories import meeting_files as files
from tests.factories import meetings, people
from tests.factories.meeting_files import BOARD

pytestmark = pytest.mark.django_db
ON = people.TODAY
MARCH, OCTOBER, DECEMBER = date(2026, 3, 9), date(2026, 10, 8), date(2026, 12, 3)


@pytest.fixture
def lead() -> Person:
    return people.person(Role.IMPROVEMENT_LEAD, name="Samira Dhillon")


def test_the_whole_workbook_is_taken(lead: Person, tmp_path: Path) -> None:
    people.person(Role.SCRUTINY_MEMBER, name="Councillor Judith Hargrave")

    batch = files.commit(files.marlshire(tmp_path), lead)

    assert {kind: added for kind, (added, *_) in files.counts(batch).items() if added} == {
        "Bodies": 11, "Reporting lines": 8, "Seats": 32, "Meetings": 21, "Attendances": 11, "Agenda items": 30,
        "Tabled papers": 4, "Decisions": 17, "Visits": 3, "Pieces of evidence seen": 5, "Commitments": 12,
        "Proofs": 8, "Reviews": 1, "Recommendations": 14, "Responses": 15, "Members’ views": 3, "Claims": 8,
    }  # fmt: skip
    assert [one for one in files.said(batch) if one[0] == "error"] == [
        ("error", "Expectations", row, "plan") for row in (2, 3, 4)
    ]  # no plan has been brought yet


def test_the_same_file_again_changes_nothing(lead: Person, tmp_path: Path) -> None:
    content = files.marlshire(tmp_path)
    files.commit(content, lead)

    batch = files.commit(content, lead)

    assert batch.facts["written"] == {}
    assert {(added, changed) for added, changed, *_ in files.counts(batch).values()} == {(0, 0)}


def test_undo_takes_everything_back(lead: Person, tmp_path: Path) -> None:
    batch = files.commit(files.marlshire(tmp_path), lead)

    intake.undo(batch=batch, by=lead, on=ON, why="The wrong file")

    assert [model.objects.count() for model in (Body, Seat, Meeting, AgendaItem, Decision, Commitment)] == [0] * 6


def test_undo_of_a_change_puts_it_back(lead: Person) -> None:
    files.commit(files.with_board({}), lead)
    batch = files.commit(files.workbook({"Bodies": (("Name", "How often"), (BOARD, "Quarterly"))}), lead)

    intake.undo(batch=batch, by=lead, on=ON, why="Not agreed")

    assert Body.objects.get().rhythm == "monthly"


def test_a_preview_leaves_nothing_behind(lead: Person) -> None:
    batch = files.bring(files.with_board({"Meetings": (("Body", "Date"), (BOARD, OCTOBER))}), lead)

    assert files.counts(batch) == {"Bodies": (1, 0, 0, 0), "Meetings": (1, 0, 0, 0)}
    assert (Body.objects.count(), Meeting.objects.count()) == (0, 0)


def test_a_preview_says_what_would_be_otherwise(lead: Person) -> None:
    files.commit(files.with_board({}), lead)

    batch = files.bring(files.workbook({"Bodies": (("Name", "Kind"), (BOARD, "Cabinet"))}), lead)

    assert batch.changes == [
        {"what": f"Body: {BOARD}", "field": "kind", "before": "Board", "after": "Cabinet or council"}
    ]


def test_headings_are_known_by_other_words_and_below_a_title(lead: Person) -> None:
    rows = (("Forward plan 2026",), ("Board", "Meeting date", "Start time", "Venue"), (BOARD, "8 Oct 2026", "2pm", "X"))

    batch = files.commit(files.with_board({"Forward plan": rows}), lead)

    meeting = Meeting.objects.get()
    assert (meeting.on, meeting.starts_at, meeting.place) == (OCTOBER, time(14), "X")
    assert batch.facts["not_taken"] == [["Forward plan", "1", "Forward plan 2026", "It stands above the headings."]]


def test_every_row_has_one_fate(lead: Person) -> None:
    sheets = {
        "Meetings": (("Body", "Date"), (BOARD, OCTOBER), ("Nobody’s board", OCTOBER), (BOARD, "soon")),
        "Lists": (("Green",), ("Amber",)),
        "Old": (("x",),),
    }

    batch = files.commit(files.with_board(sheets), lead)

    assert batch.facts["rows"] == {
        "total": 9,
        "kinds": [
            ["line of Bodies", 1], ["line of Meetings", 1], ["headings", 2], ["kept aside with a problem", 2],
            ["not taken", 3],
        ],
    }  # fmt: skip
    assert (batch.facts["ready"], batch.facts["to_check"], batch.facts["refused"]) == (2, 0, 2)
    assert files.counts(batch)["Meetings"] == (1, 0, 0, 2)


def test_what_keeps_a_row_aside_is_said_by_its_cell(lead: Person) -> None:
    sheets = {"Meetings": (("Body", "Date"), ("SEND Bord", OCTOBER), (BOARD, ""), (BOARD, "31/02/2026"))}

    batch = files.bring(files.with_board(sheets), lead)

    assert sorted(files.said(batch), key=lambda one: one[2]) == [
        ("error", "Meetings", 2, "Body"),
        ("error", "Meetings", 3, "Date"),
        ("error", "Meetings", 4, "Date"),
    ]
    assert batch.problems.get(row=2).message == "No body is called “SEND Bord” here. The row is kept aside."


def test_a_sheet_without_a_needed_column_and_one_of_another_name_are_listed(lead: Person) -> None:
    sheets = {"Decisions": (("Body", "Decision"), (BOARD, "Do it.")), "Budget": (("Pounds",), (5,))}

    batch = files.bring(files.with_board(sheets, hidden=["Budget"]), lead)

    assert sorted(one.message for one in batch.problems.all()) == [
        "The sheet “Budget” is hidden, so it was not read.",
        "The sheet “Decisions” has no column for date, so it is not read.",
    ]


def test_a_workbook_with_no_sheet_of_meetings_is_refused(lead: Person) -> None:
    batch = files.bring(files.workbook({"Budget": (("Pounds",), (5,))}), lead)

    assert batch.state == State.REFUSED
    assert batch.refusal.startswith("No sheet of this workbook is of meetings.")


def test_a_file_that_is_no_workbook_is_refused_in_a_sentence(lead: Person) -> None:
    batch = files.bring(b"PK\x05\x06" + b"\0" * 18, lead)

    assert batch.refusal == "This workbook cannot be read. Open it in Excel, save it as .xlsx and bring it again."


def test_bodies_report_to_one_another_but_never_in_a_ring(lead: Person) -> None:
    rows = (("Name", "Reports to"), ("A", "B; C"), ("B", "C"), ("C", "A; Elsewhere"))

    batch = files.commit(files.workbook({"Bodies": rows}), lead)

    assert [str(one) for one in ReportingLine.objects.all()] == ["A reports to B", "A reports to C", "B reports to C"]
    assert [one.message.split(".")[0] for one in batch.problems.all()] == [
        "A reports to C already: they would report in a ring",
        "C is said to report to “Elsewhere”, and no body is called so here",
    ]


def test_a_member_is_known_by_name_and_a_seat_ends(lead: Person) -> None:
    first = (("Body", "Name", "Chair", "From"), (BOARD, "Samira Dhillon", "Yes", date(2025, 6, 19)))
    later = (("Body", "Name", "From", "Until"), (BOARD, "Samira Dhillon", date(2025, 6, 19), date(2026, 9, 30)))

    files.commit(files.with_board({"Members": first}), lead)
    files.commit(files.with_board({"Members": later}), lead)

    seat = Seat.objects.get()
    assert (seat.person, seat.chairs, seat.until_on) == (lead, True, date(2026, 9, 30))


def test_whoever_comes_back_has_a_second_seat(lead: Person) -> None:
    rows = (
        ("Body", "Name", "From", "Until"),
        (BOARD, "Ann Bell", date(2024, 1, 8), date(2024, 12, 31)),
        (BOARD, "Ann Bell", date(2026, 1, 5), ""),
    )

    files.commit(files.with_board({"Members": rows}), lead)

    assert Seat.objects.count() == 2


def test_a_merged_cell_is_said_of_each_row_beside_it(lead: Person, tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(str(tmp_path / "m.xlsx"))
    book.set_properties({"created": files.moment(files.SAVED)})
    book.add_worksheet("Bodies").write_column(0, 0, ["Name", BOARD])
    sheet = book.add_worksheet("Attendance")
    sheet.write_row(0, 0, ["Body", "Date", "Name"])
    sheet.merge_range("A2:A3", BOARD)
    sheet.merge_range("H40:J42", "")
    for row, name in ((1, "Ann Bell"), (2, "Bo Carr")):
        sheet.write_row(row, 1, ["08/10/2026", name])
    book.close()

    files.commit((tmp_path / "m.xlsx").read_bytes(), lead)

    assert [one.name for one in Attendance.objects.all()] == ["Ann Bell", "Bo Carr"]


def test_a_meeting_that_nobody_listed_is_added_as_held(lead: Person) -> None:
    rows = (("Body", "Date", "Decision"), (BOARD, MARCH, "Write to every school."))

    files.commit(files.with_board({"Decisions": rows}), lead)

    assert [(one.on, one.state) for one in Meeting.objects.all()] == [(MARCH, "held")]


def test_what_is_still_to_come_has_no_minutes_and_decides_nothing(lead: Person) -> None:
    sheets = {
        "Meetings": (("Body", "Date", "State"), (BOARD, DECEMBER, "Held")),
        "Agenda": (("Body", "Date", "Title", "Minutes"), (BOARD, DECEMBER, "Reds", "Said.")),
        "Decisions": (("Body", "Date", "Decision"), (BOARD, DECEMBER, "Do it.")),
    }

    batch = files.commit(files.with_board(sheets), lead)

    assert (Meeting.objects.get().state, AgendaItem.objects.get().minutes, Decision.objects.count()) == (
        "planned", "", 0,
    )  # fmt: skip
    assert sorted(files.said(batch)) == [
        ("error", "Decisions", 2, "Date"), ("query", "Agenda", 2, "Minutes"), ("query", "Meetings", 2, "State"),
    ]  # fmt: skip


def test_nothing_is_known_after_the_day_on_which_the_file_was_saved(lead: Person) -> None:
    rows = (("Body", "Date", "Decision"), (BOARD, OCTOBER, "Do it."))

    files.commit(files.with_board({"Decisions": rows}, saved=date(2026, 10, 1)), lead)

    assert Decision.objects.count() == 0


def test_minutes_agreed_here_are_not_written_over(lead: Person) -> None:
    at = meetings.meeting(meetings.body(BOARD), OCTOBER, minutes_agreed_on=date(2026, 10, 20))
    meetings.item(at, "Reds", minutes="As agreed.")
    rows = (("Body", "Date", "Number", "Title", "Minutes"), (BOARD, OCTOBER, 1, "Reds", "Otherwise."))

    batch = files.commit(files.with_board({"Agenda": rows}), lead)

    assert AgendaItem.objects.get().minutes == "As agreed."
    assert [one.message for one in batch.problems.all()] == [
        "The minutes of this meeting were agreed on 20 October 2026. The file says otherwise; what is here stays."
    ]


def test_a_meeting_held_here_is_not_planned_again_by_an_older_file(lead: Person) -> None:
    meetings.meeting(meetings.body(BOARD), OCTOBER)
    rows = (("Body", "Date", "State", "Place"), (BOARD, OCTOBER, "Planned", "County Hall"))

    files.commit(files.with_board({"Meetings": rows}), lead)

    assert [(one.state, one.place) for one in Meeting.objects.all()] == [("held", "County Hall")]


def test_an_empty_cell_takes_nothing_away(lead: Person) -> None:
    meetings.meeting(meetings.body(BOARD), OCTOBER, place="County Hall")
    rows = (("Body", "Date", "Place"), (BOARD, OCTOBER, ""))

    files.commit(files.with_board({"Meetings": rows}), lead)

    assert Meeting.objects.get().place == "County Hall"


def test_a_paper_is_cited_with_the_hash_of_its_words(lead: Person) -> None:
    sheets = {
        "Agenda": (("Body", "Date", "Number", "Title"), (BOARD, OCTOBER, 1, "Reds")),
        "Papers": (
            ("Body", "Date", "Number", "Title", "Words"),
            (BOARD, OCTOBER, 1, "Six reds", "Six."),
            (BOARD, OCTOBER, 7, "Lost", ""),
        ),
    }

    batch = files.commit(files.with_board(sheets), lead)

    paper = TabledPaper.objects.get()
    assert (paper.title, paper.captured_on, len(paper.sha256)) == ("Six reds", OCTOBER, 64)
    assert files.said(batch) == [("error", "Papers", 3, "Number")]


def test_another_areas_bodies_are_not_ours(lead: Person) -> None:
    theirs = meetings.body(BOARD, in_area=people.area("885"))

    files.commit(files.with_board({"Meetings": (("Body", "Date"), (BOARD, OCTOBER))}), lead)

    assert theirs.meetings.count() == 0
    assert Meeting.objects.get().body.area == people.area()
