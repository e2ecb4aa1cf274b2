"""When the plan is to end, each time that anybody said so; different answers are reported, never merged.

Words are read as the due dates of a plan are (reading/days): “autumn 2018” allows the last day of the autumn term,
31 December 2018, because that is how schools and councils use it; an autumn of the weather would end in November.
"""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date

from goldenthread.foundation.ui.words import day
from goldenthread.improve.plans.models import ImprovementPlan, StatedEnd
from goldenthread.improve.plans.reading.days import read_day
from goldenthread.improve.plans.reading.grid import Cell

LONGEST_PHRASE = 6  # words: “by the end of September 2018”
MARKS = re.compile(r"[,.;:()“”\"]")
OPEN = re.compile(r"\bor until\b|\bor later\b|\bat the earliest\b|\bongoing\b|\bunless\b", re.IGNORECASE)
TIMES = {1: "once", 2: "twice"}


@dataclass(frozen=True)
class Ends:
    """`days` are the different days that were stated, in order, with how often; `open`: those that allow a later day,
    whatever day they name; `silent`: those that name none.
    """

    stated: tuple[StatedEnd, ...]
    days: tuple[tuple[date, int], ...]
    open: tuple[StatedEnd, ...]
    silent: tuple[StatedEnd, ...]

    @property
    def conflicting(self) -> bool:
        return len(self.days) > 1

    @property
    def sentence(self) -> str:
        """How many ends were stated, and how many different ones."""
        if not self.stated:
            return "Nobody has recorded yet when this plan is to end."
        told = f"The end of this plan was stated {_times(len(self.stated))}"
        if not self.days:
            return f"{told}, and no day was named."
        said = _listed([f"{day(on)} ({_times(count)})" if count > 1 else day(on) for on, count in self.days])
        if not self.conflicting:
            return f"{told}, for one day: {said}."
        return f"{told}, for {len(self.days)} different days: {said}."


def ends(plan: ImprovementPlan) -> Ends:
    """One question."""
    stated = tuple(StatedEnd.objects.filter(plan=plan).order_by("said_on", "pk"))
    days = Counter(one.on for one in stated if one.on)
    return Ends(
        stated,
        tuple(sorted(days.items())),
        tuple(one for one in stated if OPEN.search(one.words)),
        tuple(one for one in stated if one.on is None),
    )


def last_day(words: str) -> date | None:
    """The last day that the words allow: of the dates among them the one named last; None where they name none."""
    plain = MARKS.sub(" ", words).split()
    found, start = None, 0
    while start < len(plain):
        for length in range(min(LONGEST_PHRASE, len(plain) - start), 0, -1):
            phrase = " ".join(plain[start : start + length])
            read = read_day(Cell(phrase)) if any(letter.isdigit() for letter in phrase) else None
            if read is not None and read.on is not None:
                found, start = read.on, start + length - 1
                break
        start += 1
    return found


def _times(count: int) -> str:
    return TIMES.get(count, f"{count} times")


def _listed(words: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))
