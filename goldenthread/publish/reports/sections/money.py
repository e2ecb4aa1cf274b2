from collections.abc import Iterator

from goldenthread.improve.plans.models import Funding
from goldenthread.publish.reports.document import (
    Block,
    Cell,
    Heading,
    Note,
    Paragraph,
    Placeholder,
    Row,
    Section,
    Strong,
    Table,
)
from goldenthread.publish.reports.facts import Facts
from goldenthread.publish.reports.sections import accounts
from goldenthread.publish.reports.sections.saying import many, pounds
from goldenthread.rules.statistics.rounding import number


def money(facts: Facts) -> Section:
    blocks = (
        Heading("Financial details and value for money"),
        *_funding(facts),
        Placeholder("financial", "What does the finance officer advise, and what has the money bought so far?"),
    )
    return Section("financial", blocks)


def _funding(facts: Facts) -> Iterator[Block]:
    fundings = facts.plan.fundings if facts.plan else ()
    if not fundings:
        yield Note.of(accounts.money(facts), title="Missing.")
        return
    posts = sum((one.posts or 0) for one in fundings)
    yield Paragraph.of(f"{accounts.money(facts)} It pays for {number(float(posts), 1)} full-time posts.", numbered=True)
    rows = [*map(_row, fundings), _total(fundings)]
    yield Table.of(
        "Money promised to the plan",
        ("What it is for", "Where it comes from", "Posts", "£ a year", "Years", "Total", "Actions"),
        rows,
        widths=(1.9, 1.6, 0.8, 1.35, 1, 1.35, 1),
        notes=("Total is pounds a year × number of years. Posts are full-time equivalents.",),
    )


def _row(one: Funding) -> Row:
    posts = number(float(one.posts), 1) if one.posts is not None else "–"
    years = f"{many(one.years, 'year')} from {one.first_year}"
    cells = (one.title, one.source, posts, pounds(one.pounds_a_year), years, pounds(one.pounds), one.pays_for or "–")
    return tuple(Cell.of(cell) for cell in cells)


def _total(fundings: tuple[Funding, ...]) -> Row:
    posts = number(float(sum((one.posts or 0) for one in fundings)), 1)
    cells = ("Total", "", posts, "", "", pounds(sum(one.pounds for one in fundings)), "")
    return tuple(Cell.of(Strong(cell)) if cell else Cell.of("") for cell in cells)
