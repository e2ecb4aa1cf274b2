"""A scrutiny review and what came of it; a claim; a visit of advisers; an outcome expected by a day."""

from datetime import date, timedelta

from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.improve.governance.models import Claim, Expectation, Recommendation, Response, Review, Visit
from goldenthread.improve.plans.models import ImprovementPlan
from goldenthread.rules.claims import read_line
from tests.factories import people, plans

ON = people.TODAY
APPROVED = date(2026, 9, 17)


def review(code: str = "SR26", *, in_area: LocalArea | None = None, **fields) -> Review:
    """Approved and received six weeks ago: its answer is due on 16 November."""
    fields = {"title": "Autism and mental health", "approved_on": APPROVED, "received_on": APPROVED, **fields}
    return Review.objects.get_or_create(area=in_area or people.area(), code=code, defaults=fields)[0]


def recommendation(serial: int = 1, *, of: Review | None = None, number: str = "") -> Recommendation:
    return Recommendation.objects.create(
        review=of or review(), serial=serial, number=number, words=f"Do what recommendation {serial} asks."
    )


def response(to: Recommendation | None = None, kind: str = "agreed", **fields) -> Response:
    fields = {"given_on": ON, "reason": "" if kind == "agreed" else "The budget is set in March.", **fields}
    return Response.objects.create(recommendation=to or recommendation(), kind=kind, **fields)


def claim(*lines: str, in_area: LocalArea | None = None, **fields) -> Claim:
    """Said a month ago; `lines` are its sums."""
    fields = {"words": "Half of them had to write one.", "speaker": "Head of service", **fields}
    return Claim.objects.create(
        area=in_area or people.area(),
        said_on=ON - timedelta(days=30),
        sums=[dict(read_line(line)) for line in lines],
        **fields,
    )


def visit(kind: str = "monitoring", on: date = ON - timedelta(days=20), *, in_area: LocalArea | None = None, **fields):
    return Visit.objects.create(area=in_area or people.area(), kind=kind, on=on, **fields)


def expectation(title: str = "Third visit", *, of: ImprovementPlan | None = None, **fields) -> Expectation:
    """Due at the end of November, with three steps defined of four."""
    fields = {
        "unmet": "Significant concerns",
        "met": "No significant concerns",
        "exceeded": "No concerns",
        "due_on": date(2026, 11, 30),
        **fields,
    }
    return Expectation.objects.create(plan=of or plans.plan(), title=title, **fields)
