"""A return for every area of England, as large as its plans in force. One area at a time, so memory stays flat."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from goldenthread.rules.sen2.writer import write_xml

from .area import imagine
from .areas import Area, areas
from .profile import marlshire
from .returns import Collection, persons


def write(folder: Path, seed: int, plans: int | None = None, year: int = 2026) -> Iterator[tuple[Area, Path]]:
    """Write `sen2_YEAR_CODE.xml` for each of the 153 areas, naming each as it is done.

    `plans` is the nation's number, shared out in proportion; None means each area's own. All people are fictional.
    """
    folder.mkdir(parents=True, exist_ok=True)
    whole = sum(area.plans for area in areas())
    told = Collection.january(year)
    for area in areas():
        share = area.plans if plans is None else round(plans * area.plans / whole)
        profile = replace(marlshire(max(share, 1)), code=area.code, name=area.name)
        path = folder / f"sen2_{year}_{area.code}.xml"
        with path.open("wb") as stream:
            write_xml(stream, told.header(area.code), persons(imagine(profile, seed + int(area.code)).cases, told))
        yield area, path
