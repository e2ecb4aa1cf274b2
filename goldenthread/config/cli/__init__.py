"""The command line. A verb is a file in `verbs/`; only the verb that was asked for is imported, so that each starts
at once.
"""

import argparse
import importlib
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

VERBS = Path(__file__).parent / "verbs"


def verb_names() -> list[str]:
    return sorted(path.stem for path in VERBS.glob("*.py") if path.stem != "__init__")


def load(name: str) -> ModuleType:
    return importlib.import_module(f"{__name__}.verbs.{name}")


def main(argv: Sequence[str] | None = None) -> int:
    asked = list(sys.argv[1:] if argv is None else argv)
    names = verb_names()
    verb = asked[0] if asked and asked[0] in names else None
    parser = argparse.ArgumentParser(
        prog="goldenthread", description="From what inspectors found to what families feel: one thread."
    )
    verbs = parser.add_subparsers(title="what it can do", metavar="VERB", required=True)
    for name in [verb] if verb else names:
        module = load(name)
        sub = verbs.add_parser(name, help=module.summary, description=module.summary)
        module.add_arguments(sub)
        sub.set_defaults(run=module.run)
    options = parser.parse_args(asked)
    try:
        return int(options.run(options))
    except BrokenPipeError:  # the reader of our output went away (`… | head`): not a fault of ours
        return 0
