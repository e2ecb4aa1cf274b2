"""A small paper that uses every kind of block, and where the tests find its letters."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from goldenthread.publish.reports.document import (
    BulletList,
    Cell,
    Document,
    Emphasis,
    Figure,
    Heading,
    KeyValueTable,
    Link,
    Note,
    NumberedList,
    PageBreak,
    Paragraph,
    Placeholder,
    Section,
    Strong,
    Table,
    Tone,
    drawing,
    runs,
)
from goldenthread.publish.reports.render.fonts import PACKAGED, FontMissingError, font_folder

_INSTALLED = Path(__file__).parents[3] / "node_modules/@expo-google-fonts/arimo"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" id="c" viewBox="0 0 64 20"><path d="M0 10L64 4" stroke="#1d70b8"/></svg>'


def fonts() -> Path:
    for folder in (PACKAGED, _INSTALLED):
        try:
            return font_folder(folder)
        except FontMissingError:
            continue
    return pytest.skip("the Arimo font is not installed: run make setup")


@dataclass
class ChartTable:
    caption: str
    head: list[str]
    rows: list[list[str]]
    note: str = ""


@dataclass
class Chart:
    title: str
    description: str = "A line that falls."
    picture: str = SVG
    rows: tuple[tuple[str, ...], ...] = (("January 2026", "41"), ("February 2026", "38"))

    def svg(self) -> str:
        return self.picture

    def table(self) -> ChartTable:
        return ChartTable(
            f"Behind {self.title}", ["Month", "Waiting"], [list(row) for row in self.rows], "Source: return."
        )


def brag_table() -> Table:
    head = (
        (Cell.of("Theme", down=2), Cell.of("Colour", across=2), Cell.of("Total", down=2)),
        (Cell.of("R Red", tone=Tone.RED), Cell.of("G Green", tone=Tone.GREEN)),
    )
    rows = ((Cell.of("Health"), Cell.of("2"), Cell.of("8"), Cell.of(Strong("10"))),)
    return Table("Actions by colour", head, rows, notes=(runs("Red means ", Emphasis("late"), "."),))


def chart(title: str = "Children waiting") -> Figure:
    return drawing(Chart(title))


def paper(*blocks: object, **about: object) -> Document:
    return Document("A paper", (Section("only", blocks),), **about)


def every_kind() -> Document:
    status = (
        Heading("Current status"),
        Paragraph.of("Of 107 actions ", Strong("six are red"), "; see ", Link("the plan", "https://example.org/plan")),
        Heading("What was done", 2),
        Paragraph.of("Ten children were seen.", numbered=True),
        Paragraph.of("Nine more wait.", numbered=True),
        brag_table(),
        chart(),
        Note.of("Theme two is challenged.", title="Look here."),
    )
    asks = (
        Heading("Recommendations"),
        NumberedList.of("notes the paper;", runs("agrees ", Emphasis("the remedies")), roman=True),
        NumberedList.of("first", "second"),
        BulletList.of("one thing", "another thing"),
        Placeholder("cost", "What does it cost?"),
        PageBreak(),
        Heading("In plain words", numbered=False),
        drawing(Chart("Empty", rows=())),
        Table.of("None yet", ["Item", "Day"], []),
        KeyValueTable.of(("Urgent?", "No"), ("To follow?", "No")),
    )
    return Document(
        "Progress and impact",
        (Section("status", status), Section("asks", asks)),
        subtitle="Report to Cabinet",
        author="Marlshire County Council",
        dated_on=date(2026, 10, 31),
        header=KeyValueTable.of(("Member reporting", "Councillor Dale"), ("Wards affected", "All")),
    )
