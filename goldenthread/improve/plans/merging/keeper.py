"""What the plan's rows are called where intake tells of them."""

from collections.abc import Collection, Mapping
from typing import ClassVar

from django.db.models import Model

from goldenthread.foundation.intake import keeper
from goldenthread.improve.plans.models import Action, Outcome, Theme


class Keeper(keeper.Keeper):
    called: ClassVar[Mapping[str, str]] = {
        "theme-finding relationships": "themes tied to findings",
        "action-person relationships": "shared leads",
        "funding-action relationships": "sums tied to actions",
        "risk-action relationships": "risks tied to actions",
    }
    # The file's own row is told field by field; the day is that of the commit
    untold: ClassVar[Collection[str]] = {"as_written", "reported_on"}

    def named(self, row: Model) -> str:
        if isinstance(row, Action | Outcome):
            return f"{type(row).__name__} {row.ref}"
        return f"Theme {row.number}" if isinstance(row, Theme) else super().named(row)
