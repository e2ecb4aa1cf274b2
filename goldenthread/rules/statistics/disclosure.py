"""Small numbers: what may be shown, so that no child can be picked out of a table.

The house rules D0–D6 are data. Each function answers a figure, or Suppressed with its reason: hidden is neither missing
nor zero.
"""

from dataclasses import dataclass
from enum import StrEnum

from goldenthread.rules.statistics.faults import NotComputable
from goldenthread.rules.statistics.rounding import to_nearest


class Code(StrEnum):
    OFFICIAL = "D0"
    LOCAL_COUNT = "D1"
    LOCAL_RATE = "D2"
    SCHOOL = "D3"
    SURVEY = "D4"
    SENSITIVE = "D5"
    INTERNAL = "D6"


@dataclass(frozen=True, slots=True)
class Rule:
    """Counts from 1 to `threshold` - 1 are hidden, and shares of fewer than `fewest`. An area may raise them."""

    code: Code
    title: str
    threshold: int = 0
    fewest: int = 0
    nearest: int = 1
    cross_tables_below_area: bool = True
    watermark: str = ""


RULES: dict[str, Rule] = {
    rule.code: rule
    for rule in (
        Rule(Code.OFFICIAL, "Official statistic, shown exactly as it was published"),
        Rule(Code.LOCAL_COUNT, "Local count", threshold=5, fewest=10),
        Rule(Code.LOCAL_RATE, "Local percentage, rate or mean", threshold=5, fewest=10),
        Rule(Code.SCHOOL, "One school or setting", threshold=10, fewest=10),
        Rule(Code.SURVEY, "Survey answers", fewest=10),
        Rule(
            Code.SENSITIVE,
            "Sensitive: youth justice, child protection, children in care, inpatients",
            threshold=6,
            fewest=10,
            nearest=5,
            cross_tables_below_area=False,
        ),
        Rule(Code.INTERNAL, "Inside, for a named role with access to the cases", watermark="Not for publication"),
    )
}

# DfE's symbols in published files, with the older ones beside them. What ":" once meant differs by file: it is read as
# not available, which claims the least.
OFFICIAL_SYMBOLS = {
    "z": "not applicable",
    "x": "not available",
    "c": "suppressed",
    "low": "rounds to 0",
    "u": "low reliability",
    ":": "not available",
    "~": "rounds to 0",
    "-": "not applicable",
}


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A figure that exists and is hidden."""

    reason: str
    symbol: str = "c"

    def __str__(self) -> str:
        return self.symbol


def rule(code: str) -> Rule:
    """The house rule of a code, D0 to D6. Raises NotComputable, naming those there are."""
    if code not in RULES:
        raise NotComputable(f"There is no disclosure rule “{code}”. Use one of {', '.join(RULES)}.")
    return RULES[code]


def is_small(count: int, by: Rule) -> bool:
    return 1 <= count < by.threshold


def count(n: int, by: Rule, group: int | None = None) -> int | Suppressed:
    """A count. Zero may show, unless it (or the whole) says something of every member of a `group` of a known size."""
    if n < 0:
        raise NotComputable(f"A count of {n} is below zero. Check the table it came from.")
    if is_small(n, by):
        return Suppressed(f"from 1 to {by.threshold - 1}")
    if by.threshold and group is not None and 0 < group < by.threshold and n in (0, group):
        return Suppressed(f"it would tell of every member of a group smaller than {by.threshold}")
    return to_nearest(n, by.nearest)


def percentage(numerator: int, denominator: int, by: Rule) -> float | Suppressed:
    """Per cent, unrounded. Hidden where those in it, those not in it, or all are too few. No cohort: NotComputable."""
    if not 0 <= numerator <= denominator or denominator == 0:
        raise NotComputable(f"{numerator} of {denominator} is not a share of a cohort. Check which cohort was counted.")
    too_few = _too_few(denominator, by)
    if too_few:
        return too_few
    if is_small(numerator, by) or is_small(denominator - numerator, by):
        return Suppressed(f"from 1 to {by.threshold - 1} are in the group, or are not")
    return 100 * to_nearest(numerator, by.nearest) / to_nearest(denominator, by.nearest)


def rate(events: int, population: int, by: Rule, multiplier: float = 1000) -> float | Suppressed:
    """Events per `multiplier` of a population; events may outnumber people. No population: NotComputable."""
    if events < 0 or population <= 0:
        raise NotComputable(f"{events} events in a population of {population} make no rate. Check the population.")
    too_few = _too_few(population, by)
    if too_few:
        return too_few
    if is_small(events, by):
        return Suppressed(f"from 1 to {by.threshold - 1} events")
    return multiplier * to_nearest(events, by.nearest) / population


def mean(value: float, answers: int, by: Rule) -> float | Suppressed:
    """A mean of so many, or a survey's result from so many answers."""
    return _too_few(answers, by) or value


def differencing(now: int, before: int, by: Rule) -> Suppressed | None:
    """Two releases of one figure give away those who came or went between them, where these are few."""
    if is_small(abs(now - before), by):
        return Suppressed(f"it differs from the last release by 1 to {by.threshold - 1}")
    return None


def _too_few(cohort: int, by: Rule) -> Suppressed | None:
    if cohort < by.fewest:
        return Suppressed(f"fewer than {by.fewest} in all")
    return None
