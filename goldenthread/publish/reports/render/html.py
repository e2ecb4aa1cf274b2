"""A paper as HTML: GOV.UK classes, no style attributes, nothing lost to a keyboard or a screen reader."""

import re
from collections.abc import Iterable, Sequence
from html import escape
from importlib.resources import files

from goldenthread.publish.reports.document import (
    BulletList,
    Contents,
    Document,
    Figure,
    Heading,
    KeyValueTable,
    Note,
    NumberedList,
    PageBreak,
    Paragraph,
    Placed,
    Placeholder,
    Runs,
    Table,
    placed,
)
from goldenthread.publish.reports.document.drawing import NOTHING_TO_DRAW
from goldenthread.publish.reports.document.words import TO_BE_WRITTEN
from goldenthread.publish.reports.render.html_inline import line, number
from goldenthread.publish.reports.render.html_tables import behind_a_summary, captioned, key_values

_SIZE = {1: "l", 2: "m", 3: "s"}


def render_html(document: Document, *, title: bool = True) -> str:
    """The paper as one <article>, to stand inside a page; `title=False` where the page has its h1 already.

    Every word is escaped.
    """
    blocks = placed(document)
    subtitle = f'<p class="govuk-caption-xl">{escape(document.subtitle)}</p>' if document.subtitle else ""
    header = key_values(document.header) if document.header else ""
    heading = f'<h1 class="govuk-heading-xl">{escape(document.title)}</h1>' if title else ""
    body = "\n".join(_block(item, blocks) for item in blocks)
    return f'<article class="gt-paper">\n{heading}\n{subtitle}{header}\n{body}\n</article>\n'


def standalone_html(document: Document) -> str:
    """The paper as a whole file that reads well with no site around it: for download and for e-mail."""
    css = files("goldenthread.publish.reports").joinpath("static/reports/paper.css").read_text(encoding="utf-8")
    return (
        '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="author" content="{escape(document.author)}">\n'
        f"<title>{escape(document.title)}</title>\n<style>\n{css}</style>\n</head>\n"
        f'<body class="gt-alone">\n<main>\n{render_html(document)}</main>\n</body>\n</html>\n'
    )


def _block(item: Placed, blocks: Sequence[Placed]) -> str:
    match item.block:
        case Heading() as heading:
            return _heading(item, heading)
        case Paragraph(runs=content):
            extra = " gt-numbered" if item.label else ""
            return f'<p class="govuk-body{extra}">{number(item.label)}{line(content)}</p>'
        case BulletList(items=items):
            return f'<ul class="govuk-list govuk-list--bullet">{_items(items)}</ul>'
        case NumberedList(items=items, roman=roman):
            kind = ' type="i"' if roman else ""
            return f'<ol class="govuk-list govuk-list--number"{kind}>{_items(items)}</ol>'
        case Table() as table:
            return captioned(table, item.anchor, item.label)
        case KeyValueTable() as table:
            return key_values(table)
        case Figure() as figure:
            return _figure(item, figure)
        case Note() as note:
            return _note(note)
        case Placeholder() as gap:
            words = f"<strong>{TO_BE_WRITTEN}</strong> {escape(gap.question)}"
            return f'<p class="govuk-body gt-gap" id="gap-{escape(gap.code)}">{words}</p>'
        case PageBreak():
            return '<hr class="gt-page-break" aria-hidden="true">'
        case Contents(depth=depth):
            return _contents(blocks, depth)


def _heading(item: Placed, heading: Heading) -> str:
    tag = f"h{item.level + 1}"
    start = f'<{tag} id="{item.anchor}" class="govuk-heading-{_SIZE[item.level]}">'
    return f"{start}{number(item.label)}{escape(heading.text)}</{tag}>"


def _items(items: Iterable[Runs]) -> str:
    return "".join(f"<li>{line(item)}</li>" for item in items)


def _figure(item: Placed, figure: Figure) -> str:
    caption = f'<figcaption class="govuk-heading-s">{item.label} {escape(figure.title)}</figcaption>'
    picture = f'<p class="govuk-body">{NOTHING_TO_DRAW}</p>'
    if figure.svg:
        picture = f'<div class="gt-chart">{_with_own_ids(figure.svg, item.anchor)}</div>'
    behind = behind_a_summary(figure.table, f"{item.anchor}-table") if figure.table.rows else ""
    return f'<figure id="{item.anchor}" class="gt-figure">{caption}{picture}{behind}</figure>'


def _with_own_ids(svg: str, anchor: str) -> str:
    """The same chart may stand twice in a paper; an id may not."""
    named = re.sub(r'\b(id|aria-labelledby)="([^"]*)"', lambda found: _prefixed(found, anchor), svg)
    return named.replace("url(#", f"url(#{anchor}-")


def _prefixed(found: re.Match[str], anchor: str) -> str:
    return f'{found[1]}="{" ".join(f"{anchor}-{name}" for name in found[2].split())}"'


def _note(note: Note) -> str:
    title = f'<strong class="gt-note-title">{escape(note.title)}</strong> ' if note.title else ""
    return f'<div class="govuk-inset-text">{title}{line(note.runs)}</div>'


def _contents(blocks: Sequence[Placed], depth: int) -> str:
    entries = "".join(
        f'<li class="gt-contents-{item.level}"><a class="govuk-link" href="#{item.anchor}">'
        f"{number(item.label)}{escape(item.block.text)}</a></li>"
        for item in blocks
        if isinstance(item.block, Heading) and item.level <= depth
    )
    if not entries:
        return ""
    title = '<h2 class="govuk-heading-m">Contents</h2>'
    return f'<nav class="gt-contents" aria-label="Contents">{title}<ul class="govuk-list">{entries}</ul></nav>'
