from django import forms

from .models import Pace


class ChoosePace(forms.Form):
    pace = forms.ChoiceField(
        label="How often should we e-mail you what changed?",
        choices=Pace.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how often."},
    )
