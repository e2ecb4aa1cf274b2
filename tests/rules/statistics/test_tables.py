import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from goldenthread.rules.statistics.audit import ranges
from goldenthread.rules.statistics.disclosure import rule
from goldenthread.rules.statistics.faults import NotComputable
from goldenthread.rules.statistics.tables import Totals, by_place, find_totals, protect, sums

D1 = rule("D1")


def with_totals(rows):
    rows = [[*row, sum(row)] for row in rows]
    return [*rows, [sum(column) for column in zip(*rows, strict=True)]]


def left_open(counts, safe):
    return ranges(by_place(counts), sums(counts, Totals.BOTH), safe.primary | safe.secondary)


def test_worked_row():
    safe = protect([[3, 12, 20, 35]], D1, Totals.ROWS)

    assert safe.cells == ((None, None, 20, 35),)
    assert (safe.primary, safe.secondary) == (frozenset({(0, 0)}), frozenset({(0, 1)}))


def test_then_the_columns():
    safe = protect(with_totals([[3, 12, 20], [10, 20, 30]]), D1, Totals.BOTH)

    assert safe.cells == ((None, None, 20, 35), (None, None, 30, 60), (13, 32, 50, 95))


def test_nothing_small_nothing_hidden():
    counts = with_totals([[0, 12], [10, 20]])

    assert protect(counts, D1, Totals.BOTH).cells == tuple(map(tuple, counts))


def test_two_small_cells_with_a_small_sum_need_a_third():
    safe = protect([[1, 1, 20, 30, 52]], D1, Totals.ROWS)

    assert safe.cells == ((None, None, None, 30, 52),)


def test_a_reader_knows_that_what_is_hidden_is_no_zero():
    safe = protect([[1, 2, 20, 30, 53]], D1, Totals.ROWS)  # 1 and 2, or 2 and 1, if only they were hidden

    assert safe.cells == ((None, None, None, 30, 53),)


def test_a_small_total_is_hidden_with_its_cells():
    safe = protect(with_totals([[3, 0], [10, 20]]), D1, Totals.BOTH)

    assert safe.cells[0] == (None, 0, None)
    assert safe.cells[1][0] is None


def test_a_bridge_between_blocks_is_found():
    """Every line hides two or more, yet rows 1–2 less columns 1–2 give the cell between: only the audit sees it."""
    counts = with_totals([[30, 30, 40, 40], [30, 30, 7, 40], [40, 40, 30, 30], [40, 40, 30, 30]])
    planted = frozenset({(0, 0), (0, 1), (1, 0), (1, 1), (1, 2), (2, 2), (2, 3), (3, 2), (3, 3)})

    safe = protect(counts, D1, Totals.BOTH, also=planted)

    assert safe.secondary != frozenset()
    assert [place for place, each in left_open(counts, safe).items() if each.narrow] == []


def test_columns_alone_may_have_totals():
    safe = protect([[3, 30], [12, 31], [20, 32], [35, 93]], D1, Totals.COLUMNS)

    assert safe.cells == ((None, 30), (None, 31), (20, 32), (35, 93))


@pytest.mark.parametrize(
    ("counts", "expected"),
    [([[3, 12, 15]], Totals.ROWS), ([[3], [12], [15]], Totals.COLUMNS), (with_totals([[1, 2], [3, 4]]), Totals.BOTH)],
)
def test_totals_are_found_by_adding_up(counts, expected):
    assert find_totals(counts) is expected


@pytest.mark.parametrize("counts", [[[3, 12, 36]], [[3, 4], [5]], [[-3, 10, 7]]])
def test_tables_that_cannot_be_right_are_refused(counts):
    with pytest.raises(NotComputable):
        protect(counts, D1, Totals.ROWS)


def test_a_table_with_nothing_left_to_hide_is_refused():
    with pytest.raises(NotComputable, match="cannot be made safe"):
        protect([[0, 0, 0]], D1, Totals.ROWS, also=frozenset({(0, 0)}))


@settings(max_examples=60, deadline=None)
@given(st.integers(2, 4), st.integers(2, 4), st.data())
def test_no_hidden_cell_can_be_worked_out(height, width, data):
    cell = st.sampled_from([0, 1, 2, 4, 5, 9, 15, 40, 90])
    counts = with_totals(
        data.draw(st.lists(st.lists(cell, min_size=width, max_size=width), min_size=height, max_size=height))
    )
    try:
        safe = protect(counts, D1, Totals.BOTH)
    except NotComputable:
        assume(False)

    small = {(i, j) for i, row in enumerate(counts) for j, n in enumerate(row) if 1 <= n < 5}
    assert safe.primary == small
    assert all(each.most - each.least > 2 for each in left_open(counts, safe).values())
    assert all(each.least <= counts[i][j] <= each.most for (i, j), each in left_open(counts, safe).items())
