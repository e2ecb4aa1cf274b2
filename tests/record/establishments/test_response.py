"""Which schools supplied nothing: those that must, and those asked for their goodwill."""

from datetime import date

from goldenthread.record.establishments import reads
from goldenthread.record.establishments.kinds import supply_of
from goldenthread.record.establishments.models import Establishment
from tests.factories.pupils import PRIMARY, SPECIAL, a_census, pupil

DAY = date(2026, 1, 15)


def test_the_silent_are_named_and_told_apart_by_their_duty(area):
    a_census(pupil(1, SPECIAL))

    found = reads.response(area, "census", DAY)

    assert (found.asked, found.told) == (3, 1)
    assert [one.name for one in found.required] == ["Orchard Primary School"]
    assert [one.name for one in found.goodwill] == ["Hillcrest Academy"]
    assert [one.name for one in reads.silent_schools(area, "census", DAY)] == [
        "Hillcrest Academy", "Orchard Primary School",
    ]  # fmt: skip


def test_a_school_that_had_closed_is_not_asked(area):
    Establishment.objects.filter(urn=PRIMARY).update(closed_on=date(2025, 8, 31))

    assert reads.response(area, "census", DAY).asked == 2


def test_no_exclusion_is_none_where_the_school_told_of_its_pupils_that_year(area):
    a_census(pupil(1, PRIMARY))

    assert reads.response(area, "exclusions", date(2025, 9, 1)).told == 1
    assert reads.response(area, "sessions", date(2025, 9, 1)).told == 0
    assert reads.response(area, "exclusions", date(2024, 9, 1)).told == 0


def test_who_must_send_and_who_may():
    told = {
        ("Community school", "mainstream"): "required",
        ("Pupil referral unit", "ap"): "required",
        ("Academy converter", "mainstream"): "goodwill",
        ("Free schools special", "special"): "goodwill",
        ("Other independent school", "independent"): "none",
        ("Further education", "post16"): "none",
    }

    assert {pair: supply_of(*pair) for pair in told} == told
