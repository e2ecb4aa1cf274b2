"""A plan of a thousand actions with three years of monthly updates, as one seed has it: written in bulk."""

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import TypeVar

from django.db.models import Model

from goldenthread.foundation.partnership.models import LocalArea, Person, Role
from goldenthread.improve.plans.models import (
    Action,
    Amendment,
    Dependency,
    Ended,
    Evidence,
    ImprovementPlan,
    Milestone,
    Outcome,
    OutcomeMeasure,
    Remedy,
    Succession,
    Theme,
    Update,
)
from goldenthread.measure.indicators.models import Observation
from tests.factories import people

Made = TypeVar("Made", bound=Model)
THEMES, LEADS = 8, 40
BODIES = ("Marlshire County Council", "NHS Marl Valley Integrated Care Board", "Marlshire Parent Carer Forum")
PARTNERS = ("", "", "", *BODIES[1:], "Marl Valley Foundation Trust", "Marlshire schools forum")
MEASURED = (("decided_in_6_weeks", False), ("therapy_waits_over_18_weeks", False), ("right_help_in_time", True))
# By the colour before, how often the next month has which: most months change nothing
NEXT = {
    "white": {"white": 6, "green": 3, "amber": 1},
    "green": {"green": 30, "amber": 3, "blue": 1},
    "amber": {"amber": 14, "green": 3, "red": 1},
    "red": {"red": 8, "amber": 2},
    "blue": {"blue": 1},
}


@dataclass(frozen=True)
class Size:
    actions: int = 1000
    months: int = 36


def big_plan(size: Size = Size(), until: date = people.TODAY, area: LocalArea | None = None) -> ImprovementPlan:
    """Everything that a page asks about hangs on it, in the shares that a real plan has."""
    random = Random(1)
    home = area or people.area()
    plan = ImprovementPlan.objects.create(
        area=home, title="A plan of every kind", starts_on=date(until.year - 3, until.month, 1)
    )
    themes = _themes(plan)
    leads = [people.person(Role.ACTION_LEAD, name=f"Lead {number:02}", in_area=home) for number in range(LEADS)]
    actions = _actions(size.actions, themes, leads, until, random)
    days = _month_days(size.months, until)
    updates = [update for action in actions for update in _updates(action, days, random)]
    Update.objects.bulk_create(updates, batch_size=2000)
    _hang(actions, leads, {one.action_id: one.reported for one in updates}, until, random)
    return plan


def _themes(plan: ImprovementPlan) -> list[Theme]:
    numbers = range(1, THEMES + 1)
    themes = _made(Theme(plan=plan, number=each, title=f"Theme {each}", reported="green") for each in numbers)
    outcomes = _made(
        Outcome(theme=theme, ref=f"{theme.number}{letter}", sentence="Children get the right help sooner.")
        for theme in themes
        for letter in "AB"
    )
    _made(
        OutcomeMeasure(outcome=one, indicator=code, families=families)
        for one in outcomes
        for code, families in MEASURED
    )
    return themes


def _actions(count: int, themes: Sequence[Theme], leads: Sequence[Person], until: date, random: Random) -> list[Action]:
    made = []
    for number in range(count):
        theme = themes[number * len(themes) // count]
        lead = random.choice(leads)
        begins = until - timedelta(days=random.randint(200, 1095))
        made.append(
            Action(
                theme=theme,
                ref=f"{theme.number}.{number + 1}",
                wording=f"Agree, publish and keep up the pathway for need {number}, with schools and health. " * 2,
                lead=lead,
                lead_as_written=lead.name,
                body=random.choice(BODIES),
                partners=random.choice(PARTNERS),
                workstream=str(theme.number),
                activity=f"Activity {number // 3}" if number % 2 else "",
                starts_on=begins,
                due_on=begins + timedelta(days=random.randint(180, 1400)),
            )
        )
    return _made(made)


def _month_days(months: int, until: date) -> list[date]:
    """A day in each of so many months, the newest first to come before `until`."""
    found, year, month = [], until.year, until.month
    for _ in range(months):
        found.append(date(year, month, min(28, monthrange(year, month)[1])))
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    return found[::-1]


def _updates(action: Action, days: Iterable[date], random: Random) -> Iterable[Update]:
    colour = "white"
    for day in days:
        choices = NEXT[colour]
        (colour,) = random.choices(list(choices), list(choices.values()))
        on = day - timedelta(days=random.randint(0, 20))
        yield Update(action=action, on=on, reported=colour, done=f"Met the group in {on:%B}. " * 8, by="person:1")


def _hang(
    actions: list[Action], leads: Sequence[Person], stands_at: dict[int, str], until: date, random: Random
) -> None:
    """Milestones, evidence, remedies, new words, what waits for what, and what was split."""
    _made(
        Milestone(action=one, title=f"Step {step}", due_on=day, reached_on=day if random.random() < 0.85 else None)
        for one in actions
        for step, day in ((n, one.starts_on + timedelta(days=120 * n)) for n in (1, 2, 3))
    )
    done = [one for one in actions if stands_at.get(one.pk) == "blue"]
    _made(
        Evidence(action=one, title="Minutes", captured_on=until, accepted_by=random.choice(leads), accepted_on=until)
        for one in done
        if random.random() < 0.7
    )
    reds = [one for one in actions if stands_at.get(one.pk) == "red"]
    _made(Remedy(action=one, wording="Ask the board for two posts.", owner="Ann Bell", due_on=until) for one in reds)
    _made(
        Amendment(action=one, before=one.wording, after=one.wording + "!", asked_by="The board", on=until)
        for one in actions[::20]
    )
    _made(Dependency(action=one, needs=other) for one, other in zip(actions[1::5], actions[::5], strict=False))
    _split(actions[7::100], actions[8::100], until - timedelta(days=60))


def _split(earlier: Sequence[Action], later: Sequence[Action], on: date) -> None:
    for one in earlier:
        one.ended_on, one.ended_because = on, Ended.SPLIT
    Action.objects.bulk_update(earlier, ["ended_on", "ended_because"])
    Update.objects.filter(action__in=later, on__lt=on).delete()
    _made(
        Succession(earlier=one, later=other, kind=Ended.SPLIT, on=on, asked_by="The board")
        for one, other in zip(earlier, later, strict=False)
    )


def figures(area: LocalArea, until: date, months: int = 36) -> list[Observation]:
    """What the plan's measures show, month by month."""
    random = Random(2)
    return _made(
        Observation(
            area=area, indicator=code, level="area", every="month",
            period_start=day.replace(day=1), period_end=day.replace(day=monthrange(day.year, day.month)[1]),
            numerator=40 + random.randint(0, 20), denominator=100, value=40 + random.randint(0, 20),
            definition_version="1", source="made up", made_on=until,
        )
        for code, _ in MEASURED
        for day in _month_days(months, until)
    )  # fmt: skip


def _made(things: Iterable[Made]) -> list[Made]:
    listed = list(things)
    return type(listed[0])._default_manager.bulk_create(listed, batch_size=2000) if listed else []
