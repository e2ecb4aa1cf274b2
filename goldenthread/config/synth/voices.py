"""What families say: the monthly experience survey and the complaints that came in."""

import csv
from collections.abc import Iterator
from datetime import date, timedelta
from typing import TextIO

from . import story
from .dice import Dice, day_between, stratified, weighted, working
from .profile import NEEDS

SURVEY_BEGINS = date(2023, 11, 1)
LAST_YEAR_BEGINS = date(2025, 11, 1)
_ANSWERS_A_MONTH = {False: 20, True: 18}  # in the last year fewer families answer
_ANSWERS_LAST_YEAR = 212
_WORDS = {1: "Very poor", 2: "Poor", 3: "Neither good nor poor", 4: "Good", 5: "Very good"}
_BANDS = {"Under 5": 12, "5 to 10": 36, "11 to 15": 32, "16 to 18": 13, "19 to 25": 7}

# question code → (words, share who said good or very good before the last year, in the last year)
QUESTIONS = {
    "experience": ("Overall, how do you rate your family's experience of SEND support in Marlshire?", 0.41, 0.34),
    "listened_to": ("Were your views listened to when decisions were made?", 0.46, 0.46),
    "right_help_in_time": ("Did your child get the right help when they needed it?", 0.33, 0.36),
    "plan_describes_child": ("Does your child's EHC plan describe your child as they are today?", 0.52, 0.53),
    "know_where_to_go": ("Do you know where to go for information and advice?", 0.49, 0.50),
    "welcome_at_school": ("Is your child welcome and included at their school or setting?", 0.48, 0.47),
}
HEADINGS = ("answered_on", "child_age_band", "need", "question_code", "question", "answer")


def survey(roll: Dice) -> Iterator[tuple[str, ...]]:
    """One row an answer to one question. No family of a child under five answered in the last year."""
    for month in story.months(SURVEY_BEGINS):
        recent = month >= LAST_YEAR_BEGINS
        number = _ANSWERS_A_MONTH[recent] - (recent and month.month in (12, 4, 8, 6))
        days = sorted(day_between(roll, month, story.month_end(month)) for _ in range(number))
        bands = {band: weight for band, weight in _BANDS.items() if not (recent and band == "Under 5")}
        families = [(day.isoformat(), weighted(roll, bands), weighted(roll, NEEDS)) for day in days]
        for code, (words, before, now) in QUESTIONS.items():
            wobble = 0 if code == "experience" and recent else roll.uniform(-0.06, 0.06)
            pleased = stratified(roll, families, (now if recent else before) + wobble)
            for position, family in enumerate(families):
                if roll.random() > 0.04 or code == "experience":  # some leave a question out
                    yield (*family, code, words, _WORDS[_answer(position in pleased, roll)])


def _answer(pleased: bool, roll: Dice) -> int:
    return weighted(roll, {4: 3, 5: 1} if pleased else {1: 3, 2: 4, 3: 4})


_ABOUT = {
    "Delay in an EHC needs assessment or plan": 30,
    "Help in the plan not given": 22,
    "Communication: calls and letters not answered": 24,
    "Refusal to assess or to issue a plan": 8,
    "School place: wrong place, or none": 12,
    "Transport": 8,
    "Annual review late or not acted on": 10,
}
_BODIES = {
    "EHC plan service": 60,
    "School or setting": 15,
    "NHS therapy service": 12,
    "Transport service": 8,
    "Other": 5,
}
COMPLAINT_HEADINGS = ("received_on", "theme", "stage", "about", "outcome", "responded_on")


def complaints(roll: Dice) -> Iterator[tuple[str, ...]]:
    """Complaints from 2024 on. Those about delay fall once the backlog is cleared; those about communication do not."""
    for month in story.months(date(2024, 1, 1)):
        mix = dict(_ABOUT)
        if month >= date(2026, 5, 1):
            mix["Delay in an EHC needs assessment or plan"] = 12
        days = sorted(working(day_between(roll, month, story.month_end(month))) for _ in range(roll.randint(9, 15)))
        for day in days:
            stage = weighted(roll, {"1": 80, "2": 16, "3": 4})
            answered = working(day + timedelta(roll.randint(8, 45)))
            open_still = answered > story.AS_AT
            outcome = "" if open_still else weighted(roll, {"upheld": 38, "partly upheld": 34, "not upheld": 28})
            yield (
                day.isoformat(), weighted(roll, mix), stage, weighted(roll, _BODIES), outcome,
                "" if open_still else answered.isoformat(),
            )  # fmt: skip


def write(file: TextIO, headings: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> None:
    out = csv.writer(file, lineterminator="\n")
    out.writerow(headings)
    out.writerows(rows)
