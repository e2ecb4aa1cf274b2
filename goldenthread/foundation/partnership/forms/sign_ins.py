"""A way to sign in, and the password for it."""

from typing import Any

from django import forms
from django.contrib.auth.models import User
from django.contrib.auth.password_validation import validate_password

from .people import EMAIL


class Confirm(forms.Form):
    """Nothing is asked but to go on."""


class GiveSignIn(forms.Form):
    email = forms.EmailField(
        label="E-mail address",
        help_text="The link is sent there too. Leave it empty for somebody who has none.",
        max_length=254,
        required=False,
        error_messages=EMAIL,
    )


def _secret(label: str, needed: str, hint: str = "") -> forms.CharField:
    widget = forms.PasswordInput(attrs={"autocomplete": "new-password"})
    return forms.CharField(label=label, help_text=hint, strip=False, widget=widget, error_messages={"required": needed})


class ChoosePassword(forms.Form):
    """What makes a good one is in the settings."""

    password = _secret(
        "Your password", "Choose a password.", "At least 12 characters. Three or four words of your own are good."
    )
    again = _secret("The same again", "Write the password a second time.")

    def __init__(self, user: User, *args: Any) -> None:
        super().__init__(*args)
        self.user = user

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        validate_password(password, self.user)
        return password

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        if {"password", "again"} <= given.keys() and given["password"] != given["again"]:
            self.add_error("again", "The two are not the same. Write your password twice.")
        return given
