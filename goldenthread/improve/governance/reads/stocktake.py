"""The plan on one page, for the advisers who take stock of it and for the chair."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from goldenthread.foundation.partnership import reads as partnership
from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.improve.governance.models import Commitment, EvidenceSeen, Expectation, Visit
from goldenthread.improve.governance.together import together
from goldenthread.improve.plans import reads as plans
from goldenthread.improve.plans.models import Risk
from goldenthread.improve.plans.reads import ActionStanding, PlanStanding, Themed, ThemeStanding
from goldenthread.rules.honesty.tally import Row

from .commitments import CommitmentStanding, standings
from .expectations import PlanExpectations, evaluated

NEWEST = 12  # visits, and pieces of evidence, that one page can hold


@dataclass(frozen=True)
class Stocktake:
    """`last` is the stocktake visit with which the plan is compared; None: compared with the end of last month."""

    standing: PlanStanding
    last: Visit | None
    visits: tuple[Visit, ...]
    tables: tuple[PlanExpectations, ...]
    commitments: tuple[CommitmentStanding, ...]
    seen: tuple[EvidenceSeen, ...]
    risks: tuple[Risk, ...]

    @property
    def rows(self) -> list[tuple[ThemeStanding, Row]]:
        """Table 1, beside the dials of each theme."""
        return list(zip(self.standing.themes, self.standing.tally.rows, strict=True))

    @property
    def better(self) -> list[ActionStanding]:
        return [one for one in self.standing.moved if one.moved > 0]

    @property
    def worse(self) -> list[ActionStanding]:
        return [one for one in self.standing.moved if one.moved < 0]

    @property
    def overdue(self) -> list[CommitmentStanding]:
        return [one for one in self.commitments if one.overdue]

    @property
    def kept(self) -> list[CommitmentStanding]:
        return [one for one in self.commitments if one.commitment.state == Commitment.State.KEPT]


@dataclass(frozen=True)
class _Lists:
    """What hangs on the visits and on the plan, with its owners and its visits put in: one question."""

    visits: list[Visit]
    seen: list[EvidenceSeen]
    commitments: list[Commitment]
    expectations: list[Expectation]
    risks: list[Risk]


def stocktake(area: LocalArea, plan: Themed, on: date, *, small_numbers: bool) -> Stocktake:
    """Whole, as at a day: what moved is since the last stocktake before it."""
    lists = _lists(area, plan, on)
    last = next((one for one in lists.visits if one.kind == Visit.Kind.STOCKTAKE and one.on < on), None)
    since = last.on if last else None
    standing = plans.standing(
        plan.plan, on, since=since, themes=plan.themes, with_remedies=False, small_numbers=small_numbers
    )
    return Stocktake(
        standing=standing,
        last=last,
        visits=tuple(lists.visits[:NEWEST]),
        tables=tuple(evaluated(lists.expectations, on)),
        commitments=tuple(standings(sorted(lists.commitments, key=_overdue_first), on)),
        seen=tuple(_of_the_plan(lists.seen, standing))[:NEWEST],
        risks=tuple(sorted(lists.risks, key=lambda one: (-one.score, one.pk))),
    )


def _lists(area: LocalArea, plan: Themed, on: date) -> _Lists:
    came = Visit.objects.filter(area=area, on__lte=on)
    promised = Commitment.objects.filter(visit__in=came, made_on__lte=on)
    owners = partnership.people_in(area).filter(pk__in=promised.values("owner"))
    expected = Expectation.objects.filter(plan=plan.plan)
    found = together(
        came,
        EvidenceSeen.objects.filter(visit__in=came),
        promised,
        owners,
        expected,
        plan.plan.risks.filter(closed_on=None, raised_on__lte=on),
    )
    visits, seen, commitments, people, expectations, risks = found
    by_key, names = {one.pk: one for one in visits}, {one.pk: one for one in people}
    for one in (*seen, *commitments, *expectations):
        one.visit = by_key.get(one.visit_id)
    for one in commitments:
        one.owner = names.get(one.owner_id)
    for one in expectations:
        one.plan = plan.plan
    _count(visits, seen, commitments)
    visits.sort(key=lambda one: (one.on, one.pk), reverse=True)
    expectations.sort(key=lambda one: (one.due_on, one.pk))
    return _Lists(visits, seen, commitments, expectations, risks)


def _count(visits: Iterable[Visit], seen: Iterable[EvidenceSeen], commitments: Iterable[Commitment]) -> None:
    """As `reads.visits` counts them."""
    evidence, promised = Counter(one.visit_id for one in seen), Counter(one.visit_id for one in commitments)
    for one in visits:
        one.evidence, one.promised = evidence[one.pk], promised[one.pk]


def _overdue_first(one: Commitment) -> tuple[bool, date, int]:
    return one.state != Commitment.State.OPEN, one.due_on or date.max, one.pk


def _of_the_plan(seen: Iterable[EvidenceSeen], standing: PlanStanding) -> list[EvidenceSeen]:
    """Newest first, with its action; what was seen of another plan's action is left to that plan."""
    actions = {one.action.pk: one.action for one in standing.actions}
    found = [one for one in seen if one.action_id is None or one.action_id in actions]
    for one in found:
        one.action = actions[one.action_id] if one.action_id else None
    return sorted(found, key=lambda one: (one.visit.on, -one.pk), reverse=True)
