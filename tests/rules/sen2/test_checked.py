from io import BytesIO

import pytest

from goldenthread.rules.sen2.checked import Checked
from goldenthread.rules.sen2.collection import Sen2Fault
from goldenthread.rules.sen2.reader import read_xml
from tests.rules.sen2.people import ACTIVE, REQUEST, person, xml

OTHER = {"upn": "M850000000002"}


def surnames(*persons, length=None):
    found = Checked(read_xml(BytesIO(xml(*persons)[:length])))
    return [person["surname"] for person in found.persons()], found


def test_a_person_with_an_error_is_kept_aside_and_one_with_a_query_is_not():
    kept, found = surnames(
        person({"surname": "Good"}),
        person({"surname": "Wrong", **OTHER, f"{REQUEST}.receiveddate": "2025-02-30"}),
        person({"surname": "Queried", "upn": "B850000000003", f"{ACTIVE}.lastreview": "2025-11-02"}),
    )

    assert (kept, found.kept, found.aside) == (["Good", "Queried"], 2, 1)
    assert [(each.code, each.severity) for each in found.problems] == [("F04", "error"), ("V14", "query")]


def test_a_person_whom_only_the_whole_file_shows_to_be_wrong_is_kept_aside_too():
    kept, found = surnames(person({"surname": "First"}), person({"surname": "Again"}))

    assert (kept, found.aside) == (["First"], 1)
    assert [each.code for each in found.problems] == ["P08", "V08"]


def test_a_file_that_breaks_off_is_a_fault():
    with pytest.raises(Sen2Fault, match="1 person was read before it"):
        surnames(person(), person(OTHER), length=-700)
