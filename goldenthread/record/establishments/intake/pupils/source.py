"""What the three sources of pupil extracts share: a file of pupils in, one extract for each kind and day of it kept.

Arrow is imported when a file is read, not when the site starts.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.conf import settings

from goldenthread.foundation.intake.models import Batch
from goldenthread.foundation.intake.source import Counted, Journal, Preview, Understanding, Upload
from goldenthread.foundation.ledger.reads import Actor
from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.record.establishments import reads, writes
from goldenthread.rules.pseudonym import pseudonyms


@dataclass(frozen=True)
class PupilSource:
    code: str
    title: str
    reads: str
    kind: str
    template: tuple[str, ...] = ()
    personal: bool = True  # what its cells hold is shown only to those who may see names

    def recognises(self, upload: Upload) -> bool:
        from goldenthread.record.establishments.extracts.headings import kind_of_upload

        return kind_of_upload(upload) == self.kind

    def understand(self, upload: Upload, area: LocalArea) -> Understanding:
        return self.understand_as(upload, area, {})

    def understand_as(self, upload: Upload, area: LocalArea, chosen: Mapping[str, str]) -> Understanding:
        from goldenthread.record.establishments.extracts import bringing
        from goldenthread.record.establishments.extracts.who import Known

        pseudonym = pseudonyms(settings.PSEUDONYM_KEY)
        known = Known(reads.by_urn(area), pseudonym, chosen, lambda: reads.children_by_roll(area))
        into, choices = bringing.brought(upload, known, self.kind)
        return bringing.understanding(self.title, into, choices)

    def preview(self, understanding: Understanding, area: LocalArea) -> Preview:
        counts: dict[str, Counted] = {}
        for made in understanding.content:
            same, replaced = reads.extract_held(area, made)
            rows, before = made.table.num_rows, counts.get(made.kind)
            told = (0, 0, rows) if same else (rows - replaced, replaced, 0)
            held = (before.added, before.changed, before.unchanged) if before else (0, 0, 0)
            words = reads.KINDS[made.kind]
            counts[made.kind] = Counted(words, *(a + b for a, b in zip(held, told, strict=True)))
        return Preview(tuple(counts.values()))

    def commit(self, understanding: Understanding, batch: Batch, journal: Journal, by: Actor, on: date) -> None:  # noqa: ARG002  (the protocol)
        from goldenthread.record.establishments.extracts.bringing import refuse_still_to_come

        refuse_still_to_come(understanding.content, on)
        writes.keep_extracts(made=understanding.content, batch=batch, journal=journal, on=on)
