"""All the clocks of one request that is still open: what the case page and the waiting list ask for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from goldenthread.rules.clocks.advice import advice_clock
from goldenthread.rules.clocks.clock import Clock
from goldenthread.rules.clocks.draft import comment_clock
from goldenthread.rules.clocks.exceptions import RecordedException
from goldenthread.rules.clocks.final_plan import final_plan_clock
from goldenthread.rules.clocks.refusal_to_issue import refusal_to_issue_clock
from goldenthread.rules.clocks.request import decide_clock


@dataclass(frozen=True)
class AdviceAsked:
    """`of`: whose advice, as a heading would say it."""

    of: str
    requested_on: date
    given_on: date | None = None


def request_clocks(
    received_on: date,
    *,
    as_at: date,
    decided_on: date | None = None,
    will_assess: bool = True,
    advice: Sequence[AdviceAsked] = (),
    draft_served_on: date | None = None,
    no_plan_on: date | None = None,
    finalised_on: date | None = None,
    exceptions: Sequence[RecordedException] = (),
) -> tuple[Clock, ...]:
    """Every clock that runs or ran by `as_at`, earliest date first; what happened after `as_at` is not known yet.

    `decided_on`: the decision whether to assess was told, and `will_assess` is what it was. `no_plan_on`: after the
    assessment the family was told that there will be no plan. A refusal ends the clocks that follow it.
    """
    decided_on, draft_served_on, no_plan_on, finalised_on = (
        day if day and day <= as_at else None for day in (decided_on, draft_served_on, no_plan_on, finalised_on)
    )
    refused = decided_on is not None and not will_assess

    def clocks() -> Iterator[Clock]:
        yield decide_clock(received_on, decided_on, exceptions)
        if refused:
            return
        settled_on = min((day for day in (no_plan_on, draft_served_on, finalised_on) if day), default=None)
        yield refusal_to_issue_clock(received_on, settled_on, exceptions)
        if no_plan_on is None:
            yield final_plan_clock(received_on, finalised_on, exceptions)
        if draft_served_on:
            yield comment_clock(draft_served_on)
        for asked in advice:
            if asked.requested_on <= as_at:
                yield advice_clock(asked.requested_on, asked.given_on, exceptions, of=asked.of)

    return tuple(sorted(clocks(), key=lambda clock: clock.due_on))
