import pytest

from goldenthread.rules.statistics import disclosure
from goldenthread.rules.statistics.disclosure import RULES, Suppressed, rule
from goldenthread.rules.statistics.faults import NotComputable

D1, D2, D3, D4, D5, D6 = (rule(f"D{i}") for i in range(1, 7))


def hidden(figure):
    return isinstance(figure, Suppressed)


def test_seven_rules():
    assert list(RULES) == ["D0", "D1", "D2", "D3", "D4", "D5", "D6"]


@pytest.mark.parametrize(("by", "shown"), [(D1, [0, 5, 9, 12]), (D3, [0, 12]), (D6, [0, 1, 4, 5, 9, 12])])
def test_small_counts_are_hidden(by, shown):
    counts = [0, 1, 4, 5, 9, 12]

    assert [n for n in counts if not hidden(disclosure.count(n, by))] == shown


def test_zero_is_hidden_where_it_tells_of_a_whole_small_group():
    assert disclosure.count(0, D1) == 0
    assert hidden(disclosure.count(0, D1, group=4))


def test_sensitive_counts_are_rounded_to_five():
    assert [disclosure.count(n, D5) for n in (0, 6, 8, 13)] == [0, 5, 10, 15]
    assert hidden(disclosure.count(5, D5))


@pytest.mark.parametrize(("numerator", "denominator"), [(4, 40), (1, 40), (37, 40), (5, 9), (0, 9)])
def test_percentages_that_tell_of_few_are_hidden(numerator, denominator):
    assert hidden(disclosure.percentage(numerator, denominator, D2))


@pytest.mark.parametrize(("numerator", "denominator", "value"), [(0, 10, 0), (5, 10, 50), (40, 40, 100)])
def test_percentages_of_enough_show(numerator, denominator, value):
    assert disclosure.percentage(numerator, denominator, D2) == value


def test_a_rate_may_count_more_events_than_people():
    assert disclosure.rate(30, 20, D2, multiplier=100) == 150
    assert hidden(disclosure.rate(3, 2000, D2))


def test_a_survey_of_nine_has_no_results():
    assert disclosure.mean(3.4, 9, D4) == Suppressed("fewer than 10 in all")
    assert disclosure.mean(3.4, 10, D4) == 3.4


def test_small_changes_between_releases_are_seen():
    assert disclosure.differencing(12, 15, D1) == Suppressed("it differs from the last release by 1 to 4")
    assert disclosure.differencing(12, 12, D1) is None


def test_an_unknown_rule_is_refused():
    with pytest.raises(NotComputable, match=r"no disclosure rule “D9”\. Use one of D0, D1"):
        rule("D9")


@pytest.mark.parametrize(("numerator", "denominator"), [(5, 0), (6, 5), (-1, 5)])
def test_a_share_of_no_cohort_is_refused(numerator, denominator):
    with pytest.raises(NotComputable, match="is not a share of a cohort"):
        disclosure.percentage(numerator, denominator, D2)


def test_hidden_prints_as_its_symbol():
    assert str(Suppressed("from 1 to 4")) == "c"
