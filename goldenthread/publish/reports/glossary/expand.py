"""Spells a short form out where prose first uses it, and prints the table of all that are used."""

import re
from collections.abc import Iterable
from dataclasses import replace

from goldenthread.publish.reports.document import (
    Block,
    BulletList,
    Document,
    Link,
    Note,
    NumberedList,
    Paragraph,
    Run,
    Runs,
    Table,
)
from goldenthread.publish.reports.glossary.harvest import Glossary
from goldenthread.publish.reports.glossary.terms import Term


def expanded(document: Document, glossary: Glossary) -> Document:
    """The paper with “long form (ABBR)” at each first use in prose; headings, tables and links stay as they are."""
    first = _FirstUses(glossary.terms)
    return replace(
        document,
        sections=tuple(
            replace(part, blocks=tuple(first.block(block) for block in part.blocks)) for part in document.sections
        ),
    )


def glossary_table(glossary: Glossary, caption: str = "Short forms and terms used in this paper") -> Table:
    rows = [[term.acronym, _sentence_case(term.expansion), _sentence_case(term.meaning)] for term in glossary.terms]
    return Table.of(caption, ["Short form or term", "In full", "What it means"], rows, widths=(1, 2, 3))


class _FirstUses:
    def __init__(self, terms: Iterable[Term]) -> None:
        self.waiting = {term.acronym: term for term in terms if term.spells_out}
        longest_first = sorted(map(re.escape, self.waiting), key=len, reverse=True)
        self.pattern = re.compile(rf"(?:\b([Aa]n?) )?(?<![\w&])({'|'.join(longest_first) or '(?!)'})(s?)(?![\w&])")

    def block(self, block: Block) -> Block:
        match block:
            case Paragraph() | Note():
                return replace(block, runs=self._line(block.runs))
            case BulletList() | NumberedList():
                return replace(block, items=tuple(self._line(item) for item in block.items))
        return block

    def _line(self, line: Runs) -> Runs:
        return tuple(self._run(run) for run in line)

    def _run(self, run: Run) -> Run:
        return run if isinstance(run, Link) else replace(run, text=self.pattern.sub(self._spelt, run.text))

    def _spelt(self, found: re.Match[str]) -> str:
        article, acronym, plural = found.groups()
        term = self.waiting.pop(acronym, None)
        before, after = found.string[: found.start()], found.string[found.end() :]
        if term is None:
            return found[0]
        words = _plural(term.expansion) if plural else term.expansion
        if _already_said(before, after, words):
            return found[0]
        if article:
            words = f"{_article(article, words)} {words}"
        elif not before.strip() or before.rstrip()[-1] in ".!?":
            words = _sentence_case(words)
        return f"{words} ({acronym}{plural})"


def _already_said(before: str, after: str, words: str) -> bool:
    return before.casefold().endswith(f"{words.casefold()} (") or after.casefold().startswith(f" ({words.casefold()}")


def _article(written: str, words: str) -> str:
    """“an SEN review” reads “a special educational needs …” once it is spelt out."""
    vowel = words[0].lower() in "aeiou" and not words.lower().startswith(("uni", "eu"))
    fitting = "an" if vowel else "a"
    return fitting.capitalize() if written[0] == "A" else fitting


def _plural(words: str) -> str:
    if words.endswith("y") and words[-2] not in "aeiou":
        return f"{words[:-1]}ies"
    return words if words.endswith("s") else f"{words}s"


def _sentence_case(words: str) -> str:
    return words[:1].upper() + words[1:]
