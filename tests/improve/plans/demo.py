"""The demonstration's plan, committed through the intake's own door."""

from io import BytesIO
from pathlib import Path

from goldenthread.config.synth.plan import messy, word, workbook
from goldenthread.foundation.intake import writes as intake
from goldenthread.foundation.intake.models import Batch
from goldenthread.foundation.intake.source import Upload
from goldenthread.foundation.partnership.models import LocalArea, Person
from tests.factories import people

MAKERS = {"plan.xlsx": workbook.write, "messy_plan.xlsx": messy.write, "plan.docx": word.write}


def file(folder: Path, name: str) -> bytes:
    MAKERS[name](folder / name)
    return (folder / name).read_bytes()


def bring(content: bytes, by: Person, name: str = "plan.xlsx", area: LocalArea | None = None) -> Batch:
    """Received and understood, not yet committed."""
    upload = Upload(name, len(content), lambda: BytesIO(content))
    batch = intake.receive(area=area or people.area(), upload=upload, by=by, on=people.TODAY)
    intake.understand(batch=batch, by=by, on=people.TODAY)
    return batch


def commit(content: bytes, by: Person, name: str = "plan.xlsx") -> Batch:
    batch = bring(content, by, name)
    intake.commit(batch=batch, by=by, on=people.TODAY)
    return batch
