"""What a paper says, gathered once: sections only arrange it."""

from goldenthread.publish.reports.facts.gathering import Facts, gather
from goldenthread.publish.reports.facts.measures import Measure, Promise
from goldenthread.publish.reports.facts.paper import Asked, Cleared, Paper, Typed, paper_of
from goldenthread.publish.reports.facts.plan import PlanFacts, ThemeFacts
from goldenthread.publish.reports.facts.published import Published

__all__ = [
    "Asked",
    "Cleared",
    "Facts",
    "Measure",
    "Paper",
    "PlanFacts",
    "Promise",
    "Published",
    "ThemeFacts",
    "Typed",
    "gather",
    "paper_of",
]
