"""What visits judged, kept as observations."""

from datetime import date

import pytest

from goldenthread.foundation.ledger.reads import SYSTEM, lines
from goldenthread.improve.inspections import writes
from goldenthread.measure.indicators import reads as observed
from goldenthread.measure.indicators.models import Observation
from tests.factories import inspections, people

CODE = "weaknesses_with_sufficient_progress"
pytestmark = pytest.mark.django_db


def kept():
    return writes.keep_figures(area=people.area(), by=SYSTEM, on=people.TODAY)


def test_eight_of_twelve_is_two_thirds_on_the_day_of_the_visit():
    inspections.revisit(inspections.twelve_weaknesses())

    first, second = kept(), kept()

    (found,) = observed.several(people.area(), [CODE], people.TODAY)[CODE]
    assert (found.numerator, found.denominator, round(found.value, 1)) == (8, 12, 66.7)
    assert (found.every, found.period_end, found.source) == ("day", date(2021, 11, 1), "A letter")
    assert (first, second) == (1, 0)
    assert lines().filter(what="figures of visits counted").count() == 1


def test_a_judgement_changed_later_is_a_restatement():
    visit = inspections.revisit(inspections.twelve_weaknesses())
    kept()
    judgement = visit.judgements.filter(sufficient_progress=False).first()
    writes.judge_finding(finding=judgement.finding, revisit=visit, sufficient_progress=True, by=SYSTEM, on=people.TODAY)

    assert kept() == 1

    old = Observation.objects.get(replaced_by__isnull=False)
    assert (old.numerator, old.replaced_by.numerator) == (8, 9)


def test_an_inspection_that_judged_nothing_has_no_figure():
    inspections.full_inspection()

    assert kept() == 0
