"""Who answers for a colour: a lead explains, a chair signs, a verifier looks, and each hears of it."""

import re

import pytest

from tests.journeys.walking import picture

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("journeys")]

WHY = "The lessons of the quarter go out with the autumn letter on 13 November; the update was late, the work is not."


def test_a_colour_is_explained_and_signed(sent_for):
    lead, chair = sent_for("verifier"), sent_for("chair")
    lead.opens("/plan/challenges/")
    lead.follows("6.7", exact=True)
    action = lead.here()
    lead.follows("Explain and ask for a signature")
    lead.fills(why=WHY, until=(30, 11, 2026))
    lead.looks("explain")
    lead.follows("Ask for a signature")
    assert "waits for a signature" in lead.reads()

    chair.opens("/")
    chair.looks("chair-home")
    chair.follows(WHY)
    chair.looks("explanations")
    chair.follows("Sign it or decline the explanation of action 6.7")
    chair.looks("sign")
    chair.follows("Sign", exact=True)
    chair.opens(action)

    signed = r"Ros Calloway, Independent chair .* explained on 31 October 2026: .* It stands until 30 November 2026"
    assert re.search(signed, chair.reads())
    chair.looks("signed")
    chair.opens("/plan/challenges/record/?which=answered")
    assert "Action 6.7" in chair.reads()
    assert re.search(r"Somebody explained and signed: Ros Calloway, .* until 30 November 2026", chair.reads())
    chair.looks("challenge-record")
    lead.opens("/told/")
    assert "6.7" in lead.reads()


def test_evidence_is_accepted_and_returned(sent_for):
    lead, verifier = sent_for("inclusion"), sent_for("verifier")
    lead.opens("/plan/challenges/")
    lead.follows("2.1", exact=True)
    for title in ("Register of the visits", "Photograph of a poster"):
        lead.follows("Offer evidence")
        lead.fills(title=title)
        lead.follows("Offer this evidence")
    lead.looks("action-with-evidence")

    verifier.opens("/")
    verifier.follows("See everything that waits for a verifier")
    verifier.looks("verifier-queue")
    verifier.follows(re.compile("Accept or return.*Register of the visits"))
    verifier.looks("verifier-looks")
    verifier.follows("Accept it")
    verifier.follows(re.compile("Accept or return.*Photograph of a poster"))
    verifier.follows("Return it to the lead", answers=400)
    assert "Say what is wanting" in verifier.reads()
    verifier.fills(because="A poster does not show that a school was visited.")
    verifier.follows("Return it to the lead")
    assert verifier.card("Photograph of a poster").count() == 0

    lead.opens("/told/")
    told = lead.reads()
    assert "Photograph of a poster" in told
    assert "A poster does not show that a school was visited." in told
    lead.looks("told")


def test_the_chair_sees_exceptions_first(sent_for):
    lead, chair = sent_for("inclusion"), sent_for("chair")
    lead.opens("/plan/actions/?words=reviewed+matrix")
    lead.follows("3.4", exact=True)
    lead.follows("Say how it will be put right, with a new date")
    lead.fills(wording="Examples are written with the four districts that meet.", owner="Gareth Pryce")
    lead.fills(due_on=(9, 4, 2027))
    lead.looks("remedy")
    lead.follows("Save the remedy")

    chair.opens("/meetings/chair/")
    page = chair.reads()
    assert "6 red actions over 4 activities." in page
    assert "SEND Improvement Board, 8 October 2026" in page
    assert "1 new date waits to be approved: 3.4, 9 April 2027." in page
    chair.looks("chair")
    chair.page.emulate_media(media="print")
    picture(chair.page, "chair-printed")
    assert not chair.page.get_by_role("navigation").first.is_visible()
    chair.page.emulate_media(media="screen")
    chair.follows("Approve the new date of 3.4")

    assert "approved by Ros Calloway" in chair.reads()
    chair.opens("/meetings/chair/")
    assert "Ros Calloway, Independent chair of the SEND Improvement Board, 31 October 2026" in chair.reads()
