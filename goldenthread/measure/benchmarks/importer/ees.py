"""Reads DfE's release on EHC plans, and the older SEN2 file that holds 2018, into headline rows."""

import csv
import gzip
import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from goldenthread.measure.benchmarks.areas import ENGLAND
from goldenthread.measure.benchmarks.sources import EES, SEN2
from goldenthread.measure.benchmarks.symbols import read_cell

from .rows import HeadlineRow, whole

Row = Mapping[str, str]

# The columns that hold a plan's place; their sum leaves out areas that sent totals only, as the published shares do.
PLACES = (
    "mainstream_total",
    "special_total",
    "ap_pru_total",
    "fe_total",
    "ed_elsewhere",
    "nm_early_years",
    "placement_unknown",
)
NEEDS = ("asd", "hi", "mld", "msi", "oth", "pd", "pmld", "semh", "slcn", "sld", "spld", "vi")
PERSON_LEVEL_SINCE = "202324"  # from here a national share leaves out areas that could not send records


@dataclass(frozen=True, slots=True)
class Columns:
    """Where one measure lies in a file. `denominator` columns are added up; `published` is the printed percentage."""

    file: str
    numerator: str
    denominator: tuple[str, ...] = ()
    published: str = ""


TIMELINESS, REQUESTS = "timeliness_20_week", "requests"
COLUMNS: Mapping[str, Columns] = {
    "requests_received": Columns(REQUESTS, "requests_received_in_year"),
    "refused_to_assess": Columns(
        REQUESTS, "requests_decided_not_to_assess", ("requests_received_in_year",), "request_not_assess_pc"
    ),
    "decided_in_6_weeks": Columns(
        REQUESTS,
        "request_outcome_six_weeks",
        ("request_outcome_six_weeks", "request_outcome_over_6_weeks"),
        "request_outcome_six_weeks_pc",
    ),
    "plans_in_20_weeks_excluding_exceptions": Columns(
        TIMELINESS, "plans_issued_20_weeks_ex", ("plans_issued_den_ex",), "PC_plans_issued_20_weeks_ex"
    ),
    "plans_in_20_weeks_including_exceptions": Columns(
        TIMELINESS, "plans_issued_within_20_weeks", ("plans_issued_den",), "pc_plans_issued_within_20_weeks"
    ),
    "over_52_weeks": Columns(
        TIMELINESS, "plans_issued_gt_1_year_ex", ("plans_issued_den_ex",), "PC_plans_issued_gt_1_year_ex"
    ),
    "plans_in_force": Columns("caseload", "ehcplans"),
    "placed_in_mainstream": Columns("caseload", "mainstream_total", ("ehcplans",), "mainstream_total_pc"),
    "placed_in_special": Columns("caseload", "special_total", ("ehcplans",), "special_total_pc"),
    "reviews_decided_in_4_weeks": Columns(
        "annual_reviews",
        "number_decsion_4weeks",
        ("number_decsion_4weeks", "number_decision_gt_4weeks"),
        "pc_decsion_4weeks",
    ),
}
BY_NEED = {"new_plans_by_need": "sen_need_newplans", "plans_in_force_by_need": "sen_needs_all_plans"}

# The year before the current files begin, from the file that they replaced. It prints no percentage of refusals.
SEN2_YEAR = "2018"
SEN2_COLUMNS: Mapping[str, Columns] = {
    "requests_received": Columns("", "inreq_ehc"),
    "refused_to_assess": Columns("", "ass_refused_ehc", ("inreq_ehc",)),
    "plans_in_20_weeks_excluding_exceptions": Columns(
        "", "no_exc_20week_ehc", ("tot_no_exc_ehc",), "no_exc_20week_rate"
    ),
    "plans_in_20_weeks_including_exceptions": Columns(
        "", "inc_exc_20week_ehc", ("tot_inc_exc_ehc",), "inc_exc_20week_rate"
    ),
}


def headline_rows(folder: Path) -> Iterator[HeadlineRow]:
    """Every headline of every area from 2018 on. `folder` is the one that holds the official files."""
    with zipfile.ZipFile(folder / EES.file) as release:
        for file in sorted({columns.file for columns in COLUMNS.values()}):
            for row in totals(release, file):
                for measure, columns in COLUMNS.items():
                    if columns.file == file:
                        yield _row(measure, columns, row, EES.code)
        for measure, file in BY_NEED.items():
            for row in totals(release, file):
                yield from _needs(measure, row)
    yield from _of_2018(folder)


def totals(release: zipfile.ZipFile, file: str) -> Iterator[Row]:
    """The rows of one file that count everybody: their topic and their breakdown are the same."""
    with release.open(f"data/{file}.csv") as stream:
        for row in csv.DictReader(io.TextIOWrapper(stream, "utf-8-sig", newline="")):
            if row["breakdown_topic"] == row["breakdown"]:
                yield row


def _of_2018(folder: Path) -> Iterator[HeadlineRow]:
    with gzip.open(folder / SEN2.file, "rt", encoding="utf-8-sig", newline="") as stream:
        for row in csv.DictReader(stream):
            if row["time_period"] == SEN2_YEAR:
                for measure, columns in SEN2_COLUMNS.items():
                    yield _row(measure, columns, row, SEN2.code)


def _row(measure: str, columns: Columns, row: Row, source: str) -> HeadlineRow:
    numerator, status = read_cell(row[columns.numerator])
    denominator = _sum(row, _denominator(columns, row))
    if columns.published:
        value, status = read_cell(row[columns.published])
    else:
        value = (
            None if columns.denominator else numerator
        )  # a share that is not printed is LAIT's or ours: see build.py
    return HeadlineRow(
        measure,
        area_code(row),
        period_label(row["time_period"]),
        value,
        whole(numerator),
        whole(denominator),
        status,
        source,
    )


def _denominator(columns: Columns, row: Row) -> tuple[str, ...]:
    counts_places = columns.denominator == ("ehcplans",)
    return PLACES if counts_places and row["time_period"] >= PERSON_LEVEL_SINCE else columns.denominator


def _needs(measure: str, row: Row) -> Iterator[HeadlineRow]:
    denominator, _ = read_cell(row["ehc_plans"])
    for category, number, share in (
        *((need.upper(), f"number_{need}", f"{need}_pc") for need in NEEDS),
        ("NR", "number_need_unknown", "unknown_pc"),
    ):
        numerator, _ = read_cell(row[number])
        value, status = read_cell(row[share])
        yield HeadlineRow(
            measure,
            area_code(row),
            period_label(row["time_period"]),
            value,
            whole(numerator),
            whole(denominator),
            status,
            EES.code,
            category,
        )


def area_code(row: Row) -> str:
    """England and regions by ONS code, areas by DfE number."""
    level = row["geographic_level"]
    return ENGLAND if level == "National" else row["region_code"] if level == "Regional" else row["old_la_code"]


def period_label(time_period: str) -> str:
    """202425, the academic year of a January census, is January 2025; 2024 is the calendar year."""
    return f"20{time_period[4:]}" if len(time_period) == 6 else time_period


def _sum(row: Row, columns: tuple[str, ...]) -> float | None:
    cells = [read_cell(row[column])[0] for column in columns]
    present = [cell for cell in cells if cell is not None]
    return sum(present) if present and len(present) == len(cells) else None
