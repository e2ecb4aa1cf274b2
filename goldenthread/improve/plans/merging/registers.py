"""The plan's money with every account given of it, the ends that were stated, and its risks."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import F, Model

from goldenthread.foundation.ui.words import day as in_words
from goldenthread.improve.plans.ending import last_day
from goldenthread.improve.plans.merging.keeper import Keeper
from goldenthread.improve.plans.models import Account, Action, Funding, ImprovementPlan, Risk, StatedEnd
from goldenthread.improve.plans.reading.content import MoneyLine, PlanContent, RiskLine
from goldenthread.improve.plans.spending import tied_to
from goldenthread.rules.problems import Problem

OPEN_LAST = F("closed_on").asc(nulls_last=True)


class Registers:
    """`problems` are those that only show beside what is held."""

    def __init__(
        self, plan: ImprovementPlan, content: PlanContent, actions: Mapping[str, Action], keeper: Keeper, on: date
    ) -> None:
        self.plan, self.content, self.actions, self.keeper, self.on = plan, content, actions, keeper, on
        self.problems: list[Problem] = []

    def write(self) -> None:
        self._money()
        self._ends()
        self._risks()

    def _money(self) -> None:
        held = {row.title: row for row in self.plan.fundings.all()}
        told = {(row.funding_id, row.source): row for row in Account.objects.filter(funding__plan=self.plan)}
        for line in self.content.money:
            key = {"plan": self.plan, "title": line.title}
            funding = held[line.title] = self.keeper.keep(Funding, held.get(line.title), key, _of_money(line))
            self._tie(Funding.actions.through, "funding_id", funding.pk, funding.pays_for)
        for one in self.content.accounts:
            funding = held[one.title]
            told_of = {"posts": _posts(one.posts), "said_on": one.said_on}
            said: dict[str, Any] = {"pounds": one.pounds} | {
                name: value for name, value in told_of.items() if value is not None
            }
            row = told.get((funding.pk, one.source))
            told[funding.pk, one.source] = self.keeper.keep(
                Account, row, {"funding": funding, "source": one.source}, said
            )

    def _ends(self) -> None:
        held = {(row.words, row.source): row for row in self.plan.stated_ends.all()}
        for line in self.content.ends:
            row = held.get((line.words, line.source))
            said: dict[str, Any] = {"said_on": line.said_on} if line.said_on else {}
            if row is None:  # whoever keeps the plan may have said since which day they mean
                said["on"] = last_day(line.words)
            key = {"plan": self.plan, "words": line.words, "source": line.source}
            held[line.words, line.source] = self.keeper.keep(StatedEnd, row, key, said)

    def _risks(self) -> None:
        held = {row.title.casefold(): row for row in self.plan.risks.order_by(OPEN_LAST, "pk")}
        for line in self.content.risks:
            row = held.get(line.title.casefold())
            if row is not None and row.closed_on and row.closed_on != line.closed_on:
                self.problems.append(_closed(line, row.closed_on))
                continue
            said = _of_risk(line) | ({} if row else {"raised_on": line.raised_on or self.content.saved_on or self.on})
            risk = self.keeper.keep(Risk, row, {"plan": self.plan, "title": line.title}, said)
            held[line.title.casefold()] = risk
            unknown = self._tie(Risk.actions.through, "risk_id", risk.pk, line.actions)
            if unknown:
                self.problems.append(_no_action(line, unknown))

    def _tie(self, tie: type[Model], to: str, key: int, refs: str) -> Sequence[str]:
        """The actions that the references name; those no longer named are left for a person to untie. Gives the
        references of none.
        """
        named, unknown = tied_to(refs, self.actions.values())
        held = set(tie._default_manager.filter(**{to: key}).values_list("action_id", flat=True))
        new = [tie(action_id=one.pk, **{to: key}) for one in named if one.pk not in held]
        if named:
            self.keeper.add_all(tie, new, len(named) - len(new))
        return unknown


def _of_money(line: MoneyLine) -> dict[str, Any]:
    said = {
        "source": line.source,
        "pounds_a_year": line.pounds_a_year,
        "years": line.years,
        "first_year": line.first_year,
        "posts": _posts(line.posts),
        "pays_for": line.pays_for,
    }
    return said | ({"posts_filled": _posts(line.posts_filled)} if line.posts_filled is not None else {})


def _posts(number: float | None) -> Decimal | None:
    return None if number is None else Decimal(str(number))


def _of_risk(line: RiskLine) -> dict[str, Any]:
    """An empty cell takes nothing away; a risk is closed with its reason, on its day."""
    said: dict[str, Any] = {"likelihood": line.likelihood, "impact": line.impact, "owner": line.owner}
    texts = {"effect": line.effect, "mitigation": line.mitigation, "review_on": line.review_on}
    said |= {name: value for name, value in texts.items() if value}
    return said | ({"closed_on": line.closed_on, "closed_because": line.closed_because} if line.closed_on else {})


def _closed(line: RiskLine, on: date) -> Problem:
    message = f"This risk was closed here on {in_words(on)}, and this file still has it. It stays closed."
    what_to_do = "Take it out of the file, or raise it again here as a new one."
    return Problem("PLAN-KEPT", "query", message, "Risks", value=line.title[:120], what_to_do=what_to_do)


def _no_action(line: RiskLine, refs: Sequence[str]) -> Problem:
    message = f"The risk “{line.title[:80]}” names {', '.join(refs)}, which no action of the plan is called."
    return Problem("PLAN-WHICH", "query", message, "Risks", value=line.actions[:120], what_to_do="Correct it.")
