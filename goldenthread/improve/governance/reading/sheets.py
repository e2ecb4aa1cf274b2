"""What a kind of sheet is: by which names it is known, which columns it has, and how each is read."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from django.db.models import Model

from goldenthread.foundation.intake import sheet

from .book import Grid, said
from .cells import Reader, words

WITHIN = 20  # rows from the top in which headings are looked for


@dataclass(frozen=True)
class Column:
    """`called`: what people head it with beside its own name. A row without a needed cell is kept aside."""

    name: str
    called: tuple[str, ...] = ()
    reads: Reader = field(default_factory=words)
    needed: bool = False


@dataclass(frozen=True)
class Kind:
    """`called` in lower case; `model` is what a row of it becomes."""

    name: str
    model: type[Model]
    called: tuple[str, ...]
    columns: tuple[Column, ...]

    @cached_property
    def wanted(self) -> dict[str, tuple[str, ...]]:
        return {column.name.replace("_", " "): column.called for column in self.columns}

    def is_called(self, title: str) -> bool:
        return " ".join(title.lower().replace("_", " ").split()) in (self.name.lower(), *self.called)

    def missing(self, headings: Mapping[str, str]) -> list[str]:
        return [column.name for column in self.columns if column.needed and column.name not in headings]


@dataclass(frozen=True)
class Headed:
    """Where the headings stand among a sheet's rows: our name of a column → its heading, and that → its place."""

    at: int
    headings: Mapping[str, str]
    places: Mapping[str, int]


def headed(grid: Grid, kind: Kind) -> Headed:
    """By the row that names most of the columns."""
    best = Headed(0, {}, {})
    for at, (_, values) in enumerate(grid.rows[:WITHIN]):
        texts = [" ".join(said(value).split()) for value in values]
        found = sheet.guess([text for text in texts if text], kind.wanted)
        if len(found) > len(best.headings):
            named = {name.replace(" ", "_"): heading for name, heading in found.items()}
            best = Headed(at, named, {text: place for place, text in reversed(list(enumerate(texts))) if text})
    return best


def known(grid: Grid, kinds: Iterable[Kind]) -> Kind | None:
    """The kind that a sheet is called by; None where it is none of ours."""
    return next((kind for kind in kinds if kind.is_called(grid.title)), None)
