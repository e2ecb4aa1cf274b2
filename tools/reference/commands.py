"""Every verb of the command line, as it explains itself."""

import argparse
from collections.abc import Iterator

from goldenthread.config import cli
from tools.markdown import block, heading, table

TITLE = "The command line"


def blocks() -> Iterator[str]:
    yield "`goldenthread --help` lists the verbs; `goldenthread VERB --help` says what one of them takes."
    yield table(["verb", "what it does"], [[f"`{name}`", cli.load(name).summary] for name in cli.verb_names()])
    for name in cli.verb_names():
        parser = argparse.ArgumentParser(prog=f"goldenthread {name}", add_help=False)
        cli.load(name).add_arguments(parser)
        yield heading(f"goldenthread {name}")
        yield from _arguments(parser)


def _arguments(parser: argparse.ArgumentParser) -> Iterator[str]:
    within = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    rows = [
        [_called(action), action.help or ""] for action in parser._actions if action not in within and _shown(action)
    ]
    if rows:
        yield table(["argument", "meaning"], rows)
    for action in within:
        for name, inner in action.choices.items():
            yield block(f"{parser.prog} {name}")
            yield from _arguments(inner)
    if not rows and not within:
        yield "It takes no arguments."


def _shown(action: argparse.Action) -> bool:
    return action.help != argparse.SUPPRESS and not isinstance(action, argparse._HelpAction)


def _called(action: argparse.Action) -> str:
    if action.choices:
        value = " / ".join(map(str, action.choices))
    else:
        value = str(action.metavar or action.dest).upper()
    if not action.option_strings:
        return f"`{value}`"
    takes = "" if action.nargs == 0 else f" {value}"
    return f"`{', '.join(action.option_strings)}{takes}`"
