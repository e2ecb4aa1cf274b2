from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from goldenthread.foundation.ledger import reads as ledger
from goldenthread.foundation.partnership.models import Person, Role
from goldenthread.improve.governance import reads, writes
from goldenthread.improve.governance.models import Claim
from goldenthread.improve.governance.seen import seen
from goldenthread.measure.indicators.models import Observation
from goldenthread.rules.claims import Fit
from tests.factories import people
from tests.factories.scrutiny import ON, claim

pytestmark = pytest.mark.django_db
CODE = "plans_in_20_weeks_excluding_exceptions"
SAID = {"words": "Nearly 100 % were in time.", "speaker": "Cabinet member for education", "said_on": ON}


@pytest.fixture
def keeper() -> Person:
    return people.person(Role.IMPROVEMENT_LEAD, name="Bob Keeper")


@pytest.fixture
def bob(keeper: Person) -> Client:
    return people.signed_in(keeper)


def page_of(client: Client, made: Claim) -> str:
    answer = client.get(reverse("governance:claim", args=[made.pk]))
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def observed(value: float, in_time: float, issued: float, start: date, end: date, every: str) -> Observation:
    return Observation.objects.create(
        area=people.area(), indicator=CODE, level="area", every=every, period_start=start, period_end=end, value=value,
        numerator=in_time, denominator=issued, definition_version="1", source="SEN2", made_on=ON,
    )  # fmt: skip


def test_a_claim_is_recorded_with_its_sums(keeper: Person) -> None:
    made = writes.record_claim(area=people.area(), **SAID, sums=["48 of 96 = 50 %", " "], by=keeper, on=ON)

    assert [one["written"] for one in made.sums] == ["48 of 96 = 50 %"]
    assert made.verdict == Claim.Verdict.UNCHECKED
    assert [(line.by, line.subject) for line in ledger.lines(what="claim recorded")] == [
        (keeper.handle, f"claim:{made.pk}")
    ]


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"said_on": ON + timedelta(days=1)}, "cannot be still to come"),
        ({"speaker": "Cllr Dale"}, "and not their name"),
        ({"speaker": "Bob Keeper, lead"}, "and not their name"),
        ({"sums": ["hello"]}, "“hello” is not a sum that can be checked"),
        ({"period": "2025"}, "Choose the measure"),
        ({"indicator": CODE, "period": "last year"}, "Write the period as a year"),
    ],
)
def test_a_claim_that_may_not_be_recorded(keeper: Person, given, sentence: str) -> None:
    with pytest.raises(writes.CannotSave, match=sentence):
        writes.record_claim(area=people.area(), **{**SAID, **given}, by=keeper, on=ON)


def test_a_councillor_without_a_name_is_a_role(keeper: Person) -> None:
    writes.record_claim(area=people.area(), **{**SAID, "speaker": "Councillor for the north"}, by=keeper, on=ON)

    assert Claim.objects.get().speaker == "Councillor for the north"


def test_a_verdict_says_how_it_was_reached(keeper: Person) -> None:
    made = claim()

    with pytest.raises(writes.CannotSave, match="Say how you checked it"):
        writes.check_claim(claim=made, verdict="fails", by=keeper, on=ON)
    writes.check_claim(
        claim=made, verdict="partly", checked_value="84.0 % in 2021", why="National release.", by=keeper, on=ON
    )

    made.refresh_from_db()
    assert (made.verdict, made.checked_value, made.checked_by, made.checked_on) == (
        "partly",
        "84.0 % in 2021",
        keeper.handle,
        ON,
    )


def test_what_is_learned_later_is_added_and_the_rest_stays(keeper: Person) -> None:
    made = claim("48 of 96 = 50 %", cohort="Areas inspected by September 2019")

    writes.check_claim(claim=made, verdict="holds", why="Counted.", source="Briefing note", by=keeper, on=ON)

    made.refresh_from_db()
    assert (made.cohort, made.source, len(made.sums)) == ("Areas inspected by September 2019", "Briefing note", 1)


def test_a_verdict_can_be_taken_back(keeper: Person) -> None:
    made = claim(verdict="holds", why="So.", checked_on=ON, checked_by="person:1")

    writes.check_claim(claim=made, verdict="unchecked", by=keeper, on=ON)

    assert (made.verdict, made.checked_by, made.checked_on) == ("unchecked", "", None)


def test_the_second_of_two_to_check_is_told(keeper: Person, bob: Client) -> None:
    made = claim()
    stamp = seen(made)
    writes.check_claim(claim=made, verdict="holds", why="Mine.", by=people.person(), on=ON)

    answer = bob.post(
        reverse("governance:check_claim", args=[made.pk]),
        {"verdict": "fails", "why": "Theirs is wrong.", "seen": stamp},
    )

    page = answer.content.decode()
    assert answer.status_code == 400
    assert [words in page for words in ("Somebody else has changed this claim", "Mine.", "Theirs is wrong.")] == [
        True
    ] * 3
    assert Claim.objects.get().verdict == "holds"


def test_the_arithmetic_is_shown_beside_a_verdict_that_stands(bob: Client) -> None:
    made = claim("48 of 152 = 50 %", verdict="holds", why="I asked.", checked_on=ON, checked_by="somebody")

    page = page_of(bob, made)

    assert "They do not fit" in page
    assert "48 of 152 is 31.6 %. It does not fit the 50 % that was said." in page
    assert '<p class="govuk-body-l">Holds</p>' in page
    assert "Checked by somebody, 31 October 2026." in page


def test_a_claim_without_cohort_or_source_says_what_to_ask(bob: Client) -> None:
    page = page_of(bob, claim())

    assert "of whom, in which months, and who was left out?" in page
    assert "where does the figure come from?" in page


def test_a_sum_that_cannot_be_read_any_more_says_so() -> None:
    made = Claim(sums=[{"kind": "gone", "written": "1 + 1"}])

    (one,) = reads.sums_of(made)

    assert (one.written, one.check) == ("1 + 1", None)
    assert "There is no sum of the kind" in one.fault


def test_the_areas_own_figure_stands_beside_the_claim(bob: Client) -> None:
    observed(84.0, 420, 500, date(2025, 1, 1), date(2025, 12, 31), "year")
    observed(50.0, 20, 40, date(2025, 3, 1), date(2025, 3, 31), "month")
    of_the_year, of_march, of_none = (claim(indicator=CODE, period=period) for period in ("2025", "2025-03", "2019"))

    assert "84.0 % (420 of 500 " in page_of(bob, of_the_year)
    assert "50.0 % (20 of 40 " in page_of(bob, of_march)
    assert "No figure of 2019 has been measured." in page_of(bob, of_none)


def test_a_small_number_is_hidden_from_members() -> None:
    observed(50.0, 1, 2, date(2025, 3, 1), date(2025, 3, 31), "month")
    made = claim(indicator=CODE, period="2025-03")

    seen_by = [
        page_of(people.signed_in(people.person(role)), made) for role in (Role.IMPROVEMENT_LEAD, Role.SCRUTINY_MEMBER)
    ]

    assert ["1 of 2" in page for page in seen_by] == [True, False]
    assert "Suppressed for March 2025" in seen_by[1]


def test_a_measure_that_is_not_defined_here() -> None:
    found = reads.observed(Claim(indicator="unheard_of"), ON, small_numbers=True)

    assert found is not None
    assert found.sentence == "This measure is not defined here."


def test_the_register_counts_every_verdict(bob: Client) -> None:
    claim("2 + 2 = 5")
    claim(verdict="holds", why="So.", checked_on=ON)

    counts = reads.verdict_counts(people.area())
    page = bob.get(reverse("governance:claims")).content.decode()

    assert [count for _, _, count in counts] == [1, 1, 0, 0, 0]
    assert "2 claims, by what was found" in page
    assert "2 + 2 is 4. It does not fit the 5 that was said." in page


def test_the_register_is_narrowed_by_verdict(bob: Client) -> None:
    claim(words="One thing.")
    claim(words="Another.", verdict="holds", why="So.", checked_on=ON)

    pages = [
        bob.get(reverse("governance:claims"), {"verdict": verdict}).content.decode()
        for verdict in ("holds", "nonsense")
    ]

    assert [("One thing." in page, "Another." in page) for page in pages] == [(False, True), (True, True)]


def test_an_empty_register_says_what_to_do(bob: Client) -> None:
    assert "No claim is in the register yet. When somebody" in bob.get(reverse("governance:claims")).content.decode()


def test_a_claim_by_its_forms(bob: Client) -> None:
    bob.post(
        reverse("governance:add_claim"),
        {
            "words": "Half had to write one.", "speaker": "Deputy chief executive", "sums": "48 of 96 = 50 %",
            "said_on-day": "5", "said_on-month": "9", "said_on-year": "2026", "said_where": "Scrutiny board",
        },
    )  # fmt: skip
    made = Claim.objects.get()
    bob.post(
        reverse("governance:check_claim", args=[made.pk]),
        {
            "verdict": "holds",
            "why": "Counted.",
            "cohort": "96 areas",
            "sums": "48 of 96 = 50 %\n96 of 152",
            "seen": seen(made),
        },
    )

    made.refresh_from_db()
    assert (made.verdict, made.cohort, len(made.sums), made.said_where) == ("holds", "96 areas", 2, "Scrutiny board")
    assert [one.check.fit for one in reads.sums_of(made) if one.check] == [Fit.HOLDS, Fit.HOLDS]


def test_a_sum_that_is_none_is_said_at_its_box_and_nothing_is_lost(bob: Client) -> None:
    answer = bob.post(reverse("governance:add_claim"), {"words": "Many.", "speaker": "A lead", "sums": "lots"})

    page = answer.content.decode()
    assert (answer.status_code, Claim.objects.count()) == (400, 0)
    assert ["“lots” is not a sum" in page, ">Many.</textarea>" in page, ">lots</textarea>" in page] == [True] * 3


KEEPERS = {Role.IMPROVEMENT_LEAD, Role.SERVICE_MANAGER, Role.BOARD_CHAIR}


@pytest.mark.parametrize("role", Role)
def test_who_may_do_what(role: Role) -> None:
    made, client = claim(), people.signed_in(people.person(role))
    links = [
        reverse("governance:claims"),
        reverse("governance:claim", args=[made.pk]),
        reverse("governance:add_claim"),
        reverse("governance:check_claim", args=[made.pk]),
    ]

    read = 200 if role is not Role.ADMINISTRATOR else 403
    keep, check = (200 if role in KEEPERS else 403), (200 if role in KEEPERS | {Role.ANALYST} else 403)
    assert [client.get(link).status_code for link in links] == [read, read, keep, check]


@pytest.mark.parametrize("page", ["claim", "check_claim"])
def test_another_areas_is_not_found(page: str) -> None:
    made = claim(in_area=people.area("998"))

    answer = people.signed_in(people.person(Role.IMPROVEMENT_LEAD)).get(reverse(f"governance:{page}", args=[made.pk]))

    assert answer.status_code == 404


@pytest.mark.parametrize("count", [1, 3, 40])
def test_pages_ask_the_database_as_often_however_many(keeper: Person, count: int, django_assert_num_queries) -> None:
    made = [claim("2 + 2 = 4", indicator=CODE, checked_on=ON, checked_by=keeper.handle) for _ in range(count)]
    client = people.signed_in(keeper)

    with django_assert_num_queries(7):
        client.get(reverse("governance:claims"))
    with django_assert_num_queries(7):
        page_of(client, made[0])
