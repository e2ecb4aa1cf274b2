"""Money is promised, told again somewhere else, and its posts are filled."""

from collections.abc import Collection
from datetime import date
from decimal import Decimal

from django.db import transaction

from goldenthread.foundation.ledger.reads import Actor
from goldenthread.improve.plans.models import Account, Action, Funding, ImprovementPlan

from .faults import CannotSave
from .telling import tell_of_plan


@transaction.atomic
def promise_money(
    *,
    plan: ImprovementPlan,
    title: str,
    source: str,
    pounds_a_year: int,
    years: int,
    first_year: str,
    by: Actor,
    on: date,
    posts: Decimal | None = None,
    posts_filled: Decimal | None = None,
    actions: Collection[Action] = (),
) -> Funding:
    """One commitment, which counts once in every sum. Raises CannotSave for a title that the plan has already, no
    years, more posts filled than there are, or another plan's actions.
    """
    _refuse_twice(plan, title)
    if years < 1:
        raise CannotSave("Say for how many years: one or more.")
    _refuse_posts(posts, posts_filled)
    if any(one.theme.plan_id != plan.pk for one in actions):
        raise CannotSave("Money pays for actions of its own plan only.")
    funding = Funding.objects.create(
        plan=plan,
        title=title.strip(),
        source=source.strip(),
        pounds_a_year=pounds_a_year,
        years=years,
        first_year=first_year,
        posts=posts,
        posts_filled=posts_filled,
        pays_for=", ".join(one.ref for one in actions)[:300],
    )
    funding.actions.set(actions)
    tell_of_plan("money promised", plan, by, on, funding, detail={"pounds": pounds_a_year, "years": years})
    return funding


@transaction.atomic
def add_account(
    *,
    funding: Funding,
    pounds: int,
    source: str,
    by: Actor,
    on: date,
    posts: Decimal | None = None,
    said_on: date | None = None,
) -> Account:
    """What was said of it somewhere. The commitment itself stays as it is: a different figure stands beside it. Raises
    CannotSave for a second account of the same source, or one from the future.
    """
    if funding.accounts.filter(source__iexact=source.strip()).exists():
        raise CannotSave(
            f"An account from {source.strip()} is here already. Say more exactly where this one was given."
        )
    _refuse_later(said_on, on)
    account = funding.accounts.create(pounds=pounds, posts=posts, source=source.strip(), said_on=said_on)
    tell_of_plan("account of money added", funding.plan, by, on, funding, detail={"pounds": pounds})
    return account


@transaction.atomic
def fill_posts(
    *, funding: Funding, posts: Decimal | None, posts_filled: Decimal | None, by: Actor, on: date
) -> Funding:
    """How many posts it pays for, and how many are filled. Raises CannotSave where more are filled than there are."""
    _refuse_posts(posts, posts_filled)
    before = {"posts before": str(funding.posts), "filled before": str(funding.posts_filled)}
    funding.posts, funding.posts_filled = posts, posts_filled
    funding.save(update_fields=["posts", "posts_filled"])
    now = {"posts": str(posts), "filled": str(posts_filled)}
    tell_of_plan("posts recorded", funding.plan, by, on, funding, detail={**now, **before})
    return funding


def _refuse_twice(plan: ImprovementPlan, title: str) -> None:
    if plan.fundings.filter(title__iexact=title.strip()).exists():
        raise CannotSave(
            f"“{title.strip()}” is here already. If this is another account of the same money, add it there, so that "
            "it is not counted twice."
        )


def _refuse_posts(posts: Decimal | None, filled: Decimal | None) -> None:
    if filled is not None and posts is None:
        raise CannotSave("Say how many posts there are before saying how many are filled.")
    if filled is not None and posts is not None and filled > posts:
        raise CannotSave(f"{filled} posts cannot be filled of {posts}. Correct one of the two.")


def _refuse_later(said_on: date | None, on: date) -> None:
    if said_on and said_on > on:
        raise CannotSave("That day has not come yet. Give the day on which it was said.")
