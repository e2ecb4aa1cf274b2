"""Somebody edits what is there: only what they change is written, and whoever comes second is told."""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db.models import Model

from goldenthread.rules.calendar import format_date

from .faults import CannotSave

Changes = dict[str, tuple[Any, Any]]


class EditedSince(CannotSave):
    """`stamp` is that of what is held now: a form that carries it may be saved."""

    def __init__(self, differing: Iterable[str], stamp: str) -> None:
        said = "".join(f"{each}. " for each in differing)
        super().__init__(
            f"Somebody else has changed this since you opened it. {said}What you wrote is still below: look, then "
            "save again."
        )
        self.stamp = stamp


def stamp(row: Model, names: Iterable[str], beside: str = "") -> str:
    """What stands in these fields, and `beside` them, as a few letters for a form to carry."""
    held = repr([(name, _held(row, name)) for name in sorted(names)]) + beside
    return hashlib.sha256(held.encode()).hexdigest()[:16]


def change(row: Model, given: Mapping[str, Any], seen: str | None, beside: str = "") -> Changes:
    """Write what differs, and answer it as (before, after) by field, relations as keys. `seen` is the stamp of the
    fields when the form was opened. Raises EditedSince.
    """
    held = type(row)._default_manager.select_for_update().get(pk=row.pk)
    wanted = {name: _wanted(held, name, value) for name, value in given.items()}
    changes = {name: (_held(held, name), value) for name, value in wanted.items() if _held(held, name) != value}
    now = stamp(held, given, beside)
    if seen and seen != now:
        raise EditedSince([_said(held, name) for name in changes], now)
    for name in changes:
        if held._meta.get_field(name).many_to_many:
            getattr(row, name).set(wanted[name])
        else:
            setattr(row, name, given[name])
    columns = [name for name in changes if not held._meta.get_field(name).many_to_many]
    if columns:
        row.save(update_fields=columns)
    return changes


def _held(row: Model, name: str) -> Any:
    field = row._meta.get_field(name)
    if field.many_to_many:
        return tuple(sorted(getattr(row, name).values_list("pk", flat=True)))
    return getattr(row, getattr(field, "attname", name))


def _wanted(row: Model, name: str, value: Any) -> Any:
    if row._meta.get_field(name).many_to_many:
        return tuple(sorted(one.pk for one in value))
    return value.pk if isinstance(value, Model) else value


def _said(row: Model, name: str) -> str:
    field = row._meta.get_field(name)
    value = getattr(row, name)
    if field.many_to_many:
        words = ", ".join(str(one) for one in value.all())
    else:
        words = format_date(value) if isinstance(value, date) else str(value if value is not None else "")
    return f"{str(getattr(field, 'verbose_name', name)).capitalize()} is now {f'“{words}”' if words else 'empty'}"
