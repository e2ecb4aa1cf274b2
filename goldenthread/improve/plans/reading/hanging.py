"""What hangs on an action in its own row: its outcome, evidence, milestone, remedy and what it waits for."""

import re
from collections.abc import Sequence
from datetime import date

from goldenthread.improve.plans.reading.content import (
    EvidenceLine,
    MilestoneLine,
    OutcomeLine,
    PlanContent,
    RemedyLine,
)
from goldenthread.improve.plans.reading.rows import Row

CODE = re.compile(r"[a-z][a-z0-9_]+")
REF = re.compile(r"[A-Za-z]{0,3}\d+[.\d]*[A-Za-z]?")


def outcome_of(row: Row, theme: int, content: PlanContent, explained: set[str]) -> str:
    """A reference that the sheet of outcomes explains; else the sentence itself becomes an outcome of the theme."""
    said = row.text("outcome")
    if not said or said in explained:
        return said
    if REF.fullmatch(said):
        row.say(
            "PLAN-OUTCOME",
            "query",
            f"No sheet says what the outcome {said} is. The action is taken without it.",
            "outcome",
            "Write the outcome as a sentence, or add a sheet called Outcomes.",
        )
        return ""
    sentence = row.cut("outcome", 400)
    mine = [each for each in content.outcomes if each.theme == theme]
    held = next((each for each in mine if each.sentence == sentence), None)
    if held is None:
        ref = f"{theme}{_letters(len(mine))}"
        held = OutcomeLine(ref=ref, theme=theme, sentence=sentence, measures=_measures(row))
        content.outcomes.append(held)
    return held.ref


def take_hanging(row: Row, ref: str, content: PlanContent) -> None:
    if row.text("evidence"):
        accepted = row.text("accepted_by"), row.exact_day("accepted_on")
        content.evidence.append(EvidenceLine(ref, row.text("evidence"), row.exact_day("captured"), *accepted))
    if title := row.cut("milestone", 200):
        due = _dated(row, "milestone", "milestone_due")
        if due is not None:
            content.milestones.append(MilestoneLine(ref, title, due, row.exact_day("milestone_reached")))
    if wording := row.text("remedy"):
        due = _dated(row, "remedy", "remedy_due")
        if due is not None:
            approved = row.cut("approved_by", 120), row.exact_day("approved_on")
            content.remedies.append(RemedyLine(ref, wording, row.cut("remedy_owner", 120), due, *approved))
    content.dependencies += [(ref, needs) for needs in split(row.text("depends_on"))]


def split(words: str) -> Sequence[str]:
    return [part.strip() for part in re.split(r"[,;\n]", words) if part.strip()]


def _dated(row: Row, name: str, day: str) -> date | None:
    found = row.exact_day(day)
    if found is None:
        row.say(
            "PLAN-UNDATED",
            "query",
            "This has no date that can be read, so it is left out. Its words are kept with the row as the file has it.",
            name,
            "Give it a date, and bring the file again.",
        )
    return found


def _measures(row: Row) -> tuple[str, ...]:
    said = split(row.text("measure"))
    for words in said:
        if not CODE.fullmatch(words):
            row.say(
                "PLAN-MEASURE",
                "query",
                f"The measure “{words[:60]}” is not the code of one that is counted here, so this outcome stands "
                "as not measured.",
                "measure",
                "Choose a measure from the page Measures and write its code.",
            )
    return tuple(words for words in said if CODE.fullmatch(words))


def _letters(place: int) -> str:
    """A, B … Z, AA."""
    return (_letters(place // 26 - 1) if place >= 26 else "") + chr(ord("A") + place % 26)
