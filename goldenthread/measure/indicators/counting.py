"""A snapshot's frozen tables → counts, on the embedded engine."""

from collections.abc import Iterable, Iterator
from datetime import date

from goldenthread.measure.indicators.embedded import embedded
from goldenthread.measure.indicators.engine import Counted
from goldenthread.measure.indicators.engine import measure as run
from goldenthread.measure.snapshots import reads as snapshots
from goldenthread.measure.snapshots.models import Snapshot


def counted(snapshot: Snapshot, since: date, codes: Iterable[str]) -> Iterator[Counted]:
    """Whole years only: a year that `since` cuts into would be counted short, so it is taken back to 1 January."""
    return run(codes, embedded(snapshots.folder(snapshot), snapshot.as_at), since.replace(month=1, day=1))
