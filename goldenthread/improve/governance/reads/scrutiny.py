"""What members recommended, how each was answered, whether in time, and whether the answer satisfied them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import Count, Prefetch, QuerySet

from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.foundation.ui.words import day
from goldenthread.improve.governance.models import MembersView, Proof, Recommendation, Response, Review
from goldenthread.rules.clocks.clock import Clock, State
from goldenthread.rules.clocks.scrutiny import executive_response_clock, nhs_response_clock
from goldenthread.rules.provision import NoLawError

UNKNOWN_RECEIPT = (
    "The day on which it was received is not recorded. The date is counted from the day on which members approved it, "
    "the earliest that it can be."
)
ENDED = (Response.State.COMPLETE, Response.State.NOT_NEEDED)


@dataclass(frozen=True)
class ResponseStanding:
    """One answer on a day: `views` newest first, of which the newest stands."""

    response: Response
    views: tuple[MembersView, ...]
    proofs: tuple[Proof, ...]
    as_at: date

    @property
    def view(self) -> MembersView | None:
        return self.views[0] if self.views else None

    @property
    def days_late(self) -> int:
        """Of what it promised, while that is not done."""
        due = self.response.due_on
        return (self.as_at - due).days if due and due < self.as_at and self.response.state not in ENDED else 0

    @property
    def proved(self) -> bool:
        return any(proof.accepted_on for proof in self.proofs)

    @property
    def unproved(self) -> bool:
        """Said to be complete, and nobody has accepted proof of it."""
        return self.response.state == Response.State.COMPLETE and not self.proved


@dataclass(frozen=True)
class RecommendationStanding:
    """`responses` in the order in which they were given: a later one stands beside the earlier. `clock` is None for a
    day before the law that is held.
    """

    recommendation: Recommendation
    responses: tuple[ResponseStanding, ...]
    clock: Clock | None
    as_at: date

    @property
    def latest(self) -> ResponseStanding | None:
        return self.responses[-1] if self.responses else None

    @property
    def overdue(self) -> bool:
        return not self.responses and self.clock is not None and self.clock.state(self.as_at) is State.LATE

    @property
    def unsettled(self) -> bool:
        """Partly agreed, and members have not accepted the reason."""
        last = self.latest
        return bool(last and last.response.kind == Response.Kind.PARTLY and not (last.view and last.view.accepted))

    @property
    def when(self) -> str:
        """Whether it was answered in time, in a sentence."""
        given = self.responses[0].response.given_on if self.responses else None
        late = self.clock.days_late(self.as_at) if self.clock else 0
        days = f"{late:,} day{'' if late == 1 else 's'}"
        if given:
            ends = f", {days} late" if late else ", in time" if self.clock else ""
            return f"Answered on {day(given)}{ends}."
        if self.clock is None:
            return "Not answered. No time limit of that day is held here."
        due = day(self.clock.due_on)
        return f"No answer: it was due by {due}, {days} ago." if late else f"No answer yet: it is due by {due}."


@dataclass(frozen=True)
class Register:
    rows: tuple[RecommendationStanding, ...]

    @cached_property
    def counts(self) -> list[tuple[str, int]]:
        """Each recommendation once, by its newest response or by having none: the counts add up to all of them."""
        found = Counter(row.latest.response.kind if row.latest else "" for row in self.rows)
        kinds = [(label, found[kind]) for kind, label in Response.Kind.choices]
        return [*kinds, ("No response yet", found[""])]

    @property
    def unanswered(self) -> list[RecommendationStanding]:
        return [row for row in self.rows if not row.responses]

    @property
    def overdue(self) -> list[RecommendationStanding]:
        return [row for row in self.rows if row.overdue]

    @property
    def unsettled(self) -> list[RecommendationStanding]:
        return [row for row in self.rows if row.unsettled]

    @property
    def unproved(self) -> list[RecommendationStanding]:
        return [row for row in self.rows if row.latest and row.latest.unproved]

    @property
    def answered_twice(self) -> int:
        return sum(len(row.responses) > 1 for row in self.rows)


def reviews(area: LocalArea) -> QuerySet[Review]:
    """Newest first, each with how many recommendations it made, as `made`."""
    return Review.objects.filter(area=area).select_related("body").annotate(made=Count("recommendations"))


def review(area: LocalArea, key: int) -> Review:
    """Raises Review.DoesNotExist, also for one of another area."""
    found = Review.objects.select_related("body", "area").get(area=area, pk=key)
    found.area = area
    return found


def register(area: LocalArea, as_at: date, review: Review | None = None) -> Register:
    """Every recommendation of the area, or of one review, as it stands on a day. Four questions, whatever their
    number.
    """
    asked = _asked().filter(review__area=area)
    return Register(tuple(_standing(one, as_at) for one in (asked.filter(review=review) if review else asked)))


def recommendation(area: LocalArea, key: int, as_at: date) -> RecommendationStanding:
    """Raises Recommendation.DoesNotExist, also for one of another area."""
    return _standing(_asked().get(review__area=area, pk=key), as_at)


def response(area: LocalArea, key: int) -> Response:
    """Raises Response.DoesNotExist, also for one of another area."""
    asked = Response.objects.select_related("recommendation__review__area", "owner")
    return asked.get(recommendation__review__area=area, pk=key)


def response_proof(area: LocalArea, key: int) -> Proof:
    """Raises Proof.DoesNotExist, also for one of another area, and for proof of a commitment."""
    asked = Proof.objects.select_related("response__recommendation__review", "response__owner", "accepted_by")
    return asked.get(response__recommendation__review__area=area, pk=key)


def clock_of(review: Review, answered_on: date | None = None) -> Clock | None:
    """When the answer is due, by the law of the day of receipt; None for a day for which no law is held."""
    clock = nhs_response_clock if review.to_the_nhs else executive_response_clock
    try:
        return clock(review.received_on or review.approved_on, answered_on)
    except NoLawError:
        return None


def _asked() -> QuerySet[Recommendation]:
    views = MembersView.objects.select_related("by")
    proofs = Proof.objects.select_related("accepted_by")
    answers = Response.objects.select_related("owner").prefetch_related(
        Prefetch("views", views), Prefetch("proofs", proofs)
    )
    asked = Recommendation.objects.select_related("review__body").prefetch_related(Prefetch("responses", answers))
    return asked.order_by("-review__approved_on", "review__code", "serial")


def _standing(one: Recommendation, as_at: date) -> RecommendationStanding:
    answers = tuple(_known(one.responses.all(), as_at))
    first = answers[0].response.given_on if answers else None
    return RecommendationStanding(one, answers, clock_of(one.review, first), as_at)


def _known(answers: Iterable[Response], as_at: date) -> Sequence[ResponseStanding]:
    return [
        ResponseStanding(
            one, tuple(view for view in one.views.all() if view.on <= as_at), tuple(one.proofs.all()), as_at
        )
        for one in answers
        if one.given_on <= as_at
    ]
