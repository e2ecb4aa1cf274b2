"""One fictional area, whole: its schools, and every case of every child."""

from dataclasses import dataclass

from .cases import Case
from .desk import cases
from .dice import dice
from .lives import Lives, stock
from .people import People
from .profile import Profile
from .schools import School, schools


@dataclass(frozen=True, slots=True)
class FictionalArea:
    profile: Profile
    schools: list[School]
    cases: list[Case]


def imagine(profile: Profile, seed: int) -> FictionalArea:
    """Two calls with the same arguments imagine the same people."""
    buildings = schools(profile.code, profile.plans, dice(seed, "schools"))
    people = People(profile, dice(seed, "people"))
    everyone = stock(profile, people, dice(seed, "stock")) + cases(profile, people, dice(seed, "desk"))
    lives = Lives(profile, buildings, dice(seed, "lives"))
    for case in everyone:
        lives.live(case)
    return FictionalArea(profile, buildings, everyone)
