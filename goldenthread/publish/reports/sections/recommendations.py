from goldenthread.publish.reports.document import Heading, Paragraph, Placeholder, Section, Strong
from goldenthread.publish.reports.facts import Facts


def recommendations(facts: Facts) -> Section:
    """What the meeting is asked is for a person to say: no figure recommends anything."""
    question = f"What is {facts.paper.body} asked to note, to agree or to ask for?"
    blocks = (
        Heading("Details of recommendations"),
        Paragraph.of(Strong(f"RECOMMENDATION: That {facts.paper.body}:")),
        Placeholder("recommendations", question),
    )
    return Section("recommendations", blocks)
