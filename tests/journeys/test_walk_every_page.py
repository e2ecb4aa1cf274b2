"""Every page of the plan and of meetings, as the improvement lead opens it on a telephone: none may be found wanting.

The journeys look at what people do there; this looks at each page once, whoever comes to it and from where. Contrast
takes half of axe's time and is left to the journeys: there is one style sheet, and they see each kind of page in it.
"""

import pytest

from tests.journeys.walking import PHONE, dead_anchors, faults, wider_than_the_screen

NOT_CONTRAST = {"color-contrast": {"enabled": False}}
pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("journeys")]

# The numbers are those of the demonstration: action 18 is 2.1, meeting 10 was held, and meeting 17 is to come.
PLAN = """
    challenges/ challenges/record/ explanations/ mine/ owed/ actions/ history/
    compare/?from-day=1&from-month=10&from-year=2026&to-day=31&to-month=10&to-year=2026 forecast/ rests-on/ ends/
    ends/add/ duties/ answers/ risks/ risks/add/ risks/1/ money/ money/add/ money/1/account/ money/1/posts/ new/
    1/edit/ 1/themes/add/ evidence/ evidence/5/ themes/6/ themes/6/report/ themes/6/sign/ themes/6/explain/
    themes/6/edit/ themes/6/outcomes/add/ themes/6/actions/add/ outcomes/1/report/ outcomes/1/edit/ actions/18/
    actions/18/report/ actions/18/sign/ actions/18/explain/ actions/18/reword/ actions/18/evidence/ actions/18/edit/
    actions/18/milestones/add/ actions/18/remedy/ actions/18/split/ actions/18/merge/ actions/18/withdraw/
    actions/18/depends/
"""
MEETINGS = """
    chair/ map/ bodies/add/ bodies/1/ bodies/1/edit/ bodies/1/seats/add/ seats/1/end/ bodies/1/reports-to/
    bodies/1/meetings/add/ 10/ 17/ 10/edit/ 10/agenda/add/ 10/present/ 10/held/ 10/minutes/agree/ agenda/1/minutes/
    agenda/1/papers/add/ 10/decide/ 10/promise/ decisions/4/commit/ commitments/ commitments/1/ commitments/5/end/
    commitments/5/proof/ calendar/ recommendations/ reviews/add/ reviews/1/ reviews/1/recommend/ recommendations/1/
    recommendations/1/respond/ responses/1/progress/ responses/1/proof/ claims/ claims/add/ claims/1/
    claims/1/check/ visits/ visits/add/ visits/1/ visits/1/edit/ visits/1/saw/ visits/1/promise/ expectations/
    expectations/add/ expectations/2/edit/ expectations/2/result/ stocktake/
"""


@pytest.mark.parametrize(("room", "paths"), [("plan", ["", *PLAN.split()]), ("meetings", ["", *MEETINGS.split()])])
def test_no_page_is_found_wanting(sent_for, room, paths):
    lead = sent_for("lead", PHONE)

    wanting = [fault for path in paths for fault in _wanting(lead.page, f"{lead.site}/{room}/{path}")]

    assert wanting == [], "\n".join(wanting)


def _wanting(page, address):
    answer = page.goto(address)
    if answer.status != 200:
        return [f"{address}: {answer.status}"]
    wide = ["wider than the screen"] if wider_than_the_screen(page) else []
    return [f"{address}: {one}" for one in (*faults(page, rules=NOT_CONTRAST), *dead_anchors(page), *wide)]
