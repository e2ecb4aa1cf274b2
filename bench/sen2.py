"""How fast a SEN2 return is read and checked, beside walking the same file with lxml and doing nothing.

python bench/sen2.py 200        # a file of 200 MB; each measurement in a process of its own

Seconds are of the processor, so that what else the machine is doing counts as little as may be.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from lxml import etree

from goldenthread.rules.sen2.checker import check
from goldenthread.rules.sen2.reader import read_xml
from goldenthread.rules.sen2.writer import write_xml

HEADER = {
    "collection": "SEN2", "year": "2026", "referencedate": "2026-01-15", "sourcelevel": "L", "lea": "999",
    "softwarecode": "bench", "release": "1", "serialno": "1", "datetime": "2026-01-20T09:00:00",
}  # fmt: skip
BYTES_EACH = 1_930  # of the written file
AN_AREA, SCHOOLS = 5_000, 160  # one area after another, 153 of them in a nation, each with schools of its own
_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"


def person(number: int) -> dict[str, object]:
    """A person with a plan in force; every tenth also has an earlier request, every fiftieth a fault."""
    digits = f"{850000000000 + number:012}"
    letter = _LETTERS[sum(int(digit) * weight for digit, weight in zip(digits, range(2, 14), strict=True)) % 23]
    received = f"2025-{number % 6 + 1:02}-{number % 28 + 1:02}"
    urn = str(100000 + (number // AN_AREA * SCHOOLS + number % SCHOOLS) % 24_000)
    place = {"urn": urn, "placementrank": "1", "senunitindicator": "0", "resourcedprovisionindicator": "0"}
    plan = {"startdate": f"2025-{number % 6 + 6:02}-{number % 28 + 1:02}", "pb": "0", "oa": "0", "plandetail": [place]}
    assessment = {
        "assessmentoutcome": "Y", "assessmentoutcomedate": plan["startdate"], "assessmentmediation": "0",
        "assessmenttribunal": "0", "othermediation": "0", "othertribunal": "0", "week20": "0", "namedplan": plan,
    }  # fmt: skip
    active = {
        "reviewmeeting": "2025-12-01", "reviewoutcome": "M", "lastreview": "2025-12-19",
        "placementdetail": [{**place, "entrydate": f"202{number % 5}-09-0{number % 9 + 1}"}],
        "senneed": [{"sentype": "ASD", "sentyperank": "1"}, {"sentype": "SLCN", "sentyperank": "2"}],
    }  # fmt: skip
    request = {
        "receiveddate": received, "requestsource": str(number % 5 + 1), "rya": "0", "requestoutcome": "Y",
        "requestmediation": "0",
        "requestoutcomedate": f"{2025 - (number % 50 == 0)}-{number % 6 + 2:02}-{number % 28 + 1:02}",
        "requesttribunal": "0",
    }  # fmt: skip
    earlier = {"receiveddate": "2023-05-04", "requestsource": "1", "rya": "0", "requestoutcome": "H"}
    return {
        "surname": f"Surname{number}", "forename": f"Forename{number % 977}", "sex": "MF"[number % 2],
        "personbirthdate": f"20{number % 12 + 8:02}-{number % 12 + 1:02}-{number % 28 + 1:02}", "ethnicity": "WBRI",
        "postcode": f"ZZ{number % 90 + 1} {number % 9}AB", "upn": letter + digits,
        "requests": [{**request, "assessment": assessment, "activeplans": active}, *([earlier] * (number % 10 == 0))],
    }  # fmt: skip


def persons(megabytes: int) -> Iterator[dict[str, object]]:
    yield from map(person, range(megabytes * 1_000_000 // BYTES_EACH))


def walk(path: Path) -> int:
    walked = 0
    for _event, element in etree.iterparse(str(path), tag="Person"):
        walked += 1
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]
    return walked


def read(path: Path) -> int:
    with path.open("rb") as stream:
        return sum(1 for _person in read_xml(stream).persons)


def read_and_check(path: Path) -> int:
    with path.open("rb") as stream:
        return sum(1 for _problem in check(read_xml(stream)))


WAYS: dict[str, Callable[[Path], int]] = {"walk": walk, "read": read, "read+check": read_and_check}


def measure(way: str, path: Path) -> dict[str, float]:
    start = time.process_time()
    count = WAYS[way](path)
    seconds = time.process_time() - start
    return {"seconds": seconds, "count": count, "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("megabytes", type=int, nargs="?", default=100)
    parser.add_argument("--rounds", type=int, default=3, help="the quickest round of each counts")
    parser.add_argument("--way", choices=WAYS, help=argparse.SUPPRESS)
    parser.add_argument("--file", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.way:
        print(json.dumps(measure(options.way, options.file)))
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sen2.xml"
        with path.open("wb") as stream:
            write_xml(stream, HEADER, persons(options.megabytes))
        report(path, options.rounds)


def report(path: Path, rounds: int) -> None:
    size = path.stat().st_size / 1e6
    best: dict[str, dict[str, float]] = {}
    for _round in range(rounds):
        for way in WAYS:
            done = subprocess.run(
                [sys.executable, __file__, "--way", way, "--file", str(path)], capture_output=True, check=True
            )
            best[way] = min(best.get(way), json.loads(done.stdout), key=_seconds)
    print(f"{size:,.0f} MB, {best['walk']['count']:,} persons, {best['read+check']['count']:,} problems")
    for way, result in best.items():
        ratio = result["seconds"] / best["walk"]["seconds"]
        speed = size / result["seconds"]
        print(f"{way:<11}{speed:7.1f} MB/s {ratio:6.2f} x the walk {result['peak']:7.0f} MB at the peak")


def _seconds(result: dict[str, float] | None) -> float:
    return float("inf") if result is None else result["seconds"]


if __name__ == "__main__":
    main()
