"""What the improvement plan needs: answers, updates, eyes on evidence, signatures."""

from collections.abc import Iterator
from itertools import chain

from django.urls import reverse

from goldenthread.config.home.shapes import MOST, Line, Need
from goldenthread.foundation.partnership.permissions import sees_small_numbers
from goldenthread.foundation.partnership.reads import SignedInRequest
from goldenthread.improve.plans import reads as plans
from goldenthread.improve.plans.owing.leads import ActionOwed
from goldenthread.improve.plans.reads import PlanStanding
from goldenthread.rules.calendar import format_date


def of_the_plan(request: SignedInRequest, *, chases: bool) -> Iterator[Need]:
    """What is challenged; for whoever `chases`, also who owes an update."""
    few = sees_small_numbers(request.person, request.today)
    standing = plans.stands(request.area, request.today, small_numbers=few)
    if standing is None:
        begin = Line("Begin a plan, or bring one as a file", reverse("plans:index"))
        yield Need(
            "Challenged", 0, (), "There is no improvement plan yet. Bring it as a workbook or a Word table.", begin
        )
        return
    yield _challenged(standing)
    if chases:
        yield _updates_owed(standing)


def _challenged(standing: PlanStanding) -> Need:
    """Those that nobody has answered, themes first: a theme's colour is what members read. Actions worst first."""
    themes = [
        Line(f"Theme {one.theme}", reverse("plans:theme", args=[one.theme.pk]), one.verdict.sentence)
        for one in standing.challenged_themes
        if one.verdict.open
    ]
    actions = [
        Line(str(one.action), reverse("plans:action", args=[one.action.pk]), one.verdict.sentence)
        for one in standing.challenged_actions
        if one.verdict.open
    ]
    outcomes = [
        Line(str(one.outcome), reverse("plans:theme", args=[one.outcome.theme_id]), one.verdict.sentence)
        for one in standing.challenged_outcomes
        if one.verdict.open
    ]
    every = [*themes, *outcomes, *actions]
    more = Line(f"See all {len(every)} challenges that nobody has answered", reverse("plans:challenges"))
    empty = "Every colour reported is supported by the facts, or somebody has explained it and signed."
    return Need("Challenged", len(every), tuple(every[:MOST]), empty, more if len(every) > MOST else None)


def _updates_owed(standing: PlanStanding) -> Need:
    late = [one for one in standing.actions if any(reason.id == "D4" for reason in one.supported.because)]
    lines = [
        Line(
            str(one.action),
            reverse("plans:action", args=[one.action.pk]),
            f"Lead: {one.action.lead_name or 'not named'}.",
        )
        for one in late
    ]
    empty = f"Every lead has reported in the last {standing.plan.cadence_days} days."
    more = Line("See what every lead owes, and remind them", reverse("plans:owed"))
    return Need("Updates owed", len(late), tuple(lines[:MOST]), empty, more if late else None)


def owed_by_me(request: SignedInRequest) -> Need:
    """Worst first, each with what it owes."""
    owing = plans.owed_by(request.person, request.today).owing
    lines = tuple(
        Line(str(one.action), reverse("plans:report", args=[one.action.pk]), _debts(one)) for one in owing[:MOST]
    )
    empty = "You owe nothing today. Updates, milestones and evidence that are wanted of you stand here."
    return Need("What you owe", len(owing), lines, empty, Line("See all your actions", reverse("plans:mine")))


def _debts(one: ActionOwed) -> str:
    return " ".join(debt.sentence for debt in one.debts)


def to_verify(request: SignedInRequest) -> Need:
    """Oldest first: evidence, then complete actions."""
    evidence = list(plans.evidence_for(request.person, request.today))
    complete = list(plans.complete_for(request.person, request.today))
    seen = (
        Line(one.title, reverse("plans:evidence", args=[one.pk]), f"For action {one.action.ref}.") for one in evidence
    )
    done = (
        Line(str(one), reverse("plans:action", args=[one.pk]), "Reported complete; nobody has verified it yet.")
        for one in complete
    )
    total = len(evidence) + len(complete)
    empty = "Every piece of evidence has been accepted or returned, and every complete action is verified."
    more = Line("See everything that waits for a verifier", reverse("plans:evidence_waiting"))
    return Need("Evidence to look at", total, tuple(chain(seen, done))[:MOST], empty, more if total > MOST else None)


def to_sign(request: SignedInRequest) -> Need:
    asked = list(plans.explanations_waiting(request.area))
    where = reverse("plans:explanations")
    lines = tuple(
        Line(one.why, where, f"Asked by {one.asked_by.name}, to stand until {format_date(one.until_on)}.")
        for one in asked[:MOST]
    )
    empty = "Nobody has asked for a signature. Explanations of colours that the facts do not support stand here."
    return Need("To sign", len(asked), lines, empty)
