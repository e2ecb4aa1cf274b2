"""SEN2 files on disk → tables: one area at a time, each in a process of its own. Nothing here knows the database."""

import gc
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import pyarrow as pa

from goldenthread.measure.snapshots import freezing
from goldenthread.rules.pseudonym import pseudonyms
from goldenthread.rules.sen2.archive import read_collect_files, read_collect_zip
from goldenthread.rules.sen2.checked import Checked
from goldenthread.rules.sen2.collection import Sen2Fault, as_date
from goldenthread.rules.sen2.merge import FileRef, Merger
from goldenthread.rules.sen2.persons import Row, Sen2File
from goldenthread.rules.sen2.reader import read_xml


@dataclass(frozen=True, slots=True)
class Told:
    """What became of one file. `fault`, a sentence: it could not be read, and is left out whole. `problems`: JSON
    lines, where they were asked for."""

    path: Path
    area: str = ""
    kept: int = 0
    aside: int = 0
    errors: int = 0
    queries: int = 0
    fault: str = ""
    problems: str = ""


@dataclass(frozen=True, slots=True)
class Job:
    """How to read: as at which day, under which key, and whether to tell each problem."""

    as_at: date
    key: str
    problems: bool = False


@dataclass(frozen=True, slots=True)
class AreaRead:
    """One area's tables, and what its files were like."""

    area: str
    tables: Mapping[str, pa.Table]
    files: tuple[Told, ...]


def read(paths: Iterable[Path], job: Job, workers: int = 1) -> Iterator[AreaRead]:
    """Area by area, in the order of their codes; files that say no area come first, with no tables."""
    areas, unread = by_area(paths)
    if unread:
        yield AreaRead("", {}, tuple(unread))
    work = partial(read_area, job=job)
    if min(workers, len(areas)) < 2:
        with _collector_resting():
            yield from map(work, areas.items())
        return
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=gc.disable) as pool:
        yield from pool.map(work, areas.items())


def by_area(paths: Iterable[Path]) -> tuple[dict[str, list[Path]], list[Told]]:
    """Files by the area that their header names, and those of which not even that can be read."""
    areas: defaultdict[str, list[Path]] = defaultdict(list)
    unread = []
    for path in paths:
        try:
            with ExitStack() as stack:
                areas[opened(path, stack).header.get("lea", "")].append(path)
        except (Sen2Fault, OSError) as fault:
            unread.append(Told(path, fault=_sentence(fault)))
    return dict(sorted(areas.items())), unread


def read_area(of: tuple[str, Sequence[Path]], job: Job) -> AreaRead:
    """One area: a file as it comes; several are merged, later facts winning. A file that breaks off is left out."""
    area, paths = of
    return _one(paths[0], area, job) if len(paths) == 1 else _several(paths, area, job)


def _one(path: Path, area: str, job: Job) -> AreaRead:
    try:
        with ExitStack() as stack:
            found = Checked(opened(path, stack))
            tables = _tables(found.persons(), area, job)
    except (Sen2Fault, OSError) as fault:
        return AreaRead(area, {}, (Told(path, area, fault=_sentence(fault)),))
    return AreaRead(area, tables, (_told(path, area, found, job),))


def _several(paths: Sequence[Path], area: str, job: Job) -> AreaRead:
    merger, files = Merger(), []
    for path in paths:
        try:
            with ExitStack() as stack:
                file = opened(path, stack)
                found = Checked(file)
                good = list(found.persons())
        except (Sen2Fault, OSError) as fault:
            files.append(Told(path, area, fault=_sentence(fault)))
            continue
        known_on = FileRef(as_date(file.header.get("referencedate")) or file.collection.census, path.name)
        for person in good:
            merger.add(known_on, person)
        files.append(_told(path, area, found, job))
    return AreaRead(area, _tables(merger.people(), area, job), tuple(files))


def _tables(people: Iterable[Row], area: str, job: Job) -> dict[str, pa.Table]:
    return freezing.tables_of(people, job.as_at, pseudonyms(job.key), area)


def _told(path: Path, area: str, found: Checked, job: Job) -> Told:
    errors = sum(problem.severity == "error" for problem in found.problems)
    lines = (json.dumps({"file": path.name, **problem.as_dict()}, ensure_ascii=False) for problem in found.problems)
    told = "".join(f"{line}\n" for line in lines) if job.problems else ""
    return Told(path, area, found.kept, found.aside, errors, len(found.problems) - errors, problems=told)


def _sentence(fault: Sen2Fault | OSError) -> str:
    if isinstance(fault, OSError):
        return f"The file cannot be opened: {fault.strerror}. Check its name and your access to it."
    return str(fault)


@contextmanager
def _collector_resting() -> Iterator[None]:
    """Persons are trees: the garbage collector would walk them again and again, and find no ring."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def opened(path: Path, stack: ExitStack) -> Sen2File:
    """XML, or COLLECT's CSV files as a zip or a folder. The file stays open as long as `stack`."""
    if path.is_dir():
        found = (each for each in path.iterdir() if each.suffix.lower() == ".csv")
        return read_collect_files({each.name: stack.enter_context(each.open("rb")) for each in found})
    stream = stack.enter_context(path.open("rb"))
    is_zip = stream.read(2) == b"PK"
    stream.seek(0)
    return read_collect_zip(stream) if is_zip else read_xml(stream)
