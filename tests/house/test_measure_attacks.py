"""What messy and hostile files do to the sources of measures, and what a reader may work out of the figures."""

import gzip
import io
import json
from datetime import date

import pyarrow.parquet as pq
import pytest
from django_scopes import scope

from goldenthread.foundation.intake import reads as intake
from goldenthread.foundation.intake import writes
from goldenthread.foundation.intake.source import Refused, Upload
from goldenthread.foundation.ledger.models import Entry
from goldenthread.foundation.ledger.reads import SYSTEM
from goldenthread.foundation.partnership.models import Role
from goldenthread.measure.benchmarks import writes as benchmarks
from goldenthread.measure.indicators.figures import shown
from goldenthread.measure.indicators.models import Observation
from goldenthread.record.establishments.models import PupilExtract
from tests.factories import people, pupils
from tests.factories.casework import upn
from tests.factories.pupils import CENSUS, EXCLUSIONS, ON, SESSIONS, csv, exclusion, half_days, pupil, zipped
from tests.measure.indicators.made import keep, made

pytestmark = pytest.mark.django_db
GOOD = csv(CENSUS, pupil(1), pupil(2))
PARTNER = "indicator,period_start,period_end,place,numerator,denominator,asked,answered,note"
HEADLINE = "plans_in_20_weeks_excluding_exceptions"


@pytest.fixture(autouse=True)
def folders(settings, tmp_path):
    settings.EXTRACTS, settings.MEDIA_ROOT = tmp_path / "extracts", tmp_path / "media"
    settings.BENCHMARKS = tmp_path / "benchmarks"


@pytest.fixture
def area():
    home = people.area()
    with scope(area=home):
        pupils.schools(home)
        yield home


def brought(area, content, source="", name="pupils_2026-01-15.csv"):
    upload = Upload(name, len(content), lambda: io.BytesIO(content))
    batch = writes.receive(area=area, upload=upload, by=SYSTEM, on=ON)
    return batch, writes.understand(batch=batch, by=SYSTEM, on=ON, source=source)


def damaged():
    content = bytearray(zipped(pupils=b"".join([GOOD] * 50)))
    content[60:64] = bytes(byte ^ 0xFF for byte in content[60:64])
    return bytes(content)


def packed_unknown():
    content = bytearray(zipped(pupils=GOOD))
    content[8] = content[content.find(b"PK\x01\x02") + 10] = 99
    return bytes(content)


@pytest.mark.parametrize("content", [
    GOOD.decode().encode("utf-16"),
    b"\xfe\xff" + GOOD.decode().encode("utf-16-be"),
    b"\xef\xbb\xbf" + GOOD,
    GOOD.replace(b",", b";"),
    GOOD.replace(b"\n", b"\r\n"),
    GOOD.replace(b"Vellacott", "Zoë".encode("cp1252")),
])  # fmt: skip
def test_a_file_is_read_however_it_was_saved(area, content):
    _, understanding = brought(area, content)

    assert (understanding.ready, understanding.refused) == (2, 0)


@pytest.mark.parametrize(("content", "said"), [
    (csv(CENSUS), "holds headings and no rows"),
    (CENSUS.encode(), "holds no rows"),
    (b"Our school census,,\n" + GOOD, "none of the headings that we look for"),
    (b"\n\n" + GOOD, "none of the headings that we look for"),
    (zipped(pupils=zipped(inner=GOOD)), "none of the headings that we look for"),
    (zipped(), "This workbook cannot be read"),
    (damaged(), "A table in this zip is damaged"),
    (packed_unknown(), "A table in this zip is damaged"),
])  # fmt: skip
def test_a_file_of_no_pupils_is_refused_in_a_sentence(area, content, said):
    batch, understanding = brought(area, content, source="pupil_census")

    assert understanding is None
    assert said in batch.refusal


@pytest.mark.parametrize("on", ["20/11/2065", "01/12/2026"])
def test_a_day_still_to_come_is_not_kept_until_it_comes(area, on):
    batch, understanding = brought(area, csv(EXCLUSIONS, exclusion(1, on=on), exclusion(2)))

    with pytest.raises(Refused, match="still to come"):
        writes.commit(batch=batch, by=SYSTEM, on=ON, understanding=understanding)

    assert not PupilExtract.objects.exists()


def test_a_year_of_two_figures_too_few_is_no_date(area):
    batch, understanding = brought(area, csv(EXCLUSIONS, exclusion(1, on="20/11/0025"), exclusion(2)))

    assert [(one.code, one.row) for one in intake.problems(batch)] == [("PUP25", 2)]
    assert (understanding.ready, understanding.refused) == (1, 1)


@pytest.mark.parametrize("cell", ["NaN", "inf", "-3", "1e3", "9" * 40, "²", "=1+1", ""])
def test_what_is_no_number_of_half_days_is_said_and_the_rest_kept(area, cell):
    batch, understanding = brought(area, csv(SESSIONS, half_days(1, possible=cell), half_days(2)))

    assert [(one.code, one.row) for one in intake.problems(batch)] == [("PUP19", 2)]
    assert (understanding.ready, understanding.refused) == (1, 1)


def test_nobody_is_named_in_the_ledger_nor_in_what_is_kept(area, tmp_path):
    content = zipped(pupils=GOOD, sessions=csv(SESSIONS, half_days(1)), exclusions=csv(EXCLUSIONS, exclusion(1)))
    batch, understanding = brought(area, content, name="Vellacott pupils_2026-01-15.zip")
    writes.commit(batch=batch, by=SYSTEM, on=ON, understanding=understanding)

    files = list((tmp_path / "extracts").rglob("*.parquet"))
    told = json.dumps(list(Entry.objects.values()), default=str)
    told += str([(str(one.relative_to(tmp_path)), pq.read_table(one).to_pylist()) for one in files])

    assert len(files) == 3
    assert [secret for secret in ("Vellacott", "Robin", upn(1), "2015, 3, 2)", "2015-03-02") if secret in told] == []


def test_an_undone_file_leaves_no_extract_and_the_same_twice_keeps_one(area):
    batch, understanding = brought(area, GOOD)
    writes.commit(batch=batch, by=SYSTEM, on=ON, understanding=understanding)
    again, understood = brought(area, GOOD)
    writes.commit(batch=again, by=SYSTEM, on=ON, understanding=understood)
    kept = PupilExtract.objects.count()

    writes.undo(batch=batch, by=SYSTEM, on=ON, why="Wrong file.")

    assert (kept, PupilExtract.objects.count()) == (1, 0)


def partner(*cells):
    return csv(PARTNER, *(",".join(("advice_in_6_weeks", *row)) for row in cells))


MONTH = ("01/09/2026", "30/09/2026")


@pytest.mark.parametrize(("row", "column"), [
    ((*MONTH, "", "1e300", "1e301", "", "", ""), "numerator"),
    ((*MONTH, "", "NaN", "20", "", "", ""), "numerator"),
    ((*MONTH, "", "30", "20", "", "", ""), "numerator"),
    ((*MONTH, "", "3", "0", "", "", ""), "denominator"),
    ((*MONTH, "", "3", "20", "1e300", "1", ""), "asked"),
    ((*MONTH, "", "3", "20", "1.5", "1", ""), "asked"),
    ((*MONTH, "s" * 61, "3", "20", "", "", ""), "place"),
    (("01/09/0026", "30/09/0026", "", "3", "20", "", "", ""), "period_start"),
    (("202425", "202425", "", "3", "20", "", "", ""), "period_start"),
])  # fmt: skip
def test_a_partners_row_that_cannot_be_is_refused_alone(area, row, column):
    batch, understanding = brought(area, partner(row, ("01/08/2026", "31/08/2026", "", "3", "20", "", "", "")))

    assert [(one.severity, one.row, one.column) for one in intake.problems(batch)] == [("error", 2, column)]
    assert (understanding.ready, understanding.refused) == (1, 1)


@pytest.mark.parametrize(("content", "said"), [
    (csv(PARTNER), "holds headings and no rows"),
    (partner((*MONTH, "", "3", "20", "", "", "x" * 140_000)), "more than 100,000 letters"),
])  # fmt: skip
def test_a_partners_file_that_cannot_be_read_is_refused_in_a_sentence(area, content, said):
    batch, understanding = brought(area, content, source="partner_figures")

    assert (understanding, said in batch.refusal) == (None, True)


WORCESTERSHIRE = "Local authority,E92000001,England,E12000005,West Midlands,E10000034,885,Worcestershire"
IDENTIFYING = (
    "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,new_la_code,"
    "old_la_code,la_name"
)


def release(*times):
    return "\n".join((f"{IDENTIFYING},pupils", *(f"{time},{WORCESTERSHIRE},5" for time in times), "")).encode()


def loaded(tmp_path, content, name):
    path = tmp_path / name
    path.write_bytes(content)
    return benchmarks.load(path=path, told=benchmarks.Told(), by=SYSTEM, on=ON)[0]


def locked():
    content = bytearray(zipped(release=release("2025,Calendar year")))
    content[content.find(b"PK\x01\x02") + 8] |= 1
    return bytes(content)


@pytest.mark.parametrize(("name", "content", "said"), [
    ("many.csv", b",".join([b"c"] * 2_000), "2,000 columns"),
    ("heading.csv", b'"' + b"x" * 140_000 + b'",a\n', "no row of headings"),
    ("locked.zip", locked(), "locked with a password"),
    ("damaged.zip", damaged(), "cannot be opened"),
    ("damaged.csv.gz", gzip.compress(release("2025,Calendar year"))[:30] + b"\xff" * 60, "cannot be opened"),
    ("lait.csv", b"Short Desc,Years,Values,LA Number\nx,2025,5,885\n", "not as a table of its kind is"),
    ("dictionary.csv", b"measure_short,polarity,year_type\nx,up,y\n", "the column 'Measure_short' is missing"),
    ("outcomes.csv", b"la_code,outcome_grade,publication_date,next_inspection_by_date\n885,1,x,y\n", "is missing"),
    ("tribunal.csv", b"SEND appeal rate table 1,,,\n,,,\n", "not as a table of its kind is"),
])  # fmt: skip
def test_an_official_file_that_is_none_is_refused_in_a_sentence(tmp_path, name, content, said):
    with pytest.raises(benchmarks.CannotLoad, match=said):
        loaded(tmp_path, content, name)

    assert [one.name for one in (tmp_path / "benchmarks").glob(".loading-*")] == []


def test_a_release_saved_in_utf_16_is_read(tmp_path):
    made_of = loaded(tmp_path, release("2025,Calendar year").decode().encode("utf-16"), "release.csv")

    assert made_of.figures == 1


def test_a_year_of_the_wrong_kind_is_kept_aside(tmp_path):
    times = ("202425,Academic year", "202427,Academic year", "2024/26,Financial year", "202425,Calendar year")
    found = loaded(tmp_path, release(*times), "years.csv")

    assert (found.figures, dict(found.kept_aside)) == (1, {"no year can be read in the period": 3})


@pytest.mark.parametrize("code", ["short_break_hours", "send_transport_cost", "neurodevelopmental_median_wait"])
def test_a_mean_of_few_cannot_be_taken_from_the_sum_of_a_longer_period(code):
    sums = [(date(2026, month, 1), total, of) for month, total, of in ((1, 10.5, 3), (2, 900.5, 90), (3, 400.5, 40))]
    months = [made(people.area(), code, *one) for one in sums]
    quarter = made(people.area(), code, date(2026, 1, 1), 1311.5, 133, every="quarter")

    found = shown([*months, quarter], small_numbers=False)

    assert [bool(one.hidden) for one in found] == [True, False, True, False]


@pytest.mark.parametrize(("role", "seen"), [(Role.SCRUTINY_MEMBER, False), (Role.ANALYST, True)])
def test_a_months_small_number_cannot_be_taken_from_the_places_year(role, seen):
    """By the pages of single figures, whose numbers anybody can count up."""
    home = people.area()
    months = [
        made(home, HEADLINE, date(2025, month, 1), 3 if month == 1 else 20, 50, level="need", place=need)
        for month in range(1, 13)
        for need in ("HI", "ASD", "MLD")
    ]
    keep(*months, made(home, HEADLINE, date(2025, 1, 1), 223, 600, every="year", level="need", place="HI"))
    client = people.signed_in(people.person(role))
    february = Observation.objects.get(every="month", period_start=date(2025, 2, 1), place="HI")

    page = client.get(f"/measures/{HEADLINE}/figures/{february.pk}/").content.decode()

    assert ("20 of 50" in page) is seen
