"""Which role, from when and until when."""

from datetime import date
from typing import Any

from django import forms

from goldenthread.foundation.partnership.models import Role
from goldenthread.foundation.partnership.role_words import in_words
from goldenthread.foundation.ui.days import DayField


class Appoint(forms.Form):
    role = forms.TypedChoiceField(
        label="Which role?",
        choices=Role.choices,
        coerce=Role,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose a role.", "invalid_choice": "Choose one of the roles listed."},
    )
    from_on = DayField(label="From which day?")
    until = DayField(label="Until which day?", required=False, help_text="The last day. Leave it empty if none is set.")

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["role"].template_name = "partnership/role_field.html"  # type: ignore[attr-defined]  # stubs lack it
        self.fields["from_on"].initial = today

    def described(self) -> list[dict[str, Any]]:
        """Each role with what it may see and do beside it."""
        chosen = self["role"].value()
        return [
            {"value": role.value, "text": role.label, "hint": {"text": in_words(role)}, "checked": role.value == chosen}
            for role in Role
        ]


class EndRole(forms.Form):
    last_on = DayField(
        label="Which is its last day?", required=False, help_text="Leave it empty to end the role at once."
    )
    why = forms.CharField(
        label="Why does it end?",
        help_text="In a few words, without anything personal: they are kept for good.",
        max_length=200,
        required=False,
    )
