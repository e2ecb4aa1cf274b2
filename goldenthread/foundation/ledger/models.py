"""The ledger: who did or saw what, when and why. Nothing in it is ever changed, and it points at no other room."""

import hashlib
import json
from typing import Any, NoReturn

from django.db import models

BEFORE_THE_FIRST = "0" * 64


class AppendOnly(Exception):
    """Raised where somebody tries to change or remove what the ledger says."""

    def __init__(self) -> None:
        super().__init__("The ledger is append-only: a line is never changed or removed. Record a new line instead.")


class Lines(models.QuerySet["Entry"]):
    def _refuse(self, *_: object, **__: object) -> NoReturn:
        raise AppendOnly

    update = delete = bulk_create = bulk_update = update_or_create = _refuse


class Entry(models.Model):
    """One line. `by` is a handle ("person:12"), `subject` says what it was about ("plan:3/action:1.2")."""

    position = models.PositiveBigIntegerField(unique=True)
    at = models.DateTimeField()
    on = models.DateField()
    what = models.CharField(max_length=80, db_index=True)
    by = models.CharField(max_length=60, db_index=True)
    area = models.CharField(max_length=9, blank=True, db_index=True)
    subject = models.CharField(max_length=120, blank=True, db_index=True)
    why = models.CharField(max_length=300, blank=True)
    detail = models.JSONField(default=dict)
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)

    objects = Lines.as_manager()

    class Meta:
        ordering = ("position",)
        verbose_name_plural = "entries"

    def __str__(self) -> str:
        return f"{self.position}: {self.what} by {self.by}"

    def words(self) -> dict[str, Any]:
        return {
            "position": self.position,
            "at": self.at.isoformat(),
            "on": self.on.isoformat(),
            "what": self.what,
            "by": self.by,
            "area": self.area,
            "subject": self.subject,
            "why": self.why,
            "detail": self.detail,
            "previous": self.previous,
        }

    def computed_digest(self) -> str:
        """SHA-256 of the line's words in canonical JSON, which include the digest of the line before it."""
        words = json.dumps(self.words(), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        return hashlib.sha256(words.encode()).hexdigest()

    def delete(self, *_: object, **__: object) -> NoReturn:
        raise AppendOnly


class Head(models.Model):
    """Where the chain ends. One row, locked while a line is added; it also betrays a cut tail."""

    position = models.PositiveBigIntegerField(default=0)
    digest = models.CharField(max_length=64, default=BEFORE_THE_FIRST)

    def __str__(self) -> str:
        return f"line {self.position}"
