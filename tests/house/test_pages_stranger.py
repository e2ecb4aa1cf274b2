"""Every address answers a stranger with the sign-in page or a refusal, unless it is listed here as public."""

import re
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

PUBLIC = {"account_login", "partnership:first_password", "ui:accessibility", "ui:sources"}
PUBLIC_ROOMS = {"public", "local_offer"}  # what anybody may read; writing there is still refused
REFUSALS = {403, 404, 405}
SIGN_OUT = "account_logout"  # sends a stranger to the sign-in page itself

SAMPLES = {"uuid": "00000000-0000-4000-8000-000000000000", "int": "1", "date": "2026-10-31"}
CONVERTER = re.compile(r"<(?:(?P<kind>\w+):)?\w+>")


def addresses(
    patterns: list[URLPattern | URLResolver], prefix: str = "/", space: str = ""
) -> Iterator[tuple[str, str]]:
    for pattern in patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from addresses(pattern.url_patterns, route, inner)
        else:
            yield (
                f"{space}{pattern.name or ''}",
                CONVERTER.sub(lambda found: SAMPLES.get(found["kind"] or "", "x"), route),
            )


ADDRESSES = sorted(addresses(get_resolver().url_patterns))
PRIVATE = [(name, path) for name, path in ADDRESSES if name not in PUBLIC and name.split(":")[0] not in PUBLIC_ROOMS]


def test_every_address_has_a_name() -> None:
    assert [path for name, path in ADDRESSES if name.endswith(":") or not name] == []


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize(("name", "path"), PRIVATE)
def test_a_stranger_is_sent_to_sign_in_or_refused(name: str, path: str, method: str) -> None:
    answer = getattr(Client(), method)(path)

    sent_to_sign_in = answer.status_code == 302 and answer["Location"].startswith("/sign-in/")
    assert sent_to_sign_in or answer.status_code in REFUSALS, f"{name} answered {answer.status_code}"


@pytest.mark.django_db
@pytest.mark.parametrize(("name", "path"), [(name, path) for name, path in ADDRESSES if name in PUBLIC])
def test_what_is_listed_as_public_is_open(name: str, path: str) -> None:
    assert Client().get(path).status_code == 200
