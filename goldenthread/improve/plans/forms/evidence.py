"""What is asked of people who offer evidence, and who look at it."""

from django import forms


class OfferEvidence(forms.Form):
    title = forms.CharField(
        label="What is the evidence?", max_length=200, error_messages={"required": "Say what the evidence is."}
    )
    words = forms.CharField(
        label="What does it say?",
        help_text="Copy the words that matter. They are kept as they are today, whatever becomes of the document.",
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
    )
    address = forms.CharField(label="Where is it kept?", max_length=300, required=False)


class LookAtEvidence(forms.Form):
    """Accepting needs no words; returning does."""

    because = forms.CharField(
        label="If you return it: what is wanting?",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
