"""What waits for one person goes in one e-mail, and is marked as sent."""

from datetime import date

from django.db import transaction

from goldenthread.foundation.partnership.models import Person

from . import reads
from .mail import send
from .models import Notice


@transaction.atomic
def send_waiting(*, person: Person, on: date) -> int:
    """One e-mail with everything not yet sent; answers how many notices it held. Without an address: none."""
    waiting = list(reads.waiting(person).select_for_update())
    if not waiting or not reads.address_of(person):
        return 0
    Notice.objects.filter(pk__in=[one.pk for one in waiting]).update(sent_on=on)
    send(person, waiting)  # last, so that a fault of the mail server takes the mark back
    return len(waiting)
