from django import forms

from . import registry


class BringFile(forms.Form):
    file = forms.FileField(
        label="Choose a file",
        help_text="XML, CSV, Excel (.xlsx), Word (.docx) or a zip of CSV files.",
        error_messages={
            "required": "Choose the file to bring.",
            "empty": "This file is empty: it holds no bytes at all. Export it again and bring the new file.",
        },
    )


class ChooseSource(forms.Form):
    source = forms.ChoiceField(
        label="What is this file?", widget=forms.RadioSelect, error_messages={"required": "Say what this file is."}
    )

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]
        choices = [(each.code, each.title) for each in registry.sources()]
        self.fields["source"].choices = choices  # type: ignore[attr-defined]


class UndoBatch(forms.Form):
    why = forms.CharField(
        label="Why should this batch be undone?",
        max_length=200,
        help_text="Your reason is kept in the ledger. Do not name a child.",
        error_messages={"required": "Say why, in a few words."},
    )
