"""The plan as an Excel workbook: one sheet of actions, or several, and the sheets that hang on them."""

from goldenthread.improve.plans.merging.source import PlanFile
from goldenthread.improve.plans.reading.workbook import read_workbook

source = PlanFile(
    "plan_workbook",
    "Improvement plan in Excel",
    "The plan as .xlsx: one action a row, with a heading for each column, such as reference, action, lead, "
    "timescale and RAG or BRAG. "
    "Sheets called Themes, Outcomes, Milestones, Money, Accounts, End dates, Risks, Updates, Amendments and Overrides "
    "are read too.",
    b"xl/workbook.xml",
    read_workbook,
)
