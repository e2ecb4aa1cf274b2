"""A control chart begun anew: because of something, within the chart, by those who may, and kept when withdrawn."""

from datetime import date

import pytest

from goldenthread.foundation.ledger.models import Entry
from goldenthread.foundation.partnership.models import Role
from goldenthread.measure.indicators import reads, writes
from goldenthread.measure.indicators.models import Rebase
from tests.factories import people
from tests.measure.indicators.made import HEADLINE, ON, keep, made, months

pytestmark = pytest.mark.django_db
MAY = (Role.ANALYST, Role.IMPROVEMENT_LEAD, Role.SERVICE_MANAGER)
PANEL = {"cause": "A third panel began to meet."}


@pytest.fixture
def area():
    home = people.area()
    keep(*(made(home, HEADLINE, month, 40 + 30 * (i > 11), 100) for i, month in enumerate(months(24))))
    return home


def rebase(area, starts_on=date(2025, 11, 1), **more):
    said = {"area": area, "indicator": HEADLINE, "starts_on": starts_on, "by": people.person(), "on": ON}
    return writes.rebase(**said | PANEL | more)


def test_the_chart_has_two_groups_and_says_why(area):
    rebase(area)

    answer = people.signed_in(people.person(Role.BOARD_MEMBER)).get(f"/measures/{HEADLINE}/")

    page = answer.context["page"]
    assert [group.start for group in page.judged.xmr.groups] == [0, 12]
    assert "A third panel began to meet." in answer.content.decode()
    assert Entry.objects.filter(what="indicators.rebased", area="999").count() == 1


@pytest.mark.parametrize(
    ("starts_on", "cause", "why"),
    [
        (date(2025, 11, 1), " ", "Say what changed"),
        (date(2024, 11, 1), "x", "is not within the chart"),
        (date(2026, 10, 2), "x", "choose a day after the first and not later than the last"),
        (date(2029, 1, 1), "x", "is not within the chart"),
    ],
)
def test_without_a_cause_or_beyond_the_chart_it_is_refused(starts_on, cause, why, area):
    with pytest.raises(writes.CannotRebase, match=why):
        rebase(area, starts_on, cause=cause)

    assert Rebase.objects.count() == 0


def test_a_chart_of_nothing_cannot_start_anew():
    with pytest.raises(writes.CannotRebase, match="fewer than two points"):
        rebase(people.area())


def test_a_day_has_one_start_until_it_is_withdrawn(area):
    first = rebase(area)
    with pytest.raises(writes.CannotRebase, match="already"):
        rebase(area)

    writes.withdraw_rebase(rebase=first, because="The wrong month.", by=people.person(), on=ON)
    second = rebase(area)

    assert [one.pk for one in reads.rebases(area, HEADLINE)] == [first.pk, second.pk]
    assert reads.standing_rebases(area, [HEADLINE]) == {HEADLINE: [second]}
    with pytest.raises(writes.CannotRebase, match="withdrawn on 31 October 2026 already"):
        writes.withdraw_rebase(rebase=first, because="Again.", by=people.person(), on=ON)


@pytest.mark.parametrize("role", MAY)
def test_it_is_done_and_undone_on_the_page(role, area):
    client = people.signed_in(people.person(role))
    day = {"starts_on-day": "1", "starts_on-month": "11", "starts_on-year": "2025"}

    done = client.post(f"/measures/{HEADLINE}/start-anew/", day | PANEL)
    key = Rebase.objects.get().pk
    undone = client.post(f"/measures/{HEADLINE}/start-anew/{key}/withdraw/", {"because": "The wrong month."})

    assert (done.status_code, undone.status_code) == (302, 302)
    assert Rebase.objects.get().withdrawn_because == "The wrong month."
    assert "Withdrawn on 31 October 2026" in client.get(f"/measures/{HEADLINE}/").content.decode()


def test_what_is_wrong_is_said_on_the_form(area):
    client = people.signed_in(people.person(Role.ANALYST))
    day = {"starts_on-day": "1", "starts_on-month": "11", "starts_on-year": "2029"}

    empty = client.post(f"/measures/{HEADLINE}/start-anew/")
    beyond = client.post(f"/measures/{HEADLINE}/start-anew/", day | PANEL)

    assert (empty.status_code, beyond.status_code) == (400, 400)
    assert "is not within the chart" in beyond.content.decode()


@pytest.mark.parametrize("role", [role for role in Role if role not in MAY])
def test_nobody_else_may(role, area):
    key = rebase(area).pk
    client = people.signed_in(people.person(role))

    found = [client.post(f"/measures/{HEADLINE}/start-anew/{path}").status_code for path in ("", f"{key}/withdraw/")]

    assert found == [403, 403]


def test_another_areas_start_is_not_found(area):
    key = rebase(area).pk
    stranger = people.signed_in(people.person(Role.ANALYST, in_area=people.area("885")))

    assert stranger.get(f"/measures/{HEADLINE}/start-anew/{key}/withdraw/").status_code == 404
