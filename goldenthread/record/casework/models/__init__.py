"""What happened to a child or young person, as far as the SEN2 return carries it.

Every model is reached within one area only: a query without an area raises. `known_on` is the reference date of the
facts:
a later source overrides an earlier one, never the other way round.
"""

from .child import Child
from .plan import AnnualReview, EHCPlan, NamedSetting, Need, PhaseTransfer, Placement
from .request import Assessment, AssessmentRequest, ExceptionRecord

__all__ = [
    "AnnualReview",
    "Assessment",
    "AssessmentRequest",
    "Child",
    "EHCPlan",
    "ExceptionRecord",
    "NamedSetting",
    "Need",
    "PhaseTransfer",
    "Placement",
]
