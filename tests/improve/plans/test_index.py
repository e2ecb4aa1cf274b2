"""Is it working? The plan's first page stays short and quick, however large the plan."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from goldenthread.foundation.partnership.models import Role
from tests.factories import people
from tests.factories.big_plan import Size, big_plan, figures
from tests.factories.plans import ON, action, plan, theme

pytestmark = pytest.mark.django_db
SEPTEMBER = date(2026, 9, 30)


def seen(role: Role = Role.BOARD_MEMBER) -> str:
    return " ".join(client(role).get("/plan/").content.decode().split())


def client(role: Role) -> Client:
    return people.signed_in(people.person(role))


def test_what_moved_is_shown_up_to_ten_and_counted_in_full() -> None:
    for number in range(23):
        made = action(f"1.{number}", "green", updated_on=SEPTEMBER)
        made.updates.create(on=ON, reported="amber", by="somebody")

    page = seen()

    rest = f"/plan/compare/?from=2026-09-30&amp;plan={plan().pk}&amp;kind=worse#changes"
    assert "Reported worse: 23" in page
    assert page.count("Do the thing of 1.") == 10
    assert f'The first 10 of 23: <a class="govuk-link" href="{rest}">all of them</a>.' in page


def test_those_who_may_write_it_are_led_there() -> None:
    action()
    edit, begin = reverse("plans:edit_plan", args=[plan().pk]), reverse("plans:begin")

    found = {
        role: [address in seen(role) for address in (edit, begin)] for role in (Role.IMPROVEMENT_LEAD, Role.ANALYST)
    }

    assert found == {Role.IMPROVEMENT_LEAD: [True, True], Role.ANALYST: [False, False]}


def test_an_area_without_a_plan_can_begin_one_where_somebody_may() -> None:
    begin = reverse("plans:begin")

    found = [begin in seen(role) for role in (Role.IMPROVEMENT_LEAD, Role.ANALYST)]

    assert found == [True, False]


def test_a_challenged_theme_alone_is_not_called_nothing() -> None:
    theme(reported="green").outcomes.create(ref="1A", sentence="Better.", effect_expected_on=ON - timedelta(days=30))
    action()

    page = seen()

    assert "No colour is challenged" not in page
    assert "0 of the 1 actions and 1 of the 1 themes are" in page


def test_it_says_when_the_plan_will_be_finished_and_leads_to_the_forecast() -> None:
    for number in range(5):
        action(f"1.{number}", "blue", due_on=SEPTEMBER, updated_on=SEPTEMBER)
    action("2.1", due_on=date(2027, 3, 31))

    page = seen()

    assert "7 in 10 runs finish by March 2027. By 31 March 2027, all of 1,000 do." in page
    assert f'{reverse("plans:forecast")}?plan={plan().pk}">See the forecast' in page


def test_without_a_record_it_says_what_a_forecast_takes() -> None:
    action()

    assert "No forecast yet." in seen()


@pytest.mark.parametrize("count", [1, 3, 60])
def test_with_everything_on_it_the_page_asks_as_often(count: int, django_assert_num_queries) -> None:
    figures(big_plan(Size(actions=count, months=4), ON).area, ON)
    board = client(Role.BOARD_MEMBER)

    with django_assert_num_queries(15):
        assert board.get("/plan/").status_code == 200
