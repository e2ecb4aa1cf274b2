"""What is expected by a day is said beforehand, in four steps; then how it turned out is recorded."""

from datetime import date

from django.db import transaction
from django.urls import reverse

from goldenthread.foundation.ledger.reads import JSON, Actor
from goldenthread.foundation.notices import writes as notices
from goldenthread.foundation.partnership import reads as partnership
from goldenthread.foundation.partnership.models import Person, Role
from goldenthread.foundation.ui.words import day
from goldenthread.improve.governance.models import Expectation, Visit
from goldenthread.improve.governance.permissions import is_adviser
from goldenthread.improve.governance.reads.expectations import names_of, thresholds
from goldenthread.improve.governance.seen import seen as stamp
from goldenthread.improve.plans.models import ImprovementPlan
from goldenthread.rules.expectations import NotDefined, Step, defined, require_defined

from .faults import CannotSave, ChangedSince
from .telling import tell


@transaction.atomic
def expect(
    *, plan: ImprovementPlan, title: str, due_on: date, by: Actor, on: date, due_as_written: str = "", **steps: str
) -> Expectation:
    """`steps`: the words of unmet, met, exceeded and significantly_exceeded. Raises CannotSave."""
    if Expectation.objects.filter(plan=plan, title=title).exists():
        raise CannotSave(f"The plan expects “{title}” already. Open that, or give this another title.")
    made = Expectation(plan=plan, title=title, due_on=due_on, due_as_written=due_as_written, **steps)
    _refuse_too_few(made)
    made.save()
    tell("expectation recorded", made, area=plan.area_id, by=by, on=on)
    return made


@transaction.atomic
def change_expectation(
    *,
    expectation: Expectation,
    title: str,
    due_on: date,
    by: Actor,
    on: date,
    due_as_written: str = "",
    seen: str = "",
    **steps: str,
) -> Expectation:
    """Raises CannotSave for its day or its steps once there is a result, or the day has passed: nobody moves the goal
    afterwards. ChangedSince where `seen` is no longer how it stands.
    """
    held = Expectation.objects.select_for_update().get(pk=expectation.pk)
    if seen and seen != stamp(held):
        raise ChangedSince("this outcome")
    if held.result and held.result_on:
        raise CannotSave(
            f"Its result was recorded on {day(held.result_on)}, so what was expected stays as it was. Expect something "
            "new instead."
        )
    moved = due_on != held.due_on or any(getattr(held, name) != words for name, words in steps.items())
    if held.due_on < on and moved:
        raise CannotSave(
            f"It was expected by {day(held.due_on)}, which has passed: its day and its steps stay as they were. Record "
            "how it turned out, and expect something new by a later day."
        )
    if Expectation.objects.filter(plan=held.plan_id, title=title).exclude(pk=held.pk).exists():
        raise CannotSave(f"The plan expects “{title}” already. Give this another title.")
    for name, value in {"title": title, "due_on": due_on, "due_as_written": due_as_written, **steps}.items():
        setattr(expectation, name, value)
    _refuse_too_few(expectation)
    expectation.save()
    detail: dict[str, JSON] = {"due_on": due_on.isoformat(), "before": held.due_on.isoformat()}
    tell("expectation changed", expectation, area=expectation.plan.area_id, by=by, on=on, detail=detail)
    return expectation


@transaction.atomic
def record_result(
    *,
    expectation: Expectation,
    step: Step,
    because: str,
    by: Actor,
    on: date,
    result_on: date | None = None,
    visit: Visit | None = None,
) -> Expectation:
    """Raises CannotSave for a step that nobody defined, without a reason, for a day to come, and in place of what
    advisers found, but for an adviser.
    """
    _refuse_overruling(expectation, by)
    try:
        require_defined(step, thresholds(expectation), names_of(expectation.plan))
    except NotDefined as why:
        raise CannotSave(str(why)) from why
    if not because.strip():
        raise CannotSave("Say what shows it, in a sentence.")
    if result_on and result_on > on:
        raise CannotSave("A result is recorded once it is known. Give a day that is not still to come.")
    if visit is not None and visit.area_id != expectation.plan.area_id:
        raise CannotSave("Choose a visit to this area.")
    before = expectation.result
    expectation.result, expectation.result_on = step.value, result_on or on
    expectation.result_because, expectation.visit = because.strip(), visit
    expectation.save(update_fields=["result", "result_on", "result_because", "visit"])
    detail: dict[str, JSON] = {"result": step.value, "before": before}
    area = expectation.plan.area
    tell("result recorded", expectation, area=area.code, by=by, on=on, detail=detail)
    told = [
        *partnership.people_with(area, Role.IMPROVEMENT_LEAD, on),
        *partnership.people_with(area, Role.BOARD_CHAIR, on),
    ]
    what = f"{names_of(expectation.plan)[step]}: {expectation.title}"
    notices.tell(to=told, what=what, why=because, href=reverse("governance:expectations"), by=by, on=on)
    return expectation


def _refuse_overruling(expectation: Expectation, by: Actor) -> None:
    """What advisers found on a visit of theirs, the area does not turn into something better."""
    held = Expectation.objects.select_for_update(of=("self",)).select_related("visit").get(pk=expectation.pk)
    theirs = held.result and held.visit is not None and held.visit.by_advisers
    if theirs and not (isinstance(by, Person) and is_adviser(by)):
        raise CannotSave(f"Advisers found this: {held.visit}. Only they change it; say what you think at the meeting.")


def _refuse_too_few(made: Expectation) -> None:
    if len(defined(thresholds(made))) < 2:
        raise CannotSave("Say what at least two of the steps would mean: what is unmet, and what is met.")
