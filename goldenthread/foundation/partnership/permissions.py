"""Who may see and change what, as data. Nothing that is not written here is allowed."""

from datetime import date
from enum import Enum, IntEnum

from django.core.exceptions import PermissionDenied

from .models import Person, Role


class FieldClass(Enum):
    IDENTITY = "identity"
    EDUCATION = "education"
    HEALTH = "health"
    SOCIAL_CARE = "social care"
    SAFEGUARDING = "safeguarding"
    APPEAL = "appeals and legal"
    COST = "cost"
    QUALITY = "quality audit"
    COUNTS = "counts without names"
    PLAN = "improvement plan"


class Access(IntEnum):
    NONE = 0
    FLAG = 1  # that there is something, not what: a safeguarding flag, a summary of an audit
    READ = 2
    WRITE = 3


# Columns as FieldClass above: I E H S P A $ Q N T. w writes, r reads, f is told only that it is there, - nothing.
TABLE = {
    Role.CASEWORKER: "w w r r f w r - r r",
    Role.SERVICE_MANAGER: "w w r r f w w r r w",
    Role.IMPROVEMENT_LEAD: "- - - - - - - f r w",
    Role.ACTION_LEAD: "- - - - - - - - r r",
    Role.VERIFIER: "- - - - - - - - r r",
    Role.BOARD_CHAIR: "- - - - - - - f r r",
    Role.BOARD_MEMBER: "- - - - - - - f r r",
    Role.SCRUTINY_MEMBER: "- - - - - - - f r r",
    Role.ANALYST: "- - - - - - - - w r",
    Role.PARENT_FORUM: "- - - - - - - - r r",
    Role.ADVISER: "- - - - - - - f r r",
    Role.ADMINISTRATOR: "- - - - - - - - - -",
}
LETTERS = {"-": Access.NONE, "f": Access.FLAG, "r": Access.READ, "w": Access.WRITE}
GRANTED = {
    (role, field_class): LETTERS[letter]
    for role, row in TABLE.items()
    for field_class, letter in zip(FieldClass, row.split(), strict=True)
}


class Duty(Enum):
    """What a role does for the plan, beyond reading it. An action's own lead reports on it whatever their role."""

    REPORT = "report on any action"
    VERIFY = "accept evidence and verify"
    SIGN = "sign for a colour that the facts do not support"
    APPROVE = "approve a new date"
    PUBLISH = "freeze a paper"
    MEET = "keep meetings, decisions and commitments"
    JUDGE = "give the members' view of a response"
    VISIT = "record a monitoring visit"


KEEPING = frozenset({Duty.REPORT, Duty.VERIFY, Duty.SIGN, Duty.PUBLISH, Duty.MEET, Duty.VISIT})
DUTIES = {
    Role.IMPROVEMENT_LEAD: KEEPING,
    Role.SERVICE_MANAGER: KEEPING,
    Role.VERIFIER: frozenset({Duty.VERIFY}),
    Role.BOARD_CHAIR: frozenset({Duty.VERIFY, Duty.SIGN, Duty.APPROVE, Duty.MEET}),
    Role.BOARD_MEMBER: frozenset({Duty.VERIFY, Duty.SIGN}),
    Role.SCRUTINY_MEMBER: frozenset({Duty.JUDGE}),
    Role.ADVISER: frozenset({Duty.VISIT}),
}


def roles_of(person: Person, on: date | None = None) -> frozenset[Role]:
    """The roles held on a day; without one, on the day of signing in. Raises ValueError where neither is known."""
    day = on or person.as_at
    if day is None:
        raise ValueError("Say on which day: a role is held from a day and until a day.")
    return frozenset(
        Role(held.role)
        for held in person.roles.all()
        if held.from_on <= day and (held.until_on is None or day <= held.until_on)
    )


def has_role(person: Person | None, *roles: Role, on: date | None = None) -> bool:
    return person is not None and not roles_of(person, on).isdisjoint(roles)


def may(person: Person | None, access: Access, field_class: FieldClass, on: date | None = None) -> bool:
    """Whether any role held on the day allows this access to this class of fields. Nobody may do anything."""
    return person is not None and any(GRANTED[role, field_class] >= access for role in roles_of(person, on))


def has_duty(person: Person | None, duty: Duty, on: date | None = None) -> bool:
    """Whether any role held on the day carries a duty."""
    return person is not None and any(duty in DUTIES.get(role, ()) for role in roles_of(person, on))


def sees_small_numbers(person: Person | None, on: date | None = None) -> bool:
    """Counts below the disclosure limit are for those who work with them; members and the forum see them hidden."""
    return has_role(person, Role.ANALYST, Role.SERVICE_MANAGER, Role.CASEWORKER, Role.IMPROVEMENT_LEAD, on=on)


def may_manage_people(person: Person | None, on: date | None = None) -> bool:
    return has_role(person, Role.ADMINISTRATOR, on=on)


def may_see_people(person: Person | None, on: date | None = None) -> bool:
    """Who is there, and who may be asked; no e-mail address."""
    return has_role(person, Role.ADMINISTRATOR, Role.IMPROVEMENT_LEAD, Role.SERVICE_MANAGER, on=on)


def require(condition: bool) -> None:
    """Answer 403 unless the condition holds."""
    if not condition:
        raise PermissionDenied
