"""The whole Cabinet report in three formats: the same words, and a PDF that meets PDF/UA."""

from dataclasses import replace

import page
import pytest

from goldenthread.publish.reports import reads
from goldenthread.publish.reports.document import Contents, Document, Figure, Section, words
from tests.factories import people, reports
from tests.measure.indicators.made import HEADLINE, PAST, keep, made, months
from tests.publish.reports.papers import SVG
from tests.publish.reports.test_same_words import html_words, pdf_letters, word_words

pytestmark = pytest.mark.django_db


@pytest.fixture
def document() -> Document:
    reports.small_plan()
    keep(*(made(people.area(), code, start, 30, 90) for code in (HEADLINE, PAST) for start in months(10)))
    return reads.paper(
        reports.ready(words="Table: Visits\nVisit | Met\nFirst | None\n\n- one\n- two\n\ni) three")
    ).document


def bare(document: Document) -> Document:
    """Without the contents list and the words inside pictures, which each format repeats in its own way."""
    return replace(document, sections=tuple(map(_bare, document.sections)))


def _bare(section: Section) -> Section:
    kept = (block for block in section.blocks if not isinstance(block, Contents))
    return replace(
        section, blocks=tuple(replace(one, svg=SVG) if isinstance(one, Figure) and one.svg else one for one in kept)
    )


def test_three_formats_say_the_same_words(document) -> None:
    plain = bare(document)

    said = words(plain)

    assert html_words(plain) == said
    assert word_words(plain) == said
    assert pdf_letters(plain) == "".join(said)


def test_the_pdf_meets_pdf_ua(document) -> None:
    report = page.validate_pdf_bytes(reads.FORMATS["pdf"](document))

    assert [failure.message for failure in report.failures] == []
