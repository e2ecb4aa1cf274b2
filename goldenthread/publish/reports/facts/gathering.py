from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.improve.plans import reads as plans
from goldenthread.publish.reports.facts import observed
from goldenthread.publish.reports.facts.expected import PlanExpectations, expected
from goldenthread.publish.reports.facts.inspected import Inspected, last_inspection
from goldenthread.publish.reports.facts.measures import Measure, measures, undefined
from goldenthread.publish.reports.facts.paper import Paper
from goldenthread.publish.reports.facts.plan import PlanFacts, plan_facts
from goldenthread.publish.reports.facts.published import Published, neighbour_names, published


@dataclass(frozen=True)
class Facts:
    """All that the sections may say. An area without a plan, an inspection or children has None and empty here."""

    area: LocalArea
    as_at: date
    paper: Paper
    plan: PlanFacts | None
    expected: PlanExpectations | None
    inspected: Inspected | None
    measures: Mapping[str, Measure]
    undefined_measures: tuple[str, ...]
    waits: tuple[observed.Figure, ...]  # open cases by how long they have waited
    published: Mapping[str, Published]
    neighbours: tuple[str, ...]

    def measure(self, code: str) -> Measure | None:
        """Only where it has a figure."""
        found = self.measures.get(code)
        return found if found is not None and found.latest is not None else None

    @property
    def promised(self) -> list[Measure]:
        """The measures that the plan's outcomes name, in the plan's order."""
        return [one for one in self.measures.values() if one.promises]


def gather(area: LocalArea, paper: Paper, as_at: date) -> Facts:
    """Everything, in a number of queries that does not grow with the plan or with the children."""
    standing = plans.stands(area, as_at)
    counted = measures(area, standing, as_at)
    return Facts(
        area=area,
        as_at=as_at,
        paper=paper,
        plan=plan_facts(standing, plans.fundings(standing.plan), counted) if standing else None,
        expected=expected(area, standing.plan, as_at) if standing else None,
        inspected=last_inspection(area),
        measures=counted,
        undefined_measures=undefined(standing),
        waits=tuple(observed.waits(area, as_at)),
        published=published(area),
        neighbours=neighbour_names(area),
    )
