"""A file is hostile until it is parsed: how large it is, what it really is, and what an archive would unpack to."""

import zipfile
from pathlib import PurePosixPath

from .source import Refused, Upload

LARGEST = 1_200 * 1024 * 1024  # a national SEN2 return is about 1 GB
MOST_ENTRIES = 2_000
MOST_UNPACKED = 2 * LARGEST
MOST_RATIO = 200  # honest spreadsheets pack about 10 to 1; bombs pack 1,000 to 1
SMALL = 1024 * 1024  # below this an entry's ratio does not matter

NOT_TAKEN = {
    b"%PDF": "a PDF",
    b"\xd0\xcf\x11\xe0": "an old Office file (.xls or .doc), or one locked with a password",
    b"MZ": "a program",
    b"\x7fELF": "a program",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"Rar!": "a RAR archive",
    b"7z\xbc\xaf": "a 7-Zip archive",
    b"\x1f\x8b": "a gzip archive",
}


def refuse_if_hostile(upload: Upload) -> None:
    """Raises Refused, with a sentence for the person who brought the file. Goes by the file's bytes, never by its
    name.
    """
    if upload.size == 0:
        raise Refused("This file is empty: it holds no bytes at all. Export it again and bring the new file.")
    if upload.size > LARGEST:
        raise Refused(
            f"This file is {_megabytes(upload.size)} MB; the most that can be taken is {_megabytes(LARGEST)} MB. "
            "Split it by year."
        )
    start = upload.first(8)
    for magic, what in NOT_TAKEN.items():
        if start.startswith(magic):
            raise Refused(
                f"This file is {what}. Bring XML, CSV, an Excel workbook (.xlsx), a Word document (.docx) or a zip of "
                "CSVs."
            )
    if start.startswith(b"PK"):
        _refuse_bomb(upload)
    elif _is_binary(upload.first(4096)):
        raise Refused("This file is not text, XML, Excel or Word. Export it from your system as XML, CSV or .xlsx.")


def _refuse_bomb(upload: Upload) -> None:
    try:
        with upload.open() as stream, zipfile.ZipFile(stream) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, EOFError, NotImplementedError) as fault:
        raise Refused(
            "This archive or workbook is damaged: it ends early or cannot be opened. Save it again."
        ) from fault
    if len(entries) > MOST_ENTRIES:
        raise Refused(f"This archive holds {len(entries):,} files; the most that can be taken is {MOST_ENTRIES:,}.")
    if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise Refused("This archive would unpack to more than can be taken. Bring its files one at a time.")
    for entry in entries:
        _refuse_entry(entry)


def _refuse_entry(entry: zipfile.ZipInfo) -> None:
    path = PurePosixPath(entry.filename.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or (path.parts and path.parts[0].endswith(":")):
        raise Refused("This archive holds a file that wants to be unpacked outside its folder. It was not opened.")
    if entry.flag_bits & 0x1:
        raise Refused("This archive is locked with a password. Save it without one and bring it again.")
    if entry.file_size > SMALL and entry.file_size > MOST_RATIO * max(entry.compress_size, 1):
        raise Refused("This archive unpacks to hundreds of times its size, as a zip bomb does. It was not opened.")


def _is_binary(start: bytes) -> bool:
    return b"\0" in start and not start.startswith((b"\xff\xfe", b"\xfe\xff"))  # UTF-16 text has a byte order mark


def _megabytes(count: int) -> str:
    return f"{count / 1024 / 1024:,.0f}"
