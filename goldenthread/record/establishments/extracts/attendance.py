"""What each attendance code means for a half-day (a session).

Source: DfE, *Working together to improve school attendance*, statutory guidance, codes from 19 August 2024, and the
codes that they followed, as the school census still carries them (OGL v3.0).
"""

from enum import StrEnum


class Session(StrEnum):
    PRESENT = "present"  # in school, or at an approved educational activity
    AUTHORISED = "authorised"  # missed, with leave or for a reason that the law accepts
    UNAUTHORISED = "unauthorised"
    NOT_POSSIBLE = "not possible"  # the pupil could not have been asked to attend: not a possible session at all


CODES: dict[str, Session] = {
    **dict.fromkeys(("/", "\\", "L", "B", "J", "J1", "K", "P", "V", "W"), Session.PRESENT),
    **dict.fromkeys(("C", "C1", "C2", "E", "F", "H", "I", "M", "R", "S", "T"), Session.AUTHORISED),
    **dict.fromkeys(("G", "N", "O", "U"), Session.UNAUTHORISED),
    **dict.fromkeys(
        ("D", "Q", "X", "Y", "Y1", "Y2", "Y3", "Y4", "Y5", "Y6", "Y7", "Z", "#"), Session.NOT_POSSIBLE
    ),
}  # fmt: skip
MARKS = ("/", "\\")  # a file that holds neither tells of absences only


def meaning(code: str) -> Session | None:
    """None for a code that the guidance does not have."""
    return CODES.get(code.strip().upper())
