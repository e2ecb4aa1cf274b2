"""One official file, read whole: its figures as a table, what was kept aside, and what the file is."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import duckdb

from goldenthread.measure.benchmarks import inspected, shelf
from goldenthread.measure.benchmarks.measures import Measure
from goldenthread.measure.benchmarks.shelf import Loaded
from goldenthread.measure.benchmarks.sources import DFE, NHS, OFSTED, OGL, TRIBUNAL, Source

from . import lait, lists, opening, release, taking, tidy
from .opening import CannotLoad, Member
from .shapes import Shape, headings_of, shape_of
from .taking import Taking

PUBLISHERS = {
    Shape.LAIT: DFE,
    Shape.DICTIONARY: DFE,
    Shape.NEIGHBOURS: DFE,
    Shape.TRIBUNAL: TRIBUNAL.publisher,
    Shape.INSPECTIONS_2016: OFSTED,
    Shape.INSPECTIONS_2023: OFSTED,
    Shape.INSPECTIONS_LIST: OFSTED,
}
NHS_WORDS = ("therapy", "nhs_type")  # headings of the files that are not of the Department for Education
KEY = 12  # letters of a file's hash that make its key unmistakable


@dataclass(frozen=True, slots=True)
class Told:
    """What whoever loads a file says of it, where the file does not say: all may stay empty."""

    title: str = ""
    release: str = ""
    publisher: str = ""
    licence: str = ""
    version: str = ""  # year and month of a list of neighbours
    dictionary: Mapping[str, Measure] = field(default_factory=dict)  # of LAIT, loaded in the same go


@dataclass(slots=True)
class Reading:
    """One file on the way. `files` are those of the release on EHC plans; `listed` the lines of a list."""

    name: str
    key: str
    told: Told
    taking: Taking
    shapes: list[Shape] = field(default_factory=list)
    files: list[release.Kept] = field(default_factory=list)
    listed: list[dict[str, str]] = field(default_factory=list)
    publisher: str = ""
    version: str = ""

    @property
    def source(self) -> str:
        return f"loaded-{self.key}"

    def take(self, member: Member) -> None:
        """Raises CannotLoad."""
        headings = headings_of(member.path) if member.path.suffix != ".parquet" else columns_of(member.path)
        shape = shape_of(self.name, headings)
        if shape is Shape.TIDY:
            found = tidy.take(member, headings, self.taking)
            if kept := release.remember(found, headings, self.taking):
                self.files.append(kept)
            nhs = any(word in (heading.casefold() for heading in headings) for word in NHS_WORDS)
            self.publisher = NHS if nhs else DFE
        elif shape is Shape.LAIT:
            lait.take(member, self.taking, self.told.dictionary)
        elif shape is Shape.DICTIONARY:
            self.taking.measures.update(lait.dictionary(member.path))
            self.taking.rows = len(self.taking.measures)
        elif shape is Shape.TRIBUNAL:
            lists.appeals(member, self.source, self.taking)
        elif shape is Shape.NEIGHBOURS:
            self.version = lists.version_of(self.name, self.told.version)
            self.listed += lists.neighbours(member, self.version, self.taking)
        else:
            self.listed += lists.inspected(member, shape, self.source, self.taking)
        self.shapes.append(shape)

    @property
    def shape(self) -> str:
        first = self.shapes[0]
        return inspected.SHAPE if first.value.startswith(inspected.SHAPE) else first.value

    def made(self, digest: str, on: date) -> Loaded:
        state, last = self.taking, self.taking.last
        return Loaded(
            key=self.key,
            name=self.name,
            shape=self.shape,
            source=self._source(max(last.values(), default=self.version)),
            sha256=digest,
            loaded_on=on,
            rows=state.rows,
            figures=state.figures,
            kept_aside=state.kept_aside,
            notes=tuple(state.notes),
            measures={code: one for code, one in state.measures.items() if code in last or not last},
            last=last,
            version=self.version,
        )

    def _source(self, until: str) -> Source:
        told, name = self.told, self.name
        return Source(
            code=self.source,
            title=told.title or opening.stem(name).replace("_", " ").replace("-", " "),
            release=told.release or (f"up to {until}" if until else f"file {name}"),
            file="",
            publisher=told.publisher or PUBLISHERS.get(self.shapes[0]) or self.publisher,
            licence=told.licence or OGL,
        )


def read(path: Path, digest: str, told: Told, on: date, folder: Path) -> tuple[Loaded, Path]:
    """What the file is, and the folder in which everything lies that is to be kept of it. Raises CannotLoad."""
    reading = Reading(path.name, f"{opening.stem(path.name)}-{digest[:KEY]}", told, taking.begun(folder))
    tables = opening.members(path, folder)
    for member in tables:
        try:
            _take(reading, member)
        except CannotLoad as why:
            if len(tables) == 1:
                raise CannotLoad(str(why) if path.name in str(why) else f"{path.name}: {why}") from why
            reading.taking.set_aside(member.stem, 0, "", "", f"the file {member.stem}: {why}")
    if not reading.shapes:
        raise CannotLoad(f"{path.name}: none of its {len(tables)} files is a table of figures that we know.")
    release.add_headlines(reading.files, reading.source, reading.taking)
    target = folder / "made"
    target.mkdir()
    made = reading.made(digest, on)
    _write(reading, made, target)
    reading.taking.engine.close()
    return made, target


def _take(reading: Reading, member: Member) -> None:
    """Raises CannotLoad also for a table that begins like one of a kind that we know, and goes on otherwise."""
    try:
        reading.take(member)
    except CannotLoad:
        raise
    except (KeyError, ValueError, RuntimeError, csv.Error, duckdb.Error) as why:
        said = f"the column {why} is missing" if isinstance(why, KeyError) else str(why).partition("\n")[0]
        raise CannotLoad(f"it is not as a table of its kind is: {said}. Download it again.") from why


def columns_of(path: Path) -> Sequence[str]:
    """Of a Parquet file. Raises CannotLoad."""
    try:
        rows = duckdb.execute("select name from parquet_schema(?) where num_children is null", [str(path)]).fetchall()
    except duckdb.Error as why:
        raise CannotLoad(f"{path.name} is not a Parquet file, or not whole. Download it again.") from why
    return [name for (name,) in rows]


def _write(reading: Reading, made: Loaded, target: Path) -> None:
    if made.figures:
        taking.written(reading.taking, target / made.table.name)
    if made.kept_aside:
        taking.written_aside(reading.taking, target / made.aside.name)
    if reading.listed:
        with (target / f"{made.key}.csv").open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, list(reading.listed[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(reading.listed)
    (target / made.sidecar.name).write_bytes(shelf.described(made))
