"""A report's text as lines: spaces evened, blank lines gone, and gone too what is printed at the foot of each page."""

import re

PAGE = "\f"  # stands where a page ended: a table's row may go on behind it
FOOT = re.compile(r"^(?:Area SEND )?inspection report: .*Local Area Partnership", re.IGNORECASE)
FOOT_GOES_ON = re.compile(
    r"^(?:\d{1,2} [A-Za-z]*\s*(?:\d{4} )?to \d{1,2} \w+ \d{4}(?: \d{1,3})?|(?:[A-Z]\w+ )?\d{4} \d{1,3}|\d{1,3})$"
)
PAGE_NUMBER = re.compile(r"^\d{1,3}$")
EMPTY_BULLET = re.compile(r"^[◼▪•■]$")


def lines_of(text: str) -> list[str]:
    """Every line with words in it, in order, PAGE once for each page's end."""
    kept: list[str] = []
    in_foot = False
    for raw in text.splitlines():
        line = " ".join(raw.split())
        if not line or EMPTY_BULLET.match(line):
            continue
        if FOOT.match(line):
            in_foot = True
            kept.append(PAGE)
        elif not (in_foot and FOOT_GOES_ON.match(line)) and not PAGE_NUMBER.match(line):
            in_foot = False
            kept.append(line)
    return kept
