"""Challenges as they are kept: since when one stands open, who signed, who asks for a signature, how each ended."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from statistics import median

from django.db.models import DateField, IntegerField, Q, QuerySet, Value

from goldenthread.foundation.partnership.models import LocalArea, Person
from goldenthread.improve.plans.models import Action, Challenge, Explanation, ImprovementPlan, Outcome, Override, Theme
from goldenthread.rules.honesty import override as signing
from goldenthread.rules.honesty.colours import Colour

Subject = Action | Outcome | Theme
Key = tuple[str, int]
SOON = timedelta(days=14)
SUBJECTS = ("action", "outcome", "theme")


@dataclass(frozen=True, slots=True)
class Since:
    """The day from which a challenge stands open, and how long ago that is."""

    on: date
    days: int


@dataclass(frozen=True)
class Said:
    """By what each is about: the newest explanation signed by a day, and since when a challenge stood open on it."""

    signed: dict[Key, signing.Override] = field(default_factory=dict)
    open: dict[Key, Since] = field(default_factory=dict)


def key_of(row: Challenge | Override) -> Key:
    return next((subject, key) for subject in SUBJECTS if (key := getattr(row, f"{subject}_id")))


def subject_of(row: Challenge | Override) -> Subject:
    found: Subject = getattr(row, key_of(row)[0])
    return found


def called(subject: Subject) -> str:
    """As a sentence names it: action 3.6, theme 2, outcome 1A."""
    return f"{subject._meta.model_name} {subject.number if isinstance(subject, Theme) else subject.ref}"


def words_of(subject: Subject) -> str:
    """What was promised."""
    if isinstance(subject, Action):
        return subject.wording
    return subject.title if isinstance(subject, Theme) else subject.sentence


def leads(subject: Subject, person: Person) -> bool:
    """Whether it is an action that they lead, or share in leading."""
    if not isinstance(subject, Action):
        return False
    return subject.lead_id == person.pk or subject.shared_with.filter(pk=person.pk).exists()


def of_plan(plan: ImprovementPlan) -> Q:
    return Q(action__theme__plan=plan) | Q(outcome__theme__plan=plan) | Q(theme__plan=plan)


def of_area(area: LocalArea) -> Q:
    return Q(action__theme__plan__area=area) | Q(outcome__theme__plan__area=area) | Q(theme__plan__area=area)


def of_theme(theme: Theme) -> Q:
    """The theme's own and those of its outcomes, not of its actions."""
    return Q(theme=theme) | Q(outcome__theme=theme)


def said(of: Q, as_at: date) -> Said:
    """One question for both."""
    keys = [f"{subject}_id" for subject in SUBJECTS]
    signed = Override.objects.filter(of, signed_on__lte=as_at).order_by()
    raised = Challenge.objects.filter(of, raised_on__lte=as_at).exclude(answered_on__lte=as_at).order_by()
    nobody = [Value("")] * 3
    rows = signed.values_list("signed_on", "pk", "until_on", "signed_as", "why", "colour", *keys).union(
        raised.values_list("raised_on", Value(0, IntegerField()), Value(None, DateField()), *nobody, *keys),
        all=True,
    )
    found = Said()
    for on, _, until, who, why, colour, *ids in sorted(rows, key=lambda row: row[:2]):
        key = next((subject, pk) for subject, pk in zip(SUBJECTS, ids, strict=True) if pk)
        if until is None:
            found.open[key] = Since(on, (as_at - on).days)
        else:
            found.signed[key] = signing.Override(who, on, why, until, Colour.named(colour) if colour else None)
    return found


def waiting(area: LocalArea) -> QuerySet[Explanation]:
    """Explanations that nobody has signed or declined, of challenges that are still open. Longest first."""
    challenges = Challenge.objects.filter(of_area(area), answered_on=None)
    found = Explanation.objects.filter(challenge__in=challenges, override=None, declined_on=None)
    return with_subjects(found, "challenge__").select_related("asked_by").order_by("asked_on", "pk")


def with_subjects(rows: QuerySet, prefix: str = "") -> QuerySet:  # type: ignore[type-arg]
    """In the same question, what each row is about."""
    return rows.select_related(f"{prefix}action__theme__plan", f"{prefix}outcome__theme__plan", f"{prefix}theme__plan")


def expiring(area: LocalArea, as_at: date) -> list[Override]:
    """Explanations that stand, and end within a fortnight; none of those that somebody has signed anew."""
    standing = with_subjects(Override.objects.filter(of_area(area), signed_on__lte=as_at, until_on__gte=as_at))
    newest = {key_of(one): one for one in standing.order_by("signed_on", "pk")}
    return sorted((one for one in newest.values() if one.until_on <= as_at + SOON), key=lambda one: one.until_on)


def explanation(area: LocalArea, key: int) -> Explanation:
    """Raises Explanation.DoesNotExist, also for one of another area."""
    mine = Explanation.objects.filter(challenge__in=Challenge.objects.filter(of_area(area)))
    found: Explanation = with_subjects(mine, "challenge__").select_related("asked_by").get(pk=key)
    return found


def record(plan: ImprovementPlan, which: str = "") -> QuerySet[Challenge]:
    """Every challenge there was, newest first; `which` is open, answered, or all."""
    found = with_subjects(Challenge.objects.filter(of_plan(plan))).select_related("override")
    if which in ("open", "answered"):
        found = found.filter(answered_on__isnull=which == "open")
    return found.order_by("-raised_on", "-pk")


def days_open(row: Challenge, as_at: date) -> int:
    """Until it was answered, or until now."""
    return ((row.answered_on or as_at) - row.raised_on).days


@dataclass(frozen=True)
class Answering:
    """How long answers took: `days` one by one, of the challenges that were answered."""

    raised: int
    days: Sequence[int]

    @property
    def middle(self) -> float | None:
        return median(self.days) if self.days else None

    @property
    def open(self) -> int:
        return self.raised - len(self.days)


def answering(plan: ImprovementPlan) -> Answering:
    spans: Iterable[tuple[date, date | None]] = Challenge.objects.filter(of_plan(plan)).values_list(
        "raised_on", "answered_on"
    )
    listed = list(spans)
    return Answering(len(listed), [(end - start).days for start, end in listed if end is not None])
