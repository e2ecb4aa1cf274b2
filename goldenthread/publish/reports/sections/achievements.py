"""What has been achieved: completed actions that evidence supports, and a person's words."""

from collections.abc import Iterator

from goldenthread.publish.reports.document import Block, Heading, Paragraph, Placeholder, Table
from goldenthread.publish.reports.facts import PlanFacts
from goldenthread.publish.reports.sections.saying import is_or_are, sentence
from goldenthread.rules.honesty.colours import Colour


def achievements(plan: PlanFacts) -> Iterator[Block]:
    yield Heading("Key achievements", 2, numbered=False)
    complete = [one for one in plan.actions if one.reported.colour is Colour.BLUE]
    proven = [one for one in complete if not one.challenged]
    said = sentence(f"{is_or_are(len(complete), 'action')} reported complete")
    proof = f"For {len(proven)} of them evidence was accepted and somebody other than the lead has verified it."
    yield Paragraph.of(f"{said} {proof}", numbered=True)
    rows = [(str(one.action), one.reported.done or "No words were given.") for one in proven]
    yield Table.of("Completed actions, evidenced and verified", ("Action", "What was done"), rows, widths=(1, 1))
    yield Placeholder("achievements", "Which achievements should members hear about, and how do we know they helped?")
