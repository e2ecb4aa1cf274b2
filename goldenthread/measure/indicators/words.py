"""A figure said so that a councillor could repeat it."""

from datetime import date

from goldenthread.foundation.ui.words import day
from goldenthread.measure.indicators.definition import Definition, Every, Level, Supply, Unit
from goldenthread.measure.indicators.figures import Figure
from goldenthread.measure.indicators.judging import UNITS
from goldenthread.rules.statistics.rounding import number, span

PLACES = {unit: 0 if unit in (Unit.COUNT, Unit.POUNDS) else 1 for unit in Unit}
MARKS = UNITS
STATUS = {"none": "no figure: nothing to divide by", "missing": "not supplied"}
SUPPLIES = {
    Supply.COMPUTED: "Counted from records",
    Supply.PLAN: "Counted from the plan",
    Supply.PARTNER: "Supplied by partners",
    Supply.PUBLISHED: "Published only",
}


def value(figure: Figure) -> str:
    """The number alone, with its unit; or why there is none."""
    if figure.hidden:
        return "suppressed"
    if figure.value is None:
        return STATUS.get(figure.status, "not supplied")
    return measured(figure.definition, figure.value)


def measured(definition: Definition, amount: float) -> str:
    """An amount with its unit: “37.4 %”, “£1,250”, “3.1 per 1,000”."""
    shown = number(amount, PLACES[definition.unit])
    if definition.unit is Unit.POUNDS:
        return f"−£{shown[1:]}" if shown.startswith("−") else f"£{shown}"
    mark = MARKS[definition.unit]
    return f"{shown} {mark}" if mark else shown


def sentence(figure: Figure) -> str:
    """“37.4 % (515 of 1,377 new plans issued; 2024)”."""
    if figure.hidden:
        return f"Suppressed for {period(figure)}: {figure.hidden}."
    cohort = figure.definition.cohort
    if figure.value is None:
        why = f"0 of 0 {cohort}" if figure.status == "none" else cohort
        return f"{value(figure).capitalize()} ({why}; {period(figure)})"
    if figure.definition.unit is Unit.COUNT:
        return f"{value(figure)} {cohort} ({period(figure)})"
    return f"{value(figure)} ({_counted(figure)}{cohort}; {period(figure)})"


def _counted(figure: Figure) -> str:
    unit, numerator, denominator = figure.definition.unit, figure.numerator, figure.denominator
    if denominator is None or unit is Unit.COUNT:
        return ""
    if unit is Unit.PERCENT and figure.estimated:
        return f"estimated from {number(denominator)} "
    if unit is Unit.PERCENT or unit.is_rate:
        joined = "of" if unit is Unit.PERCENT else "for"
        return "" if numerator is None else f"{number(numerator)} {joined} {number(denominator)} "
    return f"{number(denominator)} "


def counts(figure: Figure) -> str:
    """“515 of 1,377”, for a table's cell; empty for a count, which is its own."""
    return _counted(figure).strip() if figure.value is not None and not figure.hidden else ""


def around(figure: Figure) -> str:
    """The 95 % interval, or empty where there is none."""
    if figure.hidden or figure.lower is None or figure.upper is None:
        return ""
    return span(figure.lower, figure.upper, MARKS[figure.definition.unit], 1)


def period(figure: Figure) -> str:
    label = figure.period.label
    return label if figure.period.every is not Every.YEAR or figure.period.whole else f"{label}, a year so far"


def kind(definition: Definition) -> str:
    """Which of the four: computed, counted from the plan, partner-supplied, published only."""
    return SUPPLIES[definition.supply]


def supply(definition: Definition, latest: Figure | None) -> str:
    """How the figures come, and what is needed where none have."""
    match definition.supply:
        case Supply.COMPUTED if latest or Level.AREA not in definition.levels:
            return "Counted from the area's own records"
        case Supply.COMPUTED:
            return f"Not counted yet: {definition.needs or NOT_COUNTED}"
        case Supply.PLAN if latest:
            return "Counted from the improvement plan and its inspections"
        case Supply.PLAN:
            return f"Not counted yet from the plan and its inspections: {definition.needs or NO_PLAN}"
        case Supply.PARTNER if latest:
            return f"Supplied by a partner: {latest.source}"
        case Supply.PARTNER:
            asked = f"Not yet supplied: ask for it ({definition.source}) and bring it as a file of partners' figures"
            return f"{asked}. {definition.needs.rstrip('.')}" if definition.needs else asked
        case Supply.PUBLISHED:
            return "From the national release only"


NOT_COUNTED = "bring the files that it is counted from, then freeze and measure"
NO_PLAN = "bring the plan, and take stock of it"


def provenance(figure: Figure) -> str:
    if figure.snapshot_as_at is None:
        return f"{figure.source}, taken in on {day(figure.made_on)}"
    return f"{figure.definition.source}, frozen as at {day(figure.snapshot_as_at)} ({figure.snapshot_hash[:12]})"


def status(figure: Figure, restated_on: date | None = None) -> str:
    """How far the figure may be relied on, in a few words."""
    if figure.hidden:
        return "Suppressed: there is a figure, and it is hidden"
    if figure.value is None:
        return STATUSES.get(figure.status, "Missing: it was not supplied. That is not 0")
    so_far = "" if figure.period.whole else "Provisional: the period is not over"
    again = f"Restated on {day(restated_on)}" if restated_on else ""
    return "; ".join(filter(None, (again, so_far))) or "Final, unless later or corrected facts restate it"


STATUSES = {"none": "No figure: nothing to divide by. That is not 0"}
