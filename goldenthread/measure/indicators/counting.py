"""A snapshot's frozen tables → counts, on the engine that this installation has chosen."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Protocol

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from goldenthread.measure.indicators.counted import Tables
from goldenthread.measure.indicators.engine import Counted
from goldenthread.measure.indicators.engine import measure as run
from goldenthread.measure.snapshots import reads as snapshots
from goldenthread.measure.snapshots.models import Snapshot


class Held(Protocol):
    """What tells a figure from every other, as an observation does."""

    indicator: str
    level: str
    place: str
    every: str
    period_start: date
    period_end: date


def counted(snapshot: Snapshot, since: date, codes: Iterable[str]) -> Iterator[Counted]:
    """Whole years only: a year that `since` cuts into would be counted short, so it is taken back to 1 January."""
    with tables(snapshots.folder(snapshot), snapshot.as_at) as frozen:
        yield from run(codes, frozen, since.replace(month=1, day=1))


def recounted(snapshot: Snapshot, held: Held) -> Counted | None:
    """The figure that a held one says again, from the frozen tables only; None where they give none such. The caller
    sees to it that the definition is still of the version that counted it.
    """
    with tables(snapshots.folder(snapshot), snapshot.as_at) as frozen:
        found = run((held.indicator,), frozen, held.period_start)
        return next((one for one in found if _same(one, held)), None)


def _same(one: Counted, held: Held) -> bool:
    return (one.level, one.place, one.period.every, one.period.start, one.period.end) == (
        held.level, held.place, held.every, held.period_start, held.period_end,
    )  # fmt: skip


@contextmanager
def tables(folder: Path, as_at: date) -> Iterator[Tables]:
    """Frozen files as this installation counts them: settings ANALYTICS_ENGINE and ANALYTICS_URL.

    Raises ImproperlyConfigured for an engine that there is not.
    """
    engine, url = getattr(settings, "ANALYTICS_ENGINE", "duckdb"), getattr(settings, "ANALYTICS_URL", "")
    if engine == "duckdb":
        from goldenthread.measure.indicators.embedded import embedded

        yield embedded(folder, as_at)
    elif engine == "spark":
        from goldenthread.measure.indicators.distributed import LOCAL, session, tables_on_spark

        yield tables_on_spark(folder, as_at, session(url or LOCAL))
    elif engine == "postgres" and url:
        from goldenthread.measure.indicators.in_postgres import tables_in_postgres

        with tables_in_postgres(folder, as_at, url) as copied:
            yield copied
    elif engine == "postgres":
        raise ImproperlyConfigured("ANALYTICS_ENGINE=postgres needs ANALYTICS_URL, the address of a database.")
    else:
        raise ImproperlyConfigured(f"ANALYTICS_ENGINE is {engine!r}. It can be duckdb, spark or postgres.")
