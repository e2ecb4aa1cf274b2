"""`goldenthread paper`: a report made from what is recorded, in Word, PDF and HTML."""

import argparse
import os
import sys
from datetime import date
from pathlib import Path

summary = "make a paper, such as the report to Cabinet, in Word, PDF and HTML"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("--area", required=True, metavar="CODE", help="the three digits of the area, such as 885")
    add("--report", default="cabinet_report", metavar="NAME", help="which report (default: cabinet_report)")
    add("--body", default="Cabinet", help="whose meeting (default: Cabinet)")
    add("--meeting", required=True, type=date.fromisoformat, metavar="DATE", help="the day of the meeting: 2026-11-12")
    add("--as-at", required=True, type=date.fromisoformat, metavar="DATE", help="the day that the figures stand at")
    add("--out", type=Path, default=Path("."), metavar="FOLDER", help="where to write (default: here)")


def run(options: argparse.Namespace) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread.config.settings")
    import django

    django.setup()
    from django.core.exceptions import ObjectDoesNotExist
    from django_scopes import scope

    from goldenthread.config.edge import today
    from goldenthread.foundation.ledger.reads import SYSTEM
    from goldenthread.foundation.partnership.reads import area
    from goldenthread.publish.reports import reads, writes

    try:
        home = area(options.area)
        reads.report(options.report)
    except ObjectDoesNotExist:
        print(f"There is no area with the code {options.area}. Check it and try again.", file=sys.stderr)
        return 1
    except reads.UnknownReport as why:
        print(why, file=sys.stderr)
        return 1
    with scope(area=home):
        edition = writes.edition_for(
            report=options.report,
            area=home,
            body=options.body,
            meeting_on=options.meeting,
            as_at=options.as_at,
            by=SYSTEM,
            on=today(),
        )
        options.out.mkdir(parents=True, exist_ok=True)
        for format in reads.FORMATS:
            path = options.out / reads.file_name(edition, format)
            path.write_bytes(reads.rendered(edition, format))
            print(path)
        for gap in writes.missing(reads.paper(edition)):
            print(f"Still missing: {gap}", file=sys.stderr)
    return 0
