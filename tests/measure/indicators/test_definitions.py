"""The definitions as a set."""

import pytest

from goldenthread.measure.indicators import catalogue
from goldenthread.measure.indicators.definition import Supply
from goldenthread.rules.statistics import disclosure

CODES = catalogue.codes()


def test_there_are_definitions_to_test():
    assert len(CODES) >= 27


@pytest.mark.parametrize("code", CODES)
def test_a_definition_is_whole(code):
    found = catalogue.definition(code)

    words = (found.title, found.why_it_matters, found.counted, found.cohort, found.source)
    assert found.code == code
    assert [word for word in words if not word.strip()] == []
    assert found.review_by.year >= 2026
    assert found.levels
    assert found.periods
    assert disclosure.rule(found.disclosure).code == found.disclosure


@pytest.mark.parametrize("code", CODES)
def test_what_is_computed_has_counts_and_what_is_supplied_has_none(code):
    computed = catalogue.definition(code).supply is Supply.COMPUTED

    assert (catalogue.counts_of(code) is not None) == computed


def test_a_figure_is_never_without_one_that_exists():
    named = {one.never_without for one in catalogue.all_definitions() if one.never_without}

    assert named <= set(CODES)
    assert named


def test_titles_are_told_apart():
    titles = [one.title for one in catalogue.all_definitions()]

    assert len(set(titles)) == len(titles)


def test_a_code_without_a_definition_is_a_key_error():
    with pytest.raises(KeyError, match="no_such_measure"):
        catalogue.definition("no_such_measure")
