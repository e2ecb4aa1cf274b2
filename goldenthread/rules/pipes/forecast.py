"""`goldenthread rules forecast`: a plan's actions in; out, how likely it is to be finished by each month's end."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from goldenthread.rules.calendar import read_date
from goldenthread.rules.pipe import CannotAnswer, Json, Pipe, needed
from goldenthread.rules.statistics.completion import FEWEST, RUNS, Promise, Runs, forecast

TEXT, COUNT, DAY = {"type": "string"}, {"type": "integer", "minimum": 0}, {"type": "string", "format": "date"}
MOST_RUNS, MOST_ACTIONS = 10_000, 10_000


def answer(asked: Json) -> Json:
    as_at = _day(asked, "as_at", "of the plan")
    listed = needed(asked, "actions")
    if not isinstance(listed, list) or len(listed) > MOST_ACTIONS:
        raise CannotAnswer(f"“actions” must be a list, of {MOST_ACTIONS:,} actions at most.")
    promises = tuple(_promise(one, number) for number, one in enumerate(listed, start=1))
    if len({one.key for one in promises}) < len(promises):
        raise CannotAnswer("Two actions have one “ref”. Give each its own.")
    runs = asked.get("runs", RUNS)
    if not isinstance(runs, int) or isinstance(runs, bool) or not 1 <= runs <= MOST_RUNS:
        raise CannotAnswer(f"“runs” must be a whole number from 1 to {MOST_RUNS:,}.")
    found = forecast(promises, as_at, runs=runs)
    record = found.record
    return {
        "due": len(record.cases),
        "finished": record.finished,
        "finished_late": record.finished_late,
        "unfinished": found.unfinished,
        "wanting": 0 if found.whole else record.wanting,
        "runs": runs,
        "months": _months(found.whole, as_at),
    }


def _months(whole: Runs | None, as_at: date) -> list[dict[str, object]]:
    return [{"end": end.isoformat(), "finished": count} for end, count in whole.months(as_at)] if whole else []


def _promise(given: object, number: int) -> Promise:
    if not isinstance(given, Mapping):
        raise CannotAnswer(f"Action {number} is not an object with a “ref” and a “due” date.")
    ref = needed(given, "ref")
    needs = given.get("needs", [])
    if not isinstance(ref, str) or not isinstance(needs, list) or not all(isinstance(one, str) for one in needs):
        raise CannotAnswer(f"Action {number}: “ref” must be text, and “needs” a list of the refs that it waits for.")
    where = f"of action {ref}"
    finished, left = (_day(given, name, where) if given.get(name) else None for name in ("finished", "left"))
    return Promise(ref, 0, _day(given, "due", where), finished, left, tuple(needs))


def _day(given: Mapping[str, Any], name: str, where: str) -> date:
    written = needed(given, name)
    try:
        return read_date(written)
    except (TypeError, ValueError) as why:
        raise CannotAnswer(f"“{name}” {where} is not a date. Write it as 2026-10-31.") from why


pipe = Pipe(
    name="forecast",
    title="When a plan will be finished, from its own record: never a single date",
    takes={
        "type": "object",
        "required": ["as_at", "actions"],
        "properties": {
            "id": {},
            "as_at": DAY,
            "runs": {"type": "integer", "minimum": 1, "maximum": MOST_RUNS, "default": RUNS},
            "actions": {
                "type": "array",
                "maxItems": MOST_ACTIONS,
                "items": {
                    "type": "object",
                    "required": ["ref", "due"],
                    "properties": {
                        "ref": TEXT,
                        "due": DAY,
                        "finished": DAY,
                        "left": {**DAY, "description": "when it left the plan without being finished"},
                        "needs": {"type": "array", "items": TEXT},
                    },
                },
            },
        },
    },
    gives={
        "type": "object",
        "properties": {
            "id": {},
            "due": {**COUNT, "description": "actions whose due date has passed: the record"},
            "finished": COUNT,
            "finished_late": COUNT,
            "unfinished": COUNT,
            "wanting": {**COUNT, "description": f"completions still wanting of the {FEWEST} that a forecast takes"},
            "runs": COUNT,
            "months": {
                "type": "array",
                "description": "until nine in ten runs have finished; empty where there is no forecast",
                "items": {"type": "object", "properties": {"end": DAY, "finished": COUNT}},
            },
        },
    },
    answer=answer,
)
