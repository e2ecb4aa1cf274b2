"""Every renderer prints the same numbers, because they are counted once, here."""

import re
from collections import Counter
from dataclasses import dataclass

from goldenthread.publish.reports.document.blocks import Block, Figure, Heading, Paragraph, Table
from goldenthread.publish.reports.document.tree import Document


@dataclass(frozen=True, slots=True)
class Placed:
    block: Block
    label: str = ""  # "2", "2.1", "Table 1:", "Figure 3:"
    anchor: str = ""
    level: int = 0  # of a heading: never more than one below the heading before it


class _Count:
    def __init__(self) -> None:
        self.numbers = [0, 0, 0, 0]
        self.depth = 0  # of the last numbered heading
        self.level = 0  # of the last heading
        self.kinds: Counter[str] = Counter()
        self.anchors: Counter[str] = Counter()

    def heading(self, heading: Heading) -> Placed:
        self.level = min(heading.level, self.level + 1)
        label = ""
        if heading.numbered:
            self.depth = min(self.level, self.depth + 1)
            label = self._next(self.depth - 1)
        return Placed(heading, label, self._anchor(heading.text), self.level)

    def paragraph(self, paragraph: Paragraph) -> Placed:
        return Placed(paragraph, self._next(self.depth) if paragraph.numbered else "")

    def captioned(self, kind: str, block: Block) -> Placed:
        self.kinds[kind] += 1
        number = self.kinds[kind]
        return Placed(block, f"{kind} {number}:", f"{kind.lower()}-{number}")

    def _next(self, place: int) -> str:
        self.numbers[place] += 1
        self.numbers[place + 1 :] = [0] * (len(self.numbers) - place - 1)
        return ".".join(str(number) for number in self.numbers[: place + 1])

    def _anchor(self, text: str) -> str:
        slug = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:60] or "part"
        self.anchors[slug] += 1
        return f"s-{slug}" if self.anchors[slug] == 1 else f"s-{slug}--{self.anchors[slug]}"


def placed(document: Document) -> tuple[Placed, ...]:
    """Blocks in reading order, each with its number. Paragraph numbers continue the count below the last heading."""
    count = _Count()
    return tuple(_place(block, count) for block in document.blocks)


def _place(block: Block, count: _Count) -> Placed:
    match block:
        case Heading():
            return count.heading(block)
        case Paragraph():
            return count.paragraph(block)
        case Table():
            return count.captioned("Table", block)
        case Figure():
            return count.captioned("Figure", block)
        case _:
            return Placed(block)
