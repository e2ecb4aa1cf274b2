"""Persons read by templates → columns of text, with no row of Python in between.

Persons of one template have their values at the same places. So their values are turned, a whole template at a time,
and each column is laid under the others of its name.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import pyarrow as pa

from goldenthread.rules.sen2.identity import person_key
from goldenthread.rules.sen2.templates import Alike, Place, Template

PERSON, REQUEST, ASSESSMENT, PLAN, ACTIVE = "person", "requests", "assessment", "namedplan", "activeplans"
PLACEMENT, NEED = "placementdetail", "senneed"
_ONCE = {  # what a case has at most one of
    PERSON: ("personbirthdate", "sex", "gendercurrent"),
    REQUEST: (
        "receiveddate", "requestsource", "requestoutcome", "requestoutcomedate", "requestmediation",
        "requesttribunal", "exported",
    ),
    ASSESSMENT: (
        "assessmentoutcome", "assessmentoutcomedate", "assessmentmediation", "assessmenttribunal", "othermediation",
        "othertribunal", "week20",
    ),
    PLAN: ("startdate", "ceasedate", "ceasereason", "pb"),
    ACTIVE: (
        "transferla", "reviewmeeting", "reviewoutcome", "lastreview", "reviewdraft", "phasetransferduedate",
        "phasetransferfinaldate",
    ),
}  # fmt: skip
_CASE = tuple(column for columns in _ONCE.values() for column in columns)
_BELOW = {
    PLACEMENT: (
        "placementrank", "urn", "sensetting", "entrydate", "leavingdate", "senunitindicator",
        "resourcedprovisionindicator", "res", "wbp",
    ),
    NEED: ("sentyperank", "sentype"),
}  # fmt: skip
Spots = tuple[int | None, ...]  # where each column's value is among a person's; None where it has none


@dataclass(frozen=True, slots=True)
class _OfRequest:
    case: Spots
    assessed: bool
    below: tuple[tuple[str, Spots], ...]


@dataclass(frozen=True, slots=True)
class Texts:
    """`cases`: a row a request, with its person's `key` and whether it was `assessed`. `placements` and `needs`: their
    rows, `request` being the number of the row in `cases`."""

    cases: pa.RecordBatch
    placements: pa.RecordBatch
    needs: pa.RecordBatch


class Gathering:
    """Takes persons, and gives all their texts at once."""

    def __init__(self) -> None:
        self._alike: defaultdict[Template, list[tuple[str, tuple[str, ...]]]] = defaultdict(list)
        self.people = 0

    def add(self, person: Alike) -> None:
        self._alike[person.template].append((person_key(person), person.told))
        self.people += 1

    def texts(self) -> Texts:
        filling = _Filling()
        for template, people in self._alike.items():
            keys, told = zip(*people, strict=True)
            filling.add(keys, list(zip(*told, strict=True)), _requests(template))
        return Texts(*filling.batches())


class _Filling:
    """Columns that grow, as lists."""

    def __init__(self) -> None:
        self._keys: list[str] = []
        self._assessed: list[bool] = []
        self._case: list[list[str | None]] = [[] for _ in _CASE]
        self._requests: dict[str, list[int]] = {table: [] for table in _BELOW}
        self._below: dict[str, list[list[str | None]]] = {
            table: [[] for _ in columns] for table, columns in _BELOW.items()
        }

    def add(self, keys: Sequence[str], values: Sequence[Sequence[str]], requests: Sequence[_OfRequest]) -> None:
        """Persons of one template. `values`: of each place, everyone's."""
        nothing = (None,) * len(keys)
        for request in requests:
            numbers = range(len(self._keys), len(self._keys) + len(keys))
            self._keys += keys
            self._assessed += [request.assessed] * len(keys)
            _lay(self._case, request.case, values, nothing)
            for table, spots in request.below:
                self._requests[table] += numbers
                _lay(self._below[table], spots, values, nothing)

    def batches(self) -> list[pa.RecordBatch]:
        cases: dict[str, Sequence[str | None]] = {"key": self._keys, **dict(zip(_CASE, self._case, strict=True))}
        made = [_texts(cases).append_column("assessed", pa.array(self._assessed, pa.bool_()))]
        for table, columns in _BELOW.items():
            batch = _texts(dict(zip(columns, self._below[table], strict=True)))
            made.append(batch.append_column("request", pa.array(self._requests[table], pa.int64())))
        return made


def _lay(
    columns: list[list[str | None]], spots: Spots, values: Sequence[Sequence[str]], nothing: Sequence[None]
) -> None:
    for column, spot in zip(columns, spots, strict=True):
        column += nothing if spot is None else values[spot]


def _texts(columns: Mapping[str, Sequence[str | None]]) -> pa.RecordBatch:
    return pa.RecordBatch.from_pydict({name: pa.array(texts, pa.string()) for name, texts in columns.items()})


@cache  # the reader keeps the templates, and makes no more of them than it may
def _requests(template: Template) -> tuple[_OfRequest, ...]:
    return tuple(_of_request([template.rows[0], *(template.rows[at] for at in own)]) for own in template.below)


def _of_request(places: Sequence[Place]) -> _OfRequest:
    """`places`: of the person, of one request, and of all that hangs on it."""
    met = {place.table: place for place in places}
    once = [spot for table, columns in _ONCE.items() for spot in _spots(met.get(table), columns)]
    below = [(place.table, _spots(place, _BELOW[place.table])) for place in places if place.table in _BELOW]
    assessed = PLAN in met or (ASSESSMENT in met and bool(met[ASSESSMENT].columns))
    return _OfRequest(tuple(once), assessed, tuple(below))


def _spots(place: Place | None, columns: Sequence[str]) -> Spots:
    return tuple(place.at(column) if place and column in place.columns else None for column in columns)
