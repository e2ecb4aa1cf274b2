"""Each sign-in is a line of the ledger: for whoever asks who was here, and for “since you were last here”."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib.auth.models import AbstractBaseUser

from goldenthread.foundation.ledger.reads import SIGNED_IN
from goldenthread.foundation.ledger.writes import record
from goldenthread.foundation.partnership import reads as partnership


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth is untyped
    def login(self, request: Any, user: AbstractBaseUser) -> None:
        super().login(request, user)
        person = partnership.person_for(user, request.today)
        if person is not None:
            record(what=SIGNED_IN, by=person, on=request.today, area=person.area_id, subject=person.handle)
