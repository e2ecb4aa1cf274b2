"""The office: requests come in, are decided, and either meet twenty weeks or wait until somebody has time."""

from collections.abc import Iterator
from datetime import date, timedelta

from . import story
from .cases import Case, Plan
from .dice import Dice, day_between, stratified, weighted, working
from .people import People, Person
from .profile import AGES_ASKED_FOR, FULL_SIZE, NEEDS, NEEDS_OF_NEW_PLANS, Profile

TWENTY_WEEKS = timedelta(weeks=20)
_SOURCES = {"1": 46, "2": 48, "3": 3, "4": 2, "5": 1}
_AGAIN = 0.12  # of families refused, so many ask again within the year


def cases(profile: Profile, people: People, roll: Dice) -> list[Case]:
    """Every request from the first month to the as-at day, in the order received; open ones have no end yet."""
    scale = profile.plans / FULL_SIZE
    made: list[Case] = []
    waiting: list[Case] = []
    asking_again: dict[date, list[Person]] = {}
    for month in story.months():
        received = _requests(month, scale, profile, people, roll, asking_again)
        made.extend(received)
        waiting.extend(_late(month, [case for case in received if case.decision == "Y"], profile, roll))
        waiting = _catch_up(month, waiting, scale, roll)
    return made


def _requests(
    month: date, scale: float, profile: Profile, people: People, roll: Dice, again: dict[date, list[Person]]
) -> list[Case]:
    number = round(story.asked(month) * scale)
    returning = again.pop(month, [])[:number]
    received = sorted(working(day_between(roll, month, story.month_end(month))) for _ in range(number))
    who = [*returning, *(people.one(weighted(roll, AGES_ASKED_FOR), month) for _ in range(number - len(returning)))]
    made = [_decided(person, day, month, profile, roll) for person, day in zip(who, received, strict=True)]
    for case in made:
        if case.decision == "N" and roll.random() < _AGAIN and case.person.age(month) < 19:
            later = (month + timedelta(roll.randint(210, 360))).replace(day=1)
            again.setdefault(later, []).append(case.person)
    return made


def _decided(person: Person, day: date, month: date, profile: Profile, roll: Dice) -> Case:
    decision = weighted(
        roll, {"Y": 1 - profile.refused - profile.withdrawn, "N": profile.refused, "W": profile.withdrawn}
    )
    weeks_six = roll.random() < story.decided_in_time(month)
    decided = working(day + timedelta(roll.randint(24, 42) if weeks_six else roll.randint(45, 72)))
    case = Case(person, day, weighted(roll, _SOURCES), decision, decided)
    case.mediation = decision == "N" and roll.random() < 0.12
    case.tribunal = case.mediation and roll.random() < 0.3
    return case


def _late(month: date, assessed: list[Case], profile: Profile, roll: Dice) -> Iterator[Case]:
    """Give each assessed case its end; those who will not have one in time are handed back, still open."""
    refused = stratified(roll, assessed, profile.no_plan)
    for position in refused:
        _end(assessed[position], "N", working(assessed[position].received + timedelta(roll.randint(84, 139))))
    for case in assessed:
        case.exception = roll.random() < 0.05
    planned = [case for position, case in enumerate(assessed) if position not in refused]
    ordinary = [case for case in planned if not case.exception]
    stray = roll.uniform(-1, 1) * story.wobble(month)
    prompt = stratified(roll, ordinary, story.in_time(month) + stray)
    for position, case in enumerate(ordinary):
        if position in prompt:
            _issue(case, working(case.received + timedelta(roll.randint(115, 140))), roll)
        else:
            yield case
    for case in planned:
        if case.exception:
            yield case


def _catch_up(month: date, waiting: list[Case], scale: float, roll: Dice) -> list[Case]:
    """Issue as many late plans as leave the story's number waiting at the month's end; oldest first while clearing."""
    end = story.month_end(month)
    due = sorted((case for case in waiting if case.received + TWENTY_WEEKS < end), key=lambda case: case.received)
    not_due = [case for case in waiting if case.received + TWENTY_WEEKS >= end]
    spread = 0.25 if month >= story.CLEARING_FROM else 0.7
    for _ in range(max(0, len(due) - round(story.left_waiting(end) * scale))):
        case = due.pop(int(len(due) * spread * roll.random()))
        first = max(month, case.received + TWENTY_WEEKS + timedelta(3))
        _issue(case, max(working(day_between(roll, first, end)), case.received + TWENTY_WEEKS + timedelta(1)), roll)
    return due + not_due


def _issue(case: Case, on: date, roll: Dice) -> None:
    if on > story.AS_AT:
        return
    _end(case, "Y", on)
    case.plan = Plan(on, needs(roll, NEEDS_OF_NEW_PLANS), personal_budget=roll.random() < 0.02)


def _end(case: Case, outcome: str, on: date) -> None:
    if on <= story.AS_AT:
        case.outcome, case.ended = outcome, on


def needs(roll: Dice, mix: dict[str, int]) -> list[str]:
    """Primary need, and for two in five a second one."""
    first = weighted(roll, mix)
    second = weighted(roll, {code: number for code, number in NEEDS.items() if code != first})
    return [first, second] if roll.random() < 0.4 else [first]
