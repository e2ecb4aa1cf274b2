"""An action, a theme or an outcome, as the pages of its colour name it."""

from typing import Any

from django.urls import reverse

from goldenthread.foundation.partnership.permissions import sees_small_numbers
from goldenthread.foundation.partnership.reads import SignedInRequest
from goldenthread.improve.plans import reads
from goldenthread.improve.plans.challenging import Subject, called
from goldenthread.improve.plans.models import Action, Theme
from goldenthread.improve.plans.standing import ActionStanding, OutcomeStanding, ThemeStanding


def standing_of(request: SignedInRequest, about: Subject) -> ActionStanding | ThemeStanding | OutcomeStanding:
    """As whoever asks may see it: small numbers stand behind measures."""
    if isinstance(about, Action):
        return reads.one_action(about, request.today)
    few = sees_small_numbers(request.person)
    if isinstance(about, Theme):
        return reads.one_theme(about, request.today, small_numbers=few)
    return reads.one_outcome(about, request.today, small_numbers=few)


def page_of(about: Subject) -> str:
    """Where it is read; an outcome stands on its theme’s page."""
    if isinstance(about, Action):
        return reverse("plans:action", args=[about.pk])
    return reverse("plans:theme", args=[about.pk if isinstance(about, Theme) else about.theme_id])


def told_of(about: Subject) -> dict[str, Any]:
    """The title of a page that explains its colour, and what that page leads back to."""
    title = f"Explain the colour of {called(about)}"
    if isinstance(about, Action):
        return {"title": title, "action": about}
    return {"title": title, "theme": about if isinstance(about, Theme) else about.theme}
