"""A person makes the secret of their own feed, and throws the old one away by making another."""

import secrets
from datetime import date

from django.db import transaction

from goldenthread.foundation.partnership.models import Person
from goldenthread.improve.governance.models import CalendarKey
from goldenthread.improve.governance.reads.calendar import hashed

from .telling import tell


@transaction.atomic
def make_calendar_key(*, person: Person, on: date) -> str:
    """The secret, told this once: only its hash is kept. The one before stops working."""
    key = secrets.token_urlsafe(32)
    kept, _ = CalendarKey.objects.update_or_create(person=person, defaults={"sha256": hashed(key), "made_on": on})
    tell("calendar address made", kept, area=person.area_id, by=person, on=on)
    return key
