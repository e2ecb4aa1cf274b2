"""DOOR. Somebody is told that something changed: on their page at once, by e-mail at the pace that they chose."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from goldenthread.foundation.ledger import writes as ledger
from goldenthread.foundation.ledger.reads import Actor
from goldenthread.foundation.partnership.models import LocalArea, Person

from . import reads
from .models import Notice, Pace, Preference
from .posting import post_at_once
from .sending import send_waiting

__all__ = ["choose_pace", "send_digests", "send_waiting", "tell"]
MONDAY = 0


def tell(*, to: Iterable[Person | None], what: str, href: str, by: Actor, on: date, why: str = "") -> list[Notice]:
    """One notice a person, in the caller's transaction. Nobody is told of what they did themselves; a None is nobody.

    `what` is a heading, `why` a sentence or two, `href` an address within the site. Neither may tell of a child: they
    are e-mailed.
    """
    people = {person.pk: person for person in to if person is not None and person.handle != by.handle}
    told = Notice.objects.bulk_create(
        Notice(to=person, what=what[:200], why=why[:500], href=href, on=on) for person in people.values()
    )
    hasty = reads.at_once(people)
    if hasty:
        transaction.on_commit(lambda: post_at_once(sorted(hasty), on))
    return told


@transaction.atomic
def choose_pace(*, person: Person, pace: Pace, on: date) -> Preference:
    """How somebody wants to be told; their own choice."""
    chosen, _ = Preference.objects.update_or_create(person=person, defaults={"pace": pace})
    ledger.record(
        what="pace of notices chosen", by=person, on=on, area=person.area_id, subject=person.handle,
        detail={"pace": pace.value},
    )  # fmt: skip
    return chosen


def send_digests(*, area: LocalArea, on: date) -> tuple[int, int]:
    """To everyone who wants one today; what was to go at once and did not is in it. (E-mails sent, not sent.)

    One mail server's fault for one person does not keep the others from theirs.
    """
    sent = failed = 0
    for person in reads.owed_a_digest(area, weekly=on.weekday() == MONDAY):
        try:
            sent += bool(send_waiting(person=person, on=on))
        except OSError:  # the mail server's own faults are all of this kind; what waits stays waiting
            failed += 1
    return sent, failed
