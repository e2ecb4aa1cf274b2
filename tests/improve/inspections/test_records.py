"""Recording, judging, and bringing a report as a file."""

import io
from datetime import date

import pytest

from goldenthread.foundation.intake import writes as intake
from goldenthread.foundation.intake.source import Refused, Upload
from goldenthread.foundation.ledger import reads as ledger
from goldenthread.improve.inspections import reads, writes
from goldenthread.improve.inspections.intake.report_text import is_of, source
from goldenthread.improve.inspections.models import Finding, Inspection
from goldenthread.improve.inspections.report.reading import read_report
from tests.factories import people

from .letters import LETTER, NAME

pytestmark = pytest.mark.django_db
ON = people.TODAY
WEAKNESS = Finding.Kind.SIGNIFICANT_WEAKNESS


def record(text: str = LETTER) -> Inspection:
    return writes.record_inspection(area=people.area(), report=read_report(text, NAME), by=ledger.SYSTEM, on=ON)


def visit(kind: str, started_on: date, ended_on: date) -> Inspection:
    return writes.record_visit(
        area=people.area(),
        kind=kind,
        started_on=started_on,
        ended_on=ended_on,
        source_title="Letter",
        by=ledger.SYSTEM,
        on=ON,
    )


def upload(text: str = LETTER, name: str = NAME) -> Upload:
    content = text.encode()
    return Upload(name, len(content), lambda: io.BytesIO(content))


def test_a_recorded_report_keeps_its_words_its_source_and_one_ledger_line() -> None:
    inspection = record()

    assert (inspection.outcome, inspection.published_on, inspection.captured_on) == (3, date(2024, 3, 26), ON)
    assert inspection.source_text == LETTER
    assert [(f.kind, f.number) for f in reads.findings(inspection)] == [
        ("priority_action", 1), ("priority_action", 2), ("priority_action", 3), ("improvement", 1), ("improvement", 2),
    ]  # fmt: skip
    (line,) = ledger.lines(subject=f"inspection:{inspection.pk}")
    assert (line.what, line.area, line.detail["findings"]) == ("inspection recorded", "999", 5)


def test_the_same_report_again_changes_nothing() -> None:
    first, lines = record(), ledger.lines().count()

    assert record() == first
    assert (Inspection.objects.count(), Finding.objects.count(), ledger.lines().count()) == (1, 5, lines)


def test_another_text_for_the_same_days_is_refused() -> None:
    record()

    with pytest.raises(writes.CannotRecord, match="began on 29 January 2024 is recorded already"):
        record(LETTER + "\nAn added line.")


def test_a_later_visit_judges_a_finding_and_may_judge_again() -> None:
    finding = record().findings.first()
    revisit = visit("monitoring", date(2025, 9, 8), date(2025, 9, 10))
    said = {"finding": finding, "revisit": revisit, "by": ledger.SYSTEM, "on": ON}

    writes.judge_finding(**said, sufficient_progress=False)
    judgement = writes.judge_finding(**said, sufficient_progress=True, note="Waits are shorter.")

    assert (judgement.on, judgement.note, str(judgement)) == (
        date(2025, 9, 10),
        "Waits are shorter.",
        "Sufficient progress",
    )
    assert finding.judgements.count() == 1
    assert ledger.lines(what="finding judged").count() == 2


def test_an_earlier_visit_cannot_judge() -> None:
    finding, earlier = record().findings.first(), visit("revisit", date(2021, 11, 1), date(2021, 11, 3))

    with pytest.raises(writes.CannotRecord, match="Progress is judged by a later inspection"):
        writes.judge_finding(finding=finding, revisit=earlier, sufficient_progress=True, by=ledger.SYSTEM, on=ON)


def test_what_was_found_before_comes_up_beside_it() -> None:
    old = visit("first_cycle", date(2018, 3, 5), date(2018, 3, 9))
    for words in ("Waits for speech and language therapy and autism assessment.", "Variation in transport to college."):
        writes.add_finding(inspection=old, kind=WEAKNESS, text=words, by=ledger.SYSTEM, on=ON)
    new = record()

    (alike,) = reads.similar_findings(new)

    assert (str(alike.finding), str(alike.earlier)) == ("Area for priority action 1", "Area of significant weakness 1")


def test_a_linked_repeat_leads_whatever_its_words() -> None:
    old = visit("first_cycle", date(2018, 3, 5), date(2018, 3, 9))
    earlier = writes.add_finding(inspection=old, kind=WEAKNESS, text="Unlike words.", by=ledger.SYSTEM, on=ON)
    new = record()
    finding = new.findings.get(kind="improvement", number=2)

    writes.link_repeat(finding=finding, earlier=earlier, by=ledger.SYSTEM, on=ON)

    assert [(pair.finding, pair.earlier, pair.likeness) for pair in reads.similar_findings(new)] == [
        (finding, earlier, 100.0)
    ]
    with pytest.raises(writes.CannotRecord, match="an earlier inspection"):
        writes.link_repeat(finding=earlier, earlier=finding, by=ledger.SYSTEM, on=ON)


def test_a_link_made_by_mistake_is_taken_back_and_both_are_in_the_ledger() -> None:
    old = visit("first_cycle", date(2018, 3, 5), date(2018, 3, 9))
    earlier = writes.add_finding(inspection=old, kind=WEAKNESS, text="Waits.", by=ledger.SYSTEM, on=ON)
    finding = record().findings.get(kind="improvement", number=2)
    writes.link_repeat(finding=finding, earlier=earlier, by=ledger.SYSTEM, on=ON)

    writes.unlink_repeat(finding=finding, by=ledger.SYSTEM, on=ON)
    writes.unlink_repeat(finding=finding, by=ledger.SYSTEM, on=ON)

    assert Finding.objects.get(pk=finding.pk).repeats is None
    assert (ledger.lines(what="finding linked").count(), ledger.lines(what="finding unlinked").count()) == (1, 1)


def test_a_visit_cannot_end_before_it_begins() -> None:
    with pytest.raises(writes.CannotRecord, match="cannot end before it begins on 8 September 2025"):
        visit("monitoring", date(2025, 9, 8), date(2025, 9, 7))


def test_inspections_come_latest_first_with_what_a_visit_judged() -> None:
    inspection = record()
    monitoring = visit("monitoring", date(2025, 9, 8), date(2025, 9, 10))
    for finding, sufficient in zip(inspection.findings.all(), (True, False, True), strict=False):
        writes.judge_finding(
            finding=finding, revisit=monitoring, sufficient_progress=sufficient, by=ledger.SYSTEM, on=ON
        )

    listed = [
        (one.kind, one.priority_actions, one.improvements, one.judged, one.sufficient)
        for one in reads.inspections_of(people.area())
    ]

    assert listed == [("monitoring", 0, 0, 3, 2), ("full", 3, 2, 0, 0)]


def test_a_file_is_recognised_previewed_committed_and_undone() -> None:
    area = people.area()
    batch = intake.receive(area=area, upload=upload(), by=ledger.SYSTEM, on=ON)

    understood = intake.understand(batch=batch, by=ledger.SYSTEM, on=ON)
    intake.commit(batch=batch, by=ledger.SYSTEM, on=ON)

    assert understood is not None
    assert (batch.source, understood.ready, understood.facts["priority_actions"]) == ("inspection_report", 5, 3)
    assert reads.latest(area) == Inspection.objects.get()
    intake.undo(batch=batch, by=ledger.SYSTEM, on=ON, why="The wrong year.")
    assert (Inspection.objects.count(), Finding.objects.count()) == (0, 0)


def test_a_file_brought_twice_adds_nothing() -> None:
    record()

    preview = source.preview(source.understand(upload(), people.area()), people.area())

    assert [(c.kind, c.added, c.unchanged) for c in preview.counts] == [("Inspections", 0, 1), ("Findings", 0, 5)]


def test_another_areas_report_is_refused_by_name() -> None:
    understood = source.understand(upload(LETTER.replace("Marlshire\nLocal", "North Marlshire\nLocal")), people.area())

    assert (understood.ready, understood.refused) == (0, 5)
    assert [problem.message for problem in understood.problems] == [
        "This report is of North Marlshire, and you are working in Marlshire."
    ]


def test_an_area_goes_by_more_than_one_name() -> None:
    report, area = read_report(LETTER.replace("of Marlshire", "of Marl Town & Wold")), people.area()
    area.name = "Marl Town and Wold, County of"

    assert is_of(report, area)


def test_a_text_that_is_no_report_is_refused_with_the_readers_sentence() -> None:
    with pytest.raises(Refused, match="is not in the text"):
        source.understand(upload("Area SEND inspection of nothing"), people.area())
