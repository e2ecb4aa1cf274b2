"""What was promised, by whom, by when, and whether it was kept."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Q, QuerySet

from goldenthread.foundation.partnership import reads as partnership
from goldenthread.foundation.partnership.models import LocalArea, Person
from goldenthread.foundation.partnership.permissions import DUTIES, Duty
from goldenthread.foundation.ui.words import day
from goldenthread.improve.governance.models import Commitment, Proof
from goldenthread.improve.plans import reads as plans
from goldenthread.improve.plans.models import Action

STATES = {"open": "Open", "overdue": "Overdue", "kept": "Kept", "dropped": "Dropped"}


@dataclass(frozen=True, slots=True)
class CommitmentStanding:
    """A commitment on a day. Without a date, only its words say when it is due: it is never overdue by itself."""

    commitment: Commitment
    as_at: date

    @property
    def days_late(self) -> int:
        due, is_open = self.commitment.due_on, self.commitment.state == Commitment.State.OPEN
        return max((self.as_at - due).days, 0) if due and is_open else 0

    @property
    def overdue(self) -> bool:
        return self.days_late > 0

    @property
    def state(self) -> str:
        """Open, overdue, kept or dropped, with since when: as it is printed."""
        held = self.commitment
        if held.state != Commitment.State.OPEN and held.ended_on:
            return f"{held.get_state_display()} on {day(held.ended_on)}"
        return f"Overdue by {self.days_late} day{'' if self.days_late == 1 else 's'}" if self.overdue else "Open"

    @property
    def due(self) -> str:
        held = self.commitment
        if held.due_on and held.due_as_written:
            return f"{day(held.due_on)} (“{held.due_as_written}”)"
        return day(held.due_on) if held.due_on else held.due_as_written or "no date was given"

    @property
    def made_at(self) -> str:
        held = self.commitment
        where = held.meeting or held.visit
        return str(where) if where else f"Made on {day(held.made_on)}"


def all_commitments() -> QuerySet[Commitment]:
    """Each with where it was made, and `to_look_at` and `proven`: how many proofs wait, and were accepted."""
    made = Commitment.objects.select_related("owner", "meeting__body", "visit", "decision", "action")
    waiting = Q(proofs__isnull=False, proofs__accepted_on=None, proofs__returned_because="")
    accepted = Q(proofs__accepted_on__isnull=False)
    return made.annotate(to_look_at=Count("proofs", filter=waiting), proven=Count("proofs", filter=accepted))


def commitments(
    area: LocalArea, on: date, *, state: str = "", body: int | None = None, owner: str = ""
) -> QuerySet[Commitment]:
    """Open ones first, by due date, so that the overdue lead; then those kept, then those dropped. `state` is one of
    STATES, `owner` a handle, or a name as it was written.
    """
    found = all_commitments().filter(_in_state(state, on), area=area)
    if body:
        found = found.filter(meeting__body=body)
    if owner:
        key = owner.removeprefix("person:")
        known = key != owner and key.isdecimal() and len(key) < 19  # no database counts further
        found = found.filter(owner=int(key)) if known else found.filter(owner=None, owner_as_written=owner)
    return found.order_by("-state", F("due_on").asc(nulls_last=True), "pk")  # as words: open, kept, dropped


def standings(found: Iterable[Commitment], on: date) -> list[CommitmentStanding]:
    return [CommitmentStanding(one, on) for one in found]


def counts(area: LocalArea, on: date) -> dict[str, int]:
    """By each of STATES; whatever is overdue is open too."""
    asked = {state: Count("pk", filter=_in_state(state, on)) for state in STATES}
    return Commitment.objects.filter(area=area).aggregate(**asked)


def owners(area: LocalArea) -> list[tuple[str, str]]:
    """Who has promised anything here: handle or name as written, and name."""
    rows = Commitment.objects.filter(area=area).order_by().values_list("owner", "owner__name", "owner_as_written")
    found = {(f"person:{key}", name) if key else (written, written) for key, name, written in rows.distinct()}
    return sorted(((handle, name) for handle, name in found if handle), key=lambda one: one[1])


def commitments_of(person: Person, on: date) -> list[CommitmentStanding]:
    """What somebody has promised and not yet ended, the most overdue first."""
    return standings(commitments(person.area, on, state="open", owner=person.handle), on)


def commitment(area: LocalArea, key: int) -> Commitment:
    """Raises Commitment.DoesNotExist, also for one of another area."""
    whole = all_commitments().select_related("action__theme__plan", "action__lead", "action__verified_by")
    return whole.get(area=area, pk=key)


def proof(area: LocalArea, key: int) -> Proof:
    """Of a commitment. Raises Proof.DoesNotExist, also for one of another area."""
    asked = Proof.objects.select_related("commitment__owner", "commitment__meeting__body", "accepted_by")
    return asked.get(commitment__area=area, pk=key)


def action_called(area: LocalArea, ref: str) -> Action | None:
    """The action of that reference: of the area's largest plan where several plans have it. None where none has."""
    for themed in plans.plans(area):
        keys = themed.plan.themes.filter(actions__ref__iexact=ref.strip()).values_list("actions", flat=True)
        if key := keys.first():
            return plans.action(area, key)
    return None


def keepers(area: LocalArea, on: date) -> list[Person]:
    """Those whose duty it is to keep meetings, on a day."""
    keeping = [role for role, duties in DUTIES.items() if Duty.MEET in duties]
    held = partnership.roles_held(on).filter(role__in=keeping).values("person")
    return list(partnership.people_in(area).filter(pk__in=held))


def _in_state(state: str, on: date) -> Q:
    if state == "overdue":
        return Q(state=Commitment.State.OPEN, due_on__lt=on)
    return Q(state=state) if state else Q()
