"""Whoever asks how an action stands, the plan's page, its own page or its lead's, is answered the same."""

from datetime import date, timedelta
from random import Random

import pytest
from django.db.models import Q

from goldenthread.foundation.partnership.models import Person
from goldenthread.improve.plans import facts, forecasting, reads
from goldenthread.improve.plans.gathered import gather, gather_one
from goldenthread.improve.plans.models import Action, Dependency, Ended, Evidence, Milestone, Override, Remedy, Update
from goldenthread.rules.honesty.action import Policy
from goldenthread.rules.honesty.colours import Colour
from tests.factories import people
from tests.factories.plans import ON, action, plan, theme

pytestmark = pytest.mark.django_db


def ago(days: int) -> date:
    return ON - timedelta(days=days)


def told(of: Action, *reports: tuple[int, str]) -> Action:
    """Each so many days ago, in whatever order they were written."""
    for days, colour in reports:
        Update.objects.create(action=of, on=ago(days), reported=colour, done="Something.", by="somebody")
    return of


def accepted(of: Action) -> Action:
    Evidence.objects.create(action=of, title="A letter", captured_on=ago(90), accepted_on=ago(90))
    return of


def why(ref: str, on: date = ON) -> list[str]:
    (one,) = (each for each in reads.standing(plan(), on).actions if each.action.ref == ref)
    return [reason.id for reason in one.supported.because]


def test_nobody_waits_for_a_red_that_has_ended() -> None:
    red = action("1.1", "red", updated_on=ago(20), ended_on=ago(5), ended_because=Ended.WITHDRAWN)
    Dependency.objects.create(action=action("1.2", updated_on=ago(20)), needs=red)

    assert (why("1.2", ago(6)), why("1.2")) == (["D7"], [])


def test_seen_complete_before_it_was_taken_up_again() -> None:
    made = accepted(action("1.1", "white", verified_by=people.person(), verified_on=ago(30)))
    told(made, (40, "blue"), (20, "amber"), (10, "blue"), (5, "blue"))

    assert why("1.1") == ["D6"]
    assert facts.facts_of_one(made, ON).completed_on == ago(10)


def test_seen_complete_by_one_who_shares_in_leading_it() -> None:
    sharer = people.person()
    made = accepted(action("1.1", "blue", lead=people.person(), verified_by=sharer, verified_on=ON))
    made.shared_with.add(sharer)

    assert why("1.1") == ["D6"]


def test_on_one_day_the_report_written_last_counts() -> None:
    reported = told(action("1.1", "white"), (3, "blue"), (3, "amber"))
    again = told(action("1.2", "white"), (3, "amber"), (3, "blue"))

    assert [facts.facts_of_one(one, ON).completed_on for one in (reported, again)] == [None, ago(3)]


def test_the_remedy_written_last_counts_whatever_its_date() -> None:
    made = action("1.1", "red")
    for days in (60, 30):
        Remedy.objects.create(action=made, wording=f"In {days}", owner="Ann", due_on=ON + timedelta(days=days))

    (of_the_plan,), gathered = reads.standing(plan(), ON).actions, gather_one(people.area(), made.pk, ON)
    assert {
        facts.facts_of_one(made, ON).remedy.action,
        of_the_plan.remedy.wording,
        gathered.standing.remedy.wording,
    } == {"In 30"}


def nasty(seed: int) -> None:
    """Everything that can count against an action, or once did, on a dozen of them."""
    random = Random(seed)
    leads = [people.person() for _ in range(3)]
    made = [_nasty_action(number, leads, random) for number in range(12)]
    for one in made:
        for other in random.sample(made, 2):
            if one != other:
                Dependency.objects.create(action=one, needs=other)
        for days in random.sample(range(-20, 90), random.randint(0, 3)):
            reached = random.choice([None, ago(days), ago(0), ago(-5)])
            Milestone.objects.create(action=one, title=f"Step {days}", due_on=ago(days), reached_on=reached)


def _nasty_action(number: int, leads: list[Person], random: Random) -> Action:
    ended = random.choice([None, None, ago(40), ago(-40)])
    made = action(
        f"{number % 2 + 1}.{number}",
        "white",
        under=theme(number=number % 2 + 1),
        lead=random.choice([None, *leads]),
        lead_as_written=random.choice(["", "AB/CD"]),
        starts_on=random.choice([None, ago(300), ago(20)]),
        due_on=random.choice([None, ago(80), ago(-80)]),
        verified_by=(verifier := random.choice([None, *leads])),
        verified_on=random.choice([None, ago(60), ago(5), ago(-3)]) if verifier else None,
        ended_on=ended,
        ended_because=Ended.WITHDRAWN if ended else "",
    )
    made.shared_with.add(*random.sample(leads, random.randint(0, 2)))
    days = sorted((random.randint(-2, 250) for _ in range(random.randint(0, 6))), reverse=True)
    told(made, *((each, random.choice(["blue", "blue", "green", "amber", "red", "white"])) for each in days))
    for _ in range(random.randint(0, 2)):
        accepted_on = random.choice([None, ago(70), ago(1), ago(-1)])
        Evidence.objects.create(action=made, title="Seen", captured_on=ago(90), accepted_on=accepted_on)
        Remedy.objects.create(action=made, wording="Ask.", owner="Ann", due_on=ago(random.randint(-50, 50)))
    if random.random() < 0.5:
        signed = {"signed_as": "Ann", "signed_on": ago(3), "why": "It is so.", "until_on": ago(-30)}
        Override.objects.create(action=made, colour=random.choice(["", "green", "blue"]), **signed)
    return made


def of_one(one: reads.ActionStanding) -> tuple[object, ...]:
    told = one.reported
    return one.supported, one.verdict, one.override, told.colour, told.updated_on, told.started_on, told.completed_on


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("on", [ON, ago(41)])
def test_alone_in_the_plan_or_on_a_leads_page_it_stands_the_same(seed: int, on: date) -> None:
    nasty(seed)
    made, area = plan(), people.area()

    standing = reads.standing(made, on)

    whole = {one.action.pk: of_one(one) for one in standing.actions}
    assert {key: of_one(reads.one_action(reads.action(area, key), on)) for key in whole} == whole
    assert {one.action.pk: of_one(one.standing) for one in gather(area, Q(), on)} == whole
    assert {key: of_one(gather_one(area, key, on).standing) for key in whole} == whole
    judged = facts.judged(made, on, Policy(cadence_days=made.cadence_days))
    assert {key: one.supported for key, one in judged.items()} == {key: of_it[0] for key, of_it in whole.items()}


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("on", [ON, ago(41)])
def test_the_plans_page_and_the_forecasts_forecast_the_same(seed: int, on: date) -> None:
    nasty(seed)

    glance, whole = forecasting.outlook(reads.standing(plan(), on)), reads.forecast(plan(), on)

    assert (glance.reported, glance.ends) == (whole.reported, whole.ends)


@pytest.mark.parametrize("seed", range(4))
def test_what_the_forecast_takes_as_finished_is_what_stands_at_blue(seed: int) -> None:
    nasty(seed)
    Milestone.objects.all().delete()  # a milestone missed is no reason why an action that is complete should be late

    blue = [one.action.due_on for one in reads.standing(plan(), ON).actions if one.supported.colour is Colour.BLUE]

    unfinished = reads.forecast(plan(), ON).supported.unfinished
    assert unfinished == len(reads.standing(plan(), ON).actions) - len(blue)
