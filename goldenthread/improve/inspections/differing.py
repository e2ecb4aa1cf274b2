"""Two sources of one inspection beside each other: whatever they do not say alike is said, never settled in silence."""

import re
from collections.abc import Iterator, Sequence

from goldenthread.rules.problems import Problem

from .models import Finding, Inspection
from .report.document import Report, ReportFinding

SHOWN = 120  # characters of a finding
NUMBERED = re.compile(r"^\d{1,2}\. ")


def differing(report: Report, held: Inspection, findings: Sequence[Finding]) -> Iterator[Problem]:
    """What a report says otherwise than the inspection that is recorded already, from another source."""
    for field in ("ended_on", "published_on", "outcome"):
        said, kept = getattr(report, field), getattr(held, field)
        if said != kept and said is not None:
            yield _otherwise(field.removesuffix("_on"), str(said), str(kept if kept is not None else "not recorded"))
    for kind in Finding.Kind:
        yield from _of_kind(kind, report.of_kind(kind), [each for each in findings if each.kind == kind])


def _of_kind(kind: Finding.Kind, said: Sequence[ReportFinding], held: Sequence[Finding]) -> Iterator[Problem]:
    if len(said) != len(held):
        yield _otherwise(kind.label, f"{len(said)} findings", f"{len(held)} findings")
    known = {letters(each.text) for each in held}
    for one in said:
        if letters(one.text) not in known:
            yield Problem(
                "INS7",
                "query",
                f"{kind.label} {one.number}, “{_short(one.text)}”, is not one of those recorded, in these words.",
                "finding",
                row=one.number,
                value=one.text,
                what_to_do="It may be cut elsewhere. Compare the printed report; the recorded finding is kept.",
            )


def letters(text: str) -> str:
    """A finding's words alone: two sources break lines, hyphens and numbers differently."""
    return "".join(NUMBERED.sub("", text).replace("-", "").split())


def _otherwise(what: str, said: str, held: str) -> Problem:
    return Problem(
        "INS6",
        "query",
        f"{what.capitalize()}: this file says {said}, and the inspection recorded from another source says {held}.",
        "inspection",
        column=what.lower(),
        value=said,
        what_to_do="What is recorded is kept. If this file is right, undo the other batch first.",
    )


def _short(words: str) -> str:
    return words if len(words) <= SHOWN else f"{words[:SHOWN].rstrip()}…"
