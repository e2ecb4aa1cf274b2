"""Figures that partners send: therapy waits, health checks, young people out of everything, suspensions.

One is restated, one is suppressed, one school has sent nothing. Of children missing education nobody sends any.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from math import sqrt

from . import story
from .dice import Dice
from .schools import School

HEADINGS = (
    "indicator", "period_start", "period_end", "cohort", "place", "numerator", "denominator", "source", "status",
    "note",
)  # fmt: skip
Row = tuple[str, ...]
THERAPIES, SUSPENSIONS = "therapy_waits_over_18_weeks", "suspensions_send"
NEET, HEALTH_CHECKS = "send_16_17_neet", "annual_health_checks_14_plus"
_SENT_BY = {  # indicator → source and cohort
    THERAPIES: ("Marl Valley NHS Trust, community waiting list", "children waiting"),
    SUSPENSIONS: ("Schools' termly suspension returns", "all SEND"),
    NEET: ("Marlshire participation team, caseload information", "aged 16 and 17 with SEND"),
    HEALTH_CHECKS: (
        "NHS Marl Valley Integrated Care Board, practice data",
        "14 and over on a learning disability register",
    ),
}
RATE = 0.021  # suspensions a pupil with SEN a month, in an ordinary school
_ACADEMIC_YEAR = (date(2025, 9, 1), date(2026, 8, 31))
GOOD, HIGH = 3, 2  # schools well below and well above what their size explains; nobody has visited them
RESTATED_MONTH, RESTATED_WAS = date(2026, 3, 1), 301
RECODED_FROM, RECODED_TO = 40, 26  # suspensions that the one school had counted, and has now


def figures(area_code: str, schools: Iterable[School], roll: Dice) -> Iterator[Row]:
    """The first file: monthly for the area, the last school year by school."""
    yield from _waits(area_code, roll)
    yield from _suspensions(area_code, roll)
    yield from _level(NEET, 0.084, 930, area_code, roll)
    yield from _level(HEALTH_CHECKS, 0.62, 1040, area_code, roll)
    yield from _by_school(mainstream(schools), roll)


def restated(area_code: str) -> Iterator[Row]:
    """The second file: one month corrected, with the reason."""
    first = RESTATED_MONTH
    reason = "Restated: one school had coded authorised absences as suspensions and has re-coded its absences."
    number = RESTATED_WAS - RECODED_FROM + RECODED_TO
    yield _row(SUSPENSIONS, first, story.month_end(first), area_code, number, _pupils(first), note=reason)


def _row(
    indicator: str, first: date, last: date, place: str, numerator: int | str, denominator: int | str,
    status: str = "final", note: str = "",
) -> Row:  # fmt: skip
    source, cohort = _SENT_BY[indicator]
    counts = (str(numerator), str(denominator))
    return (indicator, first.isoformat(), last.isoformat(), cohort, place, *counts, source, status, note)


def _waits(area_code: str, roll: Dice) -> Iterator[Row]:
    """Children waiting over 18 weeks for a therapy: level at 46 %, then down each month from January 2026."""
    for month in story.months(date(2024, 1, 1)):
        since = max(0, (month.year - 2026) * 12 + month.month)
        waiting = roll.randint(1180, 1260)
        share = 0.46 + roll.uniform(-0.02, 0.02) - 0.02 * since
        provisional = month >= date(2026, 9, 1)
        yield _row(
            THERAPIES, month, story.month_end(month), area_code, round(share * waiting), waiting,
            "provisional" if provisional else "final", "Not yet validated by the trust" if provisional else "",
        )  # fmt: skip


def _level(indicator: str, share: float, people: int, area_code: str, roll: Dice) -> Iterator[Row]:
    """A figure in which nothing has moved yet."""
    for month in story.months(date(2025, 1, 1)):
        of = people + roll.randint(-15, 15)
        number = round(of * (share + roll.uniform(-0.008, 0.008)))
        yield _row(indicator, month, story.month_end(month), area_code, number, of)


def _suspensions(area_code: str, roll: Dice) -> Iterator[Row]:
    """No change that chance would not make. August has no school; one month is too small a count to show."""
    for month in story.months(date(2023, 9, 1), date(2026, 7, 31)):
        if month.month == 8:
            continue
        pupils = _pupils(month)
        number = round(pupils * (RATE + roll.uniform(-0.0025, 0.0025)))
        number = RESTATED_WAS if month == RESTATED_MONTH else number
        yield _row(SUSPENSIONS, month, story.month_end(month), area_code, number, pupils)


def _pupils(month: date) -> int:
    """Pupils with SEN on roll: fifteen more each month since September 2023."""
    return 13_400 + 15 * ((month.year - 2023) * 12 + month.month - 9)


def mainstream(schools: Iterable[School]) -> list[School]:
    return [school for school in schools if "mainstream" in school.kind and not school.closed]


def silent(schools: Iterable[School]) -> str:
    """URN of the school that sends nothing to anybody."""
    asked = mainstream(schools)
    return asked[len(asked) // 5].urn


def factors(schools: Iterable[School]) -> dict[str, float]:
    """{URN: how many times as many suspensions as size explains} of the schools that stand out."""
    large = sorted((one for one in mainstream(schools) if one.phase == "Secondary"), key=lambda one: -one.pupils)
    return {
        **{one.urn: 0.25 for one in large[1 : 1 + GOOD]}, **{one.urn: 1.9 for one in large[5 : 5 + HIGH]},
    }  # fmt: skip


def _by_school(schools: list[School], roll: Dice) -> Iterator[Row]:
    unusual, nothing_sent = factors(schools), silent(schools)
    suppressed = schools[len(schools) // 60].urn
    for school in schools:
        pupils = max(6, round(school.pupils * roll.uniform(0.14, 0.24)))
        if school.urn == suppressed:
            yield _row(SUSPENSIONS, *_ACADEMIC_YEAR, school.urn, "", pupils, "c", "Suppressed: fewer than five")
        elif school.urn == nothing_sent:
            note = "Nothing sent: supplied by goodwill, asked for three times"
            yield _row(SUSPENSIONS, *_ACADEMIC_YEAR, school.urn, "", "", "not supplied", note)
        else:
            factor = unusual.get(school.urn, 1.0)
            yield _row(SUSPENSIONS, *_ACADEMIC_YEAR, school.urn, suspended(10 * RATE * pupils, factor, roll), pupils)


def suspended(usual: float, factor: float, roll: Dice) -> int:
    """Near what the size explains, times the factor; chance never carries it past the outer limit of a funnel."""
    return max(0, round(usual * factor + roll.uniform(-1.5, 1.5) * sqrt(usual * factor)))
