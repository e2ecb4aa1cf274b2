"""What is asked of people who record when the plan is to end."""

from django import forms

from goldenthread.foundation.ui.days import DayField


class StateEnd(forms.Form):
    words = forms.CharField(
        label="How was it said?",
        help_text="In the words that were used, for example: on track to complete by autumn 2027",
        max_length=200,
        error_messages={"required": "Give the words that were used."},
    )
    source = forms.CharField(
        label="Where was it said?",
        help_text="For example: report to Cabinet, paragraph 2.5",
        max_length=200,
        error_messages={"required": "Say where it was said."},
    )
    said_on = DayField(label="When was it said?", required=False)
    means = DayField(
        label="Which is the last day that the words allow?",
        help_text="Leave this empty and it is read from the words.",
        required=False,
    )
