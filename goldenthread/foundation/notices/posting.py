"""E-mail in the background: the page does not wait for a mail server."""

from collections.abc import Sequence
from datetime import date

from django_tasks import task

from goldenthread.foundation.partnership import reads as partnership

from .sending import send_waiting


def post_at_once(people: Sequence[int], on: date) -> None:
    for key in people:
        post.enqueue(key, on.isoformat())


@task()
def post(key: int, on: str) -> None:
    """What waits for one person. Where the mail server fails, it goes with the next digest."""
    person = partnership.somebody(key)
    try:
        send_waiting(person=person, on=date.fromisoformat(on))
    except OSError:
        return
