"""Everybody on roll in the area's schools on three census days: the children with plans, who are those of the return,
and the others, of whom the files tell no more than a census does.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from . import partners, story
from .area import FictionalArea
from .dice import Dice, dice, weighted
from .people import FORENAMES, SURNAMES, Person, upn
from .profile import FULL_SIZE, NEEDS
from .returns import placed_on
from .schools import School

# At full size. 1.9 % of 77,200 pupils are in special schools, where the nation has 1.4 %: 386 children more.
PUPILS = {2024: 77_900, 2025: 77_500, 2026: 77_200}
IN_SPECIAL_SCHOOLS = {2024: 1_324, 2025: 1_395, 2026: 1_467}
ON_SUPPORT = {2024: 12_900, 2025: 13_350, 2026: 13_800}
IN_ALTERNATIVE_PROVISION = 230
_SPARE = 1.03  # so many more are imagined than are on roll on any one day: families come and go
_FIRST_SERIAL = 1_000_000  # of pupil numbers: far from those of the return
_SIXTH_FORM = 12  # the year group from which half stay on
_SUPPORT_NEEDS = {**NEEDS, "SLCN": 3200, "SEMH": 2600, "MLD": 2400, "SPLD": 1900, "ASD": 900, "PMLD": 1, "SLD": 8}
_FORENAMES = {sex: names.split() for sex, names in FORENAMES.items()}
_SURNAMES = SURNAMES.split()
MAINSTREAM = ("mainstream_maintained", "mainstream_academy")
SPECIAL = ("special_maintained", "special_academy")


@dataclass(slots=True)
class Pupil:
    """`cohort`: the September of the reception year. `away` decides how much school is missed."""

    upn: str
    surname: str
    forename: str
    born: date
    cohort: int
    away: float


@dataclass(slots=True)
class Imagined(Pupil):
    """In one school as long as it has their year group. Those of low `luck` are the first on SEN support; those of low
    `stays` are on roll on every census day.
    """

    school: School
    entered: date
    luck: float
    stays: float
    need: str = ""


@dataclass(frozen=True, slots=True)
class OnRoll:
    pupil: Pupil
    school: School
    sen: str  # N, K or E
    need: str
    entered: date

    def year_group(self, year: int) -> int:
        """Reception is 0, at the census of a year."""
        return year - 1 - self.pupil.cohort


class Rolls:
    """The three censuses. Asked twice for one year, the same pupils."""

    def __init__(self, area: FictionalArea, seed: int) -> None:
        self._area, self._scale = area, area.profile.plans / FULL_SIZE
        self._roll = dice(seed, "pupils")
        self._serial = _FIRST_SERIAL
        silent = partners.silent(area.schools)
        self.schools = [one for one in area.schools if _tells(one) and one.urn != silent]
        fitting = [one for one in self.schools if one.kind in MAINSTREAM]
        self._others = self._imagined(fitting, self._scaled(PUPILS[2024]) * _SPARE)
        special = [one for one in self.schools if one.kind in SPECIAL]
        self._from_elsewhere = self._imagined(special, self._scaled(IN_SPECIAL_SCHOOLS[2026]) * _SPARE)
        nurseries = [one for one in self.schools if one.kind == "early_years"]
        self._others += self._imagined(nurseries, sum(one.pupils for one in nurseries))
        alternative = [one for one in self.schools if one.kind == "alternative"]
        self._alternative = self._imagined(alternative, self._scaled(IN_ALTERNATIVE_PROVISION) * _SPARE)
        self._with_plans = {id(case.person): _returned(case.person, self._roll) for case in area.cases if case.plan}
        self._rolls = {year: self._on_roll(year) for year in story.CENSUS_DAYS}

    def on_roll(self, year: int) -> Sequence[OnRoll]:
        return self._rolls[year]

    def _scaled(self, number: int) -> int:
        return round(number * self._scale)

    def _imagined(self, schools: Sequence[School], number: float) -> list[Imagined]:
        """Every cohort of every school that is on roll on any of the days, in proportion to the schools' sizes."""
        share = number / (sum(one.pupils for one in schools) or 1)
        return [
            self._pupil(one, cohort)
            for one in schools
            for cohort in range(min(PUPILS) - 1 - _groups(one)[-1], max(PUPILS) - _groups(one)[0])
            for _ in range(self._in_a_cohort(one, share))
        ]

    def _in_a_cohort(self, school: School, share: float) -> int:
        exact = school.pupils * share / len(_groups(school))
        return int(exact) + (self._roll.random() < exact % 1)

    def _pupil(self, school: School, cohort: int) -> Imagined:
        roll = self._roll
        born = date(cohort - 5, 9, 1) + timedelta(int(365 * roll.random()))
        sex = "M" if roll.random() < 0.512 else "F"
        self._serial += 1
        return Imagined(
            upn(self._area.profile.code, self._serial, born), roll.choice(_SURNAMES), roll.choice(_FORENAMES[sex]),
            born, cohort, roll.random(), school, date(cohort + _groups(school)[0], 9, 1), roll.random(), roll.random(),
        )  # fmt: skip

    def _on_roll(self, year: int) -> list[OnRoll]:
        on = story.CENSUS_DAYS[year]
        planned = list(self._planned(on))
        own_special = sum(each.school.kind in SPECIAL for each in planned)
        guests = _first(self._there(self._from_elsewhere, year), self._scaled(IN_SPECIAL_SCHOOLS[year]) - own_special)
        elsewhere = [OnRoll(one, one.school, "E", self._need(one), one.entered) for one in guests]
        ap = _first(self._there(self._alternative, year), self._scaled(IN_ALTERNATIVE_PROVISION))
        others = _first(
            self._there(self._others, year), self._scaled(PUPILS[year]) - len(planned) - len(elsewhere) - len(ap)
        )
        return sorted(
            [*planned, *elsewhere, *self._supported([*others, *ap], self._scaled(ON_SUPPORT[year]))],
            key=lambda each: (each.school.urn, each.pupil.upn),
        )

    def _planned(self, on: date) -> Iterator[OnRoll]:
        """Children with a plan in force and a place in a school that sends its census."""
        told = {one.urn for one in self.schools}
        for case in self._area.cases:
            plan, person = case.plan, case.person
            if plan is None or not plan.in_force(on) or person.starts_school() > on or person.age(on) >= 19:
                continue
            placed = placed_on(plan, on)
            if placed.school and placed.school.urn in told and not _closed(placed.school, on):
                yield OnRoll(self._with_plans[id(person)], placed.school, "E", plan.needs[0], placed.entered)

    def _there(self, pupils: Iterable[Imagined], year: int) -> list[Imagined]:
        on = story.CENSUS_DAYS[year]
        return [
            one
            for one in pupils
            if year - 1 - one.cohort in _groups(one.school)
            and not _closed(one.school, on)
            and (year - 1 - one.cohort < _SIXTH_FORM or one.luck > 0.5 or one.school.kind in SPECIAL)
        ]

    def _supported(self, pupils: Sequence[Imagined], number: int) -> list[OnRoll]:
        """Those of the worst luck are on SEN support; in alternative provision, most are."""
        likely = sorted(pupils, key=lambda one: one.luck * (0.27 if one.school.kind == "alternative" else 1))
        on_support = {one.upn for one in likely[:number]}
        return [
            OnRoll(one, one.school, "K", self._need(one), one.entered)
            if one.upn in on_support
            else OnRoll(one, one.school, "N", "", one.entered)
            for one in pupils
        ]

    def _need(self, pupil: Imagined) -> str:
        pupil.need = pupil.need or weighted(self._roll, _SUPPORT_NEEDS)
        return pupil.need


def _returned(person: Person, roll: Dice) -> Pupil:
    """A child of the return, under the same number. Where they are is in the plan."""
    cohort = person.starts_school().year
    return Pupil(person.upn, person.surname, person.forename, person.born, cohort, roll.random())


def _tells(school: School) -> bool:
    return school.kind in (*MAINSTREAM, *SPECIAL, "alternative", "early_years")


def _groups(school: School) -> range:
    """Year groups that a school has: reception is 0, a nursery class before it."""
    if school.kind == "alternative":
        return range(6, 12)
    if school.kind == "early_years":
        return range(-1, 0)
    return range(max(school.low - 4, 0), min(school.high - 4, 14))


def _closed(school: School, on: date) -> bool:
    return school.closed is not None and school.closed < on


def _first(pupils: Sequence[Imagined], number: int) -> list[Imagined]:
    """So many, and mostly the same ones on each day."""
    return sorted(pupils, key=lambda one: one.stays)[: max(number, 0)]
