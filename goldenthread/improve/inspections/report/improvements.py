"""Cuts the areas for improvement apart. The text of a PDF has lost the table's lines; what is left is width.

A row's last line is usually short. So a line that begins a sentence begins a row when its first word would have fitted
on the line before; where that line was full, only one that begins with who is to act does. No word is ever left out.
"""

import re
from collections.abc import Sequence

from .pages import PAGE

SENTENCE_ENDS = re.compile(r"[.!?][’”)]?$")
SENTENCE_BEGINS = re.compile(r"[‘“]?[A-Z]")
NUMBERED = re.compile(r"\d{1,2}\. [A-Z]")
BULLET = re.compile(r"[◼▪•■−–-] ")
WHO_ACTS = re.compile(
    r"(?:[\w’&-]+ ){0,3}(?:[Ll]eaders|[Cc]ommissioners|[Pp]roviders|[Pp]artners)\b"
    r"|The (?:[\w-]+ ){0,3}(?:partnership|LAP|ICB|LA|authority|council|board|area)\b"
    r"|NHS |ICB |Children’s "
)
SLACK = 4  # characters: lines of one PDF differ a little in width


def areas_for_improvement(lines: Sequence[str]) -> tuple[str, ...]:
    """The table's rows, in order, word for word."""
    width = max((len(line) for line in lines), default=0)
    rows: list[list[str]] = []
    before = ""
    for line in lines:
        if line == PAGE:
            continue
        if not rows or _begins_a_row(line, before, width):
            rows.append([])
        rows[-1].append(line)
        before = line
    return tuple(joined(row) for row in rows)


def _begins_a_row(line: str, before: str, width: int) -> bool:
    if NUMBERED.match(line):
        return True
    if not (SENTENCE_ENDS.search(before) and SENTENCE_BEGINS.match(line)):
        return False
    would_have_fitted = len(before) + 1 + len(line.split()[0]) <= width - SLACK
    return would_have_fitted or WHO_ACTS.match(line) is not None


def joined(lines: Sequence[str]) -> str:
    """The words as printed: lines run on, each bullet on a line of its own, a word broken at its hyphen made whole."""
    text = ""
    for line in lines:
        gap = "" if not text or (text.endswith("-") and text[-2:-1].isalpha()) else "\n" if BULLET.match(line) else " "
        text += gap + line
    return text
