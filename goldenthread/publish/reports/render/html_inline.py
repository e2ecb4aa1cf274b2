from html import escape

from goldenthread.publish.reports.document import Emphasis, Link, Run, Runs, Strong


def line(content: Runs) -> str:
    return "".join(map(_run, content))


def number(label: str) -> str:
    return f'<span class="gt-number">{label}</span> ' if label else ""


def _run(run: Run) -> str:
    words = escape(run.text)
    match run:
        case Strong():
            return f"<strong>{words}</strong>"
        case Emphasis():
            return f"<em>{words}</em>"
        case Link(href=href):
            return f'<a class="govuk-link" href="{escape(href)}">{words}</a>'
    return words
