"""Every setting that the environment gives is explained to operators, and none that is not there."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_page_of_settings_names_exactly_those_that_are_read() -> None:
    code = (ROOT / "goldenthread" / "config" / "settings.py").read_text(encoding="utf-8")
    page = (ROOT / "docs" / "operators" / "settings.md").read_text(encoding="utf-8")

    read = set(re.findall(r'env\.\w+\("(\w+)"', code))

    assert set(re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE)) == read
