"""Sums that the figures of a claim must satisfy. Each yields whether they fit, and a sentence with the working."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import reduce
from typing import Any

from goldenthread.rules.claims.figures import HUNDRED, Figure, NotAFigure, read_figure

Sum = Mapping[str, Any]


class NotASum(ValueError):
    """The figures do not make a sum that can be checked; the text is a sentence that says why and what to do."""


class Fit(Enum):
    HOLDS = "holds"
    FAILS = "fails"
    UNKNOWABLE = "unknowable"


@dataclass(frozen=True, slots=True)
class Check:
    """`found` is what the sum comes to; none where nothing can be worked out."""

    fit: Fit
    sentence: str
    found: Figure | None = None


def check(asked: Sum) -> Check:
    """One sum, by its `kind`; figures as they were said. Raises NotASum.

    share: part, whole, says? · product: factors, says · sum: parts, says · whole: part, percents (one, or two whose
    difference it is), says? · told_twice: first, second (lists, in one order) · rate: says, of?, when?
    """
    kind = asked.get("kind")
    if kind not in KINDS:
        raise NotASum(f"There is no sum of the kind “{kind}”. Use one of {', '.join(KINDS)}.")
    try:
        return KINDS[kind](asked)
    except NotAFigure as why:
        raise NotASum(str(why)) from why


def _share(asked: Sum) -> Check:
    part, whole = _figure(asked, "part"), _figure(asked, "whole")
    found = part.over(whole, scale=HUNDRED)
    working = f"{part.shown} of {whole.shown} is {found.in_full}."
    if found.low > HUNDRED:
        return Check(Fit.FAILS, f"{working} A part cannot be more than its whole: they count different things.", found)
    if "says" not in asked:
        return Check(Fit.HOLDS, f"{working} No percentage was said to compare it with.", found)
    return _compared(working, found, _figure(asked, "says"))


def _product(asked: Sum) -> Check:
    factors = _figures(asked, "factors")
    found = reduce(Figure.times, factors)
    return _compared(f"{_joined(factors, ' × ')} is {found.in_full}.", found, _figure(asked, "says"))


def _sum(asked: Sum) -> Check:
    parts = _figures(asked, "parts")
    found = reduce(Figure.plus, parts)
    return _compared(f"{_joined(parts, ' + ')} is {found.in_full}.", found, _figure(asked, "says"))


def _whole(asked: Sum) -> Check:
    """A part and its percentage imply the whole, within what their rounding allows."""
    part, percents = _figure(asked, "part"), _figures(asked, "percents")
    if len(percents) > 2 or not all(each.percent for each in percents):
        raise NotASum("Give one percentage of the whole, or two whose difference the part is, each with its % sign.")
    share = percents[0] if len(percents) == 1 else percents[0].less(percents[1])
    if share.value <= 0:
        raise NotASum(f"{_joined(percents, ' less ')} leaves nothing to divide by. Give the larger percentage first.")
    found = part.over(share, scale=HUNDRED)
    found = Figure(found.value, found.low, found.high, pounds=part.pounds)  # the whole is not a percentage
    less = f"{_joined(percents, ' less ')}, that is " if len(percents) == 2 else ""
    working = f"{part.shown} is {less}{share.shown}{',' * bool(less)} of {found.in_full}."
    if "says" in asked:
        return _compared(working, found, _figure(asked, "says"))
    asks = "Ask how many there were in all: outside this range the figures do not fit each other."
    return Check(Fit.UNKNOWABLE, f"{working} {asks}", found)


def _told_twice(asked: Sum) -> Check:
    first, second = _figures(asked, "first", 1), _figures(asked, "second", 1)
    if len(first) != len(second):
        raise NotASum("The two accounts must give the same figures in the same order. Leave out what only one gives.")
    if all(one.fits(other) for one, other in zip(first, second, strict=True)):
        return Check(Fit.HOLDS, f"Both accounts agree: {_joined(first, ', ')}.")
    pairs = "; ".join(f"{one.shown} and {other.shown}" for one, other in zip(first, second, strict=True))
    return Check(Fit.FAILS, f"One thing was told in two ways: {pairs}.{_each(first, second)}")


def _each(first: Sequence[Figure], second: Sequence[Figure]) -> str:
    """What one of the second figures comes to in each account, where there are two of them: pounds a post."""
    if len(first) != 2:
        return ""
    one, other = (account[0].over(account[1]) for account in (first, second))
    return f" That is {one.written(one.value)} for each in the one and {other.written(other.value)} in the other."


def _rate(asked: Sum) -> Check:
    """A percentage by itself is no fact: it says neither of whom nor when."""
    says = _figure(asked, "says")
    known = [f"{word} {asked[key]}" for key, word in (("of", "of"), ("when", "in")) if asked.get(key)]
    questions = [
        "" if asked.get("of") else "Of whom, and who was left out?",
        "" if asked.get("when") else "In which months?",
        "How many, of how many?",
    ]
    said = " ".join([f"“{says.shown}”", *known])
    return Check(Fit.UNKNOWABLE, f"{said} cannot be checked as it was said. Ask: {' '.join(filter(None, questions))}")


def _compared(working: str, found: Figure, says: Figure) -> Check:
    if says.hedged:
        hedge = f"“{says.shown}” names no figure: say whether this is near enough."
        return Check(Fit.UNKNOWABLE, f"{working} {hedge}", found)
    if found.fits(says):
        return Check(Fit.HOLDS, f"{working} It fits the {says.shown} that was said.", found)
    return Check(Fit.FAILS, f"{working} It does not fit the {says.shown} that was said.", found)


def _figure(asked: Sum, key: str) -> Figure:
    if asked.get(key) in (None, ""):
        raise NotASum(f"“{key}” is missing. Give it and ask again.")
    return read_figure(asked[key])


def _figures(asked: Sum, key: str, fewest: int = 0) -> list[Figure]:
    given = asked.get(key)
    least = fewest or (1 if key == "percents" else 2)
    if not isinstance(given, list) or len(given) < least:
        raise NotASum(f"“{key}” must be a list of {least} figures or more.")
    return [read_figure(each) for each in given]


def _joined(figures: Sequence[Figure], sign: str) -> str:
    return sign.join(each.shown for each in figures)


KINDS: dict[str, Callable[[Sum], Check]] = {
    "share": _share,
    "product": _product,
    "sum": _sum,
    "whole": _whole,
    "told_twice": _told_twice,
    "rate": _rate,
}
