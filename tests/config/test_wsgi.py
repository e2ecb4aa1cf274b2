"""What the web server loads, in a process of its own: the garbage collector's settings are of the whole process."""

import subprocess
import sys

import pytest

ASKED = """
import gc
from goldenthread.config import wsgi
from django.urls import get_resolver
print(callable(wsgi.application), gc.get_freeze_count() > 100_000, "url_patterns" in vars(get_resolver()))
"""


@pytest.mark.slow
def test_every_page_is_loaded_and_out_of_the_collectors_sight_before_the_first_request() -> None:
    answer = subprocess.run([sys.executable, "-c", ASKED], capture_output=True, text=True, check=True)

    assert answer.stdout.split() == ["True", "True", "True"]
