"""What a source of files is. Each lives in the room that it fills, as `<room>/intake/<name>.py`, and is named in the
settings.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, BinaryIO, Protocol

from django.db.models import Model

from goldenthread.foundation.ledger.reads import Actor
from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.rules.problems import Problem

from .models import Batch


class Refused(ValueError):
    """The file as a whole cannot be taken. The text is a sentence: what, where, why, what to do."""


@dataclass(frozen=True)
class Upload:
    """A file that somebody brought. `open` gives a fresh stream each time, from the first byte."""

    name: str
    size: int
    open: Callable[[], BinaryIO]

    def first(self, count: int) -> bytes:
        with self.open() as stream:
            return stream.read(count)

    def suffix(self) -> str:
        return self.name.rpartition(".")[2].lower() if "." in self.name else ""


@dataclass(frozen=True)
class Understanding:
    """A file parsed and checked, with nothing written. `content` is the source's own and goes to `preview` and
    `commit` as it is.

    `ready`, `to_check` and `refused` count rows; rows to check are let in, refused rows are kept aside. `as_of` is
    intake's own: where the ledger stands as long as nothing has changed since the preview.
    """

    kind: str
    ready: int
    to_check: int
    refused: int
    year: str = ""
    problems: tuple[Problem, ...] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)
    content: Any = None
    as_of: int = 0


@dataclass(frozen=True)
class Counted:
    """What a commit would do to one kind of record, named in the plural: "Children", "EHC plans"."""

    kind: str
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    refused: int = 0


@dataclass(frozen=True)
class Preview:
    """`problems` are those seen only beside what is already held: two files that contradict each other."""

    counts: tuple[Counted, ...]
    problems: tuple[Problem, ...] = ()


class Journal(Protocol):
    """Hand every row written to the journal, after it is saved; that is what makes a batch undoable.

    `before` is the row's `image`, or what those columns of it held that were changed.
    """

    def added(self, row: Model) -> None: ...
    def changed(self, row: Model, before: Mapping[str, Any]) -> None: ...
    def added_all(self, rows: Iterable[Model]) -> None: ...


class BulkJournal(Journal, Protocol):
    """Writes rows in their thousands, past the ORM, as mappings of column to value; and keeps the journal of them."""

    def insert(self, model: type[Model], rows: Sequence[Mapping[str, Any]]) -> Sequence[Any]: ...
    def update(
        self, model: type[Model], before: Mapping[Any, Mapping[str, Any]], after: Mapping[Any, Mapping[str, Any]]
    ) -> None: ...


class Source(Protocol):
    """`commit` always follows a `preview` of the same understanding beside the same records: what the preview worked
    out may be left in `content`. A source of tables may also offer `template: tuple[str, ...]`, the headings of an
    empty file to fill in, and `personal: bool`, whether its cells tell of single people.
    """

    code: str
    title: str
    reads: str

    def recognises(self, upload: Upload) -> bool: ...
    def understand(self, upload: Upload, area: LocalArea) -> Understanding: ...
    def preview(self, understanding: Understanding, area: LocalArea) -> Preview: ...
    def commit(self, understanding: Understanding, batch: Batch, journal: BulkJournal, by: Actor, on: date) -> None: ...
