"""What is logged of a fault: its kind and where it happened. Its words may hold a name, so they are left out; and the
secret in the address of somebody's calendar.
"""

import logging
import re
import traceback
from types import TracebackType

SECRET = re.compile(r"(/calendar/)[^/\s]+(\.ics)")


class Discreet(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        return SECRET.sub(r"\1…\2", super().format(record))

    def formatException(  # noqa: N802  the framework's name
        self, ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
    ) -> str:
        kind, _, trace = ei
        frames = "".join(traceback.format_tb(trace))
        return f"{frames}{kind.__name__ if kind else 'Unknown'} (its words are not logged)"
