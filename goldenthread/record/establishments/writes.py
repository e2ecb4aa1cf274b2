"""DOOR. Pupil extracts are kept. What is brought twice is kept once; what no extract names is thrown away."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from goldenthread.foundation.intake.models import Batch
from goldenthread.foundation.intake.source import Journal
from goldenthread.record.establishments import reads
from goldenthread.record.establishments.models import PupilExtract

if TYPE_CHECKING:
    from goldenthread.record.establishments.extracts.made import Made


@transaction.atomic
def keep_extracts(*, made: Sequence["Made"], batch: Batch, journal: Journal, on: date) -> None:
    """One extract for each kind and day. Intake writes the ledger's line of the batch, which is the change."""
    from goldenthread.record.establishments.extracts import store

    for one in made:
        same, _ = reads.extract_held(batch.area, one)
        if same:
            continue
        extract = PupilExtract.objects.create(
            area=batch.area, batch=batch, kind=one.kind, day=one.day, schools=one.schools, rows=one.table.num_rows,
            sha256=store.keep(store.packed(one.table)), received_on=on,
        )  # fmt: skip
        journal.added(extract)
    transaction.on_commit(throw_away)


def throw_away() -> int:
    """Files that no extract names, as an undone batch leaves them, once they are an hour old; how many went."""
    from goldenthread.record.establishments.extracts import store

    return store.sweep(set(PupilExtract.objects.values_list("sha256", flat=True)))
