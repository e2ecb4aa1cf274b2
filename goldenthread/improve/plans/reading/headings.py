"""Which column is which: real plans' headings, in whichever row they stand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from goldenthread.foundation.intake import sheet
from goldenthread.improve.plans.reading.grid import EMPTY, Cell, Grid

Wanted = Mapping[str, Sequence[str]]

ACTIONS: Wanted = {
    "ref": ("ref no", "reference", "no", "number", "action no", "action number", "action ref", "id"),
    "theme": ("priority", "priority area", "area of weakness", "area for priority action", "area for improvement"),
    "outcome": ("outcome wanted", "desired outcome", "intended outcome", "what will be different", "outcomes"),
    "wording": ("action", "actions", "what we will do", "what will we do", "key action", "key actions", "task",
                "what will be done", "actions to be taken", "action required", "planned action"),
    "lead": ("lead officer", "owner", "who", "responsible officer", "action owner", "accountable lead", "by whom",
             "lead person", "lead professional", "responsible", "responsible lead", "person responsible", "lead s"),
    "body": ("responsible body", "organisation", "agency", "lead agency", "lead organisation"),
    "partners": ("partner", "partner organisations", "supported by", "with whom"),
    "workstream": ("work stream",),
    "activity": ("part of activity",),
    "starts": ("start", "start date", "starts", "planned start"),
    "due": ("timescale", "timescales", "by when", "due date", "deadline", "target date", "completion date", "end date",
            "when", "timeline", "timeframe", "date due", "completion"),
    "colour": ("brag", "rag", "rag rating", "brag rating", "status", "rag status", "brag status", "progress rating",
               "rating"),
    "progress": ("progress update", "progress to date", "update", "latest update", "comments", "comments evidence",
                 "commentary", "how is it going", "progress notes", "current position"),
    "updated": ("date updated", "last updated", "updated on", "date of update"),
    "milestone": ("milestones", "next milestone"),
    "milestone_due": ("milestone due",),
    "milestone_reached": ("milestone reached",),
    "evidence": ("evidence of impact", "evidence of completion", "impact evidence", "evidence and impact"),
    "captured": ("evidence captured", "evidence date"),
    "accepted_by": ("evidence accepted by",),
    "accepted_on": ("evidence accepted on",),
    "verified_by": ("verified by", "signed off by"),
    "verified_on": ("verified on", "signed off on"),
    "measure": ("impact measure", "kpi", "measure", "success measure", "performance indicator", "impact measures",
                "measure of success", "success criteria"),
    "remedy": ("remedial action", "recovery action"),
    "remedy_owner": ("remedial owner", "recovery owner"),
    "remedy_due": ("new date", "revised date"),
    "approved_by": ("approved by",),
    "approved_on": ("approved on",),
    "depends_on": ("dependencies", "dependent on", "needs"),
}  # fmt: skip
READ_AS = {
    "ref": "reference", "theme": "theme", "outcome": "outcome", "wording": "action", "lead": "lead",
    "body": "responsible body",
    "partners": "partners", "workstream": "workstream", "activity": "activity", "starts": "planned start",
    "due": "due date",
    "colour": "reported colour", "progress": "latest update", "updated": "date of the latest update",
    "milestone": "milestone",
    "milestone_due": "date of the milestone", "milestone_reached": "milestone reached", "evidence": "evidence",
    "captured": "date of the evidence", "accepted_by": "who accepted the evidence",
    "accepted_on": "evidence accepted on",
    "verified_by": "who verified completion", "verified_on": "verified on", "measure": "measure of the outcome",
    "remedy": "remedial action", "remedy_owner": "owner of the remedial action", "remedy_due": "new date",
    "approved_by": "who approved the new date", "approved_on": "new date approved on", "depends_on": "depends on",
}  # fmt: skip
NOT_READ = "not read"
WITHIN = 20  # rows from the top in which headings are looked for
TELLING = {"lead", "due", "colour", "progress", "ref", "outcome"}


@dataclass(frozen=True)
class Headings:
    """`at` is the place of the heading row among the grid's rows; `columns` {our name: place}; `words` as people
    wrote them.
    """

    at: int
    columns: Mapping[str, int]
    words: tuple[str, ...]

    def pairs(self, read_as: Mapping[str, str] = READ_AS) -> list[list[str]]:
        """[[their heading, what it is read as], …] for every heading that has words."""
        ours = {place: name for name, place in self.columns.items()}
        return [
            [word, read_as.get(ours[i], ours[i]) if i in ours else NOT_READ]
            for i, word in enumerate(self.words)
            if word
        ]

    def word(self, name: str) -> str:
        return self.words[self.columns[name]] if name in self.columns else name


def find(grid: Grid, wanted: Wanted = ACTIONS) -> Headings:
    """The row that names most columns, alone or together with the words above it."""
    best = Headings(0, {}, ())
    above: Sequence[Cell] = ()
    for at, (_, cells) in enumerate(grid.rows[:WITHIN]):
        for words in (_words(cells), _joined(above, cells)):
            found = sheet.guess(words, wanted)
            if len(found) > len(best.columns):
                best = Headings(at, {name: words.index(heading) for name, heading in found.items()}, words)
        above = cells
    return best


def tells_of_actions(headings: Headings) -> bool:
    return "wording" in headings.columns and len(TELLING & set(headings.columns)) >= 2


def _words(cells: Sequence[Cell]) -> tuple[str, ...]:
    return tuple(" ".join(cell.text.split())[:80] for cell in cells)


def _joined(above: Sequence[Cell], cells: Sequence[Cell]) -> tuple[str, ...]:
    """Two rows of headings as one; what stands above several columns is said over each of them."""
    said, over = "", []
    for i in range(len(cells)):
        said = (above[i] if i < len(above) else EMPTY).text or said
        over.append(said)
    return tuple(f"{group} {cell.text}".strip() for group, cell in zip(over, cells, strict=True))
