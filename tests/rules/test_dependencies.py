from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from goldenthread.rules.dependencies import chains, held_up, layers, order

KEYS = st.integers(0, 6)
GRAPHS = st.dictionaries(KEYS, st.frozensets(KEYS, max_size=3), max_size=7)
TREES = GRAPHS.map(lambda graph: {key: {other for other in others if other < key} for key, others in graph.items()})


def everything(needs):
    return {*needs, *(other for others in needs.values() for other in others)}


def test_what_a_late_action_holds_up_goes_on_to_the_end():
    needs = {"b": ["a"], "c": ["b"], "d": ["a"]}

    assert held_up(needs) == {"a": {"b", "c", "d"}, "b": {"c"}, "c": frozenset(), "d": frozenset()}


def test_the_longest_chain_to_each_end():
    assert chains({"b": ["a"], "c": ["b", "a"], "d": ["a"]}) == [("a", "b", "c"), ("a", "d")]


def test_layers_are_steps_behind_the_first():
    assert layers({"b": ["a"], "c": ["b", "a"], "d": ["a"]}) == {"a": 0, "b": 1, "c": 2, "d": 1}


def test_a_cycle_is_named_and_its_followers_still_have_an_order():
    needs = {"a": ["b"], "b": ["a"], "c": ["b"]}

    found = order(needs)

    assert found.cycles == (("a", "b"),)
    assert found.without_cycles(needs) == {"a": (), "b": (), "c": ("b",)}
    assert held_up(needs)["a"] == {"b", "c"}


def test_what_waits_for_itself_is_a_cycle_of_one():
    assert order({"a": ["a"]}).cycles == (("a",),)


def test_a_chain_as_long_as_a_plan_does_not_recurse():
    needs = {number: [number - 1] for number in range(1, 5000)}

    assert order(needs).keys == tuple(range(5000))


@given(TREES)
def test_what_is_needed_stands_before_what_needs_it(needs):
    found = order(needs)

    assert found.cycles == ()
    assert all(found.keys.index(other) < found.keys.index(key) for key, others in needs.items() for other in others)


@given(GRAPHS)
def test_everything_stands_in_the_order_once(needs):
    assert sorted(order(needs).keys) == sorted(everything(needs))


@given(GRAPHS)
def test_the_oracle_two_wait_for_each_other_exactly_where_both_are_in_one_cycle(needs):
    """By brute force: within reach of each other, over every pair."""
    reach = held_up(needs)

    pairs = {(a, b) for a, b in permutations(everything(needs), 2) if b in reach[a] and a in reach[b]}

    assert pairs == {(a, b) for cycle in order(needs).cycles for a, b in permutations(cycle, 2)}
