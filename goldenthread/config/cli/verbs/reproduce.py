"""`goldenthread reproduce OBSERVATION`: a figure counted again from what it was counted from."""

import argparse
import os
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from goldenthread.measure.indicators.models import Observation
    from goldenthread.measure.indicators.reproducing import Numbers, Reproduced
    from goldenthread.measure.snapshots.models import Snapshot

summary = "count one figure again from its frozen tables, and say whether it is the same"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "observation", metavar="OBSERVATION", help="the figure's number, or MEASURE/PERIOD such as plans_in_force/2026"
    )
    parser.add_argument("--area", default="", metavar="CODE", help="the three digits of the area, with MEASURE/PERIOD")
    parser.add_argument("--level", default="area", help="with MEASURE/PERIOD: need, age_band, establishment, …")
    parser.add_argument("--place", default="", help="with --level: which one, such as ASD or a URN")


def run(options: argparse.Namespace) -> int:
    """0 where it is the same and its tables are as they were frozen; 1 where not, or where it cannot be told."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread.config.settings")
    import django

    django.setup()
    from goldenthread.measure.indicators.reproducing import CannotReproduce, find, reproduce

    try:
        one = find(options.area, options.observation, options.level, options.place)
        found = reproduce(one)
    except CannotReproduce as why:
        print(why, file=sys.stderr)
        return 1
    assert one.snapshot is not None
    changed = _altered(one.snapshot)
    for line in _lines(one, found, changed):
        print(line)
    return 0 if found.same and not changed else 1


def _altered(snapshot: "Snapshot") -> list[str]:
    """The tables whose files no longer say what was frozen."""
    import pyarrow.parquet as pq

    from goldenthread.measure.snapshots import parquet, reads
    from goldenthread.rules.tables import BY_NAME

    folder, found = reads.folder(snapshot), []
    for name, told in sorted(snapshot.tables.items()):
        read = pq.read_table(folder / f"{name}.parquet")
        # Typed again: what lies under a null is not part of what a table says, and differs after a file.
        known = name in BY_NAME and set(BY_NAME[name].names()) == set(read.column_names)
        table = parquet.typed(BY_NAME[name], read) if known else read.combine_chunks()
        if parquet.content_hash(table) != told["sha256"]:
            found.append(name)
    return found


def _lines(one: "Observation", found: "Reproduced", altered: list[str]) -> Iterator[str]:
    place = f", {one.level} {one.place}" if one.place else ""
    yield f"{one.indicator}{place}, {one.every} {one.period_start} to {one.period_end}, {one.area.name}"
    yield f"{'The same' if found.same else 'DIFFERENT'}."
    yield f"  kept:  {_told(found.was)}"
    yield f"  again: {_told(found.now) if found.now else 'no such figure'}"
    definition = "has changed since" if found.definition_changed else "unchanged"
    yield f"Definition: version {one.definition_version}, {definition}."
    snapshot = one.snapshot
    assert snapshot is not None
    stands = f"ALTERED since they were frozen: {', '.join(altered)}" if altered else "as they were frozen"
    yield f"Frozen tables as at {snapshot.as_at}: {stands}. Content hash {snapshot.content_hash}."
    yield from (f"Source file: {sha256}" for sha256 in snapshot.sources)


def _told(numbers: "Numbers") -> str:
    parts = zip(("numerator", "denominator", "value"), numbers, strict=True)
    return ", ".join(f"{name} {'none' if number is None else f'{number:g}'}" for name, number in parts)
