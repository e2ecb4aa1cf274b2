"""Who may read about meetings, keep them, answer recommendations, and record what advisers saw."""

from goldenthread.foundation.partnership.models import Person, Role
from goldenthread.foundation.partnership.permissions import Access, Duty, FieldClass, has_duty, has_role, may

from .models import Commitment, Visit


def may_see_meetings(viewer: Person) -> bool:
    """Whoever may read the improvement plan."""
    return may(viewer, Access.READ, FieldClass.PLAN)


def may_keep_meetings(person: Person) -> bool:
    """Bodies, agendas, minutes, decisions, commitments, claims, recommendations and the responses to them."""
    return may_see_meetings(person) and has_duty(person, Duty.MEET)


def may_give_view(person: Person) -> bool:
    """Say, for the members who recommended it, whether a response satisfies them."""
    return may_see_meetings(person) and has_duty(person, Duty.JUDGE)


def may_record_visit(person: Person) -> bool:
    """What an adviser saw on a visit: the adviser's own record, or the improvement lead's of it."""
    return may_see_meetings(person) and has_duty(person, Duty.VISIT)


def may_chair(person: Person) -> bool:
    return may_see_meetings(person) and has_duty(person, Duty.APPROVE)


def may_offer_proof(person: Person, commitment: Commitment) -> bool:
    """Its owner, and those who keep meetings."""
    return may_see_meetings(person) and (commitment.owner_id == person.pk or has_duty(person, Duty.MEET))


def may_look_at_proof(person: Person, commitment: Commitment) -> bool:
    """Those whose duty it is, but never the owner."""
    return may_see_meetings(person) and has_duty(person, Duty.VERIFY) and commitment.owner_id != person.pk


def is_adviser(person: Person) -> bool:
    return has_role(person, Role.ADVISER)


def may_change_visit(person: Person, visit: Visit) -> bool:
    """Advisers change what advisers recorded, and the area what the area did: neither writes in the other's record."""
    return may_record_visit(person) and visit.by_advisers == is_adviser(person)


def may_record_result(person: Person) -> bool:
    """Of what was expected by a day: those who keep the meetings, and the advisers who judge it."""
    return may_keep_meetings(person) or may_record_visit(person)


def may_check_claims(person: Person) -> bool:
    """Those who keep the register, and those who keep the figures."""
    return may_keep_meetings(person) or (may_see_meetings(person) and may(person, Access.WRITE, FieldClass.COUNTS))


def may_look_at_response_proof(person: Person) -> bool:
    """Those who look at evidence. That nobody looks at their own is for `writes` to say, in a sentence."""
    return may_see_meetings(person) and has_duty(person, Duty.VERIFY)
