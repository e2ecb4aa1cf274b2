"""What is said at meetings: decided, promised and proved; recommended and answered; claimed and checked; visited."""

import re

import pytest

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("journeys")]

DECISION = "Each head teacher is told which school of their district to visit."
PROMISE = "Write to the 32 head teachers with the name of the school to visit."
VIEW = "Members ask to see the route before it is changed, not after."


def test_a_decision_is_promised_proved_and_kept(sent_for):
    lead, owner, verifier = sent_for("lead"), sent_for("inclusion"), sent_for("verifier")
    lead.opens("/meetings/")
    lead.follows("SEND Steering Group, 22 October 2026")
    lead.follows("Add to the agenda")
    lead.looks("agenda-add")
    lead.fills(title="Visits between schools", presenter="Gareth Pryce")
    lead.follows("Add this item")
    lead.follows(re.compile("Record a decision on Visits between schools"))
    lead.fills(words=DECISION)
    lead.chooses("Yes: it waits to become a commitment")
    lead.looks("decide")
    lead.follows("Record this decision")
    lead.fills(words=PROMISE, due_on=(27, 11, 2026))
    lead.page.get_by_label("Who will do it?").select_option(label="Gareth Pryce")
    lead.looks("commit")
    lead.follows("Make this a commitment")
    assert f"Gareth Pryce: {PROMISE}" in lead.reads()
    lead.looks("meeting")

    owner.opens("/")
    owner.follows(PROMISE)
    promise = owner.here()
    owner.follows("Offer proof")
    owner.fills(title="The letter, with its list of addresses")
    owner.follows("Offer this proof")
    assert "Not yet looked at" in owner.reads()
    assert "Look at this proof" not in owner.reads()
    owner.looks("commitment")

    verifier.opens(promise)
    verifier.follows(re.compile("Look at this proof"))
    verifier.looks("proof")
    verifier.follows("Accept it: the commitment is kept")
    verifier.opens(promise)
    assert re.search(r"How it stands Kept", verifier.reads())
    assert "Accepted by Denise Okafor on 31 October 2026." in verifier.reads()


def test_two_answers_with_one_number_stay_two(sent_for):
    member = sent_for("scrutiny")
    member.opens("/meetings/recommendations/")
    assert member.reads().count("(printed as 12)") == 2
    assert "14 recommendations" in member.reads()
    member.looks("recommendations")

    member.follows("SR25-13", exact=True)
    assert "Printed as 12" in member.reads()
    member.follows(re.compile("Give the members’ view"))
    member.chooses("No, members do not accept it")
    member.follows("Record this view", answers=400)
    member.fills(words=VIEW)
    member.looks("members-view")
    member.follows("Record this view")

    assert f"Not accepted: {VIEW} (Councillor Judith Hargrave, 31 October 2026)" in member.reads()
    member.looks("recommendation")


def test_a_claim_stands_beside_what_was_found(sent_for):
    member = sent_for("scrutiny")
    member.opens("/meetings/claims/")
    assert "318 of 640 is 49.7 %. It fits the 50 % that was said." in member.reads()

    member.follows("Does not hold", exact=True)
    assert "Nearly all plans are on time now." in member.reads()
    assert "318 of 640" not in member.reads()
    member.looks("claims")
    member.follows("Nearly all plans are on time now.")

    assert "349 of 1,187 new plans" in member.reads()
    member.looks("claim")


def test_an_adviser_takes_stock_and_records_a_visit(sent_for):
    adviser = sent_for("adviser")
    adviser.opens("/meetings/stocktake/")
    assert re.search(r"Challenged: \d+ of 107 actions", adviser.reads())
    adviser.looks("stocktake")

    adviser.follows("Visits", exact=True)
    adviser.follows("Record a visit")
    adviser.chooses("Monitoring visit")
    adviser.fills(visited_on=(29, 10, 2026), attended="Two advisers; the board’s chair", strengths="One list of waits.")
    adviser.chooses("No significant concerns")
    adviser.follows("Record this visit")

    assert "the advisers’ own record" in adviser.reads()
    assert "One list of waits." in adviser.reads()
    adviser.looks("visit")
