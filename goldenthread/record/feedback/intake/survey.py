"""Answers to a survey of families: one answer to one question a row."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from goldenthread.foundation.intake.models import Batch
from goldenthread.foundation.intake.source import Counted, Journal, Preview, Understanding, Upload
from goldenthread.foundation.ledger.reads import Actor
from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.record.feedback.columns import Fingerprints, Table, looks_like, table
from goldenthread.record.feedback.models import SurveyAnswer

WANTED = {
    "answered_on": (
        "date answered",
        "answered",
        "date",
        "completed on",
        "submitted",
        "response date",
        "completion time",
    ),
    "code": ("question code", "question id", "item"),
    "question": ("question asked", "question text", "item wording"),
    "answer": ("score", "response", "rating", "reply"),
    "age_band": ("child age band", "child_age_band", "age of child", "age group"),
    "need": ("primary need", "child need", "type of need", "sen type"),
}
NEEDED = ("answered_on", "answer")  # and one of code or question
SCORES = {
    "very poor": 1, "poor": 2, "neither": 3, "neither good nor poor": 3, "fair": 3, "good": 4, "very good": 5,
    "strongly disagree": 1, "disagree": 2, "neither agree nor disagree": 3, "agree": 4, "strongly agree": 5,
}  # fmt: skip


@dataclass(frozen=True)
class Survey:
    code: str = "survey"
    title: str = "Experience survey"
    reads: str = (
        "A survey's answers as CSV or .xlsx: one answer a row, with the day, the question and the answer from 1 to 5."
    )
    template: tuple[str, ...] = ("answered_on", "question_code", "question", "answer", "child_age_band", "need")

    def recognises(self, upload: Upload) -> bool:
        return any(looks_like(upload, WANTED, (*NEEDED, name)) for name in ("code", "question"))

    def understand(self, upload: Upload, area: LocalArea) -> Understanding:  # noqa: ARG002  (the protocol)
        found = table(upload, "survey", WANTED, NEEDED)
        fingerprints = Fingerprints()
        rows = [row for number, cells in found.rows if (row := _answer(found, number, cells, fingerprints))]
        return Understanding(
            self.title, len(rows), found.rows_with("query"), found.rows_with("error"),
            problems=tuple(found.problems), facts={"columns": dict(found.columns)}, content=rows,
        )  # fmt: skip

    def preview(self, understanding: Understanding, area: LocalArea) -> Preview:
        new = len(_new(understanding.content, area))
        unchanged = len(understanding.content) - new
        return Preview((Counted("Survey answers", added=new, unchanged=unchanged, refused=understanding.refused),))

    def commit(self, understanding: Understanding, batch: Batch, journal: Journal, by: Actor, on: date) -> None:  # noqa: ARG002
        rows = [SurveyAnswer(area=batch.area, **row) for row in _new(understanding.content, batch.area)]
        journal.added_all(SurveyAnswer.objects.bulk_create(rows, batch_size=2_000))


def _answer(found: Table, number: int, cells: Any, fingerprints: Fingerprints) -> dict[str, Any] | None:
    answered_on = found.day(number, cells, "answered_on", "error")
    question, words = found.cell(cells, "code"), found.cell(cells, "question")
    question = question or words
    said = found.cell(cells, "answer")
    if not question:
        found.fault(number, "question", "", "The question is missing.", "Say which question was answered.", "error")
    if answered_on is None or not question:
        return None
    score = int(said) if said in ("1", "2", "3", "4", "5") else SCORES.get(said.lower())
    if score is None and said.lstrip("-").replace(".", "").isdigit():
        what_to_do = "Give a whole number from 1 (worst) to 5 (best), or leave the cell empty."
        found.fault(number, "answer", said, f"{said} is not a score from 1 to 5.", what_to_do, "error")
        return None
    age_band, need = found.cell(cells, "age_band")[:20], found.cell(cells, "need")[:40]
    return {
        "row_hash": fingerprints.of(answered_on, question, said, age_band, need),
        "answered_on": answered_on,
        "question": question[:80],
        "question_words": words[:300],
        "score": score,
        "words": "" if score else said,
        "age_band": age_band,
        "need": need,
    }


def _new(rows: list[dict[str, Any]], area: LocalArea) -> list[dict[str, Any]]:
    held = set(SurveyAnswer.objects.with_scope(area=area).values_list("row_hash", flat=True))
    return [row for row in rows if row["row_hash"] not in held]


source = Survey()
