"""The lead's two minutes: one page, what the facts support said as it is filled, and nothing that is typed lost."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from goldenthread.foundation.ledger import reads as ledger
from goldenthread.foundation.notices import reads as notices
from goldenthread.foundation.partnership.models import Person, Role
from goldenthread.improve.plans import writes
from goldenthread.improve.plans.models import Action, Remedy, Update
from goldenthread.rules.honesty.colours import Colour
from tests.factories import people
from tests.factories.plans import ON, action

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def ann() -> Person:
    """Leads the action, and holds no other role in the plan."""
    return people.person(Role.ACTION_LEAD, name="Ann Bell")


@pytest.fixture
def made(ann: Person) -> Action:
    return action(lead=ann, updated_on=ON - 9 * DAY)


@pytest.fixture
def phone(ann: Person) -> Client:
    return people.signed_in(ann)


def address(made: Action, page: str = "report") -> str:
    return reverse(f"plans:{page}", args=[made.pk])


def words_of(answer) -> str:
    return " ".join(answer.content.decode().split())


def typed(made: Action, colour: str = "green", **more) -> dict:
    return {"colour": colour, "done": "Half of it.", "seen": made.updates.first().pk, **more}


# The page


def test_it_opens_with_what_stands_and_what_was_promised(phone: Client, made: Action) -> None:
    made.updates.update(next_step="Ask the schools.", by=made.lead.handle)

    page = words_of(phone.get(address(made)))

    assert "on 22 October 2026 by Ann Bell. Next was to be: “Ask the schools.”" in page
    assert 'value="green" checked' in page
    assert "Reported Green, the facts support" in page


def test_each_colour_is_a_chip_with_letter_word_and_shape(phone: Client, made: Action) -> None:
    page = words_of(phone.get(address(made)))

    assert page.count('<span class="gt-chip gt-chip--red"><span aria-hidden="true">◆ R</span> Red') == 1


def test_a_milestone_is_asked_for_only_where_one_is_due(phone: Client, made: Action) -> None:
    made.milestones.create(title="Far off", due_on=ON + 60 * DAY)
    before = words_of(phone.get(address(made)))
    made.milestones.create(title="Half way", due_on=ON + 14 * DAY)

    after = words_of(phone.get(address(made)))

    assert ["Has a milestone been reached?" in page for page in (before, after)] == [False, True]
    assert ("Half way, due 14 November 2026" in after, "Far off" in after) == (True, False)


def test_a_remedy_that_stands_is_shown_and_not_asked_for_again(phone: Client, made: Action) -> None:
    before = words_of(phone.get(address(made)))
    Remedy.objects.create(action=made, wording="Ask the supplier.", owner="Wen", due_on=ON + 30 * DAY)

    after = words_of(phone.get(address(made)))

    assert ["who will do it?" in page for page in (before, after)] == [True, False]
    assert "it will be put right so: Ask the supplier. Wen, by 30 November 2026." in after


def test_a_remedy_whose_day_has_passed_does_not_serve_again(phone: Client, made: Action) -> None:
    Remedy.objects.create(action=made, wording="Ask the supplier.", owner="Wen", due_on=ON - DAY)

    assert "who will do it?" in words_of(phone.get(address(made)))


# The line


def test_the_line_follows_the_colour(phone: Client, made: Action) -> None:
    Action.objects.filter(pk=made.pk).update(due_on=ON - DAY)

    green, blue = (words_of(phone.get(address(made, "supports"), {"colour": c})) for c in ("green", "blue"))

    assert '<div data-supported="red">' in green
    assert "It was due on 30 October 2026 and is not complete." in green
    assert '<div data-supported="green">' in blue
    assert "Offer evidence below: it goes to a verifier when you save." in blue


def test_the_line_says_that_offered_evidence_waits_for_somebody_else(phone: Client, made: Action) -> None:
    line = words_of(phone.get(address(made, "supports"), {"colour": "blue", "evidence": "1"}))

    assert "counts once somebody else has accepted it" in line


def test_the_line_takes_a_ticked_milestone_as_reached_and_saves_nothing(phone: Client, made: Action) -> None:
    missed = made.milestones.create(title="Half way", due_on=ON - 5 * DAY)
    asked = {"colour": "green"}

    lines = [words_of(phone.get(address(made, "supports"), {**asked, **more})) for more in ({}, {"reached": missed.pk})]

    assert ["“Half way” was due" in line for line in lines] == [True, False]
    assert made.milestones.get().reached_on is None


@pytest.mark.parametrize("asked", [{}, {"colour": "mauve"}])
def test_the_line_without_a_colour_asks_for_one(phone: Client, made: Action, asked: dict[str, str]) -> None:
    answer = phone.get(address(made, "supports"), asked)

    assert (answer.status_code, "Choose a colour" in words_of(answer)) == (200, True)


def test_red_without_a_remedy_is_said_on_the_line(phone: Client, made: Action) -> None:
    line = words_of(phone.get(address(made, "supports"), {"colour": "red"}))

    assert "Red is saved with what will be done to put it right, by whom and by when." in line


# Saving


def test_who_has_read_the_line_saves_at_once(phone: Client, made: Action) -> None:
    answer = phone.post(address(made), typed(made, told="green"))

    assert (answer.status_code, Update.objects.count()) == (302, 2)


def test_who_was_told_another_colour_is_shown_the_check_first(phone: Client, made: Action) -> None:
    Action.objects.filter(pk=made.pk).update(due_on=ON - DAY)

    answer = phone.post(address(made), typed(made, told="green"))

    assert (answer.status_code, Update.objects.count()) == (200, 1)
    assert "The facts support Red" in words_of(answer)


def test_without_a_script_the_check_carries_everything_through(phone: Client, made: Action) -> None:
    missed = made.milestones.create(title="Half way", due_on=ON - DAY)
    everything = typed(
        made, next_step="More.", help_needed="A room.", reached=[missed.pk], evidence="Minutes", words="It is so."
    )

    shown = phone.post(address(made), everything)
    carried = dict.fromkeys(shown.context["form"].fields, "")
    for name, value in shown.context["form"].typed():
        carried[name] = value
    phone.post(address(made), {**carried, "confirmed": "yes"})

    newest = made.updates.first()
    assert (newest.done, newest.next_step, newest.help_needed) == ("Half of it.", "More.", "A room.")
    assert made.milestones.get().reached_on == ON
    assert made.evidence.get().words == "It is so."


def test_changing_it_first_loses_nothing(phone: Client, made: Action) -> None:
    answer = phone.post(address(made), typed(made, next_step="More.", change="yes"))

    page = words_of(answer)
    assert (answer.status_code, "Half of it." in page, "More." in page, Update.objects.count()) == (200, True, True, 1)


def test_evidence_without_a_name_is_asked_for_one(phone: Client, made: Action) -> None:
    answer = phone.post(address(made), typed(made, words="It is so.", confirmed="yes"))

    assert (answer.status_code, Update.objects.count()) == (400, 1)
    assert "Say what the evidence is: a title by which others find it." in words_of(answer)


def test_who_came_from_their_own_list_goes_back_to_it(phone: Client, made: Action) -> None:
    answer = phone.post(address(made) + "?back=mine", typed(made, confirmed="yes"))

    assert answer.url == reverse("plans:mine")


def test_somebody_who_shares_an_action_reports_and_a_stranger_does_not(made: Action) -> None:
    shares, stranger = people.person(Role.ACTION_LEAD), people.person(Role.ACTION_LEAD)
    made.shared_with.add(shares)

    answers = [people.signed_in(who).get(address(made)).status_code for who in (shares, stranger)]

    assert answers == [200, 403]


@pytest.mark.parametrize("count", [1, 3])
def test_the_report_and_its_line_ask_the_database_seldom(
    phone: Client, made: Action, count: int, django_assert_max_num_queries
) -> None:
    for number in range(count):
        made.milestones.create(title=f"Step {number}", due_on=ON)
        made.depends_on.create(needs=action(f"0.{number}", "red"))

    with django_assert_max_num_queries(15):
        phone.get(address(made))
    with django_assert_max_num_queries(15):
        phone.get(address(made, "supports"), {"colour": "green"})


# What is written


def test_a_report_is_one_save_with_its_evidence_and_its_milestone(made: Action, ann: Person) -> None:
    missed = made.milestones.create(title="Half way", due_on=ON - DAY)
    elsewhere = action("9.9").milestones.create(title="Another’s", due_on=ON - DAY)

    writes.report_progress(
        action=made,
        colour=Colour.GREEN,
        done="Half.",
        reached=[missed.pk, elsewhere.pk],
        evidence=writes.EvidenceGiven("Minutes", "It is so.", "The shared drive"),
        by=ann,
        on=ON,
    )

    missed.refresh_from_db()
    elsewhere.refresh_from_db()
    assert (missed.reached_on, elsewhere.reached_on) == (ON, None)
    assert list(made.evidence.values_list("title", "words", "address", "offered_by")) == [
        ("Minutes", "It is so.", "The shared drive", ann.handle)
    ]
    assert sorted(line.what for line in ledger.lines(by=ann.handle)) == [
        "evidence offered",
        "milestone reached",
        "progress reported",
    ]


def test_help_that_is_asked_for_is_told_to_those_who_keep_the_plan(made: Action, ann: Person) -> None:
    keeper = people.person(Role.IMPROVEMENT_LEAD)
    people.person(Role.IMPROVEMENT_LEAD, in_area=people.area("998"))

    for needed in ("", "A room for the panel."):
        writes.report_progress(action=made, colour=Colour.GREEN, done="Half.", help_needed=needed, by=ann, on=ON)

    told = notices.told(keeper).get()
    assert (told.what, told.why, told.href) == (
        "Action 1.1 needs help",
        "A room for the panel.",
        address(made, "action"),
    )


def test_what_has_left_the_plan_is_not_reported_on(made: Action, ann: Person) -> None:
    Action.objects.filter(pk=made.pk).update(ended_on=date(2026, 10, 1), ended_because="withdrawn")

    with pytest.raises(writes.CannotSave, match="withdrawn on 1 October 2026"):
        writes.report_progress(action=made, colour=Colour.GREEN, done="Half.", by=ann, on=ON)
