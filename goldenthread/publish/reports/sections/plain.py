"""The page that everybody reads: eight fixed questions in plain words. It accounts for every action."""

from collections.abc import Iterator

from goldenthread.publish.reports.document import Block, Heading, PageBreak, Paragraph, Placeholder, Section
from goldenthread.publish.reports.facts import Facts
from goldenthread.publish.reports.sections import accounts
from goldenthread.publish.reports.sections.saying import day, many

LONG = "special educational needs and disabilities"


def plain(facts: Facts) -> Section:
    questions: tuple[tuple[str, Block], ...] = (
        ("What is this report about?", Paragraph.of(_about(facts))),
        ("What is it recommending?", Placeholder("plain_recommending", "In plain words: what is being asked for?")),
        ("What is the background?", Paragraph.of(_background(facts))),
        ("Why is this being done?", Paragraph.of(_why(facts))),
        ("How much would it cost?", Paragraph.of(_cost(facts))),
        ("How would it benefit residents?", Placeholder("plain_benefit", "In plain words: what changes for families?")),
        ("When would it take effect?", Paragraph.of(_when(facts))),
        (
            "Key communication message",
            Placeholder("plain_message", "In a sentence or two: what should people hear?"),
        ),
    )
    blocks = (PageBreak(), Heading("One page in plain words", numbered=False), Paragraph.of(_head(facts)))
    return Section("plain", (*blocks, *_answered(questions)))


def _answered(questions: tuple[tuple[str, Block], ...]) -> Iterator[Block]:
    for question, answer in questions:
        yield Heading(question, 2, numbered=False)
        yield answer


def _head(facts: Facts) -> str:
    paper = facts.paper
    member = f" Member reporting: {paper.member}." if paper.member else ""
    return f"Report title: {paper.title}.{member} Meeting: {paper.body}, {day(paper.meeting_on)}."


def _about(facts: Facts) -> str:
    if facts.plan is None:
        return f"How {facts.area.name} serves children and young people with {LONG}, as the published figures show it."
    return (
        f"How {facts.area.name} is carrying out its plan to do better for children and young people with {LONG}, and "
        "whether it is helping them."
    )


def _background(facts: Facts) -> str:
    if facts.inspected is None:
        return accounts.NO_INSPECTION
    found = facts.inspected
    return (
        f"Inspectors came to {facts.area.name} in {found.inspection.ended_on:%B %Y}. They said that "
        f"{many(len(found.must), 'thing')} had to be put right first, and that {many(len(found.should), 'thing')} "
        f"should be improved. {accounts.repeated(found)}"
    ).strip()


def _why(facts: Facts) -> str:
    if facts.plan is None:
        return accounts.NO_PLAN
    total, talks = len(facts.plan.themes), [theme.standing.impact.dial for theme in facts.plan.themes]
    return (
        f"{accounts.every_action(facts.plan)} {accounts.challenged(facts.plan)} Over the "
        f"plan’s {total} themes, the figures about children are: {accounts.dials(talks)}."
    )


def _cost(facts: Facts) -> str:
    return accounts.money(facts)


def _when(facts: Facts) -> str:
    if facts.plan is None:
        return "No plan with dates has been brought in."
    plan = facts.plan.standing.plan
    later = [
        one for one in facts.plan.actions if one.action.due_on and plan.ends_on and one.action.due_on > plan.ends_on
    ]
    after = f" {many(len(later), 'action').capitalize()} will end later than that." if later else ""
    return f"{accounts.runs(facts.plan)}{after}"
