"""The plan as a Word document: each table whose headings are those of a plan."""

from goldenthread.improve.plans.merging.source import PlanFile
from goldenthread.improve.plans.reading.word import read_word

source = PlanFile(
    "plan_word",
    "Improvement plan in Word",
    "The plan as .docx: tables with one action a row and a row of headings; the heading above a table names its theme.",
    b"word/document.xml",
    read_word,
)
