"""Where each published figure comes from. Printed beside every figure and listed in docs/data-sources.md."""

from dataclasses import dataclass

OGL = "Open Government Licence v3.0"
DFE = "Department for Education"
LAIT_RELEASE = "data updated to March 2026"


@dataclass(frozen=True, slots=True)
class Source:
    """One official file. `file` is its place in the folder that `goldenthread benchmarks build --from` reads."""

    code: str
    title: str
    release: str
    file: str
    publisher: str = DFE
    licence: str = OGL

    @property
    def citation(self) -> str:
        return f"{self.publisher}, {self.title}, {self.release}"


EES = Source(
    "ees-2025",
    "Education, health and care plans",
    "reporting year 2025",
    "ees/education-health-and-care-plans_2025.zip",
)
SEN2 = Source(
    "sen2-2023",
    "Process indicators of the SEN2 collection by local authority",
    "reporting year 2023",
    "ees/sen2_mi_2023_la_process_indicators.csv.gz",
)
TRIBUNAL = Source(
    "tribunal-2024",
    "SEND tribunal appeal rate by local authority",
    "2014 to 2024",
    "ees/send_tribunal_appeal_rate_by_la_2014-2024.csv",
    publisher="Ministry of Justice and Department for Education",
)
LAIT = Source("lait", "Local authority interactive tool", LAIT_RELEASE, "lait/bds_long_0.parquet")
LAIT_MEASURES = Source(
    "lait-measures", "Local authority interactive tool: data dictionary", LAIT_RELEASE, "lait/lait_data_dictionary.csv"
)
LAIT_AREAS = Source(
    "lait-areas", "Local authority interactive tool: local authorities", LAIT_RELEASE, "lait/la_code_list.csv"
)
NEIGHBOURS = Source(
    "neighbours-2025-05", "Statistical neighbours", "May 2025", "lait/statistical_neighbours_may_2025.csv"
)
SOURCES = {source.code: source for source in (EES, SEN2, TRIBUNAL, LAIT, LAIT_MEASURES, LAIT_AREAS, NEIGHBOURS)}
