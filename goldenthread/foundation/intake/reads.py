"""DOOR. Batches, their problems, and what they are about to do."""

from collections.abc import Sequence
from uuid import UUID

from django.db.models import QuerySet

from goldenthread.foundation.partnership.models import LocalArea

from . import registry
from .models import Batch, BatchProblem, State
from .source import Change, Choice, Counted, Source


def batches(area: LocalArea) -> QuerySet[Batch]:
    """Newest first."""
    return Batch.objects.filter(area=area)


def batch(area: LocalArea, public_id: UUID) -> Batch:
    """Raises Batch.DoesNotExist for another area's batch as for none."""
    return Batch.objects.get(area=area, public_id=public_id)


def problems(batch: Batch) -> QuerySet[BatchProblem]:
    return BatchProblem.objects.filter(batch=batch)


def counts(batch: Batch) -> list[Counted]:
    return [Counted(**each) for each in batch.counts]


def columns(batch: Batch) -> list[tuple[str, str]]:
    """How tables were read: each heading of the file, and what it was taken for."""
    found = batch.facts.get("columns", [])
    pairs = [(theirs, ours.replace("_", " ")) for ours, theirs in found.items()] if isinstance(found, dict) else found
    return [(theirs, ours) for theirs, ours in pairs]


def choices(batch: Batch) -> list[Choice]:
    """What a person may say of the file, each with the answer by which it was understood."""
    return [Choice(**each) for each in batch.choices]


def rows_in_words(batch: Batch) -> str:
    """What became of the rows of a file whose source accounts for every one: “29 rows: 13 actions, …”."""
    rows = batch.facts.get("rows")
    if not rows:
        return ""
    return f"{rows['total']:,} rows: {', '.join(f'{count:,} {words}' for words, count in rows['kinds'])}."


def changes(batch: Batch) -> list[Change]:
    """What would no longer be as it is held, or was not after the commit."""
    return [Change(**each) for each in batch.changes]


def problem_total(batch: Batch) -> int:
    """Every problem of the file, those beyond the number kept included."""
    return sum(batch.problem_totals.values())


def same_file(batch: Batch) -> Batch | None:
    """An earlier batch of the very same bytes that is still committed."""
    return batches(batch.area).filter(sha256=batch.sha256, state=State.COMMITTED).exclude(pk=batch.pk).first()


def sources() -> Sequence[Source]:
    return registry.sources()


def template(code: str) -> tuple[str, ...]:
    """The headings of an empty file that a source would read; none where it offers none, or where there is no such
    source.
    """
    return next((template_of(each) for each in registry.sources() if each.code == code), ())


def template_of(source: Source) -> tuple[str, ...]:
    found: tuple[str, ...] = getattr(source, "template", ())
    return found


def source_title(code: str) -> str:
    return next((each.title for each in registry.sources() if each.code == code), "Not recognised")


def committed_sha256s(area: LocalArea) -> list[str]:
    """Hashes of the files whose facts are in the record, for a snapshot's provenance. Oldest first."""
    return list(batches(area).filter(state=State.COMMITTED).order_by("pk").values_list("sha256", flat=True))


def holds_people(batch: Batch) -> bool:
    """Whether the cells of the file tell of single people; a file not recognised is taken to."""
    kinds = {each.code: getattr(each, "personal", False) for each in registry.sources()}
    return kinds.get(batch.source, True)
