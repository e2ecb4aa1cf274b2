"""Schools, and what they send of their pupils. Everybody here is invented."""

import io
import zipfile
from datetime import date

from goldenthread.foundation.intake import writes
from goldenthread.foundation.intake.source import Upload
from goldenthread.foundation.ledger.reads import SYSTEM
from goldenthread.record.establishments.models import Establishment
from tests.factories import people
from tests.factories.casework import upn
from tests.factories.people import TODAY

ON = TODAY
CENSUS = "UPN,URN,Surname,Forename,Date of birth,SEN provision,Primary need,Enrolment status,Entry date"
SESSIONS = "UPN,URN,Term,Sessions possible,Sessions authorised,Sessions unauthorised"
EXCLUSIONS = "UPN,URN,Start date,Category,Sessions,Reason 1,SEN provision"
PRIMARY, SPECIAL, ACADEMY = "100001", "100002", "100003"


def schools(area=None):
    """A maintained primary school, a special school and an academy."""
    home = area or people.area()
    kinds = {
        PRIMARY: ("Orchard Primary School", "Community school", "mainstream", "Northvale"),
        SPECIAL: ("Quarry Bank School", "Community special school", "special", "Southmoor"),
        ACADEMY: ("Hillcrest Academy", "Academy converter", "mainstream", "Northvale"),
    }
    for urn, (name, type_name, kind, district) in kinds.items():
        Establishment.objects.create(
            area=home, urn=urn, name=name, type_name=type_name, kind=kind, district=district, laestab=f"999{urn[2:]}"
        )


def pupil(number, urn=PRIMARY, sen="N", need="", status="C", entry="01/09/2019", born="02/03/2015"):
    return f"{upn(number)},{urn},Vellacott,Robin,{born},{sen},{need},{status},{entry}"


def half_days(number, urn=PRIMARY, term="Autumn 2025", possible=140, authorised=7, unauthorised=0):
    return f"{upn(number)},{urn},{term},{possible},{authorised},{unauthorised}"


def exclusion(number, urn=PRIMARY, on="20/11/2025", category="SUSP", sessions=4, reason="DB", sen="N"):
    return f"{upn(number)},{urn},{on},{category},{sessions},{reason},{sen}"


def csv(heading, *rows):
    return "\n".join((heading, *rows, "")).encode()


def zipped(**tables):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in tables.items():
            archive.writestr(f"{name}.csv", content)
    return packed.getvalue()


def bring(content, name="pupils_2026-01-15.csv", *, area=None, on=ON, **chosen):
    """Received, understood and committed, as a person does; the batch."""
    batch, understanding = understood(content, name, area=area, on=on, **chosen)
    writes.commit(batch=batch, by=SYSTEM, on=on, understanding=understanding)
    return batch


def understood(content, name="pupils_2026-01-15.csv", *, area=None, on=ON, **chosen):
    batch = writes.receive(
        area=area or people.area(), upload=Upload(name, len(content), lambda: io.BytesIO(content)), by=SYSTEM, on=on
    )
    return batch, writes.understand(batch=batch, by=SYSTEM, on=on, chosen=chosen or None)


def a_census(*rows, on=date(2026, 1, 15), **chosen):
    return bring(csv(CENSUS, *rows), f"pupils_{on.isoformat()}.csv", **chosen)
