"""`goldenthread start`: a real area from public data alone."""

from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from goldenthread.config.starting import CannotStart, council_name, neighbours, real_area, start, twenty_week_record
from goldenthread.foundation.intake.models import Batch
from goldenthread.foundation.ledger import reads as ledger
from goldenthread.foundation.partnership.models import LocalArea, Organisation, Person
from goldenthread.improve.inspections.models import Finding
from tests.factories import people
from tests.improve.inspections.first_cycle import FIRST
from tests.improve.inspections.letters import LETTER, NAME

pytestmark = pytest.mark.django_db
ON = people.TODAY


@pytest.fixture(autouse=True)
def home(settings, tmp_path: Path) -> None:
    settings.HOME = tmp_path / "home"
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    file = tmp_path / NAME
    file.write_text(LETTER.replace("Marlshire\nLocal", "Worcestershire\nLocal"), encoding="utf-8")
    return file


def begin(folder: Path, code: str = "885", **options: object) -> str:
    asked = {"report": None, "username": f"lead-{code}", "signing_in": True, "folder": folder / "papers", "on": ON}
    return "\n".join(start(code, **{**asked, **options}))


def test_an_area_is_set_up_and_told_in_plain_words(tmp_path: Path, report: Path) -> None:
    said = begin(tmp_path, report=report)

    area = LocalArea.objects.get(code="885")
    person = Person.objects.get(user__username="lead-885")
    assert area.demonstration is False
    assert str(person.organisation) == "Worcestershire County Council"
    assert sorted(person.roles.values_list("role", "from_on")) == [("administrator", ON), ("improvement_lead", ON)]
    assert list(Finding.objects.values_list("kind", flat=True)) == ["priority_action"] * 3 + ["improvement"] * 2
    assert "Area for priority action 2: Leaders should make plans that say what will be different" in said
    assert sorted(file.name for file in (tmp_path / "papers").iterdir()) == [
        "cabinet_report-885-2026-10-31-edition-1.docx",
        "cabinet_report-885-2026-10-31-edition-1.pdf",
    ]


def test_the_password_is_printed_once_and_is_never_the_same(tmp_path: Path) -> None:
    printed = [begin(tmp_path, code).rpartition("with the password ")[2].split()[0] for code in ("885", "420")]

    assert printed[0] != printed[1]
    assert [User.objects.get(username=f"lead-{code}").check_password(word) for code, word in
            zip(("885", "420"), printed, strict=True)] == [True, True]  # fmt: skip
    assert "with the password" not in begin(tmp_path)


def test_a_second_start_changes_nothing(tmp_path: Path, report: Path) -> None:
    begin(tmp_path, report=report)
    counts = state()

    said = begin(tmp_path, report=report)

    assert state() == counts
    assert "Sign in as lead-885, as before." in said


def state() -> list[int]:
    counted = (User.objects, Person.objects, Organisation.objects, Finding.objects, Batch.objects, ledger.lines())
    return [each.count() for each in counted]


def test_without_a_sign_in_the_system_acts(tmp_path: Path, report: Path) -> None:
    said = begin(tmp_path, report=report, signing_in=False)

    assert "Sign in" not in said
    assert (User.objects.count(), Finding.objects.count()) == (0, 5)


def test_a_real_area_wears_no_demonstration_banner(tmp_path: Path) -> None:
    begin(tmp_path)
    client = people.signed_in(Person.objects.get(user__username="lead-885"))

    page = client.get(reverse("inspections:index")).content.decode()

    assert "Inspections of Worcestershire" in page
    assert "Demonstration" not in page


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("000", "“000” is not the code of one of England’s 153 local areas"),
        ("928", "“928” is not the code"),  # Northamptonshire, which is two areas now
        ("999", "Load it with `goldenthread demo`"),
    ],
)
def test_an_area_that_is_not_one_of_englands_is_refused(tmp_path: Path, code: str, sentence: str) -> None:
    people.area("999")

    with pytest.raises(CannotStart, match=sentence):
        begin(tmp_path, code)


def test_another_areas_report_is_refused_and_nothing_is_written(tmp_path: Path, report: Path) -> None:
    before = state()

    with pytest.raises(CannotStart, match="This report is of Worcestershire, and you are working in Dudley"):
        begin(tmp_path, "332", report=report)

    assert state() == before


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"%PDF-1.7", "This file is a PDF"), (b"Dear all", "is not in the text"), (None, "No such file or directory")],
)
def test_what_is_no_report_is_refused(tmp_path: Path, content: bytes | None, sentence: str) -> None:
    file = tmp_path / "report.txt"
    if content is not None:
        file.write_bytes(content)

    with pytest.raises(CannotStart, match=sentence):
        begin(tmp_path, report=file)

    assert User.objects.count() == 0


def test_a_name_that_signs_in_elsewhere_is_not_taken_over(tmp_path: Path) -> None:
    other = people.person(in_area=people.area("332"))

    with pytest.raises(CannotStart, match="signs in already, and not for Worcestershire"):
        begin(tmp_path, username=other.user.username)


def test_a_name_that_cannot_be_typed_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CannotStart, match="cannot be a name to sign in with"):
        begin(tmp_path, username="two words")

    assert Organisation.objects.filter(area="885").count() == 0


def test_the_twenty_week_record_of_worcestershire() -> None:
    record = list(twenty_week_record(real_area("885", ON)))

    assert record[1:7] == [
        "  2019  46.9 % (283 of 603 plans), 95 % interval 43.0 to 50.9 %",
        "  2020  97.1 % (406 of 418 plans), 95 % interval 95.0 to 98.4 %",
        "  2021  84.0 % (394 of 469 plans), 95 % interval 80.4 to 87.0 %",
        "  2022  31.6 % (173 of 548 plans), 95 % interval 27.8 to 35.6 %",
        "  2023  27.7 % (316 of 1,142 plans), 95 % interval 25.2 to 30.3 %",
        "  2024  37.4 % (515 of 1,377 plans), 95 % interval 34.9 to 40.0 %",
    ]


@pytest.mark.parametrize(
    ("code", "year", "line"),
    [
        ("940", 2020, "No figure: none is published for this area."),  # North Northamptonshire began in 2021
        ("942", 2023, "27.1 % (104 of 384 plans), 95 % interval 22.9 to 31.7 %"),  # Cumberland
        ("420", 2022, "No figure: not available."),  # Isles of Scilly
        ("420", 2024, "100.0 % (1 of 1 plan), 95 % interval 20.7 to 100.0 %"),
        ("838", 2024, "No figure: not available."),  # Dorset
    ],
)
def test_missing_is_shown_as_missing(code: str, year: int, line: str) -> None:
    assert f"  {year}  {line}" in list(twenty_week_record(real_area(code, ON)))


def test_every_area_has_six_years_and_ten_neighbours() -> None:
    areas = list(LocalArea.objects.all())

    told = {(sum(line.startswith("  20") for line in twenty_week_record(area)), len(list(neighbours(area))),
             list(neighbours(area))[1].count("; ")) for area in areas}  # fmt: skip

    assert len(areas) == 153
    assert told == {(6, 2, 9)}


def test_councils_go_by_their_own_names() -> None:
    codes = ("885", "330", "801", "810", "840", "822", "201", "420", "940", "332")

    assert [council_name(real_area(code, ON)) for code in codes] == [
        "Worcestershire County Council", "Birmingham City Council", "Bristol City Council",
        "Kingston Upon Hull City Council", "Durham County Council", "Bedford Borough Council",
        "City of London Corporation", "Council of the Isles of Scilly", "North Northamptonshire Council",
        "Dudley Council",
    ]  # fmt: skip


def test_a_first_cycle_letter_will_do_for_a_report(tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    file.write_text(FIRST.replace("in Marlshire\n", "in Worcestershire\n"), encoding="utf-8")

    said = begin(tmp_path, report=file)

    assert "First-cycle inspection of March 2018: not graded" in said
