"""An action of the plan, named by its reference."""

from typing import Any

from django import forms

from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.improve.governance import reads


class ActionField(forms.CharField):
    """“4.2” → that action, of any plan of the area that the form sets; None where nothing was written."""

    area: LocalArea

    def __init__(self, *, label: str, help_text: str) -> None:
        super().__init__(label=label, help_text=help_text, max_length=20, required=False)

    def clean(self, value: Any) -> Any:
        ref = super().clean(value)
        action = reads.action_called(self.area, ref) if ref else None
        if ref and action is None:
            raise forms.ValidationError(f"No plan of {self.area.name} has an action {ref}. Look for it in the plan.")
        return action
