"""What needs somebody, by the roles that they hold. An empty list says what would stand there, and how to begin."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from django.urls import reverse

from goldenthread.foundation.partnership.models import Person, Role
from goldenthread.foundation.partnership.permissions import has_role, sees_small_numbers
from goldenthread.foundation.partnership.reads import SignedInRequest
from goldenthread.improve.plans import reads as plans
from goldenthread.improve.plans.reads import PlanStanding
from goldenthread.measure.indicators import reads as indicators
from goldenthread.publish.reports import reads as reports
from goldenthread.publish.reports.permissions import may_read
from goldenthread.record.casework import reads as casework
from goldenthread.rules.calendar import format_date
from goldenthread.rules.clocks import explain

MOST = 5  # lines of a list on the first page; the list itself is one step away
WEEK = timedelta(days=7)
CHASING_ROLES = (Role.IMPROVEMENT_LEAD, Role.SERVICE_MANAGER)
PLAN_ROLES = (Role.IMPROVEMENT_LEAD, Role.BOARD_MEMBER, Role.SERVICE_MANAGER, Role.SCRUTINY_MEMBER, Role.PARENT_FORUM)


@dataclass(frozen=True)
class Line:
    text: str
    href: str
    note: str = ""


@dataclass(frozen=True)
class Need:
    """`total` counts all that there are; `lines` are the first few. `empty` is said where there is none."""

    title: str
    total: int
    lines: tuple[Line, ...]
    empty: str
    more: Line | None = None


def needs(request: SignedInRequest) -> Iterator[Need]:
    """A councillor comes for a meeting, so its papers stand first; for everyone else they stand last."""
    person = request.person
    for_a_meeting = has_role(person, Role.SCRUTINY_MEMBER, on=request.today)
    if for_a_meeting:
        yield _papers(request)
    if has_role(person, *PLAN_ROLES, on=request.today):
        yield from _plan(request)
    if has_role(person, Role.CASEWORKER, Role.SERVICE_MANAGER, on=request.today):
        yield from _cases(request, person)
    if has_role(person, Role.ANALYST, on=request.today):
        yield _restated(request)
    if not for_a_meeting and has_role(person, *PLAN_ROLES, Role.ANALYST, on=request.today):
        yield _papers(request)


def _plan(request: SignedInRequest) -> Iterator[Need]:
    few = sees_small_numbers(request.person, request.today)
    standing = plans.stands(request.area, request.today, small_numbers=few)
    if standing is None:
        begin = Line("Bring a file", reverse("intake:index"))
        yield Need(
            "Challenged", 0, (), "There is no improvement plan yet. Bring it as a workbook or a Word table.", begin
        )
        return
    yield _challenged(standing)
    if has_role(request.person, *CHASING_ROLES, on=request.today):
        yield _owed(standing)
        yield _to_verify(request)


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
    every = [*themes, *actions]
    more = Line(f"See all {len(every)} challenges that nobody has answered", reverse("plans:challenges"))
    empty = "Every colour reported is supported by the facts, or somebody has explained it and signed."
    return Need("Challenged", len(every), tuple(every[:MOST]), empty, more if len(every) > MOST else None)


def _owed(standing: PlanStanding) -> Need:
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
    return Need("Updates owed", len(late), tuple(lines[:MOST]), empty)


def _to_verify(request: SignedInRequest) -> Need:
    found = list(plans.evidence_to_look_at(request.area))
    lines = tuple(
        Line(one.title, reverse("plans:evidence", args=[one.pk]), f"For action {one.action.ref}.")
        for one in found[:MOST]
    )
    return Need("Evidence to look at", len(found), lines, "Every piece of evidence has been accepted or returned.")


def _cases(request: SignedInRequest, person: Person) -> Iterator[Need]:
    waiting = casework.waiting_longest(request.area, request.today, person)
    due = sorted(((clock, one) for one in waiting for clock in one.due(request.today)), key=lambda pair: pair[0].due_on)
    soon = [(clock, one) for clock, one in due if request.today <= clock.due_on <= request.today + WEEK]
    late = [(clock, one) for clock, one in due if clock.due_on < request.today]
    for title, found, empty in (
        ("Due this week", soon, "Nothing falls due in the next seven days."),
        ("Late", late, "No statutory limit has passed on an open case."),
    ):
        lines = tuple(
            Line(
                one.name or one.reference,
                reverse("casework:case", args=[one.public_id]),
                explain(clock, request.today),
            )
            for clock, one in found[:MOST]
        )
        yield Need(title, len(found), lines, empty, Line("See every open case", reverse("casework:index")))


def _restated(request: SignedInRequest) -> Need:
    found = list(indicators.restated(request.area))
    lines = tuple(
        Line(
            f"{indicators.definition(one.indicator).title}, {one.period_start:%B %Y}",
            reverse("indicators:measure", args=[one.indicator]),
            one.replaced_by.why_replaced if one.replaced_by else "",
        )
        for one in found[:MOST]
    )
    return Need("Restated figures", len(found), lines, "No figure has been corrected since it was first counted.")


def _papers(request: SignedInRequest) -> Need:
    found = [one for one in reports.editions(request.area) if may_read(request.person, one)]
    lines = tuple(
        Line(str(one.title), reverse("reports:paper", args=[one.pk]), f"{one.body}, {format_date(one.meeting_on)}")
        for one in found[:MOST]
    )
    return Need(
        "Papers", len(found), lines, "No paper has been drafted yet.", Line("All papers", reverse("reports:index"))
    )
