"""Two days side by side: every action once, and the counts add up."""

from datetime import date

import pytest
from django.test import Client

from goldenthread.foundation.partnership.models import Role
from goldenthread.improve.plans import facts
from goldenthread.improve.plans.comparing import KINDS, Comparison, compare, named
from goldenthread.improve.plans.models import Action, Amendment, Ended, Succession
from goldenthread.improve.plans.standing import of_actions
from goldenthread.rules.honesty.action import Policy
from tests.factories import people
from tests.factories.big_plan import Size, big_plan
from tests.factories.plans import ON, action, plan

pytestmark = pytest.mark.django_db
AUGUST, SEPTEMBER = date(2026, 8, 31), date(2026, 9, 30)


def found(before: date = AUGUST, after: date = ON) -> Comparison:
    return compare(plan(), list(plan().themes.all()), before, after)


def kinds(of: Comparison) -> dict[str, set[str]]:
    return {action.ref: set(one.kinds) for one, action in named(of.pairs)}


def then_now(ref: str, was: str, now: str, **fields) -> Action:
    made = action(ref, was, updated_on=AUGUST, **fields)
    made.updates.create(on=ON, reported=now, by="somebody")
    return made


def test_each_kind_of_change() -> None:
    for ref, was, now in (
        ("1.1", "green", "red"),
        ("1.2", "red", "amber"),
        ("1.3", "red", "red"),
        ("1.4", "blue", "blue"),
    ):
        then_now(ref, was, now)

    assert kinds(found()) == {
        "1.1": {"worse", "newly-red"},
        "1.2": {"better", "no-longer-red"},
        "1.3": {"still-red"},
        "1.4": set(),
    }


def test_a_due_date_that_passed_between_makes_a_challenge_and_a_report_ends_it() -> None:
    then_now("1.1", "green", "green", due_on=SEPTEMBER)
    then_now("1.2", "green", "red", due_on=date(2026, 8, 1))

    assert kinds(found()) == {"1.1": {"challenged"}, "1.2": {"worse", "newly-red", "answered"}}
    assert found().of("challenged")[0].sentences == ["It was due on 30 September 2026 and is not complete."]


def test_new_words_new_dates_and_who_asked() -> None:
    made = then_now("1.1", "green", "green")
    made.amendments.create(before="a", after="b", asked_by="The board", on=SEPTEMBER)
    made.amendments.create(
        about=Amendment.About.DATES, before="Due 1 May 2026.", after="Due 1 May 2027.", asked_by="The chair", on=ON
    )
    made.amendments.create(before="0", after="a", asked_by="Earlier", on=AUGUST)

    (one,) = found().pairs

    assert one.kinds == {"reworded", "dates"}
    assert one.sentences == [
        "Reworded on 30 September 2026, asked for by The board.",
        "Dates moved on 31 October 2026, asked for by The chair. Before: Due 1 May 2026. Now: Due 1 May 2027.",
    ]


def test_what_was_split_left_and_what_follows_came() -> None:
    before = action("1.1", "red", updated_on=AUGUST)
    later = action("1.1a", "green", updated_on=ON)
    Action.objects.filter(pk=before.pk).update(ended_on=SEPTEMBER, ended_because=Ended.SPLIT)
    Succession.objects.create(earlier=before, later=later, kind=Ended.SPLIT, on=SEPTEMBER, asked_by="The board")

    comparison = found()

    assert kinds(comparison) == {"1.1": {"ended", "no-longer-red"}, "1.1a": {"came"}}
    assert (comparison.was, comparison.now, comparison.both, comparison.same) == (1, 1, 0, 0)
    assert [one.sentences for one in comparison.pairs] == [
        ["Split: part of it became 1.1a on 30 September 2026, asked for by The board."],
        ["Came from 1.1 on 30 September 2026, asked for by The board."],
    ]


def test_a_withdrawn_action_says_so() -> None:
    made = action(updated_on=AUGUST)
    Action.objects.filter(pk=made.pk).update(ended_on=ON, ended_because=Ended.WITHDRAWN)

    (one,) = found().pairs

    assert (one.kinds, one.sentences) == ({"ended"}, ["Withdrawn from the plan."])


@pytest.mark.parametrize("before", [date(2025, 12, 31), AUGUST, SEPTEMBER])
def test_everything_adds_up(before: date) -> None:
    made = big_plan(Size(actions=240, months=12), ON)

    comparison = compare(made, list(made.themes.all()), before, ON)

    counts, (_, lines) = comparison.counts(), comparison.table(rag=False)
    assert comparison.was - counts["ended"] + counts["came"] == comparison.now
    assert counts["worse"] + counts["better"] + comparison.same == comparison.both
    reds = lines[-1].cells[2]
    assert (reds.was, reds.now) == (
        counts["still-red"] + counts["no-longer-red"],
        counts["still-red"] + counts["newly-red"],
    )
    for line in lines:
        *colours, total = line.cells
        assert (sum(cell.was for cell in colours), sum(cell.now for cell in colours)) == (total.was, total.now)
    *themes, everything = lines
    assert [sum(line.cells[n].moved for line in themes) for n in range(6)] == [cell.moved for cell in everything.cells]
    assert {kind: len(comparison.of(kind)) for kind in KINDS} == counts


@pytest.fixture
def bob() -> Client:
    return people.signed_in(people.person(Role.BOARD_MEMBER))


def seen(client: Client, **asked: str) -> str:
    return " ".join(client.get("/plan/compare/", asked).content.decode().split())


def test_the_page_opens_with_the_last_months_end_and_today(bob: Client) -> None:
    then_now("1.1", "green", "red")

    page = seen(bob)

    assert '<h2 class="govuk-heading-m">30 September 2026 and 31 October 2026</h2>' in page
    assert "Of the 1 that were in it on both days, 1 is reported worse, 0 better and 0 the same." in page


def test_the_page_takes_days_as_addresses_and_as_boxes_have_them(bob: Client) -> None:
    then_now("1.1", "green", "red")

    boxes = {"from-day": "31", "from-month": "8", "from-year": "2026"}
    for asked in ({"from": "2026-08-31", "to": "2026-10-31"}, boxes):
        assert "31 August 2026 and 31 October 2026" in seen(bob, **asked)


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({"from": "nonsense"}, "Enter a real date as day, month and year, for example 8 2 2027."),
        ({"from-day": "31", "from-month": "2", "from-year": "2026"}, "Enter a real date as day, month and year"),
        ({"to": "2027-01-01"}, "The second day is still to come."),
        ({"from": "2026-10-31"}, "The first day must come before the second."),
    ],
)
def test_bad_days_are_refused_in_a_sentence(bob: Client, asked: dict[str, str], sentence: str) -> None:
    action()

    answer = bob.get("/plan/compare/", asked)

    assert (answer.status_code, sentence in answer.content.decode()) == (400, True)


def test_only_one_kind_and_red_amber_and_green(bob: Client) -> None:
    then_now("1.1", "green", "red")
    then_now("1.2", "white", "blue")

    page = seen(bob, **{"from": "2026-08-31", "kind": "better", "view": "rag"})

    assert ("Do the thing of 1.2." in page, "Do the thing of 1.1." in page) == (True, False)
    assert ("Grey: not started" in page, "Green: complete" in page) == (True, True)


@pytest.mark.parametrize("count", [1, 3, 60])
def test_the_page_asks_as_often_whatever_the_size(bob: Client, count: int, django_assert_num_queries) -> None:
    big_plan(Size(actions=count, months=4), ON)

    with django_assert_num_queries(12):
        assert bob.get("/plan/compare/").status_code == 200


def test_what_has_left_is_named_too(bob: Client, django_assert_num_queries) -> None:
    big_plan(Size(actions=60, months=4), ON)

    with django_assert_num_queries(12):
        assert "Split: part of it became" in seen(bob, **{"from": "2026-08-01"})


@pytest.mark.parametrize("on", [date(2025, 12, 31), AUGUST, ON])
def test_the_short_way_to_the_colours_of_a_day_is_the_long_way(on: date) -> None:
    made = big_plan(Size(actions=240, months=12), ON)

    judged = facts.judged(made, on, Policy(cadence_days=made.cadence_days))

    assert judged == {
        one.action.pk: (one.action.theme_id, one.supported) for one in of_actions(made, list(made.themes.all()), on)
    }
