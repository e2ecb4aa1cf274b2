"""No colour without its because."""

from collections.abc import Iterable
from dataclasses import dataclass

from goldenthread.rules.honesty.colours import Colour, worst


@dataclass(frozen=True, slots=True)
class Reason:
    """One fact, by its rule's id, in a sentence; the colour shown can be `at_best` this."""

    id: str
    sentence: str
    at_best: Colour


@dataclass(frozen=True, slots=True)
class Supported:
    """What was reported, the best that the facts support, and the facts that say so, worst first."""

    reported: Colour
    colour: Colour
    because: tuple[Reason, ...]

    @property
    def challenged(self) -> bool:
        return self.colour is not self.reported

    @property
    def against(self) -> tuple[Reason, ...]:
        """The facts that the report is better than: there are some if, and only if, it is challenged."""
        return tuple(reason for reason in self.because if reason.at_best.rank < self.reported.rank)


def supported_by(reported: Colour, reasons: Iterable[Reason]) -> Supported:
    """The worst of the report and of every fact. A fact never improves on the report."""
    because = tuple(sorted(reasons, key=lambda reason: (reason.at_best.rank, reason.id)))
    return Supported(reported, worst([reported, *(reason.at_best for reason in because)]), because)
