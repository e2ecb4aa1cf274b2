"""Reads how many people aged 0 to 25 live in each area."""

import csv
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from goldenthread.measure.benchmarks.sources import RESIDENTS


def aged_0_to_25(folder: Path) -> Mapping[str, str]:
    """By DfE number. A number given to two areas is one that was not parted when they were: it is neither's."""
    with (folder / RESIDENTS.file).open(encoding="utf-8-sig", newline="") as stream:
        listed = {row["la_code"]: row["ons_population_0-25"].strip() for row in csv.DictReader(stream)}
    times = Counter(listed.values())
    return {code: people for code, people in listed.items() if people.isdigit() and times[people] == 1}
