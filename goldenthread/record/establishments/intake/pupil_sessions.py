"""Half-days attended and missed, of a term."""

from goldenthread.record.establishments.intake.pupils.source import PupilSource

source = PupilSource(
    code="pupil_sessions",
    title="Attendance: half-days in a term",
    reads=(
        "Half-days (sessions) of each pupil in a term, as CSV, .xlsx or a zip of CSVs: possible, authorised and "
        "unauthorised, or a row for each attendance code."
    ),
    kind="sessions",
    template=("UPN", "URN", "Term", "Sessions possible", "Sessions authorised", "Sessions unauthorised"),
)  # fmt: skip
