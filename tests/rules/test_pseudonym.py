import hmac

from hypothesis import given
from hypothesis import strategies as st

from goldenthread.rules.pseudonym import pseudonyms


def test_one_person_has_one_pseudonym_under_one_key():
    assert pseudonyms("key")("UPN:1") == pseudonyms("key")("UPN:1")


def test_another_key_makes_other_pseudonyms():
    assert pseudonyms("key")("UPN:1") != pseudonyms("another")("UPN:1")


def test_people_differ_and_nothing_of_the_number_is_left():
    found = {pseudonyms("key")(f"UPN:{number}") for number in range(500)}

    assert len(found) == 500
    assert {len(each) for each in found} == {16}


@given(st.text(min_size=1, max_size=80), st.text())
def test_a_pseudonym_is_what_the_library_makes(key, natural):
    told = hmac.new(key.encode(), natural.encode(), "sha256").hexdigest()

    assert pseudonyms(key)(natural) == told[:16]
