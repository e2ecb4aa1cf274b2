"""`goldenthread benchmarks`: the published figures, the package's and those that you load beside them."""

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from goldenthread.measure.benchmarks.measures import Measure
    from goldenthread.measure.benchmarks.shelf import Loaded

summary = "load published figures from official files, list them, forget them; or make the package’s tables again"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION", title="what to do")
    load = actions.add_parser("load", help="take in official files of figures, neighbours or inspections")
    load.add_argument("files", nargs="+", type=Path, metavar="FILE", help="a .csv, .csv.gz, .parquet or .zip")
    for name, what in (
        ("title", "what the files are called where they were published"),
        ("release", "which release they are of, such as 2026"),
        ("publisher", "who published them (default: as their headings tell)"),
        ("licence", "under which licence (default: Open Government Licence v3.0)"),
        ("version", "of a list of neighbours: its year and month, such as 2025-05"),
    ):
        load.add_argument(f"--{name}", default="", metavar="TEXT", help=what)
    actions.add_parser("list", help="say what is loaded")
    forget = actions.add_parser("forget", help="take a loaded file’s figures away again")
    forget.add_argument("name", metavar="NAME", help="its name or key, as `list` gives it")
    build = actions.add_parser("build", help="make the package’s own tables again, from the official files")
    build.add_argument("--from", dest="source", type=Path, required=True, metavar="DIR", help="where those files are")
    build.add_argument("--to", dest="target", type=Path, metavar="DIR", help="where to write (default: in the package)")
    build.add_argument("--check", action="store_true", help="write nothing; say whether the tables would be the same")


def run(options: argparse.Namespace) -> int:
    actions: dict[str, Callable[[argparse.Namespace], int]] = {
        "load": _load, "list": _list, "forget": _forget, "build": _build,
    }  # fmt: skip
    return actions[options.action](options)


def _load(options: argparse.Namespace) -> int:
    _prepare()
    from goldenthread.config.edge import today
    from goldenthread.foundation.ledger.reads import SYSTEM
    from goldenthread.measure.benchmarks import writes

    names = ("title", "release", "publisher", "licence", "version")
    told = writes.Told(**{name: getattr(options, name) for name in names}, dictionary=_dictionary(options.files))
    refused = 0
    for path in options.files:
        try:
            made, new = writes.load(path=path, told=told, by=SYSTEM, on=today())
        except writes.CannotLoad as why:
            print(f"Not loaded. {why}", file=sys.stderr)
            refused += 1
            continue
        again = f"{made.name}: loaded already, on {made.loaded_on}; nothing changed."
        print("\n".join(_said(made)) if new else again)
    return int(bool(refused))


def _dictionary(files: list[Path]) -> "dict[str, Measure]":
    """What LAIT's dictionary says of its measures, if it is among the files: they may come in any order."""
    from goldenthread.measure.benchmarks.loading import lait, shapes

    found: dict[str, Measure] = {}
    for path in files:
        if path.suffix == ".csv" and path.is_file() and shapes.is_dictionary(path):
            found.update(lait.dictionary(path))
    return found


def _said(made: "Loaded") -> list[str]:
    figures = f"{made.figures:,} figures of {len(made.measures)} measures"
    lines = [f"{made.name}: {made.shape}, {made.rows:,} rows, {figures}."]
    lines += [f"  kept aside, {many:,}: {reason}" for reason, many in made.kept_aside.items()]
    lines += [f"  {sentence}" for sentence in made.notes]
    return [*lines, f"  The list of what was kept aside: {made.aside}"] if made.kept_aside else lines


def _list(_: argparse.Namespace) -> int:
    from goldenthread.measure.benchmarks import reads

    for one in reads.loaded():
        told = f"{one.source.citation}. {one.source.licence}. Loaded on {one.loaded_on}; sha256 {one.sha256}."
        print(f"{one.key}: {one.figures:,} figures of {len(one.measures)} measures. {told}")
        print("\n".join(_said(one)[1:]) or "  nothing was kept aside")
    if not reads.loaded():
        print("Nothing is loaded beside the package’s own figures. `goldenthread benchmarks load FILE` takes files in.")
    return 0


def _forget(options: argparse.Namespace) -> int:
    _prepare()
    from goldenthread.config.edge import today
    from goldenthread.foundation.ledger.reads import SYSTEM
    from goldenthread.measure.benchmarks import writes

    try:
        gone = writes.forget(name=options.name, by=SYSTEM, on=today())
    except writes.NotLoaded as why:
        print(why, file=sys.stderr)
        return 1
    print(f"{gone.name}: {gone.figures:,} figures forgotten.")
    return 0


def _prepare() -> None:
    """The ledger's database as this version needs it."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread.config.settings")
    from goldenthread.config.cli.verbs import serve

    serve.prepare()


def _build(options: argparse.Namespace) -> int:
    from goldenthread.measure.benchmarks.importer import build
    from goldenthread.measure.benchmarks.packaged import FOLDER

    target = options.target or FOLDER
    try:
        tables = build.build(options.source)
    except build.MissingFiles as why:
        print(why, file=sys.stderr)
        return 1
    if options.check:
        return _check(tables, target)
    build.write(tables, target)
    for name, content in tables.items():
        print(f"{name}: {len(content):,} bytes")
    return 0


def _check(tables: dict[str, bytes], folder: Path) -> int:
    changed = [name for name, content in tables.items() if not _same(folder / name, content)]
    print(f"Different from {folder}: {', '.join(changed)}." if changed else f"All {len(tables)} tables are the same.")
    return int(bool(changed))


def _same(path: Path, content: bytes) -> bool:
    return path.is_file() and path.read_bytes() == content
