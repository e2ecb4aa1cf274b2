"""The 75 elements of the return and the nine tables that they make, as data.

Columns are COLLECT's CSV names: the element's name in lower case. `from_year` and `until_year` are the first and last
collection with the element; how the specification's versions match years is inferred (DfE guide 2025, vendors' notes).
"""

from dataclasses import dataclass

from goldenthread.rules.sen2.collection import FIRST_YEAR

D2I = "data-to-insight/patch (MIT); MastodonC/witan.sen2 (facts; the DfE guide is OGL v3)"
WITAN = "MastodonC/witan.sen2 (facts; the DfE guide is OGL v3)"
GUIDE = "MastodonC/witan.sen2 (facts) and data-to-insight/ssd-data-model (MIT), quoting the DfE guide (OGL v3)"


@dataclass(frozen=True, slots=True)
class Table:
    """A module of the return. `occurs` is how many may hang on one row of the parent (None: any number)."""

    name: str
    module: str
    element: str
    parent: str
    occurs: tuple[int, int | None]

    @property
    def many(self) -> bool:
        return self.occurs[1] != 1


@dataclass(frozen=True, slots=True)
class Field:
    """One element. `type` is text, date, moment, boolean, int, code, urn, ukprn, upn, uln, postcode or la."""

    table: str
    element: str
    type: str
    occurs: str
    codes: str = ""
    from_year: int = FIRST_YEAR
    until_year: int | None = None
    required_from: int = FIRST_YEAR
    note: str = ""
    source: str = WITAN
    group: str = ""

    @property
    def column(self) -> str:
        return self.element.lower()

    @property
    def path(self) -> str:
        return "/".join(filter(None, (_path(self.table), self.group, self.element)))

    def collected_in(self, year: int) -> bool:
        return self.from_year <= year and (self.until_year is None or year <= self.until_year)

    def required_in(self, year: int) -> bool:
        return self.occurs == "1" and self.collected_in(year) and year >= self.required_from


TABLES = {
    table.name: table
    for table in (
        Table("sen2", "0 Header", "Message", "", (1, 1)),
        Table("person", "1 Person", "Person", "sen2", (0, None)),
        Table("requests", "2 Requests", "Requests", "person", (1, None)),
        Table("assessment", "3 Assessment", "Assessment", "requests", (0, 1)),
        Table("namedplan", "4a NamedPlan", "NamedPlan", "assessment", (0, 1)),
        Table("plandetail", "4b PlanDetail", "PlanDetail", "namedplan", (1, 2)),
        Table("activeplans", "5a ActivePlans", "ActivePlans", "requests", (0, 1)),
        Table("placementdetail", "5b PlacementDetail", "PlacementDetail", "activeplans", (1, None)),
        Table("senneed", "5c SENneed", "SENneed", "activeplans", (1, 2)),
    )
}
_COLLECTION, _SOURCE, _LA = "Header/CollectionDetails", "Header/Source", "LADetails"

FIELDS = (
    Field("sen2", "Collection", "text", "1", source=D2I, group=_COLLECTION),
    Field("sen2", "Year", "int", "1", source=D2I, group=_COLLECTION, note="The year of the census day"),
    Field("sen2", "ReferenceDate", "date", "1", source=D2I, group=_COLLECTION, note="Third Thursday of January"),
    Field("sen2", "SourceLevel", "text", "1", source=D2I, group=_SOURCE),
    Field("sen2", "LEA", "la", "1", source=D2I, group=_SOURCE, note="Local authority's three-digit code"),
    Field("sen2", "SoftwareCode", "text", "1", source=D2I, group=_SOURCE),
    Field("sen2", "Release", "text", "1", source=D2I, group=_SOURCE),
    Field("sen2", "SerialNo", "int", "1", source=D2I, group=_SOURCE),
    Field("sen2", "DateTime", "moment", "1", source=D2I, group=_SOURCE),
    Field("sen2", "DMO", "text", "0-1", group=_LA, note="Designated medical officer in place"),
    Field("sen2", "DCO", "text", "0-1", group=_LA, note="Designated clinical officer in place"),
    Field("sen2", "DSCO", "text", "0-1", from_year=2025, group=_LA, note="Designated social care officer in place"),
    Field("person", "Surname", "text", "1"),
    Field("person", "Forename", "text", "1"),
    Field("person", "PersonBirthDate", "date", "1"),
    Field("person", "Sex", "code", "1", "sex", from_year=2024),
    Field("person", "GenderCurrent", "code", "1", "gender", until_year=2023),
    Field("person", "Ethnicity", "code", "1", "ethnicity"),
    Field("person", "Postcode", "postcode", "1"),
    Field("person", "UPN", "upn", "0-1", note="Unique pupil number"),
    Field("person", "UniqueLearnerNumber", "uln", "0-1"),
    Field("person", "UPNunknown", "code", "0-1", "upn_unknown", note="Why neither number is known", source=GUIDE),
    Field("requests", "ReceivedDate", "date", "1", note="The 20 weeks start here", source=GUIDE),
    Field("requests", "RequestSource", "code", "1", "request_source", from_year=2025, required_from=2026),
    Field("requests", "RYA", "boolean", "1", note="First request while in relevant youth accommodation"),
    Field("requests", "RequestOutcomeDate", "date", "0-1", note="Requester told; none for W, A, H", source=GUIDE),
    Field(
        "requests", "RequestOutcome", "code", "1", "request_outcome", note="Stands if later overturned", source=GUIDE
    ),
    Field("requests", "RequestMediation", "boolean", "0-1"),
    Field("requests", "RequestTribunal", "boolean", "0-1"),
    Field("requests", "Exported", "la", "0-1", note="The area moved to before the assessment was complete"),
    Field("assessment", "AssessmentOutcome", "code", "1", "assessment_outcome", source=GUIDE),
    Field(
        "assessment", "AssessmentOutcomeDate", "date", "0-1", note="Blank while the plan is not issued", source=GUIDE
    ),
    Field("assessment", "AssessmentMediation", "boolean", "0-1"),
    Field("assessment", "AssessmentTribunal", "boolean", "0-1"),
    Field("assessment", "OtherMediation", "boolean", "0-1"),
    Field("assessment", "OtherTribunal", "boolean", "0-1"),
    Field("assessment", "Week20", "boolean", "0-1", note="Exception to the 20 weeks, reg. 10(4)", source=GUIDE),
    Field("namedplan", "StartDate", "date", "1", note="Date of the current plan", source=GUIDE),
    Field("namedplan", "PlanRes", "code", "0-1", "residential"),
    Field("namedplan", "PlanWBP", "code", "0-1", "work_based"),
    Field("namedplan", "PB", "boolean", "0-1", note="Personal budget taken up"),
    Field("namedplan", "OA", "boolean", "0-1", note="Organised arrangements"),
    Field("namedplan", "DP", "code", "0-1", "direct_payment"),
    Field("namedplan", "CeaseDate", "date", "0-1", note="The plan's end, not the decision to end it", source=GUIDE),
    Field("namedplan", "CeaseReason", "code", "0-1", "cease_reason", source=GUIDE),
    Field("plandetail", "URN", "urn", "0-1", note="What Section I names"),
    Field("plandetail", "UKPRN", "ukprn", "0-1"),
    Field("plandetail", "SENsetting", "code", "0-1", "setting", note="Where there is no URN or UKPRN"),
    Field("plandetail", "SENsettingOther", "text", "0-1"),
    Field("plandetail", "PlacementRank", "code", "1", "rank"),
    Field("plandetail", "SENunitIndicator", "boolean", "1"),
    Field("plandetail", "ResourcedProvisionIndicator", "boolean", "1"),
    Field("activeplans", "TransferLA", "la", "0-1", note="Came from this area within the year"),
    Field("activeplans", "RES", "code", "0-1", "residential", until_year=2023),
    Field("activeplans", "WBP", "code", "0-1", "work_based", until_year=2023),
    Field("activeplans", "ReviewMeeting", "date", "0-1", from_year=2024),
    Field("activeplans", "ReviewOutcome", "code", "0-1", "review_outcome", from_year=2024),
    Field("activeplans", "LastReview", "date", "0-1", note="The decision letter, not the meeting", source=GUIDE),
    Field("activeplans", "ReviewDraft", "date", "0-1", from_year=2025),
    Field("activeplans", "PhaseTransferDueDate", "date", "0-1", from_year=2025),
    Field("activeplans", "PhaseTransferFinalDate", "date", "0-1", from_year=2025),
    Field("placementdetail", "URN", "urn", "0-1", note="What the child or young person attends"),
    Field("placementdetail", "UKPRN", "ukprn", "0-1"),
    Field("placementdetail", "SENsetting", "code", "0-1", "setting", note="Where there is no URN or UKPRN"),
    Field("placementdetail", "SENsettingOther", "text", "0-1"),
    Field("placementdetail", "PlacementRank", "code", "1", "rank"),
    Field("placementdetail", "EntryDate", "date", "0-1"),
    Field("placementdetail", "LeavingDate", "date", "0-1"),
    Field("placementdetail", "AttendancePattern", "text", "0-1", until_year=2023),
    Field("placementdetail", "SENunitIndicator", "boolean", "1"),
    Field("placementdetail", "ResourcedProvisionIndicator", "boolean", "1"),
    Field("placementdetail", "RES", "code", "0-1", "residential", from_year=2024),
    Field("placementdetail", "WBP", "code", "0-1", "work_based", from_year=2024),
    Field("senneed", "SENtype", "code", "1", "need"),
    Field("senneed", "SENtypeRank", "code", "1", "rank", note="1 is the main need", source=GUIDE),
)
COLUMNS = {name: {each.column: each for each in FIELDS if each.table == name} for name in TABLES}
CHILDREN = {name: tuple(each for each in TABLES.values() if each.parent == name) for name in TABLES}
FREE_TEXT = frozenset({"surname", "forename", "sensettingother"})  # may say who somebody is: never quoted in a problem


def _path(table: str) -> str:
    """Where a table's element stands in the XML, from the root down."""
    here = TABLES[table]
    if not here.parent:
        return here.element
    return f"{_path(here.parent)}/{'Persons/' if table == 'person' else ''}{here.element}"
