"""The records of one area → rows of the frozen tables."""

from collections.abc import Callable
from datetime import date
from typing import Any

from goldenthread.foundation.partnership import reads as partnership
from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.record.casework import reads as casework
from goldenthread.record.establishments import reads as establishments
from goldenthread.record.feedback import reads as feedback
from goldenthread.rules.cases import freeze

Rows = dict[str, Any]


def rows(area: LocalArea, as_at: date, pseudonym: Callable[[str], str]) -> Rows:
    """Every table, as known on `as_at`: rows; and of pupils, who are many, Arrow tables."""
    schools = establishments.facts(area)
    frozen = freeze(casework.people(area), as_at, pseudonym, schools, area.code)
    return {
        "cases": frozen.cases,
        "plans": frozen.plans,
        "reviews": frozen.reviews,
        "establishments": establishments.rows(area),
        "survey": [{"area": area.code, **_answer(one)} for one in feedback.answers(area) if one.answered_on <= as_at],
        "complaints": [
            {"area": area.code, **_complaint(one, as_at)}
            for one in feedback.complaints(area)
            if one.received_on <= as_at
        ],
        **establishments.frozen_pupils(area, as_at),
        "residents": [{"area": area.code, **one} for one in partnership.residents(area, as_at)],
    }


def _answer(one: Any) -> dict[str, Any]:
    return {
        "row": one.row_hash,
        "answered_on": one.answered_on,
        "question": one.question,
        "answer": one.score,
        "age_band": one.age_band or None,
        "need": one.need or None,
    }


def _complaint(one: Any, as_at: date) -> dict[str, Any]:
    answered = one.responded_on if one.responded_on and one.responded_on <= as_at else None
    return {
        "row": one.row_hash,
        "received_on": one.received_on,
        "theme": one.theme or None,
        "stage": one.stage,
        "outcome": (one.outcome or None) if answered else None,
        "responded_on": answered,
    }
