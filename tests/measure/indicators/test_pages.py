import re
from datetime import date

import pytest
from django.test.utils import CaptureQueriesContext

from goldenthread.foundation.partnership.models import Role
from goldenthread.measure.indicators import catalogue
from goldenthread.measure.indicators.models import Observation
from goldenthread.record.establishments.models import Establishment
from tests.factories import measures, people
from tests.measure.indicators.made import HEADLINE, ON, OPEN, PAST, keep, made, months

pytestmark = pytest.mark.django_db
PLANS, ASKED = "plans_in_force", "requests_planned_in_20_weeks"
PAGES = ("", "both-sides/", "region/", "schools/", *(f"{code}/" for code in catalogue.codes()))
MOST_QUERIES = 15  # the person's four among them


@pytest.fixture
def area():
    return people.area()


@pytest.fixture
def client(area):
    return people.signed_in(people.person(Role.ANALYST))


def words(answer):
    """What a page says, without its marks."""
    text = re.sub(r"<(svg|style|script).*?</\1>", " ", answer.content.decode(), flags=re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text))


def a_county(area, count):
    """Three years of headlines and backlog, every level of plans in force."""
    every_month = months(count)
    keep(
        *(made(area, HEADLINE, month, 40 + i % 7, 120) for i, month in enumerate(every_month)),
        *(made(area, ASKED, month, 40 + i % 5, 100) for i, month in enumerate(every_month)),
        *(made(area, PAST, month, 200 - i, 600) for i, month in enumerate(every_month)),
        made(area, HEADLINE, date(2026, 1, 1), 349, 1186, every="year"),
        made(area, HEADLINE, date(2024, 1, 1), 335, 926, every="year"),
        *(made(area, OPEN, every_month[-1], 50, None, level="wait", place=band) for band in ("0 to 6 weeks",)),
        *(made(area, PLANS, month, 5000 + i, None) for i, month in enumerate(every_month)),
        made(area, PLANS, ON, 5260, None, every="day"),
        *(made(area, PLANS, ON, 400, None, every="day", level="need", place=need) for need in ("ASD", "MLD")),
        *(made(area, PLANS, ON, 400, None, every="day", level="age_band", place=age) for age in ("5 to 10", "under 5")),
        *(
            made(area, PLANS, ON, 40, None, every="day", level="establishment", place=f"1000{i:02}")
            for i in range(count)
        ),
    )


def test_every_page_of_an_empty_area_says_what_to_do_or_what_is_published(client):
    said = {page: words(client.get(f"/measures/{page}")) for page in PAGES}

    told = ("Bring the files", "bring them", "As published", "as published", "Load the release", "Bring the register")
    silent = [page for page, text in said.items() if page and not any(each in text for each in told)]
    assert silent == ["region/"]
    assert "Not yet supplied: ask for it" in said[""]


def test_the_list_says_each_measure_as_a_sentence(area, client):
    a_county(area, 3)

    said = words(client.get("/measures/"))

    assert "29.4 % (349 of 1,186 new plans issued, exceptions left out; January to October 2026, a year so far)" in said
    assert "5,260 EHC plans in force (31 October 2026)" in said


def test_a_measure_stands_with_its_pair_and_all_that_explains_it(area, client):
    a_county(area, 36)

    said = words(client.get(f"/measures/{HEADLINE}/"))

    wanted = (
        "29.4 % (349 of 1,186 new plans issued",
        "95 % interval: 26.9–32.1 %",
        "Never without: Open cases past 20 weeks",
        "165 of 600 open cases; October 2026",
        "Limits: mean ± 2.66 mean moving ranges",
        "Latest published period: calendar year 2024",
        "Marlshire, own count 36.2 % 335 of 926",
        "Worcestershire 37.4 % 515 of 1,377",
        "Worcestershire is 100 of 151 areas, where 1 is best, quartile C",
        "Marlshire is fictional.",
        "to be reviewed by 1 September 2027",
        "Rule D2",
    )
    assert [each for each in wanted if each not in said] == []


def test_a_real_area_is_not_called_fictional(client):
    real = people.area("885")
    keep(made(real, HEADLINE, date(2024, 1, 1), 515, 1377, every="year"))

    said = words(people.signed_in(people.person(Role.ANALYST, in_area=real)).get(f"/measures/{HEADLINE}/"))

    assert "37.4 % (515 of 1,377 new plans issued, exceptions left out; 2024)" in said
    assert "fictional" not in said


def test_places_have_their_names_and_stand_in_order(area, client):
    Establishment.objects.create(area=area, urn="100000", name="Invented Primary School", kind="mainstream")
    a_county(area, 3)

    said = words(client.get(f"/measures/{PLANS}/"))

    assert "Autistic spectrum disorder 400 Moderate learning difficulty 400" in said
    assert "under 5 400 5 to 10 400" in said
    assert "Invented Primary School 40" in said


def test_a_restated_figure_says_what_it_was_and_why(area, client):
    old, new = (made(area, HEADLINE, date(2026, 9, 1), n, 100) for n in (40, 60))
    new.why_replaced = "A school re-coded."
    keep(new)
    old.replaced_by = new
    old.save()

    assert "September 2026 40.0 % (40 of 100) 60.0 % (60 of 100) A school re-coded. 31 October 2026" in words(
        client.get(f"/measures/{HEADLINE}/")
    )


def test_both_sides_says_what_clearing_the_backlog_does(area, client):
    a_county(area, 36)

    said = words(client.get("/measures/both-sides/"))

    assert "1. How many plans came in time?" in said
    assert "Past 20 weeks: 27.5 % (165 of 600 open cases; October 2026)" in said
    assert "If the 165 open past 20 weeks at the end of October 2026" in said
    assert "Nobody else" in said


def test_both_sides_draws_everyones_wait(area, client):
    curve = {"curve": [[day, 1 - day / 300, 0.4, 0.9] for day in range(1, 200)], "longest": 250, "finished": 199,
             "lower": 40.0, "upper": 50.0}  # fmt: skip
    keep(made(area, "survival_to_final_plan", date(2025, 1, 1), 300, 900, every="year", detail=curve))

    said = words(client.get("/measures/both-sides/"))

    assert "(estimated from 900 requests received; 2025)" in said
    assert "Of the families who asked in 2025: still waiting for a plan" in said


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR])
@pytest.mark.parametrize("page", ["", "both-sides/", f"{HEADLINE}/", f"{HEADLINE}/figures.csv"])
def test_who_may_not_see_counts_is_refused(role, page):
    assert people.signed_in(people.person(role)).get(f"/measures/{page}").status_code == 403


def test_a_measure_that_there_is_not_is_not_found(client):
    assert client.get("/measures/no_such_measure/").status_code == 404


def test_another_areas_figures_are_not_shown(client):
    keep(made(people.area("885"), HEADLINE, date(2026, 1, 1), 777, 1554, every="year"))

    assert "777" not in words(client.get("/measures/"))


@pytest.mark.parametrize("page", ["", "both-sides/", f"{HEADLINE}/", f"{PLANS}/", "schools/", "schools/100000/"])
def test_pages_ask_as_many_questions_however_much_there_is(page, area, client):
    from django.db import connection

    asked = []
    for count in (3, 36):
        Observation.objects.all().delete()
        measures.schools(area, count) if count == 3 else None
        a_county(area, count)
        client.get("/measures/")
        with CaptureQueriesContext(connection) as found:
            client.get(f"/measures/{page}")
        asked.append(len(found))

    assert asked[0] == asked[1] <= MOST_QUERIES


def test_a_name_that_looks_like_a_formula_stays_a_name(area, client):
    Establishment.objects.create(area=area, urn="100000", name="=1+1 School", kind="mainstream")
    keep(made(area, PLANS, ON, 40, None, every="day", level="establishment", place="100000"))

    answer = client.get(f"/measures/{PLANS}/figures.csv")

    assert ",'=1+1 School," in answer.content.decode()
    assert answer["Content-Disposition"] == 'attachment; filename="marlshire-plans_in_force-2026-10-31.csv"'


def test_nothing_is_written_by_looking(area, client):
    a_county(area, 3)
    before = Observation.objects.count()

    client.get(f"/measures/{HEADLINE}/")

    assert Observation.objects.count() == before
