"""The reference pages say what the code says: printed anew, they are what is committed."""

import pytest

from tools import print_docs


@pytest.mark.parametrize("name", print_docs.names())
def test_the_page_is_as_the_code_prints_it(name: str) -> None:
    committed = print_docs.path(name).read_text(encoding="utf-8")

    assert committed == print_docs.printed(name), "The code has moved on: run `make docs` and commit what it prints."


def test_no_page_is_left_of_what_is_no_longer_printed() -> None:
    pages = set(print_docs.FOLDER.glob("*.md"))

    assert pages == {print_docs.path(name) for name in print_docs.names()}
