"""Something is cited in words that are kept as they stand; somebody else looks at it."""

from django import forms


class Cite(forms.Form):
    """A room says in `title` what it asks for."""

    title = forms.CharField(label="What is it called?", max_length=200)
    words = forms.CharField(
        label="What does it say?",
        help_text="Copy the words that matter. They are kept as they are today, whatever becomes of the document.",
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
    )
    address = forms.CharField(label="Where is it kept?", max_length=300, required=False)


class LookAtCited(forms.Form):
    """Accepting needs no words; returning does."""

    because = forms.CharField(
        label="If you return it: what is wanting?",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
