"""People and their cases as facts, drawn from a seed: every kind of ending, on both sides of every limit."""

from datetime import date, timedelta
from random import Random

from goldenthread.rules.cases import CaseFacts, PersonFacts, PlacementFacts, ReviewFacts

NEEDS = ("ASD", "SEMH", "SLCN", "MLD")
QUESTIONS = (
    "experience",
    "right_help_in_time",
    "welcome_at_school",
    "plan_describes_child",
    "know_where_to_go",
    "listened_to",
)
SCHOOLS = ("100001", "100002", "100003", None)


def people(count, seed=1, as_at=date(2026, 10, 31)):
    dice = Random(seed)
    return [_person(dice, number, as_at) for number in range(count)]


def _person(dice, number, as_at):
    born_on = date(2001, 1, 1) + timedelta(days=dice.randrange(23 * 365)) if dice.random() > 0.02 else None
    return PersonFacts(
        f"UPN:{number:06}",
        born_on,
        dice.choice("MF"),
        tuple(_case(dice, as_at) for _ in range(dice.choice((1, 1, 1, 2)))),
    )


def _case(dice, as_at):
    received_on = date(2023, 1, 1) + timedelta(days=dice.randrange((as_at - date(2023, 1, 1)).days + 60))
    decided_on = received_on + timedelta(days=dice.choice((30, 41, 42, 43, 60)))
    way = dice.random()
    if way < 0.1:
        return CaseFacts(received_on, decision="A")
    if way < 0.3:
        return CaseFacts(received_on, decision="N", decided_on=decided_on)
    if way < 0.35:
        return CaseFacts(received_on, decision="W", decided_on=dice.choice((None, decided_on)))
    if way < 0.38:
        return CaseFacts(received_on, decision="Y", decided_on=decided_on, exported=True)
    if way < 0.55:
        return CaseFacts(received_on, decision="Y", decided_on=decided_on, assessed=True, outcome="A")
    outcome_on = decided_on + timedelta(days=dice.choice((60, 79, 97, 98, 99, 110, 150, 400)))
    if way < 0.6:
        return CaseFacts(
            received_on, decision="Y", decided_on=decided_on, assessed=True, outcome="N", outcome_on=outcome_on
        )
    return _with_plan(dice, received_on, decided_on, outcome_on)


def _with_plan(dice, received_on, decided_on, issued_on):
    historical = dice.random() < 0.2
    ended_before = historical and dice.random() < 0.6  # else only the decision to assess was made before
    overturned = dice.random() < 0.05
    meeting_on = issued_on + timedelta(days=dice.randrange(200, 400))
    entry_on = issued_on + timedelta(days=dice.randrange(40))
    placements = (
        PlacementFacts(1, dice.choice(SCHOOLS), dice.choice((None, "EHE")), entry_on, None),
        PlacementFacts(1, "100001", None, issued_on, entry_on),
    )
    return CaseFacts(
        received_on,
        decision="H" if historical else "N" if overturned else "Y",
        decided_on=None if historical else decided_on,
        assessed=True,
        outcome="H" if ended_before else "Y",
        outcome_on=issued_on,
        exceptions=dice.random() < 0.1,
        issued_on=issued_on,
        ceased_on=issued_on + timedelta(days=500) if dice.random() < 0.1 else None,
        transferred_in=ended_before and dice.random() < 0.5,
        reviews=(ReviewFacts(meeting_on, "M", meeting_on + timedelta(days=dice.choice((20, 28, 29, 50)))),),
        placements=placements[: dice.randrange(3)],
        needs=((1, dice.choice(NEEDS)), (2, "HI"))[: dice.randrange(3)],
    )


def survey(count, seed=1, as_at=date(2026, 10, 31)):
    dice = Random(seed)
    return [
        {
            "area": "999",
            "row": f"{number}",
            "answered_on": as_at - timedelta(days=dice.randrange(900)),
            "question": dice.choice(QUESTIONS),
            "answer": dice.choice((None, 1, 2, 3, 4, 5)),
            "age_band": dice.choice((None, "5 to 10", "11 to 15")),
            "need": dice.choice((None, *NEEDS)),
        }
        for number in range(count)
    ]
