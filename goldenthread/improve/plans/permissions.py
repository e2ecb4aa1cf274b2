"""Who may read the plan, report on it, look at evidence and sign for a colour."""

from goldenthread.foundation.partnership.models import Person, Role
from goldenthread.foundation.partnership.permissions import Access, FieldClass, has_role, may

from .models import Action


def may_see_plan(viewer: Person) -> bool:
    return may(viewer, Access.READ, FieldClass.PLAN)


def may_write_plan(person: Person) -> bool:
    return may(person, Access.WRITE, FieldClass.PLAN)


def may_report(person: Person, action: Action) -> bool:
    """An action's own lead, and those who keep the plan."""
    return _of_the_area(person, action) and may_see_plan(person) and (may_write_plan(person) or _leads(person, action))


def may_verify(person: Person, action: Action) -> bool:
    """Those who keep the plan and the board's members, but nobody looks at their own work."""
    looks = may_write_plan(person) or has_role(person, Role.BOARD_MEMBER)
    return _of_the_area(person, action) and looks and not _leads(person, action)


def may_override(person: Person) -> bool:
    """Those who can answer for a colour in public: they are named wherever it is printed."""
    return may_write_plan(person) or has_role(person, Role.BOARD_MEMBER)


def _leads(person: Person, action: Action) -> bool:
    return action.lead_id == person.pk


def _of_the_area(person: Person, action: Action) -> bool:
    return person.area_id == action.theme.plan.area_id
