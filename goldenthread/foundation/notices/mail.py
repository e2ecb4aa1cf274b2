"""Notices → one e-mail. It says what changed and where to look, and nothing about any child."""

from collections.abc import Sequence

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string

from goldenthread.foundation.partnership.models import Person

from . import reads
from .models import Notice


def send(person: Person, notices: Sequence[Notice]) -> None:
    """Raises OSError where the mail server does."""
    EmailMessage(subject(notices), body(person, notices), to=[reads.address_of(person)]).send()


def subject(notices: Sequence[Notice]) -> str:
    """No name, no wording of an action: subjects are read over shoulders."""
    count = len(notices)
    return f"Goldenthread: {count} change{'' if count == 1 else 's'} for you to see"


def body(person: Person, notices: Sequence[Notice]) -> str:
    page = {"person": person, "notices": notices, "site": settings.SITE_ADDRESS.rstrip("/")}
    return render_to_string("notices/email.txt", page)
