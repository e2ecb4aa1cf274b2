from goldenthread.publish.reports.document import BulletList, Heading, Paragraph, Section
from goldenthread.publish.reports.facts import Facts

MEASURES, BOTH_SIDES = "Appendix A: the measures behind the outcomes", "Appendix B: both sides of 20 weeks"
PUBLISHED, FINDINGS = "Appendix C: published figures", "Appendix D: what inspectors found"
GLOSSARY = "Appendix E: short forms and terms"


def appendices(_: Facts) -> Section:
    blocks = (
        Heading("Appendices"),
        Paragraph.of("The appendices stand at the end of this paper:", numbered=True),
        BulletList.of(MEASURES, BOTH_SIDES, PUBLISHED, FINDINGS, GLOSSARY),
    )
    return Section("appendices", blocks)
