"""The rows of actions: one action each, with what hangs on it. A row that cannot be taken says why."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from goldenthread.improve.plans.reading.content import (
    ActionLine,
    EvidenceLine,
    MilestoneLine,
    OutcomeLine,
    PlanContent,
    RemedyLine,
    ThemeLine,
)
from goldenthread.improve.plans.reading.grid import Grid
from goldenthread.improve.plans.reading.headings import Headings
from goldenthread.improve.plans.reading.rows import Row, rows_under
from goldenthread.rules.honesty.colours import Colour

TITLED = re.compile(
    r"(?:theme|priority(?: action)?|workstream|section|area)?\s*(\d{1,2})\s*[-–—:.)]*\s*(.*)", re.IGNORECASE | re.DOTALL
)
LEADING = re.compile(r"[A-Za-z]{0,3}\s*(\d{1,2})\b")
CODE = re.compile(r"[a-z][a-z0-9_]+")
REF = re.compile(r"[A-Za-z]{0,3}\d+[.\d]*[A-Za-z]?")


@dataclass
class Actions:
    """Reads grid after grid, so that a reference that stands on two sheets is seen."""

    content: PlanContent
    outcomes: set[str] = field(default_factory=set)  # references that a sheet of outcomes explains
    _rows: dict[str, Row] = field(default_factory=dict)

    def read(self, grid: Grid, headings: Headings) -> None:
        section = self._section(grid.heading)
        for row in rows_under(grid, headings):
            if len(row.filled) == 1 and not row.text("wording"):
                section = self._section(row.filled[0]) or section
            elif [cell.text for cell in row.cells if cell.text] != [word for word in headings.words if word]:
                self._take(row, section)
                self.content.problems += row.problems

    def _section(self, words: str) -> int:
        """The number of a theme that a heading or a row across the table announces; 0 for none."""
        found = TITLED.fullmatch(words.strip()) if words else None
        if found is None:
            return 0
        self._theme(int(found[1]), _capital(found[2].strip()))
        return int(found[1])

    def _theme(self, number: int, title: str) -> None:
        held = self.content.themes.get(number)
        if held is None or (title and held.title == f"Theme {number}"):
            self.content.themes[number] = ThemeLine(number=number, title=title or f"Theme {number}")

    def _take(self, row: Row, section: int) -> None:
        ref = self._ref(row)
        if not row.text("wording"):
            row.say(
                "PLAN-WORDING",
                "error",
                "This row says nothing of what will be done. It is kept aside.",
                "wording",
                "Write the action, or delete the row.",
            )
        colour = row.colour()
        if row.refused:
            return
        theme = self._theme_of(row, ref, section)
        self._rows[ref] = row
        self.content.actions.append(self._action(row, ref, theme, colour))
        self._hanging(row, ref)
        _doubts(row, ref, colour)

    def _ref(self, row: Row) -> str:
        if "ref" not in row.headings.columns:
            return f"{row.number}"
        ref = row.text("ref").rstrip(".")
        if not ref:
            row.say(
                "PLAN-REF",
                "error",
                "This action has no reference. It is kept aside.",
                "ref",
                "Give it a reference of its own, such as 2.3.",
            )
        elif len(ref) > 20:
            row.say(
                "PLAN-REF",
                "error",
                "This is too long for a reference. The row is kept aside.",
                "ref",
                "Give it a short reference, such as 2.3.",
            )
        elif ref in self._rows:
            first = self._rows[ref]
            row.say(
                "PLAN-TWICE",
                "error",
                f"The reference {ref} stands twice. The action in row {first.number} of {first.table} is "
                "taken; this row is kept aside.",
                "ref",
                f"Give this action a reference of its own.{_ten(row, ref)}",
            )
        return ref

    def _theme_of(self, row: Row, ref: str, section: int) -> int:
        """What the theme column says, else the reference's first number, else the section that the row stands in,
        else 1.
        """
        said, leading = row.text("theme"), LEADING.match(ref)
        found = TITLED.fullmatch(said) if said else None
        number = int(found[1]) if found else self._by_title(said)
        number = number or (int(leading[1]) if leading and "ref" in row.headings.columns else 0) or section or 1
        self._theme(number, _capital(found[2].strip()) if found else said)
        return number

    def _by_title(self, title: str) -> int:
        """A theme that has a title and no number keeps the number that it was given first."""
        if not title:
            return 0
        known = {theme.title: theme.number for theme in self.content.themes.values()}
        return known.get(title) or max(known.values(), default=0) + 1

    def _action(self, row: Row, ref: str, theme: int, colour: Colour | None) -> ActionLine:
        partners = "; ".join(each for each in (row.text("body"), row.text("partners")) if each)
        return ActionLine(
            row=row.number,
            ref=ref,
            theme=theme,
            wording=row.text("wording"),
            outcome=self._outcome(row, theme),
            lead=row.text("lead"),
            partners=partners[:300],
            workstream=row.text("workstream")[:20],
            activity=row.text("activity")[:200],
            starts=row.day("starts"),
            due=row.day("due"),
            colour=colour,
            progress=row.text("progress"),
            updated=row.exact_day("updated"),
            verified_by=row.text("verified_by"),
            verified_on=row.exact_day("verified_on"),
        )

    def _outcome(self, row: Row, theme: int) -> str:
        """A reference that the sheet of outcomes explains; else the sentence itself becomes an outcome of the theme."""
        said = row.text("outcome")
        if not said or said in self.outcomes:
            return said
        if REF.fullmatch(said):
            row.say(
                "PLAN-OUTCOME",
                "query",
                f"No sheet says what the outcome {said} is. The action is taken without it.",
                "outcome",
                "Write the outcome as a sentence, or add a sheet called Outcomes.",
            )
            return ""
        mine = [each for each in self.content.outcomes if each.theme == theme]
        held = next((each for each in mine if each.sentence == said[:400]), None)
        if held is None:
            measures = self._measures(row)
            held = OutcomeLine(
                ref=f"{theme}{chr(ord('A') + len(mine) % 26)}", theme=theme, sentence=said[:400], measures=measures
            )
            self.content.outcomes.append(held)
        return held.ref

    def _measures(self, row: Row) -> tuple[str, ...]:
        said = split(row.text("measure"))
        for words in said:
            if not CODE.fullmatch(words):
                row.say(
                    "PLAN-MEASURE",
                    "query",
                    f"The measure “{words[:60]}” is not the code of one that is counted here, so this outcome stands "
                    "as not measured.",
                    "measure",
                    "Choose a measure from the page Measures and write its code.",
                )
        return tuple(words for words in said if CODE.fullmatch(words))

    def _hanging(self, row: Row, ref: str) -> None:
        content = self.content
        if title := row.text("evidence"):
            accepted = row.text("accepted_by"), row.exact_day("accepted_on")
            content.evidence.append(EvidenceLine(ref, title, row.exact_day("captured"), *accepted))
        if (title := row.text("milestone")) and (due := row.exact_day("milestone_due")):
            content.milestones.append(MilestoneLine(ref, title[:200], due, row.exact_day("milestone_reached")))
        if (wording := row.text("remedy")) and (due := row.exact_day("remedy_due")):
            approved = row.text("approved_by")[:120], row.exact_day("approved_on")
            content.remedies.append(RemedyLine(ref, wording, row.text("remedy_owner")[:120], due, *approved))
        content.dependencies += [(ref, needs) for needs in split(row.text("depends_on"))]


def _doubts(row: Row, ref: str, colour: Colour | None) -> None:
    row.say_formulas()
    if colour is None and "colour" in row.headings.columns:
        row.say(
            "PLAN-NO-COLOUR",
            "query",
            f"No colour is reported for {ref}. It is taken as White, not started.",
            "colour",
            "Write one of Green, Amber, Red, Blue or White.",
        )
    if colour is Colour.RED and not (row.text("remedy") and row.text("remedy_owner") and row.cell("remedy_due").value):
        row.say(
            "PLAN-RED",
            "query",
            f"{ref} is Red, and the file does not say what will be done, by whom and by when. The plan’s "
            "page shows that "
            "this is owed.",
            "colour",
            "Add a remedial action, its owner and a new date.",
        )


def split(words: str) -> Sequence[str]:
    return [part.strip() for part in re.split(r"[,;\n]", words) if part.strip()]


def _ten(row: Row, ref: str) -> str:
    """Excel turns a typed 1.10 into the number 1.1."""
    is_number = isinstance(row.cell("ref").value, float) and "." in ref
    return f" If it was meant to be {ref}0, format the cell as text and type it again." if is_number else ""


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:200]
