"""What is expected of the plan by a day, and how each stands on the paper's day."""

from datetime import date

from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.improve.governance import reads as governance
from goldenthread.improve.governance.reads import ExpectationStanding, PlanExpectations
from goldenthread.improve.plans.models import ImprovementPlan

__all__ = ["ExpectationStanding", "PlanExpectations", "expected"]


def expected(area: LocalArea, plan: ImprovementPlan, as_at: date) -> PlanExpectations | None:
    """None where nobody has said what to expect of this plan."""
    tables = governance.evaluated(governance.expectations(area).filter(plan=plan), as_at)
    return tables[0] if tables else None
