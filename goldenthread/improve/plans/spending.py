"""What the plan costs: each commitment once, however often and however differently it was told."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import combinations

from goldenthread.improve.plans.facts import in_the_plan
from goldenthread.improve.plans.models import Account, Action, Funding, ImprovementPlan
from goldenthread.rules.money import Fit, Telling, by_year, differ, fit, pounds
from goldenthread.rules.statistics.rounding import share

BETWEEN_REFS = re.compile(r"[,;\s]+")


@dataclass(frozen=True)
class Told:
    account: Account
    fit: Fit

    @property
    def pounds(self) -> str:
        return pounds(self.account.pounds)


@dataclass(frozen=True)
class Commitment:
    """`differences` are sentences: between accounts, and between what is counted and what was told. `unknown` are
    references that a file gave and the plan does not have.
    """

    funding: Funding
    actions: tuple[Action, ...]
    accounts: tuple[Told, ...]
    differences: tuple[str, ...]
    unknown: tuple[str, ...]

    @property
    def a_year(self) -> str:
        return pounds(self.funding.pounds_a_year)

    @property
    def in_all(self) -> str:
        return pounds(self.funding.pounds)

    @property
    def least(self) -> int:
        """In all, taking the lowest account; of an account that fits neither sum, as it was told for each year."""
        return min(self._sums)

    @property
    def most(self) -> int:
        return max(self._sums)

    @property
    def _sums(self) -> list[int]:
        years = self.funding.years
        told = (one.account.pounds * (1 if one.fit is Fit.IN_ALL else years) for one in self.accounts)
        return [self.funding.pounds, *told]


@dataclass(frozen=True)
class Spending:
    """`years`: (“2025-26”, pounds) in order; `unplaced`: pounds of commitments that name no first year. `without`:
    actions in the plan that no money names.
    """

    commitments: tuple[Commitment, ...]
    years: tuple[tuple[str, int], ...]
    unplaced: int
    without: tuple[Action, ...]
    of: int

    @property
    def total(self) -> int:
        return sum(one.funding.pounds for one in self.commitments)

    @property
    def least(self) -> int:
        return sum(one.least for one in self.commitments)

    @property
    def most(self) -> int:
        return sum(one.most for one in self.commitments)

    @property
    def posts(self) -> Decimal:
        return sum((one.funding.posts or Decimal() for one in self.commitments), Decimal())

    @property
    def posts_filled(self) -> Decimal:
        return sum((one.funding.posts_filled or Decimal() for one in self.commitments), Decimal())

    @property
    def posts_told(self) -> Decimal:
        """Of those commitments that say how many are filled."""
        told = (one.funding.posts for one in self.commitments if one.funding.posts_filled is not None)
        return sum((posts or Decimal() for posts in told), Decimal())

    @property
    def posts_unsaid(self) -> int:
        """Commitments that name posts and do not say how many are filled: not none."""
        return sum(bool(one.funding.posts) and one.funding.posts_filled is None for one in self.commitments)

    @property
    def shown(self) -> dict[str, str]:
        """The sums, for reading."""
        return {"total": pounds(self.total), "least": pounds(self.least), "most": pounds(self.most)}

    @property
    def by_year(self) -> list[tuple[str, str]]:
        unplaced = [("No year is named", self.unplaced)] if self.unplaced else []
        return [(year, pounds(sum_)) for year, sum_ in (*self.years, *unplaced)]

    @property
    def share_without(self) -> str:
        return share(len(self.without), self.of, "actions")

    @property
    def told(self) -> list[Commitment]:
        return [one for one in self.commitments if one.accounts]

    @property
    def differing(self) -> list[Commitment]:
        return [one for one in self.commitments if one.differences]


def spending(plan: ImprovementPlan, as_at: date) -> Spending:
    """Four questions."""
    rows = list(Funding.objects.filter(plan=plan).prefetch_related("accounts", "actions"))
    asked = Action.objects.filter(in_the_plan(as_at), theme__plan=plan).select_related("theme").defer("as_written")
    actions = list(asked)
    commitments = tuple(_commitment(one, actions) for one in rows)
    paid = {action.pk for one in commitments for action in one.actions}
    years: dict[str, int] = {}
    for one in rows:
        for year, sum_ in by_year(one.first_year, one.pounds_a_year, one.years).items():
            years[year] = years.get(year, 0) + sum_
    placed = tuple(sorted(years.items()))
    return Spending(
        commitments,
        placed,
        sum(one.pounds for one in rows) - sum(sum_ for _, sum_ in placed),
        tuple(one for one in actions if one.pk not in paid),
        len(actions),
    )


def tied_to(pays_for: str, actions: Iterable[Action]) -> tuple[list[Action], list[str]]:
    """The actions that a file's references name, and the references that name none."""
    refs = {one.ref: one for one in actions}
    named = list(dict.fromkeys(filter(None, BETWEEN_REFS.split(pays_for))))
    return [refs[ref] for ref in named if ref in refs], [ref for ref in named if ref not in refs]


def _commitment(funding: Funding, actions: Sequence[Action]) -> Commitment:
    accounts = tuple(Told(one, fit(one.pounds, funding.pounds_a_year, funding.years)) for one in funding.accounts.all())
    tied = tuple(funding.actions.all())
    _, unknown = tied_to(funding.pays_for, [*actions, *tied])
    return Commitment(funding, tied, accounts, tuple(_differences(funding, accounts)), tuple(unknown))


def _differences(funding: Funding, accounts: Sequence[Told]) -> Iterator[str]:
    said: set[Told] = set()
    for pair in combinations(accounts, 2):
        first, second = (Telling(one.account.source, one.account.pounds, one.account.posts) for one in pair)
        if how := differ(first, second, funding.years):
            said.update(pair)
            yield how
    for one in accounts:
        if one.fit is Fit.NEITHER and one not in said:
            yield f"{one.account.source}: {one.pounds}, which is {_neither(funding)}."


def _neither(funding: Funding) -> str:
    a_year = pounds(funding.pounds_a_year)
    if funding.years == 1:
        return f"not the {a_year} counted here"
    product = f"{a_year} × {funding.years} = {pounds(funding.pounds)}"
    return f"neither the {a_year} a year counted here nor its {product}"
