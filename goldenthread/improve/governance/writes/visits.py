"""What advisers saw when they came, what they said of it, and what was promised to them."""

from datetime import date

from django.db import transaction
from django.urls import reverse

from goldenthread.foundation.ledger.reads import JSON
from goldenthread.foundation.notices import writes as notices
from goldenthread.foundation.partnership import reads as partnership
from goldenthread.foundation.partnership.models import LocalArea, Person, Role
from goldenthread.improve.governance.models import EvidenceSeen, Visit
from goldenthread.improve.governance.permissions import is_adviser
from goldenthread.improve.governance.seen import seen as stamp
from goldenthread.improve.plans.models import Action, ImprovementPlan

from .faults import CannotSave, ChangedSince
from .telling import tell

FIELDS = (
    "attended", "strengths", "concerns", "level", "letter_title", "letter_address", "letter_words",
    "letter_received_on", "next_on",
)  # fmt: skip


@transaction.atomic
def record_visit(
    *,
    area: LocalArea,
    kind: str,
    visited_on: date,
    by: Person,
    on: date,
    plan: ImprovementPlan | None = None,
    **account: object,
) -> Visit:
    """`account` has any of FIELDS. An adviser's is the advisers' own record; anybody else's is the area's. Raises
    CannotSave.
    """
    own = is_adviser(by)
    visit = Visit(area=area, kind=kind, on=visited_on, plan=plan, by_advisers=own)
    if Visit.objects.filter(area=area, kind=kind, on=visited_on, by_advisers=own).exists():
        raise CannotSave("This visit is recorded already. Open it and add what is missing.")
    _fill(visit, account, on)
    visit.save()
    tell("visit recorded", visit, area=area.code, by=by, on=on, detail={"level": visit.level, "by_advisers": own})
    _notify(visit, f"Recorded: {visit}", by, on)
    return visit


@transaction.atomic
def change_visit(*, visit: Visit, by: Person, on: date, seen: str = "", **account: object) -> Visit:
    """What the letter said, once it has come; a correction. Raises CannotSave, and ChangedSince where `seen` is no
    longer how it stands.
    """
    held = Visit.objects.select_for_update().get(pk=visit.pk)
    if seen and seen != stamp(held):
        raise ChangedSince("this visit")
    _fill(visit, account, on)
    visit.save()
    detail: dict[str, JSON] = {"level": visit.level, "before": held.level}
    tell("visit changed", visit, area=visit.area_id, by=by, on=on, detail=detail)
    if visit.letter_received_on and not held.letter_received_on:
        _notify(visit, f"The letter has come: {visit}", by, on)
    return visit


@transaction.atomic
def add_evidence_seen(
    *, visit: Visit, title: str, by: Person, on: date, action: Action | None = None, said: str = ""
) -> EvidenceSeen:
    """Raises CannotSave for another area's action."""
    if action is not None and action.theme.plan.area_id != visit.area_id:
        raise CannotSave("Choose an action of this area’s plan.")
    found = visit.seen.create(title=title, action=action, said=said)
    tell("evidence seen on a visit", found, area=visit.area_id, by=by, on=on)
    return found


def _fill(visit: Visit, account: dict[str, object], on: date) -> None:
    unknown = set(account) - set(FIELDS)
    if unknown:
        raise TypeError(f"A visit has no {', '.join(sorted(unknown))}.")
    for name, value in account.items():
        setattr(visit, name, value)
    if visit.on > on:
        raise CannotSave(
            "A visit is recorded once it has been. Until then, its day stands as the next date of the last."
        )
    if visit.level == Visit.Level.SIGNIFICANT and not visit.concerns.strip():
        raise CannotSave("Say what the significant concerns are.")
    if visit.letter_received_on and not visit.on <= visit.letter_received_on <= on:
        raise CannotSave("The letter comes after the visit, and not after today. Look at its day again.")
    if bool(visit.letter_received_on) != bool(visit.letter_title):
        raise CannotSave("A letter is cited by its title and the day on which it came. Give both, or neither.")
    if visit.next_on and visit.next_on <= visit.on:
        raise CannotSave("The next visit comes after this one. Look at its day again.")


def _notify(visit: Visit, what: str, by: Person, on: date) -> None:
    told = [*partnership.people_with(visit.area, Role.IMPROVEMENT_LEAD, on)]
    told += [*partnership.people_with(visit.area, Role.BOARD_CHAIR, on)]
    level = visit.get_level_display() if visit.level else ""
    notices.tell(to=told, what=what, why=level, href=reverse("governance:visit", args=[visit.pk]), by=by, on=on)
