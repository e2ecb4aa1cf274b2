"""DOOR. A paper is drafted, written, circulated, cleared and frozen. Nothing about a frozen one changes."""

import hashlib
from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.db.models import Max

from goldenthread.foundation.ledger import writes as ledger
from goldenthread.foundation.ledger.reads import JSON, Actor
from goldenthread.foundation.partnership.models import LocalArea

from . import catalogue, reads
from .document import from_json, placeholders, to_json
from .facts import gather, paper_of
from .making import TERM, Made, drafted
from .models import Clearance, Consultee, Edition, Written

State = Edition.State
HEADER = ("portfolio_member", "responsible_officers", "author", "wards", "decision_type", "urgent", "to_follow")
KEPT = ("area", "report", "title", "body", "meeting_on", "as_at", *HEADER)  # by a correction


class Refused(ValueError):
    """The text is a sentence: what may not be done to the paper, why, and what to do."""


class NotReady(Refused):
    """The paper cannot be frozen yet. `made` says what is missing."""

    def __init__(self, made: Made) -> None:
        self.made = made
        super().__init__(f"The paper cannot be frozen yet. Still missing: {'; '.join(missing(made))}.")


class ChangedSince(Refused):
    """Somebody else wrote in the meantime. `written` is what they wrote."""

    def __init__(self, written: Written) -> None:
        self.written = written
        super().__init__("Somebody else has written this since you opened it. Read their words, then save yours again.")


def missing(made: Made) -> list[str]:
    """Each thing that keeps a paper from being frozen, in words."""
    return [
        *(f"words for “{gap.question}”" for gap in made.gaps),
        *(f"what {one.acronym} stands for" for one in made.unknown),
        *(f"“{name}” in the head of the paper" for name in made.lacking),
        *(f"clearance: {role}" for role in made.uncleared),
    ]


@transaction.atomic
def draft_edition(
    *,
    report: str,
    area: LocalArea,
    body: str,
    meeting_on: date,
    as_at: date,
    by: Actor,
    on: date,
    title: str = "",
    **header: str | bool,
) -> Edition:
    """Take the figures as at a day and make the paper from them.

    `header`: portfolio_member, responsible_officers, author, wards, decision_type, urgent, to_follow.
    Raises UnknownReport.
    """
    definition = catalogue.report(report)
    edition = Edition(
        area=area,
        report=report,
        number=_next_number(area, report),
        title=title or definition.subject,
        body=body,
        meeting_on=meeting_on,
        as_at=as_at,
        made_by=by.handle,
        made_on=on,
        **header,
    )
    edition.save()
    _take_figures(edition)
    _record("paper drafted", edition, by, on, report=report, as_at=as_at.isoformat())
    return edition


def edition_for(
    *, report: str, area: LocalArea, body: str, meeting_on: date, as_at: date, by: Actor, on: date
) -> Edition:
    """The paper for a meeting: the one that is there, its figures taken again unless it is frozen; else a draft."""
    held = reads.newest_for(area, report, body, meeting_on)
    if held is None or held.as_at != as_at:
        return draft_edition(report=report, area=area, body=body, meeting_on=meeting_on, as_at=as_at, by=by, on=on)
    if not held.is_frozen:
        retake_figures(edition=held, by=by, on=on)
    return held


@transaction.atomic
def change_header(*, edition: Edition, by: Actor, on: date, **header: str | bool) -> None:
    """The facts of the head and the history that draft_edition takes as `header`, and the title."""
    _open(edition)
    for name, value in header.items():
        setattr(edition, name, value)
    edition.save(update_fields=list(header))
    _record("head of a paper changed", edition, by, on, changed=sorted(header))


@transaction.atomic
def retake_figures(*, edition: Edition, by: Actor, on: date) -> None:
    """Make the draft again from the records as they are now, for the same day. Words typed stay; clearances do not."""
    _take_figures(_open(edition))
    _withdraw_clearances(edition)
    _record("figures of a paper taken again", edition, by, on, as_at=edition.as_at.isoformat())


@transaction.atomic
def write_words(*, edition: Edition, code: str, words: str, by: Actor, on: date, over: str | None = None) -> None:
    """Answer one question of the paper; `term:ABC` says what a short form stands for. No words: the gap is open again.

    `over`: the words as they stood when the form was opened; raises ChangedSince where they are others now. What was
    cleared was the paper without these words, so clearances end.
    """
    _open(edition)
    if not code.startswith(TERM) and code not in {gap.code for gap in placeholders(from_json(edition.document))}:
        raise Refused(f"This paper has no question with the code “{code}”. Choose one of its yellow gaps.")
    held = Written.objects.filter(edition=edition, code=code).first()
    if over is not None and held is not None and held.words != over:
        raise ChangedSince(held)
    if words.strip():
        values = {"words": words.strip(), "by": by.handle, "on": on}
        Written.objects.update_or_create(edition=edition, code=code, defaults=values)
    elif held is not None:
        held.delete()
    _withdraw_clearances(edition)
    _record("words of a paper written", edition, by, on, code=code, words=len(words.split()))


@transaction.atomic
def circulate(*, edition: Edition, consultees: Iterable[tuple[str, str]], by: Actor, on: date) -> list[Consultee]:
    """Issue the paper for comment to (name, post); the name may be empty. Somebody asked before is not asked again."""
    _open(edition)
    asked = [
        Consultee.objects.get_or_create(edition=edition, name=name, post=post, defaults={"issued_on": on})[0]
        for name, post in consultees
    ]
    if edition.state == State.DRAFT:
        _move(edition, State.CIRCULATED)
    _record("paper circulated", edition, by, on, consultees=len(asked))
    return asked


@transaction.atomic
def record_return(*, consultee: Consultee, by: Actor, on: date) -> None:
    _open(consultee.edition)
    consultee.returned_on = on
    consultee.save(update_fields=["returned_on"])
    _record("comments on a paper returned", consultee.edition, by, on, consultee=consultee.pk)


@transaction.atomic
def clear(*, edition: Edition, role: str, by: Actor, on: date) -> Clearance:
    """Give one clearance of the report's definition. The last one makes the paper cleared. Raises Refused."""
    _open(edition)
    needed = catalogue.report(edition.report).clearances
    if role not in needed:
        raise Refused(f"This report has no clearance called “{role}”. It needs: {', '.join(needed)}.")
    given, _ = Clearance.objects.update_or_create(edition=edition, role=role, defaults={"by": by.handle, "on": on})
    if edition.state != State.DRAFT and set(needed) <= {one.role for one in Clearance.objects.filter(edition=edition)}:
        _move(edition, State.CLEARED)
    _record("paper cleared", edition, by, on, role=role)
    return given


@transaction.atomic
def freeze(*, edition: Edition, by: Actor, on: date) -> Edition:
    """Keep the paper for good, as it stands. Raises NotReady while anything is missing."""
    made = reads.paper(_open(edition))
    if not made.ready:
        raise NotReady(made)
    edition.document = to_json(made.document)
    edition.sha256 = hashlib.sha256(edition.document.encode()).hexdigest()
    edition.state, edition.frozen_by, edition.frozen_on = State.FROZEN, by.handle, on
    edition.save()
    _record("paper frozen", edition, by, on, sha256=edition.sha256)
    return edition


@transaction.atomic
def correct_edition(*, edition: Edition, why: str, by: Actor, on: date) -> Edition:
    """A new draft for the same meeting and day, with the same words, that will say what it says differently and why."""
    if not edition.is_frozen:
        raise Refused("Only a frozen paper is corrected. This one can still be changed: write in it.")
    correction = Edition.objects.create(
        **{name: getattr(edition, name) for name in KEPT},
        number=_next_number(edition.area, edition.report),
        corrects=edition,
        why_corrected=why,
        made_by=by.handle,
        made_on=on,
    )
    Written.objects.bulk_create(
        Written(edition=correction, code=one.code, words=one.words, by=one.by, on=one.on)
        for one in edition.written.all()
    )
    _take_figures(correction)
    _record("paper corrected", correction, by, on, corrects=edition.pk)
    return correction


def _open(edition: Edition) -> Edition:
    """The paper as it is now, held against others until the change is made. Raises Refused for a frozen one."""
    if Edition.objects.select_for_update().get(pk=edition.pk).is_frozen:
        raise Refused("This paper is frozen: it is never changed. Make a correction instead.")
    edition.refresh_from_db()
    return edition


def _take_figures(edition: Edition) -> None:
    facts = gather(edition.area, paper_of(edition), edition.as_at)
    edition.document = to_json(drafted(catalogue.report(edition.report), facts))
    edition.save(update_fields=["document"])


def _withdraw_clearances(edition: Edition) -> None:
    Clearance.objects.filter(edition=edition).delete()
    if edition.state == State.CLEARED:
        _move(edition, State.CIRCULATED)


def _move(edition: Edition, state: Edition.State) -> None:
    edition.state = state
    edition.save(update_fields=["state"])


def _next_number(area: LocalArea, report: str) -> int:
    last = Edition.objects.filter(area=area, report=report).aggregate(last=Max("number"))["last"]
    return (last or 0) + 1


def _record(what: str, edition: Edition, by: Actor, on: date, **detail: JSON) -> None:
    subject = f"edition:{edition.pk}"
    ledger.record(what=what, by=by, on=on, area=edition.area.code, subject=subject, detail=detail)
