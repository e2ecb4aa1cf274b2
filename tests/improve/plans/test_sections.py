"""The plan section's own navigation leads nobody to a closed door."""

import re

import pytest

from goldenthread.foundation.partnership.models import Role
from tests.factories import people
from tests.factories.plans import action

pytestmark = pytest.mark.django_db
LINK = re.compile(r'<li><a class="govuk-link[^"]*" href="([^"]+)"( aria-current="page")?>')


def navigation(page: str) -> list[tuple[str, str]]:
    return LINK.findall(page[page.index('<nav class="gt-screen-only" aria-label="The plan">') :].split("</nav>")[0])


@pytest.mark.parametrize(
    ("role", "closed"),
    [
        (Role.IMPROVEMENT_LEAD, {"/plan/mine/"}),
        (Role.BOARD_CHAIR, {"/plan/owed/"}),
        (Role.PARENT_FORUM, {"/plan/owed/", "/plan/evidence/"}),
    ],
)
def test_every_page_that_is_named_opens(role: Role, closed: set[str]) -> None:
    action()
    client = people.signed_in(people.person(role))

    found = [address for address, _ in navigation(client.get("/plan/").content.decode())]

    assert len(found) == 15 - len(closed)
    assert closed.isdisjoint(found)
    assert {address: client.get(address).status_code for address in found} == dict.fromkeys(found, 200)


def test_the_page_itself_is_marked_and_the_plan_chosen_goes_along() -> None:
    made = action()
    client = people.signed_in(people.person(Role.BOARD_MEMBER))

    found = navigation(client.get("/plan/history/", {"plan": made.theme.plan_id}).content.decode())

    asked = f"?plan={made.theme.plan_id}"
    assert [address for address, here in found if here] == [f"/plan/history/{asked}"]
    assert [address for address, _ in found if not address.endswith(asked)] == []
