"""The workbook in which an area keeps its meetings: forward plan, decisions, action tracker, and the registers."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from goldenthread.foundation.intake.keeper import Unwritten
from goldenthread.foundation.intake.models import Batch
from goldenthread.foundation.intake.source import BulkJournal, Preview, Refused, Understanding, Upload
from goldenthread.foundation.ledger.reads import Actor
from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.improve.governance.merging.desk import Desk
from goldenthread.improve.governance.merging.keeper import Keeper
from goldenthread.improve.governance.merging.merge import merge
from goldenthread.improve.governance.reading.book import CannotRead, read_book
from goldenthread.improve.governance.reading.lines import Content
from goldenthread.improve.governance.reading.sheets import WITHIN
from goldenthread.improve.governance.reading.workbook import KINDS, is_of_meetings, read_workbook

LARGEST = 20_000_000  # bytes; ten years of a board's meetings have fewer than two million
PART = b"xl/workbook.xml"
WANTED = {
    f"{kind.name}: {name}": called for kind in KINDS for name, called in kind.wanted.items()
}  # for the reference that is printed
NEEDED = tuple(
    f"{kind.name}: {column.name.replace('_', ' ')}" for kind in KINDS for column in kind.columns if column.needed
)
AFTER_ALL = date(9999, 12, 31)  # the day of a rehearsal where the file does not say when it was saved


@dataclass(frozen=True)
class MeetingsWorkbook:
    code: str = "meetings_workbook"
    title: str = "Meetings, decisions and registers in Excel"
    reads: str = (
        "A workbook as .xlsx with any of these sheets, each with its headings above its rows: "
        f"{', '.join(kind.name for kind in KINDS)}."
    )

    def recognises(self, upload: Upload) -> bool:
        if upload.first(2) != b"PK" or upload.size > LARGEST:
            return False
        content = upload.first(LARGEST)
        try:
            return PART in content and is_of_meetings(read_book(content, WITHIN))
        except CannotRead:
            return False

    def understand(self, upload: Upload, area: LocalArea) -> Understanding:
        """What hangs on records that are not here shows only beside them, so the commit is rehearsed."""
        if upload.size > LARGEST:
            raise Refused("This workbook is too large to be of meetings. Take out its pictures and bring it again.")
        try:
            content = read_workbook(read_book(upload.first(LARGEST)))
        except CannotRead as why:
            raise Refused(str(why)) from why
        if not content.lines and not content.aside:
            names = ", ".join(kind.name for kind in KINDS)
            raise Refused(f"No sheet of this workbook is of meetings. Call its sheets by what they hold: {names}.")
        desk = _rehearsed(content, area)
        problems = (*content.problems, *desk.problems)
        content.set_aside((each.table, each.row) for each in desk.problems if each.severity == "error")
        to_check = len({(each.table, each.row) for each in problems if each.row} & content.taken)
        return Understanding(
            self.title,
            len(content.taken) - to_check,
            to_check,
            content.kept_aside,
            problems=problems,
            facts=_facts(content),
            content=content,
        )

    def preview(self, understanding: Understanding, area: LocalArea) -> Preview:
        """The very commit, rolled back. What it found is said in the understanding already."""
        keeper = _rehearsed(understanding.content, area).keeper
        return Preview(keeper.counts(), changes=tuple(keeper.changes))

    def commit(self, understanding: Understanding, batch: Batch, journal: BulkJournal, by: Actor, on: date) -> None:  # noqa: ARG002  (the protocol)
        merge(Desk(batch.area, understanding.content, Keeper(journal), on))


def _rehearsed(content: Content, area: LocalArea) -> Desk:
    with transaction.atomic():
        desk = Desk(area, content, Keeper(Unwritten()), AFTER_ALL)
        merge(desk)
        transaction.set_rollback(True)
    return desk


def _facts(content: Content) -> dict[str, object]:
    return {
        "columns": content.columns,
        "rows": {"total": len(content.fates), "kinds": content.counts()},
        "not_taken": content.unread,
    }


source = MeetingsWorkbook()
