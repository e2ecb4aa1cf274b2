"""Who owes what: one lead's actions worst first, and every lead of a plan, those who owe most first."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q

from goldenthread.foundation.partnership import reads as partnership
from goldenthread.foundation.partnership.models import Person
from goldenthread.improve.plans.gathered import Gathered, Other, gather
from goldenthread.improve.plans.models import Action, ImprovementPlan

from .changes import Change, changes
from .debts import Debt, Kind, debts, update_due_on
from .reminders import last_reminded

LOOKING_BACK = timedelta(days=31)  # what changed, for somebody who was never reminded
UNNAMED = "No lead is named"


@dataclass(frozen=True)
class ActionOwed:
    """An action of a lead's, and what it owes: nothing, where `debts` is empty."""

    gathered: Gathered
    debts: tuple[Debt, ...]
    update_due_on: date | None

    @property
    def action(self) -> Action:
        return self.gathered.action

    @property
    def days_late(self) -> int:
        return max((debt.days_late for debt in self.debts), default=0)

    @property
    def waiting(self) -> tuple[Other, ...]:
        return self.gathered.waiting


@dataclass(frozen=True)
class LeadOwes:
    """`actions`: every one led or shared, the worst first. `person` is None for a lead who is only named in the plan.
    `changes` since `since` are told of one person alone, not in a list of all.
    """

    person: Person | None
    named: str
    actions: tuple[ActionOwed, ...]
    reminded_on: date | None = None
    since: date | None = None
    changes: tuple[Change, ...] = ()

    @property
    def owing(self) -> tuple[ActionOwed, ...]:
        return tuple(one for one in self.actions if one.debts)

    @property
    def settled(self) -> tuple[ActionOwed, ...]:
        return tuple(one for one in self.actions if not one.debts)

    @property
    def counts(self) -> dict[Kind, int]:
        """Every kind, in order; 0 where nothing of it is owed."""
        kinds = [debt.kind for one in self.actions for debt in one.debts]
        return {kind: kinds.count(kind) for kind in Kind}

    @property
    def total(self) -> int:
        return sum(len(one.debts) for one in self.actions)

    @property
    def out_of_reach(self) -> str:
        """Why no reminder would be read; empty where one would."""
        if self.person is None:
            return "named in the plan only" if self.named != UNNAMED else "nobody to remind"
        user = self.person.user
        return "" if user is not None and user.is_active else "cannot sign in"

    @property
    def without_email(self) -> bool:
        return self.person is not None and self.person.user is not None and not self.person.user.email


def owed_by(person: Person, on: date) -> LeadOwes:
    """Whatever a person leads or shares in any plan of their area, with what changed since they were last reminded."""
    reminded_on = last_reminded(person.area, person).get(person.handle)
    since = reminded_on or on - LOOKING_BACK
    theirs = Q(lead=person) | Q(pk__in=Action.shared_with.through.objects.filter(person=person).values("action"))
    found = gather(person.area, theirs, on, since)
    told = tuple(changes(person.area, found, since, on))
    return LeadOwes(person, person.name, _owed(found, on), reminded_on, since, told)


def owed_by_named(action: Action, on: date) -> LeadOwes:
    """Whatever the plan of an action gives to the lead that the action names in words only, or gives to nobody."""
    plan = action.theme.plan
    found = gather(plan.area, Q(theme__plan=plan, lead=None), on)
    same = [one for one in found if _name(one.action) == _name(action)]
    return LeadOwes(None, _name(action), _owed(same, on))


def all_owed(plan: ImprovementPlan, on: date) -> list[LeadOwes]:
    """Every lead of a plan, those who owe most first; an action with several leads stands under each of them."""
    people = {one.pk: one for one in partnership.people_in(plan.area).select_related("user")}
    known: dict[int, list[Gathered]] = defaultdict(list)
    named: dict[str, list[Gathered]] = defaultdict(list)
    for one in gather(plan.area, Q(theme__plan=plan), on):
        lead = one.action.lead_id
        for key in one.shared_with | ({lead} if lead else set()):
            known[key].append(one)
        if lead is None:
            named[_name(one.action)].append(one)
    reminded = last_reminded(plan.area)
    found = [
        LeadOwes(person, person.name, _owed(known[key], on), reminded.get(person.handle))
        for key, person in people.items()
        if key in known
    ]
    found += [LeadOwes(None, name, _owed(actions, on)) for name, actions in named.items()]
    return sorted(found, key=lambda one: (-len(one.owing), -one.total, one.named))


def _name(action: Action) -> str:
    return " ".join(action.lead_as_written.split()) or UNNAMED


def _owed(found: Iterable[Gathered], on: date) -> tuple[ActionOwed, ...]:
    owed = [ActionOwed(one, debts(one, on), update_due_on(one)) for one in found]
    return tuple(sorted(owed, key=_worst_first))


def _worst_first(one: ActionOwed) -> tuple[object, ...]:
    standing = one.gathered.standing
    return (not one.debts, standing.supported.colour.rank, -one.days_late, one.action.theme.number, one.action.pk)
