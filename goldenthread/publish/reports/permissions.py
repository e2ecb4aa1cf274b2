"""Who may read papers, write them, clear them and freeze them."""

from goldenthread.foundation.partnership.models import Person, Role
from goldenthread.foundation.partnership.permissions import Access, Duty, FieldClass, has_duty, has_role, may

from .models import Edition


def may_read_papers(viewer: Person | None) -> bool:
    """Whoever may read the improvement plan; a paper is made for meetings in public and hides small numbers."""
    return may(viewer, Access.READ, FieldClass.PLAN)


def may_read(viewer: Person | None, edition: Edition) -> bool:
    """Members and the forum see a paper from the day it is circulated; a draft is for those who write it."""
    return may_read_papers(viewer) and (edition.state != Edition.State.DRAFT or may_write_papers(viewer))


def may_write_papers(viewer: Person | None) -> bool:
    """Draft, write words, circulate: those who may change the plan."""
    return may(viewer, Access.WRITE, FieldClass.PLAN)


def may_clear(viewer: Person | None) -> bool:
    """Those who write papers record a clearance given to them; a partner on the board gives its own."""
    return may_write_papers(viewer) or has_role(viewer, Role.BOARD_MEMBER, Role.BOARD_CHAIR)


def may_freeze(viewer: Person | None) -> bool:
    return has_duty(viewer, Duty.PUBLISH)
