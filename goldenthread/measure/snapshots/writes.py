"""DOOR. Freezing."""

import hashlib
from collections.abc import Iterable
from datetime import date

from django.conf import settings
from django.db import transaction

from goldenthread.foundation.intake.bulk import collector_resting
from goldenthread.foundation.ledger import writes as ledger
from goldenthread.foundation.ledger.reads import Actor
from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.measure.snapshots.folder import folder_of
from goldenthread.measure.snapshots.models import Snapshot


@collector_resting()
@transaction.atomic
def freeze_records(*, area: LocalArea, as_at: date, by: Actor, on: date, sources: Iterable[str] = ()) -> Snapshot:
    """The area's records as known on `as_at`. Freezing the same facts again gives the snapshot there already is."""
    from goldenthread.measure.snapshots import from_records, parquet
    from goldenthread.rules.pseudonym import pseudonyms

    tables = parquet.complete(from_records.rows(area, as_at, pseudonyms(settings.PSEUDONYM_KEY)))
    described = {
        name: {"rows": table.num_rows, "sha256": parquet.content_hash(table)} for name, table in tables.items()
    }
    digest = hashlib.sha256("".join(described[name]["sha256"] for name in sorted(described)).encode()).hexdigest()
    snapshot, made = Snapshot.objects.get_or_create(
        area=area,
        as_at=as_at,
        content_hash=digest,
        defaults={"tables": described, "sources": sorted(sources), "made_on": on, "made_by": by.handle},
    )
    parquet.write(tables, folder_of(snapshot))
    if made:
        ledger.record(
            what="snapshots.frozen",
            by=by,
            on=on,
            area=area.code,
            subject=f"snapshot:{snapshot.pk}",
            detail={"as_at": as_at.isoformat(), "content_hash": digest},
        )
    return snapshot
