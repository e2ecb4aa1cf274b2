"""DOOR. A file comes in: received, understood, committed all-or-nothing, and undone as a whole."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import date
from itertools import chain

from django.db import transaction

from goldenthread.foundation.ledger import writes as ledger
from goldenthread.foundation.ledger.reads import Actor, lines
from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.rules.problems import Problem

from . import bulk, registry, storage
from .hostile import refuse_if_hostile
from .journal import BatchJournal, take_back
from .models import CHANGES_KEPT, ROWS_KEPT, Batch, BatchProblem, State
from .source import Choosing, Dated, Refused, Source, Understanding, Upload


def receive(*, area: LocalArea, upload: Upload, by: Actor, on: date, source: str = "") -> Batch:
    """Take a file in and keep it. A hostile file is refused unread: the batch then carries the sentence and no file
    is kept.
    """
    try:
        refuse_if_hostile(upload)
        refusal = ""
    except Refused as why:
        refusal = str(why)
    digest = storage.sha256(upload)
    if not refusal:
        storage.keep(upload, digest)
    return _receive(area=area, upload=upload, digest=digest, refusal=refusal, source=source, by=by, on=on)


@transaction.atomic
def _receive(*, area: LocalArea, upload: Upload, digest: str, refusal: str, source: str, by: Actor, on: date) -> Batch:
    batch = Batch.objects.create(
        area=area,
        source=source,
        file_name=upload.name[-200:],
        sha256=digest,
        size=upload.size,
        state=State.REFUSED if refusal else State.RECEIVED,
        refusal=refusal,
        received_by=by.handle,
        received_on=on,
    )
    _tell(batch, "file refused" if refusal else "file received", by, on, {"bytes": upload.size})
    return batch


@bulk.collector_resting()
def understand(
    *, batch: Batch, by: Actor, on: date, source: str = "", chosen: Mapping[str, str] | None = None
) -> Understanding | None:
    """Parse, check and preview; nothing but the batch itself is written. None when refused: the batch says why.

    `source` is the code that a person picked, where the file was not recognised; `chosen` what they say of it, kept
    with the batch until they say otherwise.
    """
    if batch.state in (State.COMMITTED, State.UNDONE):
        raise Refused("This batch has been committed already. Bring the file again to see what it would change now.")
    if not storage.is_kept(batch):
        return None  # refused unread
    upload = storage.kept(batch)
    position = _ledger_position()
    try:
        kind = registry.source(source or batch.source) if source or batch.source else registry.recognised(upload)
        if kind is None:
            raise Refused("We could not tell what this file is. Choose its kind from the list and try again.")
        if chosen is not None or kind.code != batch.source:
            batch.chosen = dict(chosen or {})
        understanding = _read(kind, upload, batch, on)
        preview = kind.preview(understanding, batch.area)
    except Refused as why:
        _refuse(batch=batch, why=str(why), by=by, on=on)
        return None
    batch.source = kind.code
    batch.counts = [asdict(each) for each in preview.counts]
    batch.changes = [asdict(each) for each in preview.changes[:CHANGES_KEPT]]
    batch.choices = [asdict(each) for each in understanding.choices]
    _understood(
        batch=batch, understanding=understanding, problems=(*understanding.problems, *preview.problems), by=by, on=on
    )
    return replace(understanding, as_of=position + 1)  # our own line is the one since


def _read(source: Source, upload: Upload, batch: Batch, on: date) -> Understanding:
    if batch.chosen and isinstance(source, Choosing):
        return source.understand_as(upload, batch.area, batch.chosen)
    if isinstance(source, Dated):
        return source.understand_on(upload, batch.area, on)
    return source.understand(upload, batch.area)


@transaction.atomic
def _refuse(*, batch: Batch, why: str, by: Actor, on: date) -> None:
    batch.state, batch.refusal = State.REFUSED, why
    batch.save(update_fields=["state", "refusal"])
    _tell(batch, "file refused", by, on, {})


@transaction.atomic
def _understood(
    *, batch: Batch, understanding: Understanding, problems: tuple[Problem, ...], by: Actor, on: date
) -> None:
    batch.state, batch.refusal = State.UNDERSTOOD, ""
    batch.facts = {
        "kind": understanding.kind,
        "year": understanding.year,
        "ready": understanding.ready,
        "to_check": understanding.to_check,
        "refused": understanding.refused,
        **understanding.facts,
    }
    batch.problem_totals = dict(Counter(problem.severity for problem in problems))
    batch.save()
    batch.problems.all().delete()
    kept = enumerate(problems[:ROWS_KEPT], start=1)
    bulk.insert(BatchProblem, [{**_cut(each), "batch_id": batch.pk, "position": position} for position, each in kept])
    _tell(batch, "file understood", by, on, dict(batch.problem_totals))


def _cut(problem: Problem) -> dict[str, object]:
    """A sheet or heading may have any name, and a cell any length."""
    room = {"table": 80, "column": 120, "value": 200}
    return {name: str(value)[: room[name]] if name in room else value for name, value in asdict(problem).items()}


@bulk.collector_resting()
def commit(*, batch: Batch, by: Actor, on: date, understanding: Understanding | None = None) -> dict[str, list[int]]:
    """Write the whole file or nothing. Gives rows added and changed by kind of record.

    The file is read again unless `understanding`, the answer of `understand` on this same batch, is handed in.
    """
    source = registry.source(batch.source)
    understanding = understanding or _read(source, storage.kept(batch), batch, on)
    with transaction.atomic():
        held = Batch.objects.select_for_update().get(pk=batch.pk)
        if held.state != State.UNDERSTOOD:
            raise Refused(f"This batch cannot be committed: it is {held.get_state_display().lower()}.")
        if understanding.as_of != _ledger_position():  # somebody may have changed what it was compared with
            source.preview(understanding, batch.area)
        journal = BatchJournal(held)
        source.commit(understanding, held, journal, by, on)
        journal.close()
        held.state, held.committed_by, held.committed_on = State.COMMITTED, by.handle, on
        held.facts = {**held.facts, "written": journal.written}
        held.save(update_fields=["state", "committed_by", "committed_on", "facts"])
        _tell(held, "file committed", by, on, {"rows": sum(chain.from_iterable(journal.written.values()))})
    batch.refresh_from_db()
    return journal.written


@transaction.atomic
def undo(*, batch: Batch, by: Actor, on: date, why: str) -> dict[str, int]:
    """Delete what the batch added and put back what it changed. Raises Refused when any of it was touched since."""
    held = Batch.objects.select_for_update().get(pk=batch.pk)
    if held.state != State.COMMITTED:
        raise Refused("Only a committed batch can be undone, and this one is not committed.")
    counts = take_back(held)
    held.state, held.undone_by, held.undone_on = State.UNDONE, by.handle, on
    held.save(update_fields=["state", "undone_by", "undone_on"])
    _tell(held, "batch undone", by, on, dict(counts), why=why)
    batch.refresh_from_db()
    return counts


def _ledger_position() -> int:
    """Every change leaves a line: where no line was added, nothing has changed."""
    return lines().values_list("position", flat=True).first() or 0


def _tell(batch: Batch, what: str, by: Actor, on: date, detail: dict[str, int], why: str = "") -> None:
    ledger.record(
        what=what, by=by, on=on, area=batch.area.code, subject=f"batch:{batch.public_id}", why=why,
        detail={"source": batch.source, "sha256": batch.sha256, **detail},
    )  # fmt: skip
