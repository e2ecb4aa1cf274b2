"""A real browser, a real server, and the whole demonstration loaded, as a person finds it after `make demo`."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest
from playwright.sync_api import sync_playwright

from tests.journeys.walking import ARTEFACTS, DESK, ROOT, Walker, signed_in

CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
REFUSED = ("403 (Forbidden)", "400 (Bad Request)")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The address of the demonstration, loaded into a folder of its own and stopped at the end.

    GOLDENTHREAD_SITE names one that is running already, for whoever mends a page and wants to look again at once.
    """
    if running := os.environ.get("GOLDENTHREAD_SITE"):
        yield running
        return
    home = tmp_path_factory.mktemp("demonstration")
    # Not the settings that pytest chose: a new process finds its own, as it would for a user.
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("DJANGO_", "PYTEST_"))}
    environment |= {"GOLDENTHREAD_HOME": str(home / "var"), "GOLDENTHREAD_TODAY": "2026-10-31"}
    goldenthread = [sys.executable, "-m", "goldenthread"]
    subprocess.run([*goldenthread, "demo", "--files", str(home / "files")], cwd=ROOT, env=environment, check=True)
    port = free_port()
    server = subprocess.Popen([*goldenthread, "serve", "--port", str(port)], cwd=ROOT, env=environment)
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for(address)
        yield address
    finally:
        server.terminate()
        server.wait(timeout=30)


def wait_for(address):
    for _ in range(200):
        try:
            urllib.request.urlopen(f"{address}/sign-in/", timeout=2)  # noqa: S310
            return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.25)
    raise AssertionError(f"The server at {address} did not answer.")


@pytest.fixture(scope="session")
def browser():
    ARTEFACTS.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture(params=[True], ids=["with scripts"])
def context(browser, request):
    opened = browser.new_context(viewport=DESK, java_script_enabled=request.param)
    yield opened
    opened.close()


@pytest.fixture
def complaints():
    """What a browser's console complained of, which fails the test: a blocked script, a missing file."""
    heard = []
    yield heard
    assert heard == []


@pytest.fixture
def page(context, complaints):
    return listened_to(context.new_page(), complaints)


@pytest.fixture(scope="session")
def keys():
    """What each person's browser keeps once they have signed in: nobody signs in twice."""
    return {}


@pytest.fixture
def sent_for(browser, site, complaints, keys):
    """`sent_for("chair")`: somebody signed in, in a browser of their own; several can walk at once."""
    contexts = []

    def walker(username, viewport=DESK, *, scripts=True):
        if username not in keys:
            keys[username] = signed_in(browser, site, username)
        opened = browser.new_context(viewport=viewport, java_script_enabled=scripts, storage_state=keys[username])
        contexts.append(opened)
        return Walker(listened_to(opened.new_page(), complaints), site)

    yield walker
    for each in contexts:
        each.close()


def listened_to(page, complaints):
    page.set_default_timeout(10_000)
    page.on("console", lambda message: complaints.append(message.text) if _is_a_fault(message) else None)
    page.on("pageerror", lambda fault: complaints.append(str(fault)))
    return page


def _is_a_fault(message):
    """The browser itself writes a line for a page that is refused, and for a form sent back; all other errors are."""
    return message.type == "error" and not any(why in message.text for why in REFUSED)
