"""A backup is a home of its own: what was there is there, and it never writes over another."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tools.backup import back_up


@pytest.fixture
def home(tmp_path: Path) -> Path:
    home = tmp_path / "home"
    (home / "media" / "intake").mkdir(parents=True)
    (home / "media" / "intake" / "file").write_bytes(b"as it came")
    (home / "secret_key").write_text("a key")
    (home / "secret_key").chmod(0o600)
    return home


def test_a_backup_holds_what_a_database_in_use_holds(home: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(home / "goldenthread.sqlite3")) as live:
        live.execute("PRAGMA journal_mode=WAL")
        live.execute("CREATE TABLE thread (knot)")
        live.execute("INSERT INTO thread VALUES ('tied')")
        live.commit()  # it stands in the write-ahead log alone: a copy of the file would lose it
        back_up(home, tmp_path / "copy")

    with closing(sqlite3.connect(tmp_path / "copy" / "goldenthread.sqlite3")) as restored:
        assert restored.execute("SELECT knot FROM thread").fetchall() == [("tied",)]


def test_a_backup_holds_the_files_and_the_key(home: Path, tmp_path: Path) -> None:
    back_up(home, tmp_path / "copy")

    assert (tmp_path / "copy" / "media" / "intake" / "file").read_bytes() == b"as it came"
    assert (tmp_path / "copy" / "secret_key").read_text() == "a key"
    assert (tmp_path / "copy" / "secret_key").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "copy").stat().st_mode & 0o777 == 0o700


def test_a_backup_is_never_written_over(home: Path, tmp_path: Path) -> None:
    back_up(home, tmp_path / "copy")

    with pytest.raises(FileExistsError):
        back_up(home, tmp_path / "copy")
