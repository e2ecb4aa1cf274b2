"""plan.xlsx: the plan as an area keeps it, one row an action, with the sheets that hang on it."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import xlsxwriter

from goldenthread.config.synth.story import AS_AT

from .history import history
from .script import COLOURS, TITLE, Action, actions, milestones, people, rows

FILLS = {"Blue": "#5694CA", "Green": "#85C47F", "Amber": "#FFC35A", "Red": "#E5675B", "White": "#FFFFFF"}
MADE_AT = datetime(2026, 10, 31, 9, 0)  # noqa: DTZ001 - a fixed moment, so that the bytes never change

HEADINGS = (
    "Ref", "Theme", "Outcome", "Action", "Lead", "Responsible body", "Partners", "Workstream", "Activity", "Start",
    "Timescale", "BRAG", "Progress update", "Updated", "Milestone", "Milestone due", "Milestone reached", "Evidence",
    "Evidence captured", "Evidence accepted by", "Evidence accepted on", "Verified by", "Verified on", "Impact measure",
    "Remedial action", "Remedial owner", "New date", "Approved by", "Approved on", "Depends on",
)  # fmt: skip
_WIDTHS = {"Action": 60, "Progress update": 50, "Evidence": 36, "Milestone": 30, "Remedial action": 40, "Lead": 32}
DEFINITIONS = (
    ("Blue", "Complete, with evidence accepted by someone other than the lead"),
    ("Green", "On track"),
    ("Amber", "Minor issue"),
    ("Red", "Significant issue: has a remedial action, an owner and a new date"),
    ("White", "Not started, and not yet due to start"),
    ("Update", "Each lead owes an update at least every 31 days"),
    ("Workstream", "WS1 commissioning and health; WS2 schools and settings; WS3 families; WS4 plans and figures"),
    ("Activity", "Several actions that stand or fall together"),
    ("Effect expected from", "The day from which the outcome's measures should show a change"),
)
Cell = str | int | float | date | None


def write(path: Path) -> None:
    book = xlsxwriter.Workbook(str(path), {"default_date_format": "dd/mm/yyyy", "strings_to_formulas": False})
    book.set_properties({"title": f"{TITLE} (fictional)", "author": "Goldenthread synth", "created": MADE_AT})
    measures = {row["outcome"]: row["measure"] for row in rows("outcomes")}
    _sheet(book, "Actions", HEADINGS, (_line(action, measures) for action in actions()), _WIDTHS)
    themes = [(int(r["theme"]), r["title"], r["colour"], people()[r["lead"]], r["finding"]) for r in rows("themes")]
    _sheet(book, "Themes", ("Theme", "Title", "Reported colour", "Lead", "Finding"), themes)
    _sheet(book, "Outcomes", _OUTCOMES, map(_outcome, rows("outcomes")), {"Outcome": 60})
    marks = ((one.ref, one.title, one.due, one.reached) for one in milestones())
    _sheet(book, "Milestones", ("Ref", "Milestone", "Due", "Reached"), marks)
    _sheet(book, "Money", _MONEY, map(_money, rows("money")), {"What for": 50})
    told = ((one.ref, one.on, one.colour, one.by, one.said) for one in history())
    _sheet(book, "Updates", ("Ref", "Date", "BRAG", "By", "What was done"), told, {"What was done": 60})
    _sheet(book, "Amendments", _AMENDMENTS, map(_amendment, rows("amendments")))
    _sheet(
        book,
        "Overrides",
        ("About", "Colour", "Signed by", "Signed on", "Until", "Why"),
        map(_override, rows("overrides")),
    )
    _sheet(
        book,
        "Definitions",
        ("Word", "Meaning"),
        (("As at", f"{AS_AT.day} October 2026"), *DEFINITIONS),
        {"Meaning": 80},
    )
    book.close()


def _sheet(
    book: Any, name: str, headings: Sequence[str], lines: Iterable[Sequence[Cell]], widths: dict[str, int] | None = None
) -> None:
    sheet = book.add_worksheet(name)
    bold = book.add_format({"bold": True, "text_wrap": True, "bottom": 1})
    fills = {colour: book.add_format({"bg_color": FILLS[colour]}) for colour in COLOURS}
    for column, heading in enumerate(headings):
        sheet.write(0, column, heading, bold)
        sheet.set_column(column, column, (widths or {}).get(heading, 16))
    for number, line in enumerate(lines, start=1):
        for column, cell in enumerate(line):
            if isinstance(cell, date):
                sheet.write_datetime(number, column, datetime(cell.year, cell.month, cell.day))  # noqa: DTZ001
            elif cell not in (None, ""):
                sheet.write(number, column, cell, fills.get(str(cell)))
    sheet.freeze_panes(1, 1)


def _line(action: Action, measures: dict[str, str]) -> tuple[Cell, ...]:
    """One row under HEADINGS. An action's open milestone is shown, or else its latest; all of them have a sheet."""
    mine = [one for one in milestones() if one.ref == action.ref]
    shown = next((one for one in mine if not one.reached), mine[-1] if mine else None)
    remedy = next((row for row in rows("remedies") if row["ref"] == action.ref), None)
    accepted = action.captured if action.proof in ("accepted", "self-verified") else None
    return (
        action.ref, action.theme, action.outcome, action.wording, action.lead, action.bodies[0],
        "; ".join(action.bodies[1:]), action.workstream, action.activity, action.start, action.due, action.colour,
        action.progress, action.updated,
        *((shown.title, shown.due, shown.reached) if shown else (None, None, None)),
        action.evidence, action.captured, _acceptor(action) if accepted else "", accepted,
        action.verified_by, accepted if action.verified_by else None, measures[action.outcome],
        *(_remedy(remedy) if remedy else (None,) * 5), action.depends_on,
    )  # fmt: skip


def _acceptor(action: Action) -> str:
    """Evidence is accepted by the quality assurance lead, or above where that is the action's own lead."""
    return people()["ad" if action.lead == people()["qa"] else "qa"]


def _remedy(row: dict[str, str]) -> tuple[Cell, ...]:
    return (row["remedy"], row["owner"], _day(row["due"]), row["approved_by"], _day(row["approved_on"]))


_OUTCOMES = (
    "Ref", "Theme", "Outcome", "Measure codes", "Baseline", "Target", "Target by", "Effect expected from",
    "Experience measure",
)  # fmt: skip


def _outcome(row: dict[str, str]) -> tuple[Cell, ...]:
    ref = row["outcome"]
    numbers = (float(row["baseline"]) if row["baseline"] else None, float(row["target"]) if row["target"] else None)
    days = (_day(row["target_by"]), _day(row["effect_from"]))
    return (ref, int(ref[0]), row["sentence"], row["measure"], *numbers, *days, row["experience"])


_MONEY = ("What for", "Source", "Pounds a year", "Years", "First year", "Posts", "Actions")


def _money(row: dict[str, str]) -> tuple[Cell, ...]:
    posts = float(row["posts"]) if row["posts"] else None
    return (
        row["title"],
        row["source"],
        int(row["pounds_a_year"]),
        int(row["years"]),
        row["first_year"],
        posts,
        row["actions"],
    )


_AMENDMENTS = ("Ref", "Old wording", "New wording", "Asked by", "Meeting", "Date", "Why")


def _amendment(row: dict[str, str]) -> tuple[Cell, ...]:
    return (row["ref"], row["before"], row["after"], row["asked_by"], row["meeting"], _day(row["on"]), row["why"])


def _override(row: dict[str, str]) -> tuple[Cell, ...]:
    return (row["about"], row["colour"], row["signed_as"], _day(row["signed_on"]), _day(row["until"]), row["why"])


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
