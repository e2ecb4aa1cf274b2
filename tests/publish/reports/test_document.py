from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.publish.reports.document import (
    Align,
    BulletList,
    Cell,
    Document,
    DocumentError,
    Emphasis,
    Figure,
    Heading,
    KeyValueTable,
    Link,
    Note,
    NumberedList,
    PageBreak,
    Paragraph,
    Placeholder,
    Section,
    Strong,
    Table,
    Text,
    Tone,
    drawing,
    from_json,
    placed,
    placeholders,
    to_json,
    words,
)
from tests.publish.reports.papers import SVG, Chart, brag_table, every_kind, paper

text = st.text(max_size=12)
line = st.lists(
    st.one_of(
        st.builds(Text, text),
        st.builds(Strong, text),
        st.builds(Emphasis, text),
        st.builds(Link, text, st.just("https://a.uk")),
    ),
    max_size=3,
).map(tuple)
cells = st.builds(Cell, line, st.sampled_from(Tone))
tables = st.integers(1, 3).flatmap(
    lambda width: st.builds(
        Table,
        text,
        st.lists(st.tuples(*[cells] * width), min_size=1, max_size=1).map(tuple),
        st.lists(st.tuples(*[cells] * width), max_size=2).map(tuple),
        st.booleans(),
        st.sampled_from([(), (Align.LEFT,) * width]),
        st.sampled_from([(), (1.5,) * width]),
        st.lists(line, max_size=1).map(tuple),
    )
)
blocks = st.one_of(
    st.builds(Heading, text, st.integers(1, 3), st.booleans()),
    st.builds(Paragraph, line, st.booleans()),
    st.builds(BulletList, st.lists(line, max_size=2).map(tuple)),
    st.builds(NumberedList, st.lists(line, max_size=2).map(tuple), st.booleans()),
    tables,
    st.builds(KeyValueTable, st.lists(st.tuples(text, line), max_size=2).map(tuple)),
    st.builds(Figure, text, text, st.sampled_from(["", SVG]), tables),
    st.builds(Note, line, text),
    st.builds(Placeholder, text, text),
    st.just(PageBreak()),
)
sections = st.builds(Section, text, st.lists(blocks, max_size=3).map(tuple))
documents = st.builds(
    Document, text, st.lists(sections, max_size=2).map(tuple), text, text, st.none() | st.dates(), st.none()
)


@settings(max_examples=60, deadline=None)
@given(documents)
def test_a_paper_comes_back_from_json_exactly(document):
    assert from_json(to_json(document)) == document


def test_every_kind_of_block_comes_back_from_json():
    document = every_kind()

    assert from_json(to_json(document)) == document


@pytest.mark.parametrize(
    ("kept", "sentence"),
    [
        ('{"format":1,"document":{"is":"Doc', "cut short or changed by hand"),
        ('{"format":9,"document":{}}', "kept in format 9; this version reads format 1"),
        ('{"format":1,"document":{"is":"Text","text":"a"}}', "only a part of one"),
        ('{"format":1,"document":{"is":"Popup"}}', "'Popup'"),
        ("[]", "cannot be read"),
    ],
)
def test_json_that_is_no_paper_is_refused_in_a_sentence(kept, sentence):
    with pytest.raises(DocumentError) as refused:
        from_json(kept)

    assert sentence in str(refused.value)


def test_numbers_run_through_headings_and_paragraphs():
    document = paper(
        Heading("One"),
        Paragraph.of("a", numbered=True),
        Heading("Aside", 2, numbered=False),
        Paragraph.of("b", numbered=True),
        Heading("Two"),
        Heading("Two one", 2),
        Paragraph.of("c", numbered=True),
        Heading("Two two", 2),
        brag_table(),
        Paragraph.of("plain"),
    )

    labels = [item.label for item in placed(document)]

    assert labels == ["1", "1.1", "", "1.2", "2", "2.1", "2.1.1", "2.2", "Table 1:", ""]


def test_a_heading_is_never_more_than_one_level_below_the_last():
    document = paper(Heading("Deep first", 3), Heading("Deeper", 3), Heading("Top"), Heading("Skips", 3))

    assert [(item.level, item.label) for item in placed(document)] == [(1, "1"), (2, "1.1"), (1, "2"), (2, "2.1")]


def test_headings_of_one_name_have_addresses_of_their_own():
    document = paper(Heading("Risk"), Heading("Risk"), Heading("<&>"))

    assert [item.anchor for item in placed(document)] == ["s-risk", "s-risk--2", "s-part"]


@given(st.text())
def test_what_cannot_be_shown_is_left_out_once_and_for_all(raw):
    once = Text(raw)

    assert Text(once.text) == once
    assert not any(ord(letter) < 32 or 0xD800 <= ord(letter) < 0xE000 for letter in once.text)


def test_no_break_spaces_stay_and_other_blanks_become_one():
    assert Text("37.4\u00a0%\n\n of\t515\x00\u202e").text == "37.4\u00a0% of 515"


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "", "/plan", 'https://a"b', "https://a b"]
)
def test_a_link_goes_to_the_web_or_to_mail_only(address):
    with pytest.raises(DocumentError) as refused:
        Link("here", address)

    assert str(refused.value).startswith("The link “here” has the address")


@pytest.mark.parametrize(
    "picture",
    [
        "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        "<svg xmlns='http://www.w3.org/2000/svg'><rect style='fill:red'/></svg>",
        "<svg xmlns='http://www.w3.org/2000/svg'><rect fill='url(https://a.uk/x)'/></svg>",
        "<svg xmlns='http://www.w3.org/2000/svg'><image href='https://a.uk/x.png'/></svg>",
        "<svg xmlns='http://www.w3.org/2000/svg'><foreignObject/></svg>",
        "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg xmlns='http://www.w3.org/2000/svg'><text>&a;</text></svg>",
        "<svg",
        "<svg xmlns='http://www.w3.org/2000/svg'><!-- > --></svg>",
    ],
)
def test_a_picture_that_could_do_more_than_be_looked_at_is_refused(picture):
    with pytest.raises(DocumentError) as refused:
        drawing(Chart("Waiting", picture=picture))

    assert str(refused.value).startswith("The chart “Waiting”")


def test_a_chart_without_rows_is_kept_as_nothing_to_draw():
    figure = drawing(Chart("Waiting", rows=()))

    assert (figure.svg, figure.table.rows) == ("", ())
    assert "There are no figures to draw yet." in " ".join(words(paper(figure)))


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda: Table.of("T", ["a", "b"], [["1"]]), "Table “T”: row 1 has 1 cells where the table has 2 columns."),
        (lambda: Table.of("T", ["a", "b"], [], widths=[1]), "Table “T” has 1 widths for 2 columns."),
        (lambda: Heading("H", 7), "The heading “H” is of level 7. A paper has levels 1 to 3."),
    ],
)
def test_a_block_that_cannot_be_set_is_refused_in_a_sentence(make, sentence):
    with pytest.raises(DocumentError) as refused:
        make()

    assert str(refused.value) == sentence


def test_columns_of_figures_stand_right():
    rows = [["Health", "1,377", "37.4 %", "–", "early"], ["School", "–", "[c]", "–", "2"]]

    alignment = Table.of("T", ["Theme", "n", "%", "none", "when"], rows).alignment

    assert alignment == (Align.LEFT, Align.RIGHT, Align.RIGHT, Align.LEFT, Align.LEFT)


def test_header_cells_know_their_columns():
    assert brag_table().head_places == ((0, 1, 3), (1, 2))


def test_the_gaps_of_a_paper_are_listed():
    assert placeholders(every_kind()) == (Placeholder("cost", "What does it cost?"),)


def test_a_paper_is_dated_by_its_own_day():
    assert from_json(to_json(paper(dated_on=date(2026, 10, 31)))).dated_on == date(2026, 10, 31)
