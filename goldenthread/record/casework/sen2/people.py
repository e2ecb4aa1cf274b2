"""Recognising a person across files: by UPN, else by ULN, else by name and date of birth."""

from collections.abc import Iterable, Mapping
from typing import Any

from goldenthread.rules.sen2.identity import name_and_birth, numbers_of, person_key

from .held import Row

NUMBERS = ("upn", "uln")
COLUMNS = {
    "upn": "upn",
    "uniquelearnernumber": "uln",
    "surname": "surname",
    "forename": "forename",
    "postcode": "postcode",
}
IDENTITY = frozenset({*COLUMNS.values(), "born_on"})


class People:
    def __init__(self, children: Iterable[Row]) -> None:
        self._by_key: dict[str, Row] = {}
        for child in children:
            self.add(child)

    def add(self, child: Row) -> None:
        for key in _keys(child.values):
            self._by_key[key] = child

    def recognise(self, values: Mapping[str, Any]) -> Row | None:
        """The child that a file means. The same name and birthday under another number is another person."""
        for key in _keys(values):
            child = self._by_key.get(key)
            if child is not None and not _numbers_differ(child.values, values):
                return child
        return None


def key(child: Row) -> str:
    """The best natural key that the child's own columns give."""
    return person_key(_record(child.values))


def _keys(values: Mapping[str, Any]) -> list[str]:
    """Every natural key that a person answers to, the surest first."""
    record = _record(values)
    named = [name_and_birth(record)] if {"surname", "personbirthdate"} <= record.keys() else []
    return [*numbers_of(record), *named]


def _record(values: Mapping[str, Any]) -> dict[str, str]:
    """As the return would give it: what is not known is not there."""
    record = {column: values[name] for column, name in COLUMNS.items() if values.get(name)}
    if values.get("born_on"):
        record["personbirthdate"] = values["born_on"].isoformat()
    return record


def _numbers_differ(held: Mapping[str, Any], values: Mapping[str, Any]) -> bool:
    return any(held.get(name) and values.get(name) and held[name] != values[name] for name in NUMBERS)
