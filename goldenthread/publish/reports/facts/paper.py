"""The paper itself: for whose meeting, from whom, who was asked, who cleared it, and the words that people typed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from goldenthread.foundation.partnership import reads as partnership
from goldenthread.foundation.partnership.models import LocalArea, OrganisationKind
from goldenthread.publish.reports.models import Edition

SYSTEM = "Goldenthread"


@dataclass(frozen=True)
class Asked:
    name: str
    post: str
    issued_on: date
    returned_on: date | None


@dataclass(frozen=True)
class Cleared:
    role: str
    by: str
    on: date


@dataclass(frozen=True)
class Typed:
    """The answer to one question, who typed it and when."""

    code: str
    words: str
    by: str
    on: date


@dataclass(frozen=True)
class Paper:
    """`council` is whose paper it is: the area's own name where no council has been registered."""

    title: str
    council: str
    body: str
    meeting_on: date
    as_at: date
    number: int
    member: str
    officers: str
    author: str
    wards: str
    decision_type: str
    urgent: bool
    to_follow: bool
    asked: tuple[Asked, ...]
    cleared: tuple[Cleared, ...]
    typed: tuple[Typed, ...]


def paper_of(edition: Edition) -> Paper:
    names = _names(edition.area)
    return Paper(
        title=edition.title,
        council=_council(edition.area),
        body=edition.body,
        meeting_on=edition.meeting_on,
        as_at=edition.as_at,
        number=edition.number,
        member=edition.portfolio_member,
        officers=edition.responsible_officers,
        author=edition.author,
        wards=edition.wards,
        decision_type=edition.decision_type,
        urgent=edition.urgent,
        to_follow=edition.to_follow,
        asked=tuple(Asked(one.name, one.post, one.issued_on, one.returned_on) for one in edition.consultees.all()),
        cleared=tuple(Cleared(one.role, names.get(one.by, SYSTEM), one.on) for one in edition.clearances.all()),
        typed=tuple(Typed(one.code, one.words, names.get(one.by, SYSTEM), one.on) for one in edition.written.all()),
    )


def _names(area: LocalArea) -> Mapping[str, str]:
    return {person.handle: person.name for person in partnership.people_in(area)}


def _council(area: LocalArea) -> str:
    council = area.organisations.filter(kind=OrganisationKind.COUNCIL).first()
    return council.name if council else area.name
