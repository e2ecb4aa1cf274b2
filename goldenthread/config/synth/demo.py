"""Everything that the demonstration area brings, written into one folder."""

import shutil
import zipfile
from collections.abc import Callable
from functools import partial
from io import StringIO, TextIOWrapper
from pathlib import Path

from goldenthread.rules.sen2.writer import write_collect_csv, write_xml

from . import extracts, meetings, partners, schools, story, voices
from .area import FictionalArea, imagine
from .dice import dice
from .disagreements import disagree
from .faults import spoil
from .packing import add
from .plan import messy, word, workbook
from .profile import MARLSHIRE, Profile
from .returns import Collection, persons

INSPECTIONS = Path(__file__).parent / "data" / "inspections"
FAULTY_YEAR = 2025
EARLIER_PLAN = f"plan_{story.BEGAN.isoformat()}.xlsx"
MIDYEAR = f"sen2_midyear_{story.AS_AT.isoformat()}.zip"


def write(folder: Path, profile: Profile, seed: int) -> list[Path]:
    """Write every file; their paths, sorted. Makes the folder; replaces files of the same names.

    Under a real area's code there is no plan, meeting or inspection: nothing invented is said about a real council.
    """
    folder.mkdir(parents=True, exist_ok=True)
    area = imagine(profile, seed)
    papers = _papers(folder) if profile.code == MARLSHIRE else []
    pupils = extracts.write(folder, area, seed)
    return sorted([*_tables(folder, area, seed), *_returns(folder, area, seed), *pupils, *papers])


def _tables(folder: Path, area: FictionalArea, seed: int) -> list[Path]:
    code, name = area.profile.code, area.profile.name
    with _text(folder / "schools.csv") as file:
        schools.write(file, code, name, area.schools)
    tables = {
        "survey.csv": (voices.HEADINGS, voices.survey(dice(seed, "survey"))),
        "complaints.csv": (voices.COMPLAINT_HEADINGS, voices.complaints(dice(seed, "complaints"))),
        "partner_figures.csv": (partners.HEADINGS, partners.figures(code, area.schools, dice(seed, "partners"))),
        "partner_figures_restated.csv": (partners.HEADINGS, partners.restated(code)),
    }
    for file_name, (headings, rows) in tables.items():
        with _text(folder / file_name) as file:
            voices.write(file, headings, rows)
    return [folder / "schools.csv", *(folder / file_name for file_name in tables)]


def _returns(folder: Path, area: FictionalArea, seed: int) -> list[Path]:
    written = []
    for year in story.CENSUS_DAYS:
        told = Collection.january(year)
        listed = persons(area.cases, told)
        path = folder / f"sen2_{year}.xml"
        with path.open("wb") as stream:
            header = told.header(area.profile.code)
            write_xml(stream, header, spoil(listed, dice(seed, "faults")) if year == FAULTY_YEAR else listed)
        written.append(path)
    return [*written, _midyear(folder / MIDYEAR, area, seed)]


def _midyear(path: Path, area: FictionalArea, seed: int) -> Path:
    """The nine CSV files that a case system exports, in one zip."""
    told = Collection.midyear(story.AS_AT)
    files: dict[str, StringIO] = {}

    def opened(table: str) -> StringIO:
        return files.setdefault(table, StringIO(newline=""))

    listed = disagree(persons(area.cases, told), dice(seed, "disagree"))
    write_collect_csv(opened, told.header(area.profile.code), listed)
    with zipfile.ZipFile(path, "w") as archive:
        for table, file in files.items():
            add(archive, f"{table}.csv", file.getvalue().encode())
    return path


def _papers(folder: Path) -> list[Path]:
    writers: dict[str, Callable[[Path], None]] = {
        EARLIER_PLAN: partial(workbook.write, on=story.BEGAN), "plan.xlsx": workbook.write, "plan.docx": word.write,
        "messy_plan.xlsx": messy.write, "meetings.xlsx": meetings.write,
    }  # fmt: skip
    for name, write_one in writers.items():
        write_one(folder / name)
    letters = sorted(INSPECTIONS.glob("*.txt"))
    for letter in letters:
        shutil.copyfile(letter, folder / letter.name)
    return [folder / name for name in (*writers, *(letter.name for letter in letters))]


def _text(path: Path) -> TextIOWrapper:
    return path.open("w", encoding="utf-8", newline="")
