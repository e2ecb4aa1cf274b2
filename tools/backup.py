"""Copy everything that cannot be made again from GOLDENTHREAD_HOME into a new folder, while Goldenthread runs.

    .venv/bin/python tools/backup.py FOLDER

FOLDER then is a home of its own: to restore, start Goldenthread with GOLDENTHREAD_HOME=FOLDER. A PostgreSQL database is
backed up by its own tools (pg_dump); the rest still belongs here.
"""

import os
import shutil
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

DATABASE = "goldenthread.sqlite3"
FOLDERS = ("media", "snapshots", "extracts", "benchmarks")
KEY = "secret_key"


def back_up(home: Path, target: Path) -> None:
    """Raises FileExistsError for a folder that is there already: a backup never writes over another."""
    target.mkdir(parents=True, mode=0o700)
    if (home / DATABASE).exists():  # first: files are kept before the rows that speak of them, and never taken away
        with closing(sqlite3.connect(home / DATABASE)) as live, closing(sqlite3.connect(target / DATABASE)) as copy:
            live.backup(copy)
    for name in FOLDERS:
        if (home / name).is_dir():
            shutil.copytree(home / name, target / name)
    if (home / KEY).exists():
        shutil.copy2(home / KEY, target / KEY)  # and its mode: readable by its owner only


def main(folders: list[str]) -> int:
    if len(folders) != 1:
        sys.stderr.write("Name the folder to make: tools/backup.py FOLDER\n")
        return 2
    home = Path(os.environ.get("GOLDENTHREAD_HOME") or "var")
    try:
        back_up(home, Path(folders[0]))
    except FileExistsError:
        sys.stderr.write(f"{folders[0]} is there already. Name a folder that does not exist yet.\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
