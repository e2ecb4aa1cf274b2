"""Tables in Word: header rows that repeat, rows that stay whole, cells that say what they are."""

from collections.abc import Iterable, Sequence
from xml.sax.saxutils import quoteattr

from goldenthread.publish.reports.document import Align, Cell, KeyValueTable, Table, Tone
from goldenthread.publish.reports.render.ooxml import Pen, line, paragraph

_FILL = {
    Tone.BLUE: "1D70B8",
    Tone.RED: "CA3535",
    Tone.AMBER: "FFB454",
    Tone.GREEN: "00703C",
    Tone.WHITE: "FFFFFF",
    Tone.GREY: "E6E8EA",
}
_PALE_INK = {Tone.BLUE, Tone.RED, Tone.GREEN}
_SIDE = {Align.LEFT: "", Align.RIGHT: '<w:jc w:val="right"/>', Align.CENTRE: '<w:jc w:val="center"/>'}
_SMALL_COLUMN = 2000  # twentieths of a point
_HEAD_FILL = "EEF0F2"
_EDGES = "".join(
    f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="B1B4B6"/>'
    for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_INSETS = "".join(
    f'<w:{edge} w:w="{width}" w:type="dxa"/>'
    for edge, width in (("top", 40), ("left", 85), ("bottom", 40), ("right", 85))
)


def table_xml(table: Table, pen: Pen, *, small: bool = False) -> str:
    style = pen.styles["Paper Small" if small else "Paper Cell"]
    alignment, named = table.alignment, table.row_headers and bool(table.rows)
    head = _head(table, alignment, pen, style)
    body = (_row(row, alignment, pen, style, named=named) for row in table.body)
    widths = _widths(
        table.widths or (1,) * table.columns, min(pen.width, _SMALL_COLUMN * table.columns) if small else pen.width
    )
    return _grid(table.caption, widths, (*head, *body), head=bool(table.head), named=named)


def key_values_xml(table: KeyValueTable, pen: Pen) -> str:
    style = pen.styles["Paper Cell"]
    rows = (
        f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{_cell(Cell.of(key), pen, style, heading=True)}"
        f"{_cell(Cell(value), pen, style)}</w:tr>"
        for key, value in table.rows
    )
    return _grid("Particulars of this paper", _widths((1, 2.1), pen.width), rows, head=False, named=True)


def _grid(caption: str, widths: Sequence[int], rows: Iterable[str], *, head: bool, named: bool) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    look = f'<w:tblLook w:firstRow="{head:d}" w:lastRow="0" w:firstColumn="{named:d}" w:lastColumn="0" w:noVBand="1"/>'
    properties = (
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblInd w:w="85" w:type="dxa"/>'
        f"<w:tblBorders>{_EDGES}</w:tblBorders><w:tblCellMar>{_INSETS}</w:tblCellMar>"
        f"{look}<w:tblCaption w:val={quoteattr(caption)}/>"
    )
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"


def _widths(shares: Sequence[float], width: int) -> list[int]:
    return [int(width * share / sum(shares)) for share in shares]


def _head(table: Table, alignment: Sequence[Align], pen: Pen, style: str) -> list[str]:
    """Word has no row span: a cell that goes down is followed, in the rows below, by empty cells that continue it."""
    rows: list[str] = []
    going_on: dict[int, tuple[int, int]] = {}  # column: rows still to go, columns across
    for row, places in zip(table.head, table.head_places, strict=True):
        cells = {column: _continued(across, pen, style) for column, (_, across) in going_on.items()}
        going_on = {column: (left - 1, across) for column, (left, across) in going_on.items() if left > 1}
        for cell, column in zip(row, places, strict=True):
            merge = '<w:vMerge w:val="restart"/>' if cell.down > 1 else ""
            side = Align.CENTRE if cell.across > 1 else alignment[column]
            cells[column] = _cell(cell, pen, style, side=side, heading=True, merge=merge)
            if cell.down > 1:
                going_on[column] = (cell.down - 1, cell.across)
        inside = "".join(cells[column] for column in sorted(cells))
        rows.append(f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{inside}</w:tr>")
    return rows


def _continued(across: int, pen: Pen, style: str) -> str:
    return _cell(Cell((), across=across), pen, style, heading=True, merge="<w:vMerge/>")


def _row(row: Sequence[Cell], alignment: Sequence[Align], pen: Pen, style: str, *, named: bool) -> str:
    cells, column = [], 0
    for cell in row:
        cells.append(_cell(cell, pen, style, side=alignment[column], bold=named and column == 0))
        column += cell.across
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"


def _cell(
    cell: Cell,
    pen: Pen,
    style: str,
    *,
    side: Align = Align.LEFT,
    heading: bool = False,
    bold: bool = False,
    merge: str = "",
) -> str:
    across = f'<w:gridSpan w:val="{cell.across}"/>' if cell.across > 1 else ""
    fill = _FILL.get(cell.tone, _HEAD_FILL if heading else "")
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    ink = ("<w:b/>" if heading or bold else "") + ('<w:color w:val="FFFFFF"/>' if cell.tone in _PALE_INK else "")
    keep = "<w:keepNext/>" if heading else ""
    inside = paragraph(style, line(cell.runs, pen, ink), keep + _SIDE[side])
    return f"<w:tc><w:tcPr>{across}{merge}{shade}</w:tcPr>{inside}</w:tc>"
