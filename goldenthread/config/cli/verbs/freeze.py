"""`goldenthread freeze --area CODE`: the records as they stand on a day, frozen."""

import argparse
import os
import sys
from datetime import date

summary = "freeze an area's records as they stood on a day, to be counted from"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--area", required=True, metavar="CODE", help="the three digits of the area, such as 885")
    parser.add_argument("--as-at", type=date.fromisoformat, metavar="DATE", help="YYYY-MM-DD (default: today)")


def run(options: argparse.Namespace) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread.config.settings")
    import django

    django.setup()
    from django_scopes import scope

    from goldenthread.config.edge import today
    from goldenthread.foundation.intake.reads import committed_sha256s
    from goldenthread.foundation.ledger.reads import SYSTEM
    from goldenthread.foundation.partnership import reads as partnership
    from goldenthread.foundation.partnership.models import LocalArea
    from goldenthread.measure.snapshots.writes import freeze_records

    try:
        area = partnership.area(options.area)
    except LocalArea.DoesNotExist:
        print(f"There is no area with the code {options.area}. Check it and try again.", file=sys.stderr)
        return 1
    on = today()
    with scope(area=area):
        snapshot = freeze_records(
            area=area, as_at=options.as_at or on, by=SYSTEM, on=on, sources=committed_sha256s(area)
        )
    rows = ", ".join(f"{told['rows']:,} {name}" for name, told in snapshot.tables.items())
    print(f"{area.name} as at {snapshot.as_at}: {rows}. Content hash {snapshot.content_hash}.")
    return 0
