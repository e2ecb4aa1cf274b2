"""`goldenthread serve`: the web server and the worker, started together and stopped together."""

import argparse
import os
import signal
import subprocess
import sys
import time
from types import FrameType

summary = "serve the pages and do the background work, until stopped"
PATIENCE = 20  # seconds a child is given to finish what it is doing
MANAGE = (sys.executable, "-m", "django")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", default="127.0.0.1", help="which address to listen on (default: this machine only)")
    parser.add_argument("--port", type=int, default=8000, help="which port to listen on (default: 8000)")
    parser.add_argument("--workers", type=int, default=2, help="how many web processes (default: 2)")


def run(options: argparse.Namespace) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread.config.settings")
    prepare()
    commands = {
        "web": (
            *(sys.executable, "-m", "gunicorn", "goldenthread.config.wsgi:application"),
            *("--bind", f"{options.host}:{options.port}", "--workers", str(options.workers), "--threads", "4"),
            *("--worker-class", "gthread", "--timeout", "120", "--log-level", "warning"),
        ),
        "worker": (*MANAGE, "db_worker", "--queue-name", "*", "--no-reload", "--no-startup-delay"),
    }
    print(f"Goldenthread is at http://{options.host}:{options.port} (stop it with Ctrl-C)", flush=True)
    return supervise(commands)


def prepare() -> None:
    """The database as this version needs it, and the table that the rate limits share."""
    import django
    from django.core.management import call_command
    from django.db import connections

    django.setup()
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    connections.close_all()  # the children open their own


def reap_lost_work() -> None:
    from django.db import connections

    from goldenthread.config.edge import now
    from goldenthread.foundation.jobs.writes import reap

    lost = reap(now=now())
    connections.close_all()
    if lost:
        print(f"{lost} job(s) had been left by a worker that was killed; they are marked as lost.", flush=True)


def start(command: tuple[str, ...]) -> subprocess.Popen[bytes]:
    """Each child stands in a group of its own, so that Ctrl-C reaches it through us only, once."""
    return subprocess.Popen(command, start_new_session=True)  # noqa: S603  our own words


def supervise(commands: dict[str, tuple[str, ...]]) -> int:
    """Keep the children running; a killed worker is started again. Ends when told to, or when the web server ends."""
    stopping = False

    def stop(_signal: int, _frame: FrameType | None) -> None:
        nonlocal stopping
        stopping = True

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    reap_lost_work()
    children = {name: start(command) for name, command in commands.items()}
    while not stopping and children["web"].poll() is None:
        if children["worker"].poll() is not None:
            reap_lost_work()
            children["worker"] = start(commands["worker"])
        time.sleep(0.5)
    end(list(children.values()))
    return 0 if stopping else (children["web"].returncode or 1)


def end(children: list[subprocess.Popen[bytes]]) -> None:
    """Ask all to finish what they are doing, and wait; then insist."""
    for child in children:
        child.terminate()
    deadline = time.monotonic() + PATIENCE
    for child in children:
        try:
            child.wait(timeout=max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            child.kill()
