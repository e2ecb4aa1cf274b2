"""What improvement rooms print of a measure is never without the figure that says what it leaves out."""

from datetime import date

import pytest

from goldenthread.improve.governance import reads as governance
from goldenthread.improve.governance.models import Claim
from goldenthread.improve.plans.measuring import Pair, measured
from tests.factories import people, plans
from tests.measure.indicators.made import keep, made

ON = people.TODAY
NEET, NOT_KNOWN = "send_16_17_neet", "send_16_17_not_known"
TITLE = "Young people of 16 and 17 with SEND whose activity is not known"
pytestmark = pytest.mark.django_db


def figures(*codes):
    start = date(2026, 9, 1)
    keep(*(made(people.area(), code, start, 90, 900) for code in codes))


def of_outcome(*, small_numbers=True):
    outcome = plans.theme().outcomes.create(ref="1A", sentence="Better.")
    outcome.measures.create(indicator=NEET)
    (found,) = measured(people.area(), [outcome], ON, small_numbers=small_numbers)[outcome.pk]
    return found.never_without


def test_a_measure_of_an_outcome_brings_its_pair():
    figures(NEET, NOT_KNOWN)

    sentence = "10.0 % (90 of 900 young people of 16 and 17 with SEND; September 2026)"
    assert of_outcome() == Pair(NOT_KNOWN, TITLE, sentence)


def test_a_pair_that_nobody_has_measured_is_said_to_be_missing():
    figures(NEET)

    assert of_outcome() == Pair(NOT_KNOWN, TITLE, "not measured: no figure has been supplied")


def test_a_pair_too_small_to_show_is_hidden_from_those_who_may_not_see_it():
    figures(NEET)
    keep(made(people.area(), NOT_KNOWN, date(2026, 9, 1), 3, 900))

    assert "3 of 900" not in of_outcome(small_numbers=False).sentence


def test_the_pair_is_asked_for_in_the_same_questions(django_assert_num_queries):
    figures(NEET, NOT_KNOWN)
    outcome = plans.theme().outcomes.create(ref="1A", sentence="Better.")
    outcome.measures.create(indicator=NEET)

    area = people.area()
    with django_assert_num_queries(3):  # its measures, every series, and the charts begun anew
        measured(area, [outcome], ON, small_numbers=True)


def test_the_figure_beside_a_claim_has_its_pair_of_the_same_period():
    figures(NEET, NOT_KNOWN)
    claim = Claim(area=people.area(), indicator=NEET, period="2026-09")

    found = governance.observed(claim, ON, small_numbers=True)

    assert found.never_without == (
        TITLE, "10.0 % (90 of 900 young people of 16 and 17 with SEND; September 2026)",
    )  # fmt: skip
