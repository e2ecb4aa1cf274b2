from collections.abc import Iterator

from goldenthread.publish.reports.document import Block, BulletList, Contents, Heading, Paragraph, Placeholder, Section
from goldenthread.publish.reports.facts import Facts
from goldenthread.publish.reports.facts.observed import said
from goldenthread.publish.reports.sections import accounts
from goldenthread.publish.reports.sections.beside import beside
from goldenthread.publish.reports.sections.saying import sentence

HEADLINE = "plans_in_20_weeks_excluding_exceptions"


def summary(facts: Facts) -> Section:
    """Report summary: what was found, what was done about it, whether it helps; then what a person adds."""
    opening = accounts.inspected(facts.inspected) if facts.inspected else accounts.NO_INSPECTION
    blocks = (
        Heading("Report summary", numbered=False),
        Paragraph.of(opening),
        *_standing(facts),
        *(_waiting(facts) or _published(facts)),
        Placeholder("summary", "What should members know first: what has been achieved, and what is not yet working?"),
        Contents(depth=1),
    )
    return Section("summary", blocks)


def _standing(facts: Facts) -> Iterator[Block]:
    if facts.plan is None:
        yield Paragraph.of(accounts.NO_PLAN)
        return
    themes = [theme.standing for theme in facts.plan.themes]
    yield Paragraph.of(
        f"This paper says how {facts.plan.title} stands. {accounts.every_action(facts.plan)} "
        f"{accounts.challenged(facts.plan)}"
    )
    yield Paragraph.of(
        f"For children, the measures show this over {len(themes)} themes: "
        f"{accounts.dials(theme.impact.dial for theme in themes)}."
    )


def _waiting(facts: Facts) -> list[Block]:
    """The headline and the backlog, never the one without the other."""
    pair = [facts.measure(code) for code in (HEADLINE, "open_past_20_weeks")]
    lines = [f"{one.definition.title}: {said(one.latest)}" for one in pair if one and one.latest]
    if len(lines) < len(pair):
        return []
    said_of_both = Paragraph.of("Both sides of the 20-week limit (Appendix B says more):")
    return [said_of_both, BulletList.of(*(sentence(line) for line in lines))]


def _published(facts: Facts) -> list[Block]:
    """For an area that has brought no records: the last published headline, and what it leaves out."""
    found = facts.published.get(HEADLINE)
    if found is None or not found.years:
        return []
    warned = "It counts only children who have a plan; nobody publishes how many still wait."
    return [Paragraph.of(f"{found.measure.title}. {beside(found, facts)} {warned}")]
