"""Each kind of plan has its own words for the same things, its own reading of what it must answer, and its own day."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from goldenthread.improve.inspections.reads import AreaToAnswer
from goldenthread.improve.plans.models import ImprovementPlan
from goldenthread.rules.clocks.clock import Clock
from goldenthread.rules.clocks.inspection import priority_action_plan_clock, statement_of_action_clock
from goldenthread.rules.provision import NoLawError

Kind = ImprovementPlan.Kind
FIRST_WORDS = 90  # characters of a finding in a theme's title


@dataclass(frozen=True)
class KindOfPlan:
    """`theme`, `outcome` and `action` as the plan's pages call them. `only_open`: it answers no finding on which a
    visit saw sufficient progress. `clock` makes its day from that of the report.
    """

    theme: str
    outcome: str
    action: str
    only_open: bool = False
    clock: Callable[[date, date | None], Clock] | None = None


KINDS = {
    Kind.WRITTEN_STATEMENT: KindOfPlan(
        "area of significant weakness", "outcome", "action", clock=statement_of_action_clock
    ),
    Kind.ACCELERATED: KindOfPlan("area of weakness still to improve", "measure of success", "action", only_open=True),
    Kind.PRIORITY: KindOfPlan("area for priority action", "outcome", "action", clock=priority_action_plan_clock),
    Kind.STRATEGIC: KindOfPlan("priority", "outcome", "action"),
    Kind.REFORM: KindOfPlan("part of the reform", "outcome", "milestone action"),
    Kind.SCRUTINY: KindOfPlan("recommendation", "result expected", "action"),
}


def kind_of(plan: ImprovementPlan) -> KindOfPlan:
    return KINDS[Kind(plan.kind)]


def to_answer(kind: str, areas: Sequence[AreaToAnswer]) -> list[AreaToAnswer]:
    """Those of an inspection's findings that a plan of the kind must answer."""
    return [one for one in areas if not (KINDS[Kind(kind)].only_open and one.sufficient)]


def submission_clock(plan: ImprovementPlan) -> Clock | None:
    """When the plan is due, from the day on which the report was published; None where no rule makes a day, or the
    report has none. Read its `caution`.
    """
    clock = kind_of(plan).clock
    if clock is None or plan.inspection is None or plan.inspection.published_on is None:
        return None
    try:
        return clock(plan.inspection.published_on, plan.submitted_on)
    except NoLawError:
        return None


def title_from(finding_text: str) -> str:
    """A finding's first words, whole ones, as the title of the theme that answers it."""
    words = " ".join(finding_text.split())
    if len(words) <= FIRST_WORDS:
        return words.rstrip(".")
    return words[: FIRST_WORDS + 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def with_article(words: str) -> str:
    return f"{'an' if words[0] in 'aeiou' else 'a'} {words}"
