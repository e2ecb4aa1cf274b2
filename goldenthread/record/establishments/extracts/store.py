"""Where the extracts lie: Parquet files without names, each addressed by the hash of its bytes."""

import hashlib
import os
import tempfile
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from django.conf import settings

HOUR = 3600


def packed(table: pa.Table) -> bytes:
    sink = pa.BufferOutputStream()
    pq.write_table(table, sink, compression="zstd")
    found: bytes = sink.getvalue().to_pybytes()
    return found


def address(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def keep(content: bytes) -> str:
    """The file's address. Keeping the same content twice keeps it once."""
    sha256 = address(content)
    path = path_of(sha256)
    if not path.exists():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        beside = path.with_suffix(f".{os.getpid()}")
        beside.write_bytes(content)
        beside.rename(path)
    return sha256


def load(sha256: str, columns: Sequence[str] | None = None) -> Any:
    """Raises FileNotFoundError where the file was lost."""
    path = path_of(sha256)
    if not path.exists():
        raise FileNotFoundError(f"The pupil extract {sha256[:12]} is gone. Restore it from a backup.")
    return pq.read_table(path, columns=list(columns) if columns else None)


def sweep(named: Collection[str], spared_seconds: int = HOUR) -> int:
    """Remove every file that is not among those named; how many went. A young one is spared: its extract may be
    about to be written by somebody else.
    """
    home = _home()
    if not home.is_dir():
        return 0
    with tempfile.TemporaryFile(dir=home) as marker:
        now = os.fstat(marker.fileno()).st_mtime  # the file system's own clock, by which the others were dated
    gone = [
        path
        for path in home.glob("??/*.parquet")
        if path.stem not in named and path.stat().st_mtime <= now - spared_seconds
    ]
    for path in gone:
        path.unlink(missing_ok=True)
    return len(gone)


def path_of(sha256: str) -> Path:
    return _home() / sha256[:2] / f"{sha256}.parquet"


def _home() -> Path:
    return Path(settings.EXTRACTS)
