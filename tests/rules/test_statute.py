from datetime import date
from itertools import pairwise

import pytest

from goldenthread.rules import statute
from goldenthread.rules.provision import Months, NoLawError, Provision, Weeks, WorkingDays, in_force

LAWS = {name: law for name, law in vars(statute).items() if isinstance(law, tuple)} | dict(statute.EXCEPTIONS)
PROVISIONS = [(name, provision) for name, law in LAWS.items() for provision in law]
REFORM = (
    Provision(date(2014, 9, 1), Weeks(20), "the old law", until=date(2029, 8, 31)),
    Provision(date(2029, 9, 1), Weeks(16), "the new law"),
)


@pytest.mark.parametrize(("name", "provision"), PROVISIONS, ids=[f"{n} {p.from_}" for n, p in PROVISIONS])
def test_every_provision_is_cited_and_says_so_if_it_is_not_verified(name: str, provision: Provision[object]) -> None:
    assert provision.citation
    assert provision.verified or provision.note
    assert provision.until is None or provision.from_ < provision.until


@pytest.mark.parametrize("name", LAWS)
def test_no_two_provisions_of_one_rule_are_in_force_together(name: str) -> None:
    law = LAWS[name]

    assert all(earlier.until and earlier.until < later.from_ for earlier, later in pairwise(law))


def test_a_case_keeps_the_law_in_force_when_its_clock_started() -> None:
    assert in_force(REFORM, date(2029, 8, 31)).citation == "the old law"
    assert in_force(REFORM, date(2029, 9, 1)).citation == "the new law"


def test_where_no_law_is_held_a_sentence_says_so() -> None:
    with pytest.raises(
        NoLawError, match=r"The rule \(SEND Regulations 2014, regulation 13\) is held from 2014-09-01 on"
    ):
        in_force(statute.FINAL_PLAN, date(2014, 8, 31))


def test_the_coronavirus_exception_lived_from_may_to_september_2020() -> None:
    covid = statute.EXCEPTIONS["EX-COVID"]

    assert in_force(covid, date(2020, 9, 25)).value.title == "a reason relating to coronavirus"
    with pytest.raises(NoLawError, match="2020-05-01 to 2020-09-25; 2020-09-26 is outside"):
        in_force(covid, date(2020, 9, 26))


def test_spans_are_said_in_words() -> None:
    assert [span.words for span in (Weeks(6), Months(1), WorkingDays(15))] == [
        "six weeks",
        "one month",
        "15 working days",
    ]


def test_spans_of_different_units_are_never_equal() -> None:
    assert Weeks(2) != Months(2)
