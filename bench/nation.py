"""A nation's SEN2 returns → checked tables → every figure, beside walking the same files with lxml, and beside pandas.

python bench/nation.py --plans 64000                     # a tenth of the nation, made in a folder that is thrown away
python bench/nation.py --plans 640000 --folder /tmp/nation    # all of it, made once and kept there

The goal: at most twice the time of the walk, on two cores, in at most 2 GB. Seconds are of the processor and of the
clock; what else the machine is doing disturbs the first less. Memory is the most that all processes of a way held at
once. pandas does a part of the work only: it checks nothing, and counts three of the measures (SUMMED below).
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from lxml import etree

AS_AT, SINCE = date(2026, 1, 15), date(2023, 1, 1)
SEED, CORES = 20261031, 2
COLUMNS = {  # what pandas needs for the three measures
    "PersonBirthDate": "born", "ReceivedDate": "received", "RequestOutcome": "decision", "StartDate": "issued",
    "AssessmentOutcomeDate": "ended", "Week20": "excepted", "CeaseDate": "ceased", "SENtype": "need",
    "SENsetting": "setting",
}  # fmt: skip


def walk(paths: list[Path]) -> dict[str, int]:
    with _pool() as pool:
        return {"persons": sum(pool.map(_walk, map(str, paths)))}


def _walk(path: str) -> int:
    walked = 0
    for _event, element in etree.iterparse(path, tag="Person"):
        walked += 1
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]
    return walked


def ours(paths: list[Path]) -> dict[str, Any]:
    """Files to tables, then tables to figures; each with its own seconds of the processor."""
    from goldenthread.measure.indicators import catalogue
    from goldenthread.measure.indicators.embedded import embedded
    from goldenthread.measure.indicators.engine import measure
    from goldenthread.measure.snapshots import from_files, parquet

    began = _used()
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home) / "frozen"
        files: list[from_files.Told] = []
        with parquet.appending(folder) as append:
            for area in from_files.read(paths, from_files.Job(AS_AT, "bench"), CORES):
                append(area.tables)
                files += area.files
        read = _used()
        figures = sum(1 for _one in measure(catalogue.codes(), embedded(folder, AS_AT), SINCE))
        return {
            "persons": sum(each.kept + each.aside for each in files),
            "problems": sum(each.errors + each.queries for each in files),
            "figures": figures,
            "read and checked": round(read - began, 1),
            "counted": round(_used() - read, 1),
        }


def _used() -> float:
    """Seconds of the processor, with those of the processes that have ended."""
    return sum(os.times()[:4])


def with_pandas(paths: list[Path]) -> dict[str, int]:
    import pandas as pd

    with _pool() as pool:
        requests = pd.concat(pool.map(_frame, map(str, paths)), ignore_index=True)
    for day in ("born", "received", "issued", "ended", "ceased"):
        requests[day] = pd.to_datetime(requests[day], errors="coerce")
    requests["age"] = AS_AT.year - 1 - requests["born"].dt.year - (requests["born"].dt.month > 8)
    requests["band"] = pd.cut(requests["age"], [-1, 4, 10, 15, 19, 99])
    issued = requests[requests["issued"].notna()]
    new = issued[issued["ended"].notna() & (issued["excepted"] != "1")]
    figures = 0
    for rows, month in ((requests, "received"), (new, "issued"), (issued[issued["ceased"].isna()], None)):
        for place in ((), ("need",), ("band",), ("setting",)):
            keys = ["area", *place, *([rows[month].dt.to_period("M")] if month else [])]
            met = (rows["issued"] - rows["received"]).dt.days <= 140
            figures += len(rows.assign(met=met).groupby(keys, observed=True)["met"].agg(["size", "sum"]))
    return {"persons": int(requests["person"].nunique()), "figures": figures}


def _frame(path: str) -> Any:
    """One row a request, as much of it as the three measures need."""
    import pandas as pd

    rows, area, person = [], "", 0
    for _event, element in etree.iterparse(path, tag=("LEA", "Person")):
        if element.tag == "LEA":
            area = element.text
            continue
        person += 1
        born = element.findtext("PersonBirthDate")
        for request in element.iter("Requests"):
            row = {"area": area, "person": f"{area}/{person}", "born": born}
            for each in request.iter():
                if each.tag in COLUMNS:
                    row.setdefault(COLUMNS[each.tag], each.text)
            rows.append(row)
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]
    return pd.DataFrame(rows, columns=["area", "person", *COLUMNS.values()])


def _pool() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(CORES, mp_context=get_context("spawn"))


WAYS: dict[str, Callable[[list[Path]], dict[str, Any]]] = {"walk": walk, "ours": ours, "pandas": with_pandas}


def make(folder: Path, plans: int) -> list[Path]:
    """The nation's files: made once, for so many plans, and found again."""
    from goldenthread.config.synth import nation

    made = folder / f"made_for_{plans}_plans"
    if not made.exists():
        for _area, path in nation.write(folder, SEED, plans):
            print(f"\rmaking {path.name}", end="", file=sys.stderr)
        print(file=sys.stderr)
        made.touch()
    return sorted(folder.glob("sen2_2026_*.xml"))


def measured(way: str, folder: Path) -> dict[str, Any]:
    """One way in a process of its own: its seconds, with its children's, and the most memory they held together."""
    began, before = time.perf_counter(), os.times()
    process = subprocess.Popen(
        [sys.executable, __file__, "--way", way, "--folder", str(folder)], stdout=subprocess.PIPE
    )
    peak: list[int] = [0]
    watcher = threading.Thread(target=_watch, args=(process, peak))
    watcher.start()
    said, _ = process.communicate()
    watcher.join()
    if process.returncode:
        raise SystemExit(f"{way} failed.")
    after = os.times()
    used = after.children_user + after.children_system - before.children_user - before.children_system
    return {**json.loads(said), "seconds": used, "clock": time.perf_counter() - began, "peak": peak[0] / 2**20}


def _watch(process: "subprocess.Popen[bytes]", peak: list[int]) -> None:
    page = os.sysconf("SC_PAGE_SIZE")
    while process.poll() is None:
        peak[0] = max(peak[0], sum(_pages(each) for each in _family(process.pid)) * page)
        time.sleep(0.2)


def _family(parent: int) -> list[int]:
    try:
        children = Path(f"/proc/{parent}/task/{parent}/children").read_text(encoding="ascii").split()
    except OSError:
        children = []
    return [parent, *(each for child in children for each in _family(int(child)))]


def _pages(process: int) -> int:
    """Its own pages: those shared with others are left out."""
    try:
        _size, resident, shared, *_rest = Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()
    except OSError:
        return 0
    return int(resident) - int(shared)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--plans", type=int, default=64_000, help="in force in the nation (default: a tenth of it)")
    parser.add_argument("--folder", type=Path, help="keep the files here and find them again")
    parser.add_argument("--rounds", type=int, default=1, help="the quickest round of each way counts")
    parser.add_argument("--way", choices=WAYS, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.way:
        print(json.dumps(WAYS[options.way](sorted(options.folder.glob("sen2_2026_*.xml")))))
        return
    with tempfile.TemporaryDirectory() as home:
        folder = options.folder or Path(home)
        paths = make(folder, options.plans)
        rounds = [{way: measured(way, folder) for way in WAYS} for _round in range(options.rounds)]
    report(paths, rounds)


def report(paths: list[Path], rounds: list[dict[str, dict[str, Any]]]) -> None:
    best = {way: min((each[way] for each in rounds), key=lambda found: float(found["seconds"])) for way in WAYS}
    print(f"{len(paths)} areas, {best['walk']['persons']:,} persons, on {CORES} processes")
    for way, found in best.items():
        ratio, clock = (found[name] / best["walk"][name] for name in ("seconds", "clock"))
        print(
            f"{way:<7}{found['seconds']:7.1f} s of the processor ({ratio:4.2f} x the walk)"
            f"{found['clock']:7.1f} s by the clock ({clock:4.2f} x){found['peak']:7.0f} MB at the peak"
        )
    told = {name: value for name, value in best["ours"].items() if name not in ("seconds", "clock", "peak")}
    for part in ("read and checked", "counted"):
        told[part] = f"in {told[part]} s ({told[part] / best['walk']['seconds']:.2f} x)"
    print("ours:", ", ".join(f"{name} {value}" for name, value in told.items()))


if __name__ == "__main__":
    main()
