"""The rules by pipe: an example and the schemas of each, from rules/pipes."""

import importlib
import io
import json
from collections.abc import Iterator

from goldenthread.config.cli.verbs.rules import names
from goldenthread.rules import pipe as plumbing
from tools.markdown import block, heading, json_block

TITLE = "The rules by pipe"
EXAMPLES: dict[str, dict[str, object]] = {
    "claims": {"id": "a", "line": "48 of 96 = 50 %"},
    "clock": {"id": "a", "process": "new_request", "request_received": "2026-09-21"},
    "disclosure": {"id": "a", "table": [[3, 20, 23], [14, 41, 55], [17, 61, 78]], "rule": "D2"},
    "honesty": {"id": "2.4", "kind": "action", "as_at": "2026-10-31", "reported": "Green", "due": "2026-09-30"},
    "interval": {"id": "a", "method": "wilson", "numerator": 515, "denominator": 1377},
    "spc": {"id": "a", "better": "higher", "values": [52, 51, 50, 53]},
}  # fmt: skip


def blocks() -> Iterator[str]:
    yield (
        "Each rule reads JSON lines from standard input and answers one line for each, in order. A line that it cannot "
        'answer yields `{"id", "error"}` with a sentence, and the exit status at the end is 1. The schemas below are '
        "what `goldenthread rules NAME --schema` prints."
    )
    for name in names():
        pipe: plumbing.Pipe = importlib.import_module(f"goldenthread.rules.pipes.{name}").pipe
        yield heading(f"goldenthread rules {name}")
        yield f"{pipe.title}."
        if name in EXAMPLES:
            asked = json.dumps(EXAMPLES[name], ensure_ascii=False)
            yield block(f"$ echo '{asked}' | goldenthread rules {name}\n{_answered(pipe, asked)}", "console")
        yield "It takes:"
        yield json_block(pipe.takes)
        yield "It gives:"
        yield json_block(pipe.gives)


def _answered(pipe: plumbing.Pipe, asked: str) -> str:
    sink = io.StringIO()
    plumbing.run(pipe, [asked], sink)
    return sink.getvalue().strip()
