"""A sum as people write it, on one line: “48 of 96 = 50 %”."""

import re

from goldenthread.rules.claims.sums import NotASum, Sum, check

EXAMPLES = (
    "48 of 96 = 50 %",
    "£150k × 3 = £450k",
    "49 + 30 + 6 + 17 + 5 = 107",
    "£416k = 0.5 % of £83.2m",
    "386 = 1.9 % − 1.4 %",
    "£675k / 15 v £600k / 17",
    "nearly 100 % of plans in 2021",
)
VERSUS = re.compile(r"\s+(?:v|vs|versus)\.?\s+", re.IGNORECASE)
TIMES = re.compile(r"\s+[x*×]\s+|×", re.IGNORECASE)
MINUS = re.compile(r"\s+[-−–]\s+|−")
OF = re.compile(r"\s+of\s+", re.IGNORECASE)
IN = re.compile(r"\s+in\s+", re.IGNORECASE)


def read_line(line: str) -> Sum:
    """The sum, with the line itself as `written`. Raises NotASum for a line that makes none, or that cannot be
    checked.
    """
    text = " ".join(line.split())
    asked = _read(text)
    if asked is None:
        raise NotASum(f"“{text}” is not a sum that can be checked. Write it as one of: {'; '.join(EXAMPLES)}.")
    check(asked)
    return {**asked, "written": text}


def _read(text: str) -> Sum | None:
    if VERSUS.search(text):
        return _accounts(VERSUS.split(text))
    left, equals, right = (part.strip() for part in text.partition("="))
    if equals:
        return _equation(left, right) if left and right else None
    return _share(text) or _rate(text)


def _accounts(sides: list[str]) -> Sum | None:
    if len(sides) != 2:
        return None
    first, second = ([part.strip() for part in side.split("/")] for side in sides)
    return {"kind": "told_twice", "first": first, "second": second}


def _equation(left: str, right: str) -> Sum | None:
    if TIMES.search(left):
        return {"kind": "product", "factors": _parts(TIMES, left), "says": right}
    if "+" in left:
        return {"kind": "sum", "parts": [part.strip() for part in left.split("+")], "says": right}
    share = _share(left)
    if share:
        return {**share, "says": right}
    return _whole(left, right) if "%" in right else None


def _whole(left: str, right: str) -> Sum:
    rates, *whole = OF.split(right, maxsplit=1)
    asked = {"kind": "whole", "part": left, "percents": _parts(MINUS, rates)}
    return {**asked, "says": whole[0]} if whole and whole[0] != "?" else asked


def _share(text: str) -> Sum | None:
    part, *whole = OF.split(text, maxsplit=1)
    return {"kind": "share", "part": part, "whole": whole[0]} if whole and "%" not in part else None


def _rate(text: str) -> Sum | None:
    """“nearly 100 % of plans in 2021”."""
    says, *rest = OF.split(text, maxsplit=1)
    if "%" not in says:
        return None
    of, *when = IN.split(rest[0], maxsplit=1) if rest else [""]
    if not rest:
        says, *when = IN.split(says, maxsplit=1)
    return {"kind": "rate", "says": says, "of": of, "when": when[0] if when else ""}


def _parts(sign: re.Pattern[str], text: str) -> list[str]:
    return [part.strip() for part in sign.split(text)]
