"""Half-days that pupils missed, term by term. Most miss little, a few miss half: the shape is the nation's."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from .dice import Dice
from .pupils import OnRoll

TERMS = {"Autumn": 142, "Spring": 112, "Summer": 122}  # half-days possible in a whole term
_STEPS = 1000
# Share of pupils → share of half-days missed at most. Calibrated to DfE, Pupil absence in schools in England, 2023/24
# and 2024/25, by SEN provision (OGL v3.0): overall, persistent (10 %) and severe (50 %) absence.
_MISSED = {
    "N": ((0, 0.005), (0.25, 0.01), (0.55, 0.03), (0.83, 0.10), (0.96, 0.2), (0.987, 0.5), (1, 0.95)),
    "K": ((0, 0.005), (0.2, 0.02), (0.45, 0.05), (0.70, 0.10), (0.9, 0.22), (0.962, 0.5), (1, 0.95)),
    "E": ((0, 0.005), (0.2, 0.02), (0.4, 0.05), (0.65, 0.10), (0.86, 0.22), (0.935, 0.5), (1, 0.95)),
}


def _table(points: Sequence[tuple[float, float]]) -> list[float]:
    """The share missed at each of a thousand steps, by straight lines."""
    found = []
    for step in range(_STEPS):
        at = (step + 0.5) / _STEPS
        (x0, y0), (x1, y1) = next((low, high) for low, high in pairwise(points) if low[0] <= at <= high[0])
        found.append(y0 + (y1 - y0) * (at - x0) / (x1 - x0))
    return found


MISSED = {sen: _table(points) for sen, points in _MISSED.items()}


def lines(rolled: Sequence[OnRoll], year: int, term: str, roll: Dice) -> Iterator[str]:
    """CSV lines of one term of the school year whose January census is `year`'s."""
    yield "UPN,URN,Term,Sessions possible,Sessions authorised,Sessions unauthorised\n"
    label, whole, chance = f"{term} {year - 1}/{year % 100:02}", TERMS[term], roll.random
    for each in rolled:
        pupil = each.pupil
        leaving = term == "Summer" and year - 1 - pupil.cohort in (11, 13)  # examinations, then leave
        possible = (whole * 2 // 5 if leaving else whole) - int(3 * chance())
        share = MISSED[each.sen][int(pupil.away * _STEPS)] * (0.82 + 0.36 * chance())
        missed = min(possible, int(possible * share + chance()))
        unauthorised = int(missed * (0.2 if share < 0.1 else 0.42) + chance())
        unauthorised = min(unauthorised, missed)
        yield f"{pupil.upn},{each.school.urn},{label},{possible},{missed - unauthorised},{unauthorised}\n"
