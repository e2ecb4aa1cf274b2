"""How long a SEN2 return takes from file to record, beside walking the same file with lxml and doing nothing.

python bench/intake.py 5000     # an invented area with so many plans in force; seconds of processor time
"""

import argparse
import contextlib
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from lxml import etree

FILES = ("sen2_2024.xml", "sen2_2025.xml", "sen2_2026.xml")  # each meets what the ones before it brought
ON = date(2026, 10, 31)
PHASES = ("walk", "receive", "understand", "commit", "undo")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("plans", type=int, nargs="?", default=5_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([*GOLDENTHREAD, "synth", "--size", str(options.plans), "--out", folder], check=True, stdout=-3)
        with environment(Path(folder)):
            measure([Path(folder) / name for name in FILES])


GOLDENTHREAD = (sys.executable, "-c", "import sys; from goldenthread.config.cli import main; sys.exit(main())")


@contextlib.contextmanager
def environment(home: Path) -> Any:
    os.environ |= {"GOLDENTHREAD_HOME": str(home / "home"), "DJANGO_SETTINGS_MODULE": "goldenthread.config.settings"}
    from goldenthread.config.cli.verbs.serve import prepare

    prepare()
    yield


def measure(paths: list[Path]) -> None:
    from goldenthread.foundation.intake import writes
    from goldenthread.foundation.intake.source import Upload
    from goldenthread.foundation.ledger.reads import SYSTEM
    from goldenthread.foundation.partnership.models import LocalArea

    area = LocalArea.objects.create(code="999", ons_code="E10000999", name="Marlshire", region="", demonstration=True)
    who = {"by": SYSTEM, "on": ON}
    print(f"{'':<15}{'people':>7}" + "".join(f"{phase:>12}" for phase in PHASES) + f"{'x the walk':>12}")
    for path in paths:
        upload = Upload(path.name, path.stat().st_size, lambda path=path: path.open("rb"))
        walked, _ = timed(lambda path=path: walk(path))
        received, batch = timed(lambda upload=upload: writes.receive(area=area, upload=upload, **who))
        understood, understanding = timed(lambda batch=batch: writes.understand(batch=batch, **who))
        committed, _ = timed(lambda: writes.commit(batch=batch, understanding=understanding, **who))
        undone = 0.0
        if path == paths[-1]:
            undone, _ = timed(lambda: writes.undo(batch=batch, why="The bench is done.", **who))
        spent = (walked, received, understood, committed, undone)
        ratio = (received + understood + committed) / walked
        print(
            f"{path.name:<15}{understanding.facts['people']:>7,}"
            + "".join(f"{seconds:>10.2f} s" for seconds in spent)
            + f"{ratio:>12.1f}"
        )


def walk(path: Path) -> int:
    walked = 0
    for _event, element in etree.iterparse(str(path), tag="Person"):
        walked += 1
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]
    return walked


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    start = time.process_time()
    answer = work()
    return time.process_time() - start, answer


if __name__ == "__main__":
    main()
