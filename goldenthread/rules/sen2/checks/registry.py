"""A check is a sentence beside a short function; this is how it is written down and how all of them are found."""

import importlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from goldenthread.rules.problems import Problem, Severity
from goldenthread.rules.sen2.collection import FIRST_YEAR

if TYPE_CHECKING:
    from goldenthread.rules.sen2.case import Case, LastYear
    from goldenthread.rules.sen2.persons import Row

Test = Callable[["Row", "Case"], bool]


@dataclass(frozen=True, slots=True)
class Check:
    """`test` is true where there is a problem. It is asked of a row of `table` in which its own `fields` are filled
    (`always`: of every row) and none of `unless`. A field of another table is named with it: `requests.receiveddate`.
    The first one is quoted. `by_codes`: it goes by the row's codes and by which fields are filled, alone;
    `by_codes_of_request`: by those of all rows of the request."""

    code: str
    message: str
    table: str
    fields: tuple[str, ...]
    test: Test
    severity: Severity
    since: int
    what_to_do: str
    always: bool
    unless: tuple[str, ...]
    by_codes: bool
    by_codes_of_request: bool
    needs_establishments: bool

    @property
    def name(self) -> str:
        return self.test.__name__

    @property
    def own_fields(self) -> tuple[str, ...]:
        return tuple(each for each in self.fields if "." not in each)

    def is_asked_of(self, row: "Row") -> bool:
        asked = self.always or all(each in row for each in self.own_fields)
        return asked and not any(each in row for each in self.unless)

    @property
    def reads(self) -> frozenset[str]:
        """Every field that it goes by, with its table."""
        return frozenset(each if "." in each else f"{self.table}.{each}" for each in self.fields)


def check(
    code: str,
    message: str,
    *,
    table: str,
    fields: tuple[str, ...],
    severity: Severity = "error",
    since: int = FIRST_YEAR,
    do: str = "",
    always: bool = False,
    unless: tuple[str, ...] = (),
    by_codes: bool = False,
    by_codes_of_request: bool = False,
    needs_establishments: bool = False,
) -> Callable[[Test], Check]:
    """Make a check of a function of a row and its case. `since` is the first collection year that it holds for."""
    return lambda test: Check(
        code, message, table, fields, test, severity, since, do, always, unless, by_codes, by_codes_of_request,
        needs_establishments,
    )  # fmt: skip


class Tally(Protocol):
    """A check of the whole file: it sees each row of its `table` with its `fields`, and speaks at the end."""

    table: str
    fields: tuple[str, ...]

    def see(self, row: "Row", case: "Case") -> None: ...

    def problems(self, last_year: "LastYear | None") -> Iterator[Problem]: ...


def every_check() -> list[Check]:
    """All row checks of this folder."""
    found: list[Check] = []
    for value in _written_here():
        if isinstance(value, Check):
            found.append(value)
        elif isinstance(value, list):
            found.extend(each for each in value if isinstance(each, Check))
    return found


def every_tally() -> list[type[Tally]]:
    """All whole-file checks of this folder, to be made anew for each file."""
    return [
        value
        for value in _written_here()
        if isinstance(value, type) and value.__dict__.get("table") and hasattr(value, "see")
    ]


def _written_here() -> Iterator[object]:
    for path in sorted(Path(__file__).parent.glob("*.py")):
        if path.stem not in ("__init__", "registry"):
            yield from vars(importlib.import_module(f"{__package__}.{path.stem}")).values()
