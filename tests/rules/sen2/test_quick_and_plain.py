"""The quick way of reading and checking gives exactly what the plain one gives, of good files, odd ones and faulty
ones.
"""

from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.rules.problems import Problem
from goldenthread.rules.sen2 import table_checks
from goldenthread.rules.sen2.checker import Checker, check
from goldenthread.rules.sen2.collection import Sen2Fault
from goldenthread.rules.sen2.persons import Sen2File
from goldenthread.rules.sen2.plain import checked_head, read_plain
from goldenthread.rules.sen2.reader import read_xml
from goldenthread.rules.sen2.templates import Alike
from tests.rules.sen2.people import ACTIVE, HEADER, REQUEST, person, xml
from tests.rules.sen2.test_checks import EXAMPLES
from tests.rules.sen2.test_round_trip import PERSONS

OTHER = person({"surname": "Baptiste", "upn": "M850000000002"})


def plainly(content: bytes) -> Sen2File:
    stream = BytesIO(content)
    return read_plain(stream, checked_head(stream))


def quickly(content: bytes) -> Sen2File:
    return read_xml(BytesIO(content))


def told(content: bytes, way: Any) -> Any:
    """Everything that a way of reading says of a file, up to the sentence with which it gives up."""
    persons: list[Any] = []
    try:
        file = way(content)
        persons.extend(file.persons)
    except Sen2Fault as fault:
        return persons, str(fault), fault.read
    return persons, file.header, file.notes


def problems_of(file: Sen2File) -> list[Problem]:
    table_checks.known.cache_clear()
    return list(check(file))


@given(PERSONS)
@settings(max_examples=60, deadline=None)
def test_any_persons_are_read_alike(persons: list[dict[str, Any]]) -> None:
    content = xml(*persons, *persons)

    assert told(content, quickly) == told(content, plainly)


ODDITIES = {
    "empty": (b"<Sex>F</Sex>", b"<Sex></Sex>"),
    "self-closed": (b"<Sex>F</Sex>", b"<Sex/>"),
    "blank": (b"<Sex>F</Sex>", b"<Sex>  </Sex>"),
    "padded": (b"<Sex>F</Sex>", b"<Sex>\n F </Sex>"),
    "entity": (b"Adeyemi", b"O&#39;Neill &amp; Co"),
    "undeclared entity": (b"Baptiste", b"&who;"),
    "comment": (b"<Sex>F</Sex>", b"<!-- <Sex>M</Sex> --><Sex>F</Sex>"),
    "a person in a comment": (b"<Persons>", b"<Persons><!-- <Person><Sex>M</Sex></Person> -->"),
    "persons begun in a comment": (b"<Persons>", b"<Persons><!-- <Persons>\n"),
    "instruction": (b"<Sex>", b"<?see file?><Sex>"),
    "cdata": (b"Adeyemi", b"<![CDATA[<Person>]]>"),
    "greater than": (b"Adeyemi", b"a>b"),
    "tags in disguise": (b"<Surname>Baptiste</Surname>", b"<Surname>x>/Surname<y<Forename>z>/Surname</Forename>"),
    "control character": (b"Baptiste", b"Bapt\x07iste"),
    "no character": (b"Baptiste", "Bapt\ufffeiste".encode()),
    "windows letters": (b"Baptiste", b"Bapt\xefste"),
    "letters": (b"Baptiste", "Bąptistè".encode()),
    "mark at the start": (b"<?xml", b"\xef\xbb\xbf<?xml"),
    "windows lines": (b"\n", b"\r\n"),
    "old mac lines": (b"\n", b"\r"),
    "attribute": (b"<Sex>", b'<Sex source="school">'),
    "attribute of a person": (b"<Person>\n  <Surname>Baptiste", b'<Person id="2">\n  <Surname>Baptiste'),
    "person in a person": (b"<Sex>F</Sex>", b"<Person><Sex>F</Sex></Person>"),
    "words between persons": (b"</Person>\n<Person>", b"</Person>and<Person>"),
    "something between persons": (b"</Person>\n<Person>", b"</Person><Note/><Person>"),
    "two lists of persons": (b"</Person>\n<Person>", b"</Person></Persons><Persons><Person>"),
    "namespace": (b"<Message>", b'<Message xmlns="urn:sen2">'),
    "inner namespace": (b"<Sex>F</Sex>", b'<Sex xmlns="urn:other">F</Sex>'),
    "prefix": (b"<Sex>F</Sex>", b"<x:Sex>F</x:Sex>"),
    "unknown element": (b"<Sex>", b"<Shoe>7</Shoe><Sex>"),
    "repeated element": (b"<Sex>", b"<Sex>M</Sex><Sex>"),
    "wrong end": (b"</Sex>", b"</Sox>"),
    "not closed": (b"</Persons>", b""),
    "more after the end": (b"</Message>", b"</Message><Message/>"),
    "officers at the end": (b"</Persons>", b"</Persons><LADetails><DCO>1</DCO></LADetails>"),
    "misspelt": (b"<Week20>0</Week20>", b"<week20>0</week20>"),
    "a child in a value": (b"<Sex>F</Sex>", b"<Sex>F<Sex>M</Sex></Sex>"),
    "compact": (b"\n", b""),
    "spaced tags": (b"</Sex>", b"</Sex >"),
    "nobody": (b"<Person>", b"<Nobody>"),
}


@pytest.mark.parametrize("odd", ODDITIES)
@pytest.mark.parametrize("times", [1, -1])
def test_odd_files_are_read_alike(odd: str, times: int) -> None:
    before, after = ODDITIES[odd]
    content = xml(person(), OTHER, person(), OTHER, person({ACTIVE: None}))
    assert before in content

    changed = content.replace(before, after, times)

    assert told(changed, quickly) == told(changed, plainly)


@pytest.mark.parametrize("length", range(600, 5_000, 331))
def test_a_file_that_breaks_off_is_read_alike(length: int) -> None:
    content = xml(person(), OTHER, person(), OTHER)[:length]

    assert told(content, quickly) == told(content, plainly)


def test_blocks_are_put_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("goldenthread.rules.sen2.reader._BLOCK", 700)
    content = xml(*[person(), OTHER] * 70)

    assert told(content, quickly) == told(content, plainly)


def test_the_quick_way_is_gone_where_the_text_is_beyond_doubt() -> None:
    read = list(quickly(xml(person(), OTHER, person())).persons)

    assert [type(each) for each in read[1:]] == [Alike, Alike]


COLUMNS = (
    "personbirthdate",
    "upn",
    "ethnicity",
    f"{REQUEST}.receiveddate",
    f"{REQUEST}.requestoutcomedate",
    f"{REQUEST}.assessment.namedplan.startdate",
    f"{ACTIVE}.reviewmeeting",
    f"{ACTIVE}.senneed.0.sentype",
    f"{ACTIVE}.placementdetail.0.urn",
    f"{ACTIVE}.res",
)
DAYS = ("2025-01-06", "2014-03-04", "2031-01-01", "2025-02-30", "1890-01-01")
VALUES = (*DAYS, "ASD", "WBRI", "Y850000000001", "123456", "100001", "1", "?")
CHANGES = st.sampled_from(list(EXAMPLES.values())) | st.dictionaries(
    st.sampled_from(COLUMNS), st.sampled_from(VALUES), max_size=3
)


def changed(change: dict[str, Any]) -> dict[str, Any]:
    made = person(change)
    del made["line"]
    return made


@given(st.lists(CHANGES.map(changed), min_size=1, max_size=5))
@settings(max_examples=80, deadline=None)
def test_the_problems_found_are_the_same(persons: list[dict[str, Any]]) -> None:
    content = xml(*persons, *persons, person(), *persons)

    assert problems_of(quickly(content)) == problems_of(plainly(content))


@pytest.mark.parametrize("year", ["2023", "2024", "2025"])
def test_in_other_years_too(year: str) -> None:
    content = xml(*[person({f"{ACTIVE}.res": "1"})] * 3, header={**HEADER, "year": year, "referencedate": ""})

    found = problems_of(quickly(content))

    assert found == problems_of(plainly(content))
    assert {each.code for each in found} >= {"F02", "P08"}


def test_what_one_file_taught_is_no_news_in_the_next() -> None:
    content = xml(person({"line": None}), OTHER)
    first = problems_of(quickly(content))

    again = list(check(quickly(content)))

    assert again == first


def test_another_day_is_another_matter() -> None:
    """A date that is past for one file may lie ahead for the next."""
    late = person({f"{ACTIVE}.lastreview": "2026-01-10"})
    problems_of(quickly(xml(late, OTHER)))

    header = {**HEADER, "referencedate": "2026-01-05"}
    found = list(check(quickly(xml(late, OTHER, header=header))))

    assert [each.code for each in found if each.column == "lastreview"] == ["V02", "V14"]


def test_a_person_with_a_register_is_asked_of_it() -> None:
    checker = Checker(HEADER, establishments={})

    found = [checker.of_person(each) for each in quickly(xml(person(), person(), person())).persons]

    assert [[each.code for each in problems if each.code == "E04"] for problems in found] == [["E04", "E04"]] * 3
