"""Who may read the plan, report on it, look at evidence and sign for a colour."""

from goldenthread.foundation.partnership.models import Person
from goldenthread.foundation.partnership.permissions import Access, Duty, FieldClass, has_duty, may

from .models import Action


def may_see_plan(viewer: Person) -> bool:
    return may(viewer, Access.READ, FieldClass.PLAN)


def may_write_plan(person: Person) -> bool:
    return may(person, Access.WRITE, FieldClass.PLAN)


def may_report(person: Person, action: Action) -> bool:
    """An action's own lead, whoever shares it, and those who keep the plan."""
    return (
        _of_the_area(person, action)
        and may_see_plan(person)
        and (has_duty(person, Duty.REPORT) or _leads(person, action))
    )


def may_verify(person: Person, action: Action) -> bool:
    """Those whose duty it is, but nobody looks at their own work."""
    return _of_the_area(person, action) and has_duty(person, Duty.VERIFY) and not _leads(person, action)


def may_override(person: Person) -> bool:
    """Those who can answer for a colour in public: they are named wherever it is printed."""
    return has_duty(person, Duty.SIGN)


def may_approve_dates(person: Person) -> bool:
    """A red action's new date is agreed by the chair, not by its lead."""
    return has_duty(person, Duty.APPROVE)


def _leads(person: Person, action: Action) -> bool:
    return action.lead_id == person.pk or any(one.pk == person.pk for one in action.shared_with.all())


def _of_the_area(person: Person, action: Action) -> bool:
    return person.area_id == action.theme.plan.area_id
