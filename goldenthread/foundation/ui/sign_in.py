"""The sign-in form in our words; what it checks is allauth's."""

from typing import Any

from allauth.account.forms import LoginForm


class SignIn(LoginForm):  # type: ignore[misc]  # allauth is untyped
    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["login"].label = "User name or e-mail address"
        self.fields["login"].widget.attrs["autocomplete"] = "username"
