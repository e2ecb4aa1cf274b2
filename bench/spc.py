"""How fast 36-point control charts are judged, one by one and 100,000 at once; beside it PyPI's abspc on such series.

python bench/spc.py [series]
"""

import importlib.util
import random
import sys
import time
import timeit
from collections.abc import Callable

import numpy as np

from goldenthread.rules.statistics.judgement import Better
from goldenthread.rules.statistics.spc import xmr
from goldenthread.rules.statistics.spc_bulk import xmr_bulk

POINTS, ALONE, TIMES = 36, 50, 20
BAR_MS = 0.1  # a series, asked of the bulk


def main() -> None:
    many = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    table = np.random.default_rng(36).normal(50, 5, (many, POINTS))
    table[np.random.default_rng(1).random(table.shape) < 0.02] = np.nan
    began = time.perf_counter()
    xmr_bulk(table, better=Better.HIGHER, targets=60.0)
    bulk = (time.perf_counter() - began) * 1000 / many
    print(f"goldenthread, {many:,} at once  {bulk:.4f} ms a series of {POINTS} points (asked: {BAR_MS} ms)")
    dice = random.Random(36)
    series = [[dice.gauss(50, 5) for _ in range(POINTS)] for _ in range(ALONE)]
    ours = best(lambda: [xmr(values, better=Better.HIGHER, target=60.0) for values in series])
    print(f"goldenthread, one by one       {ours:.4f} ms")
    if importlib.util.find_spec("abspc") is None:
        print("abspc                          not installed; `pip install abspc` to compare")
        return
    theirs = best(lambda: [peer(values) for values in series], times=1)
    print(
        f"abspc, one by one              {theirs:.4f} ms; {theirs / ours:.0f} times ours, {theirs / bulk:,.0f} the bulk"
    )


def best(work: Callable[[], object], times: int = TIMES) -> float:
    """Milliseconds a series, in the best of five rounds."""
    return min(timeit.repeat(work, number=times, repeat=5)) / times / ALONE * 1000


def peer(values: list[float]) -> object:
    import pandas as pd
    from abspc import calculate_control_limits, detect_special_causes

    return detect_special_causes(calculate_control_limits(pd.DataFrame({"value": values}), "XmR"))


if __name__ == "__main__":
    main()
