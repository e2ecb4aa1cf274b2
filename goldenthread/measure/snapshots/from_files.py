"""SEN2 files on disk → records of persons, one of each however many files tell of them."""

from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from goldenthread.rules.sen2.archive import read_collect_files, read_collect_zip
from goldenthread.rules.sen2.collection import as_date
from goldenthread.rules.sen2.merge import FileRef, Merger
from goldenthread.rules.sen2.persons import Sen2File
from goldenthread.rules.sen2.reader import read_xml


def records(paths: Sequence[Path], stack: ExitStack) -> Iterable[dict[str, Any]]:
    """One file is read as it comes; several are merged, later facts winning. Files stay open as long as `stack`.

    Raises Sen2Fault or OSError.
    """
    if len(paths) == 1:
        return opened(paths[0], stack).persons
    merger = Merger()
    for path in paths:
        file = opened(path, stack)
        told = FileRef(as_date(file.header.get("referencedate")) or file.collection.census, path.name)
        for person in file.persons:
            merger.add(told, person)
    return merger.people()


def opened(path: Path, stack: ExitStack) -> Sen2File:
    """XML, or COLLECT's CSV files as a zip or a folder."""
    if path.is_dir():
        found = (each for each in path.iterdir() if each.suffix.lower() == ".csv")
        return read_collect_files({each.name: stack.enter_context(each.open("rb")) for each in found})
    stream = stack.enter_context(path.open("rb"))
    is_zip = stream.read(2) == b"PK"
    stream.seek(0)
    return read_collect_zip(stream) if is_zip else read_xml(stream)
