"""The improvement plan and everything that hangs on it. One noun a class; no save() overrides, no signals."""

from .action import Action, Amendment, Dependency, Evidence, Milestone, Remedy, Update
from .override import Override
from .plan import Colour, Funding, ImprovementPlan, Outcome, OutcomeMeasure, Theme

__all__ = [
    "Action",
    "Amendment",
    "Colour",
    "Dependency",
    "Evidence",
    "Funding",
    "ImprovementPlan",
    "Milestone",
    "Outcome",
    "OutcomeMeasure",
    "Override",
    "Remedy",
    "Theme",
    "Update",
]
