"""A person stands for a colour that the facts do not support."""

from datetime import date

from django.db import transaction

from goldenthread.foundation.partnership.models import Person
from goldenthread.improve.plans.challenging import Subject, leads
from goldenthread.improve.plans.facts import facts_of_one
from goldenthread.improve.plans.models import Action, Override, Theme

from .challenges import look_again_at
from .faults import CannotSave
from .telling import tell_of_plan

LONGEST_OVERRIDE = 92  # days: a quarter, after which a board looks again


@transaction.atomic
def sign_override(*, about: Subject, why: str, until: date, by: Person, on: date) -> Override:
    """A person stands for a colour that the facts do not support, by name, until a day. Raises CannotSave, also for
    whoever leads the action.
    """
    refuse_unless_it_ends(why, until, on)
    if leads(about, by):
        raise CannotSave("You lead this action. Somebody else signs for its colour: ask them to.")
    override = Override(
        signed_by=by,
        signed_as=", ".join(filter(None, (by.name, by.post))),
        signed_on=on,
        why=why.strip(),
        colour=_reported(about, on),
        until_on=until,
    )
    setattr(override, about._meta.model_name or "", about)
    override.save()
    plan = about.plan if isinstance(about, Theme) else about.theme.plan
    tell_of_plan("challenge answered", plan, by, on, about, detail={"until": until.isoformat()})
    look_again_at(about, by, on)
    return override


def refuse_unless_it_ends(why: str, until: date, on: date) -> None:
    """Raises CannotSave for an explanation that says nothing, or that does not end within three months."""
    if not why.strip():
        raise CannotSave("Say why the colour is right although the facts do not support it.")
    if not on < until:
        raise CannotSave("Choose a last day that is still to come: an explanation ends.")
    if (until - on).days > LONGEST_OVERRIDE:
        raise CannotSave(
            "An explanation stands for three months at most. Choose an earlier day, and sign again then if "
            "it is still so."
        )


def _reported(about: Subject, on: date) -> str:
    return facts_of_one(about, on).reported.name.lower() if isinstance(about, Action) else about.reported
