"""`goldenthread demo`: the fictional county of Marlshire, from its files to its paper."""

import argparse
import os
import sys
import time
from pathlib import Path

summary = "load the fictional area Marlshire, and serve it"
TODAY = "2026-10-31"  # the demonstration is always as at this day


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--files", type=Path, default=Path("demo"), help="where its files are, or are made (default: demo)"
    )
    parser.add_argument("--serve", action="store_true", help="serve it afterwards, until stopped")
    parser.add_argument("--port", type=int, default=8000, help="on which port (default: 8000)")


def run(options: argparse.Namespace) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread.config.settings")
    os.environ["GOLDENTHREAD_TODAY"] = TODAY
    began = time.monotonic()
    from goldenthread.config.cli.verbs import serve

    make_files(options.files)
    serve.prepare()
    from goldenthread.config.demonstration.load import CannotLoad, load

    try:
        for sentence in load(options.files):
            print(f"{time.monotonic() - began:5.1f} s  {sentence}", flush=True)
    except CannotLoad as why:
        print(why, file=sys.stderr)
        return 1
    introduce(options.port)
    return serve.run(argparse.Namespace(host="127.0.0.1", port=options.port, workers=2)) if options.serve else 0


def make_files(folder: Path) -> None:
    if all((folder / name).exists() for name in ("plan_2026-09-30.xlsx", "plan.xlsx", "meetings.xlsx")):
        return
    from goldenthread.config.synth import demo
    from goldenthread.config.synth.profile import FULL_SIZE, Profile

    print(f"Making the files of Marlshire in {folder}/ …", flush=True)
    demo.write(folder, Profile("999", "Marlshire", FULL_SIZE), 20261031)


def introduce(port: int) -> None:
    from goldenthread.config.demonstration.people import PASSWORD, SIGN_INS

    print(f"\nSign in at http://localhost:{port} with the password  {PASSWORD}")
    for one in SIGN_INS:
        print(f"  {one.username:12} {one.name}, {one.post}")
