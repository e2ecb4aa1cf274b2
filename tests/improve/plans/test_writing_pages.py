"""The pages on which a plan is written: who may, what they ask, and that nothing typed is lost."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from goldenthread.foundation.partnership.models import Role
from goldenthread.improve.plans.models import Action, Dependency, ImprovementPlan, Outcome, OutcomeMeasure, Theme
from tests.factories import inspections, people
from tests.factories.plans import ON, action, plan, theme

pytestmark = pytest.mark.django_db
KEEPERS = {Role.IMPROVEMENT_LEAD, Role.SERVICE_MANAGER}
WRITTEN_BY_KEEPERS = (
    "begin", "edit_plan", "add_theme", "edit_theme", "add_outcome", "edit_outcome", "add_action", "edit_action",
    "add_milestone", "split", "merge", "withdraw", "depends", "reword", "reach", "remedy",
)  # fmt: skip
ASKED = {"asked_by": "Councillor Hargrave", "meeting": "Scrutiny panel, 9 March 2026", "why": "Quality matters."}


def day(name: str, on: date) -> dict[str, str]:
    return {f"{name}-day": str(on.day), f"{name}-month": str(on.month), f"{name}-year": str(on.year)}


def lines(*measures: dict[str, str]) -> dict[str, str]:
    counted = {"measures-TOTAL_FORMS": str(len(measures)), "measures-INITIAL_FORMS": "0"}
    return counted | {f"measures-{n}-{name}": value for n, one in enumerate(measures) for name, value in one.items()}


def new(*refs: str) -> dict[str, str]:
    counted = {"new-TOTAL_FORMS": str(len(refs)), "new-INITIAL_FORMS": "0"}
    said = {f"new-{n}-ref": ref for n, ref in enumerate(refs)}
    return counted | said | {f"new-{n}-wording": f"Do {ref}." for n, ref in enumerate(refs)}


def keys(made: Action) -> dict[str, list[int]]:
    of_theme, of_plan = [made.theme_id], [made.theme.plan_id]
    return {
        "begin": [], "duties": [], "answers": [], "edit_plan": of_plan, "add_theme": of_plan, "theme": of_theme,
        "edit_theme": of_theme, "add_outcome": of_theme, "add_action": of_theme,
        "edit_outcome": [made.theme.outcomes.order_by("pk")[0].pk],
        "reach": [made.milestones.get().pk],
        "approve": [made.remedies.order_by("pk")[0].pk],
        "free": [one.pk for one in made.depends_on.order_by("pk")[:1]],
    }  # fmt: skip


def address(page: str, made: Action) -> str:
    return reverse(f"plans:{page}", args=keys(made).get(page, [made.pk]))


def words(answer) -> str:
    return " ".join(answer.content.decode().split())


@pytest.fixture
def made() -> Action:
    """With one of everything, and one that it waits for."""
    found = action("3.2", due_on=ON - timedelta(days=9), wording="Use agency support to finish plans.")
    found.milestones.create(title="Half way", due_on=ON)
    found.remedies.create(wording="Ask.", owner="Ann", due_on=ON)
    found.theme.outcomes.create(ref="1A", sentence="Better.", why_not_measured="Nobody counts.")
    Dependency.objects.create(action=found, needs=action("3.1"))
    return found


@pytest.fixture
def bob() -> Client:
    return people.signed_in(people.person(Role.IMPROVEMENT_LEAD, name="Bob"))


@pytest.mark.parametrize("role", Role)
def test_only_those_who_keep_the_plan_write_it(made: Action, role: Role) -> None:
    browser = people.signed_in(people.person(role))

    found = {page: browser.get(address(page, made)).status_code for page in WRITTEN_BY_KEEPERS}

    assert found == dict.fromkeys(WRITTEN_BY_KEEPERS, 200 if role in KEEPERS else 403)


@pytest.mark.parametrize("role", Role)
def test_everybody_who_reads_the_plan_sees_who_may_do_what_and_what_is_answered(made: Action, role: Role) -> None:
    browser = people.signed_in(people.person(role))

    found = [browser.get(address(page, made)).status_code for page in ("duties", "answers")]

    assert found == [403 if role is Role.ADMINISTRATOR else 200] * 2


@pytest.mark.parametrize("role", Role)
def test_only_a_chair_approves_a_new_date(made: Action, role: Role) -> None:
    answer = people.signed_in(people.person(role)).post(address("approve", made))

    made.refresh_from_db()
    chair = role is Role.BOARD_CHAIR
    assert (answer.status_code, made.remedies.get().approved_on) == ((302, ON) if chair else (403, None))


def test_a_lead_says_how_it_is_put_right_and_that_a_milestone_is_reached(made: Action) -> None:
    alice = people.person(Role.ACTION_LEAD)
    Action.objects.filter(pk=made.pk).update(lead=alice)
    browser = people.signed_in(alice)

    remedied = browser.post(address("remedy", made), {"wording": "Lend two.", "owner": "Ann", **day("due_on", ON)})
    reached = browser.post(address("reach", made), day("reached_on", ON))

    assert (remedied.status_code, reached.status_code) == (302, 302)
    assert (made.remedies.count(), made.milestones.get().reached_on) == (2, ON)


@pytest.mark.parametrize("page", [*WRITTEN_BY_KEEPERS[1:], "approve", "free"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_another_areas_plan_is_not_found(made: Action, page: str, method: str) -> None:
    elsewhere = people.signed_in(people.person(*Role, in_area=people.area("885")))

    answer = getattr(elsewhere, method)(address(page, made))

    assert answer.status_code in ((404, 405) if method == "get" else (404,))


def test_a_plan_is_begun_from_a_revisit_and_takes_over_the_four(bob: Client) -> None:
    first = inspections.twelve_weaknesses()
    visit = inspections.revisit(first)
    asked = bob.get(reverse("plans:begin"), {"inspection": visit.pk, "kind": "app"})

    answer = bob.post(
        reverse("plans:begin"),
        {"kind": "app", "title": "Our progress plan", "inspection": visit.pk, "cadence_days": "31"}, follow=True,
    )  # fmt: skip

    assert "12 findings judged, 8 with sufficient progress and 4 still to improve" in words(asked)
    begun = ImprovementPlan.objects.get()
    assert [one.findings.get().number for one in begun.themes.all()] == list(inspections.STILL_TO_IMPROVE)
    assert "is begun, with 4 themes to write" in words(answer)
    assert "each theme is an area of weakness still to improve" in words(answer)


def test_a_plan_that_says_nothing_is_asked_again_in_sentences(bob: Client) -> None:
    answer = bob.post(reverse("plans:begin"), {"owner": "The board", **{"starts_on-day": "31", "starts_on-month": "2"}})

    assert answer.status_code == 400
    for sentence in (
        "Give the plan a title.", "Say what kind of plan it is.", "Give a number of days from 1 to 366",
        "Enter a real date as day, month and year", 'value="The board"', 'value="31"',
    ):  # fmt: skip
        assert sentence in words(answer)


def test_the_day_of_a_priority_action_plan_is_shown_as_not_verified(bob: Client) -> None:
    made = plan()
    ImprovementPlan.objects.filter(pk=made.pk).update(inspection=inspections.full_inspection())

    page = words(bob.get(reverse("plans:edit_plan", args=[made.pk])))

    assert "Due, on a reading that is not verified." in page
    assert "3 September 2024" in page


def test_an_outcome_is_written_with_a_measure_and_one_that_tells_what_families_feel(bob: Client) -> None:
    answer = bob.post(
        reverse("plans:add_outcome", args=[theme().pk]),
        {"ref": "1A", "sentence": "Children are helped sooner.", **day("effect_expected_on", date(2027, 1, 1))}
        | lines(
            {"indicator": "suspensions_send", "target": "9.5"},
            {"indicator": "parents_rating_experience_good", "target": "60"},
            {"indicator": ""},
        ),
    )  # fmt: skip

    assert answer.status_code == 302
    rows = OutcomeMeasure.objects.order_by("indicator").values_list("indicator", "families", "target")
    assert list(rows) == [("parents_rating_experience_good", True, 60.0), ("suspensions_send", False, 9.5)]


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ({"indicator": "", "target": "60"}, "Choose the measure that these figures belong to"),
        ({"indicator": "suspensions_send", "target": "sixty"}, "Give a number, such as 60 or 12.5"),
        ({"indicator": "no_such_measure"}, "Select a valid choice"),
        ({"indicator": ""}, "Name at least one measure, or say why this outcome is not measured"),
    ],
)
def test_a_wrong_measure_is_said_where_it_stands(bob: Client, line: dict[str, str], sentence: str) -> None:
    given = {"ref": "1A", "sentence": "Children are helped sooner."} | lines(line)

    answer = bob.post(reverse("plans:add_outcome", args=[theme().pk]), given)

    assert (answer.status_code, Outcome.objects.count()) == (400, 0)
    assert sentence in words(answer)
    assert "Children are helped sooner." in words(answer)


def test_an_action_is_added_to_a_theme(bob: Client) -> None:
    answer = bob.post(
        reverse("plans:add_action", args=[theme().pk]),
        {"ref": "1.1", "wording": "Train every SENCO.", "due_as_written": "autumn term 2027"}, follow=True,
    )  # fmt: skip

    assert "Action 1.1 is added. It is White until its lead reports on it." in words(answer)
    assert Action.objects.get().due_as_written == "autumn term 2027"


def test_a_moved_date_needs_a_name_and_is_then_printed_on_the_actions_page(bob: Client, made: Action) -> None:
    moved = day("due_on", date(2027, 3, 31))
    refused = bob.post(address("edit_action", made), moved)

    answer = bob.post(address("edit_action", made), moved | ASKED, follow=True)

    assert refused.status_code == 400
    assert "Say who asked for the new date and why: both stay on the record." in words(refused)
    for sentence in ("Due 22 October 2026.", "Due 31 March 2027.", "Councillor Hargrave", "Quality matters."):
        assert sentence in words(answer)


def test_the_second_of_two_is_told_what_changed_and_loses_nothing(bob: Client, made: Action) -> None:
    form = bob.get(address("edit_theme", made)).context["form"]
    Theme.objects.filter(pk=made.theme_id).update(title="Renamed by another")
    given = {"number": "1", "title": "My title", "lead": "", "seen": form["seen"].value()}

    told = bob.post(address("edit_theme", made), given)
    again = bob.post(address("edit_theme", made), given | {"seen": told.context["form"].data["seen"]})

    assert told.status_code == 400
    assert "Title is now “Renamed by another”" in words(told)
    assert 'value="My title"' in words(told)
    assert (again.status_code, Theme.objects.get().title) == (302, "My title")


def test_seed_1_words_added_at_the_request_of_a_panel_member_stand_beside_the_old_ones(bob: Client) -> None:
    """Domain 04: a member asks for words to be added to action 4 of workstream 4."""
    made = action("WS4.4", workstream="WS4", wording="Use agency support to finish the plans that wait")

    shown = bob.post(
        address_of("reword", made),
        {"wording": "Use agency support to finish the plans that wait and to an expected quality", **ASKED},
        follow=True,
    )  # fmt: skip
    page = words(bob.get(address_of("reword", made)))

    assert "asked by Councillor Hargrave at Scrutiny panel, 9 March 2026" in words(shown)
    assert "Use agency support to finish the plans that wait</dd>" in page
    assert "Added, underlined above: “and to an expected quality”." in page
    assert (
        '<ins><span class="govuk-visually-hidden">[added: </span>and to an expected quality'
        '<span class="govuk-visually-hidden">]</span></ins>'
    ) in page


def address_of(page: str, made: Action) -> str:
    return reverse(f"plans:{page}", args=[made.pk])


def test_an_action_is_split_and_the_theme_lists_it_as_ended(bob: Client, made: Action) -> None:
    answer = bob.post(address("split", made), new("3.2a", "3.2b") | ASKED, follow=True)

    page = words(answer)
    assert "Action 3.2 was split into 3.2a and 3.2b." in page
    assert "Ended: 1" in page
    assert "Split into others on 31 October 2026: now" in page


def test_a_split_that_is_refused_keeps_what_was_typed(bob: Client, made: Action) -> None:
    answer = bob.post(address("split", made), new("3.2a", "3.1") | ASKED | {"why": ""})
    refused = bob.post(address("split", made), new("3.2a", "3.1") | ASKED)

    assert (answer.status_code, refused.status_code) == (400, 400)
    assert "Say why." in words(answer)
    assert "3.1 is or was the reference of" in words(refused)
    assert "Do 3.2a." in words(refused)


def test_more_than_two_can_be_asked_for(bob: Client, made: Action) -> None:
    counts = [len(bob.get(address("split", made), {"into": into}).context["lines"].forms) for into in ("", "4", "99")]

    assert counts == [2, 4, 8]


def test_actions_are_merged_in_two_steps(bob: Client, made: Action) -> None:
    other = Action.objects.get(ref="3.1")
    first = bob.get(address("merge", made))

    page = f"{address('merge', made)}?others={other.pk}"
    second = bob.get(page)
    done = bob.post(page, {"new-ref": "3.9", "new-wording": "Do both.", **ASKED}, follow=True)

    assert "3.1 Do the thing of 3.1." in words(first)
    assert "Merge actions 3.2 and 3.1" in words(second)
    assert "3.2 and 3.1 are now one action, 3.9." in words(done)


def test_merging_with_none_asks_which(bob: Client, made: Action) -> None:
    answer = bob.post(address("merge", made), ASKED)

    assert answer.status_code == 400
    assert "Choose at least one other action." in words(answer)


def test_an_action_is_withdrawn_with_who_asked(bob: Client, made: Action) -> None:
    Dependency.objects.all().delete()

    page = words(bob.post(address("withdraw", made), ASKED, follow=True))

    assert "Withdrawn on 31 October 2026." in page
    assert "Asked by Councillor Hargrave at Scrutiny panel, 9 March 2026: Quality matters." in page


def test_a_dependency_is_added_and_removed(bob: Client, made: Action) -> None:
    other = action("4.4")

    added = bob.post(address("depends", made), {"needs": other.pk}, follow=True)
    circle = bob.post(reverse("plans:depends", args=[other.pk]), {"needs": made.pk})
    removed = bob.post(reverse("plans:free", args=[made.depends_on.get(needs=other).pk]), follow=True)

    assert "Action 3.2 waits for 4.4." in words(added)
    assert (circle.status_code, "neither could ever finish" in words(circle)) == (400, True)
    assert "Action 3.2 no longer waits for 4.4." in words(removed)


def test_a_theme_shows_who_shares_an_action_and_what_is_next(bob: Client, made: Action) -> None:
    made.shared_with.add(people.person(name="Carol Sharer"))
    made.updates.create(on=ON, reported="green", done="Some.", next_step="Hire the second developer.", by="x")

    page = words(bob.get(address("theme", made)))

    assert "with Carol Sharer" in page
    assert "Hire the second developer." in page


def test_a_theme_carries_the_history_of_a_repeated_finding(bob: Client, made: Action) -> None:
    first = inspections.twelve_weaknesses()
    inspections.revisit(first)
    full = inspections.full_inspection(repeats=first.findings.get(number=7))
    made.theme.findings.add(full.findings.first())

    page = words(bob.get(address("theme", made)))

    assert "Leaders should shorten the waits of families." in page
    assert "“Weakness 7: families wait too long for service 7.” Not yet sufficient progress, 1 November 2021." in page


@pytest.mark.parametrize(
    ("page", "queries"),
    [
        ("begin", 7), ("edit_plan", 8), ("add_theme", 8), ("edit_theme", 9), ("add_outcome", 5), ("edit_outcome", 6),
        ("add_action", 8), ("edit_action", 11), ("split", 11), ("merge", 13), ("depends", 8), ("duties", 5),
        ("answers", 6), ("theme", 15), ("reword", 6),
    ],
)  # fmt: skip
@pytest.mark.parametrize("rows", [1, 3])
def test_each_page_asks_a_fixed_number_of_questions(
    made: Action, page: str, queries: int, rows: int, django_assert_max_num_queries
) -> None:
    first = inspections.twelve_weaknesses()
    inspections.revisit(first)
    for number in range(rows):
        other = action(f"9.{number}", ended_on=ON if number else None, ended_because="withdrawn" if number else "")
        other.shared_with.add(people.person())
        theme(number=number + 2).findings.add(first.findings.all()[number])
        made.theme.outcomes.create(ref=f"1{number}", sentence="Better.").measures.create(indicator="suspensions_send")
        made.theme.findings.add(first.findings.all()[number])
    browser = people.signed_in(people.person(Role.IMPROVEMENT_LEAD))
    place = address(page, made)

    with django_assert_max_num_queries(queries):
        answer = browser.get(place)

    assert answer.status_code == 200
