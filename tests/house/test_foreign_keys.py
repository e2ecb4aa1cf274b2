"""Foreign keys point down the house, as imports do."""

from django.apps import apps

from tests.house.house import floor


def test_foreign_keys_point_down_the_house() -> None:
    upward = [
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if field.concrete and field.is_relation and floor(field.related_model.__module__) > floor(model.__module__)
    ]

    assert upward == []


def test_the_ledger_points_at_nothing() -> None:
    keys = [
        field.name
        for model in apps.get_app_config("ledger").get_models()
        for field in model._meta.get_fields()
        if field.is_relation
    ]

    assert keys == []
