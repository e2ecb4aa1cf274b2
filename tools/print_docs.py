"""Print docs/reference from the code that it describes: one page for each file of tools/reference. Run by `make docs`.

A test compares what is printed with what is committed, so the pages cannot say something else than the code does.
"""

import importlib
import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "reference"
PRINTED = "<!-- Printed by `make docs` from the code. Change the code, not this page. -->"


def names() -> list[str]:
    """`clock_examples` prints clock-examples.md."""
    return sorted(path.stem for path in (ROOT / "tools" / "reference").glob("*.py"))


def path(name: str) -> Path:
    return FOLDER / f"{name.replace('_', '-')}.md"


def printed(name: str) -> str:
    page = importlib.import_module(f"tools.reference.{name}")
    return "\n\n".join([PRINTED, f"# {page.TITLE}", *page.blocks()]) + "\n"


def write() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    wanted = {path(name): printed(name) for name in names()}
    for old in set(FOLDER.glob("*.md")) - wanted.keys():
        old.unlink()
    for target, text in wanted.items():
        target.write_text(text, encoding="utf-8")


def main() -> None:
    sys.path.insert(0, str(ROOT))
    with tempfile.TemporaryDirectory() as home:  # the settings want a place of their own; nothing is kept there
        os.environ["GOLDENTHREAD_HOME"] = home
        os.environ["DJANGO_SETTINGS_MODULE"] = "goldenthread.config.settings"
        import django

        django.setup()
        write()


if __name__ == "__main__":
    main()
