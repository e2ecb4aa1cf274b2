"""What was expected by a day, and how each stands on a day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.improve.governance.models import Expectation
from goldenthread.improve.plans.models import ImprovementPlan
from goldenthread.rules import expectations as rules
from goldenthread.rules.expectations import Evaluation, Expected, Step


@dataclass(frozen=True)
class ExpectationStanding:
    """`steps`: the name and the threshold of each, empty where it is not defined."""

    expectation: Expectation
    steps: tuple[tuple[Step, str, str], ...]
    evaluation: Evaluation

    @property
    def word(self) -> str:
        """The state in a word or two: “Not yet due”, “No result”, or the step's name."""
        names = {step: name for step, name, _ in self.steps}
        return names[self.evaluation.step] if self.evaluation.step else self.evaluation.state.value.capitalize()

    @property
    def rest(self) -> str:
        """The sentence that the word begins, without it."""
        return self.evaluation.sentence.removeprefix(self.word)


@dataclass(frozen=True)
class PlanExpectations:
    """One plan's table: its names for the four steps, and what a reader must know of them."""

    plan: ImprovementPlan
    names: tuple[str, ...]
    caution: str
    rows: tuple[ExpectationStanding, ...]


def names_of(plan: ImprovementPlan) -> Mapping[Step, str]:
    return rules.REFORM_PLAN if plan.kind == ImprovementPlan.Kind.REFORM else rules.TABLE_2


def thresholds(expectation: Expectation) -> dict[Step, str]:
    """The words of each step, as rules/expectations has them."""
    return {
        Step.UNMET: expectation.unmet,
        Step.MET: expectation.met,
        Step.EXCEEDED: expectation.exceeded,
        Step.SIGNIFICANTLY_EXCEEDED: expectation.significantly_exceeded,
    }


def expectations(area: LocalArea) -> QuerySet[Expectation]:
    """By plan, then by date of delivery."""
    found = Expectation.objects.filter(plan__area=area).select_related("plan", "visit")
    return found.order_by("plan", "due_on", "pk")


def expectation(area: LocalArea, key: int) -> Expectation:
    """Raises Expectation.DoesNotExist, also for one of another area."""
    return Expectation.objects.select_related("plan__area", "visit").get(plan__area=area, pk=key)


def evaluated(found: Iterable[Expectation], as_at: date) -> list[PlanExpectations]:
    """A table for each plan, in the order given."""
    tables: dict[int, list[ExpectationStanding]] = {}
    for one in found:
        tables.setdefault(one.plan_id, []).append(standing(one, as_at))
    return [_table(rows) for rows in tables.values()]


def standing(one: Expectation, as_at: date) -> ExpectationStanding:
    names, words = names_of(one.plan), thresholds(one)
    expected = Expected(
        due_on=one.due_on,
        thresholds=words,
        result=Step(one.result) if one.result else None,
        result_on=one.result_on,
        names=names,
    )
    steps = tuple((step, names[step], words[step]) for step in Step)
    return ExpectationStanding(one, steps, rules.evaluate(expected, as_at))


def _table(rows: list[ExpectationStanding]) -> PlanExpectations:
    plan = rows[0].expectation.plan
    names = names_of(plan)
    caution = rules.REFORM_PLAN_CAUTION if names is rules.REFORM_PLAN else ""
    return PlanExpectations(plan, tuple(names[step] for step in Step), caution, tuple(rows))
