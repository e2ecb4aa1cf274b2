"""DOOR. Which snapshots there are, and their tables."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.measure.snapshots.folder import folder_of
from goldenthread.measure.snapshots.models import Snapshot

if TYPE_CHECKING:
    from goldenthread.measure.snapshots.from_files import AreaRead


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


def tables_of(
    paths: Iterable[Path], as_at: date, key: str, into: Path, *, workers: int = 1, problems: bool = False
) -> "Iterator[AreaRead]":
    """SEN2 files checked and frozen into a folder of one's own, past the database; each area is told as it is done.

    The area is the header's. `key` makes the pseudonyms. Without a register of schools, a placement is of the kind that
    the return itself says. A file that cannot be read is told with the others; the folder is there once the last is.
    """
    from goldenthread.measure.snapshots import from_files, parquet

    with parquet.appending(into) as append:
        for one in from_files.read(paths, from_files.Job(as_at, key, problems), workers):
            append(one.tables)
            yield one
