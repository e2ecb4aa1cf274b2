"""Honest green: the colour that the facts support, beside the one reported, each with its because."""

from goldenthread.rules.honesty.action import (
    ActionFacts,
    Dependency,
    Milestone,
    Policy,
    Remedy,
    may_save,
    supported_colour,
)
from goldenthread.rules.honesty.colours import Colour, as_rag, worst
from goldenthread.rules.honesty.dials import Dial, MeasureFacts, Reading, families, impact
from goldenthread.rules.honesty.outcome import OutcomeFacts, OutcomeStanding, challenge, outcome_standing
from goldenthread.rules.honesty.override import Override, Verdict, verdict
from goldenthread.rules.honesty.reasons import Reason, Supported
from goldenthread.rules.honesty.talks import Talk, talk
from goldenthread.rules.honesty.tally import Row, Tally, tally

__all__ = [
    "ActionFacts",
    "Colour",
    "Dependency",
    "Dial",
    "MeasureFacts",
    "Milestone",
    "OutcomeFacts",
    "OutcomeStanding",
    "Override",
    "Policy",
    "Reading",
    "Reason",
    "Remedy",
    "Row",
    "Supported",
    "Talk",
    "Tally",
    "Verdict",
    "as_rag",
    "challenge",
    "families",
    "impact",
    "may_save",
    "outcome_standing",
    "supported_colour",
    "talk",
    "tally",
    "verdict",
    "worst",
]
