"""Who may read measures, and who sees small numbers in them."""

from goldenthread.foundation.partnership.models import Person, Role
from goldenthread.foundation.partnership.permissions import Access, FieldClass, has_role, may, sees_small_numbers


def may_see_measures(viewer: Person | None) -> bool:
    """Counts without names."""
    return may(viewer, Access.READ, FieldClass.COUNTS)


def may_see_small_numbers(viewer: Person | None) -> bool:
    """Those who work with the cases; for everybody else small numbers are hidden before they reach a page."""
    return sees_small_numbers(viewer)


def may_rebase(viewer: Person | None) -> bool:
    """Say that a control chart starts anew: those who know what happened, and answer for the figures."""
    return has_role(viewer, Role.ANALYST, Role.IMPROVEMENT_LEAD, Role.SERVICE_MANAGER)
