"""Reads the text of an area SEND inspection report (Ofsted and CQC, framework of 2023). Pure: text in, a report out."""

import hashlib
import re
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from .improvements import areas_for_improvement
from .pages import PAGE, lines_of
from .priorities import priority_actions

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
DAY = rf"(\d{{1,2}})(?:\s+({'|'.join(MONTHS)}))?(?:\s+(\d{{4}}))?"
DATES = re.compile(rf"Inspection dates:\s*{DAY}\s+to\s+{DAY}")
PUBLISHED = re.compile(rf"(\d{{1,2}})-({'|'.join(MONTHS)})-(\d{{4}})", re.IGNORECASE)
AREA = re.compile(r"Area SEND inspection of (?:the )?(.+?) Local Area Partnership")
PRIORITY = "Responsible body Areas for priority action"
IMPROVEMENT = ("Areas for improvement", "Area for improvement")
OUTCOMES = (  # the framework's three, by the words that only that one has
    (1, "typically lead to positive experiences and outcomes"),
    (2, "inconsistent experiences and outcomes"),
    (3, "widespread and/or systemic failings"),
)


class NotAReport(ValueError):
    """The text is not a whole area SEND inspection report; the sentence says what was looked for, and what to do."""


@dataclass(frozen=True, slots=True)
class ReportFinding:
    """`kind` is priority_action or improvement; `number` counts within the kind, in the report's order."""

    kind: str
    number: int
    text: str
    responsible_bodies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """`outcome` is 1, 2 or 3, `outcome_text` its exact words. `published_on` is not printed: the file's name has it.

    `text` is the whole report as it was given, and `sha256` the hash of that.
    """

    title: str
    text: str
    sha256: str
    area_name: str
    started_on: date
    ended_on: date
    published_on: date | None
    outcome: int
    outcome_text: str
    findings: tuple[ReportFinding, ...]

    def of_kind(self, kind: str) -> tuple[ReportFinding, ...]:
        return tuple(finding for finding in self.findings if finding.kind == kind)


def read_report(text: str, file_name: str = "") -> Report:
    """The report in a text. `file_name` gives the day of publication, as Ofsted names its files. Raises NotAReport."""
    lines = lines_of(text)
    heading = " ".join(line for line in lines[:60] if line != PAGE)
    outcome_text = _outcome_text(lines)
    started_on, ended_on = _dates(heading)
    area_name = _area_name(heading)
    return Report(
        title=f"Area SEND inspection of {area_name} Local Area Partnership",
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        area_name=area_name,
        started_on=started_on,
        ended_on=ended_on,
        published_on=_published(file_name),
        outcome=_outcome(outcome_text),
        outcome_text=outcome_text,
        findings=_findings(lines),
    )


def _area_name(heading: str) -> str:
    if not (found := AREA.search(heading)):
        raise NotAReport(
            "“Area SEND inspection of … Local Area Partnership” is not in the text. "
            "Give the text of a full area SEND inspection report."
        )
    return found[1].replace("- ", "-")  # a name broken at its hyphen: Stoke-on- Trent


def _dates(heading: str) -> tuple[date, date]:
    """The days on site; a month or year that is printed once belongs to both."""
    if not (found := DATES.search(heading)) or not found[5] or not found[6]:
        raise NotAReport("“Inspection dates: … to …” is not in the text. Give the whole text, its first page included.")
    first_day, first_month, first_year, last_day, last_month, last_year = found.groups()
    return (
        _day(first_day, first_month or last_month, first_year or last_year),
        _day(last_day, last_month, last_year),
    )


def _published(file_name: str) -> date | None:
    found = PUBLISHED.search(PurePath(file_name).stem)
    return _day(*found.groups()) if found else None


def _day(day: str, month: str, year: str) -> date:
    try:
        return date(int(year), MONTHS.index(month.capitalize()) + 1, int(day))
    except ValueError as fault:
        raise NotAReport(f"{day} {month} {year} is not a date ({fault}). Check the report's first page.") from None


def _outcome_text(lines: list[str]) -> str:
    try:
        first = lines.index("Inspection outcome") + 1
        last = next(i for i in range(first, len(lines)) if lines[i].startswith("Information about the local area"))
    except (ValueError, StopIteration):
        raise NotAReport("The section “Inspection outcome” is not in the text. Give the whole report.") from None
    return " ".join(line for line in lines[first:last] if line != PAGE)


def _outcome(words: str) -> int:
    for code, only_here in OUTCOMES:
        if only_here in words:
            return code
    raise NotAReport(
        f"None of the three outcomes of the framework is in “{words[:120]}…”. Record this inspection by hand."
    )


def _findings(lines: list[str]) -> tuple[ReportFinding, ...]:
    end = _last(lines, "Local area partnership details") or len(lines)
    improvement = _last(lines[:end], *IMPROVEMENT) or end
    priority = _last(lines[:improvement], PRIORITY)
    urgent = priority_actions(_section(lines, priority, improvement)) if priority else ()
    further = areas_for_improvement(_section(lines, improvement, end))
    if not urgent and not further:
        raise NotAReport("Neither areas for priority action nor areas for improvement are in the text. Give it whole.")
    return (
        *(ReportFinding("priority_action", number, row.text, row.bodies) for number, row in enumerate(urgent, start=1)),
        *(ReportFinding("improvement", number, words) for number, words in enumerate(further, start=1)),
    )


def _section(lines: list[str], heading: int, end: int) -> list[str]:
    """What stands below a heading; the next section's heading may be printed twice, over its table and in it."""
    found = lines[heading + 1 : end]
    while found and found[-1] in {*IMPROVEMENT, PAGE}:
        found.pop()
    return found


def _last(lines: list[str], *headings: str) -> int | None:
    return next((i for i in reversed(range(len(lines))) if lines[i] in headings), None)
