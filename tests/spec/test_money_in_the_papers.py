"""Money and ends as five council papers tell them: what they say must come out as they say it, and what they do not
agree on must be said.
"""

from datetime import date
from decimal import Decimal

import pytest

from goldenthread.improve.plans import reads, writes
from goldenthread.improve.plans.models import ImprovementPlan
from goldenthread.rules.claims import Fit, read_line
from goldenthread.rules.claims import check as check_claim
from goldenthread.rules.money import Fit as Told
from goldenthread.rules.money import fit
from tests.factories import people
from tests.factories.plan_register import funding
from tests.factories.plans import action, plan

pytestmark = pytest.mark.django_db
FIRST, SECOND = "Notes of a scrutiny meeting, 2020", "Minutes of a scrutiny panel, 2022"
CABINET_DAY = date(2018, 5, 24)
ENDS = (
    ("complete by September 2018", "Report to Cabinet, 2.5"),
    ("on track for autumn 2018", "Report to Cabinet, 2.5 and 9.1"),
    ("until September 2018 or until it is signed off", "Report to Cabinet, one-page summary"),
    ("sign-off by end October 2018", "Report to Cabinet, table 2"),
)


def told_twice() -> ImprovementPlan:
    made, by = funding("Additional SEND posts", pounds_a_year=675_000, years=1, posts=Decimal(15)), people.person()
    for source, pounds, posts in ((FIRST, 675_000, 15), (SECOND, 600_000, 17)):
        writes.add_account(funding=made, pounds=pounds, posts=Decimal(posts), source=source, by=by, on=people.TODAY)
    return made.plan


def test_675_thousand_for_15_posts_and_600_thousand_for_17_are_one_commitment_with_two_accounts() -> None:
    found = reads.spending(told_twice(), people.TODAY)

    (commitment,) = found.commitments
    assert [(one.account.source, one.account.pounds, one.account.posts) for one in commitment.accounts] == [
        (FIRST, 675_000, 15),
        (SECOND, 600_000, 17),
    ]
    assert commitment.differences == (
        f"{FIRST}: £675,000 for 15 posts. {SECOND}: £600,000 for 17 posts, that is £75,000 less and 2 posts more.",
    )
    assert (found.total, found.least, found.most) == (675_000, 600_000, 675_000)


def test_150_thousand_for_three_years_is_the_450_thousand_of_the_summary() -> None:
    made = funding("Better Care Fund", pounds_a_year=150_000, years=3, first_year="2018-19")
    made.accounts.create(pounds=450_000, source="One-page summary")
    made.accounts.create(pounds=150_000, source="Paragraph 4.3")

    (commitment,) = reads.spending(made.plan, people.TODAY).commitments

    assert (commitment.funding.pounds, commitment.differences) == (450_000, ())
    assert [one.fit for one in commitment.accounts] == [Told.IN_ALL, Told.A_YEAR]
    assert fit(405_000, 150_000, 3) is Told.NEITHER


def test_416_thousand_is_half_a_per_cent_of_83_million_200_thousand() -> None:
    assert check_claim(read_line("£416k = 0.5 % of £83.2m")).fit is Fit.HOLDS


def test_the_whole_that_416_thousand_implies_has_a_range() -> None:
    implied = check_claim({"kind": "whole", "part": "£416k", "percents": ["0.5 %"]}).found

    assert implied is not None
    assert (implied.value, float(implied.low), float(implied.high)) == (
        83_200_000,
        pytest.approx(415_500 / 0.0055),
        pytest.approx(416_500 / 0.0045),
    )


def stated() -> ImprovementPlan:
    action("1.1", due_on=date(2018, 9, 30))
    by = people.person()
    for words, source in ENDS:
        writes.state_end(plan=plan(), words=words, source=source, said_on=CABINET_DAY, by=by, on=people.TODAY)
    return plan()


def test_conflicting_ends_are_reported_and_never_merged() -> None:
    found = reads.ends(stated())

    assert [(one.words, one.on) for one in found.stated] == [
        ("complete by September 2018", date(2018, 9, 30)),
        ("on track for autumn 2018", date(2018, 12, 31)),
        ("until September 2018 or until it is signed off", date(2018, 9, 30)),
        ("sign-off by end October 2018", date(2018, 10, 31)),
    ]
    assert found.conflicting
    assert found.sentence == (
        "The end of this plan was stated 4 times, for 3 different days: 30 September 2018 (twice), 31 October 2018 and "
        "31 December 2018."
    )
    assert [one.words for one in found.open] == ["until September 2018 or until it is signed off"]


def test_the_plans_own_last_due_date_stands_beside_them() -> None:
    ends = reads.forecast(stated(), CABINET_DAY).ends

    assert [(end.on, end.own) for end in ends] == [
        (date(2018, 9, 30), True),
        (date(2018, 9, 30), False),
        (date(2018, 10, 31), False),
        (date(2018, 12, 31), False),
    ]
