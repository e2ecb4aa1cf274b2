"""The importer, against the official files: the same tables, and DfE's own tool as the oracle of every comparison."""

import zipfile
from collections import defaultdict
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest

from goldenthread.config.cli import main
from goldenthread.measure.benchmarks import reads
from goldenthread.measure.benchmarks.importer import build, lait
from goldenthread.measure.benchmarks.packaged import FOLDER

SHARED = Path(__file__).parents[3].parent / "shared" / "data"
needs_official_files = pytest.mark.skipif(not SHARED.is_dir(), reason="the official files are not in ../shared/data")


def content(name: str, table: bytes) -> dict[str, bytes]:
    """What is in a table whatever the compressor's version made of it."""
    if not name.endswith(".zip"):
        return {name: table}
    with zipfile.ZipFile(BytesIO(table)) as archive:
        return {member: archive.read(member) for member in archive.namelist()}


def test_a_folder_without_the_official_files_is_refused_by_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = main(["benchmarks", "build", "--from", str(tmp_path)])

    assert status == 1
    assert "lacks 21 of the official files: ees/education-health-and-care-plans_2025.zip" in capsys.readouterr().err


@pytest.mark.shared
@needs_official_files
def test_building_again_gives_the_tables_of_the_package() -> None:
    tables = build.build(SHARED)

    assert sorted(tables) == sorted(path.name for path in FOLDER.iterdir())
    for name, table in tables.items():
        assert content(name, table) == content(name, (FOLDER / name).read_bytes()), name


@pytest.mark.slow
@pytest.mark.shared
@needs_official_files
def test_two_builds_make_the_same_bytes(tmp_path: Path) -> None:
    main(["benchmarks", "build", "--from", str(SHARED), "--to", str(tmp_path)])

    assert main(["benchmarks", "build", "--from", str(SHARED), "--to", str(tmp_path), "--check"]) == 0


MEASURES = ["SEN_EHC_Excpt_20wks", "SEN_AppealableDec", "TotPerAbNew", "PriPermEx", "EHCP_Initial_req_refused"]


@pytest.fixture(scope="module")
def official() -> dict[str, dict[tuple[str, str], float]]:
    """LAIT's long table as it stands: measure → (area number, period) → value, missing left out."""
    import pyarrow.parquet as pq

    found: dict[str, dict[tuple[str, str], float]] = defaultdict(dict)
    for row in pq.read_table(SHARED / "lait" / "bds_long_0.parquet").to_pylist():
        if row["Short Desc"] in MEASURES and (row["Values"] or "-") not in {"-", "c", "..", ""}:
            found[row["Short Desc"]][str(int(row["LA Number"])), row["Years"]] = float(row["Values"])
    return found


@pytest.mark.oracle
@pytest.mark.shared
@needs_official_files
@pytest.mark.parametrize("measure", MEASURES)
def test_every_areas_comparison_is_that_of_the_official_table(
    measure: str, official: dict[str, dict[tuple[str, str], float]]
) -> None:
    values, last = official[measure], max(label for _, label in official[measure])
    polarity = {"PriPermEx": "low", "SEN_AppealableDec": "low", "TotPerAbNew": "low", "SEN_EHC_Excpt_20wks": "high"}
    near = defaultdict(list)
    for row in lait.neighbour_rows(SHARED):
        near[row["area"]].append(row["neighbour"])
    everyone = {area: value for (area, label), value in values.items() if label == last and int(area) < 970}
    cuts = np.quantile(list(everyone.values()), [0.25, 0.5, 0.75])

    for area in near:
        compared, value = reads.beside(measure, area), values.get((area, last))
        assert compared is not None
        present = [values[n, last] for n in near[area] if (n, last) in values]
        mean = sum(present) / len(present) if present else None
        assert compared.neighbours_mean == pytest.approx(mean), area
        assert (compared.area.value, compared.area.period.label) == (value, last)
        assert compared.england is not None
        assert compared.england.value == values["970", last]
        if value is None or measure not in polarity:
            assert (compared.rank, compared.quartile) == (None, None)
            continue
        ordered = sorted(everyone.values(), reverse=polarity[measure] == "high")
        below = sum(value > cut + 1e-12 for cut in cuts)
        assert compared.rank == ordered.index(value) + 1, area
        assert compared.quartile == "ABCD"[below if polarity[measure] == "low" else 3 - below], area
