"""What is asked of people who record money and posts."""

from typing import Any

from django import forms

from goldenthread.foundation.ui.days import DayField

from .refs import ActionsField, OfPlan

MOST_POUNDS = 2_000_000_000
POUNDS = "Give whole pounds, such as 150000."
WHOLE = {"required": POUNDS, "invalid": POUNDS, "min_value": POUNDS, "max_value": POUNDS}
POSTS = "Give a number of posts, such as 17 or 2.5."
NUMBER = {"invalid": POSTS, "min_value": POSTS, "max_digits": POSTS, "max_decimal_places": POSTS}
YEARS = "Give a number of years from 1 to 30."


class PoundsField(forms.IntegerField):
    """“£675,000” and “675000” are the same."""

    def to_python(self, value: Any) -> int | None:
        return super().to_python(str(value).strip().lstrip("£").replace(",", "").strip() if value else value)


def _posts(label: str) -> forms.DecimalField:
    return forms.DecimalField(
        label=label, min_value=0, max_digits=5, decimal_places=1, required=False, error_messages=NUMBER
    )


class PromiseMoney(OfPlan):
    title = forms.CharField(
        label="What is it for?", max_length=200, error_messages={"required": "Say what the money is for."}
    )
    source = forms.CharField(
        label="Which budget or fund does it come from?",
        max_length=120,
        error_messages={"required": "Say where the money comes from."},
    )
    pounds_a_year = PoundsField(
        label="How many pounds a year?", min_value=0, max_value=MOST_POUNDS, error_messages=WHOLE
    )
    years = forms.IntegerField(
        label="For how many years?",
        min_value=1,
        max_value=30,
        initial=1,
        error_messages={"required": YEARS, "invalid": YEARS, "min_value": YEARS, "max_value": YEARS},
    )
    first_year = forms.CharField(
        label="From which financial year?",
        max_length=9,
        help_text="For example 2026-27",
        error_messages={"required": "Say from which financial year, such as 2026-27."},
    )
    posts = _posts("How many posts does it pay for?")
    posts_filled = _posts("How many of them are filled?")
    actions = ActionsField(label="Which actions does it pay for?")


class AddAccount(forms.Form):
    source = forms.CharField(
        label="Where was it said?",
        max_length=200,
        help_text="For example: minutes of the scrutiny panel, 9 March 2026",
        error_messages={"required": "Say where it was said."},
    )
    said_on = DayField(label="When was it said?", required=False)
    pounds = PoundsField(
        label="How many pounds, as it was said?", min_value=0, max_value=MOST_POUNDS, error_messages=WHOLE
    )
    posts = _posts("How many posts, if any were named?")


class FillPosts(forms.Form):
    posts = _posts("How many posts does it pay for?")
    posts_filled = _posts("How many of them are filled?")
