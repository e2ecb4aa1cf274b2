"""`goldenthread benchmarks`, as it is typed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

HEADING = "time_period,time_identifier,geographic_level,old_la_code,la_name,pupils\n"


def typed(home: Path, *words: str) -> tuple[int, str, str]:
    code = "import sys; from goldenthread.config.cli import main; sys.exit(main(sys.argv[1:]))"
    done = subprocess.run(
        [sys.executable, "-c", code, *words],
        capture_output=True,
        text=True,
        env=os.environ | {"GOLDENTHREAD_HOME": str(home)},
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


def test_an_empty_shelf_says_what_to_do(tmp_path: Path) -> None:
    assert typed(tmp_path, "benchmarks", "list") == (
        0,
        "Nothing is loaded beside the package’s own figures. `goldenthread benchmarks load FILE` takes files in.\n",
        "",
    )


@pytest.mark.slow
def test_load_list_and_forget(tmp_path: Path) -> None:
    good, bad = tmp_path / "pupils.csv", tmp_path / "words.csv"
    good.write_text(f"{HEADING}2025,Calendar year,Local authority,885,Worcestershire,20\n", encoding="utf-8")
    bad.write_text("a,b\n1,2\n", encoding="utf-8")

    load = typed(tmp_path, "benchmarks", "load", str(good), str(bad))
    again = typed(tmp_path, "benchmarks", "load", str(good))
    listed = typed(tmp_path, "benchmarks", "list")
    compared = typed(tmp_path, "compare", "--area", "885", "--measure", "pupils.pupils")
    forgotten = typed(tmp_path, "benchmarks", "forget", "pupils.csv")

    assert load[:2] == (1, "pupils.csv: data file, 1 rows, 1 figures of 1 measures.\n")
    assert load[2].startswith("Not loaded. words.csv is not a table that we know")
    assert "nothing changed" in again[1]
    assert "1 figures of 1 measures. Department for Education, pupils, up to 2025." in listed[1]
    assert '"measure": "pupils.pupils", "period": "2025", "latest": 20.0' in compared[1]
    assert forgotten == (0, "pupils.csv: 1 figures forgotten.\n", "")
