"""Day-to-day casework in the law's verbs: each step changes one thing and leaves one line."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from goldenthread.foundation.intake.source import Refused
from goldenthread.foundation.ledger import reads as ledger
from goldenthread.foundation.ledger.reads import SYSTEM
from goldenthread.record.casework import reads, writes
from goldenthread.record.casework.models import AnnualReview, Assessment, AssessmentRequest, EHCPlan
from tests.factories import people
from tests.factories.casework import ON, a_child, a_plan, a_request

pytestmark = pytest.mark.django_db
BY = {"by": SYSTEM, "on": ON}


def lines(child):
    return [line.what for line in ledger.lines(subject=reads.subject(child)).order_by("position")]


def test_a_case_goes_from_request_to_ceased_plan():
    child = a_child()

    request = writes.receive_request(
        child=child, received_on=date(2026, 1, 5), source=AssessmentRequest.Source.FAMILY, **BY
    )
    assessment = writes.agree_to_assess(request=request, decided_on=date(2026, 2, 16), **BY)
    plan = writes.finalise_plan(assessment=assessment, issued_on=date(2026, 5, 25), **BY)
    writes.cease_plan(plan=plan, ceased_on=date(2026, 8, 31), reason=EHCPlan.CeaseReason.NEEDS_MET, **BY)

    assert lines(child) == ["request received", "agreed to assess", "final plan issued", "plan ceased"]
    assert (request.outcome, assessment.outcome, plan.cease_reason) == ("Y", "Y", "2")


def test_a_refusal_that_was_overturned_keeps_its_day():
    request = a_request(received_on=date(2026, 1, 5))
    writes.refuse_to_assess(request=request, decided_on=date(2026, 2, 10), **BY)

    assessment = writes.agree_to_assess(request=request, decided_on=date(2026, 6, 1), **BY)

    assert (request.outcome, request.decided_on, assessment.outcome) == ("N", date(2026, 2, 10), "A")


def test_an_exception_shows_beside_the_clock_and_moves_no_date():
    request = a_request(received_on=date(2026, 9, 21))

    writes.record_exception(
        request=request, code="EX-PERS", from_on=date(2026, 10, 1), until_on=None, evidence="Letter of 2 October", **BY
    )

    case = reads.case(request.child.area, request.child.public_id, ON)
    assert "An exception was recorded" in case.next[0]
    assert "the family's date stays 2 November 2026" in case.next[0]


def test_a_review_is_recorded_first_as_a_meeting_then_with_its_decision():
    plan = a_plan()

    writes.record_review(plan=plan, meeting_on=date(2026, 5, 1), **BY)
    review = writes.record_review(
        plan=plan, meeting_on=date(2026, 5, 1), outcome="M", decided_on=date(2026, 5, 29), **BY
    )

    assert (review.outcome, review.decided_on) == ("M", date(2026, 5, 29))
    assert AnnualReview.objects.with_scope(area=people.area()).count() == 1


STEPS = [
    lambda r: writes.refuse_to_assess(request=r, decided_on=date(2025, 12, 31), **BY),
    lambda r: writes.receive_request(child=r.child, received_on=r.received_on, source="1", **BY),
    lambda r: writes.receive_request(child=r.child, received_on=date(2000, 1, 1), source="1", **BY),
    lambda r: writes.record_exception(request=r, code="EX-MOON", from_on=ON, until_on=None, evidence="", **BY),
    lambda r: writes.record_exception(
        request=r, code="EX-PERS", from_on=ON, until_on=date(2026, 1, 1), evidence="", **BY
    ),
]


@pytest.mark.parametrize("step", STEPS)
def test_a_step_that_cannot_be_is_refused_in_a_sentence_and_leaves_no_line(step):
    request = a_request(received_on=date(2026, 1, 5))

    with pytest.raises(Refused) as refused:
        step(request)

    assert str(refused.value).endswith(".")
    assert lines(request.child) == []


def test_what_was_decided_is_not_decided_again():
    request = a_request(received_on=date(2026, 1, 5))
    assessment = writes.agree_to_assess(request=request, decided_on=date(2026, 2, 1), **BY)
    writes.refuse_to_issue(assessment=assessment, decided_on=date(2026, 4, 1), **BY)

    for again in (
        lambda: writes.agree_to_assess(request=request, decided_on=date(2026, 2, 1), **BY),
        lambda: writes.refuse_to_assess(request=request, decided_on=date(2026, 2, 1), **BY),
        lambda: writes.refuse_to_issue(assessment=assessment, decided_on=date(2026, 4, 1), **BY),
        lambda: writes.finalise_plan(assessment=assessment, issued_on=date(2026, 5, 1), **BY),
    ):
        with pytest.raises(Refused, match="Nothing was changed"):
            again()


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: a_request(outcome="Y"),
        lambda: a_request(received_on=date(2026, 2, 1), outcome="Y", decided_on=date(2026, 1, 1)),
        lambda: a_plan(received_on=date(2025, 1, 6), issued_on=None),
        lambda: EHCPlan.objects.create(
            request=a_request(), issued_on=date(2026, 2, 1), ceased_on=date(2026, 1, 1), known_on=ON
        ),
        lambda: Assessment.objects.create(request=a_request(), outcome="N", known_on=ON),
    ],
)
def test_the_database_itself_refuses_what_cannot_be(wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        wrong()
