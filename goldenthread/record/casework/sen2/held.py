"""Everything that an area holds about its children, to be looked up by natural key."""

from collections.abc import Callable, Mapping
from typing import Any, cast

from django.db.models import Model

from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.record.casework.models import (
    AnnualReview,
    Assessment,
    AssessmentRequest,
    Child,
    EHCPlan,
    NamedSetting,
    Need,
    PhaseTransfer,
    Placement,
)

from .facts import review_key

PARENT: Mapping[type[Model], str] = {  # in the order of writing
    AssessmentRequest: "child",
    Assessment: "request",
    EHCPlan: "request",
    NamedSetting: "plan",
    Placement: "plan",
    Need: "plan",
    AnnualReview: "plan",
    PhaseTransfer: "plan",
}
PARENT_MODEL: Mapping[str, type[Model]] = {"child": Child, "request": AssessmentRequest, "plan": EHCPlan}
KEY: Mapping[type[Model], Callable[[Any], tuple[Any, ...]]] = {
    AssessmentRequest: lambda row: (row.received_on,),
    Assessment: lambda _: (),
    EHCPlan: lambda _: (),
    NamedSetting: lambda row: (row.rank,),
    Placement: lambda row: (row.urn, row.ukprn, row.setting, row.entered_on),
    Need: lambda row: (row.rank,),
    AnnualReview: lambda row: review_key(row.meeting_on, row.decided_on),
    PhaseTransfer: lambda row: (row.due_on,),
}


class Held:
    """Rows are found under their parent, whether that parent is saved or only about to be."""

    def __init__(self, area: LocalArea) -> None:
        self.children = list(Child.objects.with_scope(area=area).all())
        self._rows: dict[tuple[Any, ...], Model] = {}
        by_pk: dict[type[Model], dict[Any, Model]] = {Child: {child.pk: child for child in self.children}}
        for model, parent in PARENT.items():
            manager = cast(Any, model).objects.with_scope(area=area)
            rows = {row.pk: row for row in manager.all()}
            by_pk[model] = rows
            parents = by_pk[PARENT_MODEL[parent]]
            for row in rows.values():
                self.put(row, parents[getattr(row, f"{parent}_id")], KEY[model](row))

    def find(self, model: type[Model], parent: Model, key: tuple[Any, ...]) -> Model | None:
        return self._rows.get((model, id(parent), *key))

    def put(self, row: Model, parent: Model, key: tuple[Any, ...]) -> None:
        self._rows[(type(row), id(parent), *key)] = row
