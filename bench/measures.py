"""How fast the figures are counted, beside the plain-Python twin on the same tables in the same run.

python bench/measures.py 20000        # people; each measurement once, seconds of the processor
"""

import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from goldenthread.measure.indicators import catalogue
from goldenthread.measure.indicators.embedded import embedded
from goldenthread.measure.indicators.engine import measure
from goldenthread.measure.snapshots import parquet
from goldenthread.rules.cases import SchoolFacts, freeze
from tests.factories import facts
from tests.oracles.slow_indicators import twin

AS_AT, SINCE = date(2026, 10, 31), date(2023, 1, 1)
SCHOOLS = {
    "100001": SchoolFacts("mainstream"),
    "100002": SchoolFacts("special"),
    "100003": SchoolFacts("independent_special"),
}


def timed(what: str, work: Callable[[], Any]) -> Any:
    began = time.process_time()
    found = work()
    print(f"{what:40} {time.process_time() - began:7.2f} s")
    return found


def main(people: int) -> None:
    someone = facts.people(people)
    print(f"{people:,} people, {AS_AT.year - SINCE.year + 1} years, {len(catalogue.codes())} definitions")
    frozen = timed("facts to rows", lambda: freeze(someone, AS_AT, str, SCHOOLS, "999"))
    rows = {"cases": frozen.cases, "plans": frozen.plans, "reviews": frozen.reviews, "survey": facts.survey(people)}
    tables = timed("rows to typed tables", lambda: parquet.complete(rows))
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home) / "frozen"
        timed("tables to Parquet", lambda: parquet.write(tables, folder))
        counted = timed(
            "engine: every figure", lambda: list(measure(catalogue.codes(), embedded(folder, AS_AT), SINCE))
        )
    print(f"{'':40} {len(counted):7,} figures")
    plain = {name: table.to_pylist() for name, table in tables.items()}
    computed = [code for code in catalogue.codes() if catalogue.counts_of(code)]
    timed("plain Python: the same", lambda: [twin(code, plain, SINCE, AS_AT) for code in computed])


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
