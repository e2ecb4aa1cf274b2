"""Text that would like to be markup, and papers of a size nobody meant."""

import io

import docx
import page
import pytest
from lxml import html

from goldenthread.publish.reports.document import (
    BulletList,
    Cell,
    DocumentError,
    Heading,
    KeyValueTable,
    Note,
    Paragraph,
    Placeholder,
    Strong,
    Table,
    drawing,
    words,
)
from goldenthread.publish.reports.glossary import expanded, harvest
from goldenthread.publish.reports.render import render_html, render_pdf, render_word
from tests.publish.reports.papers import Chart, fonts, paper
from tests.publish.reports.test_same_words import html_words, pdf_letters, word_words

HOSTILE = [
    "<script>alert(1)</script> & 'quoted' <b",
    "#panic(1) #import $x^2$ *bold* _under_ `raw` @label <label> // not \\ a comment",
    "= Not a heading",
    "{{ 7 * 7 }} {% now %} ${x} %s {0}",
    "</w:t></w:r> ]]> <!-- &amp; &#0; <?php",
    "control\x00\x07\x1b here\ufffe and \ud800 there \u202egnikaeps",
    "汉字 عربى 🙂 ẞ",
    '=HYPERLINK("https://a.uk")',
]


def hostile_paper(text: str):
    return paper(
        Heading(text),
        Paragraph.of(Strong(text), " ", text),
        BulletList.of(text),
        Table.of(text, [text, "n"], [[text, Cell.of(text)]], notes=[text]),
        Note.of(text, title=text),
        Placeholder("a", text),
        drawing(Chart(text, description=text)),
        subtitle=text,
        author=text,
        header=KeyValueTable.of((text, text)),
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_text_is_only_ever_text(text):
    document = hostile_paper(text)

    assert html_words(document) == words(document)
    assert word_words(document) == words(document)
    assert [each.tag for each in html.fromstring(render_html(document)).iter("script", "b", "label")] == []


@pytest.mark.parametrize("text", [text for text in HOSTILE if "汉" not in text])
def test_text_is_only_ever_text_in_a_pdf_too(text):
    report = page.validate_pdf_bytes(render_pdf(hostile_paper(text), fonts()))

    assert [failure.message for failure in report.failures] == []


def test_a_letter_that_the_font_has_not_is_named():
    with pytest.raises(DocumentError) as refused:
        render_pdf(paper(Paragraph.of("Said 汉 and wept")), fonts())

    assert str(refused.value).startswith("The PDF cannot show “汉”: the font Arimo has no such letter.")


def test_typst_markup_is_printed_not_run():
    document = paper(Paragraph.of(HOSTILE[1]))

    assert pdf_letters(document) == "".join(words(document))


def test_a_paper_of_nothing_is_a_paper():
    document = paper()

    assert html_words(document) == word_words(document) == ["A", "paper"]
    assert page.is_pdf_compliant_bytes(render_pdf(document, fonts()))


@pytest.mark.slow
def test_an_appendix_of_ten_thousand_rows_is_set_whole():
    rows = [[str(number), "Review the matrix", "Head of service", "1,377", "37.4 %"] for number in range(10_000)]
    document = paper(Table.of("All cases", ["Ref", "What", "Who", "n", "%"], rows))

    assert html_words(document) == words(document)
    assert len(docx.Document(io.BytesIO(render_word(document, fonts()))).tables[0]._tbl.tr_lst) == 10_001
    assert render_pdf(document, fonts()).startswith(b"%PDF")


def test_a_cell_longer_than_a_page_runs_on():
    document = paper(Table.of("Long", ["Ref", "Text"], [["1", "word " * 3_000]]))

    assert page.validate_pdf_bytes(render_pdf(document, fonts())).document.page_count > 2


def test_three_hundred_short_forms_do_not_slow_the_harvest():
    names = [f"Q{chr(65 + a)}{chr(65 + b)}" for a in range(20) for b in range(15)]
    document = paper(Paragraph.of("and ".join(f"{name} " for name in names)))

    assert len(harvest(document).unknown) == 300
    assert expanded(document, harvest(document)) == document
