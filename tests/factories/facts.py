"""People and their cases as facts, drawn from a seed: every kind of ending, on both sides of every limit."""

from datetime import date, timedelta
from random import Random

from goldenthread.rules.cases import (
    CaseFacts,
    Disagreements,
    PersonFacts,
    PlacementFacts,
    ReviewFacts,
    SchoolFacts,
)

NEEDS = ("ASD", "SEMH", "SLCN", "MLD")
QUESTIONS = (
    "experience",
    "right_help_in_time",
    "welcome_at_school",
    "plan_describes_child",
    "know_where_to_go",
    "listened_to",
    "child_listened_to",
)
REGISTER = {
    "100001": SchoolFacts("mainstream", True, "Northvale"),
    "100002": SchoolFacts("special", True, "Southmoor"),
    "100003": SchoolFacts("independent_special", False, None),
    "100004": SchoolFacts("independent", True, "Northvale"),
    "100005": SchoolFacts("special", None, None),
}
NOT_IN_THE_REGISTER = "100009"
SCHOOLS = (*REGISTER, NOT_IN_THE_REGISTER, None)
SETTINGS = (None, "EHE", "OLA", "NEET", "NIEC", "NIEO", "OTH")


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
        disagreed = _disagreed(dice)
        return CaseFacts(received_on, decision="N", decided_on=decided_on, disagreements=disagreed)
    if way < 0.35:
        return CaseFacts(received_on, decision="W", decided_on=dice.choice((None, decided_on)))
    if way < 0.38:
        return CaseFacts(received_on, decision="Y", decided_on=decided_on, exported=True)
    if way < 0.55:
        return CaseFacts(received_on, decision="Y", decided_on=decided_on, assessed=True, outcome="A")
    if way < 0.6:
        return CaseFacts(
            received_on, decision="Y", decided_on=decided_on, assessed=True, outcome="N",
            outcome_on=received_on + timedelta(days=dice.choice((100, 112, 113, 130))),
        )  # fmt: skip
    if way < 0.62:
        return CaseFacts(
            received_on, decision="Y", decided_on=decided_on, assessed=True, outcome="W", outcome_on=decided_on
        )
    outcome_on = decided_on + timedelta(days=dice.choice((60, 79, 97, 98, 99, 110, 150, 322, 323, 400)))
    return _with_plan(dice, received_on, decided_on, outcome_on)


def _with_plan(dice, received_on, decided_on, issued_on):
    historical = dice.random() < 0.2
    ended_before = historical and dice.random() < 0.6  # else only the decision to assess was made before
    overturned = dice.random() < 0.05
    ceased = dice.random() < 0.1
    entry_on = issued_on + timedelta(days=dice.randrange(40))
    unit = dice.choice((None, None, "unit", "resourced"))
    urn = dice.choice(SCHOOLS)
    placements = (
        PlacementFacts(1, urn, None if urn else dice.choice(SETTINGS), entry_on, None, unit),
        PlacementFacts(1, "100001", None, issued_on, entry_on),
    )
    transfer_due_on = dice.choice((None, date(2024, 2, 15), date(2026, 3, 31), date(2027, 2, 15)))
    late = timedelta(days=dice.choice((-20, 0, 1)))
    return CaseFacts(
        received_on,
        decision="H" if historical else "N" if overturned else "Y",
        decided_on=None if historical else decided_on,
        assessed=True,
        outcome="H" if ended_before else "Y",
        outcome_on=issued_on,
        exceptions=dice.random() < 0.1,
        disagreements=Disagreements(refusal_mediated=overturned),
        issued_on=issued_on,
        ceased_on=issued_on + timedelta(days=500) if ceased else None,
        cease_reason=dice.choice((None, *"123456789")) if ceased else None,
        transferred_in=ended_before and dice.random() < 0.5,
        reviews=tuple(_review(dice, issued_on, year) for year in range(1, 1 + dice.randrange(4))),
        placements=placements[: dice.randrange(3)],
        needs=((1, dice.choice(NEEDS)), (2, "HI"))[: dice.randrange(3)],
        personal_budget=dice.choice((None, False, True)),
        transfer_due_on=transfer_due_on,
        transfer_final_on=transfer_due_on + late if transfer_due_on and dice.random() < 0.8 else None,
    )


def _review(dice, issued_on, year):
    meeting_on = issued_on + timedelta(days=365 * year - dice.randrange(40))
    decided_on = meeting_on + timedelta(days=dice.choice((20, 28, 29, 50)))
    decision = dice.choice("MAC")
    draft_on = meeting_on + timedelta(days=dice.choice((20, 28, 29, 50))) if dice.random() < 0.8 else None
    return ReviewFacts(meeting_on, decision, decided_on, draft_on if decision == "A" else None)


def _disagreed(dice):
    mediated = dice.random() < 0.3
    return Disagreements(refusal_mediated=mediated, refusal_appealed=dice.random() < (0.4 if mediated else 0.1))


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


def complaints(count, seed=1, as_at=date(2026, 10, 31)):
    dice = Random(seed)
    return [_complaint(dice, number, as_at) for number in range(count)]


def _complaint(dice, number, as_at):
    received_on = as_at - timedelta(days=dice.randrange(900))
    responded_on = received_on + timedelta(days=dice.choice((0, 14, 28, 29, 60)))
    answered = dice.random() < 0.8 and responded_on <= as_at
    return {
        "area": "999",
        "row": f"{number}",
        "received_on": received_on,
        "theme": "Transport",
        "stage": dice.choice((None, 1, 1, 2, 3)),
        "outcome": dice.choice(("upheld", "partly upheld", "not upheld")) if answered else None,
        "responded_on": responded_on if answered else None,
    }


def residents(years=range(2022, 2026)):
    """Estimates of years: more people each year, so that a wrong year shows."""
    return [
        {"area": "999", "year": year, "ages": ages, "people": people + year}
        for year in years
        for ages, people in (("0 to 25", 160_000), ("0 to 17", 110_000), ("10 to 17", 50_000))
    ]
