"""Partners' figures, through the door that every file comes in by."""

from datetime import date

import pytest

from goldenthread.foundation.intake import reads as batches
from goldenthread.foundation.intake import writes as intake
from goldenthread.foundation.ledger.reads import SYSTEM
from goldenthread.measure.indicators import reads
from goldenthread.measure.indicators.goodwill import Response, response
from goldenthread.measure.indicators.intake.partner import source
from goldenthread.measure.indicators.models import Observation
from tests.factories import casework, people

ON = date(2026, 10, 31)
WAITS, SUSPENSIONS = "therapy_waits_over_18_weeks", "suspensions_send"
HEAD = "indicator,period_start,period_end,cohort,place,numerator,denominator,source,status,note"
GOOD = f"{WAITS},2026-03-01,2026-03-31,all SEND,999,490,1000,The trust,final,"
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def brought(*rows, head=HEAD):
    area = people.area()
    upload = casework.upload("\n".join([head, *rows]).encode(), "figures.csv")
    batch = intake.receive(area=area, upload=upload, by=SYSTEM, on=ON)
    intake.understand(batch=batch, by=SYSTEM, on=ON)
    return batch


def committed(*rows):
    batch = brought(*rows)
    intake.commit(batch=batch, by=SYSTEM, on=ON)
    return batch


def test_a_good_row_becomes_a_figure_with_its_interval_and_source():
    committed(GOOD)

    (found,) = reads.area_level(people.area(), [WAITS], ON)
    assert (found.numerator, found.denominator, found.value, found.every) == (490, 1000, 49, "month")
    assert found.lower < 49 < found.upper
    assert (found.source, found.snapshot) == ("The trust", None)


def test_a_school_is_a_place_and_an_academic_year_a_period():
    committed(f"{SUSPENSIONS},2025-09-01,2026-08-31,all SEND,100001,30,1000,Schools,final,")

    (found,) = reads.places(people.area(), SUSPENSIONS, "establishment", "year", ON)
    assert (found.place, found.value) == ("100001", 3)


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (GOOD.replace(WAITS, "nonsense"), "“nonsense” is not an indicator that partners supply."),
        (GOOD.replace(WAITS, "plans_in_force"), "“plans_in_force” is not an indicator that partners supply."),
        (GOOD.replace("2026-03-01", "31/02/2026"), "31/02/2026 is not a date."),
        (GOOD.replace("2026-03-01", ""), "The day is missing."),
        (GOOD.replace("2026-03-31", "2026-02-01"), "The period ends before it starts."),
        (GOOD.replace("490", "many"), "“many” is not a number."),
        (GOOD.replace("490", "-4"), "-4 cannot be a count."),
        (GOOD.replace("490", ""), "There is no figure and no symbol that says why."),
        (GOOD.replace("1000", "0"), "Nothing can be divided by 0."),
    ],
)
def test_a_bad_row_is_kept_aside_with_a_sentence(row, sentence):
    batch = brought(row, GOOD)

    (problem,) = batches.problems(batch)
    assert (problem.row, problem.message) == (2, sentence)
    assert problem.what_to_do.endswith(".")
    assert (batch.facts["ready"], batch.facts["refused"]) == (1, 1)


def test_a_file_without_a_needed_column_says_which():
    batch = brought(GOOD, head=HEAD.replace("denominator", "colour"))

    assert batch.state == "refused"


@pytest.mark.parametrize(("symbol", "status"), [("c", "suppressed"), ("x", "missing"), ("not supplied", "missing")])
def test_suppressed_and_missing_are_not_nought(symbol, status):
    committed(f"{WAITS},2026-03-01,2026-03-31,all SEND,999,,1000,The trust,{symbol},")

    (found,) = reads.area_level(people.area(), [WAITS], ON)
    assert (found.status, found.value, found.numerator) == (status, None, None)


def test_a_restated_file_replaces_with_its_reason():
    committed(GOOD)

    committed(GOOD.replace("490", "480") + "Recounted.")

    (old,) = reads.restatements(people.area(), WAITS)
    assert (old.numerator, old.replaced_by.numerator, old.replaced_by.why_replaced) == (490, 480, "Recounted.")


def test_a_restatement_without_a_reason_says_that_there_was_none():
    committed(GOOD)

    committed(GOOD.replace("490", "480"))

    (old,) = reads.restatements(people.area(), WAITS)
    assert old.replaced_by.why_replaced == "The partner sent another figure and gave no reason."


def test_the_same_file_twice_changes_nothing():
    committed(GOOD)

    again = brought(GOOD)

    (counted,) = batches.counts(again)
    assert (counted.added, counted.changed, counted.unchanged) == (0, 0, 1)


def test_undoing_a_restatement_brings_the_old_figure_back():
    committed(GOOD)
    batch = committed(GOOD.replace("490", "480") + "Recounted.")

    intake.undo(batch=batch, by=SYSTEM, on=ON, why="Wrong file.")

    (found,) = reads.area_level(people.area(), [WAITS], ON)
    assert (found.numerator, Observation.objects.count()) == (490, 1)


def test_a_doubtful_row_is_taken_and_stands_among_those_to_check():
    batch = brought(GOOD.replace(",final,", ",draft,"))

    (problem,) = batches.problems(batch)
    assert (problem.severity, problem.row, problem.value) == ("query", 2, "draft")
    assert (batch.facts["ready"], batch.facts["to_check"], batch.facts["refused"]) == (0, 1, 0)


def test_a_provisional_figure_that_becomes_final_is_the_same_figure_with_a_new_status():
    committed(GOOD.replace("final", "provisional"))

    committed(GOOD)

    (found,) = Observation.objects.filter(replaced_by=None)
    (before,) = Observation.objects.exclude(replaced_by=None)
    assert (before.detail, found.detail, before.value == found.value) == ({"release": "provisional"}, None, True)


def test_a_revised_figure_says_that_it_is():
    committed(GOOD)

    committed(GOOD.replace("490", "480").replace("final", "revised"))

    (found,) = Observation.objects.filter(replaced_by=None)
    assert found.why_replaced == "The partner calls this figure revised and gave no reason."


def test_a_figure_of_days_to_come_is_kept_aside():
    batch = brought(GOOD.replace("2026-03", "2027-03"))

    intake.commit(batch=batch, by=SYSTEM, on=ON)

    assert (batch.facts["refused"], Observation.objects.count()) == (1, 0)


def test_a_source_that_is_told_the_day_keeps_days_to_come_aside():
    upload = casework.upload(f"{HEAD}\n{GOOD.replace('2026-03', '2027-03')}".encode(), "figures.csv")

    found = source.understand_on(upload, people.area(), ON)

    assert [one.message for one in found.problems] == ["31 March 2027 is still to come."]
    assert (found.ready, found.refused) == (0, 1)


def test_who_sent_it_is_said_by_the_sender_or_counted_by_school():
    head = HEAD.replace("source", "asked,answered,source")
    row = f"{SUSPENSIONS},2026-03-01,2026-03-31,,999,287,13850,120,96,Schools,final,"
    upload = casework.upload(f"{head}\n{row}".encode(), "figures.csv")
    batch = intake.receive(area=people.area(), upload=upload, by=SYSTEM, on=ON)
    intake.understand(batch=batch, by=SYSTEM, on=ON)
    intake.commit(batch=batch, by=SYSTEM, on=ON)
    year = f"{SUSPENSIONS},2025-09-01,2026-08-31,all SEND"
    committed(f"{year},100001,30,1000,Schools,final,", f"{year},100002,,,Schools,not supplied,Asked three times")

    area = Observation.objects.get(level="area")
    schools = list(Observation.objects.filter(level="establishment"))

    assert response(area, schools) == Response(120, 96, counted=False)
    assert response(None, schools) == Response(2, 1, counted=True)
    assert response(None, schools).sentence == "1 of 2 who were asked sent it, by the rows that were sent; 1 did not."
    assert response(None, []) is None
