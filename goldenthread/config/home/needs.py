"""What needs somebody, by the roles that they hold. An empty list says what would stand there, and how to begin."""

from collections.abc import Iterator

from goldenthread.config.home import cases, figures, meetings, plan, since
from goldenthread.config.home.shapes import Need
from goldenthread.foundation.partnership.models import Role
from goldenthread.foundation.partnership.permissions import Duty, has_duty, has_role
from goldenthread.foundation.partnership.reads import SignedInRequest

CHASE = (Role.IMPROVEMENT_LEAD, Role.SERVICE_MANAGER)
COME_FOR_A_MEETING = (Role.SCRUTINY_MEMBER, Role.BOARD_MEMBER, Role.BOARD_CHAIR, Role.PARENT_FORUM, Role.ADVISER)
LOOK_AT_EVIDENCE = (*CHASE, Role.VERIFIER)
SIGN = (Role.BOARD_CHAIR, Role.BOARD_MEMBER)  # an improvement lead may sign too, but is not waited for
PROMISE = (Role.BOARD_MEMBER, Role.BOARD_CHAIR, Role.ACTION_LEAD, Role.SERVICE_MANAGER)


def needs(request: SignedInRequest) -> Iterator[Need]:
    """A councillor comes for a meeting, so it stands first with its papers; a lead for what they owe."""
    person, on = request.person, request.today
    comes_for_a_meeting = has_role(person, *COME_FOR_A_MEETING, on=on)
    if comes_for_a_meeting:
        yield meetings.next_meeting(request)
        yield figures.papers(request)
    if has_role(person, Role.ACTION_LEAD, on=on):
        yield plan.owed_by_me(request)
    if has_role(person, *COME_FOR_A_MEETING, *CHASE, on=on):
        yield from plan.of_the_plan(request, chases=has_role(person, *CHASE, on=on))
    yield from _duties(request)
    if has_role(person, Role.CASEWORKER, Role.SERVICE_MANAGER, on=on):
        yield from cases.cases(request, person)
    if has_role(person, Role.ANALYST, on=on):
        yield figures.restated(request)
    if not comes_for_a_meeting and has_role(person, *CHASE, Role.ANALYST, on=on):
        yield figures.papers(request)
    if has_role(person, *Role, on=on):
        yield since.since_last_here(request)


def _duties(request: SignedInRequest) -> Iterator[Need]:
    person, on = request.person, request.today
    if has_role(person, *SIGN, on=on):
        yield plan.to_sign(request)
    if has_role(person, *LOOK_AT_EVIDENCE, on=on):
        yield plan.to_verify(request)
    if has_duty(person, Duty.MEET, on):
        yield meetings.decisions_waiting(request)
    if has_role(person, *PROMISE, on=on):
        yield meetings.promised(request)
