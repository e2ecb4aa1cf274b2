from collections.abc import Iterator

from goldenthread.publish.reports.document import Block, Heading, Paragraph, Placeholder, Section, Table
from goldenthread.publish.reports.facts import Facts
from goldenthread.publish.reports.facts.observed import around, counts, period, value
from goldenthread.rules.honesty.dials import Dial


def consultation(facts: Facts) -> Section:
    """What families said, as they were asked; then how they were asked about this paper."""
    blocks = (
        Heading("Consultation"),
        *_families(facts),
        Placeholder("consultation", "Who was consulted on this paper and on the plan, how, and what did they change?"),
    )
    return Section("consultation", blocks)


def _families(facts: Facts) -> Iterator[Block]:
    asked = [one for one in facts.promised if one.definition.experience]
    if not asked:
        yield Paragraph.of("No survey of families has been brought in for this paper.", numbered=True)
        return
    yield Paragraph.of("Families are asked about their experience. Their latest answers:", numbered=True)
    rows = [
        (
            one.definition.title,
            period(last),
            f"{value(last)} ({counts(last)})" if counts(last) else value(last),
            around(last) or "–",
        )
        for one in asked
        if (last := one.latest)
    ]
    head = ("What families were asked", "When", "Good answers", "95 % interval")
    yield Table.of(
        "What families said",
        head,
        rows,
        widths=(2.4, 1.4, 1.7, 1.1),
        notes=("In brackets: good answers of all answers given to the question.",),
    )
    for one in facts.plan.themes if facts.plan else ():
        if one.standing.families.dial is Dial.NOT_HEARD:
            yield Paragraph.of(f"Theme {one.standing.theme}. {one.families}", numbered=True)
