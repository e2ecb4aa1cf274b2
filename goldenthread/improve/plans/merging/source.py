"""What the two kinds of file have in common: read, compare by rehearsal, write."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from goldenthread.foundation.intake.models import Batch
from goldenthread.foundation.intake.source import Journal, Preview, Refused, Understanding, Upload
from goldenthread.foundation.ledger.reads import SYSTEM, Actor
from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.improve.plans.merging.keeper import Unwritten
from goldenthread.improve.plans.merging.merge import Merge
from goldenthread.improve.plans.reading.content import PlanContent
from goldenthread.improve.plans.reading.grid import Book
from goldenthread.improve.plans.reading.plan import NoPlan, has_actions, read_plan
from goldenthread.improve.plans.reading.workbook import CannotRead

LARGEST = 20_000_000  # bytes; a plan of a thousand actions has fewer than one million
AFTER_ALL = date(9999, 12, 31)  # the day of a rehearsal: nothing of it stays


@dataclass(frozen=True)
class PlanFile:
    """`part` is the entry of the archive by which the kind of file is known."""

    code: str
    title: str
    reads: str
    part: bytes
    book: Callable[[bytes], Book]

    def recognises(self, upload: Upload) -> bool:
        if upload.first(2) != b"PK" or upload.size > LARGEST:
            return False
        content = upload.first(LARGEST)
        try:
            return self.part in content and has_actions(self.book(content))
        except CannotRead:
            return False

    def understand(self, upload: Upload, area: LocalArea) -> Understanding:  # noqa: ARG002  (the protocol)
        if upload.size > LARGEST:
            raise Refused(
                "This file is too large to be a plan. Take out its pictures and old sheets, save it and bring it again."
            )
        try:
            plan = read_plan(self.book(upload.first(LARGEST)), upload.name)
        except (CannotRead, NoPlan) as why:
            raise Refused(str(why)) from why
        facts = {"plan": plan.title, "themes": len(plan.themes), "actions": len(plan.actions), "columns": plan.columns}
        queried = min(plan.queried, len(plan.actions))
        return Understanding(
            self.title, len(plan.actions) - queried, queried, plan.aside, "", tuple(plan.problems), facts, plan
        )

    def preview(self, understanding: Understanding, area: LocalArea) -> Preview:
        """The very commit, rolled back: what is counted is what would happen."""
        with transaction.atomic():
            merge = Merge(area, understanding.content, Unwritten(), SYSTEM, AFTER_ALL)
            merge.write()
            transaction.set_rollback(True)
        plan: PlanContent = understanding.content
        return Preview(merge.keeper.counts({"Actions": plan.aside}), tuple(merge.problems))

    def commit(self, understanding: Understanding, batch: Batch, journal: Journal, by: Actor, on: date) -> None:
        Merge(batch.area, understanding.content, journal, by, on).write()
