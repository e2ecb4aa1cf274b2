"""`goldenthread compare`: how an area stands beside its neighbours, its region and England, a JSON line a measure."""

import argparse
import json
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from goldenthread.measure.benchmarks.reads import Comparison, Figure

summary = "compare an area with its neighbours, region and England on published figures, as JSON lines"
NOISE = 10  # decimal places: what arithmetic adds lies behind them, nothing published does


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--area", required=True, metavar="CODE", help="the three digits of the area, such as 885")
    parser.add_argument(
        "--measure", metavar="CODE", help="one measure, by LAIT’s short code or one of ours (default: all of LAIT’s)"
    )


class CannotCompare(LookupError):
    """The area and the measure are known, but there is no one figure to compare; the text says why."""


def run(options: argparse.Namespace) -> int:
    from goldenthread.measure.benchmarks import reads

    try:
        found = _asked(options.area, options.measure)
    except (reads.UnknownArea, reads.UnknownMeasure, CannotCompare) as why:
        print(why, file=sys.stderr)
        return 1
    for comparison in found:
        print(json.dumps(_line(comparison), ensure_ascii=False))
    return 0


def _asked(area: str, measure: str | None) -> "tuple[Comparison, ...]":
    from goldenthread.measure.benchmarks import reads

    if measure is None:
        return reads.beside_all(area)
    if by := reads.measure(measure).by:
        raise CannotCompare(f"“{measure}” is published by {by}. Give a measure that has one figure a period.")
    found = reads.beside(measure, area)
    if found is None:
        raise CannotCompare(f"“{measure}” was last published without {reads.area(area).name}. Missing is not zero.")
    return (found,)


def _line(comparison: "Comparison") -> dict[str, object]:
    figure = comparison.area
    return {
        "measure": figure.measure.lait or figure.measure.code,
        "period": figure.period.label,
        "latest": _value(figure),
        "change": _plain(comparison.change),
        "rank": comparison.rank,
        "quartile": comparison.quartile,
        "neighbours_mean": _plain(comparison.neighbours_mean),
        "region": _value(comparison.region),
        "england": _value(comparison.england),
    }


def _value(figure: "Figure | None") -> float | None:
    return _plain(figure.value) if figure else None


def _plain(value: float | None) -> float | None:
    return None if value is None else round(value, NOISE)
