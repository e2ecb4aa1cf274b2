import io

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from goldenthread.publish.reports.document import Contents, DocumentError, Heading, NumberedList, Paragraph
from goldenthread.publish.reports.render import missing_styles, render_word
from tests.publish.reports.papers import brag_table, chart, every_kind, fonts, paper


def opened(document, template=None):
    return docx.Document(io.BytesIO(render_word(document, fonts(), template)))


def template_of(change) -> io.BytesIO:
    file, out = docx.Document(), io.BytesIO()
    change(file)
    file.save(out)
    out.seek(0)
    return out


def test_blocks_wear_real_styles():
    styles = [paragraph.style.name for paragraph in opened(every_kind()).paragraphs if paragraph.text]

    assert styles[:6] == ["Title", "Subtitle", "Heading 1", "Normal", "Heading 2", "Normal"]
    assert {"Caption", "Paper Aside", "Paper Gap", "List Bullet", "List Number"} <= set(styles)


def test_header_rows_repeat_and_rows_stay_whole():
    (table,) = opened(paper(brag_table())).tables

    assert [row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in table.rows] == [True, True, False]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Theme", "Colour", "Colour", "Total"],
        ["Theme", "R Red", "G Green", "Total"],
        ["Health", "2", "8", "10"],
    ]


def test_a_picture_has_words_for_those_who_cannot_see_it():
    body = opened(paper(chart(), chart("Second"))).element.body

    described = [(each.get("id"), each.get("descr")) for each in body.iter(qn("wp:docPr"))]

    assert described == [("1", "A line that falls."), ("2", "A line that falls.")]


def test_the_file_says_whose_it_is_in_which_language_and_when():
    core = opened(every_kind()).core_properties

    assert (core.title, core.author, core.language) == ("Progress and impact", "Marlshire County Council", "en-GB")
    assert (core.created.isoformat(), core.modified.isoformat()) == ("2026-10-31T00:00:00+00:00",) * 2
    assert 'w:val="en-US"' not in opened(every_kind()).styles.element.xml


def test_the_contents_list_is_words_own_and_leads_to_the_headings():
    body = opened(paper(Contents(), Heading("One"), Heading("Within", 2))).element.body
    instructions = [each.text.strip() for each in body.iter(qn("w:instrText"))]
    bookmarks = {each.get(qn("w:name")) for each in body.iter(qn("w:bookmarkStart"))}
    entries = [each.get(qn("w:anchor")) for each in body.iter(qn("w:hyperlink"))]

    assert instructions == ['TOC \\o "1-2" \\h \\z \\u']
    assert entries == ["_paper1", "_paper2"]
    assert bookmarks == set(entries)


def test_every_numbered_list_begins_at_one():
    body = opened(paper(NumberedList.of("a", "b"), NumberedList.of("c"))).element.body
    lists = [each.get(qn("w:val")) for each in body.iter(qn("w:numId"))]

    assert lists[0] == lists[1] != lists[2]


def test_pages_are_numbered():
    footer = opened(every_kind()).sections[-1].footer

    assert footer.paragraphs[0].text == "Marlshire County Council  ·  Page 1 of 1"


def test_the_councils_template_keeps_its_look_its_words_and_its_foot():
    def dress(file):
        file.styles["Heading 1"].font.name = "Council Sans"
        file.add_paragraph("Crest")
        file.sections[0].footer.paragraphs[0].text = "Council foot"

    made = opened(paper(Heading("One")), template_of(dress))

    assert [paragraph.text for paragraph in made.paragraphs] == ["Crest", "A paper", "One"]
    assert made.styles["Heading 1"].font.name == "Council Sans"
    assert made.sections[0].footer.paragraphs[0].text == "Council foot"


def test_a_template_without_the_needed_styles_is_said_and_helped():
    def strip(file):
        for name in ("Heading 2", "Caption"):
            file.styles[name].delete()

    template = template_of(strip)

    assert missing_styles(template) == ("Heading 2", "Caption")
    template.seek(0)
    made = opened(paper(Heading("One"), Heading("Within", 2), brag_table()), template)
    assert [paragraph.style.name for paragraph in made.paragraphs if paragraph.text][2:4] == ["Heading 2", "Caption"]


def test_a_template_without_lists_is_given_them():
    def forget_lists(file):
        (relation,) = [key for key, value in file.part.rels.items() if value.reltype == RELATIONSHIP_TYPE.NUMBERING]
        del file.part.rels[relation]

    made = opened(paper(Heading("One"), NumberedList.of("a")), template_of(forget_lists))

    assert len(made.part.numbering_part.element.findall(qn("w:num"))) == 2


def test_a_template_that_is_not_word_is_refused_in_a_sentence():
    with pytest.raises(DocumentError) as refused:
        render_word(paper(Paragraph.of("a")), fonts(), io.BytesIO(b"%PDF-1.7"))

    assert str(refused.value).startswith("The template is not a Word file (.docx).")
