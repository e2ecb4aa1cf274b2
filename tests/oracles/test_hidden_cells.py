"""Hidden cells under attack: linear programmes (SciPy's HiGHS) try to solve for each, given everything that shows."""

import itertools
import random
import warnings

import pytest

from goldenthread.rules.statistics.audit import Sum, ranges
from goldenthread.rules.statistics.disclosure import is_small, rule
from goldenthread.rules.statistics.faults import NotComputable
from goldenthread.rules.statistics.hiding import Adds, Counted, hide
from goldenthread.rules.statistics.linked import Linked, protect_linked
from goldenthread.rules.statistics.tables import Totals, protect

pytestmark = pytest.mark.oracle
D1 = rule("D1")
SIZES = (0, 0, 1, 2, 3, 4, 5, 6, 9, 15, 40, 90)


@pytest.fixture(scope="module")
def linprog():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return pytest.importorskip("scipy.optimize").linprog


def worked_out(linprog, counts, sums, hidden, never_shown=()):
    """{hidden cell: (least, most)} for one who knows that zeros are shown, so that what is hidden is 1 or more."""
    cells = [*hidden, *never_shown]
    column = {cell: i for i, cell in enumerate(cells)}
    rows, rights = [], []
    for parts, total in sums:
        row, right = [0.0] * len(cells), 0.0
        for cell, factor in [*((part, 1.0) for part in parts), *([(total, -1.0)] if total is not None else [])]:
            if cell in column:
                row[column[cell]] += factor
            else:
                right -= factor * counts[cell]
        if any(row):
            rows.append(row)
            rights.append(right if total is not None else sum(counts[part] for part in parts if part in column))
    bounds = [(min(counts[cell], 1) if cell not in never_shown else 0, None) for cell in cells]
    found = {}
    for cell in hidden:
        ends = []
        for way in (1, -1):
            goal = [0.0] * len(cells)
            goal[column[cell]] = way
            solved = linprog(goal, A_eq=rows or None, b_eq=rights or None, bounds=bounds, method="highs")
            ends.append(way * solved.fun if solved.status == 0 else float("inf"))
        found[cell] = tuple(ends)
    return found


def known_to_within_two(found):
    return {cell: ends for cell, ends in found.items() if ends[1] - ends[0] <= 2 + 1e-6}


def two_ways(dice, tag=""):
    """A table with totals both ways."""
    height, width = dice.randint(2, 5), dice.randint(2, 6)
    inner = [[dice.choice(SIZES) for _ in range(width)] for _ in range(height)]
    rows = [[*row, sum(row)] for row in inner]
    rows.append([sum(column) for column in zip(*rows, strict=True)])
    counts = {(tag, i, j): n for i, row in enumerate(rows) for j, n in enumerate(row)}
    sums = [(tuple((tag, i, j) for j in range(width)), (tag, i, width)) for i in range(height + 1)]
    sums += [(tuple((tag, i, j) for i in range(height)), (tag, height, j)) for j in range(width + 1)]
    return counts, sums


def hierarchy(dice):
    """Schools in districts in an area, each by three needs."""
    counts, sums = {}, []
    schools = {(d, s): [dice.choice(SIZES) for _ in range(3)] for d in range(3) for s in range(dice.randint(2, 4))}
    for (d, s), needs in schools.items():
        for need, count in enumerate([*needs, sum(needs)]):
            counts["school", d, s, need] = count
        sums.append((tuple(("school", d, s, need) for need in range(3)), ("school", d, s, 3)))
    for need in range(4):
        for d in range(3):
            within = tuple(cell for cell in counts if cell[0] == "school" and cell[1] == d and cell[3] == need)
            counts["district", d, need] = sum(counts[cell] for cell in within)
            sums.append((within, ("district", d, need)))
        districts = tuple(("district", d, need) for d in range(3))
        counts["area", need] = sum(counts[cell] for cell in districts)
        sums.append((districts, ("area", need)))
    return counts, sums


def linked_years(dice):
    """Needs, ages and districts of one area, each adding up to its total, in two years and in both together."""
    counts, sums = {}, []
    for year in ("2025", "2026"):
        total = dice.randint(20, 60)
        counts[year, "area"] = total
        for split in ("need", "age", "district"):
            cuts = sorted(dice.sample(range(total + 1), 3))
            for part, (low, high) in enumerate(itertools.pairwise([0, *cuts, total])):
                counts[year, split, part] = high - low
            sums.append((tuple((year, split, part) for part in range(4)), (year, "area")))
    for rest in {cell[1:] for cell in counts}:
        counts[("both", *rest)] = counts[("2025", *rest)] + counts[("2026", *rest)]
        sums.append(((("2025", *rest), ("2026", *rest)), ("both", *rest)))
    return counts, sums


def linked_tables(dice):
    """Two tables with one total in common, as a measure by need and age, and by district and placement."""
    counts, sums = two_ways(dice, "a")
    more, more_sums = two_ways(dice, "b")
    last_a, last_b = max(counts), max(more)
    spare = counts[last_a] - more[last_b]
    if spare < 0:
        return counts, sums
    height = last_b[1]
    for cell in [("b", 0, 0), ("b", height, 0), ("b", 0, last_b[2]), last_b]:
        more[cell] += spare  # the tables come to the same
    join = {last_b: last_a}
    counts |= {join.get(cell, cell): n for cell, n in more.items()}
    sums += [(tuple(join.get(part, part) for part in parts), join.get(total, total)) for parts, total in more_sums]
    return counts, sums


@pytest.mark.parametrize("kind", [two_ways, hierarchy, linked_years, linked_tables], ids=lambda kind: kind.__name__)
def test_nothing_hidden_can_be_worked_out(linprog, kind):
    dice = random.Random(kind.__name__)
    attacked = 0
    for _ in range(40):
        counts, sums = kind(dice)
        small = [cell for cell, count in counts.items() if is_small(count, D1)]
        tables = Linked(counts, [Sum(*one) for one in sums])
        try:
            hidden = protect_linked(tables, small)
        except NotComputable:
            continue  # a table so small that even its totals are
        attacked += len(hidden)

        assert set(small) <= hidden
        assert known_to_within_two(worked_out(linprog, counts, sums, sorted(hidden, key=str))) == {}
    assert attacked > 300


def test_the_audit_finds_what_highs_finds(linprog):
    dice = random.Random(11)
    for _ in range(40):
        counts, sums = dice.choice([two_ways, hierarchy, linked_years])(dice)
        hidden = dice.sample(sorted(counts, key=str), dice.randint(1, min(14, len(counts))))

        found = ranges(counts, [Sum(*one) for one in sums], hidden)

        expected = worked_out(linprog, counts, sums, hidden)
        assert {cell: (each.least, each.most) for cell, each in found.items()} == {
            cell: pytest.approx(ends, abs=1e-6) for cell, ends in expected.items()
        }


def test_hiding_one_table_at_a_time_would_not_do(linprog):
    """The same years with each split made safe by itself: the attack has something to find, and finds it."""
    dice, leaks = random.Random("linked_years"), 0
    for _ in range(40):
        counts, sums = linked_years(dice)
        hidden = set()
        for parts, total in sums[:6]:
            row = [*(counts[part] for part in parts), counts[total]]
            try:
                safe = protect([row], D1, Totals.ROWS)
            except NotComputable:
                continue
            hidden |= {[*parts, total][j] for _, j in safe.primary | safe.secondary}

        leaks += len(known_to_within_two(worked_out(linprog, counts, sums, sorted(hidden, key=str))))
    assert leaks > 20


def test_shares_of_linked_places_and_months_cannot_be_worked_out(linprog):
    """Percentages whose numerators and denominators both add up: months to a year, places to an area, some unplaced."""
    dice, attacked = random.Random(3), 0
    for _ in range(25):
        figures, adds = _shares(dice)
        small = {one.key for one in figures if _too_small(one)}
        hidden = hide(figures, adds, small)
        if len(hidden) == len(figures):
            continue  # nothing could be shown
        counts, sums, unplaced = _cells(figures, adds)
        cells = [cell for cell in counts if cell[0] in hidden]
        attacked += len(cells)

        assert small <= hidden
        assert known_to_within_two(worked_out(linprog, counts, sums, cells, unplaced)) == {}
    assert attacked > 100


def _shares(dice):
    months, places = ("Jan", "Feb", "Mar"), ("Ash", "Birch", "Cedar", "Oak", "")
    base = {(m, p): dice.choice((0, 3, 12, 20, 40, 90)) for m in months for p in places}
    within = {cell: dice.randint(0, n) for cell, n in base.items()}
    figures, adds = [], []
    for m in (*months, "year"):
        for p in (*places[:-1], "area"):
            cells = [cell for cell in base if m in (cell[0], "year") and p in (cell[1], "area")]
            figures.append(Counted((m, p), sum(within[c] for c in cells), sum(base[c] for c in cells)))
        adds.append(Adds(tuple((m, p) for p in places[:-1]), (m, "area")))
    adds += [Adds(tuple((m, p) for m in months), ("year", p)) for p in (*places[:-1], "area")]
    return figures, adds


def _too_small(one):
    out = one.denominator - one.numerator
    return one.denominator > 0 and (is_small(one.numerator, D1) or is_small(out, D1) or one.denominator < 10)


def _cells(figures, adds):
    """Each figure as those in, those out and all; and what belongs to no place, which nobody shows."""
    counts, sums, unplaced = {}, [], []
    for one in figures:
        counts |= {(one.key, "in"): one.numerator, (one.key, "all"): one.denominator}
        counts[one.key, "out"] = one.denominator - one.numerator
        sums.append((((one.key, "in"), (one.key, "out")), (one.key, "all")))
    for n, one in enumerate(adds):
        for what in ("in", "out", "all"):
            parts = tuple((part, what) for part in one.parts)
            rest = counts[one.total, what] - sum(counts[part] for part in parts)
            counts[n, what] = rest
            unplaced.append((n, what))
            sums.append(((*parts, (n, what)), (one.total, what)))
    exact = {cell for cell in unplaced if not any(counts[cell[0], what] for what in ("in", "out", "all"))}
    sums = [(tuple(part for part in parts if part not in exact), total) for parts, total in sums]
    return counts, sums, [cell for cell in unplaced if cell not in exact]
