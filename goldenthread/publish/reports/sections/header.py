"""The head of a committee paper. An empty place shows as outstanding, and keeps the paper from being frozen."""

from goldenthread.publish.reports.document import KeyValueTable
from goldenthread.publish.reports.facts import Paper
from goldenthread.publish.reports.sections.saying import OUTSTANDING, day


def header(paper: Paper) -> KeyValueTable:
    return KeyValueTable.of(
        ("Report title", paper.title),
        ("Contains confidential or exempt information?", "No – Part I. Small numbers about children are hidden."),
        ("Member reporting", paper.member or OUTSTANDING),
        ("Meeting and date", f"{paper.body} – {day(paper.meeting_on)}"),
        ("Responsible officer(s)", paper.officers or OUTSTANDING),
        ("Wards affected", paper.wards or OUTSTANDING),
        ("Figures as at", day(paper.as_at)),
    )


def lacking(paper: Paper) -> list[str]:
    """What the head and the history of the paper still need."""
    needed = {
        "Member reporting": paper.member,
        "Responsible officer(s)": paper.officers,
        "Wards affected": paper.wards,
        "Report author": paper.author,
    }
    return [name for name, given in needed.items() if not given.strip()]
