"""`goldenthread rules funnel`: places beside what chance allows one of their size: who is unusual, not who is last."""

from collections.abc import Mapping
from typing import Any

from goldenthread.rules.pipe import CannotAnswer, Json, Pipe, needed
from goldenthread.rules.statistics import funnel
from goldenthread.rules.statistics.faults import NotComputable
from goldenthread.rules.statistics.funnel import Kind, Standing

_LIMITS = ("denominator", "unusually_low", "low", "high", "unusually_high")


def answer(asked: Json) -> Json:
    kind = asked.get("kind", Kind.PROPORTION)
    if kind not in list(Kind):
        raise CannotAnswer(f"There is no kind “{kind}”. Use one of {', '.join(Kind)}.")
    multiplier = _number(asked, "multiplier") or 100.0
    try:
        drawn = funnel.funnel(_places(asked), Kind(kind), multiplier=multiplier, around=_number(asked, "around"))
    except NotComputable as why:
        raise CannotAnswer(str(why)) from why
    return {
        "mean": drawn.mean,
        "points": [
            {"key": point.key, "value": point.value, "standing": point.standing.value} for point in drawn.points
        ],
        "limits": [{key: getattr(limits, key) for key in _LIMITS} for limits in drawn.curve()],
        "left_out": list(drawn.left_out),
        "sentence": funnel.sentence(drawn, str(asked.get("places_are") or "places")),
    }


def _places(asked: Json) -> list[tuple[str, float | None, float | None]]:
    given = needed(asked, "places")
    if not isinstance(given, list) or not all(isinstance(each, Mapping) for each in given):
        raise CannotAnswer("“places” must be a list of objects with “key”, “numerator” and “denominator”.")
    return [(str(needed(each, "key")), _number(each, "numerator"), _number(each, "denominator")) for each in given]


def _number(asked: Json, key: str) -> float | None:
    value: Any = asked.get(key)
    if value is not None and (not isinstance(value, int | float) or isinstance(value, bool)):
        raise CannotAnswer(f"“{key}” must be a number; it is “{value}”.")
    return value


_N: Json = {"type": "number"}
_OR_NONE: Json = {"type": ["number", "null"]}

pipe = Pipe(
    name="funnel",
    title="Who is unusual for their size: places within or beyond the limits of a funnel",
    takes={
        "type": "object",
        "required": ["places"],
        "properties": {
            "id": {},
            "places": {
                "type": "array",
                "items": {
                    "type": "object",
                    "required": ["key"],
                    "properties": {"key": {"type": "string"}, "numerator": _OR_NONE, "denominator": _OR_NONE},
                },
            },
            "kind": {"enum": list(Kind), "default": Kind.PROPORTION},
            "multiplier": {"type": "number", "default": 100, "description": "100 for per cent"},
            "around": {**_N, "description": "the mean to compare with; that of all the places if absent"},
            "places_are": {"type": "string", "description": "for the sentence only, such as “schools”"},
        },
    },
    gives={
        "type": "object",
        "required": ["id", "mean", "points", "limits", "left_out", "sentence"],
        "properties": {
            "id": {},
            "mean": _N,
            "points": {
                "type": "array",
                "items": {
                    "type": "object",
                    "required": ["key", "value", "standing"],
                    "properties": {"key": {"type": "string"}, "value": _N, "standing": {"enum": list(Standing)}},
                },
            },
            "limits": {
                "type": "array",
                "description": "from the smallest denominator to the largest: 95 % and 99.8 %",
                "items": {"type": "object", "required": list(_LIMITS), "properties": dict.fromkeys(_LIMITS, _N)},
            },
            "left_out": {"type": "array", "items": {"type": "string"}, "description": "without a denominator"},
            "sentence": {"type": "string"},
        },
    },
    answer=answer,
)
