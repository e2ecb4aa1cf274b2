"""Suspensions and permanent exclusions, one a row."""

from goldenthread.record.establishments.intake.pupils.source import PupilSource

source = PupilSource(
    code="pupil_exclusions",
    title="Suspensions and permanent exclusions",
    reads="Suspensions and permanent exclusions, as CSV, .xlsx or a zip of CSVs, one a row, with its first day.",
    kind="exclusions",
    template=("UPN", "URN", "Start date", "Category", "Sessions", "Reason", "SEN provision"),
)  # fmt: skip
