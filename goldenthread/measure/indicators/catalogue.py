"""Every definition there is, found by folder; and the field's catalogue, each row of which some of them are."""

import csv
import hashlib
import importlib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from types import ModuleType

from goldenthread.measure.indicators import definitions
from goldenthread.measure.indicators.definition import Counts, Definition, Tables

FOLDER = Path(definitions.__path__[0])
ROWS = Path(__file__).parent / "data" / "catalogue.csv"


@cache
def codes() -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in FOLDER.glob("*.py") if path.stem != "__init__"))


@cache
def definition(code: str) -> Definition:
    """Raises KeyError with the code that has no definition."""
    found: Definition = _module(code).definition
    return found


def all_definitions() -> tuple[Definition, ...]:
    return tuple(definition(code) for code in codes())


def claims() -> dict[str, tuple[str, ...]]:
    """By row of the field's catalogue, in its order: the codes that are it. One that none is has an empty tuple."""
    with ROWS.open(encoding="utf-8", newline="") as stream:
        ids = dict.fromkeys(row["id"] for row in csv.DictReader(stream))
    return {row: tuple(one.code for one in all_definitions() if row in one.catalogue) for row in ids}


def counts_of(code: str) -> Callable[[Tables], Counts] | None:
    """The function that counts it, or None where a partner or the nation does."""
    return getattr(_module(code), "counts", None)


@cache
def version(code: str) -> str:
    """Twelve hex digits of the definition file's own bytes: a changed definition is a different one."""
    return hashlib.sha256((FOLDER / f"{code}.py").read_bytes()).hexdigest()[:12]


def _module(code: str) -> ModuleType:
    if code not in codes():
        raise KeyError(code)
    return importlib.import_module(f"{definitions.__name__}.{code}")
