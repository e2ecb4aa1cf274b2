"""`goldenthread rules interval`: a figure with its confidence interval."""

from collections.abc import Callable, Mapping
from typing import Any

from goldenthread.rules.pipe import CannotAnswer, Json, Pipe, needed
from goldenthread.rules.statistics import intervals
from goldenthread.rules.statistics.faults import NotComputable
from goldenthread.rules.statistics.intervals import Interval, Stratum

# The textbooks' letters for the same counts (handbook of OHID's methods), so that a worked example can be pasted in.
LETTERS = {"x": "numerator", "n": "denominator", "o": "count", "O": "count", "observed": "count"}


def answer(asked: Json) -> Json:
    method = needed(asked, "method")
    if method not in _METHODS:
        raise CannotAnswer(f"There is no method “{method}”. Use one of {', '.join(_METHODS)}.")
    confidence = _number(asked, "confidence", intervals.CONFIDENCE)
    try:
        interval = _METHODS[method](_in_words(asked), confidence)
    except NotComputable as why:
        raise CannotAnswer(str(why)) from why
    return {"value": interval.value, "lower": interval.lower, "upper": interval.upper}


def _in_words(asked: Json) -> dict[str, Any]:
    return {LETTERS.get(key, key): value for key, value in asked.items()}


def _wilson(asked: Json, confidence: float) -> Interval:
    return intervals.wilson(*_share(asked), confidence)


def _byar(asked: Json, confidence: float) -> Interval:
    return intervals.byar(*_rate(asked), confidence)


def _exact(asked: Json, confidence: float) -> Interval:
    return intervals.exact(*_rate(asked), confidence)


def _mean(asked: Json, confidence: float) -> Interval:
    if "values" in asked:
        values = asked["values"]
        if not isinstance(values, list):
            raise CannotAnswer("“values” must be a list of numbers.")
        return intervals.mean([_number({"values": value}, "values") for value in values], confidence)
    given = (_number(asked, "mean"), _number(asked, "standard_deviation"), int(_number(asked, "denominator")))
    return intervals.mean_of(*given, confidence)


def _dsr(asked: Json, confidence: float) -> Interval:
    strata = [_stratum(item) for item in _objects(asked, "strata")]
    return intervals.dsr(strata, _number(asked, "multiplier", 100_000), confidence)


def _difference(asked: Json, confidence: float) -> Interval:
    first, second = (_share(_in_words(_object(asked, key))) for key in ("first", "second"))
    return intervals.difference(first, second, confidence)


_METHODS: dict[str, Callable[[Json, float], Interval]] = {
    "wilson": _wilson,
    "byar": _byar,
    "exact": _exact,
    "mean": _mean,
    "dsr": _dsr,
    "difference": _difference,
}


def _share(asked: Json) -> tuple[float, float]:
    return _number(asked, "numerator"), _number(asked, "denominator")


def _rate(asked: Json) -> tuple[float, float, float]:
    """A count of a population, or an analyst's numerator and denominator."""
    count = "numerator" if "count" not in asked and "numerator" in asked else "count"
    population = "denominator" if "population" not in asked and "denominator" in asked else "population"
    return _number(asked, count), _number(asked, population, 1), _number(asked, "multiplier", 1)


def _stratum(item: Json) -> Stratum:
    return Stratum(_number(item, "count"), _number(item, "population"), _number(item, "weight"))


def _number(asked: Json, key: str, usual: float | None = None) -> float:
    value = asked.get(key)
    if value is None:
        value = needed(asked, key) if usual is None else usual
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise CannotAnswer(f"“{key}” must be a number; it is “{value}”.")
    return value


def _object(asked: Json, key: str) -> Json:
    value = needed(asked, key)
    if not isinstance(value, Mapping):
        raise CannotAnswer(f"“{key}” must be an object with “numerator” and “denominator”.")
    return value


def _objects(asked: Json, key: str) -> list[Json]:
    value = needed(asked, key)
    if not isinstance(value, list) or not all(isinstance(item, Mapping) for item in value):
        raise CannotAnswer(f"“{key}” must be a list of objects with “count”, “population” and “weight”.")
    return value


def _schema(required: list[str], **properties: Json) -> Json:
    return {"type": "object", "required": required, "properties": properties}


_N: Json = {"type": "number"}
_PROPORTION = _schema(["numerator", "denominator"], numerator=_N, denominator=_N)
_STRATUM = _schema(["count", "population", "weight"], count=_N, population=_N, weight=_N)

pipe = Pipe(
    name="interval",
    title="A figure with its confidence interval",
    takes={
        "type": "object",
        "required": ["method"],
        "properties": {
            "id": {},
            "method": {
                "enum": list(_METHODS),
                "description": (
                    "wilson: numerator, denominator → a fraction. byar and exact: count, for a rate also population, "
                    "multiplier. mean: values, or mean, standard_deviation, denominator. dsr: strata and multiplier. "
                    "difference: first and second, each a numerator and denominator → first less second."
                ),
            },
            "confidence": {"type": "number", "default": intervals.CONFIDENCE, "description": "0.9 to 1, or 90 to 100"},
            "numerator": _N,
            "denominator": _N,
            "count": _N,
            "population": _N,
            "multiplier": {"type": "number", "description": "1 unless said; 100,000 for dsr"},
            "values": {"type": "array", "items": _N},
            "mean": _N,
            "standard_deviation": _N,
            "strata": {"type": "array", "items": _STRATUM},
            "first": _PROPORTION,
            "second": _PROPORTION,
        },
    },
    gives=_schema(["id", "value", "lower", "upper"], id={}, value=_N, lower=_N, upper=_N),
    answer=answer,
)
