"""A paper as JSON and back, exactly: an edition keeps this and never computes it again."""

import json
from dataclasses import fields
from datetime import date
from enum import Enum
from functools import lru_cache
from typing import Any

from goldenthread.publish.reports.document import blocks, inline, tree
from goldenthread.publish.reports.document.faults import DocumentError
from goldenthread.publish.reports.document.inline import Node

FORMAT = 1
_KINDS: dict[str, type[Node]] = {
    kind.__name__: kind
    for module in (inline, blocks, tree)
    for kind in vars(module).values()
    if isinstance(kind, type) and issubclass(kind, Node) and kind is not Node
}
_ENUMS: dict[str, type[Enum]] = {"tone": blocks.Tone, "align": blocks.Align}


def to_json(document: tree.Document) -> str:
    return json.dumps({"format": FORMAT, "document": plain_values(document)}, ensure_ascii=False, separators=(",", ":"))


@lru_cache(maxsize=4)  # a paper is read at every step of its making, and what it reads to never changes
def from_json(text: str) -> tree.Document:
    """Raises DocumentError, in a sentence, when the text is not a paper that this version can read."""
    try:
        outer = json.loads(text)
        if outer["format"] != FORMAT:
            raise DocumentError(f"The paper was kept in format {outer['format']}; this version reads format {FORMAT}.")
        document = _node(outer["document"])
    except DocumentError:
        raise
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as fault:
        raise DocumentError(
            f"The kept paper cannot be read: {fault}. It may have been cut short or changed by hand."
        ) from fault
    if not isinstance(document, tree.Document):
        raise DocumentError("The kept paper is only a part of one: it has no title and sections.")
    return document


def plain_values(value: Any) -> Any:
    """Nodes as dicts that name their kind under "is"; tuples as lists; dates in ISO form."""
    if isinstance(value, Node):
        named = {field.name: plain_values(getattr(value, field.name)) for field in fields(value)}  # type: ignore[arg-type]
        return {"is": type(value).__name__, **named}
    if isinstance(value, tuple):
        return [plain_values(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def _node(value: dict[str, Any]) -> Node:
    kind = _KINDS[value["is"]]
    return kind(**{name: _field(name, item) for name, item in value.items() if name != "is"})


def _field(name: str, value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_field(name, item) for item in value)
    if isinstance(value, dict):
        return _node(value)
    if name == "dated_on" and value:
        return date.fromisoformat(value)
    return _ENUMS[name](value) if name in _ENUMS else value
