"""Which school followed which: the register's file of links (Get Information about Schools)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from goldenthread.foundation.intake import sheet
from goldenthread.foundation.intake.journal import image
from goldenthread.foundation.intake.models import Batch
from goldenthread.foundation.intake.source import Counted, Journal, Preview, Refused, Understanding, Upload
from goldenthread.foundation.ledger.reads import Actor
from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.record.establishments import reads

WANTED = {"urn": ("URN",), "link_urn": ("LinkURN",), "link_type": ("LinkType",), "since": ("LinkEstablishedDate",)}
NEEDED = ("urn", "link_urn", "link_type")


@dataclass(frozen=True)
class SchoolLinks:
    code: str = "school_links"
    title: str = "Links between schools"
    reads: str = "The register’s file of links as CSV: which school followed one that closed or became an academy."
    template: tuple[str, ...] = tuple(aliases[0] for aliases in WANTED.values())

    def recognises(self, upload: Upload) -> bool:
        return set(NEEDED) <= set(sheet.guess(sheet.headings(upload), WANTED))

    def understand(self, upload: Upload, area: LocalArea) -> Understanding:
        """The nation's file, of which only the area's own schools are taken; the latest successor of each."""
        table = sheet.read(upload)
        columns = sheet.guess(table.columns, WANTED)
        if missing := [WANTED[name][0] for name in NEEDED if name not in columns]:
            raise Refused(f"This table has no column {', '.join(missing)}. Bring the register's own file of links.")
        held = reads.by_urn(area)
        found: dict[str, tuple[date, str]] = {}
        for _, cells in table.rows:
            said = {name: cells.get(heading, "") for name, heading in columns.items()}
            if said["link_type"].startswith("Successor") and said["urn"] in held and said["link_urn"].isdecimal():
                link = (_since(said), said["link_urn"][:6])
                found[said["urn"]] = max(found.get(said["urn"], link), link)
        successors = {urn: successor for urn, (_, successor) in found.items()}
        return Understanding(self.title, len(successors), 0, 0, facts={"columns": columns}, content=successors)

    def preview(self, understanding: Understanding, area: LocalArea) -> Preview:
        held = reads.by_urn(area, list(understanding.content))
        changed = sum(held[urn].successor_urn != said for urn, said in understanding.content.items())
        return Preview((Counted("Schools and settings", 0, changed, len(understanding.content) - changed),))

    def commit(self, understanding: Understanding, batch: Batch, journal: Journal, by: Actor, on: date) -> None:  # noqa: ARG002  (the protocol)
        for urn, school in reads.by_urn(batch.area, list(understanding.content)).items():
            successor = understanding.content[urn]
            if school.successor_urn != successor:
                before = image(school)
                school.successor_urn = successor
                school.save(update_fields=["successor_urn"])
                journal.changed(school, before)


def _since(said: Mapping[str, str]) -> date:
    try:
        return sheet.day(said.get("since", "")) or date.min
    except ValueError:
        return date.min


source = SchoolLinks()
