"""The improvement plan and everything that hangs on it. One noun a class; no save() overrides, no signals."""

from .action import Action, Amendment, Dependency, Ended, Evidence, Milestone, Remedy, Succession, Update
from .challenge import Challenge, Explanation
from .ends import StatedEnd
from .money import Account, Funding
from .override import Override
from .plan import Colour, ImprovementPlan, Outcome, OutcomeMeasure, Theme
from .risk import Risk

__all__ = [
    "Account",
    "Action",
    "Amendment",
    "Challenge",
    "Colour",
    "Dependency",
    "Ended",
    "Evidence",
    "Explanation",
    "Funding",
    "ImprovementPlan",
    "Milestone",
    "Outcome",
    "OutcomeMeasure",
    "Override",
    "Remedy",
    "Risk",
    "StatedEnd",
    "Succession",
    "Theme",
    "Update",
]
