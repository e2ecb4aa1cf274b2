"""The rules by pipe: JSON lines in, one JSON line out for each, in order. Streams are handed in; nothing is opened
here.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TextIO

Json = Mapping[str, Any]


class CannotAnswer(ValueError):
    """The object asked about cannot be answered; the text is a sentence that says why and what to do."""


@dataclass(frozen=True)
class Pipe:
    """One pure rule as a filter. `takes` and `gives` are JSON Schemas, printed by `--schema` and by the docs."""

    name: str
    title: str
    takes: Json
    gives: Json
    answer: Callable[[Json], Json]


def run(pipe: Pipe, lines: Iterable[str], sink: TextIO) -> int:
    """Answer every line; 1 at the end if any line could not be answered, else 0. Blank lines are passed over."""
    status = 0
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        answer = _answer(pipe, line, number)
        status = max(status, int("error" in answer))
        sink.write(json.dumps(answer, ensure_ascii=False) + "\n")
    return status


def _answer(pipe: Pipe, line: str, number: int) -> dict[str, Any]:
    try:
        asked = json.loads(line)
    except ValueError as fault:
        return {"id": None, "error": f"Line {number} is not JSON ({fault}). Send one JSON object a line."}
    if not isinstance(asked, dict):
        return {"id": None, "error": f"Line {number} is not a JSON object. Send one JSON object a line."}
    try:
        return {"id": asked.get("id"), **pipe.answer(asked)}
    except CannotAnswer as why:
        return {"id": asked.get("id"), "error": str(why)}


def needed(asked: Json, key: str) -> Any:
    """The value of a key that must be there. Raises CannotAnswer, naming the key."""
    if asked.get(key) is None:
        raise CannotAnswer(f"“{key}” is missing. Give it and ask again.")
    return asked[key]
