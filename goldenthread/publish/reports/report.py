"""A report: its sections in order. Each section turns facts into headings, sentences, tables and figures."""

from collections.abc import Callable
from dataclasses import dataclass

from goldenthread.publish.reports.document import KeyValueTable, Section
from goldenthread.publish.reports.facts import Facts, Paper


@dataclass(frozen=True)
class Report:
    """`sections`: in their order. `of_the_paper`: those that tell of the paper itself, made anew until it is frozen.

    `clearances`: whose word is needed before freezing.
    """

    code: str
    title: str
    subject: str  # what an edition is called unless somebody names it otherwise
    sections: tuple[Callable[[Facts], Section], ...]
    header: Callable[[Paper], KeyValueTable]
    of_the_paper: tuple[Callable[[Paper], Section], ...] = ()
    clearances: tuple[str, ...] = ()


def about_the_paper(section: Callable[[Paper], Section]) -> Callable[[Facts], Section]:
    """A section of `of_the_paper`, put in its place among those made from facts."""
    return lambda facts: section(facts.paper)
