"""What is said of an outcome itself."""

from datetime import date

from django.db import transaction

from goldenthread.foundation.ledger.reads import JSON, Actor
from goldenthread.improve.plans.models import Outcome
from goldenthread.rules.honesty.colours import Colour

from .challenges import take_stock_of
from .telling import tell_of_plan


@transaction.atomic
def report_outcome(*, outcome: Outcome, colour: Colour, by: Actor, on: date) -> Outcome:
    """Whether children are better off, as those who keep the plan see it. It is challenged as a theme is."""
    before, outcome.reported, outcome.reported_on = outcome.reported, colour.name.lower(), on
    outcome.save(update_fields=["reported", "reported_on"])
    detail: dict[str, JSON] = {"colour": outcome.reported, "before": before}
    tell_of_plan("outcome reported", outcome.theme.plan, by, on, outcome, detail=detail)
    take_stock_of(outcome=outcome, by=by, on=on)
    return outcome
