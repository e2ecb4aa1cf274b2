"""The little Markdown that the reference pages are made of."""

import json
from collections.abc import Iterable, Sequence
from datetime import date


def table(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = [headings, ["---"] * len(headings), *rows]
    return "\n".join(f"| {' | '.join(map(_cell, line))} |" for line in lines)


def heading(text: str, level: int = 2) -> str:
    return f"{'#' * level} {text}"


def block(text: str, language: str = "") -> str:
    return f"```{language}\n{text}\n```"


def json_block(value: object) -> str:
    return block(json.dumps(value, indent=2, ensure_ascii=False), "json")


def day(on: date | None, otherwise: str = "–") -> str:
    return f"{on.day} {on:%B %Y}" if on else otherwise


def code(words: Iterable[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)


def _cell(value: object) -> str:
    return " ".join(str(value).replace("|", "\\|").split())
