"""A paper is public: a small number is in none of its renderings."""

import io
import subprocess
import zipfile
from datetime import date

import pytest

from goldenthread.improve.plans import reads as plans_reads
from goldenthread.improve.plans.models import Outcome, OutcomeMeasure
from goldenthread.publish.reports import reads
from goldenthread.publish.reports.document import Table
from goldenthread.publish.reports.document.inline import plain
from tests.factories import people, plans, reports
from tests.measure.indicators.made import keep, made, months

MEASURE = "decided_in_6_weeks"
pytestmark = pytest.mark.django_db


@pytest.fixture
def paper(settings, tmp_path):
    """A theme reported Green whose measure has fallen to 3 of 977: a challenge, and a number too small to print."""
    settings.HOME = tmp_path
    outcome = Outcome.objects.create(
        theme=plans.theme(), ref="1A", sentence="Nobody waits.", effect_expected_on=date(2026, 1, 1)
    )
    OutcomeMeasure.objects.create(outcome=outcome, indicator=MEASURE)
    area, (*earlier, last) = people.area(), months(14)
    keep(*(made(area, MEASURE, start, 900, 977) for start in earlier), made(area, MEASURE, last, 3, 977))
    return reports.draft()


def told(edition) -> dict[str, str]:
    word = zipfile.ZipFile(io.BytesIO(reads.rendered(edition, "docx")))
    pdf = subprocess.run(
        ["pdftotext", "-layout", "-", "-"], input=reads.rendered(edition, "pdf"), capture_output=True, check=True
    )
    return {
        "html": reads.rendered(edition, "html").decode(),
        "docx": "".join(word.read(name).decode() for name in word.namelist() if name.endswith(".xml")),
        "pdf": pdf.stdout.decode(),
        "kept": edition.document,
    }


def test_a_small_number_is_in_no_rendering(paper) -> None:
    said = told(paper)

    assert all("92.1 %" in text for text in said.values())  # the months before are there: 900 of 977
    assert [name for name, text in said.items() if "3 of 977" in text or "0.3 %" in text or "0.31" in text] == []
    assert all("uppressed" in text for text in said.values())


def test_a_dial_made_from_a_small_number_says_only_which_way(paper) -> None:
    theme = plans_reads.stands(people.area(), reports.AS_AT, small_numbers=True).themes[0]
    challenged = next(
        block for block in reads.paper(paper).document.blocks
        if isinstance(block, Table) and block.caption == "Themes whose reported colour is challenged"
    )  # fmt: skip

    assert "0.3 %" in theme.impact.because  # those who work with the cases are told
    assert plain(challenged.rows[0][3].runs) == (
        "Impact: worsening; the figures behind this are too small to be published."
    )
