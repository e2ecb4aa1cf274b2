from django import forms


class Look(forms.Form):
    """Why somebody opens a case file. The reason goes to the ledger with the look."""

    REASONS = (
        ("I am working on this case", "I am working on this case"),
        ("The family asked", "The family asked"),
        ("Checking the quality of the record", "Checking the quality of the record"),
        ("Preparing for a meeting about this child", "Preparing for a meeting about this child"),
        ("A complaint or an appeal", "A complaint or an appeal"),
    )
    why = forms.ChoiceField(
        label="Why are you looking at this case?",
        choices=REASONS,
        widget=forms.RadioSelect,
        help_text="Every look is recorded. The family may ask who has looked at the file, and why.",
        error_messages={"required": "Choose why you are looking at this case."},
    )
