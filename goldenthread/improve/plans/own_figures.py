"""The plan in three shares, as at a month's end: complete or on track, Red with a remedy agreed, delivered on time."""

from collections.abc import Sequence
from datetime import date, timedelta

from django.db.models import Min

from goldenthread.improve.plans import facts
from goldenthread.improve.plans.models import Action, ImprovementPlan, Remedy, Update
from goldenthread.rules.honesty.colours import Colour

ON_TRACK, REMEDIED, ON_TIME = "actions_complete_or_on_track", "reds_with_agreed_remedy", "actions_delivered_on_time"
CODES = (ON_TRACK, REMEDIED, ON_TIME)
Share = tuple[int, int]  # numerator and denominator


def shares(plan: ImprovementPlan, as_at: date) -> dict[str, Share]:
    """By indicator, of the actions in the plan on the day, in three questions whatever its size."""
    actions = [one for one in facts.actions_of(plan.themes.all(), as_at) if not _ended(one, as_at)]
    remedies = facts.newest_remedies(plan)
    reported = {one.pk: facts.reported_of(one) for one in actions}
    on_track = [one for one in actions if reported[one.pk].colour in (Colour.BLUE, Colour.GREEN)]
    reds = [one for one in actions if reported[one.pk].colour is Colour.RED]
    due = [one for one in actions if one.due_on is not None and one.due_on <= as_at]
    return {
        ON_TRACK: (len(on_track), len(actions)),
        REMEDIED: (sum(_agreed(remedies.get(one.pk), as_at) for one in reds), len(reds)),
        ON_TIME: (sum(_in_time(one, reported[one.pk].completed_on) for one in due), len(due)),
    }


def month_ends(plan: ImprovementPlan, on: date) -> Sequence[date]:
    """The ends of all months from the first report until `on`, earliest first."""
    end = (on + timedelta(days=1)).replace(day=1) - timedelta(days=1)
    begun = Update.objects.filter(action__theme__plan=plan).aggregate(first=Min("on"))["first"]
    ends: list[date] = []
    while begun is not None and end >= begun:
        ends.append(end)
        end = end.replace(day=1) - timedelta(days=1)
    return ends[::-1]


def _ended(action: Action, as_at: date) -> bool:
    return action.ended_on is not None and action.ended_on <= as_at


def _agreed(remedy: Remedy | None, as_at: date) -> bool:
    return remedy is not None and remedy.approved_on is not None and remedy.approved_on <= as_at


def _in_time(action: Action, completed_on: date | None) -> bool:
    return completed_on is not None and action.due_on is not None and completed_on <= action.due_on
