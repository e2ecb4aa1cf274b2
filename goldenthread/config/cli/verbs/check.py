"""`goldenthread check sen2 FILE…`: what is wrong with files before they are sent in or taken in."""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from goldenthread.rules.problems import Problem
    from goldenthread.rules.sen2.persons import Sen2File

summary = "check files: a SEN2 return (XML, or COLLECT's CSV files as a folder or a zip)"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    kinds = parser.add_subparsers(title="what to check", metavar="KIND", required=True)
    sen2 = kinds.add_parser(
        "sen2", help="a SEN2 return", description="Check SEN2 returns; problems go out as JSON lines."
    )
    sen2.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help=".xml, or a folder or .zip of COLLECT's CSV files"
    )
    sen2.add_argument(
        "--reference-date", type=date.fromisoformat, metavar="DATE", help="not the file's own: YYYY-MM-DD"
    )
    sen2.add_argument("--json", action="store_true", help="one JSON document in place of JSON lines")
    sen2.set_defaults(check=_check_sen2)


def run(options: argparse.Namespace) -> int:
    status: int = options.check(options)
    return status


def _check_sen2(options: argparse.Namespace) -> int:
    results = []
    for path in options.files:
        problems: list[dict[str, Any]] = []
        counts: Counter[str] = Counter()
        for problem in _problems(path, options.reference_date):
            counts[problem.severity] += 1
            line = {"file": path.name, **problem.as_dict()}
            if options.json:
                problems.append(line)
            else:
                print(json.dumps(line, ensure_ascii=False))
        results.append({"file": path.name, "errors": counts["error"], "queries": counts["query"], "problems": problems})
        print(f"{path.name}: {_sentence(counts)}", file=sys.stderr)
    if options.json:
        print(json.dumps(results, ensure_ascii=False, indent=2))
    return int(any(result["errors"] for result in results))


def _sentence(counts: Counter[str]) -> str:
    if not counts:
        return "no problems."
    return f"errors to mend: {counts['error']:,}; queries to look at: {counts['query']:,}."


def _problems(path: Path, reference_date: date | None) -> "Iterator[Problem]":
    """Every problem; a file that cannot be read (on) is one too."""
    from goldenthread.rules.problems import Problem
    from goldenthread.rules.sen2.checker import check
    from goldenthread.rules.sen2.collection import Sen2Fault

    try:
        with ExitStack() as stack:
            yield from check(_opened(path, stack), reference_date)
    except Sen2Fault as fault:
        yield Problem("FILE", "error", str(fault))
    except OSError as fault:
        yield Problem(
            "FILE", "error", f"The file cannot be opened: {fault.strerror}. Check its name and your access to it."
        )


def _opened(path: Path, stack: ExitStack) -> "Sen2File":
    from goldenthread.rules.sen2.archive import read_collect_files, read_collect_zip
    from goldenthread.rules.sen2.reader import read_xml

    if path.is_dir():
        found = (each for each in path.iterdir() if each.suffix.lower() == ".csv")
        return read_collect_files({each.name: stack.enter_context(each.open("rb")) for each in found})
    stream = stack.enter_context(path.open("rb"))
    is_zip = stream.read(2) == b"PK"
    stream.seek(0)
    return read_collect_zip(stream) if is_zip else read_xml(stream)
