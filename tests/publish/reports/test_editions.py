"""A paper from draft to frozen, and what may not happen to it."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction

from goldenthread.foundation.ledger import reads as ledger
from goldenthread.improve.plans.models import Update
from goldenthread.publish.reports import reads, writes
from goldenthread.publish.reports.document import from_json, passages
from goldenthread.publish.reports.models import Edition, Written
from tests.factories import people, reports

pytestmark = pytest.mark.django_db
ON = reports.ON


@pytest.fixture(autouse=True)
def _home(settings, tmp_path) -> None:
    settings.HOME = tmp_path


def state(edition: Edition) -> str:
    return Edition.objects.get(pk=edition.pk).state


def test_a_paper_goes_from_draft_to_frozen_with_a_line_for_each_step() -> None:
    edition, by = reports.draft(), reports.lead()

    states = [state(edition)]
    for code in reads.questions(edition):
        writes.write_words(edition=edition, code=code, words="Words.", by=by, on=ON)
    (asked,) = writes.circulate(edition=edition, consultees=[("Rob", "Finance")], by=by, on=ON)
    states.append(state(edition))
    writes.record_return(consultee=asked, by=by, on=ON)
    for role in ("Finance", "Legal", "Partners"):
        writes.clear(edition=edition, role=role, by=by, on=ON)
    states.append(state(edition))
    writes.freeze(edition=reads.edition(people.area(), edition.pk), by=by, on=ON)
    states.append(state(edition))

    told = [line.what for line in ledger.lines(subject=f"edition:{edition.pk}")][::-1]
    assert states == ["draft", "circulated", "cleared", "frozen"]
    assert told == [
        "paper drafted",
        *["words of a paper written"] * 13,
        "paper circulated",
        "comments on a paper returned",
        *["paper cleared"] * 3,
        "paper frozen",
    ]


def test_a_paper_with_gaps_is_not_frozen_and_says_which() -> None:
    edition = reports.draft(author="")

    with pytest.raises(writes.NotReady) as refused:
        writes.freeze(edition=edition, by=reports.lead(), on=ON)

    assert [gap.code for gap in refused.value.made.gaps] == list(reads.questions(edition))
    assert "words for “What does the monitoring officer advise?”" in str(refused.value)
    assert str(refused.value).endswith(
        "“Report author” in the head of the paper; clearance: Finance; clearance: Legal; clearance: Partners."
    )
    assert state(edition) == "draft"


def test_an_unknown_short_form_stops_freezing_until_it_is_explained() -> None:
    edition = reports.ready(words="The QZX has met.")

    with pytest.raises(writes.NotReady, match="what QZX stands for"):
        writes.freeze(edition=edition, by=reports.lead(), on=ON)
    writes.write_words(edition=edition, code="term:QZX", words="Quarterly Zone Xchange", by=reports.lead(), on=ON)

    made = reads.paper(reads.edition(people.area(), edition.pk))
    assert made.unknown == ()
    assert "The Quarterly Zone Xchange (QZX) has met." in list(passages(made.document))


def test_a_frozen_paper_says_the_same_after_new_facts() -> None:
    plan = reports.small_plan()
    edition = reports.frozen()
    before = {format: reads.rendered(edition, format) for format in ("html", "pdf")}

    Update.objects.create(action=plan.themes.get().actions.get(ref="1.1"), on=ON, reported="red", by="somebody")
    again = reads.edition(people.area(), edition.pk)

    assert {format: reads.rendered(again, format) for format in ("html", "pdf")} == before
    assert reads.paper(reports.draft()).document != reads.paper(again).document


@pytest.mark.parametrize(
    "change",
    [
        lambda edition: Edition.objects.filter(pk=edition.pk).update(title="Another"),
        lambda edition: Edition.objects.filter(pk=edition.pk).delete(),
        lambda edition: Written.objects.filter(edition=edition).update(words="Others"),
        lambda edition: Written.objects.create(edition=edition, code="more", words="More", by="x", on=ON),
        lambda edition: edition.clearances.all().delete(),
        lambda edition: edition.consultees.update(returned_on=ON),
    ],
)
def test_the_database_refuses_to_change_a_frozen_paper(change) -> None:
    edition = reports.frozen()

    with pytest.raises(DatabaseError, match="A frozen paper is never changed"), transaction.atomic():
        change(edition)


@pytest.mark.parametrize(
    "change",
    [
        lambda edition, by: writes.write_words(edition=edition, code="legal", words="x", by=by, on=ON),
        lambda edition, by: writes.retake_figures(edition=edition, by=by, on=ON),
        lambda edition, by: writes.change_header(edition=edition, title="x", by=by, on=ON),
        lambda edition, by: writes.circulate(edition=edition, consultees=[("", "x")], by=by, on=ON),
        lambda edition, by: writes.record_return(consultee=edition.consultees.first(), by=by, on=ON),
        lambda edition, by: writes.clear(edition=edition, role="Legal", by=by, on=ON),
        lambda edition, by: writes.freeze(edition=edition, by=by, on=ON),
    ],
)
def test_the_doors_refuse_a_frozen_paper_in_a_sentence(change) -> None:
    edition = reports.frozen()

    with pytest.raises(writes.Refused, match="is frozen: it is never changed"):
        change(edition, reports.lead())


def test_words_written_after_a_clearance_end_it() -> None:
    edition = reports.ready()

    writes.write_words(edition=edition, code="legal", words="New advice.", by=reports.lead(), on=ON)

    assert (state(edition), list(edition.clearances.values_list("role"))) == ("circulated", [])


def test_nobody_writes_over_words_they_have_not_seen() -> None:
    edition, by = reports.draft(), reports.lead()
    writes.write_words(edition=edition, code="legal", words="First.", by=by, on=ON, over="")

    with pytest.raises(writes.ChangedSince) as clash:
        writes.write_words(edition=edition, code="legal", words="Second.", by=by, on=ON, over="")
    writes.write_words(edition=edition, code="legal", words="Both.", by=by, on=ON, over=clash.value.written.words)

    assert Written.objects.get(edition=edition, code="legal").words == "Both."


def test_words_taken_away_open_the_gap_again() -> None:
    edition = reports.ready()

    writes.write_words(edition=edition, code="legal", words="  ", by=reports.lead(), on=ON)

    made = reads.paper(reads.edition(people.area(), edition.pk))
    assert [gap.code for gap in made.gaps] == ["legal"]


def test_a_question_that_the_paper_does_not_ask_is_refused() -> None:
    with pytest.raises(writes.Refused, match="no question with the code “weather”"):
        writes.write_words(edition=reports.draft(), code="weather", words="x", by=reports.lead(), on=ON)


def test_a_clearance_that_the_report_does_not_know_is_refused() -> None:
    with pytest.raises(writes.Refused, match="It needs: Finance, Legal, Partners"):
        writes.clear(edition=reports.draft(), role="Weather", by=reports.lead(), on=ON)


def test_figures_taken_again_keep_the_words() -> None:
    plan = reports.small_plan()
    edition = reports.ready()
    Update.objects.create(action=plan.themes.get().actions.get(ref="1.1"), on=ON, reported="amber", by="somebody")

    writes.retake_figures(edition=edition, by=reports.lead(), on=ON)

    made = reads.paper(reads.edition(people.area(), edition.pk))
    assert made.gaps == ()
    assert "Of 3 actions, 1 is complete, none are on track, 1 has a minor issue" in "\n".join(passages(made.document))


def test_a_correction_says_what_it_says_differently_and_why() -> None:
    plan = reports.small_plan()
    edition = reports.frozen()
    Update.objects.create(action=plan.themes.get().actions.get(ref="1.1"), on=ON, reported="amber", by="somebody")

    correction = writes.correct_edition(edition=edition, why="An update was late.", by=reports.lead(), on=ON)

    made = reads.paper(reads.edition(people.area(), correction.pk))
    said = list(passages(made.document))
    assert (correction.number, correction.corrects) == (2, edition)
    assert "It takes the place of edition 1. Why: An update was late." in said
    assert (
        "Reasons for recommendations and options considered, table “Actions by theme and reported colour, as at 31 "
        "October 2026”, row “1. Theme 1”, “G Green (on track)”: “1” became “0”"
    ) in said
    assert made.gaps == ()


def test_only_a_frozen_paper_is_corrected() -> None:
    with pytest.raises(writes.Refused, match="Only a frozen paper"):
        writes.correct_edition(edition=reports.draft(), why="x", by=reports.lead(), on=ON)


def test_what_changed_since_the_last_frozen_paper() -> None:
    first = reports.frozen(title="SEND improvement")

    second = reports.ready(title="SEND improvement: spring", words="Other words.")

    changed = [(one.where, one.before, one.after) for one in reads.changes(second)]
    assert reads.previous(second) == first
    assert ("title", "SEND improvement", "SEND improvement: spring") in changed
    assert ("text", "Plain words.", "Other words.") in changed


def test_a_rendering_is_made_once_for_the_same_content(tmp_path) -> None:
    edition = reports.draft()

    once, twice = reads.rendered(edition, "html"), reads.rendered(edition, "html")

    assert once == twice
    assert [path.suffix for path in (tmp_path / "papers").iterdir()] == [".html"]


def test_the_frozen_hash_is_that_of_the_kept_paper() -> None:
    edition = reports.frozen()

    assert from_json(edition.document) == reads.paper(edition).document
    assert len(edition.sha256) == 64


def test_numbers_count_up_and_the_same_meeting_keeps_its_paper() -> None:
    one = {"report": "cabinet_report", "area": people.area(), "body": "Cabinet", "as_at": reports.AS_AT}
    first = writes.edition_for(**one, meeting_on=reports.MEETING, by=ledger.SYSTEM, on=ON)

    again = writes.edition_for(**one, meeting_on=reports.MEETING, by=ledger.SYSTEM, on=ON)
    later = writes.edition_for(**one, meeting_on=reports.MEETING + timedelta(days=91), by=ledger.SYSTEM, on=ON)

    assert (first.pk, first.number, later.number) == (again.pk, 1, 2)


def test_a_report_that_there_is_not_is_refused() -> None:
    with pytest.raises(reads.UnknownReport, match=r"There is no report “weather”\. There is: cabinet_report"):
        writes.draft_edition(
            report="weather", area=people.area(), body="Cabinet", meeting_on=date(2026, 11, 12), as_at=ON,
            by=ledger.SYSTEM, on=ON,
        )  # fmt: skip
