"""Mediation: the family's time to ask about it, the council's to arrange it, the adviser's to certify."""

from datetime import date

from goldenthread.rules import statute
from goldenthread.rules.clocks.clock import Clock, Kind, within

CERTIFICATE = "Mediation adviser: issue the certificate"


def contact_clock(decision_sent_on: date) -> Clock:
    return within(
        statute.MEDIATION_CONTACT,
        "The family's time to contact a mediation adviser",
        decision_sent_on,
        "the decision sent",
        kind=Kind.RIGHT,
    )


def arrange_clock(told_on: date, held_on: date | None = None) -> Clock:
    """`told_on`: the day the council was told that the family wants mediation. It cannot refuse; calendar days."""
    return within(
        statute.MEDIATION_ARRANGE, "Arrange mediation", told_on, "the family's request for mediation", done_on=held_on
    )


def certificate_after_declining_clock(declined_on: date, issued_on: date | None = None) -> Clock:
    return within(statute.MEDIATION_DECLINED, CERTIFICATE, declined_on, "mediation being declined", done_on=issued_on)


def certificate_after_mediation_clock(ended_on: date, issued_on: date | None = None) -> Clock:
    return within(statute.MEDIATION_ENDED, CERTIFICATE, ended_on, "mediation ending", done_on=issued_on)
