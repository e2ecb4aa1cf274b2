"""The shapes that a count can have. An engine knows how to run each; a definition says which rows, and which of them.

`rows` is a frozen table, or rows derived from one. Definitions over the same rows and day are counted in one pass, so
say with `among` which of a table's rows count, rather than filter the table. Places (need, age band, school, …) are
found by the engine in the columns of the rows.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

Expr = Any  # an Ibis expression; the engine library is imported by engine modules only, and late


@dataclass(frozen=True)
class Tables:
    """The frozen tables as expressions, and the day they stand at."""

    cases: Expr
    plans: Expr
    reviews: Expr
    survey: Expr
    complaints: Expr
    establishments: Expr
    pupils: Expr
    sessions: Expr
    exclusions: Expr
    residents: Expr
    as_at: date

    @property
    def open_cases(self) -> Expr:
        """Every case that was ever open here; the engine asks on which days (received_on until closed_on)."""
        return self.cases.filter(~self.cases.ended_before, ~self.cases.transferred_in)

    @property
    def new_plans(self) -> Expr:
        """Cases that ended in a plan of this area's own.

        A plan issued before the first collection is known only if it is still in force: to count it would be to count
        the survivors, so it is left out.
        """
        return self.open_cases.filter(self.open_cases.issued_on.notnull())


@dataclass(frozen=True)
class Happened:
    """Things that happened on a day. A percentage counts `met` among `rows`; a count has no `met`.

    With `share`, each place of the finest level is the numerator and all places together are the denominator. With
    `per`, the count is divided by the residents of those ages.
    """

    rows: Expr
    on: str
    met: Expr | None = None
    share: bool = False
    among: Expr | None = None
    per: str = ""


@dataclass(frozen=True)
class Standing:
    """Things that stood at the end of a period: from `since` until the day before `until` (null: still standing).

    `met` is given the rows crossed with their `period_end`. `per` and `share` are as in Happened.
    """

    rows: Expr
    since: str
    until: str
    met: Callable[[Expr], Expr] | None = None
    among: Expr | None = None
    per: str = ""
    share: bool = False


@dataclass(frozen=True)
class Waited:
    """How long the things standing at a period's end had stood, in weeks: the middle one, or the longest."""

    rows: Expr
    since: str
    until: str
    take: str  # "median" or "max"


@dataclass(frozen=True)
class Survived:
    """Time from `since` to `event`, for those that began in the period; `left` is when one dropped out for another
    reason.
    """

    rows: Expr
    since: str
    event: str
    left: str
    within_days: int


@dataclass(frozen=True)
class Count:
    """How many rows there are on each census day: a percentage counts `met` among `among`. `on` is the census day;
    the engine knows a day that the tables do not hold as a day without a figure, never as 0.
    """

    rows: Expr
    on: str
    met: Expr | None = None
    among: Expr | None = None


@dataclass(frozen=True)
class Summed:
    """One column's sum over another's, such as half-days missed over half-days possible; in the period of `on`."""

    rows: Expr
    on: str
    top: Expr
    under: Expr
    among: Expr | None = None


@dataclass(frozen=True)
class Reached:
    """Of those told apart by `who`, the share whose own `top` over `under`, summed over the period, is `at_least`.

    Persistent absence: of the enrolments of a year, those that missed a tenth of their own possible half-days.
    """

    rows: Expr
    on: str
    who: tuple[str, ...]
    top: Expr
    under: Expr
    at_least: float
    among: Expr | None = None


@dataclass(frozen=True)
class Rated:
    """Events of a period for those on roll at the January census of its school year. `distinct` counts each once by
    that column: pupils suspended, not suspensions. A year whose census is not held has no figure.
    """

    rows: Expr
    on: str
    people: Expr
    census_on: str
    distinct: str = ""
    among: Expr | None = None
    people_among: Expr | None = None


@dataclass(frozen=True)
class Joined:
    """Rows on the roll, at a census day, over the places that their schools have: only schools with known places."""

    rows: Expr
    on: str
    schools: Expr
    places: str
    among: Expr | None = None


Counts = Happened | Standing | Waited | Survived | Count | Summed | Reached | Rated | Joined
