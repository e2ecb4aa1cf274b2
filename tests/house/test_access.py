"""Every address, as each role and as somebody of another area, with real things behind it. What the table does not
allow is refused.
"""

import pytest

from goldenthread.foundation.partnership.models import Role
from tests.factories import people
from tests.house.test_pages_stranger import ADDRESSES, PUBLIC
from tests.house.things import address, things

pytestmark = pytest.mark.django_db
ACCOUNT = {"account_logout", "account_change_password"}  # a person's own, whatever their role
ROLES = {
    "L": Role.IMPROVEMENT_LEAD, "M": Role.SERVICE_MANAGER, "C": Role.CASEWORKER, "B": Role.BOARD_MEMBER,
    "S": Role.SCRUTINY_MEMBER, "A": Role.ANALYST, "F": Role.PARENT_FORUM, "D": Role.ADMINISTRATOR,
}  # fmt: skip
NOBODY, EVERYBODY, READERS, KEEPERS, BRINGERS = "", "LMCBSAFD", "LMCBSAF", "LM", "LMA"
NO = 405  # the address does not take the method, from anybody
# Who may, and what they get with GET and with a POST of nothing useful; everybody else gets 403.
TABLE = {
    "home": (EVERYBODY, 200, NO),
    "jobs:mine": (EVERYBODY, 200, NO),
    "casework:index": ("LMC", 200, NO),
    "casework:case": ("MC", 200, 400),
    "casework:standing": ("MC", 302, NO),  # to say why first
    "feedback:index": (READERS, 200, NO),
    "indicators:index": (READERS, 200, NO),
    "indicators:both_sides": (READERS, 200, NO),
    "indicators:measure": (READERS, 200, NO),
    "indicators:figures_csv": (READERS, 200, NO),
    "indicators:figures_xlsx": (READERS, 200, NO),
    "inspections:index": (READERS, 200, NO),
    "inspections:inspection": (READERS, 200, NO),
    "inspections:visit": ("L", 200, 400),
    "inspections:add": ("L", 200, 400),
    "inspections:judge": ("L", 200, 400),
    "inspections:repeat": ("L", 200, 400),
    "intake:index": (BRINGERS, 200, 400),
    "intake:template": (BRINGERS, 200, NO),
    "intake:batch": (BRINGERS, 200, NO),
    "intake:problems": (BRINGERS, 200, NO),
    "intake:choose": (BRINGERS, NO, 302),
    "intake:commit": (BRINGERS, NO, 302),
    "intake:undo": (BRINGERS, NO, 302),
    "plans:index": (READERS, 200, NO),
    "plans:challenges": (READERS, 200, NO),
    "plans:theme": (READERS, 200, NO),
    "plans:action": (READERS, 200, NO),
    "plans:report": (KEEPERS, 200, 400),
    "plans:report_theme": (KEEPERS, 200, 400),
    "plans:reword": (KEEPERS, 200, 400),
    "plans:offer_evidence": (KEEPERS, 200, 400),
    "plans:evidence": ("LMB", 200, 400),
    "plans:sign": ("LMB", 200, 400),
    "plans:sign_theme": ("LMB", 200, 400),
    "plans:verify": ("LMB", NO, 302),
    "reports:index": (READERS, 200, NO),
    "reports:paper": (READERS, 200, NO),
    "reports:changes": (READERS, 200, NO),
    "reports:download": (READERS, 200, NO),
    "reports:draft": (KEEPERS, 200, 400),
    "reports:words": (KEEPERS, 200, 302),
    "reports:head": (KEEPERS, 200, 400),
    "reports:figures": (KEEPERS, NO, 302),
    "reports:circulate": (KEEPERS, NO, 302),
    "reports:returned": (KEEPERS, NO, 302),
    "reports:clear": ("LMB", NO, 302),
    "reports:freeze": (KEEPERS, NO, 302),
    "reports:correct": (NOBODY, NO, 302),  # this one is not frozen, and only a frozen one is corrected
}
NOBODY_ELSES = "jobs:one"  # another person's job is not found, whoever asks


OF_EVERY_AREA = {"intake:template"}  # the same empty file for all


@pytest.fixture(autouse=True)
def _home(settings, tmp_path) -> None:
    settings.HOME = tmp_path


def answers(client, keys, method):
    return {name: getattr(client, method)(address(name, keys), {"x": "y"}).status_code for name in TABLE}


def expected(letter, place):
    """`place` is 0 for GET, 1 for POST."""
    statuses = {name: (allowed, both[place]) for name, (allowed, *both) in TABLE.items()}
    return {name: status if status == NO or letter in allowed else 403 for name, (allowed, status) in statuses.items()}


def test_the_table_names_every_address():
    assert {name for name, _ in ADDRESSES} - PUBLIC - ACCOUNT == {*TABLE, NOBODY_ELSES}


@pytest.mark.parametrize("letter", ROLES)
def test_each_role_gets_what_the_table_says(letter):
    client, keys = people.signed_in(people.person(ROLES[letter])), things()

    found = [answers(client, keys, method) for method in ("get", "post")]

    assert found == [expected(letter, 0), expected(letter, 1)]


@pytest.mark.parametrize("method", ["get", "post"])
def test_another_areas_things_are_not_found_whatever_roles_one_holds(method):
    elsewhere = people.signed_in(people.person(*Role, in_area=people.area("885")))
    keyed = {name for name, path in ADDRESSES if path.count("/") > 2 and _of_one_thing(path)} & {*TABLE} - OF_EVERY_AREA

    found = answers(elsewhere, things(), method)

    assert {name: found[name] for name in keyed if found[name] not in (404, NO)} == {}
    assert len(keyed) == 32


def _of_one_thing(path):
    return any(part == "1" or part.startswith("00000000-") for part in path.split("/"))


@pytest.mark.parametrize("role", Role)
def test_another_persons_job_is_not_found(role):
    page = address(NOBODY_ELSES, things())

    assert people.signed_in(people.person(role)).get(page).status_code == 404
