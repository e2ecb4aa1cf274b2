"""The plan's own figures: three shares at each month's end, kept as observations."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from goldenthread.config.synth import story
from goldenthread.config.synth.plan import workbook
from goldenthread.foundation.ledger.reads import SYSTEM, lines
from goldenthread.foundation.partnership.models import Role
from goldenthread.improve.plans import own_figures, reads, writes
from goldenthread.improve.plans.models import Remedy, Update
from goldenthread.measure.indicators import reads as observed
from goldenthread.measure.indicators.models import Observation
from goldenthread.rules.honesty.colours import Colour
from tests.factories import people
from tests.factories.plans import action, plan
from tests.improve.plans import demo

OCTOBER = date(2026, 10, 31)
pytestmark = pytest.mark.django_db


def kept(on=OCTOBER):
    return writes.keep_figures(area=people.area(), by=SYSTEM, on=on)


def shown(code=own_figures.ON_TRACK):
    found = observed.series(people.area(), code, date(2027, 1, 1))
    return [(one.period_end, one.numerator, one.denominator) for one in found]


def test_the_demonstration_in_september_and_october(tmp_path: Path) -> None:
    """Table 1 of the story: Green 49, Amber 30, Red 6, Blue 17, White 5."""
    by = people.person(Role.IMPROVEMENT_LEAD)
    workbook.write(tmp_path / "september.xlsx", on=story.BEGAN)
    demo.commit((tmp_path / "september.xlsx").read_bytes(), by, "september.xlsx")
    demo.commit(demo.file(tmp_path, "plan.xlsx"), by)

    kept()

    october = observed.series(people.area(), own_figures.ON_TRACK, OCTOBER)[-1]
    before = reads.stands(people.area(), story.BEGAN).tally.everything
    on_track = before.of(Colour.BLUE) + before.of(Colour.GREEN)
    assert shown()[-2:] == [(story.BEGAN, on_track, before.total), (OCTOBER, 17 + 49, 107)]
    assert (round(october.value, 1), round(100 * 66 / (107 - 5), 1)) == (61.7, 64.7)  # the caution: without White
    assert october.source.endswith("as reported by 31 October 2026")
    assert (on_track, before.total) == (72, 107)
    assert (shown(own_figures.REMEDIED)[-1], shown(own_figures.ON_TIME)[-1]) == ((OCTOBER, 6, 6), (OCTOBER, 9, 23))


def test_every_month_since_the_first_report_is_counted_once() -> None:
    one = action("1.1", "amber", updated_on=date(2026, 9, 2))
    action("1.2", "white")
    Update.objects.create(action=one, on=date(2026, 10, 5), reported="green", done="More.", by="somebody")

    first, second = kept(), kept()

    assert (first, second) == (6, 0)
    assert shown() == [(date(2026, 9, 30), 0, 2), (OCTOBER, 1, 2)]
    assert lines().filter(what="figures of the plan counted").count() == 1


def test_in_the_middle_of_a_month_the_last_one_is_counted() -> None:
    action("1.1", updated_on=date(2026, 9, 2))

    kept(date(2026, 10, 30))

    assert shown() == [(date(2026, 9, 30), 1, 1)]


def test_a_report_given_later_for_that_month_is_a_restatement() -> None:
    one = action("1.1", updated_on=date(2026, 10, 2))
    kept()
    Update.objects.create(action=one, on=date(2026, 10, 30), reported="red", done="No.", by="somebody")

    assert kept(date(2026, 11, 2)) == 2

    old = Observation.objects.get(indicator=own_figures.ON_TRACK, replaced_by__isnull=False)
    assert (old.numerator, old.replaced_by.numerator, old.replaced_by.why_replaced) == (
        1, 0, "Counted again from the plan: what was reported for that month was changed later.",
    )  # fmt: skip


def test_a_red_has_an_agreed_remedy_when_somebody_agreed_by_that_day() -> None:
    agreed, written = action("1.1", "red", updated_on=OCTOBER), action("1.2", "red", updated_on=OCTOBER)
    for one, approved_on in ((agreed, OCTOBER), (written, None)):
        Remedy.objects.create(
            action=one, wording="Another way.", owner="A lead", due_on=date(2027, 1, 1), approved_on=approved_on
        )

    found = [own_figures.shares(plan(), day)[own_figures.REMEDIED] for day in (OCTOBER, OCTOBER - timedelta(days=1))]

    assert found == [(1, 2), (0, 0)]


def test_without_a_red_there_is_nothing_to_divide_by() -> None:
    action("1.1")

    kept()

    assert Observation.objects.get(indicator=own_figures.REMEDIED).status == "none"


def test_on_time_is_blue_by_the_due_date_and_still_so() -> None:
    due = date(2026, 9, 30)
    action("1.1", "blue", updated_on=due, due_on=due)
    action("1.2", "blue", updated_on=due + timedelta(days=1), due_on=due)
    action("1.3", "green", updated_on=due, due_on=due)
    action("1.4", "blue", updated_on=due, due_on=date(2027, 3, 31))  # not due yet

    assert own_figures.shares(plan(), OCTOBER)[own_figures.ON_TIME] == (1, 3)


def test_an_action_that_has_left_the_plan_does_not_count() -> None:
    action("1.1")
    action("1.2", ended_on=OCTOBER, ended_because="withdrawn")

    assert own_figures.shares(plan(), OCTOBER)[own_figures.ON_TRACK] == (1, 1)


def test_counting_asks_as_many_questions_whatever_the_size(django_assert_num_queries) -> None:
    action("1.1")
    of = plan()
    with django_assert_num_queries(3):
        own_figures.shares(of, OCTOBER)
    for number in range(2, 5):
        action(f"1.{number}", "red")

    with django_assert_num_queries(3):
        own_figures.shares(of, OCTOBER)


def test_an_area_without_a_plan_has_no_figures() -> None:
    assert reads.plan(people.area()) is None
    assert kept() == 0
