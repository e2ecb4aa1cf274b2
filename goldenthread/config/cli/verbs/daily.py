"""`goldenthread daily`: what is done once a day. A timer of the machine calls it; a second call does nothing twice."""

import argparse
import os
import sys

summary = "once a day: take stock of challenged colours, remind leads, send e-mails"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--area", metavar="CODE", help="the three digits of one area (default: every area with people)")


def run(options: argparse.Namespace) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread.config.settings")
    import django

    django.setup()
    from django_scopes import scope

    from goldenthread.config import daily
    from goldenthread.config.edge import today
    from goldenthread.foundation.partnership import reads as partnership
    from goldenthread.foundation.partnership.models import LocalArea
    from goldenthread.record.establishments import writes as establishments

    try:
        areas = [partnership.area(options.area)] if options.area else list(partnership.areas_with_people())
    except LocalArea.DoesNotExist:
        print(f"There is no area with the code {options.area}. Check it and try again.", file=sys.stderr)
        return 1
    on, failed = today(), 0
    for area in areas:
        try:
            with scope(area=area):
                done = daily.do(area, on)
        except Exception as fault:  # one area's fault is not the others'
            print(f"{area.name}: stopped by a fault of ours ({type(fault).__name__}).", file=sys.stderr)
            failed += 1
            continue
        print(f"{area.name}: {done.sentence}")
        failed += done.failed
    thrown_away = establishments.throw_away()
    if thrown_away:
        print(f"{thrown_away} files of pupils thrown away, whose batches were undone.")
    return 1 if failed else 0
