"""What whoever brings a file may say of it: of a source that asks, and of one that does not."""

# ruff: noqa: ARG002  (the protocol)

from dataclasses import dataclass, field

import pytest
from django.urls import reverse

from goldenthread.foundation.intake import reads, registry, writes
from goldenthread.foundation.intake.models import Batch, State
from goldenthread.foundation.intake.source import Change, Choice, Preview, Understanding, Upload
from goldenthread.foundation.ledger.reads import SYSTEM
from goldenthread.foundation.partnership.models import Role
from tests.factories import people
from tests.factories.casework import ON, sen2_person, upload, waiting, xml_upload

pytestmark = pytest.mark.django_db


@dataclass
class Asking:
    """A source of letters that asks who wrote one."""

    code: str = "letters"
    title: str = "Letters"
    reads: str = "Letters."
    committed: list[dict[str, str]] = field(default_factory=list)

    def recognises(self, upload: Upload) -> bool:
        return upload.first(4) == b"Dear"

    def understand(self, upload, area) -> Understanding:
        return self.understand_as(upload, area, {})

    def understand_as(self, upload, area, chosen) -> Understanding:
        who = Choice("who", "Who wrote it?", chosen.get("who", "Nobody"), hint="<i>of</i>", group="The letter")
        tick = Choice("kind", "Is it kind?", chosen.get("kind", ""), "tick", group="The letter")
        return Understanding("A letter", 1, 0, 0, content=dict(chosen), choices=(who, tick))

    def preview(self, understanding, area) -> Preview:
        return Preview((), (), (Change("Letter 1", "writer", "nothing", understanding.content.get("who", "Nobody")),))

    def commit(self, understanding, batch, journal, by, on) -> None:
        self.committed.append(understanding.content)


@pytest.fixture
def asking(monkeypatch) -> Asking:
    source = Asking()
    known = [*registry.sources(), source]
    monkeypatch.setattr(registry, "sources", lambda: known)
    return source


def brought(file: Upload) -> Batch:
    batch = writes.receive(area=people.area(), upload=file, by=SYSTEM, on=ON)
    writes.understand(batch=batch, by=SYSTEM, on=ON)
    return batch


def test_what_a_person_says_is_kept_and_committed(asking: Asking) -> None:
    batch = brought(upload(b"Dear all", "letter.txt"))

    writes.understand(batch=batch, by=SYSTEM, on=ON, chosen={"who": "Ann"})
    writes.commit(batch=batch, by=SYSTEM, on=ON)

    assert [(each.name, each.answer) for each in reads.choices(batch)] == [("who", "Ann"), ("kind", "")]
    assert [(each.what, each.after) for each in reads.changes(batch)] == [("Letter 1", "Ann")]
    assert asking.committed == [{"who": "Ann"}]


def test_understood_again_without_a_word_it_stays_as_it_was_said(asking: Asking) -> None:
    batch = brought(upload(b"Dear all", "letter.txt"))
    writes.understand(batch=batch, by=SYSTEM, on=ON, chosen={"who": "Ann"})

    writes.understand(batch=batch, by=SYSTEM, on=ON)

    assert batch.chosen == {"who": "Ann"}


def test_what_was_said_of_a_letter_is_not_said_of_another_kind_of_file(asking: Asking) -> None:
    batch = brought(upload(b"Dear all", "letter.txt"))
    writes.understand(batch=batch, by=SYSTEM, on=ON, chosen={"who": "Ann"})

    writes.understand(batch=batch, by=SYSTEM, on=ON, source="survey")

    assert (batch.state, batch.chosen) == (State.REFUSED, {})


def test_the_page_asks_and_writes_nothing(asking: Asking) -> None:
    browser = people.signed_in(people.person(Role.SERVICE_MANAGER))
    batch = brought(upload(b"Dear all", "letter.txt"))
    page = browser.get(reverse("intake:batch", args=[batch.public_id]))
    boxes = {choice.name: box for box, choice in page.context["otherwise"].offered.items()}

    browser.post(reverse("intake:choices", args=[batch.public_id]), {boxes["who"]: "Ann", boxes["kind"]: "on"})

    batch.refresh_from_db()
    assert (batch.state, batch.chosen) == (State.UNDERSTOOD, {"who": "Ann", "kind": "yes"})
    assert "&lt;i&gt;of&lt;/i&gt;" in page.text
    assert asking.committed == []


def test_a_committed_batch_is_not_understood_otherwise(asking: Asking) -> None:
    browser = people.signed_in(people.person(Role.SERVICE_MANAGER))
    batch = brought(upload(b"Dear all", "letter.txt"))
    writes.commit(batch=batch, by=SYSTEM, on=ON)

    answer = browser.post(reverse("intake:choices", args=[batch.public_id]), {"who": "Ann"}, follow=True)

    batch.refresh_from_db()
    assert (batch.state, batch.chosen) == (State.COMMITTED, {})
    assert "How it is read" not in answer.text
    assert "What changed: 1" in answer.text


def test_those_who_may_not_see_the_cells_are_not_asked(asking: Asking) -> None:
    asking.personal = True
    batch = brought(upload(b"Dear all", "letter.txt"))
    browser = people.signed_in(people.person(Role.IMPROVEMENT_LEAD))

    page = browser.get(reverse("intake:batch", args=[batch.public_id]))
    answer = browser.post(reverse("intake:choices", args=[batch.public_id]))

    assert "Who wrote it?" not in page.text
    assert answer.status_code == 403


def test_a_source_that_asks_nothing_shows_no_question() -> None:
    batch = brought(xml_upload(sen2_person(1, waiting())))

    page = people.signed_in(people.person(Role.ANALYST)).get(reverse("intake:batch", args=[batch.public_id]))

    assert (batch.choices, batch.changes, "How it is read" in page.text) == ([], [], False)
