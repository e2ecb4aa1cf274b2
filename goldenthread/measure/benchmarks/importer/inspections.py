"""Reads the lists of area SEND inspections, before 2023 and since, into one shape."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path

from goldenthread.measure.benchmarks.places import Place, find
from goldenthread.measure.benchmarks.sources import INSPECTIONS_2016, INSPECTIONS_2023, INSPECTIONS_2023_LIST

Row = Mapping[str, str]
COLUMNS = (
    "area", "cycle", "started_on", "ended_on", "published_on", "outcome", "weaknesses", "revisited_on",
    "revisit_published_on", "progress", "progress_made", "progress_not_made", "next_by", "source",
)  # fmt: skip
GRADES = {"1": "positive", "2": "inconsistent", "3": "systemic failings"}
OUTCOMES = {
    "Typically positive experiences and outcomes": "positive",
    "Inconsistent experiences and outcomes": "inconsistent",
    "Widespread and/or systemic failings": "systemic failings",
}
PROGRESS = {"Yes": "all", "Some": "some", "No": "none"}
STATEMENT = "Inspection outcome: written statement of action required?"


def rows(folder: Path) -> Iterator[dict[str, str]]:
    """Every inspection, by area and day of publication."""
    found = [*of_2016(_csv(folder / INSPECTIONS_2016.file), INSPECTIONS_2016.code)]
    counted = {row["area"]: row["weaknesses"] for row in of_list(_csv(folder / INSPECTIONS_2023_LIST.file), "")}
    for row in of_2023(_csv(folder / INSPECTIONS_2023.file), INSPECTIONS_2023.code):
        found.append(row | {"weaknesses": counted.get(row["area"], "")})
    yield from sorted(found, key=lambda row: (row["area"], row["published_on"]))


def of_2016(lines: Iterable[Row], source: str) -> Iterator[dict[str, str]]:
    """The framework of 2016 to 2022: a written statement of action or none, and the revisit after it."""
    for row in lines:
        yield _shape(
            area=_area(ons=row["Local authority code"], name=row["Area name"]),
            cycle="2016",
            started_on=row["Inspection start date"],
            published_on=row["Inspection publication date"],
            outcome="written statement" if row[STATEMENT] == "Yes" else "no written statement",
            weaknesses=row["Number significant weaknesses identified in written statement of action"],
            revisited_on=row["Revisit start date"],
            revisit_published_on=row["Revisit publication date"],
            progress=PROGRESS.get(
                row["Revisit outcome: sufficient progress in addressing all significant weaknesses?"], ""
            ),
            progress_made=row["Number significant weaknesses where sufficient progress has been made"],
            progress_not_made=row["Number significant weaknesses where sufficient progress has not been made"],
            source=source,
        )


def of_2023(lines: Iterable[Row], source: str) -> Iterator[dict[str, str]]:
    """The framework since 2023: three outcomes. A grade that was not read from its report stays empty."""
    for row in lines:
        yield _shape(
            area=_area(number=row["la_code"], name=row["local_authority"]),
            cycle="2023",
            started_on=_day(row["inspection_start_date"]),
            ended_on=_day(row["inspection_end_date"]),
            published_on=_day(row["publication_date"]),
            outcome=GRADES.get(row["outcome_grade"].removesuffix(".0"), ""),
            next_by=_day(row["next_inspection_by_date"]),
            source=source,
        )


def of_list(lines: Iterable[Row], source: str) -> Iterator[dict[str, str]]:
    """Ofsted's own list since 2023, with the number of areas for priority action."""
    for line in lines:
        row = {heading.replace(".", " ").strip(): cell for heading, cell in line.items()}
        actions = row["Number of areas for priority action"]
        yield _shape(
            area=_area(name=row["Local area partnership"]),
            cycle="2023",
            started_on=_day(row["Inspection start date"]),
            published_on=_day(row["Inspection publication date"]),
            outcome=OUTCOMES.get(row["Inspection outcome"], ""),
            weaknesses=actions if actions.isdigit() else "",
            source=source,
        )


def _shape(**given: str) -> dict[str, str]:
    return {column: given.get(column, "").strip() for column in COLUMNS}


def _area(number: str = "", ons: str = "", name: str = "") -> str:
    return find(Place("Local authority", number, ons, name)).code


def _day(text: str) -> str:
    """18/11/24 or 31/05/2023 as 2024-11-18; empty where no day is given."""
    for form in ("%d/%m/%y", "%d/%m/%Y"):
        try:
            return datetime.strptime(text.strip(), form).date().isoformat()  # noqa: DTZ007  a day, not a moment
        except ValueError:
            continue
    return ""


def _csv(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        yield from csv.DictReader(stream)
