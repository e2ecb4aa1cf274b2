"""What changed for a lead since a day: what a reminder says that the one before did not."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from goldenthread.foundation.ledger import reads as ledger
from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.improve.plans.gathered import Gathered
from goldenthread.improve.plans.models import Action
from goldenthread.rules.calendar import format_date
from goldenthread.rules.honesty.colours import Colour

RETURNED = "evidence returned"


@dataclass(frozen=True)
class Change:
    action: Action
    sentence: str


def changes(area: LocalArea, found: Sequence[Gathered], since: date, on: date) -> Iterator[Change]:
    """After `since`, action by action: challenged, evidence returned, an action waited for turned Red, reworded.
    `found` was gathered with the same `since`.
    """
    returned = _returned(area, since, on)
    for one in found:
        for sentence in _of_one(one, returned, since):
            yield Change(one.action, sentence)


def _of_one(one: Gathered, returned: set[str], since: date) -> Iterator[str]:
    ref = one.action.ref
    supported, open_since = one.standing.supported, one.standing.since
    if open_since and open_since.on > since and one.standing.verdict.open:
        yield f"{ref} is challenged: reported {supported.reported.word}, the facts support {supported.colour.word}."
    for each in one.evidence:
        if each.returned_because and f"action:{one.action.pk}/evidence:{each.pk}" in returned:
            yield f"Evidence for {ref} was returned: {each.returned_because.rstrip('.')}."
    for other in one.waits_for:
        if other.colour is Colour.RED and other.before is not Colour.RED and not one.complete:
            yield f"{other.ref}, for which {ref} waits, turned Red."
    if one.action.reworded_on and one.action.reworded_on > since:
        yield f"{ref} has new words since {format_date(one.action.reworded_on)}."


def _returned(area: LocalArea, since: date, on: date) -> set[str]:
    """Subjects of the ledger's lines: the evidence itself does not keep the day on which it was returned."""
    lines = ledger.lines(what=RETURNED, area=area.code).filter(on__gt=since, on__lte=on)
    return set(lines.values_list("subject", flat=True))
