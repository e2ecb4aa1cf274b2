"""Table 1: every action once, by theme and by the colour that its lead reports, with what the colours mean."""

from datetime import date

from goldenthread.foundation.charts import BragBar
from goldenthread.publish.reports.document import Cell, Figure, Row, Strong, Table, drawing
from goldenthread.publish.reports.facts import PlanFacts
from goldenthread.publish.reports.sections import accounts
from goldenthread.publish.reports.sections.saying import day, tone
from goldenthread.rules.honesty.colours import Colour, as_rag
from goldenthread.rules.honesty.tally import COLUMNS
from goldenthread.rules.honesty.tally import Row as Counts

BY_THE_LEAD = "Colours are those that each action’s lead reports."


def brag(plan: PlanFacts, as_at: date) -> Table:
    colours = tuple(Cell.of(f"{one.letter} {one.word} ({one.meaning})", tone=tone(one)) for one in COLUMNS)
    tally = plan.standing.tally
    return Table.of(
        f"Actions by theme and reported colour, as at {day(as_at)}",
        (Cell.of("Theme"), *colours, Cell.of("Total")),
        [*(_row(one.theme, one) for one in tally.rows), _row("Total", tally.everything, strong=True)],
        widths=(2.3, 1.1, 1.1, 1.35, 1.35, 1.15, 0.8),
        notes=(BY_THE_LEAD, in_rag(), f"Source: {plan.title}, leads’ updates to {day(as_at)}."),
    )


def brag_bar(plan: PlanFacts, as_at: date) -> Figure:
    everything = plan.standing.tally.everything
    return drawing(
        BragBar(
            identity="all-actions",
            title=f"How all {everything.total} actions stand, as at {day(as_at)}",
            description=accounts.every_action(plan),
            counts={colour.word.lower(): everything.of(colour) for colour in COLUMNS},
        )
    )


def in_rag() -> str:
    """For readers who want red, amber and green only: nothing is hidden."""
    said = [
        f"{colour.word} as {word.lower()}, “{meaning}”"
        for colour in (Colour.BLUE, Colour.WHITE)
        for word, meaning in [as_rag(colour)]
    ]
    return f"Read as red, amber and green only, {' and '.join(said)}."


def _row(name: str, counts: Counts, *, strong: bool = False) -> Row:
    figures = [str(counts.of(colour)) for colour in COLUMNS] + [str(counts.total)]
    return tuple(Cell.of(Strong(one) if strong else one) for one in (name, *figures))
