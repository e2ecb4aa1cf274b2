"""COLLECT's CSV files as they come: nine binary streams by file name, or a zip of them."""

import zipfile
from collections.abc import Mapping
from pathlib import PurePath
from typing import BinaryIO, TextIO, cast

from goldenthread.rules.problems import Problem
from goldenthread.rules.sen2.collect import read_collect_csv
from goldenthread.rules.sen2.collection import Sen2Fault
from goldenthread.rules.sen2.encoding import as_text
from goldenthread.rules.sen2.fields import TABLES
from goldenthread.rules.sen2.persons import Sen2File, wrong_code_page

_LARGEST = 4 * 1024**3  # unpacked: a nation's return is smaller
_MOST_SHRUNK = 200  # times: text shrinks ten- to thirtyfold, a zip bomb a thousandfold


def read_collect_files(streams: Mapping[str, BinaryIO]) -> Sen2File:
    """The return in CSV files, by file name (`person.csv`, `SEN2_person.csv`, …). The code page is found, and said."""
    texts: dict[str, TextIO] = {}
    notes: list[Problem] = []
    for name, stream in streams.items():
        table = table_of(name)
        if table is None:
            continue
        if table in texts:
            raise Sen2Fault(f"Two files are of the {table} table. Take one of them out.")
        texts[table], page = as_text(stream)
        if page != "utf-8":
            notes.append(wrong_code_page(f"The file of the {table} table"))
    file = read_collect_csv(texts)
    file.notes.extend(notes)
    return file


def read_collect_zip(stream: BinaryIO) -> Sen2File:
    """The return in a zip of CSV files. Raises Sen2Fault for what is no zip, or would unpack to too much."""
    try:
        archive = zipfile.ZipFile(stream)
    except zipfile.BadZipFile:
        raise Sen2Fault("The file is not a zip. Choose the zip of COLLECT's CSV files.") from None
    members = [each for each in archive.infolist() if table_of(each.filename)]
    size, packed = sum(each.file_size for each in members), sum(each.compress_size for each in members)
    if size > _LARGEST or size > _MOST_SHRUNK * max(packed, 1):
        raise Sen2Fault(f"The zip would unpack to {size:,} bytes, which no return needs. Export the CSV files again.")
    return read_collect_files({each.filename: cast(BinaryIO, archive.open(each)) for each in members})


def table_of(name: str) -> str | None:
    """Which table a CSV file's name says it holds; None for another file."""
    path = PurePath(name.lower())
    if path.suffix != ".csv":
        return None
    return next((table for table in sorted(TABLES, key=len, reverse=True) if path.stem.endswith(table)), None)
