"""The workbook of meetings as written, read by another library: what the story hangs on it; it fits the plan."""

from collections import Counter
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from goldenthread.config.demonstration.people import SIGN_INS
from goldenthread.config.synth import demo, meetings
from goldenthread.config.synth.plan import script
from goldenthread.foundation.intake import registry
from goldenthread.foundation.intake.source import Upload
from goldenthread.improve.governance.models import Claim, Commitment, Response, Visit
from goldenthread.rules.claims import Fit, check, read_line

AS_AT = date(2026, 10, 31)
PANEL, BOARD = "Children and Families Overview and Scrutiny Panel", "SEND Improvement Board"
Row = dict[str, Any]


@pytest.fixture(scope="session")
def sheets(small_folder: Path) -> dict[str, list[Row]]:
    book = load_workbook(small_folder / "meetings.xlsx")
    return {sheet.title: _rows(sheet) for sheet in book.worksheets}


def _rows(sheet: Any) -> list[Row]:
    heading, *lines = sheet.iter_rows(values_only=True)
    return [
        {name: cell.date() if isinstance(cell, datetime) else cell for name, cell in zip(heading, line, strict=True)}
        for line in lines
    ]


@pytest.mark.parametrize("name", [*meetings.SHEETS.values()])
def test_every_row_has_as_many_cells_as_there_are_headings(name: str) -> None:
    headings, *lines = meetings.rows(name)

    assert {len(line) for line in lines} == {len(headings)}


def test_the_board_owns_the_plan_under_an_independent_chair_and_the_forum_sits_on_it(
    sheets: dict[str, list[Row]],
) -> None:
    members = {row["Name"]: row for row in sheets["Members"] if row["Body"] == BOARD}

    assert [name for name, row in members.items() if row["Chair"] == "yes"] == ["Ros Calloway"]
    assert members["Sarah Linfield"]["Organisation"] == "Marlshire Parent Carer Forum"


def test_everything_at_a_meeting_is_of_one_that_is_listed(sheets: dict[str, list[Row]]) -> None:
    listed = {(row["Body"], row["Date"]) for row in sheets["Meetings"]}
    visits = {("Stocktake" if row["Kind"] == "Stocktake" else "Monitoring visit", row["Date"])
              for row in sheets["Visits"]}  # fmt: skip
    named = {(row["Body"], row["Date"]) for name in ("Attendance", "Agenda", "Papers", "Decisions")
             for row in sheets[name]}  # fmt: skip
    named |= {(row["Made at"], row["Date"]) for row in sheets["Commitments"]}
    named |= {(row["Said at"], row["Said on"]) for row in sheets["Claims"]}

    assert named - listed - visits == set()


def test_the_action_was_reworded_at_a_meeting_that_decided_it(sheets: dict[str, list[Row]]) -> None:
    (change,) = script.rows("amendments")
    decided = {(row["Body"], row["Date"].isoformat()): row["Decision"] for row in reversed(sheets["Decisions"])}

    assert "4.4" in decided[change["meeting"], change["on"]]


def test_only_actions_of_the_plan_are_named(sheets: dict[str, list[Row]]) -> None:
    refs = {action.ref for action in script.actions()}
    named = {str(row["Plan ref"]) for name in ("Commitments", "Evidence seen") for row in sheets[name]
             if row["Plan ref"]}  # fmt: skip

    assert named - refs == set()


def test_whoever_owns_or_accepts_anything_is_of_the_plan_or_signs_in(sheets: dict[str, list[Row]]) -> None:
    known = {words.partition(",")[0] for words in script.people().values()} | {one.name for one in SIGN_INS}
    rows = [*sheets["Commitments"], *sheets["Responses"]]
    named = {row[column].partition(",")[0] for row in rows for column in ("Owner", "Accepted by") if row[column]}

    assert named - known == set()


def test_two_are_overdue_and_one_has_no_date(sheets: dict[str, list[Row]]) -> None:
    still = [row for row in sheets["Commitments"] if row["State"] == "Open"]
    overdue = [row["Due"] for row in still if isinstance(row["Due"], date) and row["Due"] < AS_AT]

    assert sorted(overdue) == [date(2026, 9, 21), date(2026, 9, 30)]
    assert [row["Due"] for row in still if not isinstance(row["Due"], date)] == ["by the autumn"]
    assert {row["State"] for row in sheets["Commitments"]} == {str(label) for label in Commitment.State.labels}


def test_two_recommendations_are_printed_as_12_and_every_kind_of_answer_is_given(
    sheets: dict[str, list[Row]],
) -> None:
    printed = Counter(row["Number"] for row in sheets["Recommendations"])

    assert (len(sheets["Recommendations"]), [number for number, count in printed.items() if count > 1]) == (14, [12])
    assert {row["Response"] for row in sheets["Responses"]} == {str(label) for label in Response.Kind.labels}
    assert [row["Id"] for row in sheets["Responses"] if row["Members accept"] == "no"] == ["SR25-04"]


def test_the_claims_have_every_verdict_and_their_sums_come_out_as_told(sheets: dict[str, list[Row]]) -> None:
    fits = {row["Sums"]: check(read_line(row["Sums"])).fit for row in sheets["Claims"] if row["Sums"]}

    assert {row["Verdict"] for row in sheets["Claims"]} == {str(label) for label in Claim.Verdict.labels}
    assert fits == {
        "nearly 100 % of new plans in 2026": Fit.UNKNOWABLE,
        "49 + 30 + 6 + 17 + 5 = 107": Fit.HOLDS,
        "£150k × 3 = £450k": Fit.HOLDS,
        "318 of 640 = 50 %": Fit.HOLDS,
        "£675k / 15 v £600k / 17": Fit.FAILS,
        "352 = 1.6 % − 1.2 %": Fit.UNKNOWABLE,
    }


def test_concern_falls_from_visit_to_visit_and_one_left_a_letter(sheets: dict[str, list[Row]]) -> None:
    levels = [str(level) for level in reversed(Visit.Level.labels)]

    assert [row["Level of concern"] for row in sheets["Visits"]] == levels
    assert [row["Letter received"] for row in sheets["Visits"] if row["Letter title"]] == [date(2025, 11, 25)]


def test_one_expectation_is_met_one_is_past_without_a_result_and_one_is_to_come(sheets: dict[str, list[Row]]) -> None:
    assert [(row["Date of delivery"] <= AS_AT, row["Result"]) for row in sheets["Expectations"]] == [
        (True, "Met"), (True, None), (False, None),
    ]  # fmt: skip


@pytest.mark.usefixtures("db")
def test_each_file_of_the_story_is_known_for_what_it_is_by_one_source_alone(small_folder: Path) -> None:
    known = {path.name: [source.code for source in registry.sources() if source.recognises(_upload(path))]
             for path in small_folder.iterdir()}  # fmt: skip

    assert known == {
        "complaints.csv": ["complaints"],
        "exclusions.csv": ["pupil_exclusions"],
        "inspection_2018.txt": ["inspection_report"],
        "inspection_2024.txt": ["inspection_report"],
        "meetings.xlsx": ["meetings_workbook"],
        "messy_plan.xlsx": ["plan_workbook"],
        "partner_figures.csv": ["partner_figures"],
        "partner_figures_restated.csv": ["partner_figures"],
        "plan.docx": ["plan_word"],
        "plan.xlsx": ["plan_workbook"],
        demo.EARLIER_PLAN: ["plan_workbook"],
        "pupils_2024-01-18.zip": ["pupil_census"],
        "pupils_2025-01-16.zip": ["pupil_census"],
        "pupils_2026-01-15.zip": ["pupil_census"],
        "revisit_2021.txt": ["inspection_report"],
        "schools.csv": ["schools"],
        "sen2_2024.xml": ["sen2"],
        "sen2_2025.xml": ["sen2"],
        "sen2_2026.xml": ["sen2"],
        demo.MIDYEAR: ["sen2"],
        "sessions_2023-24.zip": ["pupil_sessions"],
        "sessions_2024-25.zip": ["pupil_sessions"],
        "sessions_2025-26.zip": ["pupil_sessions"],
        "survey.csv": ["survey"],
    }


def _upload(path: Path) -> Upload:
    return Upload(path.name, path.stat().st_size, lambda: path.open("rb"))
