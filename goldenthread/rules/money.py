"""Money told: whether what was said of a commitment fits it, and how two accounts of it differ. Whole pounds."""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from goldenthread.rules.statistics.rounding import number

YEAR = re.compile(r"(20\d\d)\s*(?:[-–/]\s*(?:20)?\d\d)?")


class Fit(Enum):
    A_YEAR = "the sum of one year"
    IN_ALL = "the sum of all years"
    NEITHER = "neither the sum of one year nor of all"


@dataclass(frozen=True, slots=True)
class Telling:
    """What was said of a commitment, and where. `posts` is None where nothing was said of them."""

    source: str
    pounds: int
    posts: Decimal | None = None


def fit(said: int, a_year: int, years: int) -> Fit:
    """Which of its sums somebody gave: £150,000 for three years is told as that, or as £450,000."""
    if said == a_year:
        return Fit.A_YEAR
    return Fit.IN_ALL if said == a_year * years else Fit.NEITHER


def differ(first: Telling, second: Telling, years: int = 1) -> str:
    """How the second account differs from the first, in a sentence; empty where they can both be true. A sum of one
    year and the same for all years can.
    """
    told = (first.pounds, second.pounds)
    same = told[0] == told[1] or max(told) == min(told) * years
    posts = first.posts is not None and second.posts is not None and first.posts != second.posts
    if same and not posts:
        return ""
    how = [] if same else [f"{pounds(abs(told[1] - told[0]))} {'more' if told[1] > told[0] else 'less'}"]
    if posts:
        more = (second.posts or Decimal()) - (first.posts or Decimal())
        how.append(f"{_posts(abs(more))} {'more' if more > 0 else 'fewer'}")
    return f"{_said(first)}. {_said(second)}, that is {' and '.join(how)}."


def by_year(first_year: str, a_year: int, years: int) -> dict[str, int]:
    """{“2025-26”: pounds}; empty where the words name no year."""
    found = YEAR.search(first_year)
    start = int(found[1]) if found else 0
    return {f"{year}-{(year + 1) % 100:02}": a_year for year in range(start, start + years)} if found else {}


def pounds(value: int) -> str:
    return f"£{number(value)}"


def _said(one: Telling) -> str:
    posts = f" for {_posts(one.posts)}" if one.posts is not None else ""
    return f"{one.source}: {pounds(one.pounds)}{posts}"


def _posts(value: Decimal) -> str:
    plain = f"{value.normalize():f}"
    return f"{plain} post{'' if plain == '1' else 's'}"
