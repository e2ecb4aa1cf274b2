"""The letters of the first cycle through the front door: received, understood, committed, undone."""

import io
from pathlib import Path

import pytest

import goldenthread
from goldenthread.foundation.intake import writes as intake
from goldenthread.foundation.intake.models import Batch
from goldenthread.foundation.intake.source import Refused, Understanding, Upload
from goldenthread.foundation.ledger import reads as ledger
from goldenthread.improve.inspections import reads, writes
from goldenthread.improve.inspections.models import Finding, Inspection, Judgement
from tests.factories import people

from .first_cycle import FIRST, REVISIT

pytestmark = pytest.mark.django_db
ON = people.TODAY
MARLSHIRE = Path(goldenthread.__path__[0]) / "config" / "synth" / "data" / "inspections"


def understand(text: str) -> tuple[Batch, Understanding | None]:
    content = text.encode()
    upload = Upload("letter.txt", len(content), lambda: io.BytesIO(content))
    batch = intake.receive(area=people.area(), upload=upload, by=ledger.SYSTEM, on=ON)
    return batch, intake.understand(batch=batch, by=ledger.SYSTEM, on=ON)


def bring(text: str) -> Batch:
    batch, understanding = understand(text)
    intake.commit(batch=batch, by=ledger.SYSTEM, on=ON, understanding=understanding)
    return batch


def test_the_three_of_marlshire_come_in_and_surface_side_by_side() -> None:
    for name in ("inspection_2018.txt", "revisit_2021.txt", "inspection_2024.txt"):
        bring((MARLSHIRE / name).read_text(encoding="utf-8"))

    last = reads.latest(people.area())

    assert last is not None
    assert Finding.objects.filter(kind="significant_weakness").count() == 12
    assert sorted(Judgement.objects.values_list("sufficient_progress", flat=True)) == [False] * 4 + [True] * 8
    assert Inspection.objects.get(kind="revisit").framework == Inspection.Framework.FIRST_CYCLE
    assert [(str(pair.finding), str(pair.earlier)) for pair in reads.similar_findings(last)][:3] == [
        ("Area for priority action 1", "Area of significant weakness 2"),
        ("Area for priority action 2", "Area of significant weakness 3"),
        ("Area for priority action 3", "Area of significant weakness 7"),
    ]


def test_a_revisit_is_undone_alone_and_what_it_judged_is_not_undone_under_it() -> None:
    first = bring(FIRST)
    revisit = bring(REVISIT)

    with pytest.raises(Refused, match="Nothing was undone"):
        intake.undo(batch=first, by=ledger.SYSTEM, on=ON, why="The wrong letter.")
    intake.undo(batch=revisit, by=ledger.SYSTEM, on=ON, why="The wrong letter.")
    intake.undo(batch=first, by=ledger.SYSTEM, on=ON, why="The wrong letter.")

    assert (Inspection.objects.count(), Finding.objects.count(), Judgement.objects.count()) == (0, 0, 0)


def test_a_repeat_that_a_person_linked_is_not_undone_unseen() -> None:
    first = bring((MARLSHIRE / "inspection_2018.txt").read_text(encoding="utf-8"))
    bring((MARLSHIRE / "inspection_2024.txt").read_text(encoding="utf-8"))
    writes.link_repeat(
        finding=Finding.objects.get(kind="priority_action", number=3),
        earlier=Finding.objects.get(kind="significant_weakness", number=7), by=ledger.SYSTEM, on=ON,
    )  # fmt: skip

    with pytest.raises(Refused, match="Nothing was undone"):
        intake.undo(batch=first, by=ledger.SYSTEM, on=ON, why="The wrong letter.")

    assert Finding.objects.get(kind="priority_action", number=3).repeats is not None


def test_a_weakness_that_is_not_found_is_kept_aside_and_one_without_a_judgement_is_asked_about() -> None:
    bring(FIRST)

    _, understanding = understand(REVISIT.replace("Plans that are not issued in time", "Transport to college"))

    assert understanding is not None
    assert (understanding.ready, understanding.refused) == (2, 1)
    assert [(p.code, p.severity, p.row, p.message) for p in understanding.problems] == [
        (
            "INS2", "error", 2,
            "The weakness “Transport to college.” is not among those of the first-cycle inspection of March 2018.",
        ),
        (
            "INS4", "query", 2,
            "The letter does not judge weakness 2, “plans that are not issued in time”, of the first-cycle inspection "
            "of March 2018.",
        ),
    ]  # fmt: skip


def test_a_number_that_differs_is_asked_about_and_the_words_decide() -> None:
    bring(FIRST)
    swapped = REVISIT.replace("1. The length", "2. The length").replace("2. Plans", "1. Plans")

    _, understanding = understand(swapped)

    assert understanding is not None
    assert (understanding.ready, understanding.refused) == (3, 0)
    assert [problem.message for problem in understanding.problems] == [
        "The letter’s number 2 is number 1 of the inspection: its words say so.",
        "The letter’s number 1 is number 2 of the inspection: its words say so.",
    ]


def test_a_revisit_before_its_inspection_is_refused() -> None:
    batch, understanding = understand(REVISIT)

    assert understanding is None
    assert batch.refusal == writes.NOTHING_TO_JUDGE


def test_the_same_letter_again_adds_nothing() -> None:
    bring(FIRST)
    bring(REVISIT)

    batch = bring(REVISIT)

    assert [(c["kind"], c["added"], c["unchanged"]) for c in batch.counts] == [
        ("Inspections", 0, 1), ("Judgements", 0, 3),
    ]  # fmt: skip
    assert Judgement.objects.count() == 3


def test_another_areas_letter_is_refused_by_name() -> None:
    _, understanding = understand(FIRST.replace("in Marlshire\n", "in Borsetshire\n"))

    assert understanding is not None
    assert (understanding.ready, understanding.refused) == (0, 3)
    assert [problem.code for problem in understanding.problems] == ["INS1"]
