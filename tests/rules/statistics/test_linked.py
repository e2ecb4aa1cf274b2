import pytest

from goldenthread.rules.statistics.audit import Range, Sum
from goldenthread.rules.statistics.corners import Corners
from goldenthread.rules.statistics.disclosure import rule
from goldenthread.rules.statistics.faults import NotComputable
from goldenthread.rules.statistics.hiding import Adds, Counted, hide
from goldenthread.rules.statistics.linked import Linked, little_changed, protect_linked

NEEDS_AND_AGES = {"area": 60, "speech": 3, "autism": 20, "other": 37, "under 5": 12, "5 to 16": 30, "over 16": 18}
SPLITS = [Sum(("speech", "autism", "other"), "area"), Sum(("under 5", "5 to 16", "over 16"), "area")]


def test_a_small_count_takes_the_smallest_of_its_own_split_with_it():
    assert protect_linked(Linked(NEEDS_AND_AGES, SPLITS), {"speech"}) == {"speech", "autism"}


def test_a_total_is_hidden_last_and_then_no_other_split_gives_it_back():
    counts = {"area": 30, "speech": 4, "none": 0, "under 5": 10, "over 5": 20}
    splits = [Sum(("speech", "none", "rest"), "area"), Sum(("under 5", "over 5"), "area")]

    hidden = protect_linked(Linked({**counts, "rest": 26}, splits, known={"rest"}), {"speech"})

    assert hidden == {"speech", "area", "under 5"}


def test_a_cell_in_two_tables_is_hidden_in_both():
    """A school's count stands in its district's table and in its phase's: each needs a second hidden cell."""
    counts = {"A": 3, "B": 10, "C": 20, "D": 30, "north": 33, "primary": 43, "all": 63}
    tables = Linked(counts, [Sum(("A", "B", "C"), "north"), Sum(("A", "B", "D"), "primary")])

    with pytest.raises(NotComputable, match="does not add up"):
        protect_linked(Linked({**counts, "north": 34}, tables.sums), {"A"})

    assert protect_linked(tables, {"A"}) == {"A", "B"}


def test_what_was_published_before_protects_nothing():
    tables = Linked(NEEDS_AND_AGES, SPLITS, known={"autism"})

    assert protect_linked(tables, {"speech"}) == {"speech", "other"}


def test_cells_of_one_figure_are_hidden_together():
    tables = Linked(NEEDS_AND_AGES, SPLITS, together=[("autism", "5 to 16")])

    assert protect_linked(tables, {"speech"}) == {"speech", "autism", "5 to 16", "under 5"}


def test_a_total_known_from_elsewhere_needs_no_cell():
    assert protect_linked(Linked({"a": 3, "b": 9, "c": 30}, [Sum(("a", "b", "c"))]), {"a"}) == {"a", "b"}


def test_the_rest_that_nobody_shows_hides_a_count_by_itself():
    counts = {"A": 3, "B": 40, "rest": 20, "all": 63}

    assert protect_linked(Linked(counts, [Sum(("A", "B", "rest"), "all")], unseen={"rest"}), {"A"}) == {"A"}


def test_a_small_rest_is_protected_too():
    counts = {"A": 30, "B": 40, "rest": 3, "all": 73}

    assert protect_linked(Linked(counts, [Sum(("A", "B", "rest"), "all")], unseen={"rest"}), {"rest"}) == {"rest", "A"}


def test_ranges_say_what_is_left_open():
    tables = Linked(NEEDS_AND_AGES, SPLITS)

    assert tables.ranges({"speech", "autism"}) == {"speech": Range(1, 22), "autism": Range(1, 22)}


def test_two_releases_differ_by_few():
    before, now = {"A": 30, "B": 12, "C": 5}, {"A": 33, "B": 12, "C": 60, "D": 2}

    assert little_changed(before, now, rule("D1")) == {"A"}


def test_without_equations_an_unknown_has_no_upper_end():
    assert Corners({"a": 3.0}, []).range("a") == (0, float("inf"))


def test_corners_of_a_sum_and_a_difference():
    """x + y = 10 and x − z = 4 leave x from 4 to 10."""
    corners = Corners({"x": 7, "y": 3, "z": 3}, [{"x": 1, "y": 1}, {"x": 1, "z": -1}])

    assert [corners.range(name) for name in "xyz"] == [(4, 10), (0, 6), (0, 6)]


def test_a_share_is_hidden_with_its_next_smallest():
    figures = [Counted("area", 120, 400), Counted("A", 3, 40), Counted("B", 50, 160), Counted("C", 67, 200)]

    assert hide(figures, [Adds(("A", "B", "C"), "area")], {"A"}) == {"A", "B"}
    assert hide(figures, [Adds(("A", "B", "C"), "area")], ()) == frozenset()


def test_months_and_places_are_judged_together():
    """A month that is hidden in one place is hidden there from the year, and from the month's other places."""
    counts = {("Jan", "A"): 3, ("Feb", "A"): 20, ("Jan", "B"): 30, ("Feb", "B"): 40}
    figures = [Counted(key, n) for key, n in counts.items()]
    figures += [Counted(("year", "A"), 23), Counted(("year", "B"), 70)]
    figures += [Counted(("Jan", "all"), 33), Counted(("Feb", "all"), 60)]
    adds = [Adds((("Jan", p), ("Feb", p)), ("year", p)) for p in "AB"]
    adds += [Adds(((m, "A"), (m, "B")), (m, "all")) for m in ("Jan", "Feb")]

    assert hide(figures, adds, {("Jan", "A")}) == counts.keys()


def test_a_rest_of_few_is_not_left_to_be_worked_out():
    figures = [Counted("area", 73), Counted("A", 30), Counted("B", 40)]

    assert hide(figures, [Adds(("A", "B"), "area")], ()) == {"A"}
    assert hide(figures, [Adds(("A", "B"), "area")], (), fewest=0) == frozenset()


def test_figures_of_different_making_are_not_subtracted():
    figures = [Counted("area", 10), Counted("A", 3), Counted("B", 9), Counted("C", 20)]

    assert hide(figures, [Adds(("A", "B", "C"), "area")], {"A"}) == {"A", "B"}


def test_where_nothing_would_help_all_is_hidden():
    figures = [Counted("area", 3), Counted("A", 3), Counted("B", 0)]

    assert hide(figures, [Adds(("A", "B"))], {"A"}) == {"A", "B"}


def test_shares_with_no_sums_hide_themselves_alone():
    assert hide([Counted("A", 3, 40), Counted("B", 30, 40)], [], {"A"}) == {"A"}
