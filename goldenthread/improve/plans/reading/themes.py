"""Which theme an action belongs to: what its column says, else its reference, else the row that it stands under."""

import re
from collections.abc import Callable

from goldenthread.improve.plans.reading.content import PlanContent, ThemeLine
from goldenthread.improve.plans.reading.rows import Row
from goldenthread.improve.plans.reading.sections import NO_SECTION, Section, announced, capital

LEADING = re.compile(r"[A-Za-z]{0,3}\s*(\d{1,2})\b")


class Themes:
    def __init__(self, content: PlanContent) -> None:
        self._content = content
        self.section = NO_SECTION

    def open(self, section: Section | None) -> None:
        """What stands below a row that names a theme is of that theme."""
        if section is not None:
            self.section = section
            if section.number:
                self._name(section.number, section.title)

    def number_for(self, row: Row, ref: str, read_title: Callable[[], str]) -> int:
        said, leading = row.text("theme"), LEADING.match(ref)
        found = announced(said) if said else None
        number = found.number if found and found.number else self._by_title(said)
        number = number or (int(leading[1]) if leading and "ref" in row.headings.columns else 0)
        under = self.section
        if not number and under.title and not under.number:
            number = self._by_title(under.title)
        number = number or under.number or 1
        self._name(number, found.title if found and found.number else capital(read_title()) if said else "")
        if not said and not under.number:
            self._name(number, under.title)
        return number

    def _name(self, number: int, title: str) -> None:
        held = self._content.themes.get(number)
        if held is None or (title and held.title == f"Theme {number}"):
            self._content.themes[number] = ThemeLine(number=number, title=title or f"Theme {number}")

    def _by_title(self, title: str) -> int:
        """A theme that has a title and no number keeps the number that it was given first."""
        if not title:
            return 0
        known = {theme.title.casefold(): theme.number for theme in self._content.themes.values()}
        return known.get(capital(title).casefold()) or max(known.values(), default=0) + 1
