import page
import pytest

from goldenthread.publish.reports.document import Contents, Heading, Paragraph, Table
from goldenthread.publish.reports.render import FontMissingError, render_pdf, render_word
from tests.publish.reports.papers import brag_table, chart, every_kind, fonts, paper


def faults(pdf: bytes) -> list[str]:
    return [failure.message for failure in page.validate_pdf_bytes(pdf).failures]


def test_a_paper_meets_pdf_ua():
    assert faults(render_pdf(every_kind(), fonts())) == []


def test_a_long_paper_meets_pdf_ua_and_breaks_over_pages():
    rows = [[f"{place}", "Review the matrix", "Head of service"] for place in range(120)]
    document = paper(
        Contents(), Heading("Long"), Table.of("Actions", ["Ref", "Action", "Owner"], rows), chart(), brag_table()
    )

    report = page.validate_pdf_bytes(render_pdf(document, fonts()))

    assert [failure.message for failure in report.failures] == []
    assert report.document.page_count == 4


def test_the_same_paper_gives_the_same_bytes():
    assert render_pdf(every_kind(), fonts()) == render_pdf(every_kind(), fonts())


def test_a_paper_without_a_title_is_still_a_pdf():
    assert faults(render_pdf(paper(Paragraph.of("a"), subtitle="b"), fonts())) == []


@pytest.mark.parametrize("render", [render_pdf, render_word])
def test_a_missing_font_is_said_not_replaced(tmp_path, render):
    with pytest.raises(FontMissingError) as refused:
        render(paper(chart()), tmp_path)

    assert str(refused.value) == (
        f"The font Arimo is not whole in {tmp_path}: Arimo_400Regular.ttf, Arimo_400Regular_Italic.ttf, "
        "Arimo_700Bold.ttf, Arimo_700Bold_Italic.ttf missing. Run “make setup”."
    )
