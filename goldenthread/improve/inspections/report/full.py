"""Reads the text of an area SEND inspection report of the framework of 2023 (Ofsted and CQC)."""

import hashlib
import re

from .dates import days_on_site, published_on
from .document import NotAReport, Report, ReportFinding
from .improvements import areas_for_improvement
from .pages import PAGE, lines_of
from .priorities import priority_actions

AREA = re.compile(r"Area SEND inspection of (?:the )?(.+?) Local Area Partnership")
PRIORITY = "Responsible body Areas for priority action"
IMPROVEMENT = ("Areas for improvement", "Area for improvement")
OUTCOMES = (  # the framework's three, by the words that only that one has
    (1, "typically lead to positive experiences and outcomes"),
    (2, "inconsistent experiences and outcomes"),
    (3, "widespread and/or systemic failings"),
)


def read_full_report(text: str, file_name: str) -> Report:
    """Raises NotAReport."""
    lines = lines_of(text)
    first_page = [line for line in lines[:60] if line != PAGE]
    heading = " ".join(first_page)
    outcome_text = _outcome_text(lines)
    started_on, ended_on = days_on_site(heading)
    area_name = _area_name(heading)
    return Report(
        title=f"Area SEND inspection of {area_name} Local Area Partnership",
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        area_name=area_name,
        started_on=started_on,
        ended_on=ended_on,
        published_on=published_on("\n".join(first_page), file_name),
        outcome=outcome_of(outcome_text),
        outcome_text=outcome_text,
        findings=_findings(lines),
    )


def _area_name(heading: str) -> str:
    if not (found := AREA.search(heading)):
        raise NotAReport(
            "“Area SEND inspection of … Local Area Partnership” is not in the text. Give the text of a full area SEND "
            "inspection report, or of a letter of the first cycle."
        )
    return found[1].replace("- ", "-")  # a name broken at its hyphen: Stoke-on- Trent


def _outcome_text(lines: list[str]) -> str:
    try:
        first = lines.index("Inspection outcome") + 1
        last = next(i for i in range(first, len(lines)) if lines[i].startswith("Information about the local area"))
    except (ValueError, StopIteration):
        raise NotAReport("The section “Inspection outcome” is not in the text. Give the whole report.") from None
    return " ".join(line for line in lines[first:last] if line != PAGE)


def outcome_of(words: str) -> int:
    """1, 2 or 3. Raises NotAReport."""
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
