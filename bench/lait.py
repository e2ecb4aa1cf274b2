"""How fast LAIT's long table is loaded; beside it pandas, which reads the same file and makes the same comparisons.

python bench/lait.py ../shared/data/lait/bds_long_0.parquet ../shared/data/lait/lait_data_dictionary.csv
"""

import csv
import importlib.util
import os
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

BAR_SECONDS = 5.0  # asked of us
AREA = "885"
LONGEST = 1_000_000  # characters of a cell of the dictionary


def main(table: Path, dictionary: Path) -> None:
    with tempfile.TemporaryDirectory() as home:
        os.environ["GOLDENTHREAD_HOME"] = home
        started, worked = time.perf_counter(), time.process_time()
        figures = ours(table, dictionary, Path(home))
        spent, work = time.perf_counter() - started, time.process_time() - worked
        took = f"{spent:.2f} s ({work:.2f} s of processor; asked: {BAR_SECONDS} s)"
        print(f"goldenthread  loads {figures:,} figures: {took}")
        timed("goldenthread  compares one area on every measure loaded, once", compare_all)
        timed("goldenthread  compares one area on every measure loaded, again", compare_all)
    if importlib.util.find_spec("pandas") is None:
        print("pandas        not installed; `pip install pandas` to compare")
        return
    import pandas as pd

    frame = timed("pandas        reads the file and its numbers", lambda: read(pd, table))
    told = polarities(dictionary)
    timed("pandas        compares every area on every measure (rank and quartile)", lambda: ranked(frame, told))


def ours(table: Path, dictionary: Path, home: Path) -> int:
    from goldenthread.measure.benchmarks.loading import lait, opening, reading

    shelf = home / "benchmarks"
    shelf.mkdir()
    with tempfile.TemporaryDirectory(dir=home) as folder:
        told = reading.Told(dictionary=lait.dictionary(dictionary))
        made, kept = reading.read(table, opening.sha256(table), told, date(2026, 11, 22), Path(folder))
        for one in kept.iterdir():
            one.replace(shelf / one.name)
    return made.figures


def compare_all() -> object:
    from goldenthread.measure.benchmarks import reads

    codes = [code for one in reads.loaded() for code in one.measures]
    return [reads.beside(code, AREA) for code in codes]


def read(pd, table: Path):
    frame = pd.read_parquet(table)
    frame["value"] = pd.to_numeric(frame["Values"].str.replace(",", ""), errors="coerce")
    frame["year"] = frame["Years"].str[:4]
    return frame


def ranked(frame, told: dict[str, str]) -> object:
    areas = frame[frame["LA Number"] < 970]
    last = areas[areas["year"] == areas.groupby("Short Desc")["year"].transform("max")].copy()
    is_high = last["Short Desc"].map(told) == "High"
    last["rank"] = last.groupby("Short Desc")["value"].rank(method="min")
    last.loc[is_high, "rank"] = last[is_high].groupby("Short Desc")["value"].rank(method="min", ascending=False)
    cuts = last.groupby("Short Desc")["value"].quantile([0.25, 0.5, 0.75]).unstack()
    return last.join(cuts, on="Short Desc")


def polarities(dictionary: Path) -> dict[str, str]:
    csv.field_size_limit(LONGEST)
    with dictionary.open(encoding="utf-8-sig", newline="", errors="replace") as stream:
        return {row["Measure_short"]: row["Polarity"] for row in csv.DictReader(stream)}


def timed(what, work):
    started = time.perf_counter()
    done = work()
    print(f"{what}: {time.perf_counter() - started:.2f} s")
    return done


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
