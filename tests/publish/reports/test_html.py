import re

from lxml import html

from goldenthread.publish.reports.document import Contents, Heading, Table
from goldenthread.publish.reports.render import render_html, standalone_html
from tests.publish.reports.papers import brag_table, chart, every_kind, paper


def tree(document: object) -> html.HtmlElement:
    return html.fromstring(render_html(document))


def test_every_header_cell_says_what_it_heads():
    cells = [(cell.text_content(), cell.get("scope")) for cell in tree(paper(brag_table())).iter("th")]

    assert cells == [
        ("Theme", "col"),
        ("Colour", "colgroup"),
        ("Total", "col"),
        ("R Red", "col"),
        ("G Green", "col"),
        ("Health", "row"),
    ]


def test_a_figure_has_its_caption_its_picture_and_its_table_folded_away():
    (figure,) = tree(paper(chart())).iter("figure")

    assert [child.tag for child in figure] == ["figcaption", "div", "details"]
    assert figure[0].text_content() == "Figure 1: Children waiting"
    assert [cell.text for cell in figure.iter("td")] == ["41", "38"]


def test_the_contents_list_leads_to_every_heading():
    page = tree(paper(Contents(), Heading("One"), Heading("Within", 2), Heading("Beneath", 3), Heading("Two")))

    links = [(link.get("href"), link.text_content()) for link in page.iterfind(".//nav//a")]

    assert links == [("#s-one", "1 One"), ("#s-within", "1.1 Within"), ("#s-two", "2 Two")]
    assert all(page.get_element_by_id(href[1:]) is not None for href, _ in links)


def test_no_id_is_met_twice_though_a_chart_is():
    ids = [
        each.get("id") for each in tree(paper(chart(), chart(), brag_table(), brag_table())).iter() if each.get("id")
    ]

    assert sorted(set(ids)) == sorted(ids)


def test_nothing_is_styled_in_place_and_no_script_runs():
    written = render_html(every_kind())

    assert re.findall(r'\bstyle=|<script|<style|\bon\w+="', written) == []


def test_a_paper_alone_is_a_whole_page_in_british_english():
    page = html.document_fromstring(standalone_html(every_kind()))

    assert page.get("lang") == "en-GB"
    assert page.findtext(".//title") == "Progress and impact"
    assert [each.tag for each in page.iter("h1", "h2", "h3")] == ["h1", "h2", "h3", "h2", "h2"]


def test_an_empty_table_says_that_it_is_empty():
    (cell,) = tree(paper(Table.of("None", ["a", "b"], []))).iter("td")

    assert (cell.text_content(), cell.get("colspan")) == ("Nothing to list.", "2")
