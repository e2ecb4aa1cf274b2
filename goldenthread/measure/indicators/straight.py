"""SEN2 files → figures, with no row in the database: for a region, the nation, or a question asked once."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from goldenthread.measure.indicators import catalogue
from goldenthread.measure.indicators.embedded import embedded
from goldenthread.measure.indicators.engine import Counted, measure
from goldenthread.measure.indicators.intervals import interval
from goldenthread.measure.snapshots.reads import tables_of


def figures(paths: Sequence[Path], as_at: date, since: date, key: str) -> Iterator[dict[str, Any]]:
    """Unrounded and unsuppressed, one dict a figure. `key` makes the pseudonyms. Raises Sen2Fault or OSError."""
    with TemporaryDirectory() as folder, ExitStack() as stack:
        frozen = tables_of(paths, as_at, key, "", Path(folder) / "frozen", stack)
        for one in measure(catalogue.codes(), embedded(frozen, as_at), since.replace(month=1, day=1)):
            yield _told(one)


def _told(one: Counted) -> dict[str, Any]:
    lower, upper = interval(catalogue.definition(one.indicator).unit, one.numerator, one.denominator)
    if one.detail and "lower" in one.detail:
        lower, upper = one.detail["lower"], one.detail["upper"]
    return {
        "indicator": one.indicator,
        "level": one.level.value,
        "place": one.place,
        "every": one.period.every.value,
        "period_start": one.period.start.isoformat(),
        "period_end": one.period.end.isoformat(),
        "numerator": one.numerator,
        "denominator": one.denominator,
        "value": one.value,
        "lower": lower,
        "upper": upper,
        "definition_version": catalogue.version(one.indicator),
    }
