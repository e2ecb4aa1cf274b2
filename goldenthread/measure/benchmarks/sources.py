"""Where each published figure comes from. Printed beside every figure and listed in docs/data-sources.md."""

from dataclasses import dataclass

OGL = "Open Government Licence v3.0"
DFE = "Department for Education"
NHS = "NHS England"
OFSTED = "Ofsted and the Care Quality Commission"
ONS = "Office for National Statistics"
LAIT_RELEASE = "data updated to March 2026"
DASHBOARD = "SEND and alternative provision dashboard"


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


def dashboard(code: str, title: str, release: str, publisher: str = DFE) -> Source:
    """A table that DfE prepared for its dashboard of SEND and alternative provision."""
    return Source(code, f"{title} ({DASHBOARD})", release, f"send_dashboard/{code}.csv.gz", publisher)


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
ABSENCE = dashboard("absence", "Pupil absence by SEN provision", "2016/17 to 2022/23")
SEND_GAP = Source(
    "send-gap-2026",
    "Absence, suspensions and exclusions of pupils with and without SEN, as prepared by Data to Insight",
    "2018/19 to spring term 2025/26",
    "send_dashboard/la_send_vs_no_sen_2024_26.csv.gz",
)
EYFSP = dashboard("eyfsp", "Early years foundation stage profile by SEN provision", "2021/22")
PHONICS = dashboard("ks1_phonics", "Phonics screening check by SEN provision", "2015/16 to 2022/23")
KS2 = dashboard("ks2_attainment", "Key stage 2 attainment by SEN provision", "2018/19 to 2022/23")
NEET = Source(
    "neet-2025",
    "Participation, NEET and not known at 16 and 17, by local authority",
    "2025",
    "ees/neet_nk_by_la_2025_with_sen.csv",
)
DSG = dashboard("dsg_deficit", "Balance of the dedicated schools grant", "2019-20 to 2021-22")
SPENDING = dashboard("specialist_spend", "Spending on specialist places", "2018-19 to 2021-22")
WAITS = Source(
    "community-waits-2023",
    "Community health services waiting lists, children and young people",
    "January to October 2023",
    "nhs/eng_community_health_waits_monthly_2023.csv",
    publisher=NHS,
)
AUTISM = dashboard("autism", "Autism statistics", "April 2019 to 2023", publisher=NHS)
RESIDENTS = Source(
    "residents",
    "Population estimates, residents aged 0 to 25, as listed by Data to Insight beside the areas of 2023; the year of "
    "the estimate is not stated",
    "listed 2025",
    "geo/la_lookup_with_stat_neighbours_d2i.csv",
    publisher=ONS,
    licence=f"list MIT, estimates {OGL}",
)
INSPECTIONS_2016 = Source(
    "area-send-2016",
    "Area SEND inspections and revisits",
    "May 2016 to August 2022",
    "ofsted/area_send_inspections_2016-05_to_2022-08.csv",
    publisher=OFSTED,
)
INSPECTIONS_2023 = Source(
    "area-send-2023",
    "Area SEND inspections, read from the reports by Data to Insight",
    "2023 to November 2025",
    "ofsted/area_send_inspections_2023_on_d2i_overview.csv",
    publisher=OFSTED,
)
INSPECTIONS_2023_LIST = Source(
    "area-send-2023-list",
    "Area SEND inspections, management information",
    "January to November 2023",
    "ofsted/area_send_mi_winter_2022-23.csv",
    publisher=OFSTED,
)
SOURCES = {
    source.code: source
    for source in (
        *(EES, SEN2, TRIBUNAL, LAIT, LAIT_MEASURES, LAIT_AREAS, NEIGHBOURS, ABSENCE, SEND_GAP, EYFSP, PHONICS, KS2),
        *(NEET, DSG, SPENDING, WAITS, AUTISM, RESIDENTS, INSPECTIONS_2016, INSPECTIONS_2023, INSPECTIONS_2023_LIST),
    )
}
