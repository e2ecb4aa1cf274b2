"""`goldenthread measure`: a snapshot, or SEN2 files read straight, counted into figures."""

import argparse
import json
import os
import sys
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from datetime import date
from glob import glob
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from goldenthread.measure.snapshots.from_files import AreaRead, Told

summary = "count an area's newest snapshot into figures; or SEN2 files, without keeping anything"
YEARS = 3  # whole calendar years counted before that of the day, unless told otherwise


def add_arguments(parser: argparse.ArgumentParser) -> None:
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--area", metavar="CODE", help="the three digits of the area, such as 885")
    what.add_argument(
        "--from",
        dest="files",
        nargs="+",
        metavar="FILE",
        help="SEN2 files of one area or many (.xml, or a folder or .zip of COLLECT's CSV files; '*.xml' for all of "
        "them); figures go out as JSON lines",
    )
    parser.add_argument("--as-at", type=date.fromisoformat, metavar="DATE", help="YYYY-MM-DD (with --area: today)")
    parser.add_argument(
        "--since", type=date.fromisoformat, metavar="DATE", help=f"the first day (default: {YEARS} years before)"
    )
    parser.add_argument("--problems", type=Path, metavar="FILE", help="with --from: write what the checks found here")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="with --from: keep the tables here, as Parquet")
    parser.add_argument(
        "-j",
        "--workers",
        type=int,
        default=os.cpu_count() or 1,
        metavar="N",
        help="with --from: areas read at a time (default: as many as there are cores)",
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
    paths, missing = _expanded(options.files)
    for sentence in missing:
        print(sentence, file=sys.stderr)
    if options.keep and options.keep.exists():
        print(f"{options.keep} is there already. Name a folder that is not: nothing is written over.", file=sys.stderr)
        return 1
    if not paths:
        return 1
    with ExitStack() as stack:
        folder = options.keep or Path(stack.enter_context(TemporaryDirectory())) / "frozen"
        try:
            problems = stack.enter_context(options.problems.open("w", encoding="utf-8")) if options.problems else None
            areas, whole = _read(paths, folder, options, problems)
        except OSError as fault:
            print(f"{fault.filename}: it cannot be written: {fault.strerror}.", file=sys.stderr)
            return 1
        if not areas:
            return 1  # nothing was read: figures of no area would be noughts
        _print(folder, options, areas)
    return int(bool(missing) or not whole)


def _expanded(files: Sequence[str]) -> tuple[list[Path], list[str]]:
    """The files that names and patterns mean, each once; and a sentence on each pattern that means none."""
    paths: dict[Path, None] = {}
    missing = []
    for name in files:
        found = [name] if Path(name).exists() else sorted(glob(name, recursive=True))
        if not found:
            missing.append(f"{name}: there is no such file. Check the name and the folder you are in.")
        paths |= dict.fromkeys(map(Path, found))
    return list(paths), missing


def _read(
    paths: Iterable[Path], folder: Path, options: argparse.Namespace, problems: TextIO | None
) -> tuple[list[str], bool]:
    """The areas read, and whether every file was."""
    from django.conf import settings

    from goldenthread.measure.snapshots.reads import tables_of

    areas, whole = [], True
    key, workers = settings.PSEUDONYM_KEY, options.workers
    for one in tables_of(paths, options.as_at, key, folder, workers=workers, problems=problems is not None):
        _tell(one)
        if any(not told.fault for told in one.files):
            areas.append(one.area)
        whole = whole and not any(told.fault for told in one.files)
        if problems:
            problems.writelines(told.problems for told in one.files)
    return areas, whole


def _tell(one: "AreaRead") -> None:
    from goldenthread.measure.indicators.straight import standing

    for told in one.files:
        print(f"{told.path.name}: {told.fault or _counts(told)}", file=sys.stderr)
    if any(not told.fault for told in one.files) and (sentence := standing(one.area)):
        print(f"{one.files[0].path.name}: {sentence}", file=sys.stderr)


def _counts(told: "Told") -> str:
    return (
        f"area {told.area}, {told.kept:,} persons counted, {told.aside:,} left out until their errors are mended; "
        f"errors: {told.errors:,}; queries: {told.queries:,}."
    )


def _print(folder: Path, options: argparse.Namespace, areas: Sequence[str]) -> None:
    from goldenthread.measure.indicators import straight

    for figure in straight.figures(folder, options.as_at, _since(options.since, options.as_at), areas):
        print(json.dumps(figure, ensure_ascii=False))


def _since(asked: date | None, as_at: date) -> date:
    return asked or date(as_at.year - YEARS, 1, 1)
