"""What happens to a plan: where the child learns, each year's review, the day that it ends."""

from collections.abc import Iterable
from datetime import date, timedelta

from . import story
from .cases import Case, Placement, Plan, Review
from .desk import needs
from .dice import Dice, day_between, weighted, working
from .people import People, Person
from .profile import (
    AGES_WITH_A_PLAN,
    CEASED_BECAUSE,
    FULL_SIZE,
    NEEDS,
    PLACEMENTS_BY_AGE,
    SPECIAL_ON_A_FIRST_PLAN,
    Profile,
    age_band,
)
from .schools import School

STOCK_AT_THE_START = 1870  # plans of before 2022 still in force on 1 January 2023, at full size
_ENDING_A_YEAR = {"0-4": 0.03, "5-10": 0.03, "11-15": 0.035, "16-18": 0.16, "19-25": 0.38}
_PHASES_BEGIN_AT = (4, 11, 16, 19)  # ages on 31 August, the day before a new phase begins


def stock(profile: Profile, people: People, roll: Dice) -> list[Case]:
    """Plans that were there before the story began: history, as far as any return tells."""
    made = []
    for _ in range(round(STOCK_AT_THE_START * profile.plans / FULL_SIZE)):
        age = weighted(roll, AGES_WITH_A_PLAN)
        held = min(roll.randint(0, 8 * 365), max(age - 2, 0) * 365 + 100)
        issued = working(story.STORY_BEGINS - timedelta(held + 4))
        case = Case(people.one(age, story.STORY_BEGINS), issued - timedelta(roll.randint(110, 210)), "2", "Y", issued)
        case.outcome, case.ended = "Y", issued
        case.plan = Plan(issued, needs(roll, NEEDS), personal_budget=roll.random() < 0.02)
        if age <= 15 and roll.random() < 0.04:
            case.plan.from_area = weighted(roll, {"884": 3, "893": 2, "330": 2, "937": 1})
            case.plan.moved_in = day_between(roll, story.STORY_BEGINS, story.AS_AT)
        made.append(case)
    return made


class Lives:
    """Lets each plan live to the as-at day."""

    def __init__(self, profile: Profile, schools: Iterable[School], roll: Dice) -> None:
        self._profile, self._roll = profile, roll
        self._by_kind: dict[str, list[School]] = {}
        for school in schools:
            self._by_kind.setdefault(school.kind, []).append(school)
        with_units = self._by_kind["mainstream_academy"]
        self._by_kind["sen_unit"] = [school for school in with_units if school.unit] or with_units
        self._by_kind["resourced_provision"] = [school for school in with_units if school.resourced] or with_units

    def live(self, case: Case) -> None:
        plan = case.plan
        if plan is None:
            return
        old = plan.issued < story.STORY_BEGINS
        self._end(plan, case.person)
        self._places(plan, case.person, old)
        self._reviews(plan)

    def _end(self, plan: Plan, person: Person) -> None:
        start = max(plan.issued, story.STORY_BEGINS)
        too_old = max(date(person.born.year + 25, person.born.month, 1) - timedelta(1), story.STORY_BEGINS)
        for year in range(start.year, story.AS_AT.year + 1):
            ending = working(day_between(self._roll, date(year, 1, 2), date(year, 12, 20)))
            ends = self._roll.random() < _ENDING_A_YEAR[age_band(min(person.age(ending), 25))]
            if too_old.year == year and (ending >= too_old or not ends):
                self._cease(plan, too_old, "1")
            elif ends:
                self._cease(plan, ending, weighted(self._roll, self._reasons(person.age(ending))))
            if plan.ceased:
                return

    def _cease(self, plan: Plan, on: date, reason: str) -> None:
        if plan.issued + timedelta(30) < on <= story.AS_AT and (plan.moved_in is None or plan.moved_in < on):
            plan.ceased, plan.cease_reason = on, reason

    def _reasons(self, age: int) -> dict[str, int]:
        return {
            code: number
            for code, number in CEASED_BECAUSE.items()
            if (code in "258" if age < 16 else code != "1" and (age >= 18 or code not in "34"))
        }

    def _places(self, plan: Plan, person: Person, old: bool) -> None:
        begin = max(plan.issued, story.STORY_BEGINS)
        entered = _phase_began(person, begin) if old else plan.issued
        plan.placements.append(self._place(person, begin, entered, first=not old))
        for year in range(begin.year, story.AS_AT.year + 1):
            september = date(year, 9, 1)
            if not begin < september <= min(story.AS_AT, plan.ceased or story.AS_AT):
                continue
            starts = person.age(september - timedelta(1)) in _PHASES_BEGIN_AT
            if starts or self._closed(plan.placements[-1], september):
                self._move(plan, person, september)

    def _closed(self, placement: Placement, on: date) -> bool:
        return bool(placement.school and placement.school.closed and placement.school.closed < on)

    def _move(self, plan: Plan, person: Person, on: date) -> None:
        plan.placements[-1].left = max(on - timedelta(38), plan.placements[-1].entered)
        plan.placements.append(self._place(person, on, on, first=False))

    def _place(self, person: Person, on: date, entered: date, *, first: bool) -> Placement:
        age = person.age(on)
        mix: dict[str, float] = dict(PLACEMENTS_BY_AGE[age_band(max(0, min(age, 25)))])
        if first:
            mix = {k: v * (SPECIAL_ON_A_FIRST_PLAN if k.startswith("special_") else 1) for k, v in mix.items()}
        if person.starts_school() <= on:
            mix.pop("early_years", None)
        kind = weighted(self._roll, mix)
        if kind.isupper():
            return Placement(None, kind, entered)
        fitting = [s for s in self._by_kind[kind] if s.low <= age < s.high and not (s.closed and s.closed < on)]
        school = self._roll.choice(fitting or self._by_kind[kind])
        return Placement(
            school, "", entered, None, kind == "sen_unit" and school.unit > 0,
            kind == "resourced_provision" and school.resourced > 0,
        )  # fmt: skip

    def _reviews(self, plan: Plan) -> None:
        """A meeting each year; some years are missed, and a quarter of decisions come after the four weeks."""
        roll, until = self._roll, min(story.AS_AT, plan.ceased or story.AS_AT)
        met = plan.issued + timedelta(roll.randint(300, 364))
        while met <= until:
            if met.year >= story.STORY_BEGINS.year and roll.random() > self._profile.review_missed:
                plan.reviews.append(self._review(working(met)))
            met += timedelta(roll.randint(330, 366))

    def _review(self, met: date) -> Review:
        roll = self._roll
        prompt = roll.random() < self._profile.review_decided_in_time
        decided = working(met + timedelta(roll.randint(10, 28) if prompt else roll.randint(31, 95)))
        decision = weighted(roll, self._profile.outcomes_of_review)
        return Review(met, decision, max(decided, met), decided if decision == "A" else None)


def _phase_began(person: Person, on: date) -> date:
    """1 September of the year in which the child reached the phase of education that they are in."""
    turns = person.starts_school().year
    return max(date(turns + age - 4, 9, 1) for age in (0, *_PHASES_BEGIN_AT) if date(turns + age - 4, 9, 1) <= on)
