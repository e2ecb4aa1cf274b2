"""What was promised, changed with who asked, where and why; and a plan of many hands, taken as somebody says."""

import re

import pytest

from goldenthread.config.synth.plan import messy

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("journeys")]

ASKED = {"asked_by": "Councillor Judith Hargrave", "meeting": "Scrutiny panel, 21 September 2026"}
TITLE = "The plan of many hands"


def test_an_action_is_split_and_the_table_still_adds_up(sent_for):
    lead = sent_for("lead")
    lead.opens("/plan/actions/?words=internship")
    lead.follows("7.2", exact=True)
    lead.follows("Split it into several")
    lead.fills(**{"new-0-wording": "Find forty internships.", "new-1-wording": "Keep each of them for a year."})
    lead.fills(**ASKED, why="Two promises stood in one sentence.")
    lead.looks("split")
    lead.follows("Split it")
    assert "Action 7.2 was split into 7.2a and 7.2b." in lead.reads()
    lead.opens("/plan/compare/?from-day=30&from-month=10&from-year=2026&to-day=31&to-month=10&to-year=2026")

    assert "107 actions stood in the plan on the first day and 108 on the second: 1 left it and 2 came" in lead.reads()
    themes = table_of(lead, "Table 1 on")
    everything = themes.pop("All")
    assert [sum(column) for column in zip(*themes.values(), strict=True)] == everything
    assert everything[-2:] == [107, 108]
    assert themes["7. Preparing for adulthood"][-2:] == [11, 12]
    lead.looks("compare")


def table_of(walker, caption):
    """Its rows by their heading: each cell's “was → now” is two numbers; what is printed below them is left out."""
    rows = walker.page.locator("table", has_text=caption).locator("tbody tr").all()
    return {row.locator("th").inner_text(): [*_numbers(row.locator("td").all())] for row in rows}


def _numbers(cells):
    for cell in cells:
        yield from map(int, re.findall(r"\d+", cell.inner_text().splitlines()[0]))


def test_new_words_stand_beside_the_old(sent_for):
    lead = sent_for("lead")
    lead.opens("/plan/actions/?words=7.5")
    lead.follows("7.5", exact=True)
    before = lead.page.locator("main p.govuk-body-l").inner_text()
    lead.follows("Change the words")
    lead.fills(wording=f"{before.rstrip('.')}, and ask them how it went.", **ASKED, why="Nobody asks afterwards.")
    lead.looks("reword")
    lead.follows(re.compile("Save|Change"))

    words = lead.reads()
    assert "Worded differently until 31 October 2026" in words
    assert f"Until then {before}" in words
    assert f"Since then {before.rstrip('.')}, and ask them how it went." in words
    lead.looks("reworded")


def test_a_messy_file_is_mapped_split_committed_and_undone(sent_for, tmp_path):
    messy.write(tmp_path / "messy_plan.xlsx")
    lead = sent_for("lead")
    lead.opens("/intake/")
    lead.page.set_input_files("input[type=file]", tmp_path / "messy_plan.xlsx")
    lead.follows("Read this file")
    lead.looks("messy-understood")

    lead.page.get_by_label("If it is a new plan, its title").fill(TITLE)
    lead.chooses("Split cells that hold several actions")
    lead.page.get_by_label("Read the column Comments / evidence as").select_option(label="Evidence")
    lead.follows("Read the file again like this")
    again = lead.reads()
    assert "What comes of it" in again
    assert "Actions 16 0 0 3" in again  # there were 13, of which one became two and one three
    assert "Pieces of evidence 10 0 0 0" in again
    lead.follows("Commit this file")
    lead.looks("messy-committed")
    batch = lead.here()
    lead.opens("/plan/")
    lead.follows(TITLE)
    assert "16 actions, as their leads report them" in lead.reads()

    lead.opens(batch)
    lead.page.get_by_label("Why should this batch be undone?").fill("It was only tried.")
    lead.follows("Undo this batch")
    assert "Undone" in lead.reads()
    lead.opens("/plan/")
    assert TITLE not in lead.reads()
