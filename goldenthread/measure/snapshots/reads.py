"""DOOR. Which snapshots there are, and their tables."""

from collections.abc import Sequence
from contextlib import ExitStack
from datetime import date
from pathlib import Path

from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.measure.snapshots.folder import folder_of
from goldenthread.measure.snapshots.models import Snapshot


def latest(area: LocalArea, until: date) -> Snapshot | None:
    """The newest snapshot as at `until` or before."""
    return Snapshot.objects.filter(area=area, as_at__lte=until).order_by("-as_at", "-pk").first()


def folder(snapshot: Snapshot) -> Path:
    """Where its frozen tables lie, one Parquet file each. Raises FileNotFoundError where they were lost."""
    found = folder_of(snapshot)
    if not found.is_dir():
        raise FileNotFoundError(
            f"The frozen tables of snapshot {snapshot.short_hash} are gone. Restore them from a backup."
        )
    return found


def tables_of(paths: Sequence[Path], as_at: date, key: str, area: str, into: Path, stack: ExitStack) -> Path:
    """SEN2 files frozen into a folder of one's own, past the database. `key` makes the pseudonyms.

    Without a register of schools, a placement is of the kind that the return itself says. Raises Sen2Fault or OSError.
    """
    from goldenthread.measure.snapshots import from_files, from_returns, parquet
    from goldenthread.measure.snapshots.pseudonym import pseudonyms

    rows = from_returns.rows(from_files.records(paths, stack), as_at, pseudonyms(key), {}, area)
    parquet.write(parquet.complete(rows), into)
    return into
