from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from goldenthread.config.synth.area import FictionalArea
from goldenthread.config.synth.people import uln, upn
from goldenthread.rules.sen2 import numbers


@given(st.integers(201, 999), st.integers(1, 900_000), st.dates(date(1998, 1, 1), date(2026, 1, 1)))
def test_pupil_numbers_are_well_formed(code: int, serial: int, born: date) -> None:
    assert numbers.is_upn(upn(str(code), serial, born))


@given(st.integers(1, 900_000))
def test_learner_numbers_are_well_formed_or_none(serial: int) -> None:
    number = uln(serial)

    assert number is None or numbers.is_uln(number)


def test_nobody_shares_a_pupil_number(small: FictionalArea) -> None:
    people = {id(case.person): case.person for case in small.cases}.values()

    assert len({person.upn for person in people}) == len(people)


def test_addresses_pass_for_addresses_and_lie_nowhere(small: FictionalArea) -> None:
    postcodes = {case.person.postcode for case in small.cases}

    assert all(numbers.is_postcode(postcode) for postcode in postcodes)
    assert {postcode[:2] for postcode in postcodes} == {"MX"}
