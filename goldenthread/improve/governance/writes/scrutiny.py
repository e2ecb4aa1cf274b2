"""Members recommend, others respond, what was promised is done and proved, and members say if it satisfies them."""

from datetime import date

from django.db import transaction
from django.db.models import Max
from django.urls import reverse

from goldenthread.foundation.ledger.reads import Actor
from goldenthread.foundation.notices import writes as notices
from goldenthread.foundation.partnership import reads as partnership
from goldenthread.foundation.partnership.models import LocalArea, Person, Role
from goldenthread.foundation.ui.words import day
from goldenthread.improve.governance.models import Body, MembersView, Recommendation, Response, Review
from goldenthread.improve.governance.seen import seen as stamp

from .faults import CannotSave, ChangedSince
from .telling import tell


@transaction.atomic
def open_review(
    *,
    area: LocalArea,
    code: str,
    title: str,
    approved_on: date,
    by: Actor,
    on: date,
    body: Body | None = None,
    received_on: date | None = None,
    sent_to: str = "",
    to_the_nhs: bool = False,
) -> Review:
    """`code` stands in every recommendation's id. Raises CannotSave where it is taken, or for a day to come."""
    if Review.objects.filter(area=area, code=code).exists():
        raise CannotSave(f"The code {code} belongs to another review. Choose another: it can never be changed.")
    if max(approved_on, received_on or approved_on) > on:
        raise CannotSave("A review is recorded once members have approved it. Give the day on which they did.")
    if received_on and received_on < approved_on:
        raise CannotSave("It cannot have been received before members approved it. Look at the two days again.")
    review = Review.objects.create(
        area=area,
        code=code,
        title=title,
        body=body,
        approved_on=approved_on,
        received_on=received_on,
        sent_to=sent_to,
        to_the_nhs=to_the_nhs,
    )
    tell("scrutiny review recorded", review, area=area.code, by=by, on=on)
    return review


@transaction.atomic
def recommend(*, review: Review, words: str, by: Actor, on: date, number: str = "", theme: str = "") -> Recommendation:
    """The next id of the review. `number` is as printed: two recommendations printed alike stay two."""
    Review.objects.select_for_update().get(pk=review.pk)
    last = review.recommendations.aggregate(last=Max("serial"))["last"] or 0
    made = review.recommendations.create(serial=last + 1, number=number, words=words, theme=theme)
    tell("recommendation recorded", made, area=review.area_id, by=by, on=on)
    return made


@transaction.atomic
def respond(
    *,
    recommendation: Recommendation,
    kind: str,
    given_on: date,
    by: Actor,
    on: date,
    reason: str = "",
    number: str = "",
    owner: Person | None = None,
    owner_as_written: str = "",
    due_on: date | None = None,
    given_by: str = "",
) -> Response:
    """Stands beside any earlier answer. Raises CannotSave without a reason, unless it is agreed."""
    if kind != Response.Kind.AGREED and not reason.strip():
        raise CannotSave("Give the reason: members ask for it wherever a recommendation is not simply agreed.")
    if not recommendation.review.approved_on <= given_on <= on:
        raise CannotSave(f"An answer is given between {day(recommendation.review.approved_on)} and today.")
    answer = recommendation.responses.create(
        kind=kind,
        number=number,
        reason=reason.strip(),
        owner=owner,
        owner_as_written=owner_as_written,
        due_on=due_on,
        given_by=given_by,
        given_on=given_on,
    )
    tell("recommendation answered", answer, area=recommendation.review.area_id, by=by, on=on, detail={"kind": kind})
    members = partnership.people_with(recommendation.review.area, Role.SCRUTINY_MEMBER, on)
    _notify(answer, [owner, *members], f"{answer.get_kind_display()}: {recommendation.stable_id}", by, on)
    return answer


@transaction.atomic
def move_response(*, response: Response, state: str, by: Actor, on: date, seen: str = "") -> Response:
    """How far what was promised has come. Raises ChangedSince where `seen` is no longer how it stands."""
    held = Response.objects.select_for_update().get(pk=response.pk)
    if seen and seen != stamp(held):
        raise ChangedSince("how this answer stands")
    before, response.state, response.state_on = held.state, state, on
    response.save(update_fields=["state", "state_on"])
    area = response.recommendation.review.area_id
    tell("response moved on", response, area=area, by=by, on=on, detail={"state": state, "before": before})
    return response


@transaction.atomic
def give_view(*, response: Response, accepted: bool, by: Person, on: date, words: str = "") -> MembersView:
    """For the members. Raises CannotSave where they do not accept it and do not say why, and for whoever owns it."""
    if response.owner_id == by.pk:
        raise CannotSave("You are to see that this is done. Ask another member to say whether it satisfies them.")
    if not accepted and not words.strip():
        raise CannotSave("Say what is wanting, so that those who answered can put it right.")
    view = response.views.create(accepted=accepted, words=words.strip(), by=by, on=on)
    asked = response.recommendation
    tell("members' view given", view, area=asked.review.area_id, by=by, on=on, detail={"accepted": accepted})
    said = "accept" if accepted else "do not accept"
    _notify(response, [response.owner], f"Members {said} the answer to {asked.stable_id}", by, on, why=view.words)
    return view


def _notify(answer: Response, to: list[Person | None], what: str, by: Actor, on: date, why: str | None = None) -> None:
    href = reverse("governance:recommendation", args=[answer.recommendation_id])
    notices.tell(to=to, what=what, why=answer.reason if why is None else why, href=href, by=by, on=on)
