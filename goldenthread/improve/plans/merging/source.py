"""What the two kinds of file have in common: read, compare by rehearsal, write."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from django.db import transaction

from goldenthread.foundation.intake.keeper import Unwritten
from goldenthread.foundation.intake.models import Batch
from goldenthread.foundation.intake.source import BulkJournal, Preview, Refused, Understanding, Upload
from goldenthread.foundation.ledger.reads import SYSTEM, Actor
from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.improve.plans import writes
from goldenthread.improve.plans.merging.choosing import Answers, held_plan, offered, taken_whole
from goldenthread.improve.plans.merging.merge import Merge
from goldenthread.improve.plans.models import Action
from goldenthread.improve.plans.reading.content import PlanContent
from goldenthread.improve.plans.reading.grid import Book
from goldenthread.improve.plans.reading.plan import NO_PLAN, Chosen, NoPlan, has_actions, read_plan
from goldenthread.improve.plans.reading.workbook import CannotRead
from goldenthread.rules.problems import Problem

LARGEST = 20_000_000  # bytes; a plan of a thousand actions has fewer than one million
AFTER_ALL = date(9999, 12, 31)  # the day of a rehearsal: nothing of it stays


@dataclass(frozen=True)
class PlanFile:
    """`part` is the entry of the archive by which the kind of file is known."""

    code: str
    title: str
    reads: str
    part: bytes
    book: Callable[[bytes, bool], Book]

    def recognises(self, upload: Upload) -> bool:
        if upload.first(2) != b"PK" or upload.size > LARGEST:
            return False
        content = upload.first(LARGEST)
        try:
            return self.part in content and has_actions(self.book(content, True))
        except CannotRead:
            return False

    def understand(self, upload: Upload, area: LocalArea) -> Understanding:
        return self.understand_as(upload, area, {})

    def understand_as(self, upload: Upload, area: LocalArea, chosen: Mapping[str, str]) -> Understanding:
        """Where no table looks like a plan, nothing is taken yet, and a person says which is."""
        if upload.size > LARGEST:
            raise Refused(
                "This file is too large to be a plan. Take out its pictures and old sheets, save it and bring it again."
            )
        try:
            book = self.book(upload.first(LARGEST), False)
        except CannotRead as why:
            raise Refused(str(why)) from why
        answers = Answers(chosen, area)
        plan = _read(book, upload.name, answers.chosen())
        held = held_plan(area, plan.title)
        if splits := answers.splits(held):
            plan = _read(book, upload.name, replace(answers.chosen(), split=True, whole=taken_whole(held)))
        plan.kind, plan.inspection = answers.about(held)
        queried = min(plan.queried, len(plan.actions))
        return Understanding(
            self.title,
            len(plan.actions) - queried,
            queried,
            plan.aside,
            problems=tuple(plan.problems),
            facts=_facts(plan),
            content=plan,
            choices=tuple(offered(plan, area, held, splits)),
        )

    def preview(self, understanding: Understanding, area: LocalArea) -> Preview:
        """The very commit, rolled back: what is counted is what would happen."""
        plan: PlanContent = understanding.content
        if not plan.actions:
            return Preview(())
        with transaction.atomic():
            merge = Merge(area, understanding.content, Unwritten(), SYSTEM, AFTER_ALL)
            merge.write()
            transaction.set_rollback(True)
        merge.keeper.leave(Action, plan.aside)
        return Preview(merge.keeper.counts(), tuple(merge.problems), tuple(merge.keeper.changes))

    def commit(self, understanding: Understanding, batch: Batch, journal: BulkJournal, by: Actor, on: date) -> None:
        if not understanding.content.actions:
            raise Refused("There is no action to take. Say which table is the plan, and which column holds the action.")
        plan = Merge(batch.area, understanding.content, journal, by, on).write()
        stock = writes.take_stock(plan=plan, by=by, on=on)
        journal.added_all(stock.opened)
        for row in stock.changed:
            journal.changed(row, stock.before[row.pk])


def _read(book: Book, name: str, chosen: Chosen) -> PlanContent:
    try:
        return read_plan(book, name, chosen)
    except NoPlan:
        plan = read_plan(book, name, replace(chosen, tables=frozenset()))
        plan.problems.insert(0, Problem("PLAN-NONE", "error", NO_PLAN, what_to_do="Or say below which table it is."))
        return plan


def _facts(plan: PlanContent) -> dict[str, object]:
    return {
        "plan": plan.title,
        "themes": len(plan.themes),
        "actions": len(plan.actions),
        "columns": plan.columns,
        "rows": {"total": plan.fates.total, "kinds": plan.fates.counts()},
        "not_taken": [(each.table, each.rows, each.words, each.why) for each in plan.fates.not_taken()],
    }
