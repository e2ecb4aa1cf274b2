"""What inspectors found, in their own words, and what later visits judged."""

from collections.abc import Iterator

from goldenthread.improve.inspections.models import Finding
from goldenthread.publish.reports.document import Block, Heading, Note, Paragraph, Section, Table
from goldenthread.publish.reports.facts import Facts
from goldenthread.publish.reports.facts.inspected import Inspected
from goldenthread.publish.reports.sections import accounts
from goldenthread.publish.reports.sections.appendices import FINDINGS
from goldenthread.publish.reports.sections.saying import day


def inspected(facts: Facts) -> Iterator[Block]:
    """That there was an inspection; its findings stand in an appendix."""
    if facts.inspected is None:
        yield Note.of(accounts.NO_INSPECTION, title="Missing.")
        return
    said = f"{accounts.inspected(facts.inspected)} {accounts.repeated(facts.inspected)}".strip()
    yield Paragraph.of(
        f"{said} {FINDINGS.partition(':')[0]} gives each finding in the inspectors’ words.", numbered=True
    )


def findings(facts: Facts) -> Section:
    said = [_table(facts.inspected)] if facts.inspected else [Note.of(accounts.NO_INSPECTION, title="Missing.")]
    return Section("findings", (Heading(FINDINGS, numbered=False), *said))


def _table(found: Inspected) -> Table:
    rows = [(str(one), one.text, _before(one), _since(one)) for one in found.findings]
    source = f"Source: {found.inspection.source_title}. The words are the inspectors’ own."
    return Table.of(
        "Findings of the last inspection",
        ("Finding", "In the inspectors’ words", "Found before?", "Judged since"),
        rows,
        widths=(1.3, 4, 1, 1.2),
        notes=(source,),
    )


def _before(finding: Finding) -> str:
    return f"Yes, in {finding.repeats.inspection.ended_on.year}" if finding.repeats else "No"


def _since(finding: Finding) -> str:
    judged = [f"{one} ({day(one.on)})" for one in finding.judgements.all()]
    return "; ".join(judged) or "Not judged yet"
