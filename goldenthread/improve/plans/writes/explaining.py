"""Somebody who may not sign explains a colour, and asks somebody who may."""

from datetime import date

from django.db import transaction
from django.urls import reverse

from goldenthread.foundation.ledger.reads import Actor
from goldenthread.foundation.notices import writes as notices
from goldenthread.foundation.partnership import reads as partnership
from goldenthread.foundation.partnership.models import Person, Role
from goldenthread.improve.plans.challenging import Subject, called, leads, subject_of
from goldenthread.improve.plans.models import Action, Explanation, Override, Theme

from .challenges import look_again_at
from .faults import CannotSave
from .signing import refuse_unless_it_ends, sign_override
from .telling import tell_of_plan


@transaction.atomic
def ask_for_signature(*, about: Subject, why: str, until: date, by: Person, on: date) -> Explanation:
    """The board’s chair is told. Raises CannotSave where nothing is open to explain, or where somebody has asked
    already.
    """
    refuse_unless_it_ends(why, until, on)
    look_again_at(about, by, on)
    challenge = about.challenges.filter(answered_on=None).first()
    if challenge is None:
        raise CannotSave("The facts support this colour now, or somebody has signed for it: there is nothing to ask.")
    if challenge.explanations.filter(override=None, declined_on=None).exists():
        raise CannotSave("An explanation of this colour waits for a signature already. Wait for its answer.")
    asked = challenge.explanations.create(why=why.strip(), until_on=until, asked_by=by, asked_on=on)
    _tell(asked, "signature asked for", by, on)
    chairs = partnership.people_with(by.area, Role.BOARD_CHAIR, on)
    notices.tell(
        to=chairs,
        what=f"{by.name} asks for a signature for {called(about)}",
        why=asked.why,
        href=reverse("plans:sign_explanation", args=[asked.pk]),
        by=by,
        on=on,
    )
    return asked


@transaction.atomic
def sign_explanation(*, explanation: Explanation, by: Person, on: date) -> Override:
    """The signer stands for it from now on, and whoever asked is told. Raises CannotSave for their own asking, for an
    action that they lead, and for what is answered already.
    """
    asked = _held(explanation)
    if asked.asked_by_id == by.pk:
        raise CannotSave("You asked for this signature yourself. Somebody else signs.")
    if leads(subject_of(asked.challenge), by):
        raise CannotSave("You lead this action. Somebody else signs for its colour.")
    if asked.until_on <= on:
        raise CannotSave("The last day that was asked for has come. Decline it, and let a new one be asked for.")
    asked.override = sign_override(about=subject_of(asked.challenge), why=asked.why, until=asked.until_on, by=by, on=on)
    asked.save(update_fields=["override"])
    _tell(asked, "explanation signed", by, on)
    _tell_asker(asked, "is signed", f"It stands until {asked.until_on.day} {asked.until_on:%B %Y}.", by, on)
    return asked.override


@transaction.atomic
def decline_explanation(*, explanation: Explanation, because: str, by: Person, on: date) -> Explanation:
    """Whoever asked is told why. Raises CannotSave without a reason, and for what is answered already."""
    asked = _held(explanation)
    if not because.strip():
        raise CannotSave("Say why you do not sign, so that whoever asked knows what to do.")
    asked.declined_by, asked.declined_on, asked.declined_because = by, on, because.strip()
    asked.save(update_fields=["declined_by", "declined_on", "declined_because"])
    _tell(asked, "explanation declined", by, on)
    _tell_asker(asked, "is not signed", asked.declined_because, by, on)
    return asked


def _held(explanation: Explanation) -> Explanation:
    """As it stands now: somebody else may have answered it since the page was opened."""
    asked = Explanation.objects.select_for_update().get(pk=explanation.pk)
    if asked.override_id or asked.declined_on:
        raise CannotSave("Somebody has signed or declined this already. Look at the list again.")
    if asked.challenge.answered_on:
        raise CannotSave("The challenge is answered already, so there is nothing left to sign.")
    return asked


def _tell(asked: Explanation, what: str, by: Actor, on: date) -> None:
    subject = subject_of(asked.challenge)
    plan = subject.plan if isinstance(subject, Theme) else subject.theme.plan
    tell_of_plan(what, plan, by, on, asked)


def _tell_asker(asked: Explanation, what: str, why: str, by: Actor, on: date) -> None:
    subject = subject_of(asked.challenge)
    href = reverse(f"plans:{'action' if isinstance(subject, Action) else 'theme'}", args=[_page(subject)])
    heading = f"Your explanation for {called(subject)} {what}"
    notices.tell(to=[asked.asked_by], what=heading, why=why, href=href, by=by, on=on)


def _page(subject: Subject) -> int:
    """An outcome stands on its theme’s page."""
    return subject.pk if isinstance(subject, Action | Theme) else subject.theme_id
