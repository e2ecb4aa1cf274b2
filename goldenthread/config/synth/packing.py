"""Office files are zips, which note when they were packed: at one fixed moment, equal contents are equal bytes."""

import zipfile
from pathlib import Path

MOMENT = (2026, 10, 31, 9, 0, 0)


def add(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name, MOMENT)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    archive.writestr(entry, content)


def fix(path: Path) -> None:
    with zipfile.ZipFile(path) as packed:
        contents = [(name, packed.read(name)) for name in packed.namelist()]
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in contents:
            add(archive, name, content)
