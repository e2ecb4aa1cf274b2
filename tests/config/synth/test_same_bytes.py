import os
import subprocess
import sys
from pathlib import Path

import pytest

from goldenthread.config.synth import demo
from goldenthread.config.synth.profile import marlshire

SEED = 20261031


def bytes_in(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path, small_folder: Path) -> None:
    demo.write(tmp_path, marlshire(160), SEED)

    assert bytes_in(tmp_path) == bytes_in(small_folder)


@pytest.mark.slow
def test_neither_the_hash_seed_nor_the_clock_matters(tmp_path: Path, small_folder: Path) -> None:
    command = [sys.executable, "-m", "goldenthread", "synth", "--size", "160", "--out", str(tmp_path)]

    subprocess.run(
        command, check=True, capture_output=True, env={**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"}
    )

    assert bytes_in(tmp_path) == bytes_in(small_folder)


def test_another_seed_gives_other_people(tmp_path: Path, small_folder: Path) -> None:
    demo.write(tmp_path, marlshire(160), SEED + 1)

    assert bytes_in(tmp_path)["sen2_2026.xml"] != bytes_in(small_folder)["sen2_2026.xml"]


def test_every_file_of_the_story_is_written(small_folder: Path) -> None:
    assert sorted(path.name for path in small_folder.iterdir()) == [
        "complaints.csv",
        "exclusions.csv",
        "inspection_2018.txt",
        "inspection_2024.txt",
        "meetings.xlsx",
        "messy_plan.xlsx",
        "partner_figures.csv",
        "partner_figures_restated.csv",
        "plan.docx",
        "plan.xlsx",
        "plan_2026-09-30.xlsx",
        "pupils_2024-01-18.zip",
        "pupils_2025-01-16.zip",
        "pupils_2026-01-15.zip",
        "revisit_2021.txt",
        "schools.csv",
        "sen2_2024.xml",
        "sen2_2025.xml",
        "sen2_2026.xml",
        "sen2_midyear_2026-10-31.zip",
        "sessions_2023-24.zip",
        "sessions_2024-25.zip",
        "sessions_2025-26.zip",
        "survey.csv",
    ]
