"""A Django form's field as a GOV.UK component."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.forms import BaseForm, BoundField
from django.utils.safestring import SafeString, mark_safe

from .components import component
from .days import DayWidget

NEEDED = "This field is required."  # Django's own words, where a form has not chosen better
PASSED_ON = ("autocomplete", "inputmode", "spellcheck", "autocapitalize", "rows", "multiple")
ATTRIBUTES = ("accept", "maxlength", "min", "max", "step")


def problems(form: BaseForm) -> list[dict[str, str]]:
    """Every error with the address of what to put right; those of the whole form lead to its first field."""
    shown = form.visible_fields()
    first = f"#{target(shown[0])}" if shown else "#main-content"
    whole = [*form.non_field_errors(), *(error for field in form.hidden_fields() for error in field.errors)]
    return [{"text": str(error), "href": first} for error in whole] + [
        {"text": error, "href": f"#{target(field)}"} for field in shown for error in faults(field)
    ]


def faults(field: BoundField) -> list[str]:
    """What is wrong with a field, in words that name it: "This field is required" twice in a summary helps nobody."""
    return [f"{field.label}: an answer is needed." if words == NEEDED else words for words in map(str, field.errors)]


def target(field: BoundField) -> str:
    """The id of the control that an error leads to: for a day, its first box."""
    return f"{field.auto_id}-day" if isinstance(field.field.widget, DayWidget) else field.auto_id


def as_component(field: BoundField, label: str = "", hint: str = "") -> SafeString:
    widget = field.field.widget
    if widget.is_hidden:
        return mark_safe(str(field))
    for kind, name, options in KINDS:
        if isinstance(widget, kind):
            return component(name, _shared(field, hint) | options(field, label or str(field.label)))
    return component("input", _shared(field, hint) | _box(field, label or str(field.label)))


def _shared(field: BoundField, hint: str) -> dict[str, Any]:
    """Options that every component takes."""
    widget = field.field.widget
    shared: dict[str, Any] = {"id": field.auto_id, "name": field.html_name, "classes": widget.attrs.get("class", "")}
    if hint or field.help_text:
        shared["hint"] = {"html" if not hint else "text": hint or field.help_text}
    if field.errors:
        shared["errorMessage"] = {"text": " ".join(faults(field))}
    if field.field.disabled:
        shared["disabled"] = True
    shared |= {name: widget.attrs[name] for name in PASSED_ON if name in widget.attrs}
    attributes = {name: str(widget.attrs[name]) for name in ATTRIBUTES if name in widget.attrs}
    return shared | ({"attributes": attributes} if attributes else {})


def _box(field: BoundField, label: str) -> dict[str, Any]:
    kind = getattr(field.field.widget, "input_type", "text")
    value = field.field.widget.format_value(field.value())
    options: dict[str, Any] = {"label": {"text": label}, "value": "" if value is None else str(value)}
    if kind == "number":  # a number box scrolls away what was typed; the keypad alone is wanted
        options |= {"inputmode": "numeric", "spellcheck": False}
    elif kind != "text":
        options["type"] = kind
    return options


def _never_shown_again(_: BoundField, label: str) -> dict[str, Any]:
    """A password or a chosen file."""
    return {"label": {"text": label}}


def _choices(field: BoundField) -> list[dict[str, Any]]:
    return [
        {
            "value": str(choice.data["value"]),
            "text": str(choice.data["label"]),
            "checked": choice.data["selected"],
            "selected": choice.data["selected"],
        }
        for choice in field.subwidgets
    ]


def _group(field: BoundField, label: str) -> dict[str, Any]:
    legend = {"text": label, "classes": "govuk-fieldset__legend--s"}
    return {"idPrefix": field.auto_id, "fieldset": {"legend": legend}, "items": _choices(field)}


def _tick(field: BoundField, label: str) -> dict[str, Any]:
    return {"idPrefix": field.auto_id, "items": [{"value": "on", "text": label, "checked": bool(field.value())}]}


def _list(field: BoundField, label: str) -> dict[str, Any]:
    return {"label": {"text": label}, "items": _choices_of_select(field)}


def _choices_of_select(field: BoundField) -> list[dict[str, Any]]:
    value = field.value()
    chosen = {str(each) for each in value} if isinstance(value, list | tuple) else {str("" if value is None else value)}
    flat: list[dict[str, Any]] = []
    for key, text in field.field.widget.choices:
        flat += [
            {"value": str(inner), "text": str(words), "selected": str(inner) in chosen}
            for inner, words in (text if isinstance(text, list | tuple) else [(key, text)])
        ]
    return flat


def _day(field: BoundField, label: str) -> dict[str, Any]:
    parts: Mapping[str, str] = DayWidget.parts(field.value())
    wrong = " govuk-input--error" if field.errors else ""
    return {
        "namePrefix": field.html_name,
        "fieldset": {"legend": {"text": label, "classes": "govuk-fieldset__legend--s"}, "role": "group"},
        "items": [
            {"name": part, "value": parts[part], "classes": f"govuk-input--width-{2 if part != 'year' else 4}{wrong}"}
            for part in ("day", "month", "year")
        ],
    }


KINDS: tuple[tuple[type[forms.Widget], str, Any], ...] = (
    (DayWidget, "date-input", _day),
    (forms.CheckboxSelectMultiple, "checkboxes", _group),
    (forms.RadioSelect, "radios", _group),
    (forms.CheckboxInput, "checkboxes", _tick),
    (forms.Select, "select", _list),
    (forms.Textarea, "textarea", _box),
    (forms.FileInput, "file-upload", _never_shown_again),
    (forms.PasswordInput, "password-input", _never_shown_again),
)
