"""A few places where two files tell the same person differently: the later file wins, and the reader is told."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta

from .dice import Dice
from .returns import Record, facts

EACH = 6  # persons told differently in each of the ways


def _born_swapped(person: Record) -> bool:
    """Day and month change places, as a tired typist does it."""
    born = date.fromisoformat(str(person["personbirthdate"]))
    if born.day > 12 or born.day == born.month:
        return False
    person["personbirthdate"] = date(born.year, born.day, born.month).isoformat()
    return True


def _plan_dated_later(person: Record) -> bool:
    """The date of the letter in one system, of the panel in the other."""
    for request in facts(person, "requests"):
        for assessment in facts(request, "assessment"):
            if assessment["assessmentoutcome"] == "H" and "namedplan" in assessment:
                plan = facts(assessment, "namedplan")[0]
                plan["startdate"] = (date.fromisoformat(str(plan["startdate"])) - timedelta(3)).isoformat()
                return True
    return False


WAYS: tuple[Callable[[Record], bool], ...] = (_born_swapped, _plan_dated_later)


def disagree(persons: Iterable[Record], roll: Dice) -> Iterator[Record]:
    """Tell `EACH` persons differently in each way: persons with a number and a plan, so that they are recognised."""
    left = dict.fromkeys(WAYS, EACH)
    for person in persons:
        known = "upn" in person and any("activeplans" in request for request in facts(person, "requests"))
        if known and roll.random() < 0.02:
            way = next((way for way in WAYS if left[way] and way(person)), None)
            if way:
                left[way] -= 1
        yield person
