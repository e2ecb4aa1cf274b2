"""Suspensions and permanent exclusions. Of pupils with SEN, as the partners' figures tell it: no change in three years,
three schools unusually good and two unusually high.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from . import partners
from .dice import Dice, weighted
from .pupils import OnRoll

HEADINGS = ("UPN", "URN", "Start date", "Category", "Sessions", "Reason 1", "SEN provision")
Row = tuple[str, ...]
_WITH_SEN = 10 * partners.RATE  # a pupil a school year: ten months
_WITHOUT = 0.045
_PERMANENT, _PERMANENTLY = 0.0013, {"K": 0.42, "E": 0.1, "N": 0.48}  # a pupil a school year, and who they are
_REASONS = {
    "DB": 46,
    "VA": 16,
    "PP": 13,
    "PA": 6,
    "TH": 4,
    "DS": 4,
    "DM": 3,
    "OW": 2,
    "BU": 2,
    "MT": 2,
    "LG": 1,
    "RA": 1,
}
_TERMS = (((9, 4), (12, 18)), ((1, 6), (3, 26)), ((4, 15), (7, 17)))  # first and last days of school


def rows(rolled: Sequence[OnRoll], year: int, factors: Mapping[str, float], roll: Dice) -> Iterator[Row]:
    """Of the school year whose January census is `year`'s, school by school."""
    days, told = _school_days(year), set[tuple[str, date]]()
    by_school: dict[str, list[OnRoll]] = {}
    for each in (one for one in rolled if one.year_group(year) >= 0):
        by_school.setdefault(each.school.urn, []).append(each)
    for urn, pupils in by_school.items():
        with_sen = [each for each in pupils if each.sen != "N"]
        without = [each for each in pupils if each.sen == "N"]
        number = partners.suspended(_WITH_SEN * len(with_sen), factors.get(urn, 1.0), roll)
        for each in _who(with_sen, number, roll) + _who(without, round(_WITHOUT * len(without)), roll):
            on = roll.choice(days)
            if (each.pupil.upn, on) not in told:
                told.add((each.pupil.upn, on))
                yield _row(each, on, roll)
    for sen, share in _PERMANENTLY.items():
        older = [each for each in rolled if each.sen == sen and each.year_group(year) > 4]
        for each in _who(older, round(_PERMANENT * share * len(rolled)), roll):
            yield (each.pupil.upn, each.school.urn, roll.choice(days).isoformat(), "PERM", "", _reason(roll), each.sen)


def _who(pupils: Sequence[OnRoll], number: int, roll: Dice) -> list[OnRoll]:
    """Some more than once: the number falls on half as many, who are those that miss most."""
    often = sorted(pupils, key=lambda each: -each.pupil.away)[: max(1, number // 2)]
    return [roll.choice(often) for _ in range(number)] if pupils else []


def _row(each: OnRoll, on: date, roll: Dice) -> Row:
    lunch = roll.random() < 0.02
    sessions = 1 if lunch else weighted(roll, {1: 22, 2: 38, 3: 6, 4: 18, 6: 10, 10: 5, 20: 1})
    category = "LNCH" if lunch else "SUSP"
    return (each.pupil.upn, each.school.urn, on.isoformat(), category, str(sessions), _reason(roll), each.sen)


def _reason(roll: Dice) -> str:
    return weighted(roll, _REASONS)


def _school_days(year: int) -> list[date]:
    """Weekdays of the three terms."""
    found = []
    for (month, first), (last_month, last) in _TERMS:
        of = year - 1 if month == 9 else year
        day, end = date(of, month, first), date(of, last_month, last)
        while day <= end:
            if day.weekday() < 5:
                found.append(day)
            day += timedelta(1)
    return found
