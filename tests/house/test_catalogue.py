"""The field's catalogue of indicators: every row of it is a definition of ours, and each says honestly what it is.

`data/catalogue.csv` is the table of our own: the rows, and which codes are each. After a definition was added, run
this file as a program (`python -m tests.house.test_catalogue`) to write it again.
"""

import csv
from pathlib import Path

import pytest

from goldenthread.measure.benchmarks import reads as benchmarks
from goldenthread.measure.indicators import catalogue
from goldenthread.measure.indicators.definition import Definition, Supply

SHARED = Path(__file__).parents[2].parent / "shared" / "domain" / "indicators.csv"
shared = pytest.mark.skipif(not SHARED.is_file(), reason="the field's catalogue is not in ../shared/domain")
DEFINITIONS = catalogue.all_definitions()
OF_KIND = {kind: [one for one in DEFINITIONS if one.supply is kind] for kind in Supply}
TOLD_UNSURE = ("from knowledge", "not seen", "press", "check")  # words of a caution that holds a reader back


def kinds() -> list[tuple[str, str, str]]:
    """Row, code and kind; a row that nothing is has no code."""
    found = []
    for row, codes in catalogue.claims().items():
        found += [(row, code, catalogue.definition(code).supply.value) for code in codes] or [(row, "", "")]
    return found


def test_no_row_of_the_catalogue_is_without_a_definition() -> None:
    assert [row for row, codes in catalogue.claims().items() if not codes] == []


def test_our_table_is_as_the_definitions_are() -> None:
    with catalogue.ROWS.open(encoding="utf-8", newline="") as stream:
        held = [(row["id"], row["code"], row["kind"]) for row in csv.DictReader(stream)]

    assert held == kinds()


def test_no_definition_claims_a_row_that_there_is_not() -> None:
    rows = catalogue.claims()

    assert [one.code for one in DEFINITIONS if not set(one.catalogue) <= set(rows)] == []


@pytest.mark.shared
@shared
def test_our_table_has_the_rows_of_the_field_in_their_order() -> None:
    with SHARED.open(encoding="utf-8-sig", newline="") as stream:
        rows = [row["id"] for row in csv.DictReader(stream)]

    assert list(catalogue.claims()) == rows
    assert len(rows) == 119


@pytest.mark.shared
@shared
def test_what_the_field_knows_only_by_hearsay_says_so_here() -> None:
    with SHARED.open(encoding="utf-8-sig", newline="") as stream:
        unsure = {row["id"] for row in csv.DictReader(stream) if row["verification"] == "from knowledge"}
    claims = catalogue.claims()

    silent = {row for row in unsure if not any(holds_back(catalogue.definition(code)) for code in claims[row])}

    assert silent == set()


def holds_back(one: Definition) -> bool:
    """Counted by ourselves, by a definition that can be read; or agreed with nobody yet; or with a caution or need."""
    told = any(word in one.caution for word in TOLD_UNSURE)
    return one.supply is Supply.COMPUTED or not one.agreed or told or bool(one.needs)


@pytest.mark.parametrize("one", DEFINITIONS, ids=lambda one: one.code)
def test_what_stands_beside_a_figure_exists(one: Definition) -> None:
    codes = set(catalogue.codes())

    assert {one.never_without, one.gap_with} - {""} <= codes - {one.code}


@pytest.mark.parametrize("one", [one for one in DEFINITIONS if one.gap_with], ids=lambda one: one.code)
def test_a_gap_is_between_figures_of_one_kind(one: Definition) -> None:
    other = catalogue.definition(one.gap_with)

    assert (other.unit, other.better, other.supply) == (one.unit, one.better, one.supply)
    assert set(one.periods) <= set(other.periods)


def test_what_is_named_as_published_is_published() -> None:
    named = {one.published for one in DEFINITIONS if one.published}
    carried = {measure.code for measure in benchmarks.every_measure()}

    assert named - carried == set()


def test_what_is_published_only_is_carried_or_says_where_it_is() -> None:
    carried = {measure.code for measure in benchmarks.every_measure()}

    assert [
        one.code for one in OF_KIND[Supply.PUBLISHED] if (one.published or one.code) not in carried and not one.needs
    ] == []


@pytest.mark.parametrize("one", OF_KIND[Supply.PARTNER], ids=lambda one: one.code)
def test_what_a_partner_sends_says_what_is_needed_and_who_agrees(one: Definition) -> None:
    assert one.needs.endswith(".")
    assert one.needs.startswith("To be agreed and signed by ") == (not one.agreed)


def test_only_what_comes_from_schools_or_partners_can_be_sent_by_goodwill() -> None:
    from_us_or_the_nation = (*OF_KIND[Supply.PLAN], *OF_KIND[Supply.PUBLISHED])

    assert [one.code for one in from_us_or_the_nation if one.goodwill] == []


@pytest.mark.parametrize("one", DEFINITIONS, ids=lambda one: one.code)
def test_only_what_is_computed_has_counts(one: Definition) -> None:
    assert (catalogue.counts_of(one.code) is not None) == (one.supply is Supply.COMPUTED)


def write() -> None:
    """The table again, from the definitions."""
    rows = kinds()
    with catalogue.ROWS.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, lineterminator="\n").writerows([("id", "code", "kind"), *rows])


if __name__ == "__main__":
    write()
