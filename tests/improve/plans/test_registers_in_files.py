"""The registers of a plan's workbook: money with its posts and accounts, ends that were stated, and risks."""

from datetime import date
from decimal import Decimal

import pytest

from goldenthread.foundation.intake import writes as intake
from goldenthread.foundation.partnership.models import Person, Role
from goldenthread.improve.plans import reads
from goldenthread.improve.plans.models import Account, Funding, ImprovementPlan, Risk, StatedEnd
from tests.factories import people
from tests.factories.plans import HEADINGS, workbook
from tests.improve.plans import demo

pytestmark = pytest.mark.django_db
ON = people.TODAY
ACTIONS = (HEADINGS, ("1.1", "Do it.", "", date(2026, 12, 18), "Green", "Begun."))
MONEY = ("What for", "Source", "Pounds a year", "Years", "First year", "Posts", "Posts filled", "Actions")
POSTS = ("Permanent posts", "Base budget", 675_000, 3, "2025-26", 15, 13, "1.1")
ACCOUNTS = ("What for", "Pounds", "Posts", "Where it was said", "Said on")
ENDS = ("As it was said", "Where it was said", "Said on")
RISKS = ("Risk", "What it would mean", "Likelihood", "Impact", "What is done about it", "Owner", "Raised on",
         "Review on", "Closed on", "Why closed", "Actions")  # fmt: skip
DELAY = ("Children wait", "Too long.", 4, "3: medium", "Cover is agreed.", "Ann Bell", date(2026, 1, 15), "", "", "",
         "1.1")  # fmt: skip


@pytest.fixture
def lead() -> Person:
    return people.person(Role.IMPROVEMENT_LEAD)


def book(**sheets: tuple[tuple[object, ...], ...]) -> bytes:
    return workbook({"Actions": ACTIONS, **{name.replace("_", " "): rows for name, rows in sheets.items()}})


def counts(batch) -> dict[str, tuple[int, int, int]]:
    return {each["kind"]: (each["added"], each["changed"], each["unchanged"]) for each in batch.counts}


def test_posts_filled_are_read_beside_the_posts(lead: Person) -> None:
    demo.commit(book(Money=(MONEY, POSTS)), lead)

    funding = Funding.objects.get()
    assert (funding.posts, funding.posts_filled) == (Decimal(15), Decimal(13))


def test_more_posts_filled_than_there_are_is_asked_about(lead: Person) -> None:
    batch = demo.commit(
        book(
            Money=(MONEY, (*POSTS[:6], 17, "")),
        ),
        lead,
    )

    assert Funding.objects.get().posts_filled is None
    assert [(one.severity, one.column) for one in batch.problems.all()] == [("query", "Posts filled")]


def test_two_accounts_of_one_commitment_are_one_told_twice(lead: Person) -> None:
    told = (
        ("Permanent posts", 675_000, 15, "Report to Cabinet", date(2025, 9, 11)),
        ("Permanent posts", 600_000, 17, "Answer to scrutiny", date(2026, 6, 15)),
    )

    demo.commit(book(Money=(MONEY, POSTS), Accounts=(ACCOUNTS, *told)), lead)

    spending = reads.spending(ImprovementPlan.objects.get(), ON)
    assert (len(spending.commitments), spending.total) == (1, 2_025_000)
    assert [one.differences for one in spending.differing] == [
        (
            "Report to Cabinet: £675,000 for 15 posts. Answer to scrutiny: £600,000 for 17 posts, that is £75,000 less "
            "and 2 posts more.",
        )
    ]


def test_an_account_of_money_that_is_not_in_the_file_is_kept_aside(lead: Person) -> None:
    batch = demo.commit(book(Money=(MONEY, POSTS), Accounts=(ACCOUNTS, ("Nothing", 5, "", "A letter", ""))), lead)

    assert Account.objects.count() == 0
    assert [(one.severity, one.table, one.column) for one in batch.problems.all()] == [
        ("error", "Accounts", "What for")
    ]


def test_three_ends_that_conflict_stand_side_by_side(lead: Person) -> None:
    ends = (
        ("Complete by the end of July 2027", "The plan", date(2024, 12, 16)),
        ("Delivered by March 2027", "Report to Cabinet", date(2025, 9, 11)),
        ("Runs on", "A speech", ""),
    )

    demo.commit(book(End_dates=(ENDS, *ends)), lead)

    found = reads.ends(ImprovementPlan.objects.get())
    assert (found.conflicting, [on for on, _ in found.days]) == (True, [date(2027, 3, 31), date(2027, 7, 31)])
    assert [one.words for one in found.silent] == ["Runs on"]


def test_a_risk_is_read_with_its_score_and_the_actions_it_touches(lead: Person) -> None:
    batch = demo.commit(book(Risks=(RISKS, DELAY, ("More", "", "Very high", 5, "", "Bo Carr", "", "", "", "", "9.9"))),
                        lead)  # fmt: skip

    first, second = Risk.objects.order_by("pk")
    assert (first.score, first.raised_on, [one.ref for one in first.actions.all()]) == (12, date(2026, 1, 15), ["1.1"])
    assert (second.score, second.actions.count()) == (25, 0)
    assert [one.message for one in batch.problems.all()] == [
        "The risk “More” names 9.9, which no action of the plan is called."
    ]


@pytest.mark.parametrize("score", [6, 0, "likely", ""])
def test_a_risk_without_a_score_is_kept_aside(lead: Person, score: object) -> None:
    batch = demo.commit(book(Risks=(RISKS, (*DELAY[:2], score, *DELAY[3:]))), lead)

    assert Risk.objects.count() == 0
    assert [(one.severity, one.column) for one in batch.problems.all()] == [("error", "Likelihood")]


def test_a_risk_closed_here_stays_closed(lead: Person) -> None:
    demo.commit(book(Risks=(RISKS, DELAY)), lead)
    Risk.objects.update(closed_on=ON, closed_because="It happened.")

    batch = demo.commit(book(Risks=(RISKS, (*DELAY[:2], 5, *DELAY[3:]))), lead)

    assert (Risk.objects.get().likelihood, Risk.objects.get().closed_on) == (4, ON)
    assert batch.problems.get().message.startswith("This risk was closed here on 31 October 2026")


def test_the_same_registers_again_change_nothing(lead: Person) -> None:
    account = ("Permanent posts", 600_000, 17, "Answer to scrutiny", date(2026, 6, 15))
    content = book(
        Money=(MONEY, POSTS), Accounts=(ACCOUNTS, account), Risks=(RISKS, DELAY), End_dates=(ENDS, ("By 2027", "X", ""))
    )
    demo.commit(content, lead)

    batch = demo.commit(content, lead)

    assert batch.facts["written"] == {}
    assert counts(batch)["Accounts"] == counts(batch)["Stated ends"] == counts(batch)["Risks"] == (0, 0, 1)


def test_undo_takes_the_registers_back(lead: Person) -> None:
    batch = demo.commit(book(Money=(MONEY, POSTS), Risks=(RISKS, DELAY), End_dates=(ENDS, ("By 2027", "X", ""))), lead)

    intake.undo(batch=batch, by=lead, on=ON, why="The wrong file")

    assert [model.objects.count() for model in (Funding, Account, Risk, StatedEnd)] == [0] * 4


def test_a_day_that_somebody_said_is_meant_is_not_read_again(lead: Person) -> None:
    content = book(End_dates=(ENDS, ("In 2027", "The plan", "")))
    demo.commit(content, lead)
    StatedEnd.objects.update(on=date(2027, 7, 31))

    demo.commit(content, lead)

    assert StatedEnd.objects.get().on == date(2027, 7, 31)
