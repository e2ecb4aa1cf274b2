"""`goldenthread rules claims`: whether the figures of a claim fit each other."""

from typing import Any

from goldenthread.rules.claims import Check, Figure, NotASum, check, read_line
from goldenthread.rules.claims.sums import KINDS
from goldenthread.rules.pipe import CannotAnswer, Json, Pipe

SUMS = (
    "share: part, whole, says?. product: factors, says. sum: parts, says. whole: part, percents (one, or two whose "
    "difference the part is), says?. told_twice: first, second. rate: says, of?, when?"
)


def answer(asked: Json) -> Json:
    try:
        found = check(read_line(str(asked["line"])) if "line" in asked else asked)
    except NotASum as why:
        raise CannotAnswer(str(why)) from why
    return {"verdict": found.fit.value, "sentence": found.sentence, **_range(found)}


def _range(found: Check) -> dict[str, float]:
    figure: Figure | None = found.found
    if figure is None:
        return {}
    return {"value": float(figure.value), "low": float(figure.low), "high": float(figure.high)}


_FIGURE: Json = {"type": ["string", "number"], "description": "As it was said: 386, £416k, 0.5 %, nearly 100 %"}
_FIGURES: Json = {"type": "array", "items": _FIGURE}
_NUMBER: dict[str, Any] = {"type": "number"}

pipe = Pipe(
    name="claims",
    title="Whether the figures of a claim fit each other, within the rounding in which they were said",
    takes={
        "type": "object",
        "properties": {
            "id": {},
            "line": {"type": "string", "description": "A sum on one line, such as “48 of 96 = 50 %”; or give a kind"},
            "kind": {"enum": list(KINDS), "description": SUMS},
            **dict.fromkeys(("part", "whole", "says"), _FIGURE),
            **dict.fromkeys(("factors", "parts", "percents", "first", "second"), _FIGURES),
            "of": {"type": "string", "description": "Of whom"},
            "when": {"type": "string", "description": "In which months"},
        },
    },
    gives={
        "type": "object",
        "required": ["id", "verdict", "sentence"],
        "properties": {
            "id": {},
            "verdict": {"enum": ["holds", "fails", "unknowable"]},
            "sentence": {"type": "string"},
            **dict.fromkeys(("value", "low", "high"), _NUMBER),
        },
    },
    answer=answer,
)
