"""What a page shows at a prompt is what the command really answers: each console block with an answer is run."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "DEVELOPERS.md", *sorted((ROOT / "docs").glob("*/*.md"))]
BLOCK = re.compile(r"^```console\n\$ (.+?)\n(.+?)^```", re.MULTILINE | re.DOTALL)


def examples() -> Iterator[object]:
    """In docs/reference the answers are printed by the very code; those pages have a test of their own."""
    for page in PAGES:
        for number, (command, answer) in enumerate(BLOCK.findall(page.read_text(encoding="utf-8")), start=1):
            if page.parent.name != "reference":
                yield pytest.param(command, answer, id=f"{page.stem} {number}")


@pytest.mark.slow
@pytest.mark.parametrize(("command", "answer"), list(examples()))
def test_the_answer_is_the_one_shown(command: str, answer: str) -> None:
    ours = command.replace(".venv/bin/", f"{Path(sys.executable).parent}/")

    done = subprocess.run(ours, shell=True, cwd=ROOT, capture_output=True, text=True)  # noqa: S602  our own words

    assert done.stdout + done.stderr == answer
