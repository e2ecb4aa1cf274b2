"""From an area's files to its frozen paper: 5,200 plans, 107 actions. The goal is 20 seconds on two quiet cores.

The demonstration brings more than an area's year would: four returns, four snapshots, three forms of the paper. Each
phase is printed, as the command itself times it. The peer, in the same run, is what nobody can avoid: walking the same
return files with lxml and doing nothing. Run: python bench/files_to_paper.py
"""

import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from lxml import etree

GOAL = 20.0
GOLDENTHREAD = [sys.executable, "-m", "goldenthread"]
PHASES = (  # each ends with the last line that looks so
    ("starting, sign-ins", r"people who can sign in"),
    ("files in", r"^\S+: |findings of the latest"),
    ("frozen and counted", r"^Frozen as at"),
    ("paper written, frozen", r"^Report to"),
    ("Word, PDF and HTML", r"/papers/"),
)


def walk(files: list[Path]) -> float:
    began = time.perf_counter()
    for path in files:
        for _event, element in etree.iterparse(str(path), tag="Person"):
            element.clear()
    return time.perf_counter() - began


def demo(home: str, files: Path) -> list[tuple[float, str]]:
    """Each line that the demonstration says, with the second at which it says it."""
    environment = os.environ | {"GOLDENTHREAD_HOME": f"{home}/var", "GOLDENTHREAD_TODAY": "2026-10-31"}
    command = [*GOLDENTHREAD, "demo", "--files", str(files)]
    said = subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout
    timed = (re.match(r"\s*([\d.]+) s\s+(.*)", line) for line in said.splitlines())
    return [(float(found[1]), found[2]) for found in timed if found]


def main() -> None:
    with tempfile.TemporaryDirectory() as home:
        files = Path(home, "files")
        subprocess.run([*GOLDENTHREAD, "synth", "--out", str(files)], check=True, stdout=subprocess.DEVNULL)
        walked = walk(sorted(files.glob("sen2_*.xml")))
        said = demo(home, files)
    before = 0.0
    ends = []
    for name, looks in PHASES:
        end = max(second for second, line in said if re.search(looks, line))
        print(f"{name:22} {end - before:6.1f} s")
        before = end
        ends.append(end)
    taken = ends[3] - ends[0]
    print(f"files to frozen paper  {taken:6.1f} s   (goal {GOAL:.0f} s: {'met' if taken <= GOAL else 'missed'})")
    print(f"walking the returns    {walked:6.2f} s   (the whole takes {taken / walked:.0f} times as long)")


if __name__ == "__main__":
    main()
