"""A return in which nothing is wrong, to be made wrong at one place."""

from copy import deepcopy
from io import BytesIO
from typing import Any

from goldenthread.rules.sen2.case import Establishment
from goldenthread.rules.sen2.writer import write_xml

HEADER = {
    "collection": "SEN2", "year": "2026", "referencedate": "2026-01-15", "sourcelevel": "L", "lea": "999",
    "softwarecode": "test", "release": "1", "serialno": "1", "datetime": "2026-01-20T09:00:00", "dmo": "1",
}  # fmt: skip
SCHOOL = Establishment("123456", opened_on="2010-09-01", sen_unit=True, resourced_provision=True)
_PLACE = {"urn": "123456", "placementrank": "1", "senunitindicator": "0", "resourcedprovisionindicator": "0"}
_PERSON: dict[str, Any] = {
    "surname": "Adeyemi",
    "forename": "Zuri",
    "personbirthdate": "2014-03-04",
    "sex": "F",
    "ethnicity": "WBRI",
    "postcode": "WR1 2AB",
    "upn": "Y850000000001",
    "line": 9,
    "requests": [
        {
            "receiveddate": "2025-01-06",
            "requestsource": "1",
            "rya": "0",
            "requestoutcomedate": "2025-02-10",
            "requestoutcome": "Y",
            "assessment": {
                "assessmentoutcome": "Y",
                "assessmentoutcomedate": "2025-05-20",
                "week20": "0",
                "namedplan": {"startdate": "2025-05-20", "plandetail": [_PLACE]},
            },
            "activeplans": {
                "reviewmeeting": "2025-11-03",
                "reviewoutcome": "M",
                "lastreview": "2025-11-24",
                "placementdetail": [{**_PLACE, "entrydate": "2025-09-01"}],
                "senneed": [{"sentype": "ASD", "sentyperank": "1"}, {"sentype": "SLCN", "sentyperank": "2"}],
            },
        }
    ],
}
REQUEST = "requests.0"
ASSESSMENT = f"{REQUEST}.assessment"
PLAN = f"{ASSESSMENT}.namedplan"
NAMED = f"{PLAN}.plandetail.0"
ACTIVE = f"{REQUEST}.activeplans"
ATTENDED = f"{ACTIVE}.placementdetail.0"


def person(changes: dict[str, Any] | None = None) -> dict[str, Any]:
    """The good person with changes by path: {"requests.0.receiveddate": "2025-01-06"}; None takes a field out."""
    made = deepcopy(_PERSON)
    for path, value in (changes or {}).items():
        *above, last = path.split(".")
        row: Any = made
        for step in above:
            row = row[int(step)] if step.isdigit() else row[step]
        if value is None:
            del row[last]
        elif isinstance(row, list):
            row.insert(int(last), value)
        else:
            row[last] = value
    return made


def xml(*persons: dict[str, Any], header: dict[str, str] = HEADER) -> bytes:
    stream = BytesIO()
    write_xml(stream, header, persons)
    return stream.getvalue()
