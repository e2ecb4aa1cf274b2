"""Every kind of file that can be brought in, with the headings that are recognised."""

import importlib
from collections.abc import Iterator, Mapping, Sequence

from django.conf import settings

from goldenthread.improve.plans.reading import names as plan
from tools.markdown import heading, table

TITLE = "Files that can be brought in"
WRITTEN_ELSEWHERE: Mapping[str, tuple[Mapping[str, Sequence[str]], Mapping[str, str]]] = {
    "plan_word": (plan.ACTIONS, plan.READ_AS),
    "plan_workbook": (plan.ACTIONS, plan.READ_AS),
}


def blocks() -> Iterator[str]:
    yield (
        "The kind of a file is known by what is in it, never by its name. Headings are matched whatever their case "
        "and punctuation, and a near spelling will do; the preview shows which column was taken for which before "
        "anything is kept. What happens to a row that has a fault: [Bring your files](../users/bring-your-files.md)."
    )
    for dotted in sorted(settings.INTAKE_SOURCES):
        module = importlib.import_module(dotted.rpartition(".")[0])
        source = module.source
        yield heading(source.title)
        yield f"{source.reads} (`--kind {source.code}`)"
        wanted, read_as = WRITTEN_ELSEWHERE.get(source.code, (getattr(module, "WANTED", {}), {}))
        if wanted:
            needed = getattr(module, "NEEDED", ())
            yield table(["read as", "needed", "also headed"], _columns(wanted, needed, read_as))
        if source.code == "sen2":
            yield "Its elements, codes and checks have [a page of their own](sen2.md)."


def _columns(
    wanted: Mapping[str, Sequence[str]], needed: Sequence[str], read_as: Mapping[str, str]
) -> Iterator[list[str]]:
    for name, known_as in wanted.items():
        words = read_as.get(name, name.replace("_", " "))
        yield [words, "yes" if name in needed else "", "; ".join(known_as)]
