"""The sheets beside the actions: themes, outcomes, milestones, money, updates, amendments and overrides."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from goldenthread.improve.plans.reading import headings
from goldenthread.improve.plans.reading.actions import split
from goldenthread.improve.plans.reading.content import (
    AmendmentLine,
    MilestoneLine,
    MoneyLine,
    OutcomeLine,
    OverrideLine,
    PlanContent,
    ThemeLine,
    UpdateLine,
)
from goldenthread.improve.plans.reading.grid import Grid
from goldenthread.improve.plans.reading.rows import Row, rows_under
from goldenthread.rules.problems import Problem


@dataclass(frozen=True)
class Further:
    """A kind of sheet, by its name; `needed` must be filled for a row to be taken."""

    called: tuple[str, ...]
    wanted: Mapping[str, Sequence[str]]
    needed: tuple[str, ...]
    take: Callable[[Row, PlanContent], None]


def _theme(row: Row, content: PlanContent) -> None:
    number = row.number_in("number")
    colour = row.colour() if row.text("colour") else None
    if number and not row.refused:
        content.themes[int(number)] = ThemeLine(
            number=int(number),
            title=row.text("title")[:200],
            colour=colour,
            lead=row.text("lead")[:120],
            findings=tuple(split(row.text("finding"))),
            row=row.number,
        )


def _outcome(row: Row, content: PlanContent) -> None:
    theme = row.number_in("theme")
    if theme:
        content.outcomes.append(
            OutcomeLine(
                ref=row.text("ref")[:20],
                theme=int(theme),
                sentence=row.text("sentence")[:400],
                measures=tuple(split(row.text("measures"))),
                experience=tuple(split(row.text("experience"))),
                baseline=row.number_in("baseline"),
                target=row.number_in("target"),
                target_by=row.exact_day("target_by"),
                effect_expected_on=row.exact_day("effect_from"),
            )
        )


def _milestone(row: Row, content: PlanContent) -> None:
    if _known(row, content) and (due := row.exact_day("due")):
        line = MilestoneLine(row.text("ref"), row.text("title")[:200], due, row.exact_day("reached"))
        content.milestones[:] = [
            each for each in content.milestones if (each.ref, each.title) != (line.ref, line.title)
        ]
        content.milestones.append(line)


def _money(row: Row, content: PlanContent) -> None:
    pounds, years = row.number_in("pounds"), row.number_in("years")
    if pounds is not None:
        content.money.append(
            MoneyLine(
                row.text("title")[:200],
                row.text("source")[:120],
                int(pounds),
                int(years or 1),
                row.text("first_year")[:9],
                row.number_in("posts"),
                row.text("actions")[:300],
            )
        )


def _update(row: Row, content: PlanContent) -> None:
    colour = row.colour()
    if colour and _known(row, content) and (on := row.exact_day("on")):
        content.updates.append(UpdateLine(row.text("ref"), on, colour, row.text("by"), row.text("done")))


def _amendment(row: Row, content: PlanContent) -> None:
    if _known(row, content) and (on := row.exact_day("on")):
        content.amendments.append(
            AmendmentLine(
                row.text("ref"),
                row.text("before"),
                row.text("after"),
                row.text("asked_by")[:120],
                row.text("meeting")[:200],
                on,
                row.text("why")[:300],
            )
        )


def _override(row: Row, content: PlanContent) -> None:
    signed, until = row.exact_day("signed_on"), row.exact_day("until")
    if signed and until and signed <= until:
        content.overrides.append(
            OverrideLine(row.text("about"), row.text("signed_as")[:200], signed, until, row.text("why")[:500])
        )
    elif signed and until:
        row.say(
            "PLAN-UNTIL",
            "error",
            "This explanation ends before it was signed. It is kept aside.",
            "until",
            "Correct the dates.",
        )


def _known(row: Row, content: PlanContent) -> bool:
    ref = row.text("ref")
    if ref in content.refs():
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
    Further(
        ("money", "funding", "finance"),
        {
            "title": ("what for",),
            "source": ("funding source",),
            "pounds": ("pounds a year", "amount"),
            "years": (),
            "first_year": ("first year", "year"),
            "posts": ("fte",),
            "actions": ("pays for",),
        },
        ("title", "pounds"),
        _money,
    ),
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
        content.problems.append(
            Problem(
                "PLAN-SHEET",
                "query",
                f"The sheet {grid.title} has no column {words}, so it is not read.",
                grid.title,
                what_to_do="Add the column, with that heading.",
            )
        )
        return
    content.columns += found.pairs({name: f"{grid.title.lower()}: {name.replace('_', ' ')}" for name in kind.wanted})
    for row in rows_under(grid, found):
        for name in kind.needed:
            if not row.text(name):
                row.say(
                    "PLAN-EMPTY",
                    "error",
                    f"The cell {found.word(name)} is empty. The row is kept aside.",
                    name,
                    "Fill it in.",
                )
        if not row.refused:
            kind.take(row, content)
        row.say_formulas()
        content.problems += row.problems
