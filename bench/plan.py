"""Every page of a plan of 1,000 actions with three years of monthly updates; honesty over 10,000 actions; a forecast.

python -m bench.plan [ACTIONS]     # 30 runs of each page through Django's test client

As config/wsgi.py does, it puts what is loaded before the first page out of the garbage collector's sight, and has it
look less often.
Goals are held against the time of the processor, which other work on the machine disturbs least; the time on the wall
stands beside it. SQLite works in our own process, so that nothing of a page is left out.

The peer, in the same run: the naive way to know how a plan stands, which loads every update and walks it in Python.
"""

import argparse
import gc
import importlib
import logging
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import date
from typing import Any

ON = date(2026, 10, 31)
RUNS, WARM = 30, 3
GOALS = {"page": 0.2, "queries": 15, "honesty": 1.0, "forecast": 1.0}
PAGES = (
    "index", "challenges", "challenge_records", "explanations", "actions", "actions_csv", "history", "compare",
    "forecast", "rests", "ends", "duties", "risks", "money", "owed", "mine", "evidence_waiting",
)  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("actions", type=int, nargs="?", default=1_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {
            "GOLDENTHREAD_HOME": home,
            "GOLDENTHREAD_TODAY": ON.isoformat(),
            "DJANGO_SETTINGS_MODULE": "goldenthread.config.settings",
        }
        from goldenthread.config.cli.verbs.serve import prepare

        prepare()
        measure(options.actions)


def measure(actions: int) -> None:
    from django.conf import settings
    from django.urls import get_resolver

    from goldenthread.improve.plans.models import Update
    from tests.factories.big_plan import Size, big_plan, figures

    logging.disable()
    settings.ALLOWED_HOSTS = ["testserver"]  # and no more of a test's surroundings: they copy every template's context
    began = time.perf_counter()
    plan = big_plan(Size(actions=actions), ON)
    figures(plan.area, ON)
    print(f"{actions:,} actions, {Update.objects.count():,} updates, made in {time.perf_counter() - began:.1f} s")
    get_resolver().url_patterns  # noqa: B018  reading it loads every page's code
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)
    missed = pages(plan, signed_in())
    naive = against_the_naive(plan)
    missed += honesty(10_000) + forecast(plan)
    print(f"{'All goals met' if not missed else f'MISSED: {missed}'}; the naive way takes {naive:.1f} times ours")


def signed_in() -> Any:
    from goldenthread.foundation.partnership.models import Role
    from tests.factories import people

    client = people.signed_in(people.person(Role.IMPROVEMENT_LEAD))
    client.raise_request_exception = False
    return client


def pages(plan: Any, client: Any) -> int:
    from django.urls import reverse

    theme = plan.themes.first()
    named = [(name, reverse(f"plans:{name}")) for name in PAGES]
    named += [("theme", reverse("plans:theme", args=[theme.pk]))]
    named += [("action", reverse("plans:action", args=[theme.actions.first().pk]))]
    print(f"{'page':<20}{'p50':>9}{'p95':>9}{'p50 wall':>11}{'p95 wall':>11}{'queries':>9}{'kB':>8}")
    return sum(page(client, name, address) for name, address in named)


def page(client: Any, name: str, address: str) -> bool:
    """Whether it misses a goal."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as asked:
        answer = client.get(address)
    queries = len(asked)
    if answer.status_code != 200:
        print(f"{name:<20} answers {answer.status_code}")
        return False
    busy, wall = runs(lambda: client.get(address))
    missed = p95(busy) > GOALS["page"] or queries > GOALS["queries"]
    times = (statistics.median(busy), p95(busy), statistics.median(wall), p95(wall))
    print(
        f"{name:<20}{ms(times[0])}{ms(times[1])}  {ms(times[2])}  {ms(times[3])}{queries:>9}"
        f"{len(answer.content) / 1000:>8.0f}{'   MISSED' if missed else ''}"
    )
    return missed


def against_the_naive(plan: Any) -> float:
    """How many times longer it takes to walk every update than to ask for the newest."""
    from goldenthread.improve.plans import facts
    from goldenthread.improve.plans.models import Update

    def walked() -> dict[int, facts.Reported]:
        found: dict[int, facts.Reported] = {}
        rows = Update.objects.filter(action__theme__plan=plan, on__lte=ON).order_by("on", "pk")
        for action, on, name, done in rows.values_list("action_id", "on", "reported", "done"):
            was, colour = found.get(action, facts.NOTHING_REPORTED), facts.COLOURS[name]
            begun = was.started_on or (None if name == "white" else on)
            completed = (was.completed_on or on) if name == "blue" else None
            found[action] = facts.Reported(colour, on, begun, done, completed)
        return found

    def asked() -> dict[int, facts.Reported]:
        return {one.pk: facts.reported_of(one) for one in facts.actions_of(plan.themes.all(), ON) if one.told_as}

    assert asked() == walked()
    ours, naive = (median(work, 10) for work in (asked, walked))
    print(f"what each action is reported at: {ours * 1000:.0f} ms; by walking every update {naive * 1000:.0f} ms")
    return naive / ours


def honesty(count: int) -> bool:
    from goldenthread.rules.honesty.action import ActionFacts, Milestone, supported_colour
    from goldenthread.rules.honesty.colours import Colour

    colours = tuple(Colour)
    known = [
        ActionFacts(
            reported=colours[number % 5], start_planned_on=date(2026, 1, 1), due_on=date(2026, 6 + number % 6, 1),
            milestones=(Milestone("Half way", date(2026, 3, 1)),), last_update_on=date(2026, 10, 1), lead="a",
        )
        for number in range(count)
    ]  # fmt: skip
    took = median(lambda: [supported_colour(one, ON) for one in known], 5)
    print(f"honesty over {count:,} actions: {took * 1000:.0f} ms")
    return took > GOALS["honesty"]


def forecast(plan: Any) -> bool:
    """Worked out anew each time: what is remembered between pages is thrown away."""
    try:
        forecasting = importlib.import_module("goldenthread.improve.plans.forecasting")
    except ModuleNotFoundError:
        print("forecast: not built")
        return False
    from goldenthread.rules.statistics import completion

    def anew() -> None:
        completion.forecast.cache_clear()
        forecasting.forecast(plan, ON)

    took = median(anew, 5)
    print(f"forecast of 1,000 runs, as reported and as supported: {took * 1000:.0f} ms")
    return took > GOALS["forecast"]


def p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


def ms(seconds: float) -> str:
    return f"{seconds * 1000:6.0f} ms"


def median(work: Callable[[], object], times: int) -> float:
    return statistics.median(runs(work, times)[0])


def runs(work: Callable[[], object], times: int = RUNS) -> tuple[list[float], list[float]]:
    """Seconds of the processor and on the wall."""
    busy, wall = [], []
    for number in range(times + WARM):
        began = time.process_time(), time.perf_counter()
        work()
        if number >= WARM:
            busy.append(time.process_time() - began[0])
            wall.append(time.perf_counter() - began[1])
    return busy, wall


if __name__ == "__main__":
    main()
