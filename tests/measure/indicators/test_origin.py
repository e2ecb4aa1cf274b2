"""Where a figure comes from; and counted again: the same, or different."""

import pytest
from django_scopes import scope

from goldenthread.config.cli import main
from goldenthread.foundation.intake.models import Batch
from goldenthread.foundation.partnership.models import Role
from goldenthread.measure.indicators.models import Observation
from goldenthread.measure.snapshots.folder import folder_of
from tests.factories import casework, people
from tests.measure.indicators.made import ON, keep, made

pytestmark = pytest.mark.django_db
PLANS = "plans_in_force"


@pytest.fixture
def figure(settings, tmp_path, capsys):
    """A plan, frozen and counted; the day's figure of it."""
    from datetime import date

    settings.SNAPSHOTS = tmp_path
    home = people.area()
    with scope(area=home):
        casework.a_plan(received_on=date(2025, 1, 6), issued_on=date(2025, 5, 20))
    assert main(["freeze", "--area", "999", "--as-at", "2026-01-15"]) == 0
    assert main(["measure", "--area", "999"]) == 0
    capsys.readouterr()
    return Observation.objects.get(indicator=PLANS, level="area", every="day")


def test_the_same_figure_is_counted_again(figure, capsys):
    assert main(["reproduce", str(figure.pk)]) == 0

    told = capsys.readouterr().out
    assert "The same." in told
    assert "again: numerator 1, denominator none, value 1" in told
    assert f"version {figure.definition_version}, unchanged." in told
    assert f"as they were frozen. Content hash {figure.snapshot.content_hash}." in told


def test_it_is_found_by_measure_and_period(figure, capsys):
    assert main(["reproduce", f"{PLANS}/2026-01-15", "--area", "999"]) == 0

    assert "plans_in_force, day 2026-01-15" in capsys.readouterr().out


def test_another_figure_is_different(figure, capsys):
    Observation.objects.filter(pk=figure.pk).update(numerator=2, value=2)

    assert main(["reproduce", str(figure.pk)]) == 1

    assert "DIFFERENT." in capsys.readouterr().out


def test_a_changed_definition_is_said(figure, capsys):
    Observation.objects.filter(pk=figure.pk).update(definition_version="0" * 12)

    assert main(["reproduce", str(figure.pk)]) == 0

    assert "version 000000000000, has changed since." in capsys.readouterr().out


def test_altered_tables_are_found_out(figure, capsys):
    import pyarrow.parquet as pq

    path = folder_of(figure.snapshot) / "plans.parquet"
    pq.write_table(pq.read_table(path).slice(0, 0), path)

    assert main(["reproduce", str(figure.pk)]) == 1

    assert "ALTERED since they were frozen: plans." in capsys.readouterr().out


def test_lost_tables_and_partners_figures_cannot_be_counted_again(figure, capsys):
    (partners,) = keep(made(figure.area, "children_missing_education_send", ON.replace(month=9, day=1), 43, None))
    folder_of(figure.snapshot).rename(folder_of(figure.snapshot).with_name("lost"))

    assert main(["reproduce", str(figure.pk)]) == 1
    assert main(["reproduce", str(partners.pk)]) == 1

    said = capsys.readouterr().err
    assert "are gone. Restore them from a backup." in said
    assert "It was not counted here: Invented" in said


@pytest.mark.parametrize(("asked", "why"), [("999999", "There is no figure"), (f"{PLANS}/x", "is not a period")])
def test_what_is_not_there_is_said(asked, why, capsys):
    assert main(["reproduce", asked, "--area", "999"]) == 1

    assert why in capsys.readouterr().err


def test_the_page_goes_back_to_the_files_and_who_brought_them(figure):
    analyst = people.person(Role.ANALYST, name="Wen Li")
    Batch.objects.create(
        area=figure.area, source="sen2", file_name="Jo Bloggs.xml", sha256="a" * 64, size=1,
        received_by=analyst.handle, received_on=ON,
    )  # fmt: skip
    figure.snapshot.sources = ["a" * 64, "b" * 64]
    figure.snapshot.save()

    said = people.signed_in(analyst).get(f"/measures/{PLANS}/figures/{figure.pk}/").content.decode()

    wanted = (f"goldenthread reproduce {figure.pk}", figure.snapshot.content_hash, "a" * 64, "b" * 64, "Wen Li",
              "Not among the files brought here", "It has not changed since.")  # fmt: skip
    assert [each for each in wanted if each not in said] == []
    assert "Bloggs" not in said


def test_a_small_number_is_hidden_there_too(figure):
    said = people.signed_in(people.person(Role.SCRUTINY_MEMBER)).get(f"/measures/{PLANS}/figures/{figure.pk}/")

    assert "Suppressed for 15 January 2026: from 1 to 4." in said.content.decode()


def test_what_is_hidden_beside_a_small_one_is_hidden_by_itself_too():
    area = people.area()
    counts = {"ASD": (400, 1000), "MLD": (400, 2000), "HI": (3, 4711)}
    asd, *_ = keep(
        *(made(area, "placed_in_special", ON, *count, every="day", level="need", place=need)
          for need, count in counts.items())
    )  # fmt: skip

    said = people.signed_in(people.person(Role.BOARD_MEMBER)).get(f"/measures/placed_in_special/figures/{asd.pk}/")

    assert "so that it cannot be worked out from the others" in said.content.decode()


def test_a_figure_of_another_area_or_another_measure_is_not_found(figure):
    stranger = people.signed_in(people.person(Role.ANALYST, in_area=people.area("885")))
    own = people.signed_in(people.person(Role.ANALYST))

    assert stranger.get(f"/measures/{PLANS}/figures/{figure.pk}/").status_code == 404
    assert own.get(f"/measures/open_cases/figures/{figure.pk}/").status_code == 404
