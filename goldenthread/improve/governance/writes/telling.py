"""One ledger line a change; and whom it concerns is told."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Model
from django.urls import reverse

from goldenthread.foundation.ledger import writes as ledger
from goldenthread.foundation.ledger.reads import JSON, Actor
from goldenthread.foundation.notices import writes as notices
from goldenthread.foundation.partnership.models import Person
from goldenthread.improve.governance.models import Commitment


def tell(what: str, about: Model, *, area: str, by: Actor, on: date, detail: dict[str, JSON] | None = None) -> None:
    """`area` is the code of the local area. Of `about`, its kind and key are kept; no words of it."""
    ledger.record(what=what, by=by, on=on, area=area, subject=f"{about._meta.model_name}:{about.pk}", detail=detail)


def notify(to: Iterable[Person | None], what: str, why: str, about: Commitment, by: Actor, on: date) -> None:
    notices.tell(to=to, what=what, why=why, href=reverse("governance:commitment", args=[about.pk]), by=by, on=on)
