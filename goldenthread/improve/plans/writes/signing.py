"""A person stands for a colour that the facts do not support."""

from datetime import date

from django.db import transaction

from goldenthread.foundation.ledger import reads as ledger
from goldenthread.foundation.partnership.models import Person
from goldenthread.improve.plans.challenging import Subject, leads
from goldenthread.improve.plans.facts import facts_of_one
from goldenthread.improve.plans.models import Action, Override, Theme

from .challenges import look_again_at
from .ended import refuse_ended
from .faults import CannotSave
from .telling import tell_of_plan

LONGEST_OVERRIDE = 92  # days: a quarter, after which a board looks again


@transaction.atomic
def sign_override(*, about: Subject, why: str, until: date, by: Person, on: date) -> Override:
    """A person stands for a colour that the facts do not support, by name, until a day. Raises CannotSave, also for
    whoever leads the action or reported the colour, and for an action that has ended.
    """
    refuse_unless_it_ends(why, until, on)
    if isinstance(about, Action):
        refuse_ended(about)
    if why_not := refusal(about, by):
        raise CannotSave(why_not)
    override = Override(
        signed_by=by,
        signed_as=", ".join(filter(None, (by.name, by.post)))[:200],
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


def refusal(about: Subject, by: Person) -> str:
    """Why this person does not sign for it: nobody answers for what they lead or said. Empty where they may."""
    if leads(about, by):
        return "You lead this action, so somebody else signs for its colour. Explain it, and ask them to."
    if _reported_by(about) == by.handle:
        return "You reported this colour yourself, so somebody else signs for it. Explain it, and ask them to."
    return ""


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


def _reported_by(about: Subject) -> str:
    """The handle of whoever said so last; empty where only a file did. Of a theme or an outcome the ledger knows."""
    if isinstance(about, Action):
        newest = about.updates.order_by("on", "pk").last()
        return newest.by if newest else ""
    noun = about._meta.model_name
    plan = about.plan_id if isinstance(about, Theme) else about.theme.plan_id
    said = ledger.lines(subject=f"plan:{plan}/{noun}:{about.pk}", what=f"{noun} reported").first()
    return said.by if said else ""
