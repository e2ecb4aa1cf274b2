"""Actions as a file to count on with: the same as their page shows."""

import csv
from collections.abc import Iterable, Iterator
from datetime import date
from io import StringIO

from goldenthread.improve.plans.standing import ActionStanding

HEADINGS = (
    "theme", "ref", "action", "activity", "workstream", "responsible_body", "lead", "rests_on", "starts_on", "due_on",
    "reported", "reported_on", "challenged", "facts_support", "because", "explained_by", "what_was_done",
)  # fmt: skip
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_csv(actions: Iterable[ActionStanding]) -> bytes:
    stream = StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(HEADINGS)
    writer.writerows([_plain(cell) for cell in _row(one)] for one in actions)
    return stream.getvalue().encode("utf-8-sig")


def _row(one: ActionStanding) -> Iterator[str]:
    action = one.action
    yield str(action.theme)
    yield from (action.ref, action.wording, action.activity, action.workstream, action.body, action.lead_name)
    yield from (action.partners, _day(action.starts_on), _day(action.due_on))
    yield from (one.reported.colour.word, _day(one.reported.updated_on))
    yield "yes" if one.challenged else "no"
    yield one.supported.colour.word
    yield " ".join(reason.sentence for reason in one.supported.against)
    yield one.override.who if one.override and not one.verdict.open and one.challenged else ""
    yield one.reported.done


def _day(on: date | None) -> str:
    return on.isoformat() if on else ""


def _plain(cell: str) -> str:
    """A spreadsheet must not take words for a formula."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell
