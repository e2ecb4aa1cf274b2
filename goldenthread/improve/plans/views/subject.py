"""An action, a theme or an outcome, as the pages of its colour name it."""

from typing import Any

from django.urls import reverse

from goldenthread.improve.plans.challenging import Subject, called
from goldenthread.improve.plans.models import Action, Theme


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
