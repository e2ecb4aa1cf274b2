"""One paper, three renderings: the same words in the same order. Word's and Typst's libraries load when first used."""

from pathlib import Path
from typing import BinaryIO

from goldenthread.publish.reports.document import Document
from goldenthread.publish.reports.render.fonts import PACKAGED, FontMissingError
from goldenthread.publish.reports.render.html import render_html, standalone_html
from goldenthread.publish.reports.render.pdf import render_pdf

__all__ = ["FontMissingError", "missing_styles", "render_html", "render_pdf", "render_word", "standalone_html"]


def render_word(document: Document, fonts: Path = PACKAGED, template: BinaryIO | None = None) -> bytes:
    """A .docx, in the council's `template` if given. Raises DocumentError when that is not Word, FontMissingError."""
    from goldenthread.publish.reports.render.word import render

    return render(document, fonts, template)


def missing_styles(template: BinaryIO) -> tuple[str, ...]:
    """The styles that this Word template has not and a paper uses; they are added plainly when the paper is made."""
    from goldenthread.publish.reports.render.word_styles import missing_styles as missing

    return missing(template)
