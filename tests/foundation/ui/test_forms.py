"""Forms as the Design System draws them. Every error leads to a control that is there: automatic checkers miss it."""

import re
from datetime import date

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.template import Context, Template

from goldenthread.foundation.ui.days import DayField

PAGE = Template("{% load govuk %}{% govuk_error_summary form %}{{ form }}")


class EveryKind(forms.Form):
    words = forms.CharField(help_text="A few <b>words</b>")
    mail = forms.EmailField()
    secret = forms.CharField(widget=forms.PasswordInput)
    count = forms.IntegerField(min_value=1)
    story = forms.CharField(widget=forms.Textarea(attrs={"rows": 4}))
    one = forms.ChoiceField(choices=[("", "Choose"), ("Group", [("a", "A"), ("b", "B")])])
    pick = forms.ChoiceField(choices=[("a", "A"), ("b", "B")], widget=forms.RadioSelect)
    several = forms.MultipleChoiceField(choices=[("a", "A"), ("b", "B")], widget=forms.CheckboxSelectMultiple)
    agreed = forms.BooleanField()
    file = forms.FileField()
    due = DayField()
    since = forms.DateField()
    hidden = forms.CharField(widget=forms.HiddenInput)

    def clean(self) -> None:
        raise ValidationError("The whole does not fit.")


def ids(html: str) -> list[str]:
    return re.findall(r'\sid="([^"]+)"', html)


@pytest.mark.parametrize("prefix", [None, "row-1"])
def test_every_error_leads_to_a_control_that_is_there(prefix: str | None) -> None:
    form = EveryKind({}, prefix=prefix)

    html = PAGE.render(Context({"form": form}))

    links = re.findall(r'<a href="#([^"]+)"', html)
    assert len(links) == 14  # twelve shown fields, the hidden one and the whole
    assert [link for link in links if link not in ids(html)] == []


def test_no_id_is_given_twice() -> None:
    html = PAGE.render(Context({"form": EveryKind({})}))

    assert sorted(set(ids(html))) == sorted(ids(html))


def test_every_label_belongs_to_a_control_that_is_there() -> None:
    html = PAGE.render(Context({"form": EveryKind()}))

    assert [target for target in re.findall(r'<label[^>]* for="([^"]+)"', html) if target not in ids(html)] == []


def test_there_is_no_summary_while_nothing_is_wrong() -> None:
    assert "error-summary" not in PAGE.render(Context({"form": EveryKind()}))


def test_what_was_typed_is_kept_and_escaped() -> None:
    html = PAGE.render(Context({"form": EveryKind({"words": '"><script>', "one": "b", "pick": "a", "agreed": "on"})}))

    assert 'value="&#34;&gt;&lt;script&gt;"' in html
    assert re.findall(r'value="(\w+)" (checked|selected)', html) == [
        ("b", "selected"),
        ("a", "checked"),
        ("on", "checked"),
    ]


def test_help_is_text_unless_marked_safe() -> None:
    assert "A few &lt;b&gt;words&lt;/b&gt;" in PAGE.render(Context({"form": EveryKind()}))


HOW = "Enter a real date as day, month and year, for example 8 2 2027."


class Due(forms.Form):
    due = DayField(label="Due on")


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ({"due-day": "8", "due-month": "2", "due-year": "2027"}, date(2027, 2, 8)),
        ({"due-day": " 08", "due-month": "02", "due-year": "2027 "}, date(2027, 2, 8)),
        ({"due": "2027-02-08"}, date(2027, 2, 8)),
    ],
)
def test_a_day_is_read_from_its_three_boxes(typed: dict[str, str], day: date) -> None:
    form = Due(typed)

    assert (form.is_valid(), form.cleaned_data.get("due")) == (True, day)


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ({"due-day": "31", "due-month": "2", "due-year": "2025"}, HOW),
        ({"due-day": "31"}, HOW),
        ({}, "Enter the date, for example 8 2 2027."),
    ],
)  # fmt: skip
def test_a_wrong_day_says_how_a_date_is_written(typed: dict[str, str], error: str) -> None:
    assert Due(typed).errors == {"due": [error]}


def test_a_wrong_day_is_shown_as_it_was_typed() -> None:
    html = PAGE.render(Context({"form": Due({"due-day": "31", "due-month": "2", "due-year": "2025"})}))

    assert re.findall(r'value="(\d+)"', html) == ["31", "2", "2025"]


def test_a_known_day_fills_its_boxes() -> None:
    html = PAGE.render(Context({"form": Due(initial={"due": date(2027, 2, 8)})}))

    assert re.findall(r'value="(\d+)"', html) == ["8", "2", "2027"]
