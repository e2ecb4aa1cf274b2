import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_SHORT_FORM = re.compile(r"(?=(?:.*[A-Z]){2}|[A-Z]\d)[A-Za-z][\w&]*(?:-\d+)?")


@dataclass(frozen=True, slots=True)
class Term:
    """A short form, or a phrase of the field that readers outside it would not know."""

    acronym: str
    expansion: str  # empty: nobody knows
    meaning: str = ""

    @property
    def is_short_form(self) -> bool:
        return bool(_SHORT_FORM.fullmatch(self.acronym))

    @property
    def spells_out(self) -> bool:
        """Whether the words could stand before the letters in brackets: “Department for Education (DfE)”."""
        return self.is_short_form and spells(self.expansion, self.acronym)


def spells(words: str, short: str) -> bool:
    """Whether the short form's capitals are met in order among the words' first letters."""
    initials = iter(word[0].casefold() for word in re.findall(r"\w+", words))
    capitals = [letter.casefold() for letter in short if letter.isupper()]
    return bool(capitals) and all(letter in initials for letter in capitals)


@cache
def known_terms() -> Mapping[str, tuple[Term, ...]]:
    """Our own table, by short form; one with two meanings has two terms."""
    text = files(__package__).joinpath("data/glossary.csv").read_text(encoding="utf-8")
    return by_acronym(
        Term(row["acronym"], row["expansion"], row["meaning"]) for row in csv.DictReader(text.splitlines())
    )


def by_acronym(terms: Iterable[Term]) -> dict[str, tuple[Term, ...]]:
    found: dict[str, tuple[Term, ...]] = {}
    for term in terms:
        found[term.acronym] = (*found.get(term.acronym, ()), term)
    return found
