"""What a source of files is. Each lives in the room that it fills, as `<room>/intake/<name>.py`, and is named in the
settings.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, BinaryIO, Literal, Protocol, runtime_checkable

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


ChoiceKind = Literal["words", "one", "tick"]


@dataclass(frozen=True)
class Choice:
    """What whoever brings a file may say of it, with the answer by which it was understood.

    `name` is the answer's own in `chosen`; choices of one `group` stand together under it. A tick is “yes” or “”;
    `options` are pairs of value and words. `shows`: what the answer would do, as pairs of before and after.
    """

    name: str
    label: str
    answer: str
    kind: ChoiceKind = "words"
    options: Sequence[Sequence[str]] = ()
    hint: str = ""
    group: str = ""
    example: str = ""
    shows: Sequence[Sequence[str]] = ()


@dataclass(frozen=True)
class Change:
    """What a commit would make of something held: which thing, what of it, and the words before and after."""

    what: str
    field: str
    before: str
    after: str


@dataclass(frozen=True)
class Understanding:
    """A file parsed and checked, with nothing written. `content` is the source's own and goes to `preview` and
    `commit` as it is. `choices`: what a person may say of it otherwise.

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
    choices: tuple[Choice, ...] = ()


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
    """`problems` are those seen only beside what is already held: two files that contradict each other; `changes`
    what would no longer be as it is held, of a source that can tell.
    """

    counts: tuple[Counted, ...]
    problems: tuple[Problem, ...] = ()
    changes: tuple[Change, ...] = ()


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


@runtime_checkable
class Choosing(Protocol):
    """A source that understands a file as a person says that it is to be understood. `chosen` answers, by name, the
    choices of an earlier understanding; one that is not answered is the source's own to guess.
    """

    def understand_as(self, upload: Upload, area: LocalArea, chosen: Mapping[str, str]) -> Understanding: ...


@runtime_checkable
class Dated(Protocol):
    """A source to which the day matters on which a file is read: it keeps aside, row by row, what is still to come."""

    def understand_on(self, upload: Upload, area: LocalArea, on: date) -> Understanding: ...
