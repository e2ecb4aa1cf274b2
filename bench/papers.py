"""How long a 60-page paper with 40 charts takes in each form, beside bare Typst on such a paper typed by hand.

.venv/bin/python -m bench.papers [FONT FOLDER]
"""

import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter

import page
import typst

from goldenthread.foundation.charts import BarChart, Bars
from goldenthread.publish.reports.document import (
    Document,
    Heading,
    Paragraph,
    Section,
    Table,
    drawing,
    from_json,
    to_json,
)
from goldenthread.publish.reports.glossary import expanded, harvest
from goldenthread.publish.reports.render import render_html, render_pdf, render_word

CHARTS, TABLES, ROWS = 40, 58, 14
GOALS = {"HTML": 1.0, "Word": 2.0, "PDF": 2.0}  # seconds on one core
WORDS = "The DfE and the ICB met the council; each EHC plan past its date has an owner, a day and a reason. " * 4


def long_paper() -> Document:
    months = tuple(f"Month {number}" for number in range(1, 9))
    sections = []
    for number in range(TABLES):
        rows = [
            [f"{number}.{row}", "Review the matrix of need", "Head of service", f"{row * 7}", "37.4 %"]
            for row in range(ROWS)
        ]
        table = Table.of(f"Actions of part {number}", ["Ref", "Action", "Owner", "Days", "Share"], rows)
        blocks = [Heading(f"Part {number}"), Paragraph.of(WORDS, numbered=True), table]
        if number < CHARTS:
            bars = Bars("Waiting", [float(40 + (number * place) % 30) for place in range(8)])
            blocks.append(
                drawing(
                    BarChart(
                        identity=f"chart-{number}",
                        title=f"Children waiting, part {number}",
                        description="Eight bars.",
                        categories=months,
                        series=(bars,),
                    )
                )
            )
        sections.append(Section(f"part-{number}", tuple(blocks)))
    return Document("A long paper", tuple(sections), author="Marlshire County Council")


def by_hand() -> str:
    """The same content as a person would type it into Typst: no data, no captions, no tags to work out."""
    cells = "".join(
        f"[{row}], [Review the matrix of need], [Head of service], [{row * 7}], [37.4 %],\n" for row in range(ROWS)
    )
    figures = "".join(f"[Month {month}], [{40 + month}],\n" for month in range(8))
    bars = "".join(f"rect(width: {30 + month * 4}%, height: 14pt, fill: blue)\n" for month in range(8))
    part = f"= Part\n{WORDS}\n#table(columns: 5, table.header[Ref][Action][Owner][Days][Share],\n{cells})\n"
    chart = f'#figure(alt: "Eight bars.", {{ {bars} }})\n#table(columns: 2, table.header[Month][Waiting],\n{figures})\n'
    head = '#set document(title: "A long paper")\n#set text(font: "Arimo", lang: "en")\n#set page(paper: "a4")\n'
    return head + (part + chart) * CHARTS + part * (TABLES - CHARTS)


def once(form: str, fonts: Path) -> tuple[float, bytes]:
    """Seconds for one form of the paper. Typst remembers what it has set, so each run has a process of its own."""
    work: dict[str, Callable[[], bytes]] = {
        "HTML": lambda: render_html(long_paper()).encode(),
        "Word": lambda: render_word(long_paper(), fonts),
        "PDF": lambda: render_pdf(long_paper(), fonts),
        "freezing": lambda: to_json(from_json(to_json(long_paper()))).encode(),
        "glossary": lambda: str(expanded(long_paper(), harvest(long_paper()))).encode(),
        "bare": lambda: typst.compile(
            by_hand().encode(), format="pdf", font_paths=[fonts], ignore_system_fonts=True, pdf_standards=["ua-1"]
        ),
    }
    start = perf_counter()
    made = work[form]()
    return perf_counter() - start, made


def best(form: str, fonts: Path) -> tuple[float, bytes]:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn"), max_tasks_per_child=1) as alone:
        return min((alone.submit(once, form, fonts).result() for _ in range(3)), key=lambda run: run[0])


def main() -> None:
    fonts = Path(sys.argv[1] if len(sys.argv) > 1 else "node_modules/@expo-google-fonts/arimo")
    runs = {form: best(form, fonts) for form in (*GOALS, "bare", "freezing", "glossary")}
    ours, bare = (page.validate_pdf_bytes(runs[form][1]) for form in ("PDF", "bare"))
    print(f"{ours.document.page_count} pages, {CHARTS} charts, {TABLES} tables; PDF/UA-1 faults: {len(ours.failures)}")
    for form, goal in GOALS.items():
        took = runs[form][0]
        print(f"{form:9} {took:6.3f} s   goal {goal:.0f} s: {'met' if took <= goal else 'MISSED'}")
    took = runs["bare"][0]
    ratio = runs["PDF"][0] / took
    print(f"bare typst {took:5.3f} s   {bare.document.page_count} pages typed by hand; ours takes {ratio:.2f} times it")
    print(f"freezing  {runs['freezing'][0]:6.3f} s   to JSON, back, and to JSON")
    print(f"glossary  {runs['glossary'][0]:6.3f} s   harvested and spelt out")


if __name__ == "__main__":
    main()
