"""Who may read and judge findings. They belong to the improvement plan, which answers them."""

from goldenthread.foundation.partnership.models import Person, Role
from goldenthread.foundation.partnership.permissions import Access, FieldClass, has_role, may


def may_see_inspections(viewer: Person) -> bool:
    return may(viewer, Access.READ, FieldClass.PLAN)


def may_judge_findings(viewer: Person) -> bool:
    """Record a visit, what it judged, and which finding repeats another. An administrator who may not read the plan
    may not judge it either.
    """
    return may_see_inspections(viewer) and has_role(viewer, Role.IMPROVEMENT_LEAD, Role.ADMINISTRATOR)
