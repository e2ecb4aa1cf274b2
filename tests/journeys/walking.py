"""What every journey does: sign in, look, and check that the page can be used by everybody."""

from pathlib import Path

from axe_playwright_python.sync_playwright import Axe

from goldenthread.config.demonstration.people import PASSWORD

ROOT = Path(__file__).parents[2]
ARTEFACTS = ROOT / "artefacts"
DESK, PHONE = {"width": 1200, "height": 900}, {"width": 375, "height": 812}
# axe's own switch: the rules of WCAG 2.0 to 2.2, levels A and AA, and its good practices
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],  # what passes is not written down, which halves the time
    "preload": False,  # nor is the one style sheet fetched again: no rule above reads it
}


def sign_in(page, site, username):
    page.goto(f"{site}/")
    page.locator("#id_login").fill(username)
    page.locator("#id_password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()


def signed_in(browser, site, username):
    """What a browser keeps of somebody who has signed in."""
    context = browser.new_context()
    sign_in(context.new_page(), site, username)
    kept = context.storage_state()
    context.close()
    return kept


class Walker:
    """Somebody at a browser, by what they do: open, follow, fill, choose, read."""

    def __init__(self, page, site):
        self.page, self.site = page, site

    def opens(self, path):
        self.arrived(self.page.goto(f"{self.site}{path}"))

    def follows(self, name, *, exact=False, answers=200):
        """The first link or button of that name; a pattern may name it too. Some links are drawn as buttons.

        A form that is sent back to be put right answers 400.
        """
        link, button = (self.page.get_by_role(role, name=name, exact=exact) for role in ("link", "button"))
        with self.page.expect_navigation() as going:
            link.or_(button).first.click()
        self.arrived(going.value, answers)

    def arrived(self, answer, status=200):
        assert answer.status == status, f"{answer.url}: {answer.status}\n{self.reads()[:600]}"
        assert wider_than_the_screen(self.page) == 0, answer.url

    def fills(self, **boxes):
        """By the name of the field; a day is three numbers."""
        for name, said in boxes.items():
            if isinstance(said, str):
                self.page.locator(f"#id_{name}").fill(said)
            else:
                for part, number in zip(("day", "month", "year"), said, strict=True):
                    self.page.locator(f"#id_{name}-{part}").fill(str(number))

    def chooses(self, answer):
        """A radio or a tick, by its words."""
        self.page.get_by_label(answer).first.check()

    def reads(self, part="main"):
        """The words of a part of the page, in one line."""
        return " ".join(self.page.inner_text(part).split())

    def here(self):
        """The address of this page, to come back to."""
        return self.page.url.removeprefix(self.site)

    def card(self, words):
        """The summary card that says so."""
        return self.page.locator("section.govuk-summary-card", has_text=words)

    def looks(self, name):
        look(self.page, name)


def look(page, name):
    """Keep a picture, and let axe and the link check look at the page: neither may find anything."""
    picture(page, name)
    wrong = [*faults(page), *dead_anchors(page)]
    assert wrong == [], f"{page.url}\n" + "\n".join(wrong)


def picture(page, name):
    """Alone where scripts are off: axe is a script, and would never come back."""
    page.screenshot(path=ARTEFACTS / f"{name}.png", full_page=True)


def faults(page, **options):
    found = Axe().run(page, options=RULES | options).response["violations"]
    return [f"{one['id']}: {node['html'][:120]}" for one in found for node in one["nodes"]]


def dead_anchors(page):
    """Links within the page that lead nowhere: axe does not see them."""
    return page.evaluate(
        """() => [...document.querySelectorAll('a[href^="#"]')]
            .filter(a => a.getAttribute('href').length > 1 && !document.getElementById(a.getAttribute('href').slice(1)))
            .map(a => a.outerHTML.slice(0, 120))"""
    )


def wider_than_the_screen(page):
    """By how many pixels the page, and not only a frame within it, must be pushed sideways to be read."""
    return page.evaluate("Math.max(0, document.documentElement.scrollWidth - window.innerWidth)")
