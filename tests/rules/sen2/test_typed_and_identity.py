from datetime import date

from goldenthread.rules.sen2.identity import name_and_birth, numbers_of, person_key
from goldenthread.rules.sen2.typed import typed
from tests.rules.sen2.people import person


def test_text_becomes_days_flags_and_numbers() -> None:
    made, problems = typed(person())

    request = made["requests"][0]
    assert problems == []
    assert (made["personbirthdate"], made["surname"], made["upn"]) == (date(2014, 3, 4), "Adeyemi", "Y850000000001")
    assert request["assessment"]["week20"] is False
    assert request["assessment"]["namedplan"]["plandetail"] == [
        {"urn": "123456", "placementrank": 1, "senunitindicator": False, "resourcedprovisionindicator": False}
    ]
    assert request["activeplans"]["senneed"][1] == {"sentype": "SLCN", "sentyperank": 2}


def test_what_cannot_be_read_becomes_none_and_is_said() -> None:
    changes = {"requests.0.receiveddate": "31/02/2025", "requests.0.assessment.week20": "maybe"}

    made, problems = typed(person(changes))

    assert made["requests"][0]["receiveddate"] is None
    assert made["requests"][0]["assessment"]["week20"] is None
    assert [(each.column, each.value, each.row) for each in problems] == [
        ("receiveddate", "31/02/2025", 9),
        ("week20", "maybe", 9),
    ]


def test_typing_leaves_the_raw_person_as_it_was() -> None:
    raw = person()

    typed(raw)

    assert raw == person()


def test_a_person_is_known_by_the_surest_there_is() -> None:
    unnumbered = person({"upn": None, "surname": " O'Neill-Smith", "postcode": "wr1 2ab"})

    assert person_key(person()) == "UPN:Y850000000001"
    assert person_key({**unnumbered, "uniquelearnernumber": "1234567899"}) == "ULN:1234567899"
    assert person_key(unnumbered) == "NDP:ONEILLSMITH|ZURI|2014-03-04|WR12AB"
    assert person_key({}) == "NDP:|||"
    assert numbers_of({**person(), "uniquelearnernumber": "1"}) == ["UPN:Y850000000001", "ULN:1"]
    assert name_and_birth(person()) == "NDP:ADEYEMI|ZURI|2014-03-04"
