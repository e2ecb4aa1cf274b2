"""How long a page of measures takes with three years of every measure loaded: every level, 250 schools, 36 months.

python bench/measure_pages.py [--schools 250]

Against a bar of 150 ms at the 95th percentile; beside it FBIT, whose own plan asks 1,000 ms (specs.md §3.3). A
database of its own, in a temporary folder; Django's test client, so everything but the socket; CPU time of this
process, since the machine is shared.
"""

import argparse
import os
import tempfile
import time
from collections.abc import Callable
from statistics import quantiles

BAR = 150.0  # ms
ROUNDS = 2


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--schools", type=int, default=250)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["GOLDENTHREAD_HOME"] = folder
        os.environ["GOLDENTHREAD_TODAY"] = "2026-10-31"
        os.environ["DJANGO_SETTINGS_MODULE"] = "goldenthread.config.settings"
        import django

        django.setup()
        from django.test.utils import setup_databases, setup_test_environment, teardown_databases

        setup_test_environment()
        kept = setup_databases(verbosity=0, interactive=False)
        try:
            measure(options.schools)
        finally:
            teardown_databases(kept, verbosity=0)


def measure(schools: int) -> None:
    from goldenthread.foundation.partnership.models import Role
    from goldenthread.measure.indicators import catalogue
    from tests.factories import measures, people

    area = people.area()
    measures.schools(area, schools)
    began = time.process_time()
    count = measures.everything(area, schools=schools)
    print(f"{count:,} observations, {len(catalogue.codes())} measures, made in {time.process_time() - began:.0f} s")
    pages = {
        "a measure": [f"/measures/{code}/" for code in catalogue.codes()],
        "the list": ["/measures/", "/measures/?search=plans&figure=yes"],
        "a school": [f"/measures/schools/{100000 + i}/" for i in range(0, schools, max(1, schools // 20))],
        "schools": ["/measures/schools/"],
        "both sides": ["/measures/both-sides/"],
        "the region": ["/measures/region/"],
    }
    for role in (Role.ANALYST, Role.SCRUTINY_MEMBER):
        client = people.signed_in(people.person(role))
        print(f"\nas {role.label.lower()}: ms of CPU, p50 / p95 / most; most queries")
        for name, addresses in pages.items():
            report(name, client, addresses)


def report(name: str, client: object, addresses: list[str]) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    taken: list[tuple[float, str]] = []
    queries = 0
    for address in addresses:
        with CaptureQueriesContext(connection) as asked:  # warms the caches too
            answer = client.get(address)  # type: ignore[attr-defined]
        assert answer.status_code == 200, address
        queries = max(queries, len(asked))
        taken += [(timed(lambda at=address: client.get(at)), address) for _ in range(ROUNDS)]  # type: ignore
    times = sorted(took for took, _ in taken)
    p95 = quantiles(times, n=20)[-1] if len(times) > 1 else times[0]
    worst = max(taken)
    verdict = "ok" if p95 <= BAR else "OVER"
    print(f"  {name:11} {times[len(times) // 2]:6.1f} /{p95:7.1f} /{worst[0]:7.1f}  {queries:3}  {verdict}  {worst[1]}")


def timed(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return 1000 * (time.process_time() - began)


if __name__ == "__main__":
    main()
