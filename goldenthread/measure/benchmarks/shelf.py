"""What was loaded beside the package: a Parquet table a file, and next to it a small JSON file that says what it is."""

import json
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from .measures import Measure, Polarity, Unit
from .periods import PeriodKind
from .sources import SOURCES, Source


@dataclass(frozen=True, slots=True, eq=False)
class Loaded:
    """One file as it was loaded. `kept_aside` counts what was not taken, by reason; the whole list lies beside it.

    `last` is the last period of each measure; `notes` are sentences, such as which areas go by an old code.
    """

    key: str
    name: str
    shape: str
    source: Source
    sha256: str
    loaded_on: date
    rows: int = 0
    figures: int = 0
    kept_aside: Mapping[str, int] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    measures: Mapping[str, Measure] = field(default_factory=dict)
    last: Mapping[str, str] = field(default_factory=dict)
    version: str = ""  # of a list of neighbours: its year and month

    @property
    def table(self) -> Path:
        return folder() / f"{self.key}.parquet"

    @property
    def aside(self) -> Path:
        return folder() / f"{self.key}.aside.csv"

    @property
    def listed(self) -> Path:
        """Of a list, such as one of neighbours, its lines."""
        return folder() / f"{self.key}.csv"

    @property
    def sidecar(self) -> Path:
        return folder() / f"{self.key}.json"


def folder() -> Path:
    """The setting BENCHMARKS; where no web framework is loaded, as `goldenthread compare` is, what it is by default."""
    conf = sys.modules.get("django.conf")
    if conf is not None and conf.settings.configured:
        return Path(conf.settings.BENCHMARKS)
    return Path(os.environ.get("GOLDENTHREAD_HOME", "var")) / "benchmarks"


def index() -> tuple[Loaded, ...]:
    """Everything loaded, oldest first. Asked anew whenever the folder has changed."""
    where = folder()
    try:
        return _index(where, where.stat().st_mtime_ns)
    except FileNotFoundError:
        return ()


def source(code: str) -> Source:
    """A packaged source, or the one of a loaded file. Raises KeyError."""
    return SOURCES.get(code) or next(one.source for one in index() if one.source.code == code)


def described(one: Loaded) -> bytes:
    """The sidecar's content."""
    told = {
        "name": one.name,
        "shape": one.shape,
        "source": {name: getattr(one.source, name) for name in ("code", "title", "release", "publisher", "licence")},
        "sha256": one.sha256,
        "loaded_on": one.loaded_on.isoformat(),
        "rows": one.rows,
        "figures": one.figures,
        "kept_aside": dict(one.kept_aside),
        "notes": list(one.notes),
        "version": one.version,
        "last": dict(one.last),
        "measures": {code: _plain(measure) for code, measure in sorted(one.measures.items())},
    }
    return json.dumps(told, ensure_ascii=False, indent=1).encode("utf-8")


@lru_cache(maxsize=4)
def _index(where: Path, _changed: int) -> tuple[Loaded, ...]:
    found = [_read(path.stem, json.loads(path.read_text(encoding="utf-8"))) for path in where.glob("*.json")]
    return tuple(sorted(found, key=lambda one: (one.loaded_on, one.key)))


def _read(key: str, told: dict[str, Any]) -> Loaded:
    plain = {
        name: told[name] for name in ("name", "shape", "sha256", "rows", "figures", "kept_aside", "version", "last")
    }
    return Loaded(
        key=key,
        source=Source(file="", **told["source"]),
        loaded_on=date.fromisoformat(told["loaded_on"]),
        notes=tuple(told["notes"]),
        measures={code: _measure(code, row) for code, row in told["measures"].items()},
        **plain,
    )


def _plain(measure: Measure) -> dict[str, object]:
    names = ("title", "period_kind", "unit", "polarity", "counted", "out_of", "lait", "banded", "axis", "by")
    return {name: getattr(measure, name) for name in names}


def _measure(code: str, row: dict[str, Any]) -> Measure:
    kinds = {
        "period_kind": PeriodKind(row["period_kind"]),
        "unit": Unit(row["unit"]),
        "polarity": Polarity(row["polarity"]),
    }
    return Measure(code, **(row | kinds))
