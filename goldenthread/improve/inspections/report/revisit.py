"""Reads the letter of a revisit: for each weakness, whether progress was sufficient, in the letter's own words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from .document import NotAReport, Report, ReportJudgement
from .letters import MARK, opening, paragraphs

PROGRESS = r"The (?:local )?area has (?P<not>not )?(?:yet )?made sufficient progress"
VERDICT = re.compile(
    rf"{PROGRESS} (?:in addressing|to address|to improve|in improving) (?:this|these) "
    r"(?:significant |serious )?(?:areas? of )?(?:significant |serious )?weakness(?:es)?\.?"
)
OVERALL = re.compile(rf"{PROGRESS} in addressing (?!this|these)[^.]*\.")
STATED = re.compile(r"in addressing (\w+) of the (\w+) (?:areas of )?significant weakness", re.IGNORECASE)
CLOSING = re.compile(r"^As (?:the|this) (?:local )?area has\b", re.MULTILINE | re.IGNORECASE)
NUMBERS = (
    "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip


def read_revisit_letter(text: str, file_name: str) -> Report:
    """Raises NotAReport, also where what the letter says overall is not what its judgements add up to."""
    letter = opening(text, file_name)
    body = "\n".join(paragraphs(text))
    judgements = tuple(_judgements(body))
    if not judgements:
        raise NotAReport(
            "“The area has made (or: has not made) sufficient progress in addressing this area of weakness” is nowhere "
            "in the letter. Give the whole of it, or record the revisit by hand."
        )
    _add_up(body, judgements)
    overall = " ".join(_evened(found[0]) for found in OVERALL.finditer(body))
    return replace(letter, kind="revisit", outcome_text=overall, judgements=judgements)


def _judgements(body: str) -> Iterator[ReportJudgement]:
    verdicts = list(VERDICT.finditer(body))
    marks = list(_marks(body, verdicts))
    closing = CLOSING.search(body, verdicts[-1].end()) if verdicts else None
    ends = [*(mark.start() for mark in marks[1:]), closing.start() if closing else len(body)]
    for mark, verdict, end in zip(marks, verdicts, ends, strict=False):
        yield ReportJudgement(
            number=int(mark["number"]) if mark["number"] else None,
            text=_evened(body[mark.end() : verdict.start()]),
            sufficient_progress=verdict["not"] is None,
            note=_evened(body[verdict.end() : end]),
        )


def _marks(body: str, verdicts: Sequence[re.Match[str]]) -> Iterator[re.Match[str]]:
    """Where each weakness begins that is judged: the last mark since the judgement before. Where the first has a number
    all must: a bullet may stand in what is said of the weakness before.
    """
    numbered, since = False, 0
    for place, verdict in enumerate(verdicts):
        found = [mark for mark in MARK.finditer(body, since, verdict.start()) if mark["number"] or not numbered]
        if not found:
            before = _evened(body[: verdict.start()])[-60:]
            raise NotAReport(
                f"No number or bullet stands before the weakness that is judged in “{verdict[0]}” after “…{before}”. "
                "Put one before each weakness and bring the letter again."
            )
        numbered = numbered or (place == 0 and found[-1]["number"] is not None)
        since = verdict.end()
        yield found[-1]


def _add_up(body: str, judgements: tuple[ReportJudgement, ...]) -> None:
    found = STATED.search(body)
    if found is None or {found[1].lower(), found[2].lower()} - set(NUMBERS):
        return
    sufficient = sum(judgement.sufficient_progress for judgement in judgements)
    if (NUMBERS.index(found[1].lower()), NUMBERS.index(found[2].lower())) != (sufficient, len(judgements)):
        raise NotAReport(
            f"The letter says that progress was sufficient on {found[1]} of {found[2]} weaknesses, and {sufficient} of "
            f"{len(judgements)} were found in it. Look for a judgement in other words, or for a page that is missing."
        )


def _evened(words: str) -> str:
    return " ".join(words.split())
