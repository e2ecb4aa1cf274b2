"""How a plan stands on a day: the demonstration's plan to the cell, and each rule D1 to D8 through the database
once.
"""

from datetime import date, timedelta
from pathlib import Path

import pytest

from goldenthread.foundation.partnership.models import Role
from goldenthread.improve.plans import reads, shapes
from goldenthread.improve.plans.models import Dependency, Evidence, Milestone, OutcomeMeasure, Override
from goldenthread.improve.plans.reads import PlanStanding
from goldenthread.rules.honesty.colours import Colour
from tests.factories import people
from tests.factories.plans import ON, action, plan, theme
from tests.improve.plans import demo

pytestmark = pytest.mark.django_db
YESTERDAY = ON - timedelta(days=1)


@pytest.fixture
def marlshire(tmp_path: Path) -> PlanStanding:
    demo.commit(demo.file(tmp_path, "plan.xlsx"), people.person(Role.IMPROVEMENT_LEAD))
    return reads.stands(people.area(), ON)


def test_the_demonstrations_plan_to_the_cell(marlshire: PlanStanding) -> None:
    """Table 1 of the story: Green, Amber, Red, Blue, White."""
    assert [row.counts for row in marlshire.tally.rows] == [
        (10, 1, 0, 5, 1), (13, 8, 0, 2, 1), (2, 2, 2, 3, 1), (4, 4, 1, 0, 0), (1, 8, 0, 1, 1), (8, 3, 2, 5, 1),
        (9, 2, 0, 0, 0),
        (2, 2, 1, 1, 0),
    ]  # fmt: skip
    assert (marlshire.tally.everything.counts, marlshire.tally.everything.total) == ((49, 30, 6, 17, 5), 107)

    assert [one.action.ref for one in marlshire.greens_challenged] == [
        "2.10", "7.3", "1.17", "2.1", "3.6", "6.7", "6.14", "7.1", "8.1",
    ]  # fmt: skip
    assert [(activity, len(reds)) for activity, reds in marlshire.red_activities()] == [
        ("Review of the matrix of need", 2),
        ("Change to the case management system", 2),
        ("Information kept up to date on the Local Offer", 1),
        ("Feedback by text message", 1),
    ]


def test_the_demonstrations_override_is_printed_and_ends(marlshire: PlanStanding) -> None:
    after = reads.stands(people.area(), date(2026, 12, 1))

    on_the_day, later = (
        next(one.verdict for one in each.actions if one.action.ref == "1.14") for each in (marlshire, after)
    )
    assert (on_the_day.open, later.open) == (False, True)
    assert on_the_day.sentence.endswith("The explanation stands until 30 November 2026.")
    assert "The explanation by Ruth Penhale, Designated Clinical Officer ended on 30 November 2026" in later.sentence


def test_red_amber_and_green_only_hides_nothing(marlshire: PlanStanding) -> None:
    table = shapes.table(marlshire, rag=True)

    assert [(column.word, column.meaning) for column in table.columns] == [
        ("Green", "on track or complete"), ("Amber", "minor issue"), ("Red", "significant issue"), ("Grey",
        "not started"),
    ]  # fmt: skip
    assert (table.sums, table.total) == ((66, 30, 6, 5), 107)


def test_each_theme_is_once_in_the_grid(marlshire: PlanStanding) -> None:
    numbers = [one.theme.number for _, cells in shapes.grid(marlshire) for cell in cells for one in cell.themes]

    assert sorted(numbers) == [1, 2, 3, 4, 5, 6, 7, 8]


def supported(ref: str = "1.1") -> tuple[Colour, list[str]]:
    """By the whole plan's question; the question about one action must answer the same."""
    (one,) = [each for each in reads.standing(plan(), ON).actions if each.action.ref == ref]
    alone = reads.one_action(reads.action(people.area(), one.action.pk), ON)
    assert alone.supported == one.supported
    return one.supported.colour, [reason.id for reason in one.supported.because]


def test_nothing_against_it() -> None:
    action()

    assert supported() == (Colour.GREEN, [])


def test_d1_planned_start_passed() -> None:
    action(colour="white", starts_on=YESTERDAY)

    assert supported() == (Colour.AMBER, ["D1"])


def test_d2_due_date_passed() -> None:
    action(due_on=YESTERDAY)

    assert supported() == (Colour.RED, ["D2"])


@pytest.mark.parametrize(("days", "colour"), [(1, Colour.AMBER), (28, Colour.AMBER), (29, Colour.RED)])
def test_d3_milestone_missed(days: int, colour: Colour) -> None:
    Milestone.objects.create(action=action(), title="Half way", due_on=ON - timedelta(days=days))

    assert supported() == (colour, ["D3"])


@pytest.mark.parametrize(("days", "rules"), [(31, []), (32, ["D4"])])
def test_d4_no_update(days: int, rules: list[str]) -> None:
    action(updated_on=ON - timedelta(days=days))

    assert supported()[1] == rules


def test_d5_and_d6_complete_neither_evidenced_nor_verified() -> None:
    made = action(colour="blue")
    Evidence.objects.create(action=made, title="Offered only", captured_on=ON)

    assert supported() == (Colour.GREEN, ["D5", "D6"])


def test_d6_verified_by_its_own_lead() -> None:
    lead = people.person(Role.CASEWORKER)
    made = action(colour="blue", lead=lead, verified_by=lead, verified_on=ON)
    Evidence.objects.create(action=made, title="Seen", captured_on=ON, accepted_by=people.person(), accepted_on=ON)

    assert supported() == (Colour.GREEN, ["D6"])


def test_d7_waits_for_a_red() -> None:
    Dependency.objects.create(action=action("1.1"), needs=action("1.2", "red"))

    assert supported() == (Colour.AMBER, ["D7"])


def test_moved_since_the_end_of_last_month() -> None:
    made = action(updated_on=date(2026, 9, 30))
    made.updates.create(on=date(2026, 10, 1), reported="amber", by="somebody")

    standing = reads.standing(plan(), ON)

    assert (standing.since, [(one.action.ref, one.before, one.moved) for one in standing.moved]) == (
        date(2026, 9, 30),
        [("1.1", Colour.GREEN, -1)],
    )


def test_a_green_theme_without_a_measure_past_its_lag_is_challenged_until_somebody_signs() -> None:
    outcome = theme().outcomes.create(ref="1A", sentence="Better.", effect_expected_on=date(2026, 1, 1))
    OutcomeMeasure.objects.create(outcome=outcome, indicator="therapy_waits_over_18_weeks")

    (before,) = reads.standing(plan(), ON).themes
    Override.objects.create(
        theme=theme(), signed_as="Ann Bell", signed_on=ON, until_on=date(2026, 11, 30), why="It is so."
    )
    (after,) = reads.standing(plan(), ON).themes

    assert (before.supported.colour, before.verdict.open) == (Colour.AMBER, True)
    assert (after.supported.colour, after.verdict.open) == (Colour.AMBER, False)


def test_a_measure_is_not_looked_for_before_its_lag_has_passed() -> None:
    outcome = theme().outcomes.create(ref="1A", sentence="Better.", effect_expected_on=date(2027, 1, 1))
    OutcomeMeasure.objects.create(outcome=outcome, indicator="therapy_waits_over_18_weeks")

    (standing,) = reads.standing(plan(), ON).themes

    assert standing.supported.challenged is False


@pytest.mark.parametrize("count", [1, 3, 107])
def test_the_plan_is_asked_for_in_as_many_questions_whatever_its_size(count: int, django_assert_num_queries) -> None:
    for number in range(count):
        action(f"1.{number}")

    with django_assert_num_queries(7):
        reads.stands(people.area(), ON)
