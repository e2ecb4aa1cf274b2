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
    "L": Role.IMPROVEMENT_LEAD, "M": Role.SERVICE_MANAGER, "C": Role.CASEWORKER, "K": Role.ACTION_LEAD,
    "V": Role.VERIFIER, "H": Role.BOARD_CHAIR, "B": Role.BOARD_MEMBER, "S": Role.SCRUTINY_MEMBER, "A": Role.ANALYST,
    "F": Role.PARENT_FORUM, "X": Role.ADVISER, "D": Role.ADMINISTRATOR,
}  # fmt: skip
NOBODY, EVERYBODY, READERS, KEEPERS, BRINGERS = "", "LMCKVHBSAFXD", "LMCKVHBSAFX", "LM", "LMA"
VERIFIERS, SIGNERS, OF_MEETINGS = "LMVHB", "LMHB", "LMH"
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
    "indicators:figures_svg": (READERS, 200, NO),
    "indicators:figure": (READERS, 200, NO),
    "indicators:region": (READERS, 200, NO),
    "indicators:school": (READERS, 200, NO),
    "indicators:schools": (READERS, 200, NO),
    "indicators:start_anew": (BRINGERS, 200, 400),
    "indicators:template": (READERS, 200, NO),
    "indicators:withdraw_start": (BRINGERS, 200, 400),
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
    "intake:choices": ("M", NO, 302),  # of this batch, which tells of children
    "intake:choose": (BRINGERS, NO, 302),
    "intake:commit": (BRINGERS, NO, 302),
    "intake:undo": (BRINGERS, NO, 302),
    "governance:add_body": (OF_MEETINGS, 200, 400),
    "governance:add_claim": (OF_MEETINGS, 200, 400),
    "governance:add_expectation": (OF_MEETINGS, 200, 400),
    "governance:add_item": (OF_MEETINGS, 200, 400),
    "governance:add_line": (OF_MEETINGS, 200, 400),
    "governance:add_review": (OF_MEETINGS, 200, 400),
    "governance:add_seat": (OF_MEETINGS, 200, 400),
    "governance:add_visit": ("LMX", 200, 400),
    "governance:agree_minutes": (OF_MEETINGS, 200, 400),
    "governance:attend": (OF_MEETINGS, 200, 302),
    "governance:body": (READERS, 200, NO),
    "governance:chair": (READERS, 200, NO),
    "governance:check_claim": ("LMHA", 200, 400),
    "governance:claim": (READERS, 200, NO),
    "governance:claims": (READERS, 200, NO),
    "governance:commit": (OF_MEETINGS, 200, 400),
    "governance:commitment": (READERS, 200, NO),
    "governance:commitments": (READERS, 200, NO),
    "governance:dates": (READERS, 200, NO),
    "governance:decide": (OF_MEETINGS, 200, 400),
    "governance:edit_body": (OF_MEETINGS, 200, 400),
    "governance:edit_expectation": (OF_MEETINGS, 200, 400),
    "governance:edit_meeting": (OF_MEETINGS, 200, 400),
    "governance:edit_visit": (KEEPERS, 200, 302),
    "governance:end_commitment": (OF_MEETINGS, 200, 400),
    "governance:end_seat": (OF_MEETINGS, 200, 400),
    "governance:expectation_result": ("LMHX", 200, 400),
    "governance:expectations": (READERS, 200, NO),
    "governance:held": (OF_MEETINGS, 200, 400),
    "governance:index": (READERS, 200, NO),
    "governance:map": (READERS, 200, NO),
    "governance:meeting": (READERS, 200, NO),
    "governance:members_view": ("S", 200, 400),
    "governance:minute": (OF_MEETINGS, 200, 400),
    "governance:new_key": (READERS, NO, 302),
    "governance:offer_proof": (OF_MEETINGS, 200, 400),
    "governance:plan_meeting": (OF_MEETINGS, 200, 400),
    "governance:progress": (OF_MEETINGS, 200, 400),
    "governance:promise": (OF_MEETINGS, 200, 400),
    "governance:proof": (VERIFIERS, 200, 400),
    "governance:prove_response": (OF_MEETINGS, 200, 400),
    "governance:recommend": (OF_MEETINGS, 200, 400),
    "governance:recommendation": (READERS, 200, NO),
    "governance:recommendations": (READERS, 200, NO),
    "governance:respond": (OF_MEETINGS, 200, 400),
    "governance:response_proof": (VERIFIERS, 200, 400),
    "governance:review": (READERS, 200, NO),
    "governance:saw": (KEEPERS, 200, 400),
    "governance:stocktake": (READERS, 200, NO),
    "governance:table_paper": (OF_MEETINGS, 200, 400),
    "governance:visit": (READERS, 200, NO),
    "governance:visit_promise": (KEEPERS, 200, 400),
    "governance:visits": (READERS, 200, NO),
    "notices:mine": (EVERYBODY, 200, 400),
    "partnership:index": ("LMD", 200, 302),
    "partnership:add": ("D", 200, 400),
    "partnership:person": ("D", 200, NO),
    "partnership:edit": ("D", 200, 400),
    "partnership:appoint": ("D", 200, 400),
    "partnership:sign_in": ("D", 200, 302),
    "partnership:close": ("D", 200, 302),
    "partnership:link": ("D", 302, NO),
    "partnership:end": ("D", 200, 302),
    "plans:action": (READERS, 200, NO),
    "plans:actions": (READERS, 200, NO),
    "plans:actions_csv": (READERS, 200, NO),
    "plans:add_account": (KEEPERS, 200, 400),
    "plans:add_action": (KEEPERS, 200, 400),
    "plans:add_milestone": (KEEPERS, 200, 400),
    "plans:add_money": (KEEPERS, 200, 400),
    "plans:add_outcome": (KEEPERS, 200, 400),
    "plans:add_risk": (KEEPERS, 200, 400),
    "plans:add_theme": (KEEPERS, 200, 400),
    "plans:answers": (READERS, 200, NO),
    "plans:approve": ("H", NO, 302),
    "plans:begin": (KEEPERS, 200, 400),
    "plans:challenge_records": (READERS, 200, NO),
    "plans:challenges": (READERS, 200, NO),
    "plans:compare": (READERS, 200, NO),
    "plans:decline_explanation": (SIGNERS, 200, 400),
    "plans:depends": (KEEPERS, 200, 400),
    "plans:duties": (READERS, 200, NO),
    "plans:edit_action": (KEEPERS, 200, 400),
    "plans:edit_outcome": (KEEPERS, 200, 400),
    "plans:edit_plan": (KEEPERS, 200, 400),
    "plans:edit_risk": (KEEPERS, 200, 400),
    "plans:edit_theme": (KEEPERS, 200, 400),
    "plans:ends": (READERS, 200, NO),
    "plans:evidence": (VERIFIERS, 200, 400),
    "plans:evidence_waiting": (VERIFIERS, 200, NO),
    "plans:explain": (KEEPERS, 200, 400),
    "plans:explain_outcome": (KEEPERS, 302, 302),
    "plans:explain_theme": (KEEPERS, 200, 400),
    "plans:explanations": (READERS, 200, NO),
    "plans:forecast": (READERS, 200, NO),
    "plans:free": (KEEPERS, NO, 302),
    "plans:history": (READERS, 200, NO),
    "plans:index": (READERS, 200, NO),
    "plans:merge": (KEEPERS, 200, 400),
    "plans:mine": (READERS, 200, NO),
    "plans:money": (READERS, 200, NO),
    "plans:offer_evidence": (KEEPERS, 200, 400),
    "plans:owed": (KEEPERS, 200, NO),
    "plans:owed_by": (KEEPERS, 200, NO),
    "plans:posts": (KEEPERS, 200, 302),
    "plans:reach": (KEEPERS, 200, 400),
    "plans:remedy": (KEEPERS, 200, 400),
    "plans:remind": (KEEPERS, NO, 302),
    "plans:remind_everyone": (KEEPERS, NO, 302),
    "plans:report": (KEEPERS, 200, 400),
    "plans:report_outcome": (KEEPERS, 200, 400),
    "plans:report_theme": (KEEPERS, 200, 400),
    "plans:rests": (READERS, 200, NO),
    "plans:reword": (KEEPERS, 200, 400),
    "plans:risks": (READERS, 200, NO),
    "plans:sign": (SIGNERS, 200, 400),
    "plans:sign_explanation": (SIGNERS, 200, 302),
    "plans:sign_outcome": (SIGNERS, 302, 302),
    "plans:sign_theme": (SIGNERS, 200, 400),
    "plans:split": (KEEPERS, 200, 400),
    "plans:state_end": (KEEPERS, 200, 400),
    "plans:supports": (KEEPERS, 200, NO),
    "plans:theme": (READERS, 200, NO),
    "plans:verify": (VERIFIERS, NO, 302),
    "plans:withdraw": (KEEPERS, 200, 400),
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
    "reports:clear": (SIGNERS, NO, 302),
    "reports:freeze": (KEEPERS, NO, 302),
    "reports:correct": (NOBODY, NO, 302),  # this one is not frozen, and only a frozen one is corrected
}
BY_SECRET = "governance:feed"  # whoever holds the secret: tests/improve/governance/test_calendar.py
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
    assert {name for name, _ in ADDRESSES} - PUBLIC - ACCOUNT == {*TABLE, NOBODY_ELSES, BY_SECRET}


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
    assert len(keyed) == 108


def _of_one_thing(path):
    return any(part == "1" or part.startswith("00000000-") for part in path.split("/"))


@pytest.mark.parametrize("role", Role)
def test_another_persons_job_is_not_found(role):
    page = address(NOBODY_ELSES, things())

    assert people.signed_in(people.person(role)).get(page).status_code == 404
