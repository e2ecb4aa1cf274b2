"""What the people of Marlshire do on the pages once their files are in. Each is done once, however often asked."""

from collections.abc import Iterator
from datetime import date

from goldenthread.config import daily
from goldenthread.foundation.partnership.models import LocalArea, Person
from goldenthread.foundation.ui.words import day
from goldenthread.improve.plans import reads as plans
from goldenthread.improve.plans import writes
from goldenthread.improve.plans.models import Action, Challenge, ImprovementPlan

OWNER = "SEND Improvement Board"
STARTS, SUBMITTED, ACCEPTED = date(2025, 1, 13), date(2024, 12, 16), date(2025, 1, 28)
ASKED_FOR = "2.1"  # led by the one who signs in as `inclusion`
WHY = (
    "Visits to 32 schools are booked until 4 December, and the 200th is among them: the milestone of 9 October was "
    "missed by eight weeks, and the end in March is not in doubt."
)
UNTIL = date(2026, 12, 18)


def keep_plan(area: LocalArea, by: Person, on: date) -> str:
    """What a plan's workbook does not say: which body owns it, and when it was submitted and accepted."""
    plan = _plan(area)
    days = {"starts_on": STARTS, "submitted_on": SUBMITTED, "accepted_on": ACCEPTED}
    writes.edit_plan(plan=plan, by=by, on=on, seen=None, owner=OWNER, **days)
    return f"{plan.title}: owned by the {OWNER}."


def ask_for_signature(area: LocalArea, by: Person, on: date) -> str:
    """An action's lead explains a colour; the board's chair has not signed yet."""
    action = Action.objects.get(theme__plan__area=area, ref=ASKED_FOR)
    if not action.challenges.filter(explanations__isnull=False).exists():
        writes.ask_for_signature(about=action, why=WHY, until=UNTIL, by=by, on=on)
    return f"{by.name} asks for a signature for action {ASKED_FOR}, which waits for the chair."


def take_stock(area: LocalArea, on: date) -> Iterator[str]:
    """The clock's own work of the day; then since when each challenge stands open, which is when stock was taken."""
    yield f"Stock taken on {day(on)}: {daily.do(area, on).sentence}"
    found = Challenge.objects.filter(answered_on=None).order_by("raised_on").values_list("raised_on", flat=True)
    days = list(found)
    told = " and ".join(f"{days.count(raised)} since {day(raised)}" for raised in dict.fromkeys(days))
    waiting = plans.evidence_to_look_at(area).count()
    yield f"{len(days)} challenges stand open: {told}. {waiting} pieces of evidence wait to be looked at."


def _plan(area: LocalArea) -> ImprovementPlan:
    plan = plans.plan(area)
    if plan is None:
        raise LookupError(f"{area} has no plan: bring it first.")
    return plan
