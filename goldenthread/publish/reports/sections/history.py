"""Report history: what kind of paper it is, who cleared it, and which of its words people typed."""

from collections import Counter

from goldenthread.publish.reports.document import Heading, KeyValueTable, Paragraph, Section, Table
from goldenthread.publish.reports.facts import Cleared, Paper
from goldenthread.publish.reports.sections.saying import OUTSTANDING, day, listed, many


def history(paper: Paper) -> Section:
    blocks = (
        Heading("Report history", numbered=False),
        KeyValueTable.of(
            ("Decision type", paper.decision_type or OUTSTANDING),
            ("Urgency item?", _yes(paper.urgent)),
            ("To follow item?", _yes(paper.to_follow)),
            ("Report author", paper.author or OUTSTANDING),
            ("Edition", str(paper.number)),
        ),
        Table.of(
            "Clearances",
            ("Cleared for", "Recorded by", "On"),
            [(one.role, one.by, day(one.on)) for one in paper.cleared],
        ),
        Paragraph.of(_typed(paper)),
    )
    return Section("history", blocks)


def _clearance(one: Cleared) -> tuple[str, str, str]:
    return one.role, one.by, day(one.on)


def _yes(answer: bool) -> str:
    return "Yes" if answer else "No"


def _typed(paper: Paper) -> str:
    """Words are a person's; figures are not."""
    made = (
        f"Every figure, table and chart was made from the records as at {day(paper.as_at)}, but for what is marked as "
        "typed."
    )
    writers = Counter(one.by for one in paper.typed)
    if not writers:
        return made
    return f"{made} Answers typed by people: {listed([_answers(name, count) for name, count in writers.items()])}."


def _answers(name: str, count: int) -> str:
    return f"{name} ({many(count, 'answer')})"
