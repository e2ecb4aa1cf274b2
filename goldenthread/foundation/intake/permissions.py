"""Who may bring files and take them back, and who may see what their cells hold."""

from datetime import date

from goldenthread.foundation.partnership.models import Person, Role
from goldenthread.foundation.partnership.permissions import Access, FieldClass, has_role, may

BRINGERS = (Role.ANALYST, Role.SERVICE_MANAGER, Role.IMPROVEMENT_LEAD)


def may_bring_files(person: Person | None, on: date | None = None) -> bool:
    return has_role(person, *BRINGERS, on=on)


def may_see_cells(person: Person, handle: str, personal: bool, on: date | None = None) -> bool:
    """The values of a file about children are for those who may see names, and for its own bringer, who holds the
    file.
    """
    return not personal or person.handle == handle or may(person, Access.READ, FieldClass.IDENTITY, on)
