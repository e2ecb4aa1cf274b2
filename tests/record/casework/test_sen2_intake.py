"""The SEN2 return becomes casework: recognised again, later facts winning, undone exactly."""

from datetime import date
from itertools import permutations

import pytest
from django_scopes import scopes_disabled

from goldenthread.foundation.intake import reads, writes
from goldenthread.foundation.intake.journal import image
from goldenthread.foundation.intake.models import State
from goldenthread.foundation.intake.source import Refused
from goldenthread.foundation.ledger.reads import SYSTEM
from goldenthread.record.casework.facts_out import people_facts
from goldenthread.record.casework.models import (
    AnnualReview,
    Assessment,
    AssessmentRequest,
    Child,
    EHCPlan,
    NamedSetting,
    Need,
    Placement,
)
from tests.factories import people
from tests.factories.casework import (
    ON,
    a_plan,
    assessed,
    collect_upload,
    planned,
    sen2_person,
    upload,
    upn,
    waiting,
    xml_upload,
)

pytestmark = pytest.mark.django_db
MODELS = (Child, AssessmentRequest, Assessment, EHCPlan, NamedSetting, Placement, Need, AnnualReview)


def bring(file, commit=True, area=None):
    batch = writes.receive(area=area or people.area(), upload=file, by=SYSTEM, on=ON)
    understanding = writes.understand(batch=batch, by=SYSTEM, on=ON)
    if commit and understanding:
        writes.commit(batch=batch, by=SYSTEM, on=ON, understanding=understanding)
    return batch


def held():
    with scopes_disabled():
        return {model.__name__: sorted(map(str, map(image, model.objects.all()))) for model in MODELS}


def counted(batch):
    return {each.kind: (each.added, each.changed, each.unchanged) for each in reads.counts(batch)}


@pytest.mark.parametrize("file", [xml_upload, collect_upload])
def test_a_return_is_recognised_and_committed_whole(file):
    review = {"reviewmeeting": "2025-11-04", "reviewoutcome": "M", "lastreview": "2025-11-25"}

    batch = bring(file(sen2_person(1, planned(**review)), sen2_person(2, waiting()), sen2_person(3, assessed())))

    assert (batch.state, batch.source, batch.facts["year"]) == (State.COMMITTED, "sen2", "2026")
    with scopes_disabled():
        plan = EHCPlan.objects.get()
        assert [child.key for child in Child.objects.order_by("pk")] == [f"UPN:{upn(number)}" for number in (1, 2, 3)]
        assert (plan.issued_on, plan.active_on, plan.request.decided_on) == (
            date(2025, 7, 15), date(2026, 1, 15), date(2025, 4, 8),
        )  # fmt: skip
        assert [(each.meeting_on, each.outcome, each.decided_on) for each in plan.reviews.all()] == [
            (date(2025, 11, 4), "M", date(2025, 11, 25))
        ]
        assert [need.kind for need in plan.needs.all()] == ["ASD"]
        assert [place.urn for place in plan.placements.all()] == ["100001"]
        assert [named.urn for named in plan.named.all()] == ["100001"]


def test_a_preview_counts_and_writes_nothing():
    batch = bring(xml_upload(sen2_person(1, planned())), commit=False)

    assert counted(batch)["Children"] == (1, 0, 0)
    assert counted(batch)["EHC plans"] == (1, 0, 0)
    assert held() == {model.__name__: [] for model in MODELS}


def test_the_same_file_again_adds_nothing():
    file = xml_upload(sen2_person(1, planned()), sen2_person(2, waiting()))
    bring(file)
    before = held()

    again = bring(file)

    assert held() == before
    assert counted(again)["Children"] == (0, 0, 2)
    assert again.journal.count() == 0


def test_later_facts_win_whatever_the_order_of_the_files():
    def files(area):
        later = planned("2024-11-04", "2024-12-10", "2025-03-20", need="ASD", urn="100002")
        return (
            xml_upload(sen2_person(1, waiting("2024-11-04")), year=2025, area=area),
            xml_upload(sen2_person(1, planned("2024-11-04", "2024-12-10", "2025-03-20", need="MLD")), area=area),
            collect_upload(sen2_person(1, later), reference_date="2026-10-31", area=area),
        )

    outcomes = []
    for number, order in enumerate(permutations(range(3))):
        area = people.area(f"99{number}")
        for file in (files(area.code)[index] for index in order):
            bring(file, area=area)
        (facts,) = people_facts(area)
        outcomes.append(
            (facts.cases[0].decision, facts.cases[0].issued_on, facts.cases[0].needs, len(facts.cases[0].placements))
        )

    assert set(outcomes) == {("Y", date(2025, 3, 20), ((1, "ASD"),), 2)}


def test_a_child_who_gains_a_number_is_the_same_child():
    bring(xml_upload(sen2_person(1, waiting("2024-11-04"), upn=None, upnunknown="UN1"), year=2025))

    bring(xml_upload(sen2_person(1, assessed("2024-11-04", "2024-12-10"))))

    with scopes_disabled():
        assert [child.key for child in Child.objects.all()] == [f"UPN:{upn(1)}"]
        assert AssessmentRequest.objects.get().outcome == "Y"


def test_children_without_numbers_are_told_apart_by_name_and_birth():
    nobody = {"upn": None, "upnunknown": "UN1", "personbirthdate": "2022-06-01"}
    bring(xml_upload(*[sen2_person(number, waiting("2024-11-04"), **nobody) for number in (1, 2)], year=2025))

    moved_house = sen2_person(2, waiting("2024-11-04"), **{**nobody, "postcode": "MR9 9ZZ"})
    batch = bring(xml_upload(moved_house))

    assert counted(batch)["Children"] == (0, 1, 0)
    assert Child.objects.with_scope(area=people.area()).count() == 2


def test_a_contradiction_is_listed_and_the_later_fact_kept():
    bring(xml_upload(sen2_person(1, assessed("2024-11-04", "2024-12-10")), year=2025))

    batch = bring(xml_upload(sen2_person(1, assessed("2024-11-04", "2024-12-12"))))

    found = [problem for problem in reads.problems(batch) if problem.code == "M01"]
    assert [(problem.severity, problem.value) for problem in found] == [("query", "2024-12-12")]
    with scopes_disabled():
        assert AssessmentRequest.objects.get().decided_on == date(2024, 12, 12)


def test_a_case_decided_before_the_period_keeps_what_was_known_of_it():
    bring(xml_upload(sen2_person(1, assessed("2023-11-06", "2023-12-12")), year=2024))

    bring(xml_upload(sen2_person(1, {**waiting("2023-11-06"), "requestoutcome": "H"}), year=2026))

    with scopes_disabled():
        request = AssessmentRequest.objects.get()
        assert (request.outcome, request.decided_on) == ("Y", date(2023, 12, 12))


def test_faulty_people_are_kept_aside_and_the_good_are_committed():
    wrong = assessed("2025-03-03", "2025-02-31")

    batch = bring(xml_upload(sen2_person(1, planned()), sen2_person(2, wrong)))

    assert (batch.facts["ready"], batch.facts["refused"]) == (1, 1)
    assert [(each.row > 0, each.column, each.value) for each in reads.problems(batch).filter(severity="error")] == [
        (True, "requestoutcomedate", "2025-02-31")
    ]
    with scopes_disabled():
        assert [child.upn for child in Child.objects.all()] == [upn(1)]


def test_a_truncated_file_offers_what_came_before_the_break():
    whole = xml_upload(*[sen2_person(number, waiting()) for number in range(1, 6)])
    with whole.open() as stream:
        content = stream.read()

    batch = bring(upload(content[: content.rindex(b"<UPN>")]))

    assert batch.facts["ready"] == 4
    assert [problem.code for problem in reads.problems(batch).filter(row=0, severity="error")] == ["F00"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"<Message><Header/></Message>", "year"),
        (b"<?xml version='1.0'?><Root/>", "Root"),
        (b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><Message>&b;</Message>", "DOCTYPE"),
        (b"<?xml version='1.0'?>nothing", "not XML"),
    ],
)
def test_a_wrong_file_gets_its_sentence_and_changes_nothing(content, said):
    batch = bring(upload(content))

    assert batch.state == State.REFUSED
    assert said in batch.refusal
    assert batch.refusal.endswith(".")
    assert held()["Child"] == []


def test_another_areas_return_is_refused():
    batch = bring(xml_upload(sen2_person(1, waiting()), area="885"))

    assert batch.refusal == (
        "This return is of the area 885, and you work in Marlshire (999). Choose your own area's return."
    )


def test_undo_puts_everything_back_as_it_was():
    bring(xml_upload(sen2_person(1, waiting("2024-11-04")), year=2025))
    before = held()
    second = bring(
        xml_upload(sen2_person(1, planned("2024-11-04", "2024-12-10", "2025-03-20")), sen2_person(2, waiting()))
    )
    assert held() != before

    writes.undo(batch=second, by=SYSTEM, on=ON, why="The wrong file.")

    assert held() == before
    assert second.state == State.UNDONE


def test_undo_is_refused_while_a_later_batch_stands_on_it():
    first = bring(xml_upload(sen2_person(1, waiting("2024-11-04")), year=2025))
    bring(xml_upload(sen2_person(1, assessed("2024-11-04", "2024-12-10"))))
    before = held()

    with pytest.raises(Refused, match="Undo that batch first"):
        writes.undo(batch=first, by=SYSTEM, on=ON, why="The wrong file.")

    assert held() == before


def test_undo_is_refused_when_a_case_was_changed_by_hand():
    batch = bring(xml_upload(sen2_person(1, waiting())))
    with scopes_disabled():
        AssessmentRequest.objects.update(source="2")

    with pytest.raises(Refused, match="changed by hand"):
        writes.undo(batch=batch, by=SYSTEM, on=ON, why="The wrong file.")


def test_undo_is_refused_when_work_hangs_on_what_it_would_delete():
    batch = bring(xml_upload(sen2_person(1, waiting())))
    with scopes_disabled():
        a_plan(Child.objects.get())

    with pytest.raises(Refused, match="Work has been recorded"):
        writes.undo(batch=batch, by=SYSTEM, on=ON, why="The wrong file.")


def test_two_areas_never_meet():
    bring(xml_upload(sen2_person(1, waiting())))
    other = people.area("885")
    batch = writes.receive(area=other, upload=xml_upload(sen2_person(1, waiting()), area="885"), by=SYSTEM, on=ON)
    writes.understand(batch=batch, by=SYSTEM, on=ON)

    writes.commit(batch=batch, by=SYSTEM, on=ON)

    assert [Child.objects.with_scope(area=area).count() for area in (people.area(), other)] == [1, 1]
    assert counted(batch)["Children"] == (1, 0, 0)
