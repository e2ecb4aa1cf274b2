from goldenthread.publish.reports.document import Heading, Placeholder, Section
from goldenthread.publish.reports.facts import Facts


def impacts(_: Facts) -> Section:
    blocks = (
        Heading("Potential impacts"),
        Placeholder("equality", "What does the equality impact assessment say, and who may be worse off?"),
        Placeholder("other_impacts", "What else is affected: climate, data protection, staff, other services?"),
    )
    return Section("impacts", blocks)
