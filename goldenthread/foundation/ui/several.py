"""Several rows chosen at once. A key longer than any database counts to is refused as any other that is not there."""

from typing import Any

from django import forms

LONGEST_KEY = 18  # digits


class SeveralField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]  # Django's takes no model at run time
    def clean(self, value: Any) -> Any:
        beyond = next((str(key) for key in value or () if len(str(key)) > LONGEST_KEY), "")
        if beyond:
            wrong = self.error_messages["invalid_choice"]
            raise forms.ValidationError(wrong, code="invalid_choice", params={"value": beyond[:LONGEST_KEY]})
        return super().clean(value)
