"""Lines written by several at once stand in one unbroken order."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

CHILD = """
import django; django.setup()
from datetime import date
from goldenthread.foundation.ledger import reads, writes
for n in range(20):
    writes.record(what="counted", by=reads.SYSTEM, on=date(2026, 10, 31), detail={"n": n})
"""


@pytest.mark.slow
def test_two_processes_write_one_chain(tmp_path: Path) -> None:
    environment = os.environ | {
        "GOLDENTHREAD_HOME": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "goldenthread.config.settings",
    }
    subprocess.run([sys.executable, "-m", "django", "migrate", "-v0"], env=environment, check=True)

    with ThreadPoolExecutor(2) as pool:
        ended = list(
            pool.map(lambda _: subprocess.run([sys.executable, "-c", CHILD], env=environment).returncode, "ab")
        )
    told = subprocess.run(
        [sys.executable, "-m", "goldenthread", "ledger", "verify"], env=environment, capture_output=True, text=True
    )

    assert (ended, told.stdout) == ([0, 0], "The ledger is whole: 40 lines, each as it was written.\n")
