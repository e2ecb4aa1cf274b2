"""The engines that a test starts and stops by itself: a Spark in a process, a PostgreSQL in a folder of their own."""

import importlib.util
import os
import pickle
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest


def absent(what):
    """An engine may be absent from somebody's machine, but not from the one that vouches for the code."""
    if os.environ.get("CI"):
        pytest.fail(f"{what}, and in CI every engine must be there.")
    pytest.skip(what)


def figures_of_spark(folder, home):
    """The whole catalogue, counted on Spark in a process of its own."""
    if not shutil.which("java") and "JAVA_HOME" not in os.environ:
        absent("Java is not installed: apt-get install openjdk-17-jre-headless")
    if not importlib.util.find_spec("pyspark"):
        absent("Spark is not installed: pip install 'goldenthread[spark]'")
    figures = home / "figures"
    _run([sys.executable, "-m", "tests.oracles.on_spark", folder, figures], Path(__file__).parents[2])
    return pickle.loads(figures.read_bytes())  # noqa: S301  our own figures, just written


@contextmanager
def postgres_url():
    """Of a server that listens on a socket in its own folder only, and is gone afterwards."""
    programs = _programs()
    home = Path(tempfile.mkdtemp(prefix="gt-pg-", dir="/tmp"))  # a socket's path must be short
    as_owner = _as_owner(home)
    data = home / "data"
    try:
        _run(
            [
                *as_owner,
                f"{programs}/initdb",
                "-D",
                data,
                "-U",
                "goldenthread",
                "-A",
                "trust",
                "--no-sync",
                "-E",
                "UTF8",
            ]
        )
        options = f"-c listen_addresses='' -c fsync=off -k {home}"
        _run([*as_owner, f"{programs}/pg_ctl", "-D", data, "-w", "-o", options, "-l", home / "log", "start"])
        try:
            yield f"postgres://goldenthread@/postgres?host={home}"
        finally:
            _run([*as_owner, f"{programs}/pg_ctl", "-D", data, "-m", "immediate", "stop"])
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _programs():
    """Debian keeps them off the path."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    beside = shutil.which("initdb") or (found and found[-1])
    if not beside:
        absent("PostgreSQL is not installed: apt-get install postgresql")
    if not importlib.util.find_spec("psycopg"):
        absent("psycopg is not installed: pip install 'goldenthread[postgres]'")
    return Path(beside).parent


def _as_owner(home):
    """PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return []
    shutil.chown(home, "postgres", "postgres")
    return ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]


def _run(command, folder="/"):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, cwd=folder, check=False)
    assert done.returncode == 0, done.stderr
