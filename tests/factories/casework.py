"""Children, their cases, and the returns that carry them. Everybody here is invented."""

import io
import zipfile
from datetime import date
from itertools import count

from goldenthread.foundation.intake.source import Upload
from goldenthread.record.casework.models import Assessment, AssessmentRequest, Child, EHCPlan
from goldenthread.rules.sen2.writer import write_collect_csv, write_xml
from tests.factories import people
from tests.factories.people import TODAY

ON = TODAY
KNOWN_ON = date(2026, 1, 15)
LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
_numbers = count(1)


def upn(number):
    """A well-formed unique pupil number."""
    digits = f"{number:012d}"
    return LETTERS[sum(int(digit) * weight for weight, digit in enumerate(digits, start=2)) % 23] + digits


def a_child(area=None, *, number=None, surname="Vellacott", forename="Robin", born_on=date(2015, 6, 1)):
    number = number or next(_numbers)
    return Child.objects.create(
        area=area or people.area(), key=f"UPN:{upn(number)}", upn=upn(number), surname=surname, forename=forename,
        born_on=born_on, known_on=KNOWN_ON,
    )  # fmt: skip


def a_request(child=None, received_on=date(2026, 9, 21), **fields):
    return AssessmentRequest.objects.create(
        child=child or a_child(), received_on=received_on, known_on=KNOWN_ON, **fields
    )


def a_plan(child=None, received_on=date(2025, 1, 6), issued_on=date(2025, 5, 20)):
    request = a_request(child, received_on, outcome="Y", decided_on=received_on)
    Assessment.objects.create(request=request, outcome="Y", outcome_on=issued_on, known_on=KNOWN_ON)
    return EHCPlan.objects.create(request=request, issued_on=issued_on, known_on=KNOWN_ON)


def header(year=2026, area="999", reference_date=None):
    return {
        "collection": "SEN2", "year": str(year), "referencedate": reference_date or CENSUS[year], "sourcelevel": "L",
        "lea": area, "softwarecode": "Invented", "release": "1", "serialno": "1", "datetime": f"{year}-02-01T09:00:00",
    }  # fmt: skip


CENSUS = {2024: "2024-01-18", 2025: "2025-01-16", 2026: "2026-01-15"}


def sen2_person(number, *requests, **changes):
    """A person without a fault, as the return gives it. A value of None takes the element out."""
    person = {
        "surname": f"Vellacott{number}", "forename": "Robin", "personbirthdate": "2015-06-01", "sex": "F",
        "ethnicity": "WBRI", "postcode": "MR1 1AA", "upn": upn(number), **changes,
    }  # fmt: skip
    return {name: value for name, value in person.items() if value is not None} | {"requests": list(requests)}


def waiting(received_on="2025-11-03"):
    return {"receiveddate": received_on, "requestsource": "1", "rya": "0", "requestoutcome": "A"}


def assessed(received_on="2025-03-03", decided_on="2025-04-08", **assessment):
    """A request agreed to; the assessment waits for its outcome unless told otherwise."""
    return {
        **waiting(received_on), "requestoutcome": "Y", "requestoutcomedate": decided_on, "requestmediation": "0",
        "requesttribunal": "0", "assessment": {"assessmentoutcome": "A", "week20": "0", **assessment},
    }  # fmt: skip


def planned(
    received_on="2025-03-03", decided_on="2025-04-08", issued_on="2025-07-15", need="ASD", urn="100001", **active
):
    """A request that led to a plan, which is in force."""
    plan = {"startdate": issued_on, "planres": "N", "planwbp": "N", "pb": "0", "oa": "0", "dp": "N"}
    request = assessed(
        received_on, decided_on, assessmentoutcome="Y", assessmentoutcomedate=issued_on, assessmentmediation="0",
        assessmenttribunal="0", othermediation="0", othertribunal="0",
        namedplan={**plan, "plandetail": [{"urn": urn, "placementrank": "1", **_UNITS}]},
    )  # fmt: skip
    placement = {"urn": urn, "placementrank": "1", "entrydate": issued_on, "res": "N", "wbp": "N", **_UNITS}
    return request | {
        "activeplans": {**active, "placementdetail": [placement], "senneed": [{"sentype": need, "sentyperank": "1"}]}
    }


_UNITS = {"senunitindicator": "0", "resourcedprovisionindicator": "0"}


def upload(content, name="return.xml"):
    return Upload(name, len(content), lambda: io.BytesIO(content))


def xml_upload(*people, **head):
    stream = io.BytesIO()
    write_xml(stream, header(**head), people)
    return upload(stream.getvalue())


def collect_upload(*people, **head):
    """The nine CSV files in a zip, as COLLECT names them."""
    files = {}

    class Kept(io.StringIO):
        def close(self):
            pass

    write_collect_csv(lambda table: files.setdefault(table, Kept(newline="")), header(**head), people)
    return upload(zipped({f"SEN2_{table}.csv": text.getvalue() for table, text in files.items()}), "export.zip")


def zipped(files):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()
