"""Reads the structured form of area SEND inspection reports: a JSON object a report, or a list of them. Pure.

Its fields are those of the open collection of published reports: `la_code`, `la_slug`, `grade`, `inspection_start`,
`inspection_end`, `published`, `outcome_text`, `priority_action_text` and `improvement_statements`.
"""

import hashlib
import json
import re
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from .document import NotAReport, Report, ReportFinding
from .flat import rows_of, without_feet
from .full import outcome_of

DAYS = ("%d/%m/%y", "%d/%m/%Y", "%Y-%m-%d")
NUMBER_LEFT = re.compile(r"(?<=[.!?]) \d{1,2}\.$")  # the next statement's number, which the cut left behind
Record = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Entry:
    """One report of the file. `report` is None where `why_not` says in a sentence why there is none; `doubts` are
    sentences about what was read all the same. `findings` are read in either case.
    """

    area_code: str
    area_name: str
    findings: tuple[ReportFinding, ...]
    report: Report | None
    why_not: str = ""
    doubts: tuple[str, ...] = ()


def read_structured(content: bytes) -> tuple[Entry, ...]:
    """Every report of the file, in its order. Raises NotAReport where the file holds none."""
    try:
        held = json.loads(content)
    except (ValueError, RecursionError) as fault:
        raise NotAReport(f"This is not JSON that can be read ({fault}). Export the file again.") from None
    records = held if isinstance(held, list) else [held]
    if not records or not all(isinstance(record, dict) and "la_code" in record for record in records):
        raise NotAReport("Each report needs “la_code”, the three digits of its local authority. Export the file again.")
    return tuple(_entry(record) for record in records)


def _entry(record: Record) -> Entry:
    name = _words(record, "la_slug").replace("-", " ").title()
    priority, improvement = _priorities(record), _improvements(record)
    findings = (*priority, *improvement)
    try:
        report, why_not = _report(record, name, findings), ""
    except NotAReport as why:
        report, why_not = None, str(why)
    return Entry(_words(record, "la_code"), name, findings, report, why_not, tuple(_doubts(record, priority, report)))


def _report(record: Record, name: str, findings: tuple[ReportFinding, ...]) -> Report:
    started_on, ended_on = _day(record, "inspection_start"), _day(record, "inspection_end")
    if started_on is None or ended_on is None:
        raise NotAReport(
            "The inspection’s first and last day are not in the file. Write “inspection_start” and “inspection_end” "
            "into it, or bring the report’s text."
        )
    if not findings:
        raise NotAReport("The file has no area for priority action and no area for improvement. Bring the text.")
    text = json.dumps(record, ensure_ascii=False, indent=1)
    outcome_text = _words(record, "outcome_text")
    return Report(
        title=f"Area SEND inspection of {name} Local Area Partnership (structured form)",
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        area_name=name,
        started_on=started_on,
        ended_on=ended_on,
        published_on=_day(record, "published"),
        outcome=outcome_of(outcome_text),
        outcome_text=outcome_text,
        findings=findings,
    )


def _priorities(record: Record) -> tuple[ReportFinding, ...]:
    """The rows of the table; where they cannot be told apart the whole of it as one, which `_doubts` says."""
    text = _words(record, "priority_action_text")
    rows = [(row.area[0], row.bodies) for row in rows_of(text)] or ([(without_feet(text), ())] if text else [])
    return tuple(
        ReportFinding("priority_action", number, area, bodies) for number, (area, bodies) in enumerate(rows, 1)
    )


def _improvements(record: Record) -> tuple[ReportFinding, ...]:
    """As the form has cut them: in one line of text nothing tells where a row ends."""
    statements = _stated(record) or [_words(record, "improvement_text")]
    texts = [NUMBER_LEFT.sub("", without_feet(each)) for each in statements if each]
    return tuple(ReportFinding("improvement", number, text) for number, text in enumerate(texts, 1))


def _doubts(record: Record, priority: tuple[ReportFinding, ...], report: Report | None) -> Iterator[str]:
    if priority and not priority[0].responsible_bodies:
        yield "The areas for priority action could not be told apart, so they are one finding. Compare the report."
    grade = _words(record, "grade").removesuffix(".0")
    if report is not None and grade and grade != str(report.outcome):
        yield f"The grade is {grade}, and the words of the outcome are those of {report.outcome}. The words are kept."
    whole, stated = (_letters(_words(record, "improvement_text")), _letters(*_stated(record)))
    if whole and stated and not set(stated) >= set(whole):
        yield "Words of “improvement_text” are missing from “improvement_statements”. Compare the report."


def _stated(record: Record) -> list[str]:
    stated = record.get("improvement_statements")
    return [str(each) for each in stated] if isinstance(stated, list) else []


def _letters(*texts: str) -> list[str]:
    return re.findall(r"[\w’-]{3,}", " ".join(without_feet(text) for text in texts))


def _words(record: Record, field: str) -> str:
    value = record.get(field)
    return " ".join(str(value).split()) if value is not None else ""


def _day(record: Record, field: str) -> date | None:
    """Raises NotAReport for what is not a day."""
    written = _words(record, field)
    for form in DAYS:
        try:
            return date(*time.strptime(written, form)[:3])
        except ValueError:
            continue
    if written:
        raise NotAReport(f"“{field}” is “{written}”, which is not a day. Write it as 26/04/2024.")
    return None
