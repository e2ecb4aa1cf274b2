"""The two icons of a control chart: how it varies, and whether it will meet its target. A word stands beside each."""

from dataclasses import dataclass
from html import escape

from goldenthread.foundation.charts.palette import BLUE, GREY, INK, ORANGE, PAPER, PURPLE
from goldenthread.foundation.charts.svg import FONT, element, line, text
from goldenthread.rules.statistics.judgement import Assurance, Judgement, Verdict

SIZE = 48
_WAVE = "M10 29C14 19 18 19 22 24S30 34 38 19"  # up and down, and nothing more
_VARIATION = {
    Verdict.IMPROVEMENT: (BLUE, "Improvement"),
    Verdict.CONCERN: (ORANGE, "Concern"),
    Verdict.NEUTRAL_HIGH: (PURPLE, "Unusual"),
    Verdict.NEUTRAL_LOW: (PURPLE, "Unusual"),
}
_ASSURANCE = {
    Assurance.PASS: (BLUE, "P", "Target: will be met, unless something changes"),
    Assurance.FAIL: (ORANGE, "F", "Target: will be missed, unless something changes"),
    Assurance.INCONSISTENT: (GREY, "?", "Target: met in some periods, missed in others"),
}


@dataclass(frozen=True, slots=True)
class Icon:
    """A small picture with a name of its own; print the `words` beside it all the same."""

    words: str
    svg: str


def variation_icon(identity: str, judgement: Judgement) -> Icon:
    """Of the latest point: common cause, or improvement or concern with its direction. `identity` is an id."""
    if judgement.variation is Verdict.COMMON:
        wave = element("path", d=_WAVE, fill="none", stroke=GREY, stroke_width=3, stroke_linecap="round")
        return _icon(identity, GREY, "Variation: usual ups and downs", wave)
    colour, word = _VARIATION[judgement.variation]
    high = judgement.latest.direction > 0
    letter = text("H" if high else "L", 18, 31, anchor="middle", size=19, font_weight="bold", fill=colour)
    tip, tail = (15, 33) if high else (33, 15)
    step = 5 if high else -5
    arrow = [
        line(32, tail, 32, tip, stroke=colour, stroke_width=3),
        line(32, tip, 27, tip + step, stroke=colour, stroke_width=3),
        line(32, tip, 37, tip + step, stroke=colour, stroke_width=3),
    ]
    return _icon(identity, colour, f"Variation: {word.lower()}, {'high' if high else 'low'}", letter, *arrow)


def assurance_icon(identity: str, judgement: Judgement) -> Icon | None:
    """None where there is no target, or nothing to be better at."""
    if judgement.assurance is Assurance.NONE:
        return None
    colour, letter, words = _ASSURANCE[judgement.assurance]
    drawn = text(letter, SIZE / 2, 31, anchor="middle", size=20, font_weight="bold", fill=colour)
    target = line(8, 37, 40, 37, stroke=INK, stroke_width=1.5, stroke_dasharray="5 3")
    return _icon(identity, colour, words, drawn, target)


def _icon(identity: str, colour: str, words: str, *drawn: str) -> Icon:
    ring = element("circle", cx=SIZE / 2, cy=SIZE / 2, r=SIZE / 2 - 3, fill=PAPER, stroke=colour, stroke_width=4)
    title = element("title", escape(words), id=f"{identity}-title")
    svg = element(
        "svg", title, ring, *drawn,
        xmlns="http://www.w3.org/2000/svg", id=identity, class_="gt-icon", role="img",
        aria_labelledby=f"{identity}-title", viewBox=f"0 0 {SIZE} {SIZE}", width=SIZE, height=SIZE, font_family=FONT,
    )  # fmt: skip
    return Icon(words, svg)
