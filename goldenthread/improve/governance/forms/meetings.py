"""What is asked of people who keep meetings."""

from collections.abc import Iterable
from typing import Any

from django import forms

from goldenthread.foundation.ui.days import DayField
from goldenthread.foundation.ui.opened import OpenedOn
from goldenthread.improve.governance.models import AgendaItem, Attendance, Seat
from goldenthread.improve.governance.writes import Attended

CAME = (("came", "Came"), ("apologies", "Sent apologies"), ("", "Neither, or not known"))


class PlanMeeting(OpenedOn):
    meets_on = DayField(label="On which day?")
    starts_at = forms.TimeField(
        label="At what time?",
        help_text="For example 14:00.",
        required=False,
        error_messages={"invalid": "Write the time as hours and minutes, for example 14:00."},
    )
    place = forms.CharField(
        label="Where?", help_text="A room, an address, or “online”.", max_length=200, required=False
    )


class AddItem(forms.Form):
    title = forms.CharField(
        label="What is to be talked about?", max_length=200, error_messages={"required": "Say what it is about."}
    )
    purpose = forms.ChoiceField(
        label="What is wanted of the meeting?",
        choices=AgendaItem.Purpose.choices,
        widget=forms.RadioSelect,
        initial=AgendaItem.Purpose.DISCUSSION,
    )
    presenter = forms.CharField(label="Who presents it?", max_length=120, required=False)


class TablePaper(forms.Form):
    title = forms.CharField(label="What is the paper called?", max_length=200)
    address = forms.CharField(label="Where is it kept?", max_length=300, required=False)
    words = forms.CharField(
        label="What does it say?",
        help_text="Copy the words that matter. They are kept as they are today, whatever becomes of the document.",
        widget=forms.Textarea(attrs={"rows": 8}),
        required=False,
    )


class WriteMinute(OpenedOn):
    minutes = forms.CharField(
        label="What was said?",
        help_text="Nothing about one child: minutes are read by everybody who reads the plan.",
        widget=forms.Textarea(attrs={"rows": 12}),
        required=False,
    )


class SayHeld(forms.Form):
    was = forms.ChoiceField(
        label="Was this meeting held?",
        choices=(("held", "Yes, it was held"), ("cancelled", "No, it was cancelled")),
        widget=forms.RadioSelect,
        error_messages={"required": "Choose whether it was held."},
    )
    because = forms.CharField(
        label="If it was cancelled: why?", max_length=300, widget=forms.Textarea(attrs={"rows": 2}), required=False
    )


class AgreeMinutes(forms.Form):
    agreed_on = DayField(
        label="When were the minutes agreed?",
        help_text="From then on the record of this meeting stands as it is.",
    )


class RecordAttendance(forms.Form):
    """One question a seat, as the seats stood on the day of the meeting; and whoever else came."""

    others = forms.CharField(
        label="Who else came?",
        help_text="One a line: name, then a comma and their post.",
        widget=forms.Textarea(attrs={"rows": 5}),
        required=False,
    )

    def __init__(self, seats: Iterable[Seat], recorded: Iterable[Attendance], data: Any = None) -> None:
        known = {one.name: one for one in recorded}
        self.seats = list(seats)
        seated = {seat.name for seat in self.seats}
        others = "\n".join(_line(one) for one in known.values() if one.name not in seated)
        super().__init__(data, initial={"others": others})
        for seat in self.seats:
            self.fields[f"seat{seat.pk}"] = forms.ChoiceField(
                label=", ".join(filter(None, (seat.name, seat.post or seat.organisation))),
                choices=CAME,
                widget=forms.RadioSelect(attrs={"class": "govuk-radios--inline govuk-radios--small"}),
                required=False,
                initial=_came(known.get(seat.name)),
            )
        self.order_fields([*(f"seat{seat.pk}" for seat in self.seats), "others"])

    def people(self) -> list[Attended]:
        """Those who came, and those who sent apologies, in the order of the seats; then the others."""
        answers = [(seat, self.cleaned_data[f"seat{seat.pk}"]) for seat in self.seats]
        seated = [Attended(seat.name, seat.post, said == "apologies") for seat, said in answers if said]
        lines = (line.strip() for line in self.cleaned_data["others"].splitlines())
        return seated + [_attended(line) for line in lines if line]


def _came(recorded: Attendance | None) -> str:
    if recorded is None:
        return ""
    return "apologies" if recorded.apologies else "came"


def _line(one: Attendance) -> str:
    return ", ".join(filter(None, (one.name, one.post)))


def _attended(line: str) -> Attended:
    name, _, post = line.partition(",")
    return Attended(name.strip()[:120], post.strip()[:160])
