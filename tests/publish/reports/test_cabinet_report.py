"""What the report to Cabinet says, block by block."""

from datetime import date

import pytest

from goldenthread.foundation.ledger.reads import SYSTEM
from goldenthread.improve.inspections import writes as inspections
from goldenthread.improve.inspections.report.reading import read_report
from goldenthread.improve.plans.models import Outcome, OutcomeMeasure, Override
from goldenthread.publish.reports import reads
from goldenthread.publish.reports.document import Document, Figure, Heading, KeyValueTable, Note, Table, passages
from goldenthread.publish.reports.document.inline import plain
from tests.factories import people, plans, reports
from tests.improve.inspections.letters import LETTER, NAME
from tests.measure.indicators.made import HEADLINE, PAST, keep, made, months

pytestmark = pytest.mark.django_db


def document(area=None) -> Document:
    return reads.paper(reports.draft(area)).document


def table(paper: Document, caption: str) -> list[list[str]]:
    found = next(block for block in paper.blocks if isinstance(block, Table) and block.caption.startswith(caption))
    return [[plain(cell.runs) for cell in row] for row in (*found.head, *found.rows)]


def section(paper: Document, code: str) -> str:
    found = next(one for one in paper.sections if one.code == code)
    return "\n".join(passages(Document("", (found,))))


def test_table_1_is_that_of_the_plan_to_the_cell() -> None:
    reports.plan_of_107()

    rows = table(document(), "Actions by theme and reported colour")

    assert rows[0] == [
        "Theme", "G Green (on track)", "A Amber (minor issue)", "R Red (significant issue)", "B Blue (complete)",
        "W White (not started)", "Total",
    ]  # fmt: skip
    assert [row[1:] for row in rows[1:-1]] == [[*map(str, row), str(sum(row))] for row in reports.TABLE_1]
    assert rows[-1] == ["Total", "49", "30", "6", "17", "5", "107"]


def test_table_1_is_the_papers_first_table_and_says_what_its_colours_mean() -> None:
    reports.small_plan()

    first = next(block for block in document().blocks if isinstance(block, Table))

    assert first.caption == "Actions by theme and reported colour, as at 31 October 2026"
    assert plain(first.notes[1]) == (
        "Read as red, amber and green only, Blue as green, “complete” and White as grey, “not started”."
    )


def test_sections_stand_in_the_order_of_committee_papers() -> None:
    reports.small_plan()

    headings = [
        block.text for block in document().blocks if isinstance(block, Heading) and block.level == 1
    ]  # fmt: skip

    assert headings == [
        "Report summary",
        "Details of recommendations",
        "Reasons for recommendations and options considered",
        "Key implications",
        "Financial details and value for money",
        "Legal implications",
        "Risk management",
        "Potential impacts",
        "Consultation",
        "Timetable for implementation",
        "Appendices",
        "Consultation (mandatory)",
        "Report history",
        "One page in plain words",
        "Appendix A: the measures behind the outcomes",
        "Appendix B: both sides of 20 weeks",
        "Appendix C: published figures",
        "Appendix D: what inspectors found",
        "Appendix E: short forms and terms",
    ]


def test_the_plain_page_accounts_for_every_action() -> None:
    reports.plan_of_107()

    page = section(document(), "plain")

    assert (
        "Of 107 actions, 17 are complete, 49 are on track, 30 have a minor issue, 6 have a significant issue "
        "and 5 have not started."
    ) in page


def test_the_plain_page_asks_the_eight_fixed_questions() -> None:
    paper = document()

    asked = next(one for one in paper.sections if one.code == "plain").blocks

    assert [block.text for block in asked if isinstance(block, Heading)][1:] == [
        "What is this report about?",
        "What is it recommending?",
        "What is the background?",
        "Why is this being done?",
        "How much would it cost?",
        "How would it benefit residents?",
        "When would it take effect?",
        "Key communication message",
    ]


def test_reds_stand_by_activity_with_remedy_owner_new_date_and_approver() -> None:
    reports.small_plan()

    rows = table(document(), "Red actions by activity")

    assert rows[1:] == [
        [
            "Review of the matrix: 1.2 Do the thing of 1.2.",
            "A second developer is lent.",
            "Wen Li Tan",
            "29 January 2027 (was 30 September 2026)",
            "Improvement board, 8 October 2026",
        ]
    ]


def test_a_challenge_is_printed_with_its_reasons_and_its_signed_explanation() -> None:
    plan = reports.small_plan()
    blue = plan.themes.get().actions.get(ref="1.3")
    Override.objects.create(
        action=blue, signed_as="Ruth Penhale, Designated Clinical Officer", signed_on=date(2026, 10, 14),
        why="The copy is being cleared", until_on=date(2026, 11, 30),
    )  # fmt: skip

    rows = table(document(), "Actions whose reported colour is challenged")

    assert rows[1:] == [
        [
            "1.3 Do the thing of 1.3.",
            "B Blue",
            "G Green",
            "Complete, not evidenced: no evidence has been accepted yet. Complete, not verified: nobody has verified "
            "it yet. Ruth Penhale, Designated Clinical Officer explained on 14 October 2026: The copy is being "
            "cleared. The explanation stands until 30 November 2026.",
        ]
    ]


def test_money_is_a_year_times_years_and_adds_up() -> None:
    reports.small_plan()

    rows = table(document(), "Money promised")

    assert rows[1:] == [
        ["Area coordinators", "Better Care Fund", "2.5", "£150,000", "3 years from 2025-26", "£450,000", "–"],
        ["Total", "", "2.5", "", "", "£450,000", ""],
    ]


def test_dates_that_do_not_agree_are_each_reported() -> None:
    plan = reports.small_plan()
    plan.ends_on = date(2026, 12, 31)
    plan.save()

    rows = table(document(), "Dates by which the plan says that it ends")

    assert rows[1:] == [
        ["The plan itself", "31 December 2026"],
        ["The last action to fall due", "31 March 2027"],
        ["The last new date of a Red action", "29 January 2027"],
    ]


def test_both_sides_of_20_weeks_stand_together() -> None:
    area = people.area()
    keep(
        *(made(area, HEADLINE, start, 30, 90) for start in months(12)),
        *(made(area, PAST, start, 60, 460) for start in months(12)),
        *(
            made(area, "open_cases", months(1)[0], count, None, level="wait", place=place)
            for place, count in (("0 to 6 weeks", 145), ("20 to 52 weeks", 60))
        ),
        made(area, "open_cases", months(1)[0], 205, None),
    )

    paper = document()

    figures = [
        one.title for s in paper.sections if s.code == "twenty_weeks" for one in s.blocks if isinstance(one, Figure)
    ]
    assert figures == [
        "EHC plans issued within 20 weeks (exceptions left out), by month",
        "Open cases past 20 weeks, by month",
        "Open cases by how long they have waited, end of October 2026",
    ]
    assert "33.3 % (30 of 90 new plans issued, exceptions left out; October 2026)" in section(paper, "summary")
    assert "13.0 % (60 of 460 open cases; October 2026)" in section(paper, "summary")


def test_a_measure_says_value_counts_interval_verdict_and_source() -> None:
    outcome = Outcome.objects.create(theme=plans.theme(), ref="1A", sentence="Families hear in time.")
    OutcomeMeasure.objects.create(
        outcome=outcome, indicator="decided_in_6_weeks", target=60, target_by=date(2027, 3, 31)
    )
    keep(*(made(people.area(), "decided_in_6_weeks", start, 515, 1377) for start in months(10)))

    facts = next(
        block for one in document().sections if one.code == "measures" for block in one.blocks
        if isinstance(block, KeyValueTable)
    )  # fmt: skip

    said = {key: plain(value) for key, value in facts.rows}
    assert said["Latest"].startswith("37.4 % (515 of 1,377 ")
    assert said["95 % interval"] == "34.9–40.0 %"
    assert said["Verdict"].startswith("No variation: 10 points")
    assert said["Target"] == "60.0 % by 31 March 2027"
    assert said["Stands for"] == "outcome 1A"
    assert "England" in said["Published for others"]


def test_an_area_with_nothing_but_published_figures_has_a_paper_too() -> None:
    paper = document(people.area("885"))

    rows = table(paper, "EHC plans issued within 20 weeks, excluding exceptions, Worcestershire")
    missing = [plain(block.runs) for block in paper.blocks if isinstance(block, Note) and block.title == "Missing."]

    assert [row[1] for row in rows[-5:]] == [
        "97.1 % (406 of 418)", "84.0 % (394 of 469)", "31.6 % (173 of 548)", "27.7 % (316 of 1,142)",
        "37.4 % (515 of 1,377)",
    ]  # fmt: skip
    assert rows[-1][2] == "34.9–40.0 %"
    assert sum("No improvement plan has been brought in yet" in sentence for sentence in missing) == 3


def test_an_inspection_stands_in_the_paper_word_for_word() -> None:
    letter = read_report(LETTER, NAME)
    found = inspections.record_inspection(area=people.area(), report=letter, by=SYSTEM, on=reports.ON)

    rows = table(document(), "Findings of the last inspection")

    assert [row[1] for row in rows[1:]] == [" ".join(one.text.split()) for one in found.findings.all()]


def test_the_number_of_questions_does_not_grow_with_the_plan(django_assert_max_num_queries) -> None:
    reports.plan_of_107()
    by = reports.lead()

    with django_assert_max_num_queries(60):
        reports.draft(by=by)
