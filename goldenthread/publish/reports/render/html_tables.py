"""Tables as HTML: every cell is tied to its header, and a wide table scrolls in a box that a keyboard can reach."""

from collections.abc import Sequence
from html import escape

from goldenthread.publish.reports.document import Align, Cell, KeyValueTable, Table
from goldenthread.publish.reports.render.html_inline import line

_ALIGN = {Align.LEFT: "", Align.RIGHT: " gt-right", Align.CENTRE: " gt-centre"}


def captioned(table: Table, anchor: str, label: str) -> str:
    name = f"{anchor}-caption"
    look = "govuk-table__caption govuk-table__caption--m"
    caption = f'<caption id="{name}" class="{look}">{label} {escape(table.caption)}</caption>'
    return _scrolling(name, f'<table id="{anchor}" class="govuk-table">{caption}{_rows(table)}</table>') + _notes(table)


def behind_a_summary(table: Table, anchor: str) -> str:
    """The figures behind a chart: there for everyone, in nobody's way."""
    name = f"{anchor}-summary"
    grid = f'<table id="{anchor}" class="govuk-table" aria-labelledby="{name}">{_rows(table)}</table>'
    return (
        '<details class="govuk-details"><summary class="govuk-details__summary">'
        f'<span id="{name}" class="govuk-details__summary-text">{escape(table.caption)}</span></summary>'
        f'<div class="govuk-details__text">{_scrolling(name, grid)}{_notes(table)}</div></details>'
    )


def key_values(table: KeyValueTable) -> str:
    rows = "".join(
        f'<tr class="govuk-table__row"><th scope="row" class="govuk-table__header">{escape(key)}</th>'
        f'<td class="govuk-table__cell">{line(value)}</td></tr>'
        for key, value in table.rows
    )
    return f'<table class="govuk-table gt-key-values"><tbody class="govuk-table__body">{rows}</tbody></table>'


def _scrolling(name: str, grid: str) -> str:
    return f'<div class="gt-scroll" role="region" tabindex="0" aria-labelledby="{name}">{grid}</div>'


def _rows(table: Table) -> str:
    alignment = table.alignment
    top = "".join(_head_row(row, places, alignment) for row, places in zip(table.head, table.head_places, strict=True))
    head = f'<thead class="govuk-table__head">{top}</thead>' if top else ""
    named = table.row_headers and bool(table.rows)
    body = "".join(_row(row, alignment, named=named) for row in table.body)
    return f'{head}<tbody class="govuk-table__body">{body}</tbody>'


def _head_row(row: Sequence[Cell], places: Sequence[int], alignment: Sequence[Align]) -> str:
    cells = (_column_header(cell, alignment[column]) for cell, column in zip(row, places, strict=True))
    return f'<tr class="govuk-table__row">{"".join(cells)}</tr>'


def _column_header(cell: Cell, align: Align) -> str:
    if not cell.runs or not any(run.text.strip() for run in cell.runs):
        return f'<td class="govuk-table__cell"{_spans(cell)}></td>'  # a header without a name heads nothing
    scope = "colgroup" if cell.across > 1 else "col"
    look = _tone(cell) + _ALIGN[Align.CENTRE if cell.across > 1 else align]
    return f'<th scope="{scope}" class="govuk-table__header{look}"{_spans(cell)}>{line(cell.runs)}</th>'


def _row(row: Sequence[Cell], alignment: Sequence[Align], *, named: bool) -> str:
    cells, column = [], 0
    for cell in row:
        look = _tone(cell) + _ALIGN[alignment[column]]
        if column == 0 and named:
            cells.append(f'<th scope="row" class="govuk-table__header{look}"{_spans(cell)}>{line(cell.runs)}</th>')
        else:
            cells.append(f'<td class="govuk-table__cell{look}"{_spans(cell)}>{line(cell.runs)}</td>')
        column += cell.across
    return f'<tr class="govuk-table__row">{"".join(cells)}</tr>'


def _notes(table: Table) -> str:
    return "".join(f'<p class="govuk-body-s gt-table-note">{line(note)}</p>' for note in table.notes)


def _tone(cell: Cell) -> str:
    return f" gt-tone gt-tone-{cell.tone}" if cell.tone else ""


def _spans(cell: Cell) -> str:
    across = f' colspan="{cell.across}"' if cell.across > 1 else ""
    return across + (f' rowspan="{cell.down}"' if cell.down > 1 else "")
