"""What a workbook says of commitments, answers, claims, visits and expectations, beside what is held here."""

from datetime import date

import pytest

from goldenthread.foundation.partnership.models import Person, Role
from goldenthread.improve.governance.models import (
    Claim,
    Commitment,
    EvidenceSeen,
    Expectation,
    MembersView,
    Proof,
    Recommendation,
    Response,
    Visit,
)
from tests.factories import meeting_files as files
from tests.factories import meetings, people, plans, scrutiny
from tests.factories.meeting_files import BOARD

pytestmark = pytest.mark.django_db
ON = people.TODAY
OCTOBER = date(2026, 10, 8)
PROMISE = ("Commitment", "Made at", "Date", "Owner", "Due", "State", "Proof", "Accepted by", "Accepted on", "Reason")
REVIEW = (("Code", "Title", "Approved on"), ("SR25", "Waiting well", date(2025, 11, 24)))
ANSWER = ("Review", "Id", "Number", "Response", "Reason", "Answered on")
GIVEN = date(2026, 1, 22)


@pytest.fixture
def lead() -> Person:
    return people.person(Role.IMPROVEMENT_LEAD, name="Samira Dhillon")


@pytest.fixture
def owner() -> Person:
    return people.person(name="Gareth Pryce")


def promised(*rows: tuple[object, ...]) -> bytes:
    return files.with_board({"Commitments": (PROMISE, *rows)})


def kept(by: str) -> tuple[object, ...]:
    return ("Ask.", BOARD, OCTOBER, "Gareth Pryce, Head of Inclusion", ON, "Done", "The note", by, date(2026, 10, 30))


def test_a_day_in_words_is_kept_as_it_is_written(lead: Person, owner: Person) -> None:
    batch = files.commit(promised(("Ask.", BOARD, OCTOBER, "Gareth Pryce, Head of Inclusion", "by the autumn")), lead)

    found = Commitment.objects.get()
    assert (found.owner, found.due_on, found.due_as_written, found.made_on) == (owner, None, "by the autumn", OCTOBER)
    assert files.said(batch) == [("query", "Commitments", 2, "Due")]


def test_an_owner_not_known_here_stays_as_written(lead: Person) -> None:
    files.commit(promised(("Ask.", BOARD, OCTOBER, "The director", ON)), lead)

    assert Commitment.objects.get().owner_as_written == "The director"


def test_a_commitment_is_kept_with_proof_that_somebody_else_accepted(lead: Person, owner: Person) -> None:
    files.commit(promised(kept("Samira Dhillon")), lead)

    found, proof = Commitment.objects.get(), Proof.objects.get()
    assert (found.state, found.ended_on) == ("kept", date(2026, 10, 30))
    assert (proof.title, proof.accepted_by) == ("The note", lead)


@pytest.mark.parametrize("by", ["", "Gareth Pryce", "Somebody else"])
def test_without_it_the_commitment_stays_open(lead: Person, owner: Person, by: str) -> None:
    batch = files.commit(promised(kept(by)), lead)

    assert (Commitment.objects.get().state, Proof.objects.get().accepted_on) == ("open", None)
    assert "It stays open." in batch.problems.get(column="State").message


def test_what_was_ended_here_is_not_opened_again(lead: Person) -> None:
    at = meetings.meeting(meetings.body(BOARD), OCTOBER)
    meetings.commitment("Ask.", meeting=at, state="dropped", ended_on=ON, dropped_because="Nobody needs it.")

    batch = files.commit(promised(("Ask.", BOARD, OCTOBER, "The director", ON, "Open")), lead)

    assert Commitment.objects.get().state == "dropped"
    assert batch.problems.get().message.startswith("This commitment was dropped on 31 October 2026.")


def test_a_commitment_is_dropped_with_a_reason_only(lead: Person) -> None:
    row = ("Ask.", BOARD, OCTOBER, "The director", ON, "No longer needed")

    files.commit(promised((*row, "", "", "", ""), ("Call.", *row[1:], "", "", "", "The law changed.")), lead)

    assert [(one.words, one.state) for one in Commitment.objects.order_by("words")] == [
        ("Ask.", "open"),
        ("Call.", "dropped"),
    ]


def test_a_commitment_made_on_a_visit(lead: Person) -> None:
    visits = (("Date", "Kind", "Level"), (date(2026, 6, 23), "Stocktake", "No concerns"))
    rows = (PROMISE, ("Send it.", "Stocktake", date(2026, 6, 23), "The director", ON))

    files.commit(files.workbook({"Visits": visits, "Commitments": rows}), lead)

    assert Commitment.objects.get().visit == Visit.objects.get()


def test_an_action_of_the_plan_keeps_it(lead: Person) -> None:
    action = plans.action("2.1")
    rows = (("Commitment", "Date", "Owner", "Due", "Plan ref"), ("Ask.", OCTOBER, "The director", ON, "2.1"),
            ("Call.", OCTOBER, "The director", ON, "9.9"))  # fmt: skip

    batch = files.commit(files.workbook({"Commitments": rows}), lead)

    assert [one.action for one in Commitment.objects.order_by("words")] == [action, None]
    assert files.said(batch) == [("query", "Commitments", 3, "Plan ref")]


def reviewed(*answers: tuple[object, ...]) -> bytes:
    asked = (
        ("Review", "Number", "Recommendation"),
        ("SR25", 12, "Open a drop-in."),
        ("SR25", 12, "Bring the policy."),
        ("SR25", 13, "Come back."),
    )
    return files.workbook({"Reviews": REVIEW, "Recommendations": asked, "Responses": (ANSWER, *answers)})


def test_two_printed_under_one_number_stay_two(lead: Person) -> None:
    batch = files.commit(reviewed(("SR25", "SR25-02", 12, "Agreed", "", GIVEN), ("SR25", "", 12, "Agreed", "", GIVEN)),
                         lead)  # fmt: skip

    assert [(one.stable_id, one.number) for one in Recommendation.objects.all()] == [
        ("SR25-01", "12"), ("SR25-02", "12"), ("SR25-03", "13"),
    ]  # fmt: skip
    assert Response.objects.get().recommendation.words == "Bring the policy."
    assert batch.problems.get().message == (
        "2 recommendations of SR25 are numbered 12: SR25-01 or SR25-02. The row is kept aside."
    )


def test_an_answer_that_does_not_agree_gives_its_reason(lead: Person) -> None:
    batch = files.commit(reviewed(("SR25", "", 13, "Partially agreed", "", GIVEN)), lead)

    assert Response.objects.count() == 0
    assert files.said(batch) == [("error", "Responses", 2, "Reason")]


def test_a_later_answer_stands_beside_the_first(lead: Person) -> None:
    first, later = ("SR25", "", 13, "Deferred", "Not now.", GIVEN), ("SR25", "", 13, "Agreed", "", OCTOBER)
    files.commit(reviewed(first), lead)

    files.commit(reviewed(first, later), lead)

    assert [one.kind for one in Response.objects.all()] == ["deferred", "agreed"]


def test_the_members_view_is_taken_of_somebody_known(lead: Person) -> None:
    member = people.person(Role.SCRUTINY_MEMBER, name="Councillor Judith Hargrave")
    rows = (
        (*ANSWER, "Members accept", "Members say", "View given by", "View given on"),
        ("SR25", "", 1, "Noted", "Seen.", GIVEN, "No", "Too little.", "Councillor Judith Hargrave", OCTOBER),
        ("SR25", "", 1, "Agreed", "", GIVEN, "Yes", "", "A stranger", OCTOBER),
    )
    asked = (("Review", "Number", "Recommendation"), ("SR25", 1, "Do it."))

    batch = files.commit(files.workbook({"Reviews": REVIEW, "Recommendations": asked, "Responses": rows}), lead)

    assert [(one.by, one.accepted, one.words) for one in MembersView.objects.all()] == [(member, False, "Too little.")]
    assert {one[3] for one in files.said(batch)} == {"View given by", "Members accept"}


def test_how_far_an_answer_has_come_is_not_put_back_by_an_older_file(lead: Person) -> None:
    asked = scrutiny.recommendation(of=scrutiny.review("SR25", approved_on=date(2025, 11, 24)), number="13")
    scrutiny.response(asked, given_on=GIVEN, state="complete", state_on=ON)
    rows = ((*ANSWER, "State", "As at"), ("SR25", "", 13, "Agreed", "", GIVEN, "In progress", OCTOBER))

    batch = files.commit(files.workbook({"Responses": rows}), lead)

    assert Response.objects.get().state == "complete"
    assert files.said(batch) == [("query", "Responses", 2, "State")]


CLAIM = ("Claim", "Speaker", "Said on", "Sums", "Verdict", "Why", "Checked on")


def claimed(*rows: tuple[object, ...]) -> bytes:
    return files.workbook({"Claims": (CLAIM, *rows)})


def test_a_claim_is_taken_with_its_sums_and_its_verdict(lead: Person) -> None:
    row = ("Half.", "Head of service", OCTOBER, "48 of 96 = 50 %\n£150k × 3 = £450k", "Holds", "Divided.", ON)

    files.commit(claimed(row), lead)

    found = Claim.objects.get()
    assert ([one["kind"] for one in found.sums], found.verdict, found.checked_on) == (["share", "product"], "holds", ON)


def test_the_register_keeps_no_names(lead: Person) -> None:
    batch = files.commit(
        claimed(("One.", "Samira Dhillon", OCTOBER), ("Two.", "Councillor Dale", OCTOBER), ("Three.", "Head", OCTOBER)),
        lead,
    )

    assert [one.words for one in Claim.objects.all()] == ["Three."]
    assert files.said(batch) == [("error", "Claims", 2, "Speaker"), ("error", "Claims", 3, "Speaker")]


def test_what_is_no_sum_and_a_verdict_without_a_reason_are_asked_about(lead: Person) -> None:
    batch = files.commit(claimed(("One.", "Head", OCTOBER, "lots", "Holds", "", ON)), lead)

    found = Claim.objects.get()
    assert (found.sums, found.verdict) == ([], "unchecked")
    assert {one[3] for one in files.said(batch)} == {"Sums", "Verdict"}


def test_a_verdict_given_here_later_stays(lead: Person) -> None:
    scrutiny.claim(words="One.", verdict="fails", checked_on=ON, why="Counted.")
    Claim.objects.update(said_on=OCTOBER)

    files.commit(claimed(("One.", "Head", OCTOBER, "", "Holds", "Looked.", date(2026, 10, 9))), lead)

    assert Claim.objects.get().verdict == "fails"


def test_a_letter_is_cited_with_its_day_and_evidence_hangs_on_its_visit(lead: Person) -> None:
    visits = (
        ("Date", "Kind", "Letter", "Letter received"),
        (date(2025, 11, 4), "Monitoring visit", "The letter", date(2025, 11, 25)),
        (date(2026, 6, 23), "Stocktake", "A letter without a day", ""),
    )
    seen = (("Date", "Evidence", "Said"), (date(2025, 11, 4), "Ten plans", "Seven were good."), (ON, "Nothing", ""))

    batch = files.commit(files.workbook({"Visits": visits, "Evidence seen": seen}), lead)

    assert [one.letter_title for one in Visit.objects.order_by("on")] == ["The letter", ""]
    assert [str(one.visit) for one in EvidenceSeen.objects.all()] == ["Monitoring visit, 4 November 2025"]
    assert sorted(files.said(batch)) == [("error", "Evidence seen", 3, "Date"), ("query", "Visits", 3, "Letter")]


EXPECT = ("Outcome", "Unmet", "Met", "Exceeded", "Significantly exceeded", "Date of delivery", "Result", "Result on",
          "Because")  # fmt: skip
STEPS = ("Concerns", "No significant concerns", "No concerns", "")


def expected(*rows: tuple[object, ...]) -> bytes:
    return files.workbook({"Expectations": (EXPECT, *rows)})


def test_a_result_is_taken_of_a_step_that_is_defined(lead: Person) -> None:
    plans.theme()
    due = date(2025, 11, 30)

    batch = files.commit(
        expected(
            ("Visit", *STEPS, due, "Met", date(2025, 11, 25), "The letter."),
            ("Stocktake", *STEPS, due, "Significantly exceeded", date(2025, 11, 25), "The letter."),
        ),
        lead,
    )

    assert [(one.title, one.result) for one in Expectation.objects.order_by("pk")] == [
        ("Visit", "met"), ("Stocktake", ""),
    ]  # fmt: skip
    assert "“Significantly exceeded” is not defined for this outcome" in batch.problems.get().message


def test_nobody_moves_the_goal_after_the_result(lead: Person) -> None:
    plans.theme()
    scrutiny.expectation("Visit", result="met", result_on=OCTOBER, met="No significant concerns")

    batch = files.commit(expected(("Visit", "Nothing", "Anything", "", "", date(2026, 11, 30))), lead)

    assert Expectation.objects.get().met == "No significant concerns"
    assert batch.problems.get().message.startswith("The result of this was recorded on 8 October 2026.")


def test_without_a_plan_or_with_one_step_nothing_is_expected(lead: Person) -> None:
    row = ("Visit", *STEPS, ON)
    assert files.said(files.bring(expected(row), lead)) == [("error", "Expectations", 2, "plan")]
    plans.theme()

    batch = files.bring(expected(("Visit", "", "Met", "", "", ON)), lead)

    assert files.said(batch) == [("error", "Expectations", 2, "Met")]
