"""The package's figures and the loaded ones as one. Of a period published twice, the newest release is the figure.

The newest release is the one that goes on to the latest period; of two that end together, the one loaded last. A cell
that is blank or not available takes nothing back; one that is suppressed does.
"""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import lru_cache

from . import loaded, packaged
from .figures import Figure
from .headlines import HEADLINES
from .loaded import Key
from .measures import Measure
from .periods import Period
from .shelf import Loaded
from .symbols import Status

SILENT = (Status.MISSING, Status.UNAVAILABLE)


def measures() -> Mapping[str, Measure]:
    """What the package describes it describes better than a file does."""
    return {**loaded.measures(), **packaged.measures()}


def measure(code: str) -> Measure:
    """Raises UnknownMeasure."""
    found = packaged.measures().get(code) or loaded.measures().get(code)
    if found is None:
        near = get_close_matches(code, measures(), n=3) or list(HEADLINES)[:3]
        raise packaged.UnknownMeasure(
            f"No published figures are carried for “{code}”, and no loaded file has any. Give one of our headlines or "
            f"a LAIT short code, such as {', '.join(near)}. `goldenthread benchmarks list` says what is loaded."
        )
    return found


def figures(code: str, area: str) -> tuple[Figure, ...]:
    """One area's figures, earliest first. Raises UnknownMeasure."""
    measure(code)
    if not (files := loaded.holding(code)):
        return packaged.figures(code, area)
    return _figures(code, area, files)


def figure(code: str, area: str, label: str, category: str) -> Figure | None:
    """One area's figure of one period."""
    if not (files := loaded.holding(code)):
        return packaged.figure(code, area, label, category)
    return _newest(_every(code, area, (label, category), files))


def values(code: str, label: str, category: str) -> tuple[float, ...]:
    """What every area that has a value published for one period."""
    if not (files := loaded.holding(code)):
        return packaged.values(code, label, category)
    return _values(code, label, category, files)


def last_label(code: str) -> str:
    """The last period that the measure is published for, anywhere."""
    kind = measure(code).period_kind
    labels = [one.last[code] for one in loaded.holding(code)]
    if code in packaged.measures():
        labels.append(packaged.last_label(code))
    return max(labels, key=lambda label: Period(label, kind).order)


def earlier(figure: Figure) -> tuple[Figure, ...]:
    """The same figure as older releases had it, newest first; those that had none are left out."""
    code, key = figure.measure.code, (figure.period.label, figure.category)
    every = _every(code, figure.area, key, loaded.holding(code))
    return tuple(one for one in reversed(every) if one.source != figure.source)


@lru_cache(maxsize=4096)
def _figures(code: str, area: str, files: tuple[Loaded, ...]) -> tuple[Figure, ...]:
    keys = {key for one in files for key in loaded.keys(one, code, area)}
    if code in packaged.measures():
        keys |= {(one.period.label, one.category) for one in packaged.figures(code, area)}
    found = (_newest(_every(code, area, key, files)) for key in keys)
    return tuple(sorted(filter(None, found), key=lambda one: (one.period.order, one.category)))


@lru_cache(maxsize=1024)
def _values(code: str, label: str, category: str, files: tuple[Loaded, ...]) -> tuple[float, ...]:
    ranked = (area for area, place in packaged.areas().items() if place.kind in packaged.RANKED)
    found = (_newest(_every(code, area, (label, category), files)) for area in ranked)
    return tuple(one.value for one in found if one is not None and one.value is not None)


def _every(code: str, area: str, key: Key, files: tuple[Loaded, ...]) -> tuple[Figure, ...]:
    """One figure as each release has it, oldest first."""
    found = (
        packaged.figure(code, area, *key) if one is None else loaded.figure(one, code, area, key)
        for one in _releases(code, files)
    )
    return tuple(filter(None, found))


@lru_cache(maxsize=1024)
def _releases(code: str, files: tuple[Loaded, ...]) -> tuple[Loaded | None, ...]:
    """Oldest first; None stands for the package."""
    kind = measure(code).period_kind
    order: list[tuple[tuple[int, str], str, Loaded | None]] = [
        (Period(one.last[code], kind).order, f"{one.loaded_on} {one.key}", one) for one in files
    ]
    if code in packaged.measures():
        order.append((Period(packaged.last_label(code), kind).order, "", None))
    return tuple(one for *_, one in sorted(order, key=lambda each: each[:2]))


def _newest(releases: Iterable[Figure]) -> Figure | None:
    found: Figure | None = None
    for one in releases:
        if found is None or _says_more(one, found):
            found = one
    return found


def _says_more(newer: Figure, older: Figure) -> bool:
    """A release that only repeats the counts does not take back a percentage that was printed beside them."""
    counts = (newer.numerator, newer.denominator)
    repeats = None not in counts and counts == (older.numerator, older.denominator) and older.value is not None
    return not repeats and (newer.status not in SILENT or older.value is None)
