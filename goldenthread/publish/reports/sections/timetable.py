"""9 Timetable: how much is due when, and every date by which something says the plan ends."""

from collections.abc import Iterator
from datetime import date

from goldenthread.improve.plans.reads import ActionStanding
from goldenthread.publish.reports.document import Block, Heading, Note, Paragraph, Section, Table
from goldenthread.publish.reports.facts import Facts, PlanFacts
from goldenthread.publish.reports.sections import accounts
from goldenthread.publish.reports.sections.saying import day
from goldenthread.rules.honesty.colours import Colour
from goldenthread.rules.statistics.rounding import share

QUARTERS = ("January to March", "April to June", "July to September", "October to December")
NO_DATE = "No date given"


def timetable(facts: Facts) -> Section:
    blocks = _plan(facts.plan, facts.as_at) if facts.plan else (Note.of(accounts.NO_PLAN, title="Missing."),)
    return Section("timetable", (Heading("Timetable for implementation"), *blocks))


def _plan(plan: PlanFacts, as_at: date) -> Iterator[Block]:
    done = sum(one.reported.colour is Colour.BLUE for one in plan.actions)
    due = [one for one in plan.actions if one.action.due_on and one.action.due_on <= as_at]
    yield Paragraph.of(
        f"By {day(as_at)}, {share(len(due), len(plan.actions), 'actions')} had fallen due and {done} were complete.",
        numbered=True,
    )
    yield _due(plan, as_at)
    ends = dict(_ends(plan))
    if len(set(ends.values())) > 1:
        yield Paragraph.of(
            "The plan does not name one day on which it ends. Each date is given here as it stands; none has been "
            "changed to agree with another.",
            numbered=True,
        )
        yield Table.of(
            "Dates by which the plan says that it ends",
            ("What says so", "Date"),
            [(what, day(on)) for what, on in ends.items()],
            widths=(3, 1.2),
        )


def _due(plan: PlanFacts, as_at: date) -> Table:
    groups: dict[tuple[int, int], list[ActionStanding]] = {}
    for one in plan.actions:
        groups.setdefault(_quarter(one.action.due_on), []).append(one)
    by_now, rows = 0, []
    for quarter, actions in sorted(groups.items()):
        complete = sum(one.reported.colour is Colour.BLUE for one in actions)
        by_now += len(actions)
        reached = share(by_now, len(plan.actions)) if quarter != _quarter(None) else "–"
        rows.append((_name(quarter), str(len(actions)), str(complete), str(len(actions) - complete), reached))
    return Table.of(
        f"When actions fall due, and how many are complete as at {day(as_at)}",
        ("Due", "Actions", "Complete", "Not complete", "Share of all actions due by then"),
        rows,
        widths=(2, 0.8, 0.9, 1.1, 2),
    )


def _quarter(due_on: date | None) -> tuple[int, int]:
    return (due_on.year, (due_on.month - 1) // 3) if due_on else (9999, 0)


def _name(quarter: tuple[int, int]) -> str:
    return f"{QUARTERS[quarter[1]]} {quarter[0]}" if quarter != _quarter(None) else NO_DATE


def _ends(plan: PlanFacts) -> Iterator[tuple[str, date]]:
    """Each thing that says when the plan is over, where it says so."""
    outcomes = [one.outcome for theme in plan.themes for one in theme.standing.outcomes]
    targets = [measure.target_by for one in outcomes for measure in one.measures.all()]
    said = (
        ("The plan itself", [plan.standing.plan.ends_on]),
        ("The last action to fall due", [one.action.due_on for one in plan.actions]),
        ("The last new date of a Red action", [one.remedy.due_on for one in plan.standing.reds if one.remedy]),
        ("The last target of an outcome", targets),
    )
    for what, days in said:
        if known := [on for on in days if on]:
            yield what, max(known)
