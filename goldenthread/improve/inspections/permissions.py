"""Who may read and judge findings. They belong to the improvement plan, which answers them."""

from goldenthread.foundation.partnership.models import Person
from goldenthread.foundation.partnership.permissions import Access, FieldClass, may


def may_see_inspections(viewer: Person) -> bool:
    return may(viewer, Access.READ, FieldClass.PLAN)
