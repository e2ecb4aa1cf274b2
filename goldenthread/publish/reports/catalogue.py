"""Every report there is, found by folder."""

import importlib
from functools import cache
from pathlib import Path

from goldenthread.publish.reports import definitions
from goldenthread.publish.reports.report import Report

FOLDER = Path(definitions.__path__[0])


class UnknownReport(LookupError):
    """The text names the reports that there are."""


@cache
def codes() -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in FOLDER.glob("*.py") if path.stem != "__init__"))


def report(code: str) -> Report:
    if code not in codes():
        raise UnknownReport(f"There is no report “{code}”. There is: {', '.join(codes())}.")
    found: Report = importlib.import_module(f"{definitions.__name__}.{code}").definition
    return found


def all_reports() -> tuple[Report, ...]:
    return tuple(report(code) for code in codes())
