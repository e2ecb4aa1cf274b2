"""A figure that was said is written down, and somebody checks it."""

import re
from collections.abc import Iterable
from datetime import date

from django.db import transaction

from goldenthread.foundation.ledger.reads import JSON, Actor
from goldenthread.foundation.partnership import reads as partnership
from goldenthread.foundation.partnership.models import LocalArea, Person
from goldenthread.improve.governance.models import Claim, Meeting
from goldenthread.improve.governance.seen import seen as stamp
from goldenthread.rules.claims import NotASum, read_line

from .faults import CannotSave, ChangedSince
from .telling import tell

NAMED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Cllr|Councillor|Sir|Dame|Lord|Lady)\.?\s+[A-Z]")
PERIOD = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


@transaction.atomic
def record_claim(
    *,
    area: LocalArea,
    words: str,
    speaker: str,
    said_on: date,
    by: Actor,
    on: date,
    meeting: Meeting | None = None,
    said_where: str = "",
    cohort: str = "",
    source: str = "",
    sums: Iterable[str] = (),
    indicator: str = "",
    period: str = "",
) -> Claim:
    """`sums`: one on a line, as rules/claims reads them. Raises CannotSave for a name instead of a role, a day to
    come, and what is no sum.
    """
    if said_on > on:
        raise CannotSave("Give the day on which it was said: it cannot be still to come.")
    _refuse_name(area, speaker)
    _refuse_period(indicator, period)
    claim = Claim.objects.create(
        area=area,
        meeting=meeting,
        words=words,
        speaker=speaker,
        said_on=said_on,
        said_where=said_where,
        cohort=cohort,
        source=source,
        sums=read_sums(sums),
        indicator=indicator,
        period=period,
    )
    tell("claim recorded", claim, area=area.code, by=by, on=on)
    return claim


@transaction.atomic
def check_claim(
    *,
    claim: Claim,
    verdict: str,
    by: Person,
    on: date,
    checked_value: str = "",
    why: str = "",
    cohort: str | None = None,
    source: str | None = None,
    sums: Iterable[str] | None = None,
    indicator: str | None = None,
    period: str | None = None,
    seen: str = "",
) -> Claim:
    """A person's verdict, and how they came to it; what is None stays. Raises CannotSave without a reason, and
    ChangedSince where `seen` is no longer how it stands.
    """
    held = Claim.objects.select_for_update().get(pk=claim.pk)
    if seen and seen != stamp(held):
        raise ChangedSince("this claim")
    checked = verdict != Claim.Verdict.UNCHECKED
    if checked and not why.strip():
        raise CannotSave("Say how you checked it, so that somebody else can do it again.")
    given = {"cohort": cohort, "source": source, "indicator": indicator, "period": period}
    for name, value in given.items():
        setattr(claim, name, getattr(held, name) if value is None else value)
    _refuse_period(claim.indicator, claim.period)
    claim.sums = held.sums if sums is None else read_sums(sums)
    claim.verdict, claim.checked_value, claim.why = verdict, checked_value, why.strip()
    claim.checked_by, claim.checked_on = (by.handle, on) if checked else ("", None)
    claim.save()
    detail: dict[str, JSON] = {"verdict": verdict, "before": held.verdict}
    tell("claim checked", claim, area=claim.area_id, by=by, on=on, detail=detail)
    return claim


def read_sums(lines: Iterable[str]) -> list[dict[str, JSON]]:
    """Blank lines are passed over. Raises CannotSave with what cannot be read."""
    try:
        return [dict(read_line(line)) for line in lines if line.strip()]
    except NotASum as why:
        raise CannotSave(str(why)) from why


def _refuse_name(area: LocalArea, speaker: str) -> None:
    said = speaker.casefold()
    known = any(name.casefold() in said for name in partnership.people_in(area).values_list("name", flat=True))
    if known or NAMED.search(speaker):
        raise CannotSave("Give the speaker’s role, such as “Cabinet member for education”, and not their name.")


def _refuse_period(indicator: str, period: str) -> None:
    if period and not indicator:
        raise CannotSave("Choose the measure whose figure of that period is to be shown beside the claim.")
    if period and not PERIOD.fullmatch(period):
        raise CannotSave("Write the period as a year (2025), a month (2025-03) or a day (2025-03-31).")
