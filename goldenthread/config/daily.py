"""What is done once a day for an area, by the clock and not by anybody: the days themselves make colours untrue."""

from dataclasses import dataclass
from datetime import date

from goldenthread.foundation.ledger.reads import SYSTEM
from goldenthread.foundation.notices import writes as notices
from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.improve.inspections import writes as inspections
from goldenthread.improve.plans import reads as plans
from goldenthread.improve.plans import writes


@dataclass(frozen=True)
class Day:
    """What was done; a second run of the same day does nothing again."""

    opened: int
    answered: int
    reminded: int
    sent: int
    failed: int
    counted: int = 0

    @property
    def sentence(self) -> str:
        unsent = f" {self.failed} could not be sent: they wait for the next run." if self.failed else ""
        counted = f" {self.counted} figures of the plan and its inspections counted." if self.counted else ""
        return (
            f"{self.opened} challenges opened, {self.answered} answered; {self.reminded} leads reminded; "
            f"{self.sent} e-mails sent.{unsent}{counted}"
        )


def do(area: LocalArea, on: date) -> Day:
    """Stock is taken of every plan, its month's figures are kept, leads are reminded (each once a week at most), and
    e-mails go out.
    """
    opened = answered = reminded = 0
    for themed in plans.plans(area):
        stock = writes.take_stock(plan=themed.plan, by=SYSTEM, on=on)
        opened, answered = opened + len(stock.opened), answered + len(stock.answered)
        reminded += len(writes.remind_everyone(plan=themed.plan, by=SYSTEM, on=on))
    counted = inspections.keep_figures(area=area, by=SYSTEM, on=on) + writes.keep_figures(area=area, by=SYSTEM, on=on)
    sent, failed = notices.send_digests(area=area, on=on)
    return Day(opened, answered, reminded, sent, failed, counted)
