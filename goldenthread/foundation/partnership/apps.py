from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate


class Partnership(AppConfig):
    name = "goldenthread.foundation.partnership"
    label = "partnership"

    def ready(self) -> None:
        post_migrate.connect(bring_areas, sender=self)


def bring_areas(using: str, **_: object) -> None:
    """A database that has just been migrated knows every area in England. Nobody did it, so the ledger says nothing."""
    from .writes import bring_areas_into_line

    if "partnership_localarea" in connections[using].introspection.table_names():
        bring_areas_into_line()
