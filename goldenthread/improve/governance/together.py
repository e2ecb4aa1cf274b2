"""Several short lists in one question to the database: for a page that has many of them."""

from typing import Any

from django.db.models import Field, IntegerField, Model, QuerySet, Value
from django.db.models.functions import JSONObject


def together(*lists: QuerySet[Any]) -> list[list[Any]]:
    """The rows of each list, in no order, as objects of its model without anything that hangs on them."""
    asked = [_marked(rows, place) for place, rows in enumerate(lists)]
    found: list[list[Any]] = [[] for _ in lists]
    for place, row in asked[0].union(*asked[1:], all=True):
        found[place].append(_made(lists[place].model, row))
    return found


def _marked(rows: QuerySet[Any], place: int) -> QuerySet[Any, tuple[int, dict[str, Any]]]:
    """Each row as the place of its list and itself, whatever its columns: so that lists of any kind can be joined."""
    whole = JSONObject(**{field.attname: field.attname for field in _fields(rows.model)})
    return rows.order_by().values_list(Value(place, output_field=IntegerField()), whole)


def _made(model: type[Model], row: dict[str, Any]) -> Model:
    values = [field.to_python(row[field.attname]) for field in _fields(model)]
    return model.from_db(None, [field.attname for field in _fields(model)], values)


def _fields(model: type[Model]) -> list[Field[Any, Any]]:
    return list(model._meta.concrete_fields)
