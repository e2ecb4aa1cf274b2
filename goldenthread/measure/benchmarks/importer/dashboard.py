"""Reads the tables that DfE and others prepared for their dashboards, into headline rows."""

import csv
import gzip
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from goldenthread.measure.benchmarks.places import Place, find
from goldenthread.measure.benchmarks.sources import (
    ABSENCE,
    AUTISM,
    DSG,
    EYFSP,
    KS2,
    NEET,
    PHONICS,
    SEND_GAP,
    SPENDING,
    WAITS,
    Source,
)  # fmt: skip
from goldenthread.measure.benchmarks.symbols import Status, read_cell

from .rows import HeadlineRow, whole

Row = Mapping[str, str]
SINCE = "2017/18"  # the year that ends in 2018
GROUPS = {
    "EHCP or Statement": "ehc_plan",
    "EHC plan or Statement": "ehc_plan",
    "EHC plan": "ehc_plan",
    "SEN support": "sen_support",
    "No SEN": "no_sen",
}
SEND_GAP_KINDS = {
    "sess_overall_percent": "overall_absence",
    "enrolments_pa_10_exact_percent": "persistent_absence",
    "susp_rate": "suspension_rate",
    "perm_excl_rate": "permanent_exclusion_rate",
}
TERMS = {"Autumn term": "autumn", "Spring term": "spring", "Summer term": "summer"}
AGES = {"Under 10": "Under 10", "10 to 17": "10 to 17"}


@dataclass(frozen=True, slots=True)
class Table:
    """One prepared table. `measure` names a row's headline, or is empty for a row that is none of ours."""

    source: Source
    measure: Callable[[Row], str]
    label: Callable[[Row], str]
    value: str
    numerator: str = ""
    denominator: str = ""


def single_year(row: Row) -> str:
    """202223 → 2023, as LAIT labels academic years."""
    return f"20{row['time_period'].removesuffix('.0')[-2:]}"


def _of_group(code: str, column: str) -> Callable[[Row], str]:
    return lambda row: f"{code}_{GROUPS[row[column]]}" if row[column] in GROUPS else ""


TABLES = (
    Table(
        EYFSP, _of_group("good_level_of_development", "characteristic_type"), single_year, "gld_percentage",
        "gld_number", "children_number",
    ),
    Table(
        PHONICS, _of_group("phonics", "characteristic"), single_year, "Percent meeting expected standards in Y1",
        "t_phonics_y1_met_expected_standard", "t_phonics_y1_eligible_pupils",
    ),
    Table(
        KS2, _of_group("ks2_expected", "characteristic"), single_year, "Percent meeting expected standard",
        "t_rwm_met_expected_standard", "t_rwm_eligible_pupils",
    ),
    Table(
        ABSENCE,
        lambda row: _of_group("overall_absence", "characteristic")(row) if row["Absence measure"] == "Overall" else "",
        lambda row: row["academic_year"],
        "Percentage",
    ),
    Table(
        DSG, lambda _: "dsg_balance", lambda row: row["financial_year"],
        "DSG cumulative balance as a % of the total income",
    ),
    Table(
        SPENDING, lambda row: "specialist_spend" if row["category"] == "Total" else "", lambda row: row["year"],
        "Spend per head", "total_spend", "pop_est",
    ),
)  # fmt: skip
NEET_COLUMNS = {
    "neet_or_not_known_ehc_plan": "NEET_NK_EHCP_percent",
    "neet_or_not_known_sen_support": "NEET_NK_SENDsupport_percent",
    "neet_or_not_known_no_sen": "NEET_NK_noSEN_percent",
    "neet_or_not_known": "NEET_not_known_percent",
}


def headline_rows(folder: Path) -> Iterator[HeadlineRow]:
    for table in TABLES:
        yield from _of_table(folder, table)
    yield from _send_gap(folder)
    yield from _neet(folder)
    yield from _waits(folder)
    yield from _autism(folder)


def read(path: Path) -> Iterator[Row]:
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8-sig", newline="") as stream:
        yield from csv.DictReader(stream)


def _of_table(folder: Path, table: Table) -> Iterator[HeadlineRow]:
    for row in read(folder / table.source.file):
        code, label = table.measure(row), table.label(row)
        if not code or label < SINCE or not (area := _area(row)):
            continue
        numerator, denominator = (
            whole(read_cell(row[column])[0]) if column else None for column in (table.numerator, table.denominator)
        )
        value, status = read_cell(row[table.value])
        if numerator == 0 and code == "specialist_spend":  # no area spends nothing: the return was not made
            value, numerator, status = None, None, Status.UNAVAILABLE
        yield HeadlineRow(code, area, label, value, numerator, denominator, status, table.source.code)


def _area(row: Row) -> str:
    """Empty where a row names no area of England that is known."""
    return find(
        Place(
            level=row.get("geographic_level", ""),
            number=row.get("old_la_code", ""),
            ons=row.get("new_la_code", ""),
            name=row["la_name"],
            region_code=row.get("region_code", ""),
            region_name=row.get("region_name", row.get("region", "")),
        )
    ).code


def _send_gap(folder: Path) -> Iterator[HeadlineRow]:
    """Areas only. A row stands for two groups: its own, and the pupils without SEN beside it."""
    for row in read(folder / SEND_GAP.file):
        code, year = SEND_GAP_KINDS.get(row["metric"], ""), f"{row['time_period'][:4]}/{row['time_period'][4:]}"
        of_term = row["time_identifier"] in TERMS
        if not code or row["education_phase"] != "Total" or of_term == code.endswith("absence"):
            continue
        if code == "overall_absence" and year < "2023/24":  # DfE's own table has it, with regions and England
            continue
        label = f"{year} {TERMS[row['time_identifier']]}" if of_term else year
        cells = {GROUPS[row["send_group"]]: row["send_value"]}
        if row["send_group"] == "EHC plan":
            cells["no_sen"] = row["no_sen_value"]
        for group, cell in cells.items():
            value, status = read_cell(cell)
            yield HeadlineRow(f"{code}_{group}", _area(row), label, value, None, None, status, SEND_GAP.code)


def _neet(folder: Path) -> Iterator[HeadlineRow]:
    for row in read(folder / NEET.file):
        for code, column in NEET_COLUMNS.items():
            value, status = read_cell(row[column])
            yield HeadlineRow(code, _area(row), row["time_period"], value, None, None, status, NEET.code)


def _waits(folder: Path) -> Iterator[HeadlineRow]:
    """England only: the lists are of NHS trusts and integrated care boards, whose areas are not the councils'."""
    for row in read(folder / WAITS.file):
        area, label, service = find(Place(level="National")).code, row["formattedDate"][:7], row["Therapy"]
        total, middle, long = (
            whole(read_cell(row[column])[0])
            for column in ("Total waiting list", "Waiting >18-52 weeks", "Waiting >52 weeks")
        )
        value, status = read_cell(row["Percentage waiting more than 18 weeks"])
        both = None if middle is None or long is None else middle + long
        over_18, over_52 = "community_waits_over_18_weeks", "community_waits_over_52_weeks"
        yield HeadlineRow(over_18, area, label, value, both, total, status, WAITS.code, service)
        yield HeadlineRow(over_52, area, label, None, long, total, status, WAITS.code, service)


def _autism(folder: Path) -> Iterator[HeadlineRow]:
    """England only, and the young: the other rows are of NHS bodies."""
    code = "autism_first_contact_after_13_weeks"
    for row in read(folder / AUTISM.file):
        if row["data_level"] == "National" and row["PRIMARY_LEVEL"] in AGES:
            value, status = read_cell(row["METRIC_VALUE"])
            area, label = find(Place(level="National")).code, row["REPORTING_PERIOD_START"][:7]
            yield HeadlineRow(code, area, label, value, None, None, status, AUTISM.code, AGES[row["PRIMARY_LEVEL"]])
