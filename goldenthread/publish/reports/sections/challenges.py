"""Colours that the facts do not support, with the reason in a sentence, and every signed explanation."""

from collections.abc import Iterator

from goldenthread.publish.reports.document import Block, Heading, Paragraph, Table
from goldenthread.publish.reports.facts import PlanFacts
from goldenthread.publish.reports.facts.plan import signature
from goldenthread.publish.reports.sections import accounts
from goldenthread.publish.reports.sections.saying import coloured

WIDTHS = (2.4, 0.9, 0.9, 3.4)
HEAD = ("Reported", "Facts support", "Why")


def challenges(plan: PlanFacts) -> Iterator[Block]:
    yield Heading("What the facts support", 2, numbered=False)
    yield Paragraph.of(
        f"{accounts.challenged(plan)} A colour is challenged where dates, evidence, measures or families say less than "
        "its lead does. Whoever answers for it may explain in writing why it stands; the explanation is printed "
        "beside the challenge, and ends on a day.",
        numbered=True,
    )
    yield _dials(plan)
    if plan.standing.challenged_themes:
        yield _themes(plan)
    if plan.standing.challenged_actions:
        yield _actions(plan)


def _dials(plan: PlanFacts) -> Table:
    themes = [one.standing for one in plan.themes]
    rows = [
        (
            str(one.theme),
            coloured(one.reported),
            one.impact.dial.value.capitalize(),
            one.families.dial.value.capitalize() if one.asks_families else "Not asked",
            one.talk.value.capitalize() if one.talk else "Too early to say",
        )
        for one in themes
    ]
    return Table.of(
        "Each theme: reported colour, what its measures show, what families say",
        ("Theme", "Reported", "Measures show", "Families say", "So it is"),
        rows,
        widths=(2.4, 0.9, 1.3, 1.3, 1.7),
        notes=(
            "A theme speaks with its worst measure, so that one good chart cannot hide a bad one. "
            "Appendix A has each measure.",
        ),
    )


def _themes(plan: PlanFacts) -> Table:
    rows = []
    for one in plan.themes:
        supported = one.standing.supported
        if supported.challenged:
            why = " ".join((*one.because, one.signed)).strip()
            rows.append((str(one.standing.theme), coloured(supported.reported), coloured(supported.colour), why))
    return Table.of("Themes whose reported colour is challenged", ("Theme", *HEAD), rows, widths=WIDTHS)


def _actions(plan: PlanFacts) -> Table:
    rows = []
    for one in plan.standing.challenged_actions:
        because = " ".join(reason.sentence for reason in one.supported.because)
        why = f"{because} {signature(one.supported, one.verdict)}".strip()
        rows.append((str(one.action), coloured(one.reported.colour), coloured(one.supported.colour), why))
    return Table.of("Actions whose reported colour is challenged", ("Action", *HEAD), rows, widths=WIDTHS)
