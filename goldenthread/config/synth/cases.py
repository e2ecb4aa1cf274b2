"""The nouns of the simulation: a case is one request for an assessment, followed to its end."""

from dataclasses import dataclass, field
from datetime import date

from .people import Person
from .schools import School


@dataclass(slots=True)
class Placement:
    """Where a child learns: a school, or the return's code for those without one."""

    school: School | None
    setting: str
    entered: date
    left: date | None = None
    unit: bool = False
    resourced: bool = False


@dataclass(slots=True)
class Review:
    met: date
    decision: str
    decided: date
    draft: date | None


@dataclass(slots=True)
class Plan:
    issued: date
    needs: list[str]
    placements: list[Placement] = field(default_factory=list)
    reviews: list[Review] = field(default_factory=list)
    ceased: date | None = None
    cease_reason: str = ""
    personal_budget: bool = False
    from_area: str = ""  # a plan that moved in with the family
    moved_in: date | None = None

    def in_force(self, on: date) -> bool:
        return self.issued <= on and (self.moved_in is None or self.moved_in <= on) and not self.ended(on)

    def ended(self, on: date) -> bool:
        return self.ceased is not None and self.ceased <= on


@dataclass(slots=True)
class Case:
    person: Person
    received: date
    source: str
    decision: str  # Y assess, N refuse, W withdrawn
    decided: date
    outcome: str = ""  # Y plan, N no plan; "" where there was no assessment
    ended: date | None = None  # plan issued, or the family told that there will be none; None: still open
    exception: bool = False
    mediation: bool = False
    tribunal: bool = False
    plan: Plan | None = None
