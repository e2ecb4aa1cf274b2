"""No row is dropped without being listed: every row that says anything has exactly one fate, whatever the book."""

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goldenthread.improve.plans.reading.fates import ACTION, CONTINUES, HEADING, KEPT_ASIDE, LINE_OF, NOT_TAKEN, SECTION
from goldenthread.improve.plans.reading.grid import Book, Cell, Grid
from goldenthread.improve.plans.reading.plan import NoPlan, read_plan
from tests.factories.plans import HEADINGS

UPDATES = ("Ref", "Date", "BRAG", "By", "What was done")
WORDS = st.sampled_from(
    ["", "", "1.1", "1.2", "2", "Do it.", "1. One.\n2. Two.", "Green", "Amber/Red", "In progress", "ongoing", "Sept 18",
     "31/09/2025", "Priority 2 – schools", "3 Health", "Note: read me", "Ref", "Action", "Lead", "AB/CD", "x" * 350,
     "Ann Bell, Head of SEND", "• a\n• b", "🟢"]
)  # fmt: skip
DAYS = st.dates(date(2024, 1, 1), date(2027, 1, 1))
CELLS = st.builds(
    Cell,
    value=st.one_of(WORDS, st.just(None), DAYS, st.integers(0, 60_000), st.floats(0, 9)),
    fill=st.sampled_from(["", "", "FFC000", "00B050"]),
    formula=st.sampled_from([False, False, False, True]),
    again=st.sampled_from([False, False, False, True]),
    wide=st.sampled_from([False, False, True]),
).map(lambda cell: Cell(cell.value or None, cell.fill, cell.formula, cell.again, cell.wide))  # fmt: skip
ROWS = st.lists(st.one_of(st.lists(CELLS, max_size=8), st.just([Cell(word) for word in HEADINGS])), max_size=12)


@st.composite
def books(draw: st.DrawFn) -> Book:
    above, below = draw(st.lists(st.lists(CELLS, max_size=3), max_size=3)), draw(ROWS)
    plan = [*above, [Cell(word) for word in HEADINGS], *below]
    updates = [[Cell(word) for word in UPDATES], *draw(ROWS)]
    sheets = (("Plan", plan), ("Updates", updates), ("Lists", draw(ROWS)), ("Definitions", draw(ROWS)))
    return Book("A plan", tuple(Grid(title, list(enumerate(rows, start=1))) for title, rows in sheets))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(books())
def test_every_row_is_taken_or_listed(book: Book) -> None:
    filled = {(grid.title, number) for grid in book.grids for number, _ in grid.filled()}

    try:
        content = read_plan(book, "plan.xlsx")
    except NoPlan:
        return

    fates = {place: content.fates.of(*place) for place in filled}
    assert sum(count for _, count in content.fates.counts()) == content.fates.total == len(filled)
    listed = {(each.table, row) for each in content.fates.not_taken() for row in range(each.first, each.last + 1)}
    errors = {(each.table, each.row) for each in content.problems if each.severity == "error"}
    actions = {(each.table, each.row) for each in content.actions}
    for place, fate in fates.items():
        assert fate.startswith(LINE_OF) or fate in (ACTION, CONTINUES, HEADING, SECTION, KEPT_ASIDE, NOT_TAKEN)
        assert (fate == ACTION) == (place in actions)
        assert (fate == NOT_TAKEN) == (place in listed)
        if fate == KEPT_ASIDE:
            assert place in errors


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(books())
def test_whatever_an_action_said_is_kept_with_it(book: Book) -> None:
    try:
        content = read_plan(book, "plan.xlsx")
    except NoPlan:
        return

    rows = {(grid.title, number): cells for grid in book.grids for number, cells in grid.rows}
    for action in content.actions:
        kept = "\n".join(action.as_written.values())
        assert all(cell.text in kept for cell in rows[action.table, action.row])
        assert all(isinstance(words, str) for words in action.as_written.values())
