"""Reads DfE's interactive tool (LAIT): its long table, dictionary of measures, list of areas and neighbours."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from goldenthread.measure.benchmarks.areas import ENGLAND
from goldenthread.measure.benchmarks.measures import Polarity
from goldenthread.measure.benchmarks.periods import PeriodKind
from goldenthread.measure.benchmarks.sources import LAIT, LAIT_AREAS, LAIT_MEASURES, NEIGHBOURS
from goldenthread.measure.benchmarks.symbols import Status, read_cell

TOPICS = ("Children with SEN", "All Pupil Absence & Exclusions")
# Of other topics, those that the field's catalogue of indicators names.
ALSO = (
    "FSP_Gooddev_With_SENSTATE", "FSP_Gooddev_Without_SENSTATE", "KS1P_EHCP", "KS1P_SEND", "KS1P_NonSEND",
    "CINSEN_SUP", "CINStatement", "CINNoSEN", "16-17 NEET", "16-17_not known_NEET", "16-17Ed&Training", "LACHealth%",
    "LACDental%", "LACVaccinations%", "HCP_PHOF", "LAC_SEN_Statement", "LAC_SEN", "CareLeaversNEET", "FirstYJS",
)  # fmt: skip
# England's first-time entrants to youth justice are there a sum of regional rates, not a rate.
WRONG_THERE = {("FirstYJS", ENGLAND)}
PERIOD_KINDS = {
    "Calendar Year": PeriodKind.CALENDAR_YEAR,
    "Academic Year": PeriodKind.ACADEMIC_YEAR,
    "Financial Year": PeriodKind.FINANCIAL_YEAR,
    "Annual - January": PeriodKind.JANUARY,
}  # and YEAR for the others: “Annual”, “Annual (end of Sept)”
POLARITIES = {"High": Polarity.HIGH, "Low": Polarity.LOW}

# LAIT numbers what is wider than an area from 970 to 990; everywhere else it goes by its ONS code.
WIDER = {
    "970": ENGLAND,
    "980": "E12000001",
    "981": "E12000002",
    "982": "E12000003",
    "983": "E12000004",
    "984": "E12000005",
    "985": "E12000006",
    "986": "E12000007",
    "987": "E13000001",
    "988": "E13000002",
    "989": "E12000008",
    "990": "E12000009",
}


@dataclass(frozen=True, slots=True)
class Series:
    """One measure: the periods in the order published, and the cells of each area."""

    labels: list[str] = field(default_factory=list)
    cells: dict[str, dict[str, str]] = field(default_factory=dict)


def series(folder: Path) -> Mapping[str, Series]:
    """The measures that the package carries, by LAIT's short code."""
    table = pq.read_table(folder / LAIT.file, columns=["Short Desc", "Years", "Values", "LA Number"])
    wanted = pc.is_in(table["Short Desc"], value_set=_text_array([row["code"] for row in measure_rows(folder)]))
    found: dict[str, Series] = {}
    for row in table.filter(wanted).to_pylist():
        if (row["Short Desc"], _code(row["LA Number"])) in WRONG_THERE:
            continue
        one = found.setdefault(row["Short Desc"], Series())
        if row["Years"] not in one.labels:
            one.labels.append(row["Years"])
        one.cells.setdefault(_code(row["LA Number"]), {})[row["Years"]] = _cell(row["Values"])
    return found


def measure_rows(folder: Path) -> Iterator[dict[str, str]]:
    """Every SEN, absence and exclusion measure, then the others that the catalogue names."""
    told = [described(row) for row in _csv(folder / LAIT_MEASURES.file)]
    yield from (row for row in told if row["topic"] in TOPICS)
    yield from (row for row in told if row["code"] in ALSO)


def described(row: Mapping[str, str]) -> dict[str, str]:
    """One measure as our tables tell it, from a row of LAIT's dictionary."""
    return {
        "code": row["Measure_short"],
        "title": " ".join(row["Measure"].replace("Â½", "½").split()),
        "topic": row["Topic"].strip(),
        "polarity": POLARITIES.get(row["Polarity"], Polarity.NEUTRAL),
        "period_kind": PERIOD_KINDS.get(row["Year_Type"], PeriodKind.YEAR),
        "banded": "no" if row["No_Quartile"] == "N" else "yes",
        "axis": " ".join(row["y_axis_name"].split()),
    }


def area_rows(folder: Path) -> Iterator[dict[str, str]]:
    """Number, name and region as LAIT lists them; Inner and Outer London are its regions."""
    yield from (row for row in _csv(folder / LAIT_AREAS.file) if row["Region"])


def neighbour_rows(folder: Path) -> Iterator[dict[str, str]]:
    version = NEIGHBOURS.code.partition("-")[2]
    for row in _csv(folder / NEIGHBOURS.file):
        yield from neighbours_of(row, version)


def neighbours_of(row: Mapping[str, str], version: str) -> Iterator[dict[str, str]]:
    """One area's neighbours, nearest first, from its row of the official list."""
    for place in range(1, 11):
        closeness = row["SNP" if place == 1 else f"SNP.{place - 1}"]
        if row[f"SN{place}"].strip():
            yield {
                "area": row["LA num"],
                "place": str(place),
                "neighbour": row[f"SN{place}"],
                "closeness": closeness.strip().capitalize(),
                "version": version,
            }


def _cell(text: str | None) -> str:
    """The shortest text of the very same number, or the symbol that stood for none."""
    value, status = read_cell(text)
    if value is None:
        return "" if status is Status.MISSING else (text or "").strip()
    return repr(value).removesuffix(".0")


def _code(number: float) -> str:
    return WIDER.get(str(int(number)), str(int(number)))


def _text_array(values: list[str]) -> pa.Array:
    return pa.array(values, pa.string())


def _csv(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        yield from csv.DictReader(stream)
