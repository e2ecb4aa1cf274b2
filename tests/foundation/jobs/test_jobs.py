"""Long work: it is done, it fails in words, and what a killed worker leaves is found."""

import logging
from datetime import UTC, datetime, timedelta

import pytest

from goldenthread.foundation.jobs import reads, writes
from goldenthread.foundation.jobs.models import Job, State
from goldenthread.foundation.jobs.working import OUR_FAULT, Stopped, Working, here
from goldenthread.foundation.partnership.models import Role
from tests.factories import people
from tests.factories.people import TODAY

pytestmark = pytest.mark.django_db
NOW = datetime.now(UTC)
ENDED = 2**22 + 1  # above Linux's highest process number


def count_to(working: Working, limit: int) -> dict[str, int]:
    working.report(50, "Half way.")
    return {"counted": limit, "area": int(working.area.code) if working.area else 0}


def stop_in_words(working: Working) -> None:
    raise Stopped("The file has no rows. Bring the whole return.")


def break_down(working: Working) -> None:
    raise RuntimeError("Amelia Example")


def started(work, **arguments):
    by = people.person(Role.ANALYST)
    return writes.start(work, title="Counting", by=by, on=TODAY, area=people.area(), arguments=arguments)


def test_work_that_ends_keeps_its_result() -> None:
    job = started(count_to, limit=3)

    assert (job.state, job.progress, job.sentence, job.result) == (
        State.DONE, 100, "Half way.", {"counted": 3, "area": 999},
    )  # fmt: skip


def test_work_may_stop_with_a_sentence() -> None:
    job = started(stop_in_words)

    assert (job.state, job.sentence) == (State.FAILED, "The file has no rows. Bring the whole return.")


def test_a_fault_tells_nobody_its_words(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        job = started(break_down)

    assert (job.state, job.sentence) == (State.FAILED, OUR_FAULT)
    assert ["RuntimeError" in caplog.text, "Amelia" in caplog.text] == [True, False]


def orphan(place: str, touched_at: datetime = NOW) -> Job:
    job = Job.objects.create(kind="a.b", title="x", asked_by="system", asked_on=TODAY, state=State.RUNNING, place=place)
    Job.objects.filter(pk=job.pk).update(touched_at=touched_at)
    return job


@pytest.mark.parametrize(
    ("place", "silent_for", "state"),
    [
        (here(), timedelta(days=9), State.LOST),
        (here(), timedelta(), State.RUNNING),
        (f"{here().rpartition(':')[0]}:{ENDED}", timedelta(), State.LOST),
        ("elsewhere:1", timedelta(hours=5), State.RUNNING),
        ("elsewhere:1", timedelta(hours=7), State.LOST),
    ],
    ids=["here, long ago", "here, now", "here, its process gone", "elsewhere, 5 hours", "elsewhere, 7 hours"],
)
def test_what_a_killed_worker_left_is_marked_as_lost(place: str, silent_for: timedelta, state: State) -> None:
    job = orphan(place, NOW - silent_for)

    writes.reap(now=NOW)

    job.refresh_from_db()
    assert job.state == state


def test_the_page_of_running_work_asks_for_itself_again() -> None:
    person = people.person(Role.ANALYST)
    job = Job.objects.create(kind="a.b", title="Counting", asked_by=person.handle, asked_on=TODAY, state=State.RUNNING)
    browser = people.signed_in(person)

    running = browser.get(f"/work/{job.pk}/").content.decode()
    Job.objects.update(state=State.DONE, result={"next": "/plan/"})
    done = browser.get(f"/work/{job.pk}/").content.decode()

    assert ["ui/again.js" in page for page in (running, done)] == [True, False]
    assert [f'href="/work/{job.pk}/"' in page for page in (running, done)] == [True, False]  # without scripts
    assert 'href="/plan/"' in done


def test_somebody_elses_work_is_not_found() -> None:
    job = started(count_to, limit=3)
    stranger = people.signed_in(people.person(Role.ANALYST))

    assert stranger.get(f"/work/{job.pk}/").status_code == 404


def test_my_work_is_listed_newest_first() -> None:
    person = people.person(Role.ANALYST)
    first, second = (writes.start(count_to, title=t, by=person, on=TODAY, arguments={"limit": 1}) for t in "ab")
    started(count_to, limit=3)

    assert list(reads.jobs_of(person)) == [second, first]


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_asks_the_same_number_of_questions_for_any_number_of_rows(rows, django_assert_num_queries) -> None:
    person = people.person(Role.ANALYST)
    for _ in range(rows):
        writes.start(count_to, title="x", by=person, on=TODAY, arguments={"limit": 1})
    browser = people.signed_in(person)

    with django_assert_num_queries(5):
        browser.get("/work/")
