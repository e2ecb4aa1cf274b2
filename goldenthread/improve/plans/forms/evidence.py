"""What is asked of people who offer evidence."""

from django import forms

from goldenthread.foundation.ui.citing import Cite


class OfferEvidence(Cite):
    title = forms.CharField(
        label="What is the evidence?", max_length=200, error_messages={"required": "Say what the evidence is."}
    )
