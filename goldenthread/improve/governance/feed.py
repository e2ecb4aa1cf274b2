"""Critical dates as a calendar feed (RFC 5545), for any calendar program."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event

from goldenthread.improve.plans.reads import CriticalDate

REFRESH = timedelta(hours=12)


def feed(area: str, dates: Iterable[CriticalDate], site: str, as_at: date) -> bytes:
    """All-day events. The same date keeps its UID, so that a program moves it instead of showing it twice."""
    calendar = Calendar.new(
        name=f"SEND improvement in {area}", refresh_interval=REFRESH, prodid="-//Goldenthread//Critical dates//EN"
    )
    for one in dates:
        calendar.add_component(_event(one, site, as_at))
    made: bytes = calendar.to_ical()
    return made


def _event(one: CriticalDate, site: str, as_at: date) -> Event:
    link = site.rstrip("/") + one.href
    return Event.new(
        uid=f"{one.key}@goldenthread",
        stamp=datetime.combine(as_at, time(), tzinfo=UTC),
        start=one.on,
        end=one.on + timedelta(days=1),
        summary=f"{one.kind}: {one.what}"[:200],
        description=link,
        url=link,
    )
