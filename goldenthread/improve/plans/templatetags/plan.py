"""`{% load plan %}`: the pages of the plan's section that somebody may open."""

from collections.abc import Callable
from typing import Any, NamedTuple

from django import template
from django.urls import reverse

from goldenthread.foundation.partnership.models import Person
from goldenthread.foundation.partnership.permissions import Duty, has_duty
from goldenthread.improve.plans.permissions import may_see_plan

register = template.Library()


class Section(NamedTuple):
    name: str
    says: str
    whose: Callable[[Person], bool] = may_see_plan


SECTIONS = (
    Section("index", "Plan"),
    Section("answers", "Findings"),
    Section("challenges", "Challenges"),
    Section("actions", "Actions"),
    Section("owed", "What is owed", lambda person: has_duty(person, Duty.REPORT)),
    Section("mine", "What you owe", lambda person: not has_duty(person, Duty.REPORT)),
    Section("evidence_waiting", "Evidence", lambda person: has_duty(person, Duty.VERIFY)),
    Section("history", "History"),
    Section("compare", "Compare"),
    Section("forecast", "Forecast"),
    Section("rests", "What it rests on"),
    Section("risks", "Risks"),
    Section("money", "Money"),
    Section("ends", "End dates"),
    Section("duties", "Who may do what"),
)


@register.simple_tag(takes_context=True)
def sections(context: dict[str, Any]) -> list[tuple[str, str, bool]]:
    """Address, words, and whether this page is the one."""
    request = context["request"]
    here = request.resolver_match.view_name if request.resolver_match else ""
    return [
        (reverse(f"plans:{one.name}"), one.says, here == f"plans:{one.name}")
        for one in SECTIONS
        if one.whose(request.person)
    ]
