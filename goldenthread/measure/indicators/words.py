"""A figure said so that a councillor could repeat it."""

from goldenthread.foundation.ui.words import day
from goldenthread.measure.indicators.definition import Definition, Every, Level, Supply, Unit
from goldenthread.measure.indicators.figures import Figure
from goldenthread.rules.statistics.rounding import number, span

PLACES = {Unit.PERCENT: 1, Unit.RATE: 1, Unit.WEEKS: 1, Unit.COUNT: 0}
MARKS = {Unit.PERCENT: "%", Unit.RATE: "per 100", Unit.WEEKS: "weeks", Unit.COUNT: ""}
STATUS = {"none": "no figure: nothing to divide by", "missing": "not supplied"}


def value(figure: Figure) -> str:
    """The number alone, with its unit; or why there is none."""
    if figure.hidden:
        return "suppressed"
    if figure.value is None:
        return STATUS.get(figure.status, "not supplied")
    return measured(figure.definition, figure.value)


def measured(definition: Definition, amount: float) -> str:
    mark = MARKS[definition.unit]
    return f"{number(amount, PLACES[definition.unit])}{f' {mark}' if mark else ''}"


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
    match figure.definition.unit:
        case Unit.PERCENT if figure.estimated and figure.denominator is not None:
            return f"estimated from {number(figure.denominator)} "
        case Unit.PERCENT if figure.numerator is not None and figure.denominator is not None:
            return f"{number(figure.numerator)} of {number(figure.denominator)} "
        case Unit.RATE if figure.numerator is not None and figure.denominator is not None:
            return f"{number(figure.numerator)} for {number(figure.denominator)} "
        case Unit.WEEKS if figure.denominator is not None:
            return f"{number(figure.denominator)} "
        case _:
            return ""


def counts(figure: Figure) -> str:
    """“515 of 1,377”, for a table's cell; empty for a count, which is its own."""
    return _counted(figure).strip() if figure.value is not None and not figure.hidden else ""


def around(figure: Figure) -> str:
    """The 95 % interval, or empty where there is none."""
    if figure.hidden or figure.lower is None or figure.upper is None:
        return ""
    mark = MARKS[figure.definition.unit]
    return span(figure.lower, figure.upper, mark, 1)


def period(figure: Figure) -> str:
    label = figure.period.label
    return label if figure.period.every is not Every.YEAR or figure.period.whole else f"{label}, a year so far"


def supply(definition: Definition, latest: Figure | None) -> str:
    """How the figures come, and what is needed where none have."""
    match definition.supply:
        case Supply.COMPUTED if latest or Level.AREA not in definition.levels:
            return "Counted from the area's own records"
        case Supply.COMPUTED:
            return "Not counted yet: bring the files that it is counted from, then freeze and measure"
        case Supply.PLAN:
            return "Counted from the improvement plan and its inspections"
        case Supply.PARTNER if latest:
            return f"Supplied by a partner: {latest.source}"
        case Supply.PARTNER:
            return f"Not yet supplied: ask for it ({definition.source}) and bring it as a file of partners' figures"
        case Supply.PUBLISHED:
            return "From the national release only"


def provenance(figure: Figure) -> str:
    if figure.snapshot_as_at is None:
        return f"{figure.source}, taken in on {day(figure.made_on)}"
    return f"{figure.definition.source}, frozen as at {day(figure.snapshot_as_at)} ({figure.snapshot_hash[:12]})"
