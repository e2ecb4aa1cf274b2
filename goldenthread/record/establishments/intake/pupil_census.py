"""The school census: who is on roll, where, and with what support."""

from goldenthread.record.establishments.intake.pupils.source import PupilSource

source = PupilSource(
    code="pupil_census",
    title="Pupils on roll (school census)",
    reads=(
        "Pupils on roll on a census day, as CSV or .xlsx, one pupil a row; or a zip of the census’s own tables, "
        "with needs, half-days and exclusions beside them."
    ),
    kind="census",
    template=("UPN", "URN", "Date of birth", "SEN provision", "Primary need", "Enrolment status", "Entry date",
              "Census date"),
)  # fmt: skip
