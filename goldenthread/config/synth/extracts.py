"""The files of pupils that schools send: a census each January, half-days each school year, exclusions of all years.

Large tables are brought in a zip, as schools' systems give them.
"""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from . import attendance, partners, story, suspensions
from .area import FictionalArea
from .dice import dice
from .packing import add
from .pupils import OnRoll, Rolls

CENSUS_HEADINGS = "UPN,URN,Surname,Forename,Date of birth,SEN provision,Primary need,Enrolment status,Entry date\n"


def write(folder: Path, area: FictionalArea, seed: int) -> list[Path]:
    """Seven files; deterministic by seed, from dice of their own."""
    rolls, written = Rolls(area, seed), []
    for year, on in story.CENSUS_DAYS.items():
        written.append(_zipped(folder / f"pupils_{on.isoformat()}.zip", {"pupils.csv": _census(rolls.on_roll(year))}))
        terms = {
            f"sessions_{term.lower()}.csv": attendance.lines(
                [each for each in rolls.on_roll(year) if each.year_group(year) >= 0],
                year,
                term,
                dice(seed, f"attendance:{year}:{term}"),
            )
            for term in attendance.TERMS
        }
        written.append(_zipped(folder / f"sessions_{year - 1}-{year % 100:02}.zip", terms))
    return [*written, _exclusions(folder / "exclusions.csv", area, rolls, seed)]


def _census(rolled: Iterable[OnRoll]) -> Iterator[str]:
    yield CENSUS_HEADINGS
    for each in rolled:
        pupil = each.pupil
        yield (
            f"{pupil.upn},{each.school.urn},{pupil.surname},{pupil.forename},{pupil.born:%d/%m/%Y},{each.sen},"
            f"{each.need},C,{each.entered:%d/%m/%Y}\n"
        )


def _exclusions(path: Path, area: FictionalArea, rolls: Rolls, seed: int) -> Path:
    factors = partners.factors(area.schools)
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(suspensions.HEADINGS)
        for year in story.CENSUS_DAYS:
            out.writerows(suspensions.rows(rolls.on_roll(year), year, factors, dice(seed, f"exclusions:{year}")))
    return path


def _zipped(path: Path, tables: dict[str, Iterator[str]]) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, lines in tables.items():
            text = io.StringIO()
            text.writelines(lines)
            add(archive, name, text.getvalue().encode())
    return path
