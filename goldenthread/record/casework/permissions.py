"""Who may see children's cases, and who their names."""

from datetime import date

from goldenthread.foundation.partnership.models import Person, Role
from goldenthread.foundation.partnership.permissions import Access, FieldClass, has_role, may


def may_see_identity(person: Person | None, on: date | None = None) -> bool:
    """Names, birth dates and addresses."""
    return may(person, Access.READ, FieldClass.IDENTITY, on)


def may_see_waiting_list(person: Person | None, on: date | None = None) -> bool:
    """The improvement lead sees how long each case waits, by its reference alone."""
    return may_see_identity(person, on) or has_role(person, Role.IMPROVEMENT_LEAD, on=on)


def may_see_child(person: Person | None, area_code: str, on: date | None = None) -> bool:
    """One child's case file, of the viewer's own area only."""
    return person is not None and person.area_id == area_code and may_see_identity(person, on)


def may_change_case(person: Person | None, on: date | None = None) -> bool:
    return may(person, Access.WRITE, FieldClass.EDUCATION, on)
