"""`goldenthread benchmarks`: the published figures that the package carries."""

import argparse
import sys
from pathlib import Path

summary = "make the package's tables of published figures again, from the official files"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("action", choices=["build"], help="what to do")
    parser.add_argument(
        "--from",
        dest="source",
        type=Path,
        required=True,
        metavar="DIR",
        help="the folder that holds the official files",
    )
    parser.add_argument(
        "--to", dest="target", type=Path, metavar="DIR", help="where to write (default: in the package)"
    )
    parser.add_argument("--check", action="store_true", help="write nothing; say whether the tables would be the same")


def run(options: argparse.Namespace) -> int:
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
