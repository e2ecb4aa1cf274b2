"""Pupils on roll, their half-days and their exclusions, as rows drawn from a seed.

On both sides of every limit: a tenth missed exactly and nearly, support that changes within a year, a move of school, a
second school, a school without known places, nothing possible, nobody's support known.
"""

from datetime import date, timedelta
from random import Random

from tests.factories.facts import NEEDS

PLACES = {"100001": 210, "100002": 40, "100003": None, "100004": 60, "100005": 15, "100006": 30}
KINDS = {
    "100001": ("mainstream", "Northvale"),
    "100002": ("special", "Southmoor"),
    "100003": ("independent_special", None),
    "100004": ("mainstream", "Northvale"),
    "100005": ("special", "Southmoor"),
    "100006": ("ap", "Northvale"),
    "100009": (None, None),
}
URNS = tuple(KINDS)
CENSUSES = (
    date(2024, 10, 3), date(2025, 1, 16), date(2025, 5, 15), date(2025, 10, 2), date(2026, 1, 15), date(2026, 5, 21),
    date(2026, 10, 1),
)  # fmt: skip
TERMS = (
    date(2024, 9, 1), date(2025, 1, 1), date(2025, 4, 1), date(2025, 9, 1), date(2026, 1, 1), date(2026, 4, 1),
    date(2026, 9, 1),
)  # fmt: skip
SUPPORT = ("no SEN", "no SEN", "no SEN", "SEN support", "EHC plan", None)


def schooling(count, seed=1, as_at=date(2026, 10, 31), area="999"):
    """The tables of pupils and schools: {name: rows}."""
    dice = Random(seed)
    found = {"pupils": [], "sessions": [], "exclusions": [], "establishments": establishments()}
    for number in range(count):
        born_month = None if dice.random() < 0.02 else date(2008 + dice.randrange(13), 1 + dice.randrange(12), 1)
        pupil = {"area": area, "child": f"p{number:06}", "born_month": born_month}
        urn, send = dice.choice(URNS), dice.choice(SUPPORT)
        for term_on in TERMS:
            if dice.random() < 0.05:
                urn = dice.choice(URNS)
            if dice.random() < 0.08:
                send = dice.choice(SUPPORT)
            there = pupil | at_school(urn, send, dice)
            _attend(found["sessions"], there, term_on, dice)
            if dice.random() < 0.1:
                _exclude(found["exclusions"], there, term_on, dice, as_at)
            for census_on in (day for day in CENSUSES if 0 <= (day - term_on).days < 60 and day <= as_at):
                found["pupils"].append(there | {"census_on": census_on, "main": True})
                if dice.random() < 0.03:
                    elsewhere = there | at_school(dice.choice([u for u in URNS if u != urn]), send, dice)
                    found["pupils"].append(elsewhere | {"census_on": census_on, "main": False})
    return found


def establishments():
    return [
        {
            "urn": urn, "name": f"School {urn}", "phase": "primary", "kind": KINDS[urn][0] or "unknown",
            "home_area": True, "district": KINDS[urn][1], "places": places,
        }
        for urn, places in PLACES.items()
    ]  # fmt: skip


def at_school(urn, send, dice):
    placed, district = KINDS[urn]
    need = dice.choice((*NEEDS, None)) if send in ("EHC plan", "SEN support") else None
    return {"urn": urn, "placed": placed, "district": district, "send": send, "need": need}


def _attend(sessions, there, term_on, dice):
    possible = dice.choice((0, 30, 70, 120, 129))
    missed = min(possible, dice.choice((0, 0, 3, 7, 12, 13, possible // 10, possible // 2, possible)))
    authorised = dice.randrange(missed + 1)
    told = {"term_on": term_on, "possible": possible, "authorised": authorised, "unauthorised": missed - authorised}
    sessions.append(there | told)


def _exclude(exclusions, there, term_on, dice, as_at):
    for number in range(dice.choice((1, 1, 2, 3))):
        starts_on = term_on + timedelta(days=dice.randrange(80))
        permanent = dice.random() < 0.1
        told = {"row": f"{number}", "starts_on": starts_on, "permanent": permanent}
        if starts_on <= as_at:
            exclusions.append(there | told | {"sessions": None if permanent else dice.choice((1, 2, 10))})
