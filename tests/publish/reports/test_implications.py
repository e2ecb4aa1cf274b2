"""Key implications: what was expected by a day, from the records; where there are none, the words that people write."""

from datetime import date

import pytest

from goldenthread.improve.plans.models import ImprovementPlan
from goldenthread.publish.reports import reads, writes
from goldenthread.publish.reports.document import Placeholder, Table
from goldenthread.publish.reports.document.inline import plain
from goldenthread.publish.reports.models import Edition
from tests.factories import reports, scrutiny

pytestmark = pytest.mark.django_db


def blocks(edition: Edition) -> tuple[object, ...]:
    return next(one for one in reads.paper(edition).document.sections if one.code == "implications").blocks


def table(edition: Edition) -> Table:
    return next(block for block in blocks(edition) if isinstance(block, Table))


def rows(edition: Edition) -> list[list[str]]:
    return [[plain(cell.runs) for cell in row] for row in table(edition).rows]


@pytest.fixture
def plan() -> ImprovementPlan:
    return reports.small_plan()


def test_each_outcome_stands_with_its_steps_its_day_and_its_result(plan: ImprovementPlan) -> None:
    scrutiny.expectation(
        "Second visit", of=plan, due_on=date(2025, 11, 30), due_as_written="End of November 2025", result="met",
        result_on=date(2025, 11, 25), result_because="The letter.",
    )  # fmt: skip
    scrutiny.expectation("Families", of=plan, due_on=date(2026, 9, 30), significantly_exceeded="55 in 100")
    scrutiny.expectation("Stocktake", of=plan, due_on=date(2027, 1, 31))
    steps = ["Significant concerns", "No significant concerns", "No concerns"]

    edition = reports.draft()

    assert rows(edition) == [
        ["Second visit", *steps, "not defined", "End of November 2025", "Met, 25 November 2025: The letter."],
        ["Families", *steps, "55 in 100", "30 September 2026", "No result"],
        ["Stocktake", *steps, "not defined", "31 January 2027", "Not yet due"],
    ]


def test_its_definitions_stand_under_it(plan: ImprovementPlan) -> None:
    scrutiny.expectation(of=plan)

    found = table(reports.draft())

    assert found.caption == "Key implications, with how each outcome stood on 31 October 2026"
    assert [plain(note) for note in found.notes] == [
        "“Not defined”: nobody has said what this step would mean, so it cannot be the result.",
        "“Not yet due”: the date of delivery is still to come. “No result”: it has passed, and nothing has been "
        "recorded.",
        "Source: what is expected of Priority action plan.",
    ]


def test_a_reform_plans_steps_have_their_own_names_and_a_caution(plan: ImprovementPlan) -> None:
    ImprovementPlan.objects.update(kind=ImprovementPlan.Kind.REFORM)
    scrutiny.expectation(of=plan)

    found = table(reports.draft())

    assert [plain(cell.runs) for cell in found.head[0]][1:5] == [
        "Requirements not met", "Requirements partly met", "Requirements met", "Exceeds requirements",
    ]  # fmt: skip
    assert "are not verified" in plain(found.notes[2])


def test_where_nothing_is_recorded_the_words_are_asked_for(plan: ImprovementPlan) -> None:
    (gap,) = [block for block in blocks(reports.draft()) if isinstance(block, Placeholder)]

    assert gap.code == "key_implications"


def test_what_is_expected_of_another_plan_is_not_this_papers(plan: ImprovementPlan) -> None:
    scrutiny.expectation(of=ImprovementPlan.objects.create(area=plan.area, title="Another plan"))

    assert [type(block) for block in blocks(reports.draft())][1:] == [Placeholder]


def test_a_result_recorded_after_the_papers_day_is_not_in_it(plan: ImprovementPlan) -> None:
    due = date(2026, 11, 30)
    scrutiny.expectation(of=plan, due_on=due, result="met", result_on=due, result_because="The letter.")

    (row,) = rows(reports.draft())

    assert row[-1] == "Not yet due"


def test_a_frozen_paper_does_not_move_with_the_records(plan: ImprovementPlan) -> None:
    made = scrutiny.expectation(of=plan)
    frozen = writes.freeze(edition=reports.ready(), by=reports.lead(), on=reports.ON)

    made.delete()

    assert len(rows(frozen)) == 1
