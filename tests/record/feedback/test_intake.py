"""Surveys and complaints come in as areas keep them; a row that was brought before is known again."""

from datetime import date

import pytest
from django_scopes.exceptions import ScopeError

from goldenthread.foundation.intake import reads as intake
from goldenthread.foundation.intake import writes
from goldenthread.foundation.ledger.reads import SYSTEM
from goldenthread.record.feedback import reads
from goldenthread.record.feedback.models import SurveyAnswer
from tests.factories import people
from tests.factories.casework import ON, upload

pytestmark = pytest.mark.django_db
SURVEY = "answered_on,child_age_band,need,question_code,question,answer"
LOG = "received_on,theme,stage,about,outcome,responded_on"


def bring(*lines, area=None):
    batch = writes.receive(area=area or people.area(), upload=upload("\n".join(lines).encode()), by=SYSTEM, on=ON)
    understanding = writes.understand(batch=batch, by=SYSTEM, on=ON)
    writes.commit(batch=batch, by=SYSTEM, on=ON, understanding=understanding)
    return batch


def counts(batch):
    return [(each.added, each.changed, each.unchanged, each.refused) for each in intake.counts(batch)]


def test_answers_in_words_and_figures_are_scores():
    batch = bring(
        SURVEY, '2026-10-01,5 to 10,ASD,experience,"How do you rate it?",Very good', "01/10/2026,,,experience,,2"
    )

    assert (batch.source, counts(batch)) == ("survey", [(2, 0, 0, 0)])
    assert list(reads.answers(people.area()).values_list("question", "score", "age_band", "need", "answered_on")) == [
        ("experience", 5, "5 to 10", "ASD", date(2026, 10, 1)),
        ("experience", 2, "", "", date(2026, 10, 1)),
    ]


def test_an_answer_left_blank_is_missing_and_not_zero():
    bring(SURVEY, "2026-10-01,,,experience,,")

    assert [answer.score for answer in reads.answers(people.area())] == [None]


def test_other_headings_are_understood():
    batch = bring("Date answered;Question;Rating", "1 Oct 2026;experience;4")

    assert (batch.source, counts(batch)) == ("survey", [(1, 0, 0, 0)])


def test_equal_answers_of_two_families_are_two_and_are_known_again():
    row = "2026-10-01,,,experience,,4"

    first, again = bring(SURVEY, row, row), bring(SURVEY, row, row, row)

    assert (counts(first), counts(again)) == ([(2, 0, 0, 0)], [(1, 0, 2, 0)])


def test_faults_of_a_survey_are_said_by_cell():
    batch = bring(
        SURVEY, "31/02/2026,,,experience,,4", "2026-10-01,,,experience,,9", ",,,experience,,4", "2026-10-01,,,,,4"
    )

    found = [(problem.row, problem.column, problem.value) for problem in intake.problems(batch)]
    assert found == [
        (2, "answered_on", "31/02/2026"), (3, "answer", "9"), (4, "answered_on", ""), (5, "question", ""),
    ]  # fmt: skip
    assert counts(batch) == [(0, 0, 0, 4)]


def test_a_complaint_answered_later_is_updated_and_undo_takes_the_answer_back():
    bring(LOG, "2026-09-01,Delay,Stage 1,Transport,,")
    answered = bring(LOG, "2026-09-01,Delay,Stage 1,Transport,Partially upheld,2026-09-30")

    (complaint,) = reads.complaints(people.area())
    assert counts(answered) == [(0, 1, 0, 0)]
    assert (complaint.stage, complaint.outcome, complaint.responded_on) == (1, "partly upheld", date(2026, 9, 30))
    writes.undo(batch=answered, by=SYSTEM, on=ON, why="A test.")
    complaint.refresh_from_db()
    assert (complaint.outcome, complaint.responded_on) == ("", None)


def test_faults_of_a_log_are_said_by_cell():
    batch = bring(LOG, "2026-09-01,Delay,9,,perhaps,", "2026-09-01,Delay,1,,,2026-08-01", "soon,Delay,1,,,")

    found = [(problem.severity, problem.row, problem.column) for problem in intake.problems(batch)]
    assert found == [
        ("query", 2, "stage"), ("query", 2, "outcome"), ("error", 3, "responded_on"), ("error", 4, "received_on"),
    ]  # fmt: skip
    assert counts(batch) == [(1, 0, 0, 2)]


def test_two_areas_hear_their_own_families():
    bring(SURVEY, "2026-10-01,,,experience,,4")

    assert [reads.answers(people.area(code)).count() for code in ("999", "885")] == [1, 0]
    with pytest.raises(ScopeError):
        SurveyAnswer.objects.count()
