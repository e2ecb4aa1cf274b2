"""11 Consultation (mandatory): who was asked; an empty cell shows as outstanding."""

from goldenthread.publish.reports.document import Heading, Paragraph, Section, Table
from goldenthread.publish.reports.facts import Asked, Paper
from goldenthread.publish.reports.sections.saying import OUTSTANDING, day, many


def consultees(paper: Paper) -> Section:
    late = sum(one.returned_on is None for one in paper.asked)
    said = f"Outstanding: {many(late, 'return')}." if paper.asked else "Nobody has been asked for comment yet."
    table = Table.of(
        "Consultees",
        ("Name of consultee", "Post held", "Date issued for comment", "Date returned with comments"),
        [_row(one) for one in paper.asked],
        widths=(1.5, 2, 1.2, 1.3),
    )
    return Section("consultees", (Heading("Consultation (mandatory)"), Paragraph.of(said, numbered=True), table))


def _row(one: Asked) -> tuple[str, ...]:
    return one.name or "–", one.post, day(one.issued_on), day(one.returned_on, OUTSTANDING)
