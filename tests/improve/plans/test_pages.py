from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from goldenthread.foundation.ledger.reads import SYSTEM
from goldenthread.foundation.partnership.models import Role
from goldenthread.improve.plans import reads, writes
from goldenthread.improve.plans.models import Action, Evidence, OutcomeMeasure, Update
from tests.factories import people
from tests.factories.plans import ON, action, plan, theme

pytestmark = pytest.mark.django_db
GET = ("index", "challenges", "theme", "action")
WRITING = ("report", "sign", "reword", "offer_evidence", "evidence", "report_theme", "sign_theme")


def address(page: str, made: Action) -> str:
    keys = {
        "index": [],
        "challenges": [],
        "theme": [made.theme_id],
        "report_theme": [made.theme_id],
        "sign_theme": [made.theme_id],
    }
    if page == "evidence":
        keys[page] = [made.evidence.first().pk]
    return reverse(f"plans:{page}", args=keys.get(page, [made.pk]))


def seen(client: Client, page: str, made: Action) -> str:
    answer = client.get(address(page, made))
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


@pytest.fixture
def made() -> Action:
    """Green, and overdue: challenged."""
    found = action(due_on=ON - timedelta(days=9))
    Evidence.objects.create(action=found, title="A letter", captured_on=ON)
    return found


@pytest.fixture
def bob() -> Client:
    return people.signed_in(people.person(Role.IMPROVEMENT_LEAD, name="Bob Keeper"))


READERS = [role for role in Role if role is not Role.ADMINISTRATOR]
KEEPERS = {Role.IMPROVEMENT_LEAD, Role.SERVICE_MANAGER}
BOARD = {Role.BOARD_MEMBER, Role.BOARD_CHAIR}
ALSO = {"sign": BOARD, "sign_theme": BOARD, "evidence": {*BOARD, Role.VERIFIER}}


@pytest.mark.parametrize("page", GET)
@pytest.mark.parametrize("role", Role)
def test_who_may_read(made: Action, page: str, role: Role) -> None:
    answer = people.signed_in(people.person(role)).get(address(page, made))

    assert answer.status_code == (200 if role in READERS else 403)


@pytest.mark.parametrize("page", WRITING)
@pytest.mark.parametrize("role", Role)
def test_who_may_write(made: Action, page: str, role: Role) -> None:
    answer = people.signed_in(people.person(role)).get(address(page, made))

    allowed = role in KEEPERS | ALSO.get(page, set())
    assert answer.status_code in (
        (200, 302) if allowed else (403,)
    )  # a theme that is not challenged has nothing to sign


@pytest.mark.parametrize("page", [*GET, *WRITING])
def test_a_stranger_is_sent_to_sign_in(client: Client, made: Action, page: str) -> None:
    assert client.get(address(page, made)).status_code == 302


@pytest.mark.parametrize("page", [*GET[2:], *WRITING])
def test_another_areas_plan_is_not_found(made: Action, page: str) -> None:
    elsewhere = people.signed_in(people.person(Role.IMPROVEMENT_LEAD, in_area=people.area("998")))

    assert elsewhere.get(address(page, made)).status_code == 404


def test_an_area_without_a_plan_is_told_what_to_do(bob: Client) -> None:
    assert "Bring the one that you keep in Word or Excel" in bob.get(reverse("plans:index")).content.decode()


def test_the_plans_page_counts_and_challenges(bob: Client, made: Action) -> None:
    action("1.2", "red", under=made.theme, activity="The review")

    page = seen(bob, "index", made)

    assert "1 of the 1 Green is challenged" in page
    assert "2 actions, as their leads report them on 31 October 2026" in page
    assert "1 red action covers 1 activity." in page
    assert "<strong>Owed:</strong> a remedial action, its owner and a new date." in page


def test_the_table_for_readers_of_red_amber_and_green(bob: Client, made: Action) -> None:
    page = bob.get(address("index", made), {"view": "rag"}).content.decode()

    assert "Green: on track or complete." in page
    assert "Grey: not started." in page


def test_each_challenge_has_its_reason(bob: Client, made: Action) -> None:
    assert "It was due on 22 October 2026 and is not complete." in seen(bob, "challenges", made)


def test_the_challenged_panel_offers_two_ways_out_to_those_who_may(bob: Client, made: Action) -> None:
    councillor = people.signed_in(people.person(Role.SCRUTINY_MEMBER))

    pages = [seen(client, "action", made) for client in (bob, councillor)]

    assert ["Reported Green. The facts support Red." in page for page in pages] == [True, True]
    assert [("Change the report" in page, "Explain and sign" in page) for page in pages] == [
        (True, True),
        (False, False),
    ]


def test_the_themes_page_says_the_outcome_first_and_both_dials(bob: Client, made: Action) -> None:
    outcome = made.theme.outcomes.create(
        ref="1A", sentence="Children are seen sooner.", effect_expected_on=date(2026, 1, 1)
    )
    OutcomeMeasure.objects.create(outcome=outcome, indicator="therapy_waits_over_18_weeks", target=25)

    page = seen(bob, "theme", made)

    assert "“Children are seen sooner.”" in page
    assert "There are no figures, past its lag since 1 January 2026." in page
    assert "This theme names no measure of what families feel." in page
    assert "Reported Green. The facts support Amber." in page


def test_an_action_says_who_changed_its_words(bob: Client, made: Action) -> None:
    writes.reword_action(
        action=made,
        wording="Do it well.",
        asked_by="Councillor Hargrave",
        meeting="Scrutiny",
        by=people.person(),
        on=ON,
    )

    page = seen(bob, "action", made)

    assert "Worded differently until 31 October 2026" in page
    assert "asked by Councillor Hargrave at Scrutiny" in page


def test_an_update_by_somebody_known_bears_their_name(bob: Client, made: Action) -> None:
    writer = people.person(name="Ann Bell")
    writes.report_progress(
        action=made, colour=reads.one_action(made, ON).reported.colour, done="More.", by=writer, on=ON
    )

    assert "Ann Bell" in seen(bob, "action", made)


def typed(made: Action, colour: str = "green", **more: str) -> dict[str, str]:
    return {"colour": colour, "done": "Half of it.", "seen": str(made.updates.first().pk), **more}


def test_a_report_shows_what_the_facts_support_before_it_is_saved(bob: Client, made: Action) -> None:
    shown = bob.post(address("report", made), typed(made)).content.decode()
    counted = Update.objects.count()
    saved = bob.post(address("report", made), typed(made, confirmed="yes"))

    assert "The facts support Red" in shown
    assert (counted, Update.objects.count(), saved.status_code) == (1, 2, 302)


def test_red_asks_for_what_will_be_done(bob: Client, made: Action) -> None:
    answer = bob.post(address("report", made), typed(made, "red", confirmed="yes"))

    assert answer.status_code == 400
    assert "Red is saved only with a plan to put it right: say who will do it." in answer.content.decode()
    assert Update.objects.count() == 1


def test_red_with_a_remedy_goes_through_the_confirm_page_whole(bob: Client, made: Action) -> None:
    remedy = {"remedy": "Ask for help.", "owner": "Ann", "due-day": "29", "due-month": "1", "due-year": "2027"}

    shown = bob.post(address("report", made), typed(made, "red", **remedy)).content.decode()
    bob.post(
        address("report", made),
        typed(made, "red", remedy="Ask for help.", owner="Ann", due="2027-01-29", confirmed="yes"),
    )

    assert '<input type="hidden" name="due" value="2027-01-29">' in shown
    assert made.remedies.get().due_on == date(2027, 1, 29)


def test_the_second_of_two_loses_nothing(bob: Client, made: Action) -> None:
    mine = typed(made)
    other = people.person(Role.SERVICE_MANAGER, name="Ann Bell")
    writes.report_progress(
        action=made, colour=reads.one_action(made, ON).reported.colour, done="Theirs.", by=other, on=ON
    )

    answer = bob.post(address("report", made), {**mine, "confirmed": "yes"})

    page = answer.content.decode()
    assert (answer.status_code, Update.objects.count()) == (409, 2)
    assert [words in page for words in ("Ann Bell", "Theirs.", "Half of it.")] == [True, True, True]


def test_a_signed_explanation_is_printed(bob: Client, made: Action) -> None:
    until = {"until-day": "30", "until-month": "11", "until-year": "2026"}

    bob.post(address("sign", made), {"why": "The last session is on Monday.", **until})

    page = seen(bob, "challenges", made)
    assert "<strong>Bob Keeper</strong> explained on 31 October 2026: The last session is on Monday." in page
    assert "1 of these has been explained and signed." in page


def test_an_explanation_that_never_ends_is_refused(bob: Client, made: Action) -> None:
    answer = bob.post(
        address("sign", made), {"why": "So.", "until-day": "30", "until-month": "11", "until-year": "2029"}
    )

    assert (answer.status_code, made.overrides.count()) == (400, 0)


def test_evidence_is_accepted_and_returned(bob: Client, made: Action) -> None:
    evidence = made.evidence.get()

    bob.post(address("evidence", made), {"return": "yes", "because": "Not signed."})
    returned = made.evidence.get().returned_because
    bob.post(address("evidence", made), {"accept": "yes"})

    evidence.refresh_from_db()
    assert (returned, evidence.returned_because, evidence.accepted_on) == ("Not signed.", "", ON)


def test_a_lead_without_other_roles_reports_and_offers_evidence(made: Action) -> None:
    lead = people.person(Role.CASEWORKER)
    Action.objects.filter(pk=made.pk).update(lead=lead)
    client = people.signed_in(lead)

    answers = [client.get(address(page, made)).status_code for page in ("report", "offer_evidence", "evidence")]
    client.post(address("offer_evidence", made), {"title": "Minutes"})

    assert answers == [200, 200, 403]
    assert list(made.evidence.values_list("title", flat=True).order_by("pk")) == ["A letter", "Minutes"]


def test_verify_new_words_and_a_themes_colour_by_their_forms(bob: Client) -> None:
    done = action(colour="blue")

    bob.post(reverse("plans:verify", args=[done.pk]))
    bob.post(address("reword", done), {"wording": "Do it well.", "asked_by": "The board"})
    bob.post(address("report_theme", done), {"colour": "amber"})

    done.refresh_from_db()
    assert (done.verified_on, done.wording, theme().reported) == (ON, "Do it well.", "amber")


@pytest.mark.parametrize("count", [1, 3, 107])
@pytest.mark.parametrize("page", GET)
def test_pages_ask_the_database_as_often_however_many_actions(
    bob: Client, page: str, count: int, django_assert_max_num_queries
) -> None:
    """With every kind of thing on every action, so that none is asked for one by one."""
    outcome = theme().outcomes.create(ref="1A", sentence="Better.")
    for code, families in (("therapy_waits_over_18_weeks", False), ("right_help_in_time", True)):
        OutcomeMeasure.objects.create(outcome=outcome, indicator=code, families=families)
    verifier = people.person()
    made = [_full(f"1.{number}", verifier) for number in range(count)]
    made[0].depends_on.create(needs=action("0.1"))

    writes.take_stock(plan=plan(), by=SYSTEM, on=ON)
    with django_assert_max_num_queries(15):
        seen(bob, page, made[0])


def _full(ref: str, verifier) -> Action:
    made = action(ref, "red", verified_by=verifier, verified_on=ON, lead=verifier)
    made.updates.update(by=verifier.handle)
    made.milestones.create(title="Half way", due_on=ON)
    made.remedies.create(wording="Ask.", owner="Ann", due_on=ON)
    made.amendments.create(before="a", after="b", asked_by="Ann", on=ON)
    Evidence.objects.create(action=made, title="A letter", captured_on=ON, accepted_by=verifier, accepted_on=ON)
    return made


def test_the_other_plans_of_an_area_are_one_press_away(bob: Client, made: Action) -> None:
    other = action("9", under=theme(plan(title="A second plan")))

    page = bob.get(reverse("plans:index"), {"plan": other.theme.plan_id}).content.decode()

    assert "A second plan" in page
    assert f'href="?plan={made.theme.plan_id}"' in page
