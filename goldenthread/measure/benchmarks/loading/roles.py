"""What each column of a data file is: it names the place or the period, it filters, or it holds figures."""

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from .opening import CannotLoad
from .shapes import TIMES

NAMED = {
    "time_identifier": "identifier",
    **dict.fromkeys(("geographic_level", "data_level", "organisation type"), "level"),
    **dict.fromkeys(("old_la_code", "lanumber", "la number", "la_number"), "number"),
    **dict.fromkeys(("new_la_code",), "ons"),
    **dict.fromkeys(("la_name", "la name", "organisation name", "primary_level_description"), "name"),
    "region_code": "region_code",
    **dict.fromkeys(("region_name", "region"), "region_name"),
    **dict.fromkeys(("school_urn", "laestab", "school_laestab", "institution_ukprn", "primary_level"), "unit"),
}
# Said already by another column, or about the row and not its figures.
ECHOES = frozenset(
    {
        "", "country_code", "country_name", "academic year", "academic_year", "financial_year", "local authority",
        "region", "region_name", "formatteddate", "date", "year", "source", "source_slice_count", "status",
        "reporting_period_end", "primary_level", "nhs_name", "estab", "school_name", "academy_open_date",
    }
)  # fmt: skip
MOSTLY = 0.99  # of a column's cells, to be figures: the others are kept aside, each with its line


@dataclass(frozen=True, slots=True)
class Roles:
    """Each by the number of its column. `named` holds time, identifier, level, number, ons, name, region and unit."""

    named: Mapping[str, int]
    filters: tuple[int, ...]
    indicators: tuple[int, ...]
    titles: Mapping[int, str]
    units: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Tally:
    """Of a column: how many cells are not blank, how many are numbers, and how many symbols that stand for one."""

    cells: int
    numbers: int
    symbols: int

    @property
    def is_clear(self) -> bool:
        """Whether every cell is understood."""
        return self.numbers + self.symbols == self.cells

    @property
    def holds_figures(self) -> bool:
        return self.cells > 0 and (self.numbers + self.symbols) >= MOSTLY * self.cells


def identifying(headings: Sequence[str]) -> dict[str, int]:
    """Where the place and the period stand. A column once taken has no other role."""
    plain = [heading.casefold() for heading in headings]
    found: dict[str, int] = {}
    for index, heading in enumerate(plain):
        if (role := NAMED.get(heading)) is not None and role not in found:
            found[role] = index
    time = next((plain.index(name) for name in TIMES if name in plain), None)
    return found if time is None else {"time": time, **found}


def roles(headings: Sequence[str], named: Mapping[str, int], tallies: Sequence[Tally], meta: Path | None) -> Roles:
    """By the release's guide to its columns where there is one, else by what the cells hold. Raises CannotLoad."""
    told = _told(meta) if meta else {}
    filters, indicators = [], []
    for index, heading in enumerate(headings):
        if index in named.values() or heading.casefold() in ECHOES or not tallies[index].cells:
            continue
        kind = told.get(heading.casefold(), {}).get("col_type", "").casefold()
        figures = kind == "indicator" if kind else tallies[index].holds_figures
        if figures:
            indicators.append(index)
        elif not told or kind == "filter":
            filters.append(index)
    if not indicators:
        raise CannotLoad("it has no column of figures: they hold words, such as yes and no, or nothing.")
    guide = {index: told.get(headings[index].casefold(), {}) for index in indicators}
    return Roles(
        named,
        tuple(filters),
        tuple(indicators),
        {index: guide[index].get("label") or headings[index] for index in indicators},
        {index: guide[index].get("indicator_unit", "") for index in indicators},
    )


def slug(heading: str) -> str:
    """A heading as a code: “% of pupils” → pc_of_pupils"""
    plain = heading.replace("%", " pc ").replace(">", " over ").casefold()
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_") or "figure"


def _told(meta: Path) -> dict[str, dict[str, str]]:
    with meta.open(encoding="utf-8", newline="") as stream:
        return {row["col_name"].casefold(): row for row in csv.DictReader(stream) if row.get("col_name")}
