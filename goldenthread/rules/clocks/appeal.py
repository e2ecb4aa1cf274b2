"""The family's time to appeal, and the council's to answer: tribunal time, which leaves out Christmas and August."""

from datetime import date

from goldenthread.rules import calendar, statute
from goldenthread.rules.calendar import format_date
from goldenthread.rules.clocks.clock import Clock, Kind, caution
from goldenthread.rules.provision import in_force


def appeal_clock(decision_sent_on: date, certificate_on: date | None = None) -> Clock:
    """The later of two months from the decision and one from the certificate, moved on if the tribunal is closed.

    Raises ValueError if the certificate is earlier than the decision.
    """
    if certificate_on and certificate_on < decision_sent_on:
        raise ValueError("The mediation certificate is dated before the decision. Check the two dates.")
    rule = in_force(statute.APPEAL, decision_sent_on)
    ends = calendar.add(decision_sent_on, rule.value)
    because = f"{rule.value.words.capitalize()} from the decision sent on {format_date(decision_sent_on)}"
    if certificate_on:
        certificate = in_force(statute.APPEAL_CERTIFICATE, certificate_on).value
        ends = max(ends, calendar.add(certificate_on, certificate))
        because = (
            f"The later of {because[0].lower()}{because[1:]} and {certificate.words}"
            f" from the mediation certificate of {format_date(certificate_on)}"
        )
    due_on, closed = calendar.appeal_limit(ends), in_force(statute.TRIBUNAL_CLOSED, ends)
    moved = f"; that would end on {format_date(ends)}, when the tribunal is closed" if due_on != ends else ""
    return Clock(
        what="The family's time to appeal",
        started_on=decision_sent_on,
        due_on=due_on,
        because=because + moved,
        citation=f"{rule.citation}; {closed.citation}" if moved else rule.citation,
        kind=Kind.RIGHT,
    )


def response_clock(received_on: date, responded_on: date | None = None) -> Clock:
    """The council's response to an appeal it received."""
    rule = in_force(statute.APPEAL_RESPONSE, received_on)
    return Clock(
        what="Respond to the appeal",
        started_on=received_on,
        due_on=calendar.tribunal_working_days(received_on, rule.value.count),
        because=(
            f"{rule.value.words.capitalize()} from the appeal received on {format_date(received_on)},"
            " leaving out Christmas and August"
        ),
        citation=rule.citation,
        done_on=responded_on,
        caution=caution(rule),
    )
