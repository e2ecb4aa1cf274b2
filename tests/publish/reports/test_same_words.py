"""One content, three renderings: each says the same words in the same order."""

import io
import re
import shutil
import subprocess
from collections import Counter
from html.parser import HTMLParser

import docx
import pytest
from docx.oxml.ns import qn

from goldenthread.publish.reports.document import Document, Paragraph, Strong, words
from goldenthread.publish.reports.glossary import expanded, harvest
from goldenthread.publish.reports.render import render_html, render_pdf, render_word
from tests.publish.reports.papers import every_kind, fonts, paper


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.within_svg = False

    def handle_starttag(self, tag: str, _attrs: object) -> None:
        self.within_svg |= tag == "svg"
        if tag in ("p", "td", "th", "li", "caption", "summary", "figcaption", "div"):
            self.said.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag == "svg":
            self.within_svg = False

    def handle_data(self, data: str) -> None:
        if not self.within_svg:
            self.said.append(data)


def html_words(document: Document) -> list[str]:
    parser = _Words()
    parser.feed(render_html(document))
    return "".join(parser.said).split()


def word_words(document: Document) -> list[str]:
    """Word's own numbers are counted here as Word counts them, from the list and the level of each paragraph."""
    body = docx.Document(io.BytesIO(render_word(document, fonts()))).element.body
    counts: Counter[int] = Counter()
    said = []
    for paragraph in body.iter(qn("w:p")):
        level = paragraph.find(f".//{qn('w:ilvl')}")
        style = paragraph.find(f".//{qn('w:pStyle')}").get(qn("w:val"))
        number = paragraph.find(f".//{qn('w:numId')}")
        if level is not None and number.get(qn("w:val")) != "0" and not style.startswith("List"):
            depth = int(level.get(qn("w:val")))
            counts[depth] += 1
            for deeper in range(depth + 1, 4):
                counts[deeper] = 0
            said.append(".".join(str(counts[place]) for place in range(depth + 1)))
        said.append("".join(text.text or "" for text in paragraph.iter(qn("w:t"))))
    return " ".join(said).split()


def pdf_letters(document: Document) -> str:
    """What a screen reader is given: the text of the tags, in their order, list markers left out."""
    if not shutil.which("pdfinfo"):
        pytest.skip("pdfinfo is not installed (poppler-utils)")
    pdf = render_pdf(document, fonts())
    run = subprocess.run(["pdfinfo", "-struct-text", "-"], input=pdf, capture_output=True, check=True)
    tagged = re.sub(
        r"^ *Lbl\b.*\n(?: +[/\"].*\n| +Span.*\n)*", "", run.stdout.decode(errors="replace"), flags=re.MULTILINE
    )
    said = "".join(re.findall(r'^ *"(.*)"$', tagged, flags=re.MULTILINE))
    return "".join(said.split())


@pytest.mark.parametrize("spoken", [html_words, word_words])
def test_a_rendering_says_every_word_in_order(spoken):
    document = every_kind()

    said = spoken(document)

    assert said == words(document)


def test_the_tags_of_the_pdf_say_every_word_in_order():
    document = every_kind()

    assert pdf_letters(document) == "".join(words(document))


def test_a_paper_that_spells_out_its_short_forms_says_the_same_words_everywhere():
    document = paper(Paragraph.of("The DfE visits. ", Strong("EHCPs"), " are late, says the DfE."))

    spelt = expanded(document, harvest(document))

    assert html_words(spelt) == word_words(spelt) == words(spelt)
    assert " ".join(words(spelt)) == (
        "A paper The Department for Education (DfE) visits. "
        "Education, Health and Care plans (EHCPs) are late, says the DfE."
    )
