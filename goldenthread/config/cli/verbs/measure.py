"""`goldenthread measure`: a snapshot, or SEN2 files read straight, counted into figures."""

import argparse
import json
import os
import sys
from datetime import date
from pathlib import Path

summary = "count an area's newest snapshot into figures; or SEN2 files, without keeping anything"
YEARS = 3  # whole calendar years counted before that of the day, unless told otherwise


def add_arguments(parser: argparse.ArgumentParser) -> None:
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--area", metavar="CODE", help="the three digits of the area, such as 885")
    what.add_argument(
        "--from",
        dest="files",
        nargs="+",
        type=Path,
        metavar="FILE",
        help="SEN2 files (.xml, or a folder or .zip of COLLECT's CSV files); figures go out as JSON lines",
    )
    parser.add_argument("--as-at", type=date.fromisoformat, metavar="DATE", help="YYYY-MM-DD (with --area: today)")
    parser.add_argument(
        "--since", type=date.fromisoformat, metavar="DATE", help=f"the first day (default: {YEARS} years before)"
    )


def run(options: argparse.Namespace) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread.config.settings")
    import django

    django.setup()
    if options.files and options.as_at is None:
        print("Say as at which day the files are to be counted: --as-at YYYY-MM-DD.", file=sys.stderr)
        return 2
    return _straight(options) if options.files else _kept(options)


def _kept(options: argparse.Namespace) -> int:
    from goldenthread.config.edge import today
    from goldenthread.foundation.ledger.reads import SYSTEM
    from goldenthread.foundation.partnership import reads as partnership
    from goldenthread.foundation.partnership.models import LocalArea
    from goldenthread.measure.indicators.writes import measure
    from goldenthread.measure.snapshots import reads as snapshots

    try:
        area = partnership.area(options.area)
    except LocalArea.DoesNotExist:
        print(f"There is no area with the code {options.area}. Check it and try again.", file=sys.stderr)
        return 1
    on = today()
    snapshot = snapshots.latest(area, options.as_at or on)
    if snapshot is None:
        print(f"{area.name} has no snapshot yet: goldenthread freeze --area {area.code} first.", file=sys.stderr)
        return 1
    found = measure(snapshot=snapshot, since=_since(options.since, snapshot.as_at), by=SYSTEM, on=on)
    print(
        f"{area.name} as at {snapshot.as_at}: {found.added:,} figures added, {found.replaced:,} replaced, "
        f"{found.unchanged:,} unchanged."
    )
    return 0


def _straight(options: argparse.Namespace) -> int:
    from django.conf import settings

    from goldenthread.measure.indicators import straight
    from goldenthread.rules.sen2.collection import Sen2Fault

    since = _since(options.since, options.as_at)
    try:
        for figure in straight.figures(options.files, options.as_at, since, settings.PSEUDONYM_KEY):
            print(json.dumps(figure, ensure_ascii=False))
    except (Sen2Fault, OSError) as fault:
        print(fault, file=sys.stderr)
        return 1
    return 0


def _since(asked: date | None, as_at: date) -> date:
    return asked or date(as_at.year - YEARS, 1, 1)
