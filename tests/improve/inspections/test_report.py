"""The reader of reports, on an invented letter and, where they are at hand, on 55 published ones."""

import re
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from goldenthread.improve.inspections.report.improvements import areas_for_improvement
from goldenthread.improve.inspections.report.pages import PAGE, lines_of
from goldenthread.improve.inspections.report.reading import NotAReport, Report, read_report

from .letters import LETTER, NAME

SHARED = Path(__file__).parents[3].parent / "shared" / "data" / "ofsted" / "area_send_report_texts_55.zip"
needs_official_files = pytest.mark.skipif(
    not SHARED.is_file(), reason="the published reports are not in ../shared/data"
)

# Counted by eye in each report: areas for priority action, areas for improvement.
COUNTED = {
    "barking-and-dagenham": (0, 3), "bedford": (0, 2), "bexley": (3, 2), "blackpool": (0, 4), "bolton": (0, 2),
    "brighton-and-hove": (0, 3), "bury": (6, 3), "cornwall": (0, 5), "darlington": (0, 4), "derbyshire": (6, 5),
    "dorset": (0, 2), "dudley": (0, 3), "durham": (0, 4), "east-sussex": (0, 4), "enfield": (0, 3), "gateshead": (0, 5),
    "gloucestershire": (0, 4), "greenwich": (0, 2), "halton": (5, 4), "haringey": (0, 3), "hartlepool": (0, 3),
    "herefordshire": (0, 4), "hertfordshire": (2, 5), "hillingdon": (0, 4), "hounslow": (0, 5),
    "kingston-upon-hull": (0, 5), "lancashire": (3, 2), "lewisham": (0, 3), "medway": (0, 6), "middlesbrough": (0, 3),
    "milton-keynes": (0, 5), "newham": (0, 5), "north-northamptonshire": (4, 6), "north-yorkshire": (0, 5),
    "nottinghamshire": (2, 4), "oldham": (2, 3), "oxfordshire": (5, 4), "plymouth": (5, 4),
    "richmond-upon-thames": (0, 3), "rotherham": (0, 2), "rutland": (0, 3), "sandwell": (0, 3), "southampton": (0, 5),
    "southend-on-sea": (0, 6), "stoke-on-trent": (0, 5), "suffolk": (2, 3), "surrey": (0, 4),
    "telford-&-wrekin": (0, 2), "trafford": (0, 4), "wakefield": (0, 2), "warrington": (0, 4),
    "west-northamptonshire": (5, 5), "west-sussex": (0, 5), "wiltshire": (0, 2), "worcestershire": (2, 3),
}  # fmt: skip


def published() -> Iterator[tuple[str, str, str]]:
    """Slug, file name and text of each published report."""
    with zipfile.ZipFile(SHARED) as archive:
        for name in sorted(archive.namelist()):
            if name.endswith(".txt"):
                yield name.split("_")[1], name, archive.read(name).decode()


@pytest.fixture(scope="module")
def reports() -> dict[str, Report]:
    return {slug: read_report(text, name) for slug, name, text in published()}


def test_a_letter_gives_its_area_dates_and_outcome() -> None:
    report = read_report(LETTER, NAME)

    assert (report.area_name, report.started_on, report.ended_on) == ("Marlshire", date(2024, 1, 29), date(2024, 2, 2))
    assert (report.published_on, report.outcome) == (date(2024, 3, 26), 3)
    assert report.outcome_text.startswith("There are widespread and/or systemic failings")
    assert report.outcome_text.endswith("must be addressed urgently.")


def test_each_priority_action_has_its_bodies_and_every_word() -> None:
    both = ("Marlshire County Council", "NHS Marl Valley ICB")

    assert [(f.number, f.responsible_bodies, f.text) for f in read_report(LETTER).of_kind("priority_action")] == [
        (
            1,
            both,
            "The local area partnership should urgently shorten the waits for:\n▪ speech and language therapy; and\n"
            "▪ autism assessment. Leaders should also support families who wait.",
        ),
        (2, both, "Leaders should make plans that say what will be different for every child."),
        (3, ("NHS Marl Valley ICB",), "NHS Marl Valley ICB leaders should publish how long families wait."),
    ]


def test_improvements_are_cut_where_a_new_one_begins_and_nowhere_else() -> None:
    assert [finding.text for finding in read_report(LETTER).of_kind("improvement")] == [
        "Leaders should improve how quickly education, health and care plans are finished, and so "
        "ensure that children have the right help.",
        "The local area partnership should hear from more families, and tell them what has changed. "
        "This should be done every term, in words that everybody understands, so as to build more trust.",
    ]


def test_numbered_improvements_are_cut_at_their_numbers() -> None:
    lines = ["1. Leaders should share data, and this line is a long one.", "2. Leaders should listen."]

    assert areas_for_improvement(lines) == tuple(lines)


def test_the_foot_of_a_page_is_not_part_of_a_finding() -> None:
    feet = "one\n  Inspection report: Bury Local Area Partnership\n12 to 16 February 2024 9\ntwo\n7\n▪\nthree"

    assert lines_of(feet) == ["one", PAGE, "two", "three"]


@pytest.mark.parametrize(
    ("taken_out", "sentence"),
    [
        ("Area SEND inspection of Marlshire", "Area SEND inspection of … Local Area Partnership"),
        ("Inspection dates:", "Inspection dates: … to …"),
        ("Inspection outcome", "The section “Inspection outcome” is not in the text"),
        ("widespread and/or systemic failings", "None of the three outcomes"),
        ("29 January", "32 January 2024 is not a date"),
    ],
)
def test_what_is_not_a_whole_report_is_refused_in_words(taken_out: str, sentence: str) -> None:
    with pytest.raises(NotAReport, match=re.escape(sentence)):
        read_report(LETTER.replace(taken_out, "32 January" if taken_out == "29 January" else "…", 1))


def test_a_letter_without_findings_is_refused() -> None:
    with pytest.raises(NotAReport, match="Neither areas for priority action nor areas for improvement"):
        read_report(LETTER[: LETTER.index("Areas for priority action")])


def test_without_a_file_name_the_day_of_publication_is_not_known() -> None:
    assert read_report(LETTER).published_on is None


@pytest.mark.shared
@needs_official_files
def test_every_published_report_has_the_findings_counted_by_eye(reports: dict[str, Report]) -> None:
    found = {
        slug: (len(report.of_kind("priority_action")), len(report.of_kind("improvement")))
        for slug, report in reports.items()
    }

    assert found == COUNTED
    assert sum(priorities > 0 for priorities, _ in found.values()) == 14


@pytest.mark.shared
@needs_official_files
def test_no_word_of_any_published_finding_is_lost(reports: dict[str, Report]) -> None:
    for slug, _, text in published():
        lines = lines_of(text)
        end = max(i for i, line in enumerate(lines) if line == "Local area partnership details")
        heading = max(i for i, line in enumerate(lines[:end]) if line == "Areas for improvement")
        printed = [line for line in lines[heading + 1 : end] if line != PAGE]

        kept = [finding.text for finding in reports[slug].of_kind("improvement")]

        assert letters(kept) == letters(printed), slug


@pytest.mark.shared
@needs_official_files
def test_no_word_of_any_priority_action_table_is_lost(reports: dict[str, Report]) -> None:
    """Both columns, as a bag of words: a page's end inside a row mixes their order."""
    for slug, _, text in published():
        lines = lines_of(text)
        priority = reports[slug].of_kind("priority_action")
        if priority:
            first = lines.index("Responsible body Areas for priority action") + 1
            last = next(i for i in range(first, len(lines)) if lines[i] == "Areas for improvement")
            printed = sorted(words(line for line in lines[first:last] if line != PAGE))

            kept = sorted(words([*(f.text for f in priority), *(b for f in priority for b in f.responsible_bodies)]))

            assert kept == printed, slug


@pytest.mark.shared
@needs_official_files
def test_every_priority_action_has_a_responsible_body(reports: dict[str, Report]) -> None:
    bodies = {
        body for report in reports.values() for f in report.of_kind("priority_action") for body in f.responsible_bodies
    }

    assert all(f.responsible_bodies for report in reports.values() for f in report.of_kind("priority_action"))
    assert len(bodies) == 31
    assert max(len(body) for body in bodies) < 60


@pytest.mark.shared
@needs_official_files
def test_outcomes_and_dates_of_the_published_reports(reports: dict[str, Report]) -> None:
    outcomes = [report.outcome for report in reports.values()]
    worcestershire = reports["worcestershire"]

    assert [outcomes.count(code) for code in (1, 2, 3)] == [14, 27, 14]
    assert all(0 < (r.ended_on - r.started_on).days < 10 for r in reports.values())
    assert all(r.published_on is not None and 30 < (r.published_on - r.ended_on).days < 160 for r in reports.values())
    assert (worcestershire.started_on, worcestershire.ended_on) == (date(2024, 4, 22), date(2024, 4, 26))
    assert (worcestershire.published_on, worcestershire.outcome) == (date(2024, 7, 15), 3)


def letters(lines: list[str]) -> str:
    return "".join("".join(lines).split())


def words(lines: Iterator[str] | list[str]) -> list[str]:
    """Words without the joining “and” and punctuation between two bodies."""
    return [
        word for line in lines for word in re.findall(r"[\w’-]+", line.replace("-\n", "-")) if word.lower() != "and"
    ]
