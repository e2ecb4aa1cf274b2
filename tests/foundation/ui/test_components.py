"""Components: the same HTML for everybody, nobody's words in another's page, and no word taken for markup."""

import re
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.template import Context, Template
from django.utils.functional import SimpleLazyObject
from django.utils.safestring import mark_safe

from goldenthread.foundation.ui.components import component

BUTTON = Template('{% load govuk %}{% govuk "button" text=text %}')
LIST = Template('{% load govuk %}{% govuk "summary-list" rows=rows %}')


def squeeze(html: str) -> str:
    return re.sub(r"\s+", " ", html).strip()


def test_a_component_is_rendered_with_its_options() -> None:
    html = squeeze(BUTTON.render(Context({"text": "Save"})))

    assert html == '<button type="submit" class="govuk-button" data-module="govuk-button"> Save </button>'


def test_two_underscores_open_an_option() -> None:
    html = Template('{% load govuk %}{% govuk "input" id="a" name="a" label__text="Reference" %}').render(Context())

    assert '<label class="govuk-label" for="a">' in squeeze(html)


def test_words_are_never_taken_for_markup() -> None:
    html = BUTTON.render(Context({"text": "<script>alert(1)</script>"}))

    assert "&lt;script&gt;" in html


@pytest.mark.parametrize(("given", "shown"), [("<b>x</b>", "&lt;b&gt;"), (mark_safe("<b>x</b>"), "<b>x</b>")])
def test_html_options_pass_only_what_is_already_safe(given: str, shown: str) -> None:
    assert shown in component("inset-text", {"html": given})


def test_eight_threads_never_see_each_others_words() -> None:
    def slow(words: str) -> SimpleLazyObject:
        return SimpleLazyObject(lambda: (time.sleep(0.0005), words)[1])

    def render(number: int) -> bool:
        mine = [{"key": {"text": f"who {n}"}, "value": {"text": slow(f"person-{number}")}} for n in range(2)]
        seen = set(re.findall(r"person-\d+", LIST.render(Context({"rows": mine}))))
        return seen == {f"person-{number}"}

    with ThreadPoolExecutor(8) as pool:
        right = list(pool.map(render, range(200)))

    assert right == [True] * 200


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("amber", '<span class="gt-chip gt-chip--amber"><span aria-hidden="true">▲ A</span> Amber: minor issue</span>'),
        ("", '<span class="gt-chip gt-chip--grey"><span aria-hidden="true">– –</span> Not reported</span>'),
    ],
)
def test_a_colour_is_never_the_only_sign(given: str, shown: str) -> None:
    assert Template("{% load govuk %}{% chip colour %}").render(Context({"colour": given})) == shown
