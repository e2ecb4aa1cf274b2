"""The list of all measures, narrowed; the region side by side; no figure without the one that belongs beside it."""

import re
from datetime import date

import pytest

from goldenthread.foundation.partnership.models import Role
from goldenthread.measure.indicators import catalogue
from goldenthread.measure.indicators.definition import Every, Level, Supply
from goldenthread.measure.indicators.periods import period_of
from tests.factories import people
from tests.measure.indicators.made import HEADLINE, ON, keep, made

pytestmark = pytest.mark.django_db
PAIRED = [one for one in catalogue.all_definitions() if one.never_without]


@pytest.fixture
def client():
    return people.signed_in(people.person(Role.ANALYST))


def words(answer):
    text = re.sub(r"<(svg|style|script).*?</\1>", " ", answer.content.decode(), flags=re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text))


def titles(answer):
    return {entry.definition.code for group in answer.context["page"].groups for entry in group.entries}


def test_every_measure_is_listed_with_where_it_comes_from(client):
    answer = client.get("/measures/")

    assert titles(answer) == set(catalogue.codes())
    said = words(answer)
    assert [one for one in catalogue.all_definitions() if one.title not in said.replace("&#x27;", "'")] == []


def test_it_is_narrowed_by_search_topic_kind_and_figure(client):
    keep(made(people.area(), HEADLINE, date(2024, 1, 1), 335, 926, every="year"))

    def codes(asked):
        return titles(client.get(f"/measures/?{asked}"))

    of_kind = {one.code for one in catalogue.all_definitions() if one.supply is Supply.PARTNER}
    assert codes("kind=partner") == of_kind
    assert HEADLINE in codes("search=20+WEEKS+exceptions&figure=yes&topic=WAITING")
    assert HEADLINE not in codes("figure=no")
    assert codes("search=no+such+thing") == set()
    assert codes("topic=nonsense&kind=nonsense&figure=maybe") == set(catalogue.codes())


def test_a_published_figure_says_whose_it_is(client):
    said = words(client.get("/measures/?search=attainment+8"))

    assert "Worcestershire: 14.9 points (academic year 2025)" in said
    assert "Marlshire is fictional." in said


def a_figure_of(area, definition):
    every = next(every for every in (Every.YEAR, Every.ACADEMIC, *definition.periods) if every in definition.periods)
    start = period_of(date(2024, 10, 1), every, ON).start
    counted = definition.unit.value == "count"
    return made(area, definition.code, start, 40, None if counted else 100, every=every.value)


@pytest.mark.parametrize("definition", PAIRED, ids=lambda one: one.code)
@pytest.mark.parametrize("beside", [True, False])
def test_no_figure_stands_without_the_one_that_belongs_beside_it(definition, beside, client):
    pair = catalogue.definition(definition.never_without)
    area = people.area()
    keep(*(a_figure_of(area, one) for one in (definition, pair)[: 1 + beside]))

    page = words(client.get(f"/measures/{definition.code}/"))
    listed = words(client.get("/measures/"))
    region = words(client.get(f"/measures/region/?measure={definition.code}"))
    notes = client.get(f"/measures/{definition.code}/figures.xlsx").content

    assert f"Never without: {pair.title}" in page
    assert f"Beside it – {pair.title}:" in listed
    assert definition.title not in region or pair.title in region
    assert len(notes) > 0


@pytest.mark.parametrize(
    "definition", [one for one in PAIRED if Level.ESTABLISHMENT in one.levels], ids=lambda o: o.code
)
def test_nor_on_the_page_of_a_school(definition, client):
    from tests.factories import measures

    area = people.area()
    measures.schools(area, 1)
    every = definition.periods[-1].value
    start = period_of(date(2024, 10, 1), definition.periods[-1], ON).start
    keep(made(area, definition.code, start, 40, 100, every=every, level="establishment", place="100000"))

    said = words(client.get("/measures/schools/100000/"))

    assert f"Never without {catalogue.definition(definition.never_without).title}" in said


def test_the_region_has_its_areas_side_by_side(client):
    page = client.get("/measures/region/").context["page"]

    assert page.region == "West Midlands"
    assert len(page.lines) == 14 + 2
    assert [line.name for line in page.lines if line.own] == ["Worcestershire"]
    assert [line.name for line in page.lines][-2:] == ["West Midlands", "England"]


def test_the_region_of_a_real_area_is_its_own(client):
    home = people.area("310")  # Harrow

    answer = people.signed_in(people.person(Role.ANALYST, in_area=home)).get("/measures/region/")

    assert "London" in words(answer)
    assert "fictional" not in words(answer)


def test_inspections_are_counted_for_the_region_and_the_nation(client):
    said = words(client.get("/measures/region/"))

    assert re.search(r"England, published by 31 October 2026: \d+ of \d+ areas inspected", said)
    assert "What did inspectors find?" in said


def test_measures_are_chosen_and_what_is_none_is_passed_over(client):
    asked = "measure=attainment_8_ehc_plan&measure=nonsense"

    columns = client.get(f"/measures/region/?{asked}").context["page"].columns

    assert [column.definition.code for column in columns] == ["attainment_8_ehc_plan"]


def test_the_chart_is_a_file_with_title_and_description(client):
    answer = client.get("/measures/attainment_8_ehc_plan/figures.svg")

    said = answer.content.decode()
    assert answer["Content-Type"] == "image/svg+xml; charset=utf-8"
    assert "<title" in said
    assert "<desc" in said


def test_no_chart_no_file(client):
    assert client.get("/measures/children_missing_education_send/figures.svg").status_code == 404


def test_published_figures_are_among_the_downloads(client):
    rows = client.get("/measures/attainment_8_ehc_plan/figures.csv").content.decode().splitlines()

    england = [row for row in rows if ",England,academic year 2025," in row]
    assert len(england) == 1
    assert "Department for Education" in england[0]
