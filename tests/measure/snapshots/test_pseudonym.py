from goldenthread.measure.snapshots.pseudonym import pseudonyms


def test_one_person_has_one_pseudonym_under_one_key():
    assert pseudonyms("key")("UPN:1") == pseudonyms("key")("UPN:1")


def test_another_key_makes_other_pseudonyms():
    assert pseudonyms("key")("UPN:1") != pseudonyms("another")("UPN:1")


def test_people_differ_and_nothing_of_the_number_is_left():
    found = {pseudonyms("key")(f"UPN:{number}") for number in range(500)}

    assert len(found) == 500
    assert {len(each) for each in found} == {16}
