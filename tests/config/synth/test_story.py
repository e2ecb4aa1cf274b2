"""The numbers that the demonstration is about, counted from the files, slowly and obviously."""

import io
import zipfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from goldenthread.config.synth import story
from goldenthread.config.synth.area import FictionalArea
from goldenthread.config.synth.cases import Case
from goldenthread.config.synth.returns import Record, facts
from goldenthread.rules.sen2.collect import read_collect_csv
from goldenthread.rules.sen2.reader import read_xml
from goldenthread.rules.statistics.judgement import Better, Verdict
from goldenthread.rules.statistics.spc import xmr

TWENTY_WEEKS = timedelta(weeks=20)
pytestmark = pytest.mark.slow


def requests(folder: Path, name: str) -> Iterator[Record]:
    if name.endswith(".xml"):
        with (folder / name).open("rb") as stream:
            yield from (request for person in read_xml(stream).persons for request in facts(person, "requests"))
    else:
        with zipfile.ZipFile(folder / name) as packed:
            files = {entry[:-4]: io.TextIOWrapper(packed.open(entry), newline="") for entry in packed.namelist()}
            yield from (request for person in read_collect_csv(files).persons for request in facts(person, "requests"))


def in_time(folder: Path, name: str) -> tuple[int, int]:
    """Plans issued in the file's period, exceptions left out: how many within twenty weeks, of how many."""
    waits = [
        date.fromisoformat(str(facts(assessment, "namedplan")[0]["startdate"]))
        - date.fromisoformat(str(request["receiveddate"]))
        for request in requests(folder, name)
        for assessment in facts(request, "assessment")
        if assessment["assessmentoutcome"] == "Y" and assessment["week20"] == "0"
    ]
    return sum(wait <= TWENTY_WEEKS for wait in waits), len(waits)


def open_past_twenty_weeks(folder: Path, name: str, on: date) -> int:
    return sum(
        date.fromisoformat(str(request["receiveddate"])) + TWENTY_WEEKS < on
        and (
            request["requestoutcome"] == "A"
            or any(assessment["assessmentoutcome"] == "A" for assessment in facts(request, "assessment"))
        )
        for request in requests(folder, name)
    )


def test_the_headline_falls_from_52_to_29_per_cent(full_folder: Path) -> None:
    before, now = in_time(full_folder, "sen2_2026.xml"), in_time(full_folder, "sen2_midyear_2026-10-31.zip")

    assert [round(100 * part / whole) for part, whole in (before, now)] == [52, 29]


def test_those_open_past_twenty_weeks_fall_from_410_to_60(full_folder: Path) -> None:
    before = open_past_twenty_weeks(full_folder, "sen2_2026.xml", date(2025, 12, 31))
    now = open_past_twenty_weeks(full_folder, "sen2_midyear_2026-10-31.zip", story.AS_AT)

    assert [before, now] == pytest.approx([410, 60], abs=5)


def test_plans_issued_a_month_double_while_the_backlog_is_cleared(full: FictionalArea) -> None:
    issued = [case.plan.issued for case in full.cases if case.plan]
    before = sum(date(2025, 1, 1) <= day <= date(2025, 12, 31) for day in issued) / 12
    clearing = sum(date(2026, 1, 1) <= day <= date(2026, 8, 31) for day in issued) / 8

    assert clearing / before == pytest.approx(2.0, abs=0.15)
    assert clearing * 8 == pytest.approx(1000, rel=0.08)


def test_families_who_ask_now_are_answered_in_time_more_often_by_special_cause(full: FictionalArea) -> None:
    ripe = story.AS_AT - TWENTY_WEEKS
    cohorts = [_cohort(full, month) for month in story.months(story.STORY_BEGINS, ripe.replace(day=1) - timedelta(1))]

    chart = xmr([100 * sum(met) / len(met) for met in cohorts], better=Better.HIGHER)

    assert [point.verdict for point in chart.points[-7:]] == [Verdict.IMPROVEMENT] * 7


def _cohort(area: FictionalArea, month: date) -> list[bool]:
    asked = [case for case in area.cases if month <= case.received <= story.month_end(month) and not case.exception]
    return [_met(case) for case in asked if case.decision == "Y" and case.outcome != "N"]


def _met(case: Case) -> bool:
    return case.plan is not None and case.plan.issued - case.received <= TWENTY_WEEKS


def test_there_are_about_5200_plans_and_one_in_twenty_has_an_exception(full: FictionalArea) -> None:
    in_force = sum(case.plan is not None and case.plan.in_force(story.AS_AT) for case in full.cases)
    new = [case for case in full.cases if case.plan and case.received >= story.FIRST_MONTH]

    assert in_force == pytest.approx(5200, rel=0.02)
    assert sum(case.exception for case in new) / len(new) == pytest.approx(0.05, abs=0.01)


def test_new_plans_have_the_needs_of_the_county_they_are_made_after(full: FictionalArea) -> None:
    first = [case.plan.needs[0] for case in full.cases if case.plan and case.plan.issued.year in (2024, 2025)]

    for need, number in (("ASD", 229), ("SEMH", 503), ("SLCN", 350), ("MLD", 196)):
        assert first.count(need) / len(first) == pytest.approx(number / 1490, abs=0.03)
