"""Several actions in one cell: numbered, bulleted, or a sentence a line."""

import re
from collections.abc import Sequence
from string import ascii_lowercase

MARK = re.compile(r"\s*(?:\(?\d{1,2}[.):]\)?|\(?[a-z][.)]|\(?[ivx]{1,4}[.)]|[•·▪◦‣●○\-–*])\s+(?=\S)")
NUMBERED = re.compile(r"(?:^|(?<=[\s.;:]))\(?(\d{1,2})[.)]\s+(?=[A-Z])")
ENDS = (".", ";", "!", "?")


def several(words: str) -> tuple[str, ...]:
    """The actions that a cell holds, without their marks; empty where it holds one. Nothing of the words is lost but
    the marks.
    """
    lines = [line.strip() for line in words.splitlines() if line.strip()]
    if len(lines) == 1:
        return _numbered_inline(lines[0])
    if sum(MARK.match(line) is not None for line in lines) > 1:
        return _marked(lines)
    plain = len(lines) > 1 and all(line.endswith(ENDS) and line[0].isupper() for line in lines)
    return tuple(lines) if plain else ()


def refs_of_parts(ref: str, parts: Sequence[str], taken: set[str]) -> tuple[str, ...]:
    """2.3 → 2.3a, 2.3b; empty where there are too many, or another action has such a reference already."""
    if len(parts) > len(ascii_lowercase):
        return ()
    refs = tuple(f"{ref}{ascii_lowercase[at]}" for at in range(len(parts)))
    return () if taken & set(refs) else refs


def parts_of(words: str, count: int) -> tuple[str, ...]:
    """What belongs to each of `count` actions: its own part where there are as many, else the whole to each."""
    found = several(words)
    return found if len(found) == count else (words,) * count


def _marked(lines: Sequence[str]) -> tuple[str, ...]:
    """A line without a mark goes with the one before it; one that leads in (“We will:”) goes with every part."""
    stem, parts = "", []
    for line in lines:
        mark = MARK.match(line)
        if mark is not None:
            parts.append(line[mark.end() :])
        elif parts:
            parts[-1] = f"{parts[-1]}\n{line}"
        else:
            stem = f"{stem} {line}".strip()
    if stem and not stem.endswith(":"):
        return (stem, *parts)
    return tuple(f"{stem} {part}".strip() for part in parts)


def _numbered_inline(line: str) -> tuple[str, ...]:
    """“1. Train leads. 2. Visit schools.”: the numbers run on from 1."""
    marks = list(NUMBERED.finditer(line))
    if len(marks) < 2 or [int(each[1]) for each in marks] != list(range(1, len(marks) + 1)):
        return ()
    ends = [each.start() for each in marks[1:]] + [len(line)]
    stem = line[: marks[0].start()].strip()
    parts = tuple(line[mark.end() : end].strip() for mark, end in zip(marks, ends, strict=True))
    return tuple(f"{stem} {part}" for part in parts) if stem.endswith(":") else ((stem, *parts) if stem else parts)
