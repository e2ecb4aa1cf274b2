"""One record of each person from several files: later facts win, and what they contradict is said."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from goldenthread.rules.problems import Problem
from goldenthread.rules.sen2.fields import COLUMNS
from goldenthread.rules.sen2.identity import name_and_birth, numbers_of
from goldenthread.rules.sen2.persons import Row

_SETTLED = frozenset(  # facts of the past, which a later file should not tell otherwise
    {
        "personbirthdate", "upn", "uniquelearnernumber", "receiveddate", "requestoutcomedate", "requestoutcome",
        "assessmentoutcomedate", "assessmentoutcome", "week20", "startdate", "ceasedate", "ceasereason",
    }
)  # fmt: skip
_NOT_YET = frozenset({"A", "H"})  # awaiting; decided before this collection: neither says what was decided
_OUTCOMES = frozenset({"requestoutcome", "assessmentoutcome"})
_REVIEW = ("reviewmeeting", "reviewoutcome", "lastreview", "reviewdraft")


@dataclass(frozen=True, order=True)
class FileRef:
    """A file that persons come from: the day that it describes, and its name for messages."""

    reference_date: date
    name: str


class Merger:
    """Takes persons of files in any order; gives each person once. All persons are held in memory.

    A person is known again by UPN, else by unique learner number, else by name and birth date; a request by the date it
    was received. `activeplans` gains `reviews`, every annual review that any file told of,
    and stays when the plan has ceased since: it says what the need was and where the child learnt.
    """

    def __init__(self) -> None:
        self._told: list[list[tuple[FileRef, Row]]] = []
        self._known: dict[str, int] = {}

    def add(self, file: FileRef, person: Row) -> None:
        numbers, name = numbers_of(person), name_and_birth(person)
        place = self._place_of(numbers, name)
        if place is None:
            place = len(self._told)
            self._told.append([])
        self._told[place].append((file, person))
        for key in (*numbers, name):
            self._known.setdefault(key, place)

    def _place_of(self, numbers: list[str], name: str) -> int | None:
        for key in numbers:
            if key in self._known:
                return self._known[key]
        place = self._known.get(name)
        if place is None or any(_disagree(numbers, numbers_of(person)) for _file, person in self._told[place]):
            return None
        return place

    def people(self) -> Iterator[Row]:
        """Each person, merged, in the order in which they were first met."""
        for told in self._told:
            yield _merged(told, [])

    @property
    def contradictions(self) -> list[Problem]:
        """Queries: where a later file tells a settled fact otherwise."""
        found: list[Problem] = []
        for told in self._told:
            _merged(told, found)
        return found


def _disagree(some: list[str], others: list[str]) -> bool:
    """Whether two people of one name and birth date have different numbers of one kind."""
    kinds = {key[:3]: key for key in others}
    return any(kinds.get(key[:3], key) != key for key in some)


def _merged(told: list[tuple[FileRef, Row]], found: list[Problem]) -> Row:
    person: Row = {}
    for file, later in sorted(told, key=lambda each: each[0]):
        notes = _Notes(file, later.get("line", 0), found)
        _overlay("person", person, later, notes)
        for request in later.get("requests", ()):
            _merge_request(person.setdefault("requests", []), request, notes)
    return person


@dataclass(frozen=True)
class _Notes:
    """Where contradictions are written down, and of which person of which file."""

    file: FileRef
    line: int
    found: list[Problem]

    def contradicts(self, table: str, column: str, before: str, now: str) -> None:
        message = f"{self.file.name} says “{now}”, an earlier file “{before}”; the later was taken"
        what_to_do = "Check which is right, and correct it at its source."
        self.found.append(Problem("M01", "query", message, table, self.line, column, now, what_to_do))


def _overlay(table: str, known: Row, later: Row, notes: _Notes) -> None:
    """Lay a later row's own columns over a known one."""
    for column in COLUMNS[table].keys() & later.keys():
        before, now = known.get(column), later[column]
        if before is None or before == now:
            known[column] = now
        elif column in _OUTCOMES and now in _NOT_YET:
            continue  # a later collection need not tell again what was decided
        else:
            if column in _SETTLED and before not in _NOT_YET:
                notes.contradicts(table, column, before, now)
            known[column] = now


def _merge_request(known: list[Row], later: Row, notes: _Notes) -> None:
    received = later.get("receiveddate")
    request = next((each for each in known if each.get("receiveddate") == received), None)
    if request is None:
        request = {}
        known.append(request)
    _overlay("requests", request, later, notes)
    if "assessment" in later:
        _merge_assessment(request.setdefault("assessment", {}), later["assessment"], notes)
    if "activeplans" in later:
        _merge_active(request.setdefault("activeplans", {}), later["activeplans"], notes)


def _merge_assessment(known: Row, later: Row, notes: _Notes) -> None:
    _overlay("assessment", known, later, notes)
    if "namedplan" in later:
        plan = known.setdefault("namedplan", {})
        _overlay("namedplan", plan, later["namedplan"], notes)
        if "plandetail" in later["namedplan"]:
            plan["plandetail"] = [dict(each) for each in later["namedplan"]["plandetail"]]


def _merge_active(known: Row, later: Row, notes: _Notes) -> None:
    _overlay("activeplans", known, later, notes)
    if "senneed" in later:
        known["senneed"] = [dict(each) for each in later["senneed"]]
    for placement in later.get("placementdetail", ()):
        _add_or_update(known.setdefault("placementdetail", []), placement, _placement_key(placement), _placement_key)
    review = {column: later[column] for column in _REVIEW if column in later}
    if review:
        _add_or_update(known.setdefault("reviews", []), review, _review_key(review), _review_key)


def _add_or_update(rows: list[Row], row: Row, key: object, key_of: Any) -> None:
    for each in rows:
        if key_of(each) == key:
            each.update(row)
            return
    rows.append(dict(row))


def _placement_key(row: Row) -> tuple[str | None, ...]:
    return row.get("urn"), row.get("ukprn"), row.get("sensetting"), row.get("entrydate")


def _review_key(row: Row) -> str | None:
    meeting: str | None = row.get("reviewmeeting") or row.get("lastreview")
    return meeting
