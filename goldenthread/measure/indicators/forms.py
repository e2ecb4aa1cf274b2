"""What is asked of those who say that a control chart starts anew."""

from django import forms

from goldenthread.foundation.ui.days import DayField


class StartAnew(forms.Form):
    starts_on = DayField(label="From which day?", help_text="The day on which the way of working changed.")
    cause = forms.CharField(
        label="What changed?",
        help_text="Something that happened, such as “A third panel began to meet”. A signal in the chart is no cause.",
        max_length=300,
        error_messages={"required": "Say what changed: limits are drawn anew only for something that happened."},
    )


class Withdraw(forms.Form):
    because = forms.CharField(
        label="Why is it withdrawn?",
        max_length=300,
        error_messages={"required": "Say why it is withdrawn."},
    )
