"""From a finished paper to its glossary: exactly the terms used, and those that nobody has explained."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from goldenthread.publish.reports.document import Document, passages
from goldenthread.publish.reports.glossary.candidates import short_forms
from goldenthread.publish.reports.glossary.terms import Term, by_acronym, known_terms, spells

_NUMBERED_IN_EVERY_PLAN = "Outcome 1/2/3"  # a plan's own outcomes are numbered too: never guess which is meant


@dataclass(frozen=True, slots=True)
class Unknown:
    acronym: str
    said_in: str  # where it is first used
    why: str


@dataclass(frozen=True, slots=True)
class Glossary:
    terms: tuple[Term, ...]  # by alphabet
    unknown: tuple[Unknown, ...]  # in reading order


def harvest(document: Document, *, define: Iterable[Term] = (), dismiss: Collection[str] = ()) -> Glossary:
    """`define` comes before our own table and settles double meanings; `dismiss` names what readers know already."""
    said = [passage for passage in passages(document) if passage]
    known = {**known_terms(), **by_acronym(define)}
    terms: dict[str, Term] = {}
    unknown: list[Unknown] = []
    for acronym, passage in _first_uses(said, known, dismiss).items():
        meant = _meant(acronym, known.get(acronym, ()), said)
        if isinstance(meant, Term):
            terms[acronym] = meant
        else:
            unknown.append(Unknown(acronym, passage, meant))
    terms |= {term.acronym: term for term in _phrases(said, known, dismiss)}
    ordered = sorted(terms.values(), key=lambda term: (term.acronym.casefold(), term.acronym))
    return Glossary(tuple(ordered), tuple(unknown))


def _first_uses(said: Iterable[str], known: Mapping[str, object], dismiss: Collection[str]) -> dict[str, str]:
    lower_words = {word.casefold() for passage in said for word in re.findall(r"\b\w?[a-z]+\b", passage)}
    first: dict[str, str] = {}
    for passage in said:
        for acronym in short_forms(passage, known.keys(), lower_words):
            if acronym not in dismiss:
                first.setdefault(acronym, passage)
    return first


def _meant(acronym: str, meanings: tuple[Term, ...], said: list[str]) -> Term | str:
    """The one meaning, or the sentence that says why there is none."""
    spelt = [term for term in meanings if term.expansion]
    if len(spelt) == 1:
        return spelt[0]
    in_the_paper = [term for term in spelt if any(term.expansion.casefold() in passage.casefold() for passage in said)]
    if len(in_the_paper) == 1:
        return in_the_paper[0]
    if spelt:
        choices = " or ".join(f"“{term.expansion}”" for term in spelt)
        return f"{acronym} can mean {choices}. Say which."
    if own := _explained_by_the_paper(acronym, said):
        return Term(acronym, own)
    return (
        f"{acronym} is not in the glossary and the paper does not spell it out. Define it, or say that readers know it."
    )


def _explained_by_the_paper(acronym: str, said: Iterable[str]) -> str:
    """“Integrated Front Door (IFD)”: the fewest words before the bracket that spell it."""
    for passage in said:
        for bracket in re.finditer(rf"\({re.escape(acronym)}s?\)", passage):
            words = list(re.finditer(r"[\w’'&-]+", passage[: bracket.start()]))[-12:]
            for word in reversed(words):
                own = passage[word.start() : bracket.start()].strip()
                if word[0][0].casefold() == acronym[0].casefold() and spells(own, acronym):
                    return own
    return ""


def _phrases(said: list[str], known: Mapping[str, tuple[Term, ...]], dismiss: Collection[str]) -> list[Term]:
    whole = "\n".join(said)
    phrases = (term for terms in known.values() for term in terms if not term.is_short_form)
    wanted = (term for term in phrases if term.acronym not in dismiss and term.acronym != _NUMBERED_IN_EVERY_PLAN)
    return [term for term in wanted if re.search(_pattern(term.acronym), whole)]


def _pattern(phrase: str) -> str:
    """“Element 1/2/3” is any of the three, “Part I / Part II” either; a sentence may begin with one."""
    if numbered := re.fullmatch(r"(\D+) (\d(?:/\d)+)", phrase):
        forms = [f"{numbered[1]} {number}" for number in numbered[2].split("/")]
    else:
        forms = phrase.split(" / ")
    spelt = (f"[{form[0].lower()}{form[0].upper()}]{re.escape(form[1:])}" for form in forms)
    return rf"(?<!\w)(?:{'|'.join(spelt)})(?!\w)"
