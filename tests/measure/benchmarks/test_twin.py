"""The comparison rules again, slow and plain, from the packaged table alone: every LAIT measure, every area."""

import csv
import io
import zipfile
from collections import defaultdict
from urllib.parse import quote

import pytest

from goldenthread.measure.benchmarks import packaged, reads
from goldenthread.measure.benchmarks.packaged import FOLDER

Cells = dict[str, dict[str, float | None]]  # area → period → value
LOWEST_TO_BAND = 30


def rows_of(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def cells_of(code: str) -> tuple[list[str], Cells]:
    with zipfile.ZipFile(FOLDER / "lait.zip") as packed:
        text = packed.read(quote(code, safe="") + ".csv").decode("utf-8")
    found: Cells = {}
    for row in csv.DictReader(io.StringIO(text)):
        area = row.pop("area")
        found[area] = {label: number(cell) for label, cell in row.items()}
    labels = list(next(iter(found.values())))
    return sorted(labels, key=lambda label: (int(label[:4]) if label[:4].isdigit() else 0, label)), found


def number(cell: str) -> float | None:
    try:
        return float(cell)
    except ValueError:
        return None


def type_seven(values: list[float], share: float) -> float:
    ordered = sorted(values)
    h = (len(ordered) - 1) * share
    low = int(h)
    if low == h or ordered[low] == ordered[low + 1]:
        return ordered[low]
    return (1 - (h - low)) * ordered[low] + (h - low) * ordered[low + 1]


def letter(value: float, values: list[float], polarity: str) -> str:
    cuts = [type_seven(values, share) for share in (0.25, 0.5, 0.75)]
    place = 0
    for cut in cuts:
        if value > cut:
            place += 1
    return "ABCD"[place] if polarity == "low" else "DCBA"[place]


NEAR: dict[str, list[str]] = defaultdict(list)
for _row in rows_of("neighbours.csv"):
    NEAR[_row["area"]].append(_row["neighbour"])
AREAS = {row["code"]: row for row in rows_of("areas.csv")}
MEASURES = [row for row in rows_of("lait_measures.csv") if row["topic"] in packaged.COMPARED]


def expected(measure: dict[str, str], area: str, labels: list[str], cells: Cells) -> tuple[object, ...]:
    last, before = labels[-1], labels[-2] if len(labels) > 1 else None
    value = cells[area][last]
    previous = cells[area][before] if before else None
    own = AREAS[area]
    is_ranked = own["kind"] in ("area", "former area") and measure["polarity"] != "neutral" and value is not None
    everyone = [
        each[last]
        for code, each in cells.items()
        if AREAS[code]["kind"] in ("area", "former area") and each[last] is not None
    ]
    rank = None
    if is_ranked:
        rank = sorted(everyone, reverse=measure["polarity"] == "high").index(value) + 1
    banded = is_ranked and measure["banded"] == "yes" and len(everyone) >= LOWEST_TO_BAND
    near = [cells[code][last] for code in NEAR[area] if code in cells and cells[code][last] is not None]
    part = cells.get(own["part"], {}).get(last)
    region = part if part is not None else cells.get("E12000007" if own["part"] else own["region"], {}).get(last)
    return (
        last,
        value,
        None if value is None or previous is None else value - previous,
        rank,
        letter(value, everyone, measure["polarity"]) if banded else None,
        sum(near) / len(near) if near else None,
        region,
        cells["E92000001"][last],
    )


def told(measure: str, area: str) -> tuple[object, ...]:
    found = reads.beside(measure, area)
    assert found is not None
    return (
        found.area.period.label,
        found.area.value,
        found.change,
        found.rank,
        found.quartile,
        found.neighbours_mean,
        found.region.value if found.region else None,
        found.england.value if found.england else None,
    )


@pytest.mark.oracle
@pytest.mark.parametrize("measure", MEASURES, ids=[row["code"] for row in MEASURES])
def test_every_area_compares_as_the_plain_twin_says(measure: dict[str, str]) -> None:
    labels, cells = cells_of(measure["code"])

    compared = {area: told(measure["code"], area) for area in cells}

    assert compared == {
        area: tuple(
            pytest.approx(part, rel=1e-12, abs=1e-12) if isinstance(part, float) else part
            for part in expected(measure, area, labels, cells)
        )
        for area in cells
    }


def test_the_twin_covers_all_of_the_tools_measures() -> None:
    assert len(MEASURES) == 108
