"""What every journey does: sign in, look, and check that the page can be used by everybody."""

from axe_playwright_python.sync_playwright import Axe

from goldenthread.config.demonstration.people import PASSWORD
from tests.journeys.conftest import ARTEFACTS

# axe's own switch: the rules of WCAG 2.0 to 2.2, levels A and AA, and its good practices
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def sign_in(page, site, username):
    page.goto(f"{site}/")
    page.locator("#id_login").fill(username)
    page.locator("#id_password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()


def look(page, name):
    """Keep a picture, and let axe and the link check look at the page: neither may find anything."""
    page.screenshot(path=ARTEFACTS / f"{name}.png", full_page=True)
    assert faults(page) == []
    assert dead_anchors(page) == []


def faults(page):
    found = Axe().run(page, options=RULES).response["violations"]
    return [f"{one['id']}: {node['html'][:120]}" for one in found for node in one["nodes"]]


def dead_anchors(page):
    """Links within the page that lead nowhere: axe does not see them."""
    return page.evaluate(
        """() => [...document.querySelectorAll('a[href^="#"]')]
            .filter(a => a.getAttribute('href').length > 1 && !document.getElementById(a.getAttribute('href').slice(1)))
            .map(a => a.outerHTML.slice(0, 120))"""
    )
