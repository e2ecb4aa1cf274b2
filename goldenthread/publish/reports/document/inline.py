"""Words in a line. Text is data: no renderer ever reads it as markup."""

import re
from dataclasses import dataclass, fields

from goldenthread.publish.reports.document.faults import DocumentError

# What XML cannot carry, what a page cannot show, and what turns reading order round behind the reader's back.
_UNSHOWABLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_SPACES = re.compile("[ \t\n\x0b\x0c\r\x1c-\x1f\x85\u2028\u2029]+")  # not the no-break space: "37.4 %" holds together
_SAFE_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s<>\"]+", re.IGNORECASE)


def clean(text: str) -> str:
    """The same words with what cannot be shown left out and every run of blanks made one space."""
    return _SPACES.sub(" ", _UNSHOWABLE.sub("", text))


class Node:
    """Every string of every node is cleaned as the node is made, so renderers need not ask."""

    __slots__ = ()

    def __post_init__(self) -> None:
        for field in fields(self):  # type: ignore[arg-type]
            value = getattr(self, field.name)
            if type(value) is str:
                object.__setattr__(self, field.name, clean(value))


@dataclass(frozen=True, slots=True)
class Text(Node):
    text: str


@dataclass(frozen=True, slots=True)
class Strong(Node):
    text: str


@dataclass(frozen=True, slots=True)
class Emphasis(Node):
    text: str


@dataclass(frozen=True, slots=True)
class Link(Node):
    text: str
    href: str

    def __post_init__(self) -> None:
        Node.__post_init__(self)
        if not _SAFE_ADDRESS.fullmatch(self.href):
            raise DocumentError(
                f"The link “{self.text}” has the address “{self.href}”. Write it in full: https://… or mailto:…."
            )


Run = Text | Strong | Emphasis | Link
Runs = tuple[Run, ...]


def runs(*parts: str | Run) -> Runs:
    return tuple(Text(part) if isinstance(part, str) else part for part in parts)


def plain(line: Runs) -> str:
    return "".join(run.text for run in line)
