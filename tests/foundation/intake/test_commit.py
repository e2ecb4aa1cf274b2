"""All or nothing, whatever happens in the middle."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from django_scopes import scopes_disabled

from goldenthread.foundation.intake import reads, writes
from goldenthread.foundation.intake.models import ROWS_KEPT, Batch, JournalPage, State
from goldenthread.foundation.intake.source import Refused
from goldenthread.foundation.ledger import reads as ledger
from goldenthread.foundation.ledger.reads import SYSTEM
from goldenthread.record.casework.models import Child
from goldenthread.record.casework.sen2.merge import Merge
from tests.factories import people
from tests.factories.casework import ON, sen2_person, upload, waiting, xml_upload

HOUSE = Path(__file__).resolve().parents[3]


def received(file):
    batch = writes.receive(area=people.area(), upload=file, by=SYSTEM, on=ON)
    return batch, writes.understand(batch=batch, by=SYSTEM, on=ON)


@pytest.mark.django_db
def test_a_fault_in_the_middle_leaves_nothing_written(monkeypatch):
    batch, _ = received(xml_upload(sen2_person(1, waiting())))
    write = Merge.write

    def write_and_fail(self, journal):
        write(self, journal)
        raise RuntimeError("The power went.")

    monkeypatch.setattr(Merge, "write", write_and_fail)

    with pytest.raises(RuntimeError):
        writes.commit(batch=batch, by=SYSTEM, on=ON)

    batch.refresh_from_db()
    with scopes_disabled():
        assert (Child.objects.count(), JournalPage.objects.count(), batch.state) == (0, 0, State.UNDERSTOOD)


KILLED = """
import os, signal, django
django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from goldenthread.foundation.intake import writes
from goldenthread.foundation.ledger.reads import SYSTEM
from goldenthread.record.casework.sen2.merge import Merge
from tests.factories import people
from tests.factories.casework import ON, sen2_person, waiting, xml_upload
batch = writes.receive(area=people.area(), upload=xml_upload(sen2_person(1, waiting())), by=SYSTEM, on=ON)
writes.understand(batch=batch, by=SYSTEM, on=ON)
write = Merge.write
def write_and_die(self, journal):
    write(self, journal)
    print("written", flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
Merge.write = write_and_die
writes.commit(batch=batch, by=SYSTEM, on=ON)
"""


@pytest.mark.slow
def test_a_process_killed_mid_commit_leaves_nothing_half_written(tmp_path):
    environment = {
        "GOLDENTHREAD_HOME": str(tmp_path), "PYTHONPATH": str(HOUSE),
        "DJANGO_SETTINGS_MODULE": "goldenthread.config.settings", "PATH": "/usr/bin:/bin",
    }  # fmt: skip

    ended = subprocess.run([sys.executable, "-c", KILLED], env=environment, capture_output=True, text=True, check=False)

    assert (ended.stdout, ended.returncode) == ("written\n", -9)
    database = sqlite3.connect(tmp_path / "goldenthread.sqlite3")
    children = database.execute("SELECT count(*) FROM casework_child").fetchone()
    states = database.execute("SELECT state FROM intake_batch").fetchall()
    database.close()
    assert (children, states) == ((0,), [("understood",)])


@pytest.mark.django_db
def test_each_step_leaves_one_line_in_the_ledger_without_the_files_name():
    batch, understanding = received(xml_upload(sen2_person(1, waiting())))
    writes.commit(batch=batch, by=SYSTEM, on=ON, understanding=understanding)
    writes.undo(batch=batch, by=SYSTEM, on=ON, why="A test.")

    lines = ledger.lines(subject=f"batch:{batch.public_id}").order_by("position")

    assert [line.what for line in lines] == ["file received", "file understood", "file committed", "batch undone"]
    assert not any(batch.file_name in str(line.words()) for line in lines)


@pytest.mark.django_db
def test_a_batch_is_committed_once_and_undone_once():
    batch, understanding = received(xml_upload(sen2_person(1, waiting())))
    writes.commit(batch=batch, by=SYSTEM, on=ON, understanding=understanding)

    with pytest.raises(Refused, match="it is committed"):
        writes.commit(batch=batch, by=SYSTEM, on=ON)
    with pytest.raises(Refused, match="has been committed already"):
        writes.understand(batch=batch, by=SYSTEM, on=ON)
    writes.undo(batch=batch, by=SYSTEM, on=ON, why="A test.")
    with pytest.raises(Refused, match="not committed"):
        writes.undo(batch=batch, by=SYSTEM, on=ON, why="A test.")


@pytest.mark.django_db
def test_a_hostile_file_is_recorded_and_not_kept():
    batch, understanding = received(upload(b"%PDF-1.7", "letter.pdf"))

    assert (batch.state, understanding) == (State.REFUSED, None)
    assert "a PDF" in batch.refusal


@pytest.mark.django_db
def test_a_file_that_nobody_recognises_can_be_named_by_a_person():
    table = upload(b"When,What,Reply\n2026-10-01,experience,4\n", "answers.csv")
    batch, _ = received(table)
    assert batch.refusal == "We could not tell what this file is. Choose its kind from the list and try again."

    writes.understand(batch=batch, by=SYSTEM, on=ON, source="survey")

    assert batch.refusal.startswith("We could not find the column answered on")


@pytest.mark.django_db
def test_problems_are_kept_up_to_a_limit_and_counted_beyond_it():
    rows = "".join(f"nonsense,experience,{number}\n" for number in range(ROWS_KEPT + 10))
    batch, _ = received(upload(f"answered_on,question,answer\n{rows}".encode()))

    assert reads.problems(batch).count() == ROWS_KEPT
    assert reads.problem_total(batch) == ROWS_KEPT + 10


@pytest.mark.django_db
def test_the_same_file_is_kept_once_and_said_to_be_the_same():
    first, understanding = received(xml_upload(sen2_person(1, waiting())))
    writes.commit(batch=first, by=SYSTEM, on=ON, understanding=understanding)

    second, _ = received(xml_upload(sen2_person(1, waiting())))

    assert reads.same_file(second) == first
    assert Batch.objects.count() == 2
