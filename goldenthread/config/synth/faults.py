"""The faulty corner of one return: two persons in a hundred carry a fault, of twelve kinds that a checker must find."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from .dice import Dice
from .returns import Record, facts

SHARE = 0.02


@dataclass(frozen=True, slots=True)
class Fault:
    """`check` is the code under which `rules/sen2` finds it; `spoil` says whether the record had room for it."""

    check: str
    says: str
    spoil: Callable[[Record], bool]


def _first(person: Record, *path: str) -> Record | None:
    """The first row down a path of tables, or None."""
    here = [person]
    for name in path:
        here = [row for above in here for row in facts(above, name)]
    return here[0] if here else None


def _set(column: str, value: str, *path: str, only_if: str = "") -> Callable[[Record], bool]:
    """Put a wrong value into a column of the first row down the path; `only_if` names a column that must be there."""

    def spoil(person: Record) -> bool:
        row = _first(person, *path)
        if row is None or (only_if and only_if not in row):
            return False
        row[column] = value
        return True

    return spoil


def _drop(column: str, *path: str) -> Callable[[Record], bool]:
    def spoil(person: Record) -> bool:
        row = _first(person, *path)
        return row is not None and row.pop(column, None) is not None

    return spoil


def _no_number(person: Record) -> bool:
    for column in ("upn", "uniquelearnernumber", "upnunknown"):
        person.pop(column, None)
    return True


def _wrong_check_letter(person: Record) -> bool:
    upn = str(person.get("upn", ""))
    if upn:
        person["upn"] = ("B" if upn.startswith("A") else "A") + upn[1:]
    return bool(upn)


def _two_main_needs(person: Record) -> bool:
    needs = facts(_first(person, "requests", "activeplans") or {}, "senneed")
    if len(needs) < 2:
        return False
    needs[1]["sentyperank"] = "1"
    return True


def _assessed_for_nothing(person: Record) -> bool:
    """A plan is said to be issued, and there is none."""
    assessment = _first(person, "requests", "assessment")
    if assessment is None or assessment.get("assessmentoutcome") != "Y":
        return False
    return assessment.pop("namedplan", None) is not None


_REQUEST, _ASSESSMENT, _PLAN = ("requests",), ("requests", "assessment"), ("requests", "assessment", "namedplan")
_ACTIVE = ("requests", "activeplans")

FAULTS = (
    Fault("V01", "decided before it was received",
          _set("requestoutcomedate", "2019-02-11", *_REQUEST, only_if="requestoutcomedate")),
    Fault("V01", "the plan ended before it began", _set("ceasedate", "2012-07-20", *_PLAN, only_if="ceasedate")),
    Fault("V02", "a review meeting in the future",
          _set("reviewmeeting", "2031-05-06", *_ACTIVE, only_if="reviewmeeting")),
    Fault("V05", "decided, but no date of the decision", _drop("requestoutcomedate", *_REQUEST)),
    Fault("V04", "plan issued, but no plan", _assessed_for_nothing),
    Fault("V06", "too old for a plan", _set("personbirthdate", "1991-03-30", only_if="upn")),
    Fault("V10", "two main needs", _two_main_needs),
    Fault("V11", "ended without a reason", _drop("ceasereason", *_PLAN)),
    Fault("F05", "a need that the code list does not have", _set("sentype", "AUT", *_ACTIVE, "senneed")),
    Fault("F04", "a date that is not in the calendar", _set("startdate", "2024-02-31", *_PLAN)),
    Fault("F08", "a pupil number with a wrong check letter", _wrong_check_letter),
    Fault("P01", "no number, and no reason why not", _no_number),
)  # fmt: skip


def spoil(persons: Iterable[Record], roll: Dice) -> Iterator[Record]:
    """The same persons, two in a hundred of them spoilt; the kind found least so far is tried first."""
    found = dict.fromkeys(FAULTS, 0)
    for person in persons:
        if roll.random() < SHARE:
            fault = next((fault for fault in sorted(FAULTS, key=found.__getitem__) if fault.spoil(person)), None)
            if fault:
                found[fault] += 1
        yield person
