"""What stands on an action's own page, in as few questions as it takes."""

from dataclasses import dataclass
from datetime import date

from django.db.models import CharField, F, IntegerField, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Cast, Concat

from goldenthread.foundation.partnership import reads as partnership
from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.improve.plans.models import Action, Amendment, Funding, Risk, Succession, Update

NAME, NUMBER = CharField(), IntegerField()


@dataclass(frozen=True)
class Turn:
    """One change to what was promised. `what`: amended, came from another action or became another; `how`: what was
    amended, or the kind of succession.
    """

    on: date
    asked_by: str
    meeting: str
    why: str
    before: str
    after: str
    what: str
    how: str
    other: int
    ref: str


@dataclass(frozen=True)
class Tied:
    """A risk (its score, of 25 at most) or money (whole pounds a year) that names the action."""

    what: str
    key: int
    title: str
    figure: int

    @property
    def said(self) -> str:
        return f"£{self.figure:,} a year" if self.what == "money" else f"scored {self.figure} of 25"


def updates(area: LocalArea, action: Action) -> QuerySet[Update]:
    """Newest first, each with the name of its writer, where that is somebody of the area."""
    handles = partnership.people_in(area).annotate(hand=Concat(Value("person:"), Cast("pk", NAME), output_field=NAME))
    writer = Subquery(handles.filter(hand=OuterRef("by")).values("name")[:1])
    return action.updates.annotate(**{"writer": writer})


def turns(action: Action) -> list[Turn]:
    """Newest first, all kinds in one question."""
    asked = ("on", "asked_by", "meeting", "why")
    reworded = Amendment.objects.filter(action=action).order_by()
    rows = reworded.values_list(*asked, "before", "after", _is("amended"), "about", Value(0, NUMBER), _is(""))
    both = Succession.objects.order_by()
    came, became = (
        both.filter(**{mine: action}).values_list(
            *asked, _is(""), f"{other}__wording", _is(what), "kind", other, f"{other}__ref"
        )
        for mine, other, what in (("later", "earlier", "came"), ("earlier", "later", "became"))
    )
    return sorted((Turn(*row) for row in rows.union(came, became, all=True)), key=lambda turn: turn.on, reverse=True)


def tied(action: Action) -> list[Tied]:
    """The risks that are open, and the money, that name the action, in one question."""
    risks = Risk.objects.filter(actions=action, closed_on=None).order_by()
    money = Funding.objects.filter(actions=action).order_by()
    scored = risks.values_list(_is("risk"), "pk", "title", F("likelihood") * F("impact"))
    paid = money.values_list(_is("money"), "pk", "title", "pounds_a_year")
    return [Tied(*row) for row in scored.union(paid, all=True)]


def _is(words: str) -> Value:
    return Value(words, NAME)
