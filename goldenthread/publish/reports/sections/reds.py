"""Red actions by activity: what will be done instead, by whom, by when, and who approved it."""

from collections.abc import Iterator

from goldenthread.improve.plans.reads import ActionStanding
from goldenthread.publish.reports.document import Block, Heading, Paragraph, Row, Table
from goldenthread.publish.reports.document.blocks import Cell
from goldenthread.publish.reports.facts import PlanFacts
from goldenthread.publish.reports.sections.saying import OUTSTANDING, day, is_or_are, many


def reds(plan: PlanFacts) -> Iterator[Block]:
    yield Heading("Red actions and what is done about them", 2, numbered=False)
    activities = plan.standing.red_activities()
    count = len(plan.standing.reds)
    if not count:
        yield Paragraph.of("No action is reported Red.", numbered=True)
        return
    over = many(len(activities), "activity", "activities")
    yield Paragraph.of(f"{is_or_are(count, 'action').capitalize()} reported Red, in {over}.", numbered=True)
    rows = [_row(activity, one) for activity, actions in activities for one in actions]
    yield Table.of(
        "Red actions by activity, with the remedy of each",
        ("Activity and action", "What will be done", "Who", "By when", "Approved by"),
        rows,
        widths=(2.3, 2.4, 1.3, 1.35, 1.5),
    )


def _row(activity: str, one: ActionStanding) -> Row:
    named = f"{activity}: {one.action}" if one.action.activity else str(one.action)
    due = f"Was {day(one.action.due_on)}"
    if one.remedy is None:
        cells = (named, OUTSTANDING, one.action.lead_name or OUTSTANDING, due, OUTSTANDING)
    else:
        approved = one.remedy.approved_by and f"{one.remedy.approved_by}, {day(one.remedy.approved_on)}"
        new = f"{day(one.remedy.due_on)} (was {day(one.action.due_on)})"
        cells = (named, one.remedy.wording, one.remedy.owner, new, approved or OUTSTANDING)
    return tuple(Cell.of(cell) for cell in cells)
