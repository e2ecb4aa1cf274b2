"""The report that a cabinet is given, in the order that committee papers keep."""

from goldenthread.publish.reports.report import Report, about_the_paper
from goldenthread.publish.reports.sections.appendices import appendices
from goldenthread.publish.reports.sections.consultation import consultation
from goldenthread.publish.reports.sections.consultees import consultees
from goldenthread.publish.reports.sections.findings import findings
from goldenthread.publish.reports.sections.header import header
from goldenthread.publish.reports.sections.history import history
from goldenthread.publish.reports.sections.impacts import impacts
from goldenthread.publish.reports.sections.implications import implications
from goldenthread.publish.reports.sections.legal import legal
from goldenthread.publish.reports.sections.measures import measures
from goldenthread.publish.reports.sections.money import money
from goldenthread.publish.reports.sections.plain import plain
from goldenthread.publish.reports.sections.published import published
from goldenthread.publish.reports.sections.reasons import reasons
from goldenthread.publish.reports.sections.recommendations import recommendations
from goldenthread.publish.reports.sections.risk import risk
from goldenthread.publish.reports.sections.summary import summary
from goldenthread.publish.reports.sections.timetable import timetable
from goldenthread.publish.reports.sections.twenty_weeks import twenty_weeks

definition = Report(
    code="cabinet_report",
    title="Report to Cabinet",
    subject="SEND improvement: progress and impact",
    header=header,
    sections=(
        summary,
        recommendations,
        reasons,
        implications,
        money,
        legal,
        risk,
        impacts,
        consultation,
        timetable,
        appendices,
        about_the_paper(consultees),
        about_the_paper(history),
        plain,
        measures,
        twenty_weeks,
        published,
        findings,
    ),
    of_the_paper=(consultees, history),
    clearances=("Finance", "Legal", "Partners"),
)
