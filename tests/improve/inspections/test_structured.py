"""The structured form of reports: one file, one or many areas, the same findings as the text."""

import io
import json
from pathlib import Path

import pytest

from goldenthread.foundation.intake import registry
from goldenthread.foundation.intake import writes as intake
from goldenthread.foundation.intake.models import Batch
from goldenthread.foundation.intake.source import Refused, Understanding, Upload
from goldenthread.foundation.ledger.reads import SYSTEM
from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.improve.inspections.differing import letters
from goldenthread.improve.inspections.intake.report_structured import source
from goldenthread.improve.inspections.models import Finding, Inspection
from goldenthread.improve.inspections.report.document import Report
from goldenthread.improve.inspections.report.reading import read_report
from goldenthread.improve.inspections.report.structured import Entry, read_structured
from tests.factories import people

from .structured import BODIES, ELSEWHERE, MARLSHIRE, as_file
from .test_report import COUNTED, LETTER, published

ON = people.TODAY
FORM = Path(__file__).parents[4] / "shared" / "data" / "ofsted" / "area_send_reports_55_structured.json"
needs_the_form = pytest.mark.skipif(not FORM.exists(), reason="The structured form of the published reports is absent.")
CUT_OTHERWISE = {  # areas for improvement: by the structured form, and by the text (which was counted by eye)
    "barking-and-dagenham": (4, 3), "bedford": (3, 2), "bolton": (3, 2), "bury": (5, 3), "cornwall": (6, 5),
    "darlington": (5, 4), "derbyshire": (2, 5), "gateshead": (4, 5), "greenwich": (1, 2), "kingston-upon-hull": (6, 5),
    "north-northamptonshire": (7, 6), "oxfordshire": (5, 4), "rutland": (2, 3), "sandwell": (1, 3),
    "southampton": (4, 5), "stoke-on-trent": (4, 5), "warrington": (3, 4), "west-northamptonshire": (2, 5),
    "wiltshire": (4, 2),
}  # fmt: skip


def upload(content: bytes) -> Upload:
    return Upload("reports.json", len(content), lambda: io.BytesIO(content))


def understand(content: bytes) -> tuple[Batch, Understanding]:
    batch = intake.receive(area=people.area(), upload=upload(content), by=SYSTEM, on=ON)
    understanding = intake.understand(batch=batch, by=SYSTEM, on=ON)
    assert understanding is not None
    return batch, understanding


def bring(content: bytes) -> Batch:
    batch, understanding = understand(content)
    intake.commit(batch=batch, by=SYSTEM, on=ON, understanding=understanding)
    return batch


def test_a_table_that_was_run_together_comes_apart_without_the_feet_of_pages() -> None:
    (entry,) = read_structured(as_file(MARLSHIRE))

    assert [(found.kind, found.text, found.responsible_bodies) for found in entry.findings] == [
        (
            "priority_action",
            "The local area partnership should urgently shorten the waits for: ▪ speech and language therapy; and ▪ "
            "autism assessment. Leaders should also support families who wait.",
            ("Marlshire County Council", "NHS Marl Valley ICB"),
        ),
        (
            "priority_action",
            "Leaders should make plans that say what will be different for every child.",
            ("Marlshire County Council", "NHS Marl Valley ICB"),
        ),
        (
            "priority_action",
            "NHS Marl Valley ICB leaders should publish how long families wait.",
            ("NHS Marl Valley ICB",),
        ),
        ("improvement", "1. Leaders should hear families.", ()),
        ("improvement", "Leaders should share figures.", ()),
    ]


def test_a_cell_torn_by_the_end_of_a_page_is_mended_from_another_row() -> None:
    torn = (
        f"{BODIES} Leaders should act. Marlshire County Council and NHS Marl Leaders should go on, so that 6 "
        f"Valley ICB families wait less. {BODIES} Leaders should end."
    )

    (entry,) = read_structured(as_file({**MARLSHIRE, "priority_action_text": torn}))

    assert [found.text for found in entry.findings][:3] == [
        "Leaders should act.", "Leaders should go on, so that families wait less.", "Leaders should end.",
    ]  # fmt: skip
    assert {found.responsible_bodies for found in entry.findings[:3]} == {
        ("Marlshire County Council", "NHS Marl Valley ICB")
    }


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"inspection_start": None}, "first and last day are not in the file"),
        ({"inspection_end": "31/02/24"}, "“inspection_end” is “31/02/24”, which is not a day"),
        ({"outcome_text": "Good."}, "None of the three outcomes"),
        (
            {"priority_action_text": None, "improvement_statements": [], "improvement_text": None},
            "no area for priority action and no area for",
        ),
    ],
)
def test_a_report_that_cannot_be_recorded_says_why(change: dict[str, object], sentence: str) -> None:
    (entry,) = read_structured(as_file({**MARLSHIRE, **change}))

    assert (entry.report, sentence in entry.why_not) == (None, True)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"grade": "1.0"}, "The grade is 1, and the words of the outcome are those of 3"),
        ({"priority_action_text": "Somebody should act."}, "could not be told apart"),
        ({"improvement_statements": ["Leaders should hear families."]}, "are missing from “improvement_statements”"),
    ],
)
def test_what_is_doubtful_is_said(change: dict[str, object], sentence: str) -> None:
    (entry,) = read_structured(as_file({**MARLSHIRE, **change}))

    assert [sentence in doubt for doubt in entry.doubts] == [True]


@pytest.mark.parametrize(("content", "sentence"), [(b"{", "not JSON"), (b"[]", "la_code"), (b'[{"a": 1}]', "la_code")])
def test_a_file_that_is_not_one_of_reports_is_refused(content: bytes, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        source.understand(upload(content), LocalArea(code="999", name="Marlshire"))


@pytest.mark.django_db
def test_the_areas_own_is_taken_and_the_others_are_listed() -> None:
    batch, understanding = understand(as_file(ELSEWHERE, MARLSHIRE))
    intake.commit(batch=batch, by=SYSTEM, on=ON, understanding=understanding)

    (inspection,) = Inspection.objects.all()
    assert (understanding.ready, understanding.refused, understanding.facts["of_other_areas"]) == (5, 2, 1)
    assert [problem.message for problem in understanding.problems] == [
        "The report of Worcestershire (885) is not of Marlshire, so it is left aside."
    ]
    assert (inspection.area_id, inspection.outcome, Finding.objects.count()) == ("999", 3, 5)


@pytest.mark.django_db
def test_the_same_file_again_changes_nothing_and_it_can_be_undone() -> None:
    first = bring(as_file(MARLSHIRE))
    _, again = understand(as_file(MARLSHIRE, {**MARLSHIRE, "ofsted_urn": "2"}))

    counts = source.preview(again, people.area()).counts
    intake.undo(batch=first, by=SYSTEM, on=ON, why="The wrong file.")

    assert [(each.kind, each.added, each.unchanged, each.refused) for each in counts] == [
        ("Inspections", 0, 1, 1), ("Findings", 0, 5, 5),
    ]  # fmt: skip
    assert [problem.code for problem in again.problems] == ["INS8"]
    assert Inspection.objects.count() == 0


@pytest.mark.django_db
def test_where_the_two_sources_differ_is_said_and_what_is_recorded_is_kept() -> None:
    bring(LETTER.encode())
    batch, understanding = understand(as_file({**MARLSHIRE, "published": "27/03/24"}))

    intake.commit(batch=batch, by=SYSTEM, on=ON, understanding=understanding)

    said = [(problem.code, problem.column, problem.value) for problem in understanding.problems]
    assert said[0] == ("INS6", "published", "2024-03-27")
    assert [code for code, _, _ in said].count("INS7") == 2  # the two areas for improvement are worded otherwise
    assert Inspection.objects.get().source_text == LETTER


@pytest.mark.django_db
def test_the_file_finds_its_source_by_itself() -> None:
    found = [each.code for each in registry.sources() if each.recognises(upload(as_file(MARLSHIRE)))]

    assert found == ["inspection_report_structured"]


@pytest.fixture(scope="module")
def forms() -> dict[str, Entry]:
    content = FORM.read_bytes()
    return {
        record["la_slug"]: entry for record, entry in zip(json.loads(content), read_structured(content), strict=True)
    }


@pytest.fixture(scope="module")
def texts() -> dict[str, Report]:
    return {slug: read_report(text, name) for slug, name, text in published()}


@pytest.mark.shared
@needs_the_form
def test_every_priority_action_is_the_same_by_form_and_by_text(
    forms: dict[str, Entry], texts: dict[str, Report]
) -> None:
    by_form = {slug: _priorities(entry) for slug, entry in forms.items()}
    by_text = {slug: _priorities(report) for slug, report in texts.items()}

    assert by_form == by_text
    assert sum(map(len, by_form.values())) == sum(priorities for priorities, _ in COUNTED.values()) == 52


@pytest.mark.shared
@needs_the_form
def test_every_area_for_improvement_is_counted_by_both_and_each_difference_is_known(
    forms: dict[str, Entry], texts: dict[str, Report]
) -> None:
    counted = {slug: (len(_improvements(forms[slug])), len(_improvements(report))) for slug, report in texts.items()}

    assert {slug: both for slug, both in counted.items() if both[0] != both[1]} == CUT_OTHERWISE
    assert (len(counted), sum(form for form, _ in counted.values()), sum(text for _, text in counted.values())) == (
        55, 202, 204,
    )  # fmt: skip


@pytest.mark.shared
@needs_the_form
def test_no_word_of_an_area_for_improvement_is_in_one_source_alone(
    forms: dict[str, Entry], texts: dict[str, Report]
) -> None:
    by_form = {slug: "".join(_improvements(entry)) for slug, entry in forms.items()}

    assert by_form == {slug: "".join(_improvements(report)) for slug, report in texts.items()}


@pytest.mark.shared
@needs_the_form
def test_the_two_sources_tell_the_same_days_and_outcomes(forms: dict[str, Entry], texts: dict[str, Report]) -> None:
    undated = {slug for slug, entry in forms.items() if entry.report is None}
    told = {
        slug: (entry.report.started_on, entry.report.ended_on, entry.report.published_on, entry.report.outcome)
        for slug, entry in forms.items()
        if entry.report is not None
    }

    assert undated == {"derbyshire", "north-yorkshire"}  # the form has no days on site for these
    assert [doubt for entry in forms.values() for doubt in entry.doubts] == []
    assert told == {
        slug: (text.started_on, text.ended_on, text.published_on, text.outcome)
        for slug, text in texts.items()
        if slug not in undated
    }


def _priorities(one: Entry | Report) -> list[tuple[str, tuple[str, ...]]]:
    return [(letters(f.text), f.responsible_bodies) for f in one.findings if f.kind == "priority_action"]


def _improvements(one: Entry | Report) -> list[str]:
    return [letters(found.text) for found in one.findings if found.kind == "improvement"]
