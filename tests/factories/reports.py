"""Papers: a plan with the colours of a real cabinet report, and the steps that make a paper ready to freeze."""

from datetime import date

from goldenthread.foundation.partnership.models import LocalArea, Person, Role
from goldenthread.improve.plans.models import Action, Funding, ImprovementPlan, Remedy, Theme, Update
from goldenthread.publish.reports import reads, writes
from goldenthread.publish.reports.models import Edition
from tests.factories import people, plans

MEETING, AS_AT, ON = date(2026, 11, 12), people.TODAY, people.TODAY
COLOURS = ("green", "amber", "red", "blue", "white")
TABLE_1 = (  # domain/10: by theme, in the order of COLOURS; 107 in all
    (10, 1, 0, 5, 1),
    (13, 8, 0, 2, 1),
    (2, 2, 2, 3, 1),
    (4, 4, 1, 0, 0),
    (1, 8, 0, 1, 1),
    (8, 3, 2, 5, 1),
    (9, 2, 0, 0, 0),
    (2, 2, 1, 1, 0),
)
HEADER = {"portfolio_member": "Councillor Dale", "responsible_officers": "Helen Ashdown", "author": "Samira Dhillon"}


def plan_of_107(area: LocalArea | None = None) -> ImprovementPlan:
    """Every action updated today and due in March, so that only what has no evidence is challenged."""
    plan = plans.plan(area, title="Priority action plan")
    themes = [plans.theme(plan, number, "white") for number in range(1, len(TABLE_1) + 1)]
    told = [(theme, colour) for theme, counts in zip(themes, TABLE_1, strict=True) for colour in _colours(counts)]
    actions = Action.objects.bulk_create(
        Action(theme=theme, ref=f"{theme.number}.{place}", wording=f"Do thing {place}.", due_on=date(2027, 3, 31))
        for place, (theme, _) in enumerate(told, 1)
    )
    Update.objects.bulk_create(
        Update(action=action, on=ON, reported=colour, done="Something.", by="somebody")
        for action, (_, colour) in zip(actions, told, strict=True)
        if colour != "white"
    )
    return plan


def _colours(counts: tuple[int, ...]) -> list[str]:
    return [colour for colour, count in zip(COLOURS, counts, strict=True) for _ in range(count)]


def small_plan(area: LocalArea | None = None) -> ImprovementPlan:
    """One theme with a Green, a Red with its remedy and a Blue action, and money."""
    plan = plans.plan(area, title="Priority action plan")
    theme: Theme = plans.theme(plan, 1, "green")
    plans.action("1.1", "green", under=theme)
    late = plans.action("1.2", "red", under=theme, activity="Review of the matrix", due_on=date(2026, 9, 30))
    Remedy.objects.create(
        action=late, wording="A second developer is lent.", owner="Wen Li Tan", due_on=date(2027, 1, 29),
        approved_by="Improvement board", approved_on=date(2026, 10, 8),
    )  # fmt: skip
    plans.action("1.3", "blue", under=theme)
    Funding.objects.create(
        plan=plan, title="Area coordinators", source="Better Care Fund", pounds_a_year=150_000, years=3, posts=2.5,
        first_year="2025-26",
    )  # fmt: skip
    return plan


def lead(area: LocalArea | None = None) -> Person:
    return people.person(Role.IMPROVEMENT_LEAD, name="Samira Dhillon", in_area=area)


def draft(area: LocalArea | None = None, by: Person | None = None, **header: str) -> Edition:
    home = area or people.area()
    edition = writes.draft_edition(
        report="cabinet_report", area=home, body="Cabinet", meeting_on=MEETING, as_at=AS_AT, by=by or lead(home), on=ON,
        **{**HEADER, **header},
    )  # fmt: skip
    return reads.edition(home, edition.pk)


def ready(area: LocalArea | None = None, words: str = "Plain words.", **header: str) -> Edition:
    """Written, circulated and cleared: nothing is missing any more."""
    edition = draft(area, **header)
    by = lead(edition.area)
    for code in reads.questions(edition):
        writes.write_words(edition=edition, code=code, words=words, by=by, on=ON)
    writes.circulate(edition=edition, consultees=[("", "Monitoring Officer")], by=by, on=ON)
    for role in reads.report(edition.report).clearances:
        writes.clear(edition=edition, role=role, by=by, on=ON)
    return reads.edition(edition.area, edition.pk)


def frozen(area: LocalArea | None = None, **header: str) -> Edition:
    edition = ready(area, **header)
    writes.freeze(edition=edition, by=lead(edition.area), on=ON)
    return reads.edition(edition.area, edition.pk)
