"""What the ledger says, and whether it still says what it said."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeAlias

from django.db.models import QuerySet

from .models import BEFORE_THE_FIRST, Entry, Head

JSON: TypeAlias = "str | int | float | bool | Sequence[JSON] | Mapping[str, JSON] | None"
LOOKED = "looked at a record"
SIGNED_IN = "signed in"


class Actor(Protocol):
    @property
    def handle(self) -> str: ...


@dataclass(frozen=True)
class System:
    handle: str = "system"


SYSTEM = System()


@dataclass(frozen=True)
class Verdict:
    """`broken_at` is the position of the first line that does not hold; None where the whole chain does."""

    lines: int
    broken_at: int | None
    sentence: str

    @property
    def whole(self) -> bool:
        return self.broken_at is None


def lines(*, area: str = "", subject: str = "", by: str = "", what: str = "") -> QuerySet[Entry]:
    """Lines newest first, narrowed by whatever is given."""
    asked = {"area": area, "subject": subject, "by": by, "what": what}
    return Entry.objects.filter(**{name: value for name, value in asked.items() if value}).order_by("-position")


def looks_at(subject: str) -> QuerySet[Entry]:
    """Who has seen a record, newest first."""
    return lines(subject=subject, what=LOOKED)


def last_here(handle: str, before: date) -> date | None:
    """The last day before a day on which somebody signed in."""
    return lines(by=handle, what=SIGNED_IN).filter(on__lt=before).values_list("on", flat=True).first()


def verify() -> Verdict:
    """Walk the whole chain and name the first line that was changed, removed or put in."""
    previous, position = BEFORE_THE_FIRST, 0
    for entry in Entry.objects.order_by("position").iterator(chunk_size=2000):
        position += 1
        if entry.position != position:
            return Verdict(
                position - 1, position, f"Line {position} is missing: line {entry.position} follows {position - 1}."
            )
        if entry.previous != previous or entry.digest != entry.computed_digest():
            return Verdict(
                position - 1, position, f"Line {position} is not as it was written ({entry.on}, {entry.what})."
            )
        previous = entry.digest
    head = Head.objects.filter(pk=1).first() or Head()
    if (head.position, head.digest) != (position, previous):
        return Verdict(
            position, position + 1, f"Line {position + 1} is missing: the chain ends before its recorded end."
        )
    return Verdict(position, None, f"The ledger is whole: {position} lines, each as it was written.")
