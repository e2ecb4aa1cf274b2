"""How a plan stands, as the shapes of its page: the bar, the grid of delivery and impact, the table of themes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from goldenthread.foundation.charts import BragBar, ColourColumns, ControlChart, Layer
from goldenthread.foundation.ui.words import day
from goldenthread.improve.plans.historic import MonthEnd
from goldenthread.improve.plans.measuring import Measured
from goldenthread.improve.plans.standing import PlanStanding, ThemeStanding
from goldenthread.rules.honesty.colours import Colour, as_rag
from goldenthread.rules.honesty.dials import Dial
from goldenthread.rules.honesty.talks import talk
from goldenthread.rules.honesty.tally import COLUMNS, Row

DELIVERY = (("On track", Colour.GREEN), ("Late", Colour.AMBER), ("Not started", Colour.WHITE))
DELIVERED_AS = {Colour.BLUE: Colour.GREEN, Colour.RED: Colour.AMBER}
IMPACT = (
    ("Improving", Dial.IMPROVING),
    ("Too early", Dial.TOO_EARLY),
    ("No change", Dial.NO_CHANGE),
    ("Worsening", Dial.WORSENING),
    ("Not measured", Dial.NOT_MEASURED),
)
SHOWN_AS = {Dial.TARGET_HOLDING: Dial.IMPROVING, Dial.NOT_HEARD: Dial.NOT_MEASURED}


@dataclass(frozen=True)
class GridCell:
    """`talk` is the conversation that a board needs to have about these themes; empty while there is none."""

    themes: tuple[ThemeStanding, ...]
    talk: str


@dataclass(frozen=True)
class TableRow:
    """`better` and `worse`: actions reported so since the day with which the plan is compared."""

    standing: ThemeStanding
    counts: tuple[int, ...]
    total: int
    better: int
    worse: int


@dataclass(frozen=True)
class Column:
    """A colour of the table, by its word and meaning; grey is white for readers of red, amber and green."""

    word: str
    meaning: str
    colours: tuple[Colour, ...]

    def of(self, row: Row) -> int:
        return sum(row.of(colour) for colour in self.colours)


@dataclass(frozen=True)
class ThemeTable:
    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    sums: tuple[int, ...]
    total: int


def bar(standing: PlanStanding) -> BragBar:
    everything = standing.tally.everything
    counts = {colour.name.lower(): everything.of(colour) for colour in Colour}
    order = (Colour.BLUE, Colour.GREEN, Colour.AMBER, Colour.RED, Colour.WHITE)
    said = ", ".join(f"{everything.of(colour)} {colour.word} ({colour.meaning})" for colour in order)
    title = f"{everything.total} actions, as their leads report them on {day(standing.as_at)}"
    return BragBar(identity="actions", title=title, description=f"{title}: {said}.", counts=counts)


def grid(standing: PlanStanding) -> list[tuple[str, list[GridCell]]]:
    """Themes by what is reported and by what the measures show."""
    found: dict[tuple[Colour, Dial], list[ThemeStanding]] = {}
    for theme in standing.themes:
        delivery = DELIVERED_AS.get(theme.reported, theme.reported)
        shown = SHOWN_AS.get(theme.impact.dial, theme.impact.dial)
        found.setdefault((delivery, shown), []).append(theme)
    return [
        (word, [_cell(found.get((delivery, dial), ()), delivery, dial) for _, dial in IMPACT])
        for word, delivery in DELIVERY
    ]


def _cell(themes: Sequence[ThemeStanding], delivery: Colour, dial: Dial) -> GridCell:
    about = talk(delivery, dial)
    return GridCell(tuple(themes), about.value if about and themes else "")


def columns(rag: bool) -> tuple[Column, ...]:
    """Five colours, or red, amber, green and grey; nothing is left out of either."""
    if not rag:
        return tuple(Column(colour.word, colour.meaning, (colour,)) for colour in COLUMNS)
    grouped: dict[str, list[Colour]] = {}
    for colour in COLUMNS:
        grouped.setdefault(as_rag(colour)[0], []).append(colour)
    return tuple(
        Column(word, " or ".join(as_rag(colour)[1] for colour in colours), tuple(colours))
        for word, colours in grouped.items()
    )


def table(standing: PlanStanding, rag: bool) -> ThemeTable:
    shown = columns(rag)
    rows = tuple(
        TableRow(theme, tuple(column.of(row) for column in shown), row.total, theme.better, theme.worse)
        for theme, row in zip(standing.themes, standing.tally.rows, strict=True)
    )
    everything = standing.tally.everything
    return ThemeTable(shown, rows, tuple(column.of(everything) for column in shown), everything.total)


FOOT_TO_TOP = (Colour.BLUE, Colour.GREEN, Colour.AMBER, Colour.RED, Colour.WHITE)


def months(found: Sequence[MonthEnd], of: str, rag: bool) -> ColourColumns:
    """A column for each month's end; the last is the day itself."""
    by_colour = {column.colours: column for column in columns(rag)}
    layers = tuple(
        Layer(column.colours[0].name.lower(), column.word, column.meaning, tuple(_of(one, column) for one in found))
        for column in sorted(by_colour.values(), key=lambda one: FOOT_TO_TOP.index(one.colours[-1]))
    )
    title = f"{of}: actions by reported colour at each month’s end"
    first, last = found[0], found[-1]
    said = "; ".join(f"{each.word} {each.values[0]}, then {each.values[-1]}" for each in layers)
    between = f"{first.total} actions on {day(first.on)} and {last.total} on {day(last.on)}."
    return ColourColumns(
        identity="months",
        title=title,
        description=f"{between} {said}.",
        periods=(*(f"{one.on:%b %Y}" for one in found[:-1]), f"{last.on.day} {last.on:%b %Y}"),
        layers=layers,
    )


def _of(month: MonthEnd, column: Column) -> int:
    return sum(month.colours[colour] for colour in column.colours)


@dataclass(frozen=True)
class MeasureShown:
    """`chart` is None where there is nothing to draw, or where the same chart stands above."""

    measured: Measured
    chart: ControlChart | None
    above: bool = False


def measures(theme: ThemeStanding) -> list[tuple[object, list[MeasureShown]]]:
    """Each outcome with its measures; a chart that two outcomes share is drawn once."""
    drawn: set[str] = set()
    return [(outcome, list(_shown(outcome.measures, drawn))) for outcome in theme.outcomes]


def _shown(listed: Sequence[Measured], drawn: set[str]) -> Iterator[MeasureShown]:
    for one in listed:
        above = one.measure.indicator in drawn
        drawn.add(one.measure.indicator)
        yield MeasureShown(one, None if above else _chart(one), above)


def _chart(one: Measured) -> ControlChart | None:
    judged = one.judged
    if judged is None or judged.xmr is None:
        return None
    return ControlChart(
        identity=f"measure-{one.measure.pk}",
        title=judged.definition.title,
        description=judged.sentence,
        chart=judged.xmr,
        periods=tuple(f"{each.period_start:%b %Y}" for each in judged.series),
        unit=judged.unit,
        places=1 if judged.unit else 0,
    )
