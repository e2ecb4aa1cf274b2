"""plan.xlsx: the plan as an area keeps it, one row an action, with the sheets that hang on it."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import xlsxwriter

from goldenthread.config.synth.story import AS_AT

from .earlier import actions_on, milestones_on
from .history import history
from .script import COLOURS, TITLE, Action, people, rows

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


def write(path: Path, on: date = AS_AT) -> None:
    """As it stood on a day."""
    book = xlsxwriter.Workbook(str(path), {"default_date_format": "dd/mm/yyyy", "strings_to_formulas": False})
    book.set_properties({"title": f"{TITLE} (fictional)", "author": "Goldenthread synth", "created": _made(on)})
    measures = {row["outcome"]: row["measure"] for row in rows("outcomes")}
    _sheet(book, "Actions", HEADINGS, (_line(action, measures, on) for action in actions_on(on)), _WIDTHS)
    themes = [(int(r["theme"]), r["title"], r["colour"], people()[r["lead"]], r["finding"]) for r in rows("themes")]
    _sheet(book, "Themes", ("Theme", "Title", "Reported colour", "Lead", "Finding"), themes)
    _sheet(book, "Outcomes", _OUTCOMES, map(_outcome, rows("outcomes")), {"Outcome": 60})
    marks = ((one.ref, one.title, one.due, one.reached) for one in milestones_on(on))
    _sheet(book, "Milestones", ("Ref", "Milestone", "Due", "Reached"), marks)
    _sheet(book, "Money", _MONEY, map(_money, rows("money")), {"What for": 50})
    _sheet(book, "Accounts", _ACCOUNTS, map(_account, _by(on, "accounts", "said_on")), {"What for": 50})
    _sheet(book, "End dates", _ENDS, map(_end, _by(on, "ends", "said_on")), {"As it was said": 50})
    _sheet(book, "Risks", _RISKS, map(_risk, _by(on, "risks", "raised_on")), {"Risk": 50, "What is done about it": 60})
    told = ((one.ref, one.on, one.colour, one.by, one.said) for one in history() if one.on <= on)
    _sheet(book, "Updates", ("Ref", "Date", "BRAG", "By", "What was done"), told, {"What was done": 60})
    _sheet(book, "Amendments", _AMENDMENTS, map(_amendment, _by(on, "amendments", "on")))
    _sheet(
        book,
        "Overrides",
        ("About", "Colour", "Signed by", "Signed on", "Until", "Why"),
        map(_override, _by(on, "overrides", "signed_on")),
    )
    _sheet(
        book,
        "Definitions",
        ("Word", "Meaning"),
        (("As at", f"{on.day} {on:%B %Y}"), *DEFINITIONS),
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


def _made(on: date) -> datetime:
    return MADE_AT.replace(on.year, on.month, on.day)


def _by(on: date, name: str, day: str) -> list[dict[str, str]]:
    """The rows of a data file that were known on a day."""
    return [row for row in rows(name) if row[day] <= on.isoformat()]


def _line(action: Action, measures: dict[str, str], on: date) -> tuple[Cell, ...]:
    """One row under HEADINGS. An action's open milestone is shown, or else its latest; all of them have a sheet."""
    mine = [one for one in milestones_on(on) if one.ref == action.ref]
    shown = next((one for one in mine if not one.reached), mine[-1] if mine else None)
    remedy = next((row for row in _by(on, "remedies", "approved_on") if row["ref"] == action.ref), None)
    accepted = action.captured if action.proof in ("accepted", "self-verified") else None
    return (
        action.ref, action.theme, action.outcome, action.wording, "; ".join((action.lead, *action.shared)),
        action.bodies[0],
        "; ".join(action.bodies[1:]), action.workstream, action.activity, action.start, action.due, action.colour,
        action.progress, action.updated,
        *((shown.title, shown.due, shown.reached) if shown else (None, None, None)),
        action.evidence, action.captured, _acceptor(action) if accepted else "", accepted,
        action.verified_by, action.updated if action.verified_by else None, measures[action.outcome],
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
    numbers = (_number(row["baseline"]), _number(row["target"]))
    days = (_day(row["target_by"]), _day(row["effect_from"]))
    return (ref, int(ref[0]), row["sentence"], row["measure"], *numbers, *days, row["experience"])


_MONEY = ("What for", "Source", "Pounds a year", "Years", "First year", "Posts", "Posts filled", "Actions")


def _money(row: dict[str, str]) -> tuple[Cell, ...]:
    sums = (int(row["pounds_a_year"]), int(row["years"]), row["first_year"])
    return (row["title"], row["source"], *sums, _number(row["posts"]), _number(row["posts_filled"]), row["actions"])


_ACCOUNTS = ("What for", "Pounds", "Posts", "Where it was said", "Said on")


def _account(row: dict[str, str]) -> tuple[Cell, ...]:
    return (row["title"], int(row["pounds"]), _number(row["posts"]), row["source"], _day(row["said_on"]))


_ENDS = ("As it was said", "Where it was said", "Said on")


def _end(row: dict[str, str]) -> tuple[Cell, ...]:
    return (row["words"], row["source"], _day(row["said_on"]))


_RISKS = (
    "Risk", "What it would mean", "Likelihood", "Impact", "What is done about it", "Owner", "Raised on", "Review on",
    "Actions",
)  # fmt: skip


def _risk(row: dict[str, str]) -> tuple[Cell, ...]:
    scores = (int(row["likelihood"]), int(row["impact"]))
    days = (_day(row["raised_on"]), _day(row["review_on"]))
    return (row["risk"], row["effect"], *scores, row["mitigation"], row["owner"], *days, row["actions"])


_AMENDMENTS = ("Ref", "Old wording", "New wording", "Asked by", "Meeting", "Date", "Why")


def _amendment(row: dict[str, str]) -> tuple[Cell, ...]:
    return (row["ref"], row["before"], row["after"], row["asked_by"], row["meeting"], _day(row["on"]), row["why"])


def _override(row: dict[str, str]) -> tuple[Cell, ...]:
    return (row["about"], row["colour"], row["signed_as"], _day(row["signed_on"]), _day(row["until"]), row["why"])


def _number(text: str) -> float | None:
    return float(text) if text else None


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
