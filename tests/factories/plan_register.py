"""Risks, money and stated ends of a plan, made by hand."""

from goldenthread.improve.plans.models import Funding, ImprovementPlan, Risk
from tests.factories import plans


def risk(title: str = "Nobody is left to do it", of: ImprovementPlan | None = None, **fields) -> Risk:
    fields = {"likelihood": 3, "impact": 4, "owner": "Ann", "raised_on": plans.ON, **fields}
    return Risk.objects.create(plan=of or plans.plan(), title=title, **fields)


def funding(title: str = "Posts", of: ImprovementPlan | None = None, **fields) -> Funding:
    fields = {"source": "Base budget", "pounds_a_year": 150_000, "years": 3, "first_year": "2025-26", **fields}
    return Funding.objects.create(plan=of or plans.plan(), title=title, **fields)
