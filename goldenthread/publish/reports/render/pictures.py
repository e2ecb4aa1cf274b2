"""Charts as PNG, for Word: every drawing of a paper in one pass of Typst, a page each."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from goldenthread.publish.reports.render import fonts as letters

_SHEET = Path(__file__).with_name("charts.typ")
DOTS_PER_INCH = 200.0


def as_png(drawings: Sequence[str], fonts: Path) -> list[bytes]:
    """One PNG for each SVG, in order, 17 cm wide at 200 dots an inch. Raises FontMissingError."""
    import typst  # not needed to show a page

    if not drawings:
        return []
    pages: Any = typst.compile(
        _SHEET,
        format="png",
        ppi=DOTS_PER_INCH,
        font_paths=[letters.font_folder(fonts)],
        ignore_system_fonts=True,
        sys_inputs={"drawings": json.dumps(list(drawings), ensure_ascii=False)},
    )
    return pages if isinstance(pages, list) else [pages]  # a single page comes without its list
