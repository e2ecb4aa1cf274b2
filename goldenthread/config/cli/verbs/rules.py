"""`goldenthread rules NAME`: ask a pure rule by pipe."""

import argparse
import importlib
import json
import sys
from pathlib import Path

from goldenthread.rules import pipe, pipes

summary = "answer questions by pipe: JSON lines in, JSON lines out"


def names() -> list[str]:
    return sorted(path.stem for path in Path(pipes.__path__[0]).glob("*.py") if path.stem != "__init__")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", choices=names(), help="which rule")
    parser.add_argument("--schema", action="store_true", help="print what it takes and gives, as JSON Schema, and stop")


def run(options: argparse.Namespace) -> int:
    asked: pipe.Pipe = importlib.import_module(f"{pipes.__name__}.{options.name}").pipe
    if options.schema:
        print(json.dumps({"takes": asked.takes, "gives": asked.gives}, indent=2, ensure_ascii=False))
        return 0
    return pipe.run(asked, sys.stdin, sys.stdout)
