"""The sources that the settings name. Intake knows none of them."""

from collections.abc import Sequence
from functools import cache

from django.conf import settings
from django.utils.module_loading import import_string

from .source import Refused, Source, Upload


@cache
def _load(path: str) -> Source:
    source: Source = import_string(path)
    return source


def sources() -> Sequence[Source]:
    return [_load(path) for path in settings.INTAKE_SOURCES]


def source(code: str) -> Source:
    """The source with a code. Raises Refused where there is none."""
    for each in sources():
        if each.code == code:
            return each
    raise Refused(f"There is no kind of file called “{code}”. Choose one of those listed.")


def recognised(upload: Upload) -> Source | None:
    """The one source that recognises a file; None when none does, or when several do and a person must say."""
    found = [each for each in sources() if each.recognises(upload)]
    return found[0] if len(found) == 1 else None
