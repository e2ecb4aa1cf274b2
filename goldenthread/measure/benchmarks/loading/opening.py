"""A file as the tables in it: plain, packed with gzip, or the members of a release's zip. Hostile until read."""

import codecs
import gzip
import hashlib
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

CHUNK = 1 << 20
BIGGEST = 4 << 30  # bytes unpacked, of one file: all of England's releases are far smaller
TABLES = (".csv", ".csv.gz", ".parquet")
META = ".meta.csv"
LOCKED = 0x1  # the flag of a zip's member that asks for a password
UTF16 = (b"\xff\xfe", b"\xfe\xff")


class CannotLoad(RuntimeError):
    """A file that holds no figures that can be loaded, or not as it stands; the text says why and what to do."""


@dataclass(frozen=True, slots=True)
class Member:
    """One table: its name without folders and endings, and where it lies unpacked, in UTF-8. `meta` is its guide."""

    stem: str
    path: Path
    meta: Path | None = None


def sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while chunk := stream.read(CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def members(path: Path, folder: Path) -> list[Member]:
    """The tables of a file, unpacked into a folder. Raises CannotLoad."""
    try:
        if path.suffix.casefold() == ".zip":
            return _of_zip(path, folder)
        if path.suffix.casefold() == ".parquet":
            return [Member(path.stem, path)]
        if not path.name.casefold().endswith(TABLES):
            raise CannotLoad(
                f"{path.name}: tables are read from .csv, .csv.gz and .parquet, or from the .zip of a release. "
                "Save it as one of those."
            )
        with path.open("rb") as stream:
            packed = path.suffix.casefold() == ".gz"
            content = cast(IO[bytes], gzip.GzipFile(fileobj=stream)) if packed else stream
            return [Member(stem(path.name), _plain(content, folder / "0.csv", path.name))]
    except (OSError, EOFError, NotImplementedError, zipfile.BadZipFile, zlib.error) as why:
        raise CannotLoad(f"{path.name} cannot be opened: {why}. Download it again.") from why


def stem(name: str) -> str:
    """data/caseload.csv.gz → caseload"""
    return Path(name).name.partition(".")[0].casefold()


def _of_zip(path: Path, folder: Path) -> list[Member]:
    with zipfile.ZipFile(path) as packed:
        names = [info for info in packed.infolist() if info.filename.casefold().endswith(".csv")]
        if any(info.flag_bits & LOCKED for info in names):
            raise CannotLoad(f"{path.name} is locked with a password. Save it without one.")
        if sum(info.file_size for info in names) > BIGGEST:
            raise CannotLoad(f"{path.name} would unpack to more than {BIGGEST >> 30} GB. Load its files one by one.")
        if not names:
            raise CannotLoad(f"{path.name} holds no .csv file. Give the zip of a release, or its data files.")
        metas = {stem(info.filename): info for info in names if info.filename.casefold().endswith(META)}
        return [
            Member(
                stem(info.filename),
                _unpacked(packed, info, folder / f"{number}.csv"),
                _unpacked(packed, metas[guide], folder / f"{number}.meta.csv")
                if (guide := stem(info.filename)) in metas
                else None,
            )
            for number, info in enumerate(names)
            if not info.filename.casefold().endswith(META)
        ]


def _unpacked(packed: zipfile.ZipFile, info: zipfile.ZipInfo, target: Path) -> Path:
    with packed.open(info) as stream:
        return _plain(stream, target, info.filename)


def _plain(stream: IO[bytes], target: Path, name: str) -> Path:
    """Copied as UTF-8 without a mark; what is not UTF-8 is read as Windows' Western letters, as Excel saves."""
    written = 0
    raw = target.with_suffix(".raw")
    with raw.open("wb") as out:
        while chunk := stream.read(CHUNK):
            written += len(chunk)
            if written > BIGGEST:
                raise CannotLoad(f"{name} unpacks to more than {BIGGEST >> 30} GB. It is not a table that we can load.")
            out.write(chunk)
    encoding = _encoding(raw)
    with target.open("w", encoding="utf-8", newline="") as out:
        for text in _decoded(raw, encoding):
            out.write(text)
    raw.unlink()
    return target


def _encoding(path: Path) -> str:
    with path.open("rb") as stream:
        if stream.read(2) in UTF16:
            return "utf-16"
    return "utf-8-sig" if _is_utf8(path) else "cp1252"


def _is_utf8(path: Path) -> bool:
    try:
        for _ in _decoded(path, "utf-8"):
            pass
    except UnicodeDecodeError:
        return False
    return True


def _decoded(path: Path, encoding: str) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(encoding)("strict" if encoding.startswith("utf-8") else "replace")
    with path.open("rb") as stream:
        while chunk := stream.read(CHUNK):
            yield decoder.decode(chunk)
    yield decoder.decode(b"", final=True)
