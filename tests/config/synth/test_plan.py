"""The workbook as written, read by another library: Table 1, the nine, and everything that the story hangs on a row."""

from collections import Counter
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook

from goldenthread.config.synth.plan import script, workbook
from goldenthread.rules.honesty.action import ActionFacts, Dependency, Milestone, Remedy, may_save, supported_colour
from goldenthread.rules.honesty.colours import Colour
from goldenthread.rules.honesty.reasons import Supported

AS_AT = date(2026, 10, 31)
TABLE_1 = {
    1: (10, 1, 0, 5, 1),
    2: (13, 8, 0, 2, 1),
    3: (2, 2, 2, 3, 1),
    4: (4, 4, 1, 0, 0),
    5: (1, 8, 0, 1, 1),
    6: (8, 3, 2, 5, 1),
    7: (9, 2, 0, 0, 0),
    8: (2, 2, 1, 1, 0),
}
Row = dict[str, Any]


@pytest.fixture(scope="session")
def sheets(small_folder: Path) -> dict[str, list[Row]]:
    book = load_workbook(small_folder / "plan.xlsx")
    return {sheet.title: _rows(sheet) for sheet in book.worksheets}


def _rows(sheet: Any) -> list[Row]:
    heading, *lines = sheet.iter_rows(values_only=True)
    return [
        {name: cell.date() if isinstance(cell, datetime) else cell for name, cell in zip(heading, line, strict=True)}
        for line in lines
    ]


@pytest.fixture(scope="session")
def actions(sheets: dict[str, list[Row]]) -> dict[str, Row]:
    return {row["Ref"]: row for row in sheets["Actions"]}


def supported(row: Row, sheets: dict[str, list[Row]]) -> Supported:
    return supported_colour(_facts(row, sheets), AS_AT)


def _facts(row: Row, sheets: dict[str, list[Row]]) -> ActionFacts:
    colours = {each["Ref"]: Colour.named(each["BRAG"]) for each in sheets["Actions"]}
    marks = [mark for mark in sheets["Milestones"] if mark["Ref"] == row["Ref"]]
    return ActionFacts(
        reported=Colour.named(row["BRAG"]),
        start_planned_on=row["Start"],
        started_on=None if row["BRAG"] == "White" else row["Start"],
        due_on=row["Timescale"],
        milestones=tuple(Milestone(mark["Milestone"], mark["Due"], mark["Reached"]) for mark in marks),
        last_update_on=row["Updated"],
        evidence_accepted=int(row["Evidence accepted on"] is not None),
        lead=row["Lead"],
        verified_by=row["Verified by"] or "",
        depends_on=tuple(Dependency(ref, colours[ref]) for ref in [row["Depends on"]] if ref),
        remedy=Remedy(row["Remedial action"] or "", row["Remedial owner"] or "", row["New date"]),
    )


def test_table_1_is_reproduced_theme_by_theme(sheets: dict[str, list[Row]]) -> None:
    counted = Counter((row["Theme"], row["BRAG"]) for row in sheets["Actions"])

    assert {theme: tuple(counted[theme, colour] for colour in script.COLOURS) for theme in range(1, 9)} == TABLE_1


def test_the_facts_do_not_support_exactly_nine_of_the_49_greens(sheets: dict[str, list[Row]]) -> None:
    greens = [row for row in sheets["Actions"] if row["BRAG"] == "Green"]

    unsupported = {row["Ref"]: supported(row, sheets) for row in greens}
    unsupported = {ref: result for ref, result in unsupported.items() if result.colour is not Colour.GREEN}

    assert {ref: [reason.id for reason in result.because] for ref, result in unsupported.items()} == {
        "1.17": ["D4"],
        "2.1": ["D3"],
        "2.10": ["D2"],
        "3.6": ["D7"],
        "6.7": ["D4"],
        "6.14": ["D3"],
        "7.1": ["D4"],
        "7.3": ["D2"],
        "8.1": ["D7"],
    }


@pytest.mark.parametrize("colour", ["Amber", "Red", "White"])
def test_the_other_reports_are_supported(sheets: dict[str, list[Row]], colour: str) -> None:
    rows = [row for row in sheets["Actions"] if row["BRAG"] == colour]

    assert [row["Ref"] for row in rows if supported(row, sheets).colour is not Colour.named(colour)] == []


def test_five_of_the_blues_are_complete_but_not_proven(sheets: dict[str, list[Row]]) -> None:
    blues = [row for row in sheets["Actions"] if row["BRAG"] == "Blue"]

    doubtful = {row["Ref"] for row in blues if supported(row, sheets).colour is not Colour.BLUE}

    assert doubtful == {"1.14", "3.9", "5.6", "6.10", "6.16"}


def test_nothing_is_verified_before_it_was_reported_complete(actions: dict[str, Row]) -> None:
    verified = [row for row in actions.values() if row["Verified on"]]

    assert [row["Ref"] for row in verified if row["Verified on"] < row["Updated"]] == []
    assert len(verified) == 14


def test_every_red_has_what_it_owes_and_the_six_cover_four_activities(sheets: dict[str, list[Row]]) -> None:
    reds = [row for row in sheets["Actions"] if row["BRAG"] == "Red"]

    assert [may_save(_facts(row, sheets)) for row in reds] == [()] * 6
    assert len({row["Activity"] for row in reds}) == 4


def test_31_per_cent_rest_on_one_provider(actions: dict[str, Row]) -> None:
    named = [row for row in actions.values() if script.PROVIDER in (row["Partners"] or "")]
    named += [row for row in actions.values() if row["Responsible body"] == script.PROVIDER]

    assert round(100 * len(named) / len(actions)) == 31


def test_the_review_of_the_matrix_waits_on_the_network(actions: dict[str, Row]) -> None:
    network = actions[actions["3.3"]["Depends on"]]

    assert (network["Ref"], network["BRAG"]) == ("2.3", "Amber")


def test_one_action_was_reworded_at_scrutiny(sheets: dict[str, list[Row]], actions: dict[str, Row]) -> None:
    (change,) = sheets["Amendments"]

    assert change["New wording"] == actions[change["Ref"]]["Action"]
    assert change["New wording"] == change["Old wording"].rstrip(".") + " and to an expected quality."


def test_the_override_is_signed_explained_and_ends(sheets: dict[str, list[Row]], actions: dict[str, Row]) -> None:
    (override,) = sheets["Overrides"]

    assert override["Signed on"] <= AS_AT < override["Until"]
    assert override["Why"]
    assert actions[override["About"]]["BRAG"] == override["Colour"]


def test_no_two_actions_are_worded_alike(actions: dict[str, Row]) -> None:
    assert len({row["Action"] for row in actions.values()}) == 107


def test_the_history_ends_with_the_colour_reported_now(sheets: dict[str, list[Row]], actions: dict[str, Row]) -> None:
    last = {told["Ref"]: (told["BRAG"], told["Date"]) for told in sheets["Updates"]}

    assert last == {ref: (row["BRAG"], row["Updated"]) for ref, row in actions.items() if row["BRAG"] != "White"}


def test_history_runs_forward_and_never_past_the_day(sheets: dict[str, list[Row]], actions: dict[str, Row]) -> None:
    for ref, row in actions.items():
        days = [told["Date"] for told in sheets["Updates"] if told["Ref"] == ref]

        assert days == sorted(days)
        assert all(row["Start"] <= day <= AS_AT for day in days)


def test_themes_report_as_the_story_says(sheets: dict[str, list[Row]]) -> None:
    reported = {row["Theme"]: row["Reported colour"] for row in sheets["Themes"]}

    assert {theme: reported[theme] for theme in (1, 2, 4, 6, 8)} == {
        1: "Amber",
        2: "Green",
        4: "Amber",
        6: "Green",
        8: "Green",
    }


def test_every_outcome_of_an_action_is_described(sheets: dict[str, list[Row]], actions: dict[str, Row]) -> None:
    assert {row["Outcome"] for row in actions.values()} == {row["Ref"] for row in sheets["Outcomes"]}


def test_the_word_table_has_the_first_two_themes(small_folder: Path, actions: dict[str, Row]) -> None:
    tables = Document(str(small_folder / "plan.docx")).tables

    assert [row.cells[0].text for table in tables for row in table.rows[1:]] == [
        ref for ref, row in actions.items() if row["Theme"] in (1, 2)
    ]


def test_the_messy_plan_is_as_messy_as_promised(small_folder: Path) -> None:
    book = load_workbook(small_folder / "messy_plan.xlsx")
    sheet = book.worksheets[0]
    refs = [cell.value for cell in sheet["A"]]

    assert [each.sheet_state for each in book.worksheets] == ["visible", "visible", "hidden"]
    assert len(sheet.merged_cells.ranges) == 10
    assert refs.count("1.3") == 2
    assert any(cell.data_type == "f" for row in sheet.iter_rows() for cell in row)
    assert sheet["E6"].value is None
    assert sheet["E6"].fill.fgColor.rgb.endswith(workbook.FILLS["Amber"].removeprefix("#"))


@pytest.fixture(scope="session")
def september(small_folder: Path) -> dict[str, list[Row]]:
    book = load_workbook(small_folder / "plan_2026-09-30.xlsx")
    return {sheet.title: _rows(sheet) for sheet in book.worksheets}


def test_the_earlier_plan_knows_nothing_of_what_came_later(september: dict[str, list[Row]]) -> None:
    told = {"Actions": ("Updated", "Milestone reached", "Evidence accepted on", "Approved on", "Verified on"),
            "Updates": ("Date",), "Milestones": ("Reached",), "Overrides": ("Signed on",), "Amendments": ("Date",),
            "Accounts": ("Said on",), "End dates": ("Said on",), "Risks": ("Raised on",)}  # fmt: skip

    later = [
        (sheet, row)
        for sheet, columns in told.items()
        for row in september[sheet]
        for column in columns
        if row[column] and row[column] > date(2026, 9, 30)
    ]

    assert later == []


def test_the_earlier_plan_promises_the_same_and_stands_otherwise(
    september: dict[str, list[Row]], actions: dict[str, Row]
) -> None:
    earlier = {row["Ref"]: row for row in september["Actions"]}

    assert {ref: row["Action"] for ref, row in earlier.items()} == {ref: row["Action"] for ref, row in actions.items()}
    assert Counter(row["BRAG"] for row in earlier.values()) == {
        "Green": 55, "Amber": 26, "Blue": 17, "White": 5, "Red": 4,
    }  # fmt: skip


def test_three_ends_conflict_and_one_commitment_is_told_twice(sheets: dict[str, list[Row]]) -> None:
    told = Counter(row["What for"] for row in sheets["Accounts"])
    posts = [(row["Pounds"], row["Posts"]) for row in sheets["Accounts"] if told[row["What for"]] == 2]

    assert len({row["As it was said"] for row in sheets["End dates"]}) == 3
    assert posts == [(675_000, 15), (600_000, 17)]


def test_no_more_posts_are_filled_than_there_are(sheets: dict[str, list[Row]]) -> None:
    assert [row for row in sheets["Money"] if (row["Posts filled"] or 0) > (row["Posts"] or 0)] == []


def test_the_risks_and_the_money_name_actions_of_the_plan(
    sheets: dict[str, list[Row]], actions: dict[str, Row]
) -> None:
    named = {ref for name in ("Risks", "Money") for row in sheets[name] for ref in str(row["Actions"]).split(", ")}

    assert (named - set(actions), len(sheets["Risks"])) == (set(), 6)


def test_a_few_actions_are_led_by_two(actions: dict[str, Row]) -> None:
    assert [ref for ref, row in actions.items() if ";" in row["Lead"]] == ["2.3", "3.8", "5.7", "6.14"]
