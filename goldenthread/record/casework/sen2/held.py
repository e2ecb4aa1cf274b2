"""Everything that an area holds about its children, to be looked up by natural key."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Optional, cast

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
    Child: "area",
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
KEY: Mapping[type[Model], Callable[[Mapping[str, Any]], tuple[Any, ...]]] = {
    AssessmentRequest: lambda values: (values["received_on"],),
    Assessment: lambda _: (),
    EHCPlan: lambda _: (),
    NamedSetting: lambda values: (values["rank"],),
    Placement: lambda values: (values["urn"], values["ukprn"], values["setting"], values["entered_on"]),
    Need: lambda values: (values["rank"],),
    AnnualReview: lambda values: review_key(values["meeting_on"], values["decided_on"]),
    PhaseTransfer: lambda values: (values["due_on"],),
}
NOT_FROM_A_FILE = ("id", "public_id")


@dataclass(slots=True, eq=False)
class Row:
    """A row of casework without the cost of a model. `pk` is None until it is written; `before` is what the columns
    held that a file changes; `met` says whether the file speaks of the row. A row knows what it hangs on and nothing
    knows what hangs on it, so that a hundred thousand of them are gone as soon as they are let go.
    """

    model: type[Model]
    pk: Any
    parent: Optional["Row"]
    values: dict[str, Any]
    before: dict[str, Any] = field(default_factory=dict)
    met: bool = False

    def change(self, name: str, value: Any) -> None:
        self.before.setdefault(name, self.values.get(name))
        self.values[name] = value


class Held:
    """Rows are found under their parent, whether that parent is saved or only about to be."""

    def __init__(self, area: LocalArea) -> None:
        self._rows: dict[tuple[Any, ...], Row] = {}
        by_pk: dict[type[Model], dict[Any, Row]] = {}
        for model, parent in PARENT.items():
            parents = by_pk[PARENT_MODEL[parent]] if parent in PARENT_MODEL else {}
            rows = by_pk[model] = {}
            names = _columns(model, parent)
            found = cast(Any, model).objects.with_scope(area=area).order_by()
            for pk, above, *cells in found.values_list("pk", parent, *names):
                row = rows[pk] = Row(model, pk, parents.get(above), dict(zip(names, cells, strict=True)))
                if row.parent is not None:
                    self.put(row, KEY[model](row.values))
        self.children = list(by_pk[Child].values())

    def find(self, model: type[Model], parent: Row, key: tuple[Any, ...]) -> Row | None:
        return self._rows.get((model, id(parent), *key))

    def put(self, row: Row, key: tuple[Any, ...]) -> None:
        self._rows[(row.model, id(row.parent), *key)] = row


def _columns(model: type[Model], parent: str) -> list[str]:
    return [each.name for each in model._meta.concrete_fields if each.name not in (*NOT_FROM_A_FILE, parent)]
