"""Which kind of table a file is, told by its headings alone; or why it is none that we can load."""

import csv
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

from .opening import CannotLoad

TIMES = (
    "time_period", "year", "academic_year", "academic year", "financial_year", "formatteddate",
    "reporting_period_start", "date",
)  # fmt: skip
PLACES = (
    "geographic_level", "old_la_code", "new_la_code", "la_name", "lanumber", "la number", "region_name", "region",
    "organisation name", "primary_level",
)  # fmt: skip


class Shape(StrEnum):
    TIDY = "data file"  # of explore education statistics, or prepared in its manner for a dashboard
    LAIT = "LAIT"
    DICTIONARY = "LAIT dictionary"
    NEIGHBOURS = "neighbours"
    TRIBUNAL = "tribunal"
    INSPECTIONS_2016 = "inspections of 2016 to 2022"
    INSPECTIONS_2023 = "inspections since 2023"
    INSPECTIONS_LIST = "inspections since 2023, official list"


SIGNS: tuple[tuple[Shape, frozenset[str]], ...] = tuple(
    (shape, frozenset(headings))
    for shape, headings in (
        (Shape.LAIT, {"short desc", "years", "values", "la number"}),
        (Shape.DICTIONARY, {"measure_short", "polarity", "year_type"}),
        (Shape.NEIGHBOURS, {"la num", "sn1", "sn10"}),
        (
            Shape.INSPECTIONS_2016,
            {"local authority code", "inspection outcome: written statement of action required?", "revisit start date"},
        ),
        (Shape.INSPECTIONS_2023, {"la_code", "outcome_grade", "publication_date", "next_inspection_by_date"}),
        (Shape.INSPECTIONS_LIST, {"local area partnership", "inspection outcome", "inspection publication date"}),
    )
)
KNOWN_AND_NOT_FIGURES = (
    ({"la code", "region"}, "a list of areas"),
    ({"la number", "la name", "type"}, "a list of areas, which the package has already"),
    ({"stat_neighbours", "la_code"}, "a lookup of areas. Its neighbours carry no date: give the official list instead"),
    ({"region", "la_name"}, "a lookup of areas and regions"),
    ({"nhs_code", "nhs_name"}, "a lookup of NHS bodies"),
    ({"icb22cd", "icb22nm"}, "a lookup of NHS bodies"),
)
MOST_COLUMNS = 1_000  # the widest release has fewer than 200
OUTCOMES_OF_DASHBOARD = "publication date (previous inspection framework)"


def headings_of(path: Path) -> tuple[str, ...]:
    """The first line, as it stands. Raises CannotLoad for an empty file, and for one that is no table."""
    with path.open(encoding="utf-8", newline="") as stream:
        try:
            cells = next(csv.reader(stream), None)
        except csv.Error as why:
            raise CannotLoad(f"its first line is no row of headings: {why}. Download it again.") from why
    if cells is not None and len(cells) > MOST_COLUMNS:
        raise CannotLoad(f"it has {len(cells):,} columns; the most that can be read are {MOST_COLUMNS:,}.")
    if cells is not None:
        return tuple(cell.strip() for cell in cells)
    raise CannotLoad("it is empty. Download it again.")


def shape_of(name: str, headings: Sequence[str]) -> Shape:
    """`name` is what the file is called, for the sentence. Raises CannotLoad."""
    plain = {
        spelt.strip() for heading in headings for spelt in (heading.casefold(), heading.casefold().replace(".", " "))
    }
    if headings and headings[0].casefold().startswith("send appeal rate table"):
        return Shape.TRIBUNAL
    for shape, wanted in SIGNS:
        if wanted <= plain:
            return shape
    if OUTCOMES_OF_DASHBOARD in plain:
        raise CannotLoad(
            f"{name} is the dashboard’s copy of the inspection outcomes, without the days on which inspections began. "
            "Load Ofsted’s own list instead."
        )
    if any(time in plain for time in TIMES) and (any(place in plain for place in PLACES) or _of_nation(plain)):
        return Shape.TIDY
    raise CannotLoad(f"{name} {_why_not(plain, headings)}")


def _of_nation(plain: set[str]) -> bool:
    """NHS waiting lists of England as a whole name no place."""
    return {"therapy", "total waiting list"} <= plain


def _why_not(plain: set[str], headings: Sequence[str]) -> str:
    for wanted, what in KNOWN_AND_NOT_FIGURES:
        if wanted <= plain:
            return f"is {what}. It holds no figures, so nothing was loaded."
    missing = [
        words
        for words, columns in (
            ("a period (time_period, or a year)", TIMES),
            ("a place (geographic_level with la_name or old_la_code, or LA Number)", PLACES),
        )
        if not any(column in plain for column in columns)
    ]
    first = ", ".join(heading or "(no name)" for heading in headings[:6])
    return (
        f"is not a table that we know: its headings begin {first}, and it lacks {' and '.join(missing)}. "
        "Give a data file of explore education statistics, LAIT’s long table or its neighbours, the tribunal table, "
        "or a list of inspections."
    )


def is_dictionary(path: Path) -> bool:
    """Whether a file is LAIT's dictionary of measures."""
    with path.open(encoding="utf-8-sig", newline="", errors="replace") as stream:
        plain = {heading.casefold() for heading in next(csv.reader(stream), [])}
    return dict(SIGNS)[Shape.DICTIONARY] <= plain
