"""The sheets beside the actions: themes, outcomes, milestones, money, updates, amendments, overrides, registers."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from goldenthread.improve.plans.reading import headings, registers
from goldenthread.improve.plans.reading.content import (
    AmendmentLine,
    MilestoneLine,
    OutcomeLine,
    OverrideLine,
    PlanContent,
    ThemeLine,
    UpdateLine,
)
from goldenthread.improve.plans.reading.fates import HEADING, KEPT_ASIDE, LINE_OF
from goldenthread.improve.plans.reading.grid import Grid
from goldenthread.improve.plans.reading.hanging import split
from goldenthread.improve.plans.reading.rows import Row, rows_under
from goldenthread.rules.problems import Problem


@dataclass(frozen=True)
class Further:
    """A kind of sheet, by its name; `needed` must be filled for a row to be taken, and `take` say whether it was."""

    called: tuple[str, ...]
    wanted: Mapping[str, Sequence[str]]
    needed: tuple[str, ...]
    take: Callable[[Row, PlanContent], bool]


MAY_BE = range(1, 1000)  # what a theme's number may be


def _theme(row: Row, content: PlanContent) -> bool:
    number = row.number_in("number")
    colour = row.colour() if row.text("colour") else None
    if not number or number not in MAY_BE or row.refused:
        return False
    content.themes[int(number)] = ThemeLine(
        number=int(number),
        title=row.cut("title", 200),
        colour=colour,
        lead=row.cut("lead", 120),
        findings=tuple(split(row.text("finding"))),
        row=row.number,
    )
    return True


def _outcome(row: Row, content: PlanContent) -> bool:
    theme = row.number_in("theme")
    if not theme or theme not in MAY_BE:
        return False
    content.outcomes.append(
        OutcomeLine(
            ref=row.cut("ref", 20),
            theme=int(theme),
            sentence=row.cut("sentence", 400),
            measures=tuple(split(row.text("measures"))),
            experience=tuple(split(row.text("experience"))),
            baseline=row.number_in("baseline"),
            target=row.number_in("target"),
            target_by=row.exact_day("target_by"),
            effect_expected_on=row.exact_day("effect_from"),
        )
    )
    return True


def _milestone(row: Row, content: PlanContent) -> bool:
    due = row.exact_day("due") if _known(row, content) else None
    if due is None:
        return False
    line = MilestoneLine(row.text("ref"), row.cut("title", 200), due, row.exact_day("reached"))
    content.milestones[:] = [each for each in content.milestones if (each.ref, each.title) != (line.ref, line.title)]
    content.milestones.append(line)
    return True


def _update(row: Row, content: PlanContent) -> bool:
    colour = row.colour()
    on = row.exact_day("on") if colour and _known(row, content) else None
    if colour is None or on is None:
        return False
    content.updates.append(UpdateLine(row.text("ref"), on, colour, row.cut("by", 100), row.text("done")))
    return True


def _amendment(row: Row, content: PlanContent) -> bool:
    on = row.exact_day("on") if _known(row, content) else None
    if on is None:
        return False
    asked_by, meeting, why = row.cut("asked_by", 120), row.cut("meeting", 200), row.cut("why", 300)
    words = row.text("ref"), row.text("before"), row.text("after")
    content.amendments.append(AmendmentLine(*words, asked_by, meeting, on, why))
    return True


def _override(row: Row, content: PlanContent) -> bool:
    signed, until = row.exact_day("signed_on"), row.exact_day("until")
    if signed is None or until is None:
        return False
    if signed > until:
        row.say(
            "PLAN-UNTIL",
            "error",
            "This explanation ends before it was signed. It is kept aside.",
            "until",
            "Correct the dates.",
        )
        return False
    colour = row.colour() if row.text("colour") else None
    line = OverrideLine(row.text("about"), row.cut("signed_as", 200), signed, until, row.cut("why", 500), colour)
    content.overrides.append(line)
    return True


def _known(row: Row, content: PlanContent) -> bool:
    ref = row.text("ref")
    if ref in content.refs:
        return True
    row.say(
        "PLAN-WHICH",
        "error",
        f"No action that was taken has the reference {ref}. This row is kept aside.",
        "ref",
        "Correct the reference, or put right the action itself.",
    )
    return False


ON = ("date", "day", "updated")
BEFORE_ACTIONS = (
    Further(
        ("themes", "priorities"),
        {
            "number": ("theme", "no", "priority"),
            "title": ("name",),
            "colour": ("reported colour", "brag", "rag"),
            "lead": ("owner",),
            "finding": ("findings", "inspection finding"),
        },
        ("number", "title"),
        _theme,
    ),
    Further(
        ("outcomes",),
        {
            "ref": ("reference",),
            "theme": ("priority",),
            "sentence": ("outcome",),
            "measures": ("measure codes", "measure", "kpi"),
            "experience": ("experience measure",),
            "baseline": (),
            "target": (),
            "target_by": ("target by",),
            "effect_from": ("effect expected from",),
        },
        ("ref", "theme", "sentence"),
        _outcome,
    ),
)
AFTER_ACTIONS = (
    Further(
        ("milestones",),
        {"ref": ("reference",), "title": ("milestone",), "due": ("due date",), "reached": ("met",)},
        ("ref", "title", "due"),
        _milestone,
    ),
    Further(("money", "funding", "finance"), registers.MONEY, ("title", "pounds"), registers.money),
    Further(("accounts", "accounts of money"), registers.ACCOUNT, ("title", "pounds", "source"), registers.account),
    Further(("end dates", "stated ends"), registers.END, ("words", "source"), registers.stated_end),
    Further(("risks", "risk register"), registers.RISK, ("title", "likelihood", "impact", "owner"), registers.risk),
    Further(
        ("updates", "history"),
        {
            "ref": ("reference",),
            "on": ON,
            "colour": ("brag", "rag"),
            "by": ("lead",),
            "done": ("what was done", "progress"),
        },
        ("ref", "on", "colour"),
        _update,
    ),
    Further(
        ("amendments", "changes", "change log"),
        {
            "ref": ("reference",),
            "before": ("old wording",),
            "after": ("new wording",),
            "asked_by": ("asked by",),
            "meeting": ("where",),
            "on": ON,
            "why": ("reason",),
        },
        ("ref", "before", "after", "on"),
        _amendment,
    ),
    Further(
        ("overrides",),
        {
            "about": ("ref",),
            "colour": ("reported colour", "brag", "rag"),
            "signed_as": ("signed by",),
            "signed_on": ("signed on",),
            "until": (),
            "why": ("reason",),
        },
        ("about", "signed_as", "signed_on", "until", "why"),
        _override,
    ),
)
SAID_ELSEWHERE = {"definitions", "glossary", "key", "cover", "contents", "notes"}


def sheet_called(grids: Sequence[Grid], kind: Further) -> Grid | None:
    return next((grid for grid in grids if grid.title.strip().lower() in kind.called), None)


def read(grid: Grid, kind: Further, content: PlanContent) -> None:
    found = headings.find(grid, kind.wanted)
    missing = [name for name in kind.needed if name not in found.columns]
    if missing:
        words = ", ".join((kind.wanted[name] or (name,))[0] for name in missing)
        message = f"The sheet {grid.title} has no column {words}, so it is not read."
        content.problems.append(
            Problem("PLAN-SHEET", "query", message, grid.title, what_to_do="Add the column, with that heading.")
        )
        content.fates.say_unread(grid, message)
        return
    for place in found.rows:
        content.fates.say(grid.title, grid.rows[place][0], HEADING)
    content.columns += found.pairs({name: f"{grid.title.lower()}: {name.replace('_', ' ')}" for name in kind.wanted})
    again = [word.lower() for word in found.words if word]
    for row in rows_under(grid, found):
        if [words.lower() for words in row.filled] == again:
            content.fates.say(grid.title, row.number, HEADING)
        else:
            _take(row, kind, content)


def _take(row: Row, kind: Further, content: PlanContent) -> None:
    for name in kind.needed:
        if not row.text(name) and not (name == "colour" and row.cell(name).fill):
            message = f"The cell {row.headings.word(name)} is empty. The row is kept aside."
            row.say("PLAN-EMPTY", "error", message, name, "Fill it in.")
    taken = not row.refused and kind.take(row, content)
    if not taken and not row.refused:
        row.say(
            "PLAN-UNREAD",
            "error",
            "This row cannot be taken as it stands. It is kept aside.",
            what_to_do="Put right what is said of its other cells, and bring the file again.",
        )
    row.say_formulas()
    content.problems += row.problems
    content.fates.say(row.table, row.number, f"{LINE_OF}{row.table}" if taken else KEPT_ASIDE)
