"""How fast tables are made safe, and that the largest is: 13 rows by 121 columns, a third of its counts small.

python bench/disclosure.py
"""

import random
import time

from goldenthread.rules.statistics.disclosure import rule
from goldenthread.rules.statistics.hiding import Adds, Counted, hide
from goldenthread.rules.statistics.linked import Linked
from goldenthread.rules.statistics.tables import Totals, by_place, protect, sums

D1 = rule("D1")


def main() -> None:
    dice = random.Random(1)
    for height, width in ((5, 6), (12, 13), (20, 30), (13, 121)):
        table = with_totals([[int(dice.expovariate(1 / 12)) for _ in range(width)] for _ in range(height)])
        began = time.perf_counter()
        safe = protect(table, D1, Totals.BOTH)
        took = time.perf_counter() - began
        hidden = safe.primary | safe.secondary
        left = Linked(by_place(table), sums(table, Totals.BOTH)).exposed(hidden, hidden)
        counts = f"{len(safe.primary)} small, {len(safe.secondary)} more hidden, {len(left)} exposed"
        print(f"table of {height} × {width}: {took * 1000:8.1f} ms  ({counts})")
    figures, adds, small = page(dice)
    began = time.perf_counter()
    hidden = hide(figures, adds, small)
    took = time.perf_counter() - began
    print(f"a page of {len(figures)} linked shares: {took * 1000:.1f} ms  ({len(small)} small, {len(hidden)} hidden)")


def with_totals(rows: list[list[int]]) -> list[list[int]]:
    rows = [[*row, sum(row)] for row in rows]
    return [*rows, [sum(column) for column in zip(*rows, strict=True)]]


def page(
    dice: random.Random,
) -> tuple[list[Counted[tuple[str, str]]], list[Adds[tuple[str, str]]], set[tuple[str, str]]]:
    """Three years of months by 13 needs, adding up to years and to the area."""
    months = [f"{year}-{month}" for year in (2024, 2025, 2026) for month in range(1, 13)]
    needs = [f"need {i}" for i in range(13)]
    base = {(m, n): int(dice.expovariate(1 / 12)) for m in months for n in needs}
    within = {cell: dice.randint(0, count) for cell, count in base.items()}
    figures, adds = [], []
    for when in (*months, "2024", "2025", "2026"):
        for where in (*needs, "area"):
            cells = [c for c in base if (c[0] == when or c[0].startswith(f"{when}-")) and where in (c[1], "area")]
            figures.append(Counted((when, where), sum(within[c] for c in cells), sum(base[c] for c in cells)))
        adds.append(Adds(tuple((when, need) for need in needs), (when, "area")))
    for year in ("2024", "2025", "2026"):
        adds += [
            Adds(tuple((m, where) for m in months if m.startswith(year)), (year, where)) for where in (*needs, "area")
        ]
    small = {one.key for one in figures if one.denominator and (one.denominator < 10 or 0 < one.numerator < 5)}
    return figures, adds, small


if __name__ == "__main__":
    main()
