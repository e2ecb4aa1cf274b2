"""`goldenthread intake FILE…`: the same front door as the page, for many files at once."""

import argparse
import io
import os
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from goldenthread.foundation.intake.models import Batch
    from goldenthread.foundation.intake.source import Upload
    from goldenthread.foundation.ledger.reads import Actor
    from goldenthread.foundation.partnership.models import LocalArea

summary = "bring files in: say what is in them, and with --commit take them into the record"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("files", nargs="+", type=Path, metavar="FILE", help="a file, or a folder of COLLECT's nine CSV files")
    add("--area", required=True, metavar="CODE", help="the three digits of the area, such as 885")
    add("--commit", action="store_true", help="write what is ready; without it nothing is changed")
    add("--by", metavar="USERNAME", help="on whose behalf (default: the system's)")
    add("--kind", default="", metavar="KIND", help="what the files are, where they are not recognised")


def run(options: argparse.Namespace) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread.config.settings")
    import django

    django.setup()
    from django.core.exceptions import ObjectDoesNotExist

    from goldenthread.config.edge import today
    from goldenthread.foundation.partnership.reads import area

    try:
        home, by = area(options.area), _actor(options.by)
    except ObjectDoesNotExist:
        who = f" or no person who signs in as {options.by}" if options.by else ""
        print(f"There is no area with the code {options.area}{who}. Check both and try again.", file=sys.stderr)
        return 1
    taken = [_bring(path, home, options, by, today()) for path in options.files]
    return 0 if all(taken) else 1


def _actor(username: str | None) -> "Actor":
    from django.contrib.auth import get_user_model

    from goldenthread.foundation.ledger.reads import SYSTEM
    from goldenthread.foundation.partnership.models import Person
    from goldenthread.foundation.partnership.reads import person_for

    if username is None:
        return SYSTEM
    person = person_for(get_user_model().objects.get(username=username))
    if person is None:
        raise Person.DoesNotExist
    return person


def _bring(path: Path, area: "LocalArea", options: argparse.Namespace, by: "Actor", on: "date") -> bool:
    """Whether the file was taken. Each file is a batch of its own: a refused one leaves the others as they are."""
    from goldenthread.foundation.intake import writes
    from goldenthread.foundation.intake.source import Refused

    try:
        batch = writes.receive(area=area, upload=_upload(path), by=by, on=on, source=options.kind)
        understanding = writes.understand(batch=batch, by=by, on=on) if not batch.refusal else None
        if understanding is not None and options.commit:
            writes.commit(batch=batch, by=by, on=on, understanding=understanding)
    except (Refused, OSError) as why:
        print(f"{path.name}: {why}", file=sys.stderr)
        return False
    _say(path, batch)
    return understanding is not None


def _say(path: Path, batch: "Batch") -> None:
    from goldenthread.foundation.intake import reads

    if batch.refusal:
        print(f"{path.name}: {batch.refusal}", file=sys.stderr)
        return
    facts = batch.facts
    print(f"{path.name}: {facts['kind']} {facts['year']}".rstrip() + f" – {batch.get_state_display().lower()}")
    print(f"  {facts['ready']:,} ready, {facts['to_check']:,} to check, {facts['refused']:,} kept aside")
    for each in reads.counts(batch):
        if each.added or each.changed or each.unchanged:
            print(f"  {each.kind}: {each.added:,} added, {each.changed:,} changed, {each.unchanged:,} unchanged")


def _upload(path: Path) -> "Upload":
    from goldenthread.foundation.intake.source import Upload

    if not path.is_dir():
        return Upload(path.name, path.stat().st_size, lambda: path.open("rb"))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for each in sorted(path.glob("*.csv")):
            archive.write(each, each.name)
    content = packed.getvalue()
    return Upload(f"{path.name}.zip", len(content), lambda: io.BytesIO(content))
