"""Everybody on roll: the children with plans are those of the return, and the story's numbers come out."""

import csv
import io
import zipfile
from collections import Counter
from datetime import date

import pytest

from goldenthread.config.synth import partners, story, suspensions
from goldenthread.config.synth.attendance import MISSED
from goldenthread.config.synth.dice import dice
from goldenthread.config.synth.pupils import SPECIAL, Rolls

SEED = 20261031


@pytest.fixture(scope="module")
def rolls(small):
    return Rolls(small, SEED)


def table(folder, name, member):
    with zipfile.ZipFile(folder / name) as archive:
        return list(csv.DictReader(io.StringIO(archive.read(member).decode())))


def test_children_with_plans_have_the_numbers_of_the_return(small, rolls):
    told = {each.pupil.upn for each in rolls.on_roll(2026) if each.sen == "E" and each.school.kind not in SPECIAL}

    planned = {case.person.upn for case in small.cases if case.plan and case.plan.in_force(story.CENSUS_DAYS[2026])}

    assert told
    assert told <= planned


def test_nobody_is_on_roll_twice_or_at_a_school_that_sends_nothing(small, rolls):
    for year in story.CENSUS_DAYS:
        on_roll = rolls.on_roll(year)

        assert Counter(each.pupil.upn for each in on_roll).most_common(1)[0][1] == 1
        assert partners.silent(small.schools) not in {each.school.urn for each in on_roll}


@pytest.mark.slow
def test_a_school_that_closed_has_no_pupils_after_it(full_rolls):
    closed = {each.school.urn for each in full_rolls.on_roll(2025) if each.school.closed}

    assert len(closed) == 1
    assert closed.isdisjoint(each.school.urn for each in full_rolls.on_roll(2026))


@pytest.fixture(scope="module")
def full_rolls(full):
    return Rolls(full, SEED)


@pytest.mark.slow
def test_the_storys_numbers_are_exact(full_rolls):
    on_roll = full_rolls.on_roll(2026)

    in_special = sum(each.school.kind in SPECIAL for each in on_roll)
    support = Counter(each.sen for each in on_roll)
    assert (len(on_roll), in_special, support["K"]) == (77_200, 1_467, 13_800)
    assert in_special - round(0.014 * len(on_roll)) == 386


@pytest.mark.parametrize(
    ("sen", "overall", "persistent", "severe"), [("N", 6.4, 17, 1.3), ("K", 11.2, 30, 3.8), ("E", 13.6, 35, 6.5)]
)
def test_absence_has_the_nations_shape(sen, overall, persistent, severe):
    missed = MISSED[sen]

    found = (
        100 * sum(missed) / len(missed),
        100 * sum(share >= 0.1 for share in missed) / len(missed),
        100 * sum(share >= 0.5 for share in missed) / len(missed),
    )
    assert found == pytest.approx((overall, persistent, severe), abs=0.15)


def test_half_days_missed_are_never_more_than_were_possible(small_folder):
    rows = table(small_folder, "sessions_2025-26.zip", "sessions_autumn.csv")

    over = [
        row
        for row in rows
        if int(row["Sessions authorised"]) + int(row["Sessions unauthorised"]) > int(row["Sessions possible"])
    ]
    assert over == []
    assert {row["Term"] for row in rows} == {"Autumn 2025/26"}
    assert len({(row["UPN"], row["URN"]) for row in rows}) == len(rows)


@pytest.mark.slow
def test_the_schools_that_stand_out_do_so_in_the_rows_as_in_the_partners_figures(full, full_rolls):
    factors = partners.factors(full.schools)
    on_roll = full_rolls.on_roll(2026)
    rows = list(suspensions.rows(on_roll, 2026, factors, dice(SEED, "exclusions:2026")))

    with_sen = Counter(each.school.urn for each in on_roll if each.sen != "N")
    suspended = Counter(row[1] for row in rows if row[3] != "PERM" and row[6] != "N")
    rates = {urn: suspended[urn] / with_sen[urn] for urn in factors}
    assert sorted(round(rates[urn] / 0.21 / factor, 0) for urn, factor in factors.items()) == [1.0] * 5
    assert {date.fromisoformat(row[2]).month for row in rows}.isdisjoint({8})


def test_the_census_file_holds_everybody_once(small_folder, rolls):
    rows = table(small_folder, "pupils_2026-01-15.zip", "pupils.csv")

    assert Counter(row["UPN"] for row in rows) == Counter(each.pupil.upn for each in rolls.on_roll(2026))
