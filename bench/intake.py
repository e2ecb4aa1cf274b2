"""How long a SEN2 return takes from file to record, beside walking the same file with lxml and doing nothing.

python bench/intake.py 5000     # an invented area with so many plans in force; seconds of processor time
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from lxml import etree

FILES = ("sen2_2024.xml", "sen2_2025.xml", "sen2_2026.xml")  # each meets what the ones before it brought
ON = date(2026, 10, 31)
PHASES = ("walk", "read+check", "receive", "understand", "commit")
GOLDENTHREAD = (sys.executable, "-c", "import sys; from goldenthread.config.cli import main; sys.exit(main())")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("plans", type=int, nargs="?", default=5_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        synth = ("synth", "--size", str(options.plans), "--out", folder)
        subprocess.run([*GOLDENTHREAD, *synth], check=True, stdout=subprocess.DEVNULL)
        os.environ["GOLDENTHREAD_HOME"] = str(Path(folder) / "home")
        os.environ["DJANGO_SETTINGS_MODULE"] = "goldenthread.config.settings"
        from goldenthread.config.cli.verbs.serve import prepare

        prepare()
        measure([Path(folder) / name for name in FILES])


def measure(paths: list[Path]) -> None:
    """The lines add up: what `understand` takes is reading and checking, and then comparing with what is held."""
    from goldenthread.foundation.intake import writes
    from goldenthread.foundation.intake.source import Upload
    from goldenthread.foundation.ledger.reads import SYSTEM
    from goldenthread.foundation.partnership.models import LocalArea

    area = LocalArea.objects.create(code="999", ons_code="E10000999", name="Marlshire", region="", demonstration=True)
    who = {"by": SYSTEM, "on": ON}
    print(f"{'':<15}{'people':>7}" + "".join(f"{phase:>14}" for phase in PHASES) + f"{'x the walk':>14}")
    for path in paths:
        upload = Upload(path.name, path.stat().st_size, partial(path.open, "rb"))
        walked, _ = timed(walk, path)
        checked, _ = timed(read_and_check, path)
        received, batch = timed(writes.receive, area=area, upload=upload, **who)
        understood, understanding = timed(writes.understand, batch=batch, **who)
        committed, _ = timed(writes.commit, batch=batch, understanding=understanding, **who)
        spent = (walked, checked, received, understood, committed)
        times = (received + understood + committed) / walked
        people = understanding.facts["people"]
        print(f"{path.name:<15}{people:>7,}" + "".join(f"{each:>12.2f} s" for each in spent) + f"{times:>14.1f}")
    undone, _ = timed(writes.undo, batch=batch, why="The bench is done.", **who)
    print(f"Undone again in {undone:.2f} s.")


def read_and_check(path: Path) -> int:
    from goldenthread.rules.sen2.checker import check
    from goldenthread.rules.sen2.reader import read_xml

    with path.open("rb") as stream:
        return sum(1 for _problem in check(read_xml(stream)))


def walk(path: Path) -> int:
    walked = 0
    for _event, element in etree.iterparse(str(path), tag="Person"):
        walked += 1
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]
    return walked


def timed(work: Callable[..., Any], *things: Any, **named: Any) -> tuple[float, Any]:
    start = time.process_time()
    answer = work(*things, **named)
    return time.process_time() - start, answer


if __name__ == "__main__":
    main()
