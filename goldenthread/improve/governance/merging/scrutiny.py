"""Reviews, what each recommends, how that was answered, and whether members accept the answer."""

import re
from dataclasses import dataclass, field
from typing import Any

from goldenthread.improve.governance.models import MembersView, Proof, Recommendation, Response, Review
from goldenthread.improve.governance.reading.lines import Line

from .desk import Desk
from .proving import acceptor, merge_proof

SERIAL = re.compile(r"(?:.*[^\d])?(\d{1,4})")


@dataclass
class Register:
    """What was recommended, by review and serial; two printed under one number stay two."""

    reviews: dict[str, Review]
    rows: dict[tuple[int, int], Recommendation] = field(default_factory=dict)

    def of(self, review: Review) -> list[Recommendation]:
        return [one for (key, _), one in self.rows.items() if key == review.pk]

    def next_serial(self, review: Review) -> int:
        return max((one.serial for one in self.of(review)), default=0) + 1


def merge_scrutiny(desk: Desk) -> None:
    register = Register({one.code.casefold(): one for one in Review.objects.filter(area=desk.area)})
    held = Recommendation.objects.filter(review__area=desk.area).select_related("review")
    register.rows = {(one.review_id, one.serial): one for one in held}
    _reviews(desk, register)
    _recommendations(desk, register)
    _responses(desk, register)


def _reviews(desk: Desk, register: Register) -> None:
    for line in desk.content.of("Reviews"):
        if max(line["approved_on"], line["received_on"] or line["approved_on"]) > desk.on:
            message = "A review is recorded once members have approved it. The row is kept aside."
            desk.leave(line, Review, message, "approved_on", "Correct the day, or bring the file again after it.")
            continue
        said = line.given("title", "approved_on", "received_on", "sent_to", "to_the_nhs")
        if line["body"]:
            body = desk.body(line, "body", Review)
            if body is None:
                continue
            said["body"] = body
        code = line["code"].casefold()
        key = {"area": desk.area, "code": line["code"]}
        register.reviews[code] = desk.keeper.keep(Review, register.reviews.get(code), key, said)


def _recommendations(desk: Desk, register: Register) -> None:
    """By id where the file gives one, else by number and words. Nothing is merged because it is numbered alike."""
    for line in desk.content.of("Recommendations"):
        review = register.reviews.get(line["review"].casefold())
        if review is None:
            _no_review(desk, line, Recommendation)
            continue
        serial = _serial(line) or next(
            (one.serial for one in register.of(review) if _same(one, line)), register.next_serial(review)
        )
        said = {"words": line["recommendation"]} | line.given("number", "theme")
        row = register.rows.get((review.pk, serial))
        kept = desk.keeper.keep(Recommendation, row, {"review": review, "serial": serial}, said)
        register.rows[review.pk, serial] = kept


def _same(one: Recommendation, line: Line) -> bool:
    return (one.number, one.words.casefold()) == (line.text("number"), line["recommendation"].casefold())


def _serial(line: Line) -> int:
    """12, of “SR25-12”."""
    found = SERIAL.fullmatch(line.text("id"))
    return int(found[1]) if found else 0


def _no_review(desk: Desk, line: Line, model: type[Recommendation | Response]) -> None:
    message = f"No review has the code {line['review']}. The row is kept aside."
    desk.leave(line, model, message, "review", "List it on a sheet called Reviews, or correct the code.")


def _responses(desk: Desk, register: Register) -> None:
    rows = Response.objects.filter(recommendation__review__area=desk.area).select_related("owner")
    held = {(one.recommendation_id, one.given_on, one.kind): one for one in rows}
    views = MembersView.objects.filter(response__recommendation__review__area=desk.area)
    given = {(one.response_id, one.on): one for one in views}
    of_area = Proof.objects.filter(response__recommendation__review__area=desk.area)
    proofs = {(one.response_id, one.title): one for one in of_area}
    for line in desk.content.of("Responses"):
        asked = _asked(desk, register, line)
        if asked is None or _faulty(desk, line, asked):
            continue
        key = (asked.pk, line["given_on"], line["response"])
        made = {"recommendation": asked, "given_on": line["given_on"], "kind": line["response"]}
        known = held.get(key)
        held[key] = row = desk.keeper.keep(Response, known, made, _of_response(desk, line, known))
        _view(desk, line, row, given)
        if title := line["proof"]:
            captured = min(line["state_on"] or line["accepted_on"] or desk.on, desk.on)
            by, proof = acceptor(desk, line, row.owner), proofs.get((row.pk, title))
            proofs[row.pk, title] = merge_proof(desk, line, proof, {"response": row}, by, captured)


def _asked(desk: Desk, register: Register, line: Line) -> Recommendation | None:
    """The one that is answered; where the number printed is that of several, only an id tells which."""
    review = register.reviews.get(line["review"].casefold())
    if review is None:
        _no_review(desk, line, Response)
        return None
    serial, number = _serial(line), line.text("number")
    fits = [one for one in register.of(review) if (one.serial == serial if serial else one.number == number)]
    if len(fits) == 1:
        return fits[0]
    which = line.cells.get("id") or number or "nothing"
    ids = " or ".join(one.stable_id for one in fits)
    message = (
        f"{len(fits)} recommendations of {review.code} are numbered {number}: {ids}. The row is kept aside."
        if fits
        else f"{review.code} has no recommendation {which}. The row is kept aside."
    )
    desk.leave(line, Response, message, "id" if serial else "number", "Give the id of the one that is answered.")
    return None


def _faulty(desk: Desk, line: Line, asked: Recommendation) -> bool:
    if line["response"] != Response.Kind.AGREED and not line["reason"]:
        message = "An answer that does not simply agree gives its reason, and this gives none. The row is kept aside."
        desk.leave(line, Response, message, "reason", "Give the reason: members ask for it.")
        return True
    if not asked.review.approved_on <= line["given_on"] <= desk.on:
        message = "An answer is given after the review was approved, and by today. The row is kept aside."
        desk.leave(line, Response, message, "given_on", "Correct the day.")
        return True
    return False


def _of_response(desk: Desk, line: Line, held: Response | None) -> dict[str, Any]:
    said = line.given("number", "reason", "given_by")
    if line["owner"]:
        owner = desk.person(line["owner"])
        said |= {"owner": owner} if owner else {"owner_as_written": line["owner"]}
    if line["due"]:
        said["due_on"] = line["due"]
    state, on = line["state"], line["state_on"] or line["given_on"]
    if state and held and held.state != state and held.state_on and held.state_on > on:
        desk.stays(line, f"This was recorded as {held.get_state_display().lower()}", held.state_on, "state")
    elif state and not (held and held.state == state):
        said |= {"state": state, "state_on": on}
    return said


def _view(desk: Desk, line: Line, row: Response, given: dict[tuple[int, Any], MembersView]) -> None:
    accepted, on = line["members_accept"], line["viewed_on"]
    if accepted is None:
        return
    by = desk.known_to(line, "viewed_by", "spoke for the members")
    if by is None or on is None or not (accepted or line["members_say"]):
        message = "The members’ view needs who gave it and when, and where it is no, why. It is left out."
        desk.ask(line, message, "members_accept", "Fill these in.")
        return
    said = {"accepted": accepted, "by": by} | ({"words": line["members_say"]} if line["members_say"] else {})
    given[row.pk, on] = desk.keeper.keep(MembersView, given.get((row.pk, on)), {"response": row, "on": on}, said)
