"""No network, one day, a queue that runs at once, and nothing left behind."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db.backends.sqlite3.operations import DatabaseOperations
from pytest_socket import disable_socket, enable_socket, socket_allow_hosts

from tests.factories.people import TODAY


def pytest_configure() -> None:
    """The settings are read before this file is: what tests need otherwise is set here, once."""
    settings.GOLDENTHREAD_TODAY = TODAY.isoformat()
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    home = Path(tempfile.mkdtemp(prefix="goldenthread-tests-"))
    settings.MEDIA_ROOT, settings.EXTRACTS, settings.BENCHMARKS = home, home / "extracts", home / "benchmarks"


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Only a journey may open a connection, and only to this machine."""
    if item.get_closest_marker("journey"):
        enable_socket()
        socket_allow_hosts(["127.0.0.1", "localhost", "::1"], allow_unix_socket=True)
    else:
        disable_socket(allow_unix_socket=True)


@pytest.fixture(scope="session", autouse=True)
def ledger_gives_way_to_the_flush() -> Iterator[None]:
    """Tests with real transactions empty every table at their end, which the ledger's trigger refuses even to them."""
    flush = DatabaseOperations.execute_sql_flush

    def flush_without_triggers(self: DatabaseOperations, statements: list[str]) -> None:
        with self.connection.cursor() as cursor:
            cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'ledger_entry'")
            triggers = cursor.fetchall()
            for name, _ in triggers:
                cursor.execute(f"DROP TRIGGER {name}")
        flush(self, statements)
        with self.connection.cursor() as cursor:
            for _, sql in triggers:
                cursor.execute(sql)

    DatabaseOperations.execute_sql_flush = flush_without_triggers  # type: ignore[method-assign]
    yield
    DatabaseOperations.execute_sql_flush = flush  # type: ignore[method-assign]
