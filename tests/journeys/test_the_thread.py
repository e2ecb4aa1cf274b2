"""A morning of an improvement lead: what is challenged and why, the measure, who waits longest, the paper."""

import re

import pytest

from tests.journeys.walking import ARTEFACTS, look, sign_in

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("journeys")]


def test_from_sign_in_to_the_paper(page, site):
    sign_in(page, site, "lead")
    assert page.get_by_role("heading", name="What needs me?").is_visible()
    look(page, "home")

    page.get_by_role("link", name="Plan", exact=True).click()
    body = page.inner_text("main")
    assert re.search(r"9 of the 49 Green", body)
    page.screenshot(path=ARTEFACTS / "readme-plan.png")  # what docs/images/plan.png is copied from
    look(page, "plan")

    page.get_by_role("link", name=re.compile("See the .* challenge")).first.click()
    assert "9 of the 49 Green actions, 14 actions in all, 3 themes" in page.inner_text("main")
    look(page, "challenges")

    page.get_by_role("link", name=re.compile("Families' confidence")).first.click()
    theme = page.inner_text("main")
    assert "Reported Green. The facts support Amber." in theme
    assert "under" in theme.lower()  # whom nobody has heard from
    look(page, "theme")

    page.get_by_role("link", name=re.compile(r"^6\.\d")).first.click()
    look(page, "action")

    page.goto(f"{site}/measures/plans_in_20_weeks_excluding_exceptions/")
    measure = page.inner_text("main")
    assert "Concern" in measure
    assert "Open cases past 20 weeks" in measure  # never one without the other
    look(page, "measure")

    page.goto(f"{site}/children/")
    waiting = page.inner_text("main")
    assert "regulation 13" in waiting or "reg" in waiting
    look(page, "children")

    page.get_by_role("link", name="Papers", exact=True).click()
    look(page, "papers")
    page.get_by_role("link", name=re.compile("Cabinet|SEND")).first.click()
    look(page, "paper")
    with page.expect_download() as download:
        page.get_by_role("link", name=re.compile("PDF")).first.click()
    assert download.value.path().read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("username", "paths"),
    [
        (
            "analyst",
            [
                "/",
                "/measures/",
                "/measures/both-sides/",
                "/measures/suspensions_send/",
                "/families/",
                "/intake/",
                "/measures/region/",
                "/measures/schools/",
                "/measures/pupils_in_special_schools/",
                "/measures/suspensions_sen_support/",
                "/measures/attainment_8_ehc_plan/",
            ],
        ),
        ("manager", ["/", "/children/", "/plan/"]),
        ("scrutiny", ["/", "/plan/", "/papers/", "/inspection/"]),
        ("forum", ["/", "/plan/"]),
    ],
)
def test_what_each_role_opens_can_be_used_by_everybody(page, site, username, paths):
    sign_in(page, site, username)

    for path in paths:
        answer = page.goto(f"{site}{path}")

        assert answer.status == 200, path
        look(page, f"{username}{path.rstrip('/').replace('/', '-') or '-home'}")


@pytest.mark.parametrize("context", [False], indirect=True, ids=["without scripts"])
def test_the_thread_holds_without_scripts(page, site):
    sign_in(page, site, "lead")
    page.goto(f"{site}/plan/")

    page.get_by_role("link", name=re.compile("See the .* challenge")).first.click()

    assert "The facts support" in page.inner_text("main")


def test_a_file_is_brought_previewed_committed_and_undone(page, site, tmp_path):
    head = "answered_on,question_code,question,answer"
    rows = "\n".join((head, "2026-10-30,experience,How was it?,Good", "2026-31-10,experience,How was it?,Good", ""))
    file = tmp_path / "answers.csv"
    file.write_text(rows)
    sign_in(page, site, "analyst")
    page.goto(f"{site}/intake/")

    page.set_input_files("input[type=file]", file)
    page.get_by_role("button", name=re.compile("Bring|Upload|Read")).first.click()

    understood = page.inner_text("main")
    assert "2026-31-10 is not a date" in understood
    look(page, "intake-understood")


def test_somebody_elses_page_says_what_to_do(page, site):
    sign_in(page, site, "scrutiny")

    answer = page.goto(f"{site}/children/")

    assert answer.status == 403
    assert "permission" in page.inner_text("main").lower() or "may not" in page.inner_text("main").lower()
