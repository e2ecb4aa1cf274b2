from io import BytesIO
from typing import Any

import pytest

from goldenthread.rules.sen2.collection import Sen2Fault
from goldenthread.rules.sen2.reader import read_xml
from tests.rules.sen2.people import HEADER, person, xml


def read(content: bytes) -> tuple[dict[str, str], list[dict[str, Any]], list[str]]:
    file = read_xml(BytesIO(content))
    persons = list(file.persons)
    return file.header, persons, [each.code for each in file.notes]


def fault_of(content: bytes) -> str:
    with pytest.raises(Sen2Fault) as caught:
        read(content)
    return str(caught.value)


def test_a_return_is_read_with_its_lines() -> None:
    header, persons, notes = read(xml(person(), person({"requests.0.activeplans": None})))

    assert header == HEADER
    assert persons == [person({"line": 22}), person({"requests.0.activeplans": None, "line": 72})]
    assert notes == []


def test_line_numbers_do_not_stop_at_65535() -> None:
    content = xml(person()).replace(b"<Persons>", b"<Persons>" + b"\n" * 100_000)

    _header, persons, _notes = read(content)

    assert persons[0]["line"] == 100_022


def test_comments_space_entities_and_cdata_are_read_through() -> None:
    content = xml(person()).replace(b"Adeyemi", b" O&#39;Neill <!-- see file --><![CDATA[& Co]]> ")

    _header, persons, _notes = read(content)

    assert persons[0]["surname"] == "O'Neill & Co"


def test_a_namespace_and_other_spellings_are_read() -> None:
    content = xml(person({"requests.0.assessment.namedplan.planwbp": "1"}))
    content = content.replace(b"<Message>", b'<Message xmlns="urn:sen2">').replace(b"PlanWBP", b"PlanWPB")

    _header, persons, _notes = read(content)

    assert persons == [person({"requests.0.assessment.namedplan.planwbp": "1", "line": 22})]


def test_officers_after_the_persons_are_read() -> None:
    content = xml(person()).replace(b"</Persons>", b"</Persons><LADetails><DCO>1</DCO></LADetails>")

    header, _persons, _notes = read(content)

    assert header == {**HEADER, "dco": "1"}


def test_unknown_and_repeated_elements_are_said_with_the_person() -> None:
    content = xml(person()).replace(b"<Sex>F</Sex>", b"<Sex>F</Sex><Shoe>7</Shoe><Sex>M</Sex>")

    _header, (read_person,), _notes = read(content)

    assert read_person["sex"] == "F"
    assert [(each.code, each.column, each.row) for each in read_person["problems"]] == [
        ("F01", "Shoe", 22),
        ("F14", "sex", 22),
    ]


def test_a_second_assessment_is_said() -> None:
    content = xml(person()).replace(b"</Assessment>", b"</Assessment><Assessment><Week20>1</Week20></Assessment>")

    _header, (read_person,), _notes = read(content)

    assert read_person["requests"] == person()["requests"]
    assert [(each.code, each.column) for each in read_person["problems"]] == [("F14", "assessment")]


@pytest.mark.parametrize("place", [0, 65_530, 200_000])
def test_a_wrong_code_page_is_read_and_said(place: int) -> None:
    content = xml(person()).replace(b"<Persons>", b"<Persons>" + b" " * place).replace(b"Adeyemi", b"Ad\xe9y\x92mi")

    _header, persons, notes = read(content)

    assert persons[0]["surname"] == "Adéy’mi"
    assert notes == ["F15"]


def test_a_declared_code_page_is_obeyed() -> None:
    content = xml(person()).replace(b"utf-8", b"windows-1252").replace(b"Adeyemi", b"Ad\xe9y\x92mi")

    _header, persons, notes = read(content)

    assert persons[0]["surname"] == "Adéy’mi"
    assert notes == []


def test_utf16_and_a_byte_order_mark_are_read() -> None:
    text = xml(person()).decode().partition("?>")[2]

    in_utf16 = read(('<?xml version="1.0" encoding="UTF-16"?>' + text).encode("utf-16"))
    with_mark = read(text.encode("utf-8-sig"))

    assert in_utf16[1][0]["surname"] == with_mark[1][0]["surname"] == "Adeyemi"


def test_a_truncated_file_gives_what_it_held() -> None:
    content = xml(person(), person(), person())
    file = read_xml(BytesIO(content[:-700]))
    read_before = []

    with pytest.raises(Sen2Fault) as caught:
        read_before.extend(file.persons)

    kept = [next(read_xml(BytesIO(content)).persons)]
    assert kept[0]["surname"] == "Adeyemi"
    assert caught.value.read == 2
    assert str(caught.value) == (
        "The file breaks off at line 149; 2 persons were read before it. Export it again, or take up what was read."
    )


BOMB = b"""<?xml version="1.0"?><!DOCTYPE Message [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
<Message><Header>&b;</Header></Message>"""
OUTSIDE = b"""<!DOCTYPE Message [<!ENTITY x SYSTEM "file:///etc/passwd">]><Message><Persons><Person><Surname>&x;</Surname>
</Person></Persons></Message>"""


@pytest.mark.parametrize("content", [BOMB, OUTSIDE, BOMB.replace(b" [", b' SYSTEM "http://example.org/a.dtd" [')])
def test_a_doctype_is_refused(content: bytes) -> None:
    assert fault_of(content) == (
        "The file carries a DOCTYPE, through which files can be made to attack their reader; a SEN2 return has none. "
        "Export the return again from your system."
    )


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "The file is empty. Choose the SEN2 XML file."),
        (b"surname,forename\nA,B\n", "The file is not XML"),
        (b"PK\x03\x04\x00\x00", "The file is a zip or a spreadsheet, not XML."),
        (b"<Children/>", "The file begins with “Children”; a SEN2 return begins with “Message”."),
        (b"<Message><Header/></Message>", "The header gives nothing as the collection's year."),
        (
            xml(header={**HEADER, "year": "2019"}),
            "This is the SEN2 return of 2019. The return has listed each person only",
        ),
        (xml(header={**HEADER, "year": "soon"}), "The header gives “soon” as the collection's year."),
        (
            xml(header={**HEADER, "year": "9999"}),
            "The header says the collection's year is 9999, which cannot be right.",
        ),
        (xml(header={**HEADER, "collection": "CIN"}), "This file is a “CIN” collection, not SEN2."),
        (xml(person()).replace(b"</Sex>", b"</Sox>"), "The XML is broken at line 26"),
        (xml(person()).replace(b"Adeyemi", b"&who;"), "The XML is broken at line 23"),
    ],
)
def test_what_is_not_a_return_is_refused_in_a_sentence(content: bytes, sentence: str) -> None:
    said = fault_of(content)

    assert said[: len(sentence)] == sentence
    assert said[-1] == "."


def test_the_tree_does_not_grow_with_the_file() -> None:
    file = read_xml(BytesIO(xml(*[person()] * 200)))

    assert sum(1 for _person in file.persons) == 200
