from datetime import date

import pytest

from goldenthread.foundation.ledger.reads import SYSTEM
from goldenthread.improve.inspections import reads, writes
from tests.factories import inspections, people

pytestmark = pytest.mark.django_db
ON = people.TODAY


def test_twelve_are_eight_sufficient_and_four_not() -> None:
    first = inspections.twelve_weaknesses()
    inspections.revisit(first)

    areas = reads.areas_to_answer(first, ON)

    assert [one.finding.number for one in areas] == list(range(1, 13))
    assert [one.finding.number for one in areas if not one.sufficient] == list(inspections.STILL_TO_IMPROVE)


def test_a_visit_without_findings_of_its_own_is_answered_by_those_that_it_judged() -> None:
    first = inspections.twelve_weaknesses()
    visit = inspections.revisit(first)

    areas = reads.areas_to_answer(visit, ON)

    assert [one.finding for one in areas] == list(first.findings.all())


def test_the_latest_visit_decides_and_one_after_the_day_does_not_count() -> None:
    first = inspections.twelve_weaknesses()
    inspections.revisit(first)
    later = inspections.inspection("monitoring", date(2023, 2, 6))
    weakness = first.findings.get(number=2)
    writes.judge_finding(finding=weakness, revisit=later, sufficient_progress=True, by=SYSTEM, on=ON)

    then, now = (
        next(one for one in reads.areas_to_answer(first, day) if one.finding == weakness)
        for day in (date(2022, 1, 1), ON)
    )

    assert (then.sufficient, [str(one) for one in now.judgements], now.sufficient) == (
        False, ["Not yet sufficient progress", "Sufficient progress"], True,
    )  # fmt: skip


def test_a_repeated_finding_carries_its_history() -> None:
    first = inspections.twelve_weaknesses()
    inspections.revisit(first)
    weakness = first.findings.get(number=7)
    full = inspections.full_inspection(repeats=weakness)

    again = reads.areas_to_answer(full, ON)[0]

    assert [(one.finding, str(one.latest)) for one in again.before] == [(weakness, "Not yet sufficient progress")]


def test_every_finding_is_one_question_however_many_there_are(django_assert_num_queries) -> None:
    area = people.area()
    with django_assert_num_queries(1):
        none = reads.every_area_to_answer(area, ON)
    first = inspections.twelve_weaknesses()
    inspections.revisit(first)
    inspections.full_inspection(repeats=first.findings.get(number=3))

    with django_assert_num_queries(1):
        found = reads.every_area_to_answer(area, ON)

    assert (len(none), len(found)) == (0, 15)
