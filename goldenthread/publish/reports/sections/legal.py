from goldenthread.publish.reports.document import Heading, Paragraph, Placeholder, Section
from goldenthread.publish.reports.facts import Facts


def legal(_: Facts) -> Section:
    blocks = (
        Heading("Legal implications"),
        Paragraph.of(
            "The council must secure the special educational provision named in each EHC plan (Children and Families "
            "Act 2014, section 42). Where a plan is issued, it is due within 20 weeks of the request (Special "
            "Educational Needs and Disability Regulations 2014, regulation 13(2)). Council and integrated care board "
            "must plan and buy services together (section 26 of the Act).",
            numbered=True,
        ),
        Placeholder("legal", "What does the monitoring officer advise?"),
    )
    return Section("legal", blocks)
