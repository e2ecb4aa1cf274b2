from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from goldenthread.publish.reports.document.blocks import Block, KeyValueTable, Placeholder
from goldenthread.publish.reports.document.inline import Node


@dataclass(frozen=True, slots=True)
class Section(Node):
    """A part of a paper that keeps its code from one paper to the next, so that they can be compared."""

    code: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Document(Node):
    title: str
    sections: tuple[Section, ...]
    subtitle: str = ""
    author: str = ""  # the body whose paper it is
    dated_on: date | None = None
    header: KeyValueTable | None = None

    @property
    def blocks(self) -> Iterator[Block]:
        return (block for section in self.sections for block in section.blocks)


def placeholders(document: Document) -> tuple[Placeholder, ...]:
    """The gaps that a person still has to fill before the paper can be frozen."""
    return tuple(block for block in document.blocks if isinstance(block, Placeholder))
