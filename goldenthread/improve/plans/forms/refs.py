"""Actions of a plan, named by their references."""

from typing import Any

from django import forms

from goldenthread.improve.plans.models import Action, ImprovementPlan
from goldenthread.improve.plans.spending import BETWEEN_REFS


class ActionsField(forms.CharField):
    """“2.3, 2.9” → those actions, of the plan that the form sets. What the plan does not have is named."""

    plan: ImprovementPlan | None = None

    def __init__(self, *, label: str) -> None:
        super().__init__(
            label=label,
            help_text="Their references, with a comma between two: 2.3, 2.9",
            max_length=300,
            required=False,
        )

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(one.ref for one in value) if isinstance(value, list) else value

    def clean(self, value: Any) -> Any:
        wanted = list(dict.fromkeys(filter(None, BETWEEN_REFS.split(super().clean(value)))))
        rows = Action.objects.filter(theme__plan=self.plan, ref__in=wanted).select_related("theme", "lead")
        found: dict[str, list[Action]] = {}
        for one in rows:
            found.setdefault(one.ref, []).append(one)
        missing = [ref for ref in wanted if ref not in found]
        if missing:
            raise forms.ValidationError(
                f"This plan has no action {', '.join(missing)}. Use the references that the plan uses, with a comma "
                "between two."
            )
        twice = [ref for ref, listed in found.items() if len(listed) > 1]
        if twice:
            raise forms.ValidationError(
                f"More than one theme has an action {', '.join(twice)}. Give them different references first."
            )
        return [found[ref][0] for ref in wanted]


class OfPlan(forms.Form):
    """A form some of whose fields name actions."""

    def __init__(self, *args: Any, plan: ImprovementPlan, **options: Any) -> None:
        super().__init__(*args, **options)
        for field in self.fields.values():
            if isinstance(field, ActionsField):
                field.plan = plan
