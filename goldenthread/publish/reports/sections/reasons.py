"""2 Reasons and options: where the plan stands, honestly; what is Red and what is done about it; what was achieved."""

from collections.abc import Iterator

from goldenthread.publish.reports.document import Block, Heading, Note, Paragraph, Placeholder, Section
from goldenthread.publish.reports.facts import Facts, PlanFacts
from goldenthread.publish.reports.sections import accounts
from goldenthread.publish.reports.sections.achievements import achievements
from goldenthread.publish.reports.sections.brag import brag, brag_bar
from goldenthread.publish.reports.sections.challenges import challenges
from goldenthread.publish.reports.sections.findings import inspected
from goldenthread.publish.reports.sections.reds import reds
from goldenthread.publish.reports.sections.saying import many


def reasons(facts: Facts) -> Section:
    blocks = (
        Heading("Reasons for recommendations and options considered"),
        Heading("Current status", 2, numbered=False),
        *inspected(facts),
        *(_plan(facts.plan, facts) if facts.plan else _without_a_plan()),
        Heading("Options considered", 2, numbered=False),
        Placeholder("options", "Which other options were considered, and why is this one recommended?"),
    )
    return Section("reasons", blocks)


def _plan(plan: PlanFacts, facts: Facts) -> Iterator[Block]:
    of = plan.standing.plan
    owner = f" {of.owner} owns it." if of.owner else ""
    size = f"{many(len(plan.themes), 'theme')} and {many(len(plan.actions), 'action')}"
    yield Paragraph.of(f"{plan.title} has {size}. {accounts.runs(plan)}{owner}", numbered=True)
    yield Paragraph.of(accounts.every_action(plan), numbered=True)
    yield brag_bar(plan, facts.as_at)
    yield brag(plan, facts.as_at)
    yield from challenges(plan)
    yield from reds(plan)
    yield from achievements(plan)


def _without_a_plan() -> Iterator[Block]:
    yield Note.of(
        f"{accounts.NO_PLAN} Until then this paper cannot say what was promised, how it stands, who answers for it or "
        "what it costs.",
        title="Missing.",
    )
