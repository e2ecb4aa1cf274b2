"""An action's lead on the way between two schools: what they owe, reported from a telephone."""

import re

import pytest

from tests.journeys.walking import PHONE, picture

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("journeys")]

DONE = "Forty places are open. The committee has the papers for the last site."
NEXT = "The committee decides on 19 November."
HELP = "Please ask the diocese for its letter before the committee meets."


def test_a_lead_reports_from_a_telephone(sent_for):
    lead = sent_for("inclusion", PHONE)
    lead.opens("/")
    lead.looks("phone-home")
    lead.follows("See all your actions")
    assert re.search(r"\d of your 10 actions want something from you", lead.reads())
    lead.looks("phone-owed")

    lead.follows("Report on action 2.16", exact=True)
    report = lead.here()
    green = told_of(lead, "Green")
    assert "Reported Green, the facts support ▲ A Amber: minor issue, because: The milestone" in green
    assert "You may save it all the same" in green
    assert "Complete, not evidenced: no evidence has been accepted yet." in told_of(lead, "Blue")
    amber = told_of(lead, "Amber")
    assert "Reported Amber, the facts support ▲ A Amber: minor issue" in amber
    assert "You may save it all the same" not in amber
    lead.looks("phone-report")

    lead.fills(done=DONE, next_step=NEXT, help_needed=HELP)
    lead.follows("Save this report")
    assert "Your report on action 2.16 is saved" in lead.reads()
    lead.opens(report.replace("report/?back=mine", ""))
    action = lead.reads()
    assert f"Help needed: {HELP}" in action
    assert f"Next: {NEXT}" in action
    lead.looks("phone-action")


def test_a_lead_reports_without_scripts(sent_for):
    lead = sent_for("inclusion", PHONE, scripts=False)
    lead.opens("/plan/mine/")
    lead.follows("Report on action 2.17", exact=True)
    lead.chooses("Blue: complete")
    lead.fills(done=DONE, next_step=NEXT)

    lead.follows("See what the facts support")
    assert "You may save it all the same" in lead.reads()
    picture(lead.page, "phone-confirm")
    lead.follows("Change it first")
    lead.chooses("Amber: minor issue")
    lead.follows("See what the facts support")
    assert "The facts support Amber." in lead.reads()
    assert DONE in lead.reads()
    lead.follows("Save this report")

    assert "Your report on action 2.17 is saved" in lead.reads()


def told_of(lead, word):
    """What the live line says once it has heard of a colour."""
    lead.page.get_by_role("radio", name=re.compile(word)).check()
    lead.page.locator("#supports", has_text=f"Reported {word}").wait_for()
    return lead.reads("#supports")
