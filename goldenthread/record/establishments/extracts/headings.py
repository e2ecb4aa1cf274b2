"""Which kind of table a part of an upload is, by its headings."""

from goldenthread.foundation.intake import sheet
from goldenthread.foundation.intake.source import Upload

from .reading import Part, parts

_WHO = {"upn": ("unique pupil number",), "roll": ("pupilonrolltableid",)}
_SEN = {"sen": ("senprovision", "sen provision", "sen status")}
_SESSIONS = {
    "possible": ("termlysessionspossible", "sessions possible", "possible sessions"),
    "authorised": ("termlysessionsauthorised", "sessions authorised", "authorised absence"),
    "unauthorised": ("termlysessionsunauthorised", "sessions unauthorised", "unauthorised absence"),
}
_CODES = {"code": ("attendancereason", "attendance code"), "sessions": ("absencesessions",)}
_EXCLUSIONS = {"category": ("exclusion category",), "starts": ("startdate", "start date", "exclusion start date")}
_NEEDS = {"rank": ("sentyperank",), "need": ("sentype",)}


def kind_of(part: Part) -> str:
    """census, sessions, exclusions, needs; “” for another table. What tells of pupils has a number for each."""
    columns = sheet.guess(part.headings, {**_WHO, **_SEN, **_SESSIONS, **_CODES, **_EXCLUSIONS, **_NEEDS})
    if not _WHO.keys() & columns.keys():
        return ""
    if _NEEDS.keys() <= columns.keys():
        return "needs"
    if columns.keys() >= _CODES.keys() or columns.keys() >= _SESSIONS.keys():
        return "sessions"
    if columns.keys() >= _EXCLUSIONS.keys():
        return "exclusions"
    return "census" if "sen" in columns else ""


def kind_of_upload(upload: Upload) -> str:
    """A zip with a table of pupils is the census, whatever else it holds; “” for no table of pupils."""
    kinds = {kind_of(part) for part in parts(upload)}
    return next((kind for kind in ("census", "sessions", "exclusions") if kind in kinds), "")
