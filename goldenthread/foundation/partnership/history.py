"""What happened to somebody's roles and sign-in, from the ledger: nothing else of what they did is told here."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from goldenthread.foundation.ledger import reads as ledger

from . import reads
from .models import Person, Role

TOLD = (
    "registered a person",
    "edited a person",
    "appointed",
    "ended a role",
    "gave a sign-in",
    "opened a sign-in again",
    "made a new link for a password",
    "chose a password",
    "closed a sign-in",
)
LATEST = 50


@dataclass(frozen=True)
class Event:
    on: date
    what: str
    role: str
    why: str
    by: str


def history(person: Person) -> Iterator[Event]:
    """The latest of them, newest first."""
    lines = list(ledger.lines(subject=person.handle).filter(what__in=TOLD)[:LATEST])
    keys = {line.by.removeprefix("person:") for line in lines if line.by.startswith("person:")}
    names = {one.handle: one.name for one in reads.people_in(person.area).filter(pk__in=keys)}
    for line in lines:
        role = line.detail.get("role")
        label = Role(role).label if role in Role.values else ""
        yield Event(line.on, line.what.capitalize(), label, line.why, names.get(line.by, "the system"))
