"""The one way to add a line."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

from django.conf import settings
from django.db import transaction
from django.utils.module_loading import import_string

from .models import Entry, Head
from .reads import JSON, LOOKED, Actor


def _moment() -> datetime:
    moment: datetime = import_string(settings.CLOCK)()
    return moment.astimezone(UTC)


@transaction.atomic
def record(
    *,
    what: str,
    by: Actor,
    on: date,
    area: str = "",
    subject: str = "",
    why: str = "",
    detail: Mapping[str, JSON] | None = None,
) -> Entry:
    """Add one line, in the caller's transaction. `detail` holds codes, dates and counts: nothing personal."""
    Head.objects.get_or_create(pk=1)
    head = Head.objects.select_for_update().get(pk=1)
    entry = Entry(
        position=head.position + 1,
        at=_moment(),
        on=on,
        what=what,
        by=by.handle,
        area=area,
        subject=subject,
        why=why,
        detail=dict(detail or {}),
        previous=head.digest,
    )
    entry.digest = entry.computed_digest()
    entry.save(force_insert=True)
    head.position, head.digest = entry.position, entry.digest
    head.save(update_fields=["position", "digest"])
    return entry


def record_look(*, by: Actor, on: date, area: str, subject: str, why: str = "", page: str = "") -> Entry:
    """Record that somebody saw a child's record, and the reason chosen where their role needs one."""
    return record(
        what=LOOKED, by=by, on=on, area=area, subject=subject, why=why, detail={"page": page} if page else None
    )
