"""How fast a 36-point control chart is judged; beside it, where it is installed, PyPI's abspc on the same series.

python bench/spc.py
"""

import importlib.util
import random
import timeit
from collections.abc import Callable

from goldenthread.rules.statistics.spc import xmr

SERIES, POINTS, TIMES = 50, 36, 20
BAR_MS = 1.0  # asked of us; 0.1 is hoped for


def main() -> None:
    dice = random.Random(36)
    series = [[dice.gauss(50, 5) for _ in range(POINTS)] for _ in range(SERIES)]
    ours = best(lambda: [xmr(values) for values in series])
    print(f"goldenthread  {ours:.3f} ms a series of {POINTS} points (asked: {BAR_MS} ms)")
    if importlib.util.find_spec("abspc") is None:
        print("abspc         not installed; `pip install abspc` to compare")
        return
    theirs = best(lambda: [peer(values) for values in series], times=1)
    print(f"abspc         {theirs:.3f} ms; {theirs / ours:.0f} times ours")


def best(work: Callable[[], object], times: int = TIMES) -> float:
    """Milliseconds a series, in the best of five rounds."""
    return min(timeit.repeat(work, number=times, repeat=5)) / times / SERIES * 1000


def peer(values: list[float]) -> object:
    import pandas as pd
    from abspc import calculate_control_limits, detect_special_causes

    return detect_special_causes(calculate_control_limits(pd.DataFrame({"value": values}), "XmR"))


if __name__ == "__main__":
    main()
