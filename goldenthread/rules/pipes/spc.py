"""`goldenthread rules spc`: a control chart's judgement of a series."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise
from math import isfinite
from typing import Any

from goldenthread.rules.pipe import CannotAnswer, Json, Pipe, needed
from goldenthread.rules.statistics import verdict
from goldenthread.rules.statistics.faults import NotComputable
from goldenthread.rules.statistics.judgement import Assurance, Better, Rebase, Rules, Signal, Verdict
from goldenthread.rules.statistics.spc import xmr

NO_CAUSE = "no cause recorded"
_POINT = ("mean", "lower", "upper", "signal", "verdict")


def answer(asked: Json) -> Json:
    values = _values(asked)
    dates = _dates(asked, len(values))
    rebases, unexplained = _rebases(asked, dates)
    try:
        target = _number(asked, "target")
        chart = xmr(values, better=_better(asked), rules=_rules(asked), rebases=rebases, target=target)
    except NotComputable as why:
        raise CannotAnswer(str(why)) from why
    unit = str(asked.get("unit") or "")
    return {
        "points": [{key: getattr(point, key) for key in _POINT} for point in chart.points],
        "variation": chart.variation,
        "assurance": chart.assurance,
        "sentence": verdict.sentence(chart, unit),
        "warnings": [*verdict.warnings(chart, tuple(dates)), *unexplained],
    }


def _values(asked: Json) -> list[float | None]:
    values = needed(asked, "values")
    if not isinstance(values, list) or any(value is not None and not _is_number(value) for value in values):
        raise CannotAnswer("“values” must be a list of numbers in time order, with null where none was recorded.")
    return values


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value)


def _number(asked: Json, key: str) -> float | None:
    value = asked.get(key)
    if value is not None and not _is_number(value):
        raise CannotAnswer(f"“{key}” must be a number; it is “{value}”.")
    return value


def _better(asked: Json) -> Better:
    better = needed(asked, "better")
    if better not in list(Better):
        raise CannotAnswer(f"“better” is “{better}”. Say which is better: {', '.join(Better)}.")
    return Better(better)


def _rules(asked: Json) -> Rules:
    usual = Rules()
    return Rules(
        screen_outliers=bool(asked.get("screen_outliers", False)),
        baseline_points=_whole(asked, "baseline_points", None),
        run_length=_whole(asked, "run_length", usual.run_length) or usual.run_length,
        trend_length=_whole(asked, "trend_length", usual.trend_length) or usual.trend_length,
    )


def _whole(asked: Json, key: str, usual: int | None) -> int | None:
    value = _number(asked, key)
    if value is None:
        return usual
    if value != int(value):
        raise CannotAnswer(f"“{key}” counts points, so it must be a whole number; it is {value}.")
    return int(value)


def _dates(asked: Json, count: int) -> list[date]:
    given = asked.get("dates") or []
    if not isinstance(given, list) or (given and len(given) != count):
        raise CannotAnswer(f"“dates” must be a list with a date for each of the {count} values.")
    dates = [_date(text, "dates") for text in given]
    if any(later <= earlier for earlier, later in pairwise(dates)):
        raise CannotAnswer("“dates” are not in order, or one comes twice. Give the values in time order, one a date.")
    return dates


def _date(text: Any, key: str) -> date:
    try:
        return date.fromisoformat(text[:10])
    except (ValueError, TypeError) as why:
        raise CannotAnswer(f"“{text}” in “{key}” is not a date. Write dates as 2026-10-31.") from why


def _rebases(asked: Json, dates: Sequence[date]) -> tuple[list[Rebase], list[str]]:
    """Where groups start, and a warning for each unexplained. A date between two points starts at the later point."""
    given = asked.get("rebase") or []
    if not isinstance(given, list):
        raise CannotAnswer("“rebase” must be a list of dates, each starting a new group.")
    if given and not dates:
        raise CannotAnswer("“rebase” names dates, so “dates” must be given too: one for each value.")
    rebases, warnings = [], []
    for item in given:
        start, cause = (item.get("date"), item.get("cause")) if isinstance(item, Mapping) else (item, None)
        rebases.append(Rebase(bisect_left(dates, _date(start, "rebase")), cause or NO_CAUSE))
        if not cause:
            warnings.append(f"The rebase of {start} has no recorded cause. Rebase only for a change that is known.")
    return [rebase for rebase in rebases if rebase.position], warnings  # one at the first point changes nothing


def _either(what: str) -> Json:
    return {"type": [what, "null"]}


_NUMBERS = {"type": "array", "items": _either("number")}
_REBASE = {
    "oneOf": [
        {"type": "string", "format": "date"},
        {
            "type": "object",
            "properties": {"date": {"type": "string", "format": "date"}, "cause": {"type": "string"}},
            "required": ["date"],
        },
    ]
}

pipe = Pipe(
    name="spc",
    title="Judge a series by a control chart (XmR, Making Data Count)",
    takes={
        "type": "object",
        "required": ["values", "better"],
        "properties": {
            "id": {},
            "values": {**_NUMBERS, "description": "in time order; null where none was recorded"},
            "dates": {"type": "array", "items": {"type": "string", "format": "date"}},
            "better": {"enum": list(Better)},
            "screen_outliers": {"type": "boolean", "default": False},
            "baseline_points": {"type": "integer", "minimum": 12, "description": "fix limits on a group's first"},
            "rebase": {"type": "array", "items": _REBASE, "description": "dates that start a group, with the cause"},
            "target": {"type": "number"},
            "run_length": {"type": "integer", "minimum": 3, "default": 7},
            "trend_length": {"type": "integer", "minimum": 3, "default": 7},
            "unit": {"type": "string", "description": "for the sentence only, such as “%” or “days”"},
        },
    },
    gives={
        "type": "object",
        "required": ["id", "points", "variation", "assurance", "sentence", "warnings"],
        "properties": {
            "id": {},
            "points": {
                "type": "array",
                "items": {
                    "type": "object",
                    "required": list(_POINT),
                    "properties": {
                        "mean": _either("number"),
                        "lower": _either("number"),
                        "upper": _either("number"),
                        "signal": {"enum": list(Signal)},
                        "verdict": {"enum": [*Verdict, None], "description": "null where no value was recorded"},
                    },
                },
            },
            "variation": {"enum": list(Verdict), "description": "the latest point's verdict"},
            "assurance": {"enum": list(Assurance)},
            "sentence": {"type": "string"},
            "warnings": {"type": "array", "items": {"type": "string"}},
        },
    },
    answer=answer,
)
