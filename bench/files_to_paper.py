"""From an area's files to its frozen paper: 5,200 plans, 107 actions. The goal is 20 seconds on two quiet cores.

The peer, in the same run, is what nobody can avoid: walking the same return
files with lxml and doing nothing. Run: python bench/files_to_paper.py
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from lxml import etree

GOAL = 20.0
GOLDENTHREAD = [sys.executable, "-m", "goldenthread"]


def walk(files: list[Path]) -> float:
    began = time.perf_counter()
    for path in files:
        for _event, element in etree.iterparse(str(path), tag="Person"):
            element.clear()
    return time.perf_counter() - began


def main() -> None:
    with tempfile.TemporaryDirectory() as home:
        files = Path(home, "files")
        environment = os.environ | {"GOLDENTHREAD_HOME": f"{home}/var", "GOLDENTHREAD_TODAY": "2026-10-31"}
        subprocess.run(
            [*GOLDENTHREAD, "synth", "--out", str(files)], env=environment, check=True, stdout=subprocess.DEVNULL
        )
        subprocess.run([*GOLDENTHREAD, "manage", "migrate", "--verbosity", "0"], env=environment, check=True)
        walked = walk(sorted(files.glob("sen2_*.xml")))
        began = time.perf_counter()
        subprocess.run(
            [*GOLDENTHREAD, "demo", "--files", str(files)], env=environment, check=True, stdout=subprocess.DEVNULL
        )
        taken = time.perf_counter() - began
    print(f"files to paper      {taken:7.2f} s   (goal {GOAL:.0f} s: {'met' if taken <= GOAL else 'missed'})")
    print(f"walking the returns {walked:7.2f} s   (the whole takes {taken / walked:.0f} times as long)")


if __name__ == "__main__":
    main()
