"""E-mail about a person's own sign-in, at once: they are waiting for it. It never holds a password."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string

from . import links
from .models import Person


def send_link(person: Person) -> bool:
    """Whether it was sent; not, where the mail server fails."""
    return _send(person, "Goldenthread: choose your password", "partnership/link.txt", path=links.path_for(person))


def tell_password_chosen(person: Person) -> bool:
    """So that nobody else chooses it unnoticed. Without an e-mail address nothing is sent."""
    return _send(person, "Goldenthread: your password was chosen", "partnership/chosen.txt")


def _send(person: Person, subject: str, template: str, **more: object) -> bool:
    if person.user is None or not person.user.email:
        return False
    page = {"person": person, "site": settings.SITE_ADDRESS.rstrip("/"), "days": links.days(), **more}
    try:
        EmailMessage(subject, render_to_string(template, page), to=[person.user.email]).send()
    except OSError:  # the mail server's own faults are all of this kind
        return False
    return True
