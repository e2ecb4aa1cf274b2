"""How fast the figures of one area are counted, beside pandas that counts a few of them from the same files.

python bench/measures.py              # 5,000 plans, 100,000 pupils, three terms and censuses of each of three years
python bench/measures.py 500 10000
"""

import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa

from goldenthread.measure.indicators import catalogue
from goldenthread.measure.indicators.definition import Level
from goldenthread.measure.indicators.embedded import embedded
from goldenthread.measure.indicators.engine import Counted, measure
from goldenthread.measure.indicators.periods import Every
from goldenthread.measure.snapshots import parquet
from goldenthread.rules.cases import freeze
from tests.factories import facts

AS_AT, SINCE = date(2026, 10, 31), date(2023, 9, 1)
YEARS = (2023, 2024, 2025)
COMPUTED = [code for code in catalogue.codes() if catalogue.counts_of(code)]
SCHOOLS = 300
PLANS_A_PERSON = 0.389  # of the made-up people


def timed(what: str, work: Callable[[], Any]) -> Any:
    began = time.perf_counter()
    found = work()
    print(f"{what:58} {time.perf_counter() - began:6.2f} s")
    return found


# ---------------------------------------------------------------- the tables, made column by column


class Pupils:
    """Each with a school of their age, and support of their own; each term some move, some gain support or lose it."""

    def __init__(self, number: int) -> None:
        self.dice, self.number = np.random.default_rng(1), number
        dice = self.dice
        self.special = dice.random(number) < 0.015
        self.young = dice.random(number) < 0.6
        year = np.where(self.young, dice.integers(2015, 2021, number), dice.integers(2008, 2014, number))
        self.needs = np.array(["ASD", "SEMH", "SLCN", "MLD", "SPLD", "HI", "PD"], object)[dice.integers(0, 7, number)]
        self.school, self.support = self.schools(), self.supports()
        self.columns = {
            "area": pa.array(["999"] * number),
            "child": pa.array([f"{n:016x}" for n in dice.permutation(number)]),
            "born_month": _days(year.astype("U4") + "-" + _two(dice.integers(1, 13, number)) + "-01"),
        }

    def schools(self) -> Any:
        """Special ones, then primary, then secondary."""
        ordinary = np.where(
            self.young, self.dice.integers(15, 250, self.number), self.dice.integers(250, SCHOOLS, self.number)
        )
        return np.where(self.special, self.dice.integers(0, 15, self.number), ordinary)

    def supports(self) -> Any:
        drawn = self.dice.choice(4, self.number, p=[0.8, 0.14, 0.05, 0.01])
        return np.where(self.special, 2, drawn)

    def of_a_term(self) -> pa.Table:
        self.school = np.where(self.dice.random(self.number) < 0.02, self.schools(), self.school)
        self.support = np.where(self.dice.random(self.number) < 0.02, self.supports(), self.support)
        send = np.array(["no SEN", "SEN support", "EHC plan", None], object)[self.support]
        return pa.table(
            self.columns
            | {
                "urn": pa.array((self.school + 100_000).astype("U6")),
                "placed": pa.array(np.where(self.special, "special", "mainstream")),
                "district": pa.array(np.array(["Northvale", "Southmoor", "Eastling"])[self.school % 3]),
                "send": pa.array(send),
                "need": pa.array(np.where(np.isin(self.support, (1, 2)), self.needs, None)),
            }
        )


def schooling(number: int) -> dict[str, pa.Table]:
    pupils = Pupils(number)
    found: dict[str, list[pa.Table]] = {"pupils": [], "sessions": [], "exclusions": []}
    for year in YEARS:
        days = ((date(year, 9, 1), (10, 3)), (date(year + 1, 1, 1), (1, 16)), (date(year + 1, 4, 1), (5, 15)))
        for term_on, (month, day) in days:
            there = pupils.of_a_term()
            census_on = date(term_on.year, month, day)
            found["pupils"].append(_with(there, census_on=census_on, main=True))
            found["sessions"].append(_attended(there, term_on, pupils.dice))
            found["exclusions"].append(_excluded(there, term_on, pupils.dice))
    schools = [
        {"urn": f"{100_000 + n}", "name": f"School {n}", "kind": "special" if n < 15 else "mainstream", "places": 350}
        for n in range(SCHOOLS)
    ]
    return {name: pa.concat_tables(parts) for name, parts in found.items()} | {"establishments": schools}


def _attended(there: pa.Table, term_on: date, dice: np.random.Generator) -> pa.Table:
    possible = dice.integers(100, 140, len(there))
    missed = np.minimum(possible, dice.gamma(0.8, 10, len(there)).astype(int))
    leave = (missed * dice.random(len(there))).astype(int)
    return _with(there, term_on=term_on, possible=possible, authorised=leave, unauthorised=missed - leave)


def _excluded(there: pa.Table, term_on: date, dice: np.random.Generator) -> pa.Table:
    chosen = there.take(pa.array(dice.integers(0, len(there), len(there) // 30)))
    days = np.datetime64(term_on) + dice.integers(0, 80, len(chosen))
    permanent = dice.random(len(chosen)) < 0.01
    row = np.arange(len(chosen)).astype("U")
    return _with(chosen, row=row, starts_on=_days(days), permanent=permanent, sessions=np.full(len(chosen), 4))


def _with(table: pa.Table, **more: Any) -> pa.Table:
    for name, column in more.items():
        one = pa.repeat(column, len(table)) if isinstance(column, date | bool) else pa.array(column)
        table = table.append_column(name, one)
    return table


def _days(days: Any) -> pa.Array:
    return pa.array(np.asarray(days, "datetime64[D]"))


def _two(numbers: Any) -> Any:
    return np.char.zfill(numbers.astype("U2"), 2)


def made(plans: int, pupils: int) -> dict[str, pa.Table]:
    people = round(plans / PLANS_A_PERSON)
    frozen = freeze(facts.people(people, as_at=AS_AT), AS_AT, str, facts.REGISTER, "999")
    return parquet.complete(
        {
            "cases": frozen.cases,
            "plans": frozen.plans,
            "reviews": frozen.reviews,
            "survey": facts.survey(3000, as_at=AS_AT),
            "complaints": facts.complaints(500, as_at=AS_AT),
            "residents": facts.residents(),
            **schooling(pupils),
        }
    )


# ---------------------------------------------------------------- the peer


LEVELS = {"send": Level.SEND, "urn": Level.ESTABLISHMENT, "district": Level.DISTRICT, "placed": Level.PLACEMENT}
Told = dict[tuple[str, Level, str, Every, str], tuple[int, int]]


def peer(folder: Path) -> Told:
    """Four of the indicators at four levels by term and school year (schools by the year alone), as an analyst would
    write them in pandas.
    """
    s = pd.read_parquet(folder / "sessions.parquet")
    s["missed"] = s.authorised + s.unauthorised
    s["year"] = [f"{day.year - (day.month < 9)}" for day in s.term_on]
    s["term"] = [f"{day:%Y-%m}" for day in s.term_on]
    found: Told = {}
    for every, when in ((Every.TERM, "term"), (Every.ACADEMIC, "year")):
        for column, level in LEVELS.items():
            if (level, every) == (Level.ESTABLISHMENT, Every.TERM):
                continue
            of_plans = () if column == "send" else (("absence_ehc_plan", s[s.send == "EHC plan"]),)
            for code, rows in (("absence_all", s), *of_plans):
                sums = rows.groupby([column, when])[["missed", "possible"]].sum()
                for place, start, missed, possible in _rows(sums):
                    found[code, level, place, every, start] = (missed, possible)
            own = s.groupby(list(dict.fromkeys([column, when, "child", "urn"])))[["missed", "possible"]].sum()
            for code, part in (("persistent_absence_all", 10), ("severe_absence_all", 2)):
                reached = (own.missed * part >= own.possible).groupby([column, when]).agg(["sum", "count"])
                for place, start, n, of in _rows(reached):
                    found[code, level, place, every, start] = (n, of)
    return found


def _rows(table: pd.DataFrame) -> list[tuple[str, str, int, int]]:
    return [
        (place, start, int(top), int(under))
        for (place, start), (top, under) in zip(table.index, table.values, strict=True)
    ]


def the_same(figures: list[Counted]) -> Told:
    starts = {Every.TERM: "%Y-%m", Every.ACADEMIC: "%Y"}
    return {
        (one.indicator, one.level, one.place, one.period.every, f"{one.period.start:{starts[one.period.every]}}"): (
            one.numerator, one.denominator,
        )
        for one in figures
        if one.level in LEVELS.values() and one.place != "all SEND"
    }  # fmt: skip


def main(plans: int, pupils: int) -> None:
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home) / "frozen"
        tables = timed("made and frozen", lambda: made(plans, pupils))
        parquet.write(tables, folder)
        print(", ".join(f"{len(table):,} {name}" for name, table in tables.items()))
        warm = list(measure(["requests_received"], embedded(folder, AS_AT), SINCE))  # what is imported late
        figures = timed(
            f"engine: {len(COMPUTED)} indicators, every level and period",
            lambda: list(measure(COMPUTED, embedded(folder, AS_AT), SINCE)),
        )
        print(f"{'':58} {len(figures):,} figures; goal 3 s for 5,000 plans and 100,000 pupils")
        theirs = timed("pandas: 4 indicators, 4 levels, terms and years", lambda: peer(folder))
        codes = {code for code, *_ in theirs}
        ours = timed(
            "engine: the same 4, every level and period", lambda: list(measure(codes, embedded(folder, AS_AT), SINCE))
        )
        same = the_same(ours) == theirs
        print(f"{'':58} {len(theirs):,} figures of pandas, {'all the same' if same else 'NOT THE SAME'}")
        sys.exit(0 if same and warm else 1)


if __name__ == "__main__":
    given = [int(number) for number in sys.argv[1:]]
    main(*(given or (5_000, 100_000)))
