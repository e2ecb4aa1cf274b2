from goldenthread.publish.reports.document import Heading, Placeholder, Section
from goldenthread.publish.reports.facts import Facts

QUESTION = "By what, and by which day, will members know whether each outcome was unmet, met or exceeded?"


def implications(_: Facts) -> Section:
    """No record holds these yet: they are promises that the paper itself makes."""
    return Section("implications", (Heading("Key implications"), Placeholder("key_implications", QUESTION)))
