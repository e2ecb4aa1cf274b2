"""`goldenthread start CODE`: a real area, from public data alone."""

import argparse
import os
import sys
from datetime import date
from pathlib import Path

summary = "set up a real area from public data alone: its figures, its neighbours, its inspection, a first sign-in"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("code", metavar="CODE", help="the three digits of the area, such as 885 for Worcestershire")
    add("--report", type=Path, metavar="FILE", help="the text of the area’s last inspection report")
    add("--by", metavar="USERNAME", help="the name to sign in with, and on whose behalf (default: lead-CODE)")
    add(
        "--out",
        type=Path,
        default=Path("papers"),
        metavar="FOLDER",
        help="where its first paper goes (default: papers)",
    )
    add("--no-sign-in", action="store_true", help="make nobody who can sign in")


def run(options: argparse.Namespace) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread.config.settings")
    from goldenthread.config.cli.verbs import serve

    serve.prepare()
    from goldenthread.config.edge import today
    from goldenthread.config.starting import CannotStart, start

    asked = {
        "report": options.report,
        "username": options.by or f"lead-{options.code}",
        "signing_in": not options.no_sign_in,
        "folder": options.out,
    }
    try:
        for sentence in start(options.code, **asked, on=today()):
            print(sentence)
        print(_residents(options.code, today()))
    except CannotStart as why:
        print(why, file=sys.stderr)
        return 1
    return 0


def _residents(code: str, on: date) -> str:
    """Sets how many people live there, for rates to be made with; says so, or that no list tells."""
    from goldenthread.foundation.ledger.reads import SYSTEM
    from goldenthread.foundation.partnership import reads as partnership
    from goldenthread.foundation.partnership.writes import set_residents
    from goldenthread.measure.benchmarks.reads import residents

    area, found = partnership.area(code), residents(code)
    if found is None:
        return f"\nHow many people aged 0 to 25 live in {area.name} is not known. Rates of residents wait for it."
    set_residents(
        area=area, year=found.as_listed, ages=found.ages, people=found.people, source=found.source, by=SYSTEM, on=on
    )
    return f"\nResidents aged {found.ages}: {found.people:,}. Source: {found.source}."
