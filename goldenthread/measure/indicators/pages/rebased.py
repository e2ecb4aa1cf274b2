"""Where a measure's control chart starts anew, and why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from goldenthread.measure.indicators.models import Rebase


@dataclass(frozen=True)
class Rebased:
    rebase: Rebase
    by: str

    @property
    def stands(self) -> bool:
        return self.rebase.withdrawn_on is None


def rebased(found: Sequence[Rebase], people: Mapping[str, str]) -> list[Rebased]:
    """`people` are names by handle."""
    return [Rebased(one, people.get(one.made_by, "Goldenthread")) for one in found]
