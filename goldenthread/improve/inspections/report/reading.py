"""Reads the text of an inspection by Ofsted and CQC: a full report of 2023 on, or a letter of the first cycle. Pure."""

from .document import NotAReport, Report, ReportFinding, ReportJudgement
from .first_cycle import read_first_cycle_letter
from .full import read_full_report
from .letters import is_letter, is_revisit
from .revisit import read_revisit_letter

__all__ = ["NotAReport", "Report", "ReportFinding", "ReportJudgement", "read_report"]


def read_report(text: str, file_name: str = "") -> Report:
    """The report in a text. `file_name` gives the day of publication where the text has none. Raises NotAReport."""
    if is_revisit(text):
        return read_revisit_letter(text, file_name)
    if is_letter(text):
        return read_first_cycle_letter(text, file_name)
    return read_full_report(text, file_name)
