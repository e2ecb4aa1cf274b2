"""DOOR. Official files in, and out again: each is kept as one table, and next to it a note of what it is."""

import tempfile
from datetime import date
from pathlib import Path

from django.db import transaction

from goldenthread.foundation.ledger.reads import JSON, Actor
from goldenthread.foundation.ledger.writes import record

from . import shelf
from .loading import opening, reading
from .loading.opening import CannotLoad
from .loading.reading import Told
from .shelf import Loaded

__all__ = ["CannotLoad", "NotLoaded", "Told", "forget", "load"]


class NotLoaded(LookupError):
    """There is no loaded file of that name; the text says how to list them."""


def load(*, path: Path, told: Told, by: Actor, on: date) -> tuple[Loaded, bool]:
    """The file as it was loaded, and whether it is new: one loaded already changes nothing. Raises CannotLoad."""
    if not path.is_file():
        raise CannotLoad(f"There is no file {path}. Check its name and folder.")
    digest = opening.sha256(path)
    if (known := next((one for one in shelf.index() if one.sha256 == digest), None)) is not None:
        return known, False
    where = shelf.folder()
    where.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=where, prefix=".loading-") as folder:
        made, kept = reading.read(path, digest, told, on, Path(folder))
        with transaction.atomic():
            record(what="loaded published figures", by=by, on=on, subject=_subject(made), detail=_detail(made))
            for one in sorted(kept.iterdir(), key=lambda one: one.suffix == ".json"):  # last what makes it known
                one.replace(where / one.name)
    return made, True


def forget(*, name: str, by: Actor, on: date) -> Loaded:
    """Takes a loaded file's figures away again, by its key or its file's name. Raises NotLoaded."""
    found = next((one for one in shelf.index() if name in (one.key, one.name)), None)
    if found is None:
        raise NotLoaded(f"No loaded file is called “{name}”. `goldenthread benchmarks list` names them.")
    with transaction.atomic():
        record(what="forgot published figures", by=by, on=on, subject=_subject(found), detail=_detail(found))
        for path in (found.sidecar, found.table, found.aside, found.listed):
            path.unlink(missing_ok=True)
    return found


def _subject(one: Loaded) -> str:
    return f"benchmarks:{one.key}"


def _detail(one: Loaded) -> dict[str, JSON]:
    return {"sha256": one.sha256, "rows": one.rows, "figures": one.figures, "kept aside": sum(one.kept_aside.values())}
