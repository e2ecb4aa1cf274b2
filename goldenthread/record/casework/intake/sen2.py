"""The SEN2 return as casework: the XML file, or COLLECT's nine CSV files in a zip."""

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePosixPath
from typing import TextIO

from goldenthread.foundation.intake import sheet
from goldenthread.foundation.intake.models import Batch
from goldenthread.foundation.intake.source import BulkJournal, Preview, Refused, Understanding, Upload
from goldenthread.foundation.ledger.reads import Actor
from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.record.casework.sen2.facts import Facts, facts_of
from goldenthread.record.casework.sen2.merge import Merge
from goldenthread.record.establishments import reads as establishments
from goldenthread.rules.problems import Problem
from goldenthread.rules.sen2.checker import Checker
from goldenthread.rules.sen2.collect import read_collect_csv
from goldenthread.rules.sen2.collection import Sen2Fault
from goldenthread.rules.sen2.fields import TABLES
from goldenthread.rules.sen2.persons import Sen2File
from goldenthread.rules.sen2.reader import read_xml

XML_START = (b"<?xml", b"<Message", b"<message")
BOM = b"\xef\xbb\xbf"
NEEDED = {"sen2", "person"}


@dataclass
class Content:
    """`known_on`: the reference date of the return, by which later facts win. `merge` is the preview's, to be written
    as it is.
    """

    known_on: date
    people: list[Facts] = field(default_factory=list)
    aside: int = 0
    queried: int = 0
    problems: list[Problem] = field(default_factory=list)
    merge: Merge | None = None


@dataclass(frozen=True)
class Sen2Return:
    code: str = "sen2"
    title: str = "SEN2 return"
    reads: str = "The SEN2 return of any year since 2023, as XML or as COLLECT's nine CSV files in one zip."
    personal: bool = True  # what its cells hold is shown only to those who may see names

    def recognises(self, upload: Upload) -> bool:
        if upload.first(2) == b"PK":
            return set(_tables(upload)) >= NEEDED
        return upload.first(512).removeprefix(BOM).lstrip().startswith(XML_START)

    def understand(self, upload: Upload, area: LocalArea) -> Understanding:
        try:
            with _opened(upload) as file:
                _refuse_other_area(file, area)
                checker = Checker(file.header, establishments=establishments.for_checks(area))
                content = _content(file, checker)
        except Sen2Fault as fault:
            raise Refused(str(fault)) from fault
        return Understanding(
            kind=self.title,
            year=str(checker.collection.year),
            ready=len(content.people) - content.queried,
            to_check=content.queried,
            refused=content.aside,
            problems=tuple(content.problems),
            facts={"reference_date": content.known_on.isoformat(), "people": len(content.people) + content.aside},
            content=content,
        )

    def preview(self, understanding: Understanding, area: LocalArea) -> Preview:
        merge = understanding.content.merge = _merged(understanding.content, area)
        return Preview(merge.counts(), tuple(merge.problems))

    def commit(self, understanding: Understanding, batch: Batch, journal: BulkJournal, by: Actor, on: date) -> None:  # noqa: ARG002
        content = understanding.content
        merge = content.merge or _merged(content, batch.area)
        content.merge = None  # what is written once is not written again
        merge.write(journal)


def _merged(content: Content, area: LocalArea) -> Merge:
    merge = Merge(area, content.known_on)
    for person in content.people:
        merge.take(person)
    return merge


def _content(file: Sen2File, checker: Checker) -> Content:
    """Every person checked: those with an error are kept aside, the others are ready. What a broken file gave before
    it broke
    is offered. Raises Sen2Fault when it gave nothing."""
    content = Content(checker.reference_date, problems=checker.of_header())
    try:
        for person in file.persons:
            problems = checker.of_person(person)
            content.problems += problems
            content.queried += bool(problems) and not _any_error(problems)
            if _any_error(problems):
                content.aside += 1
            else:
                content.people.append(facts_of(person, content.known_on))
    except Sen2Fault as fault:
        if not content.people:
            raise
        content.problems.append(
            Problem("F00", "error", str(fault), what_to_do="Bring the whole file when you have it.")
        )
    content.problems += [*file.notes, *checker.of_file(None)]
    _set_aside(content)
    return content


def _set_aside(content: Content) -> None:
    """Checks of the whole file, such as one UPN on two people, speak only at its end: their people are kept aside
    now.
    """
    wrong = {problem.row for problem in content.problems if problem.severity == "error" and problem.table == "person"}
    kept = [person for person in content.people if person.line not in wrong]
    content.aside += len(content.people) - len(kept)
    content.people = kept


def _any_error(problems: list[Problem]) -> bool:
    return any(problem.severity == "error" for problem in problems)


def _refuse_other_area(file: Sen2File, area: LocalArea) -> None:
    lea = file.header.get("lea", "")
    if lea and lea != area.code:
        raise Refused(
            f"This return is of the area {lea}, and you work in {area.name} ({area.code}). Choose your own area's "
            "return."
        )


@contextmanager
def _opened(upload: Upload) -> Iterator[Sen2File]:
    if upload.first(2) == b"PK":
        yield read_collect_csv(_tables_as_text(upload))
        return
    with upload.open() as stream:
        yield read_xml(stream)


def _tables(upload: Upload) -> dict[str, str]:
    """{table: entry of the zip}. COLLECT puts its own words before the table's name: `…_person.csv`."""
    with upload.open() as stream, zipfile.ZipFile(stream) as archive:
        entries = [name for name in archive.namelist() if name.lower().endswith(".csv")]
    stems = {name: PurePosixPath(name).stem.lower() for name in entries}
    return {
        table: name
        for table in TABLES
        for name, stem in stems.items()
        if stem == table or stem.endswith((f"_{table}", f"-{table}", f" {table}"))
    }


def _tables_as_text(upload: Upload) -> dict[str, TextIO]:
    entries = _tables(upload)
    with upload.open() as stream, zipfile.ZipFile(stream) as archive:
        return {table: io.StringIO(sheet.decoded(archive.read(name)), newline="") for table, name in entries.items()}


source = Sen2Return()
