from django import forms

from goldenthread.foundation.ui.days import DayField

from . import reads

HOW_TO_WRITE = (
    "Leave a line empty between paragraphs. Begin lines with “- ” for a list, or with “i) ”, “ii) ” for a numbered "
    "one. For a table write “|” between the cells: Outcome | Unmet | Met."
)
DECISIONS = ("For information", "Key decision", "Non-key decision")


def _reports() -> list[tuple[str, str]]:
    return [(one.code, one.title) for one in reads.all_reports()]


class PaperHead(forms.Form):
    """What stands in the head of the paper and in its history."""

    title = forms.CharField(label="Title", max_length=200)
    portfolio_member = forms.CharField(label="Member reporting", max_length=160, required=False)
    responsible_officers = forms.CharField(label="Responsible officers", max_length=300, required=False)
    author = forms.CharField(label="Report author", max_length=160, required=False)
    wards = forms.CharField(label="Wards affected", max_length=200, initial="All")
    decision_type = forms.ChoiceField(label="Decision type", choices=[(kind, kind) for kind in DECISIONS])
    urgent = forms.BooleanField(label="It is an urgency item", required=False)
    to_follow = forms.BooleanField(label="It is a to-follow item", required=False)


class DraftPaper(PaperHead):
    title = forms.CharField(label="Title", max_length=200, required=False, help_text="Leave empty for the usual one.")
    report = forms.ChoiceField(label="Which report", choices=_reports)
    body = forms.CharField(label="For whose meeting", max_length=120, initial="Cabinet")
    meeting_on = DayField(label="Date of the meeting")
    as_at = DayField(label="Figures as at", help_text="Every figure, table and chart is taken as it stood on this day.")

    field_order = ("report", "body", "meeting_on", "as_at")


class WriteWords(forms.Form):
    """`over` is what stood there when the form was opened, so that nobody's words are lost."""

    words = forms.CharField(
        label="Your words",
        required=False,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=HOW_TO_WRITE,
    )
    over = forms.CharField(required=False, widget=forms.HiddenInput, strip=False)


class AskConsultees(forms.Form):
    asked = forms.CharField(
        label="Who is asked for comment",
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="One a line: name, post. Without a comma the line is the post alone.",
    )

    def clean_asked(self) -> list[tuple[str, str]]:
        lines = [line.strip() for line in self.cleaned_data["asked"].splitlines() if line.strip()]
        pairs = [(name.strip(), post.strip()) for name, _, post in (line.partition(",") for line in lines)]
        asked = [(name, post) if post else ("", name) for name, post in pairs]
        if any(len(name) > 120 or len(post) > 160 for name, post in asked):
            raise forms.ValidationError("A name has up to 120 letters and a post up to 160. Shorten the longer ones.")
        return asked


class CorrectPaper(forms.Form):
    why = forms.CharField(label="Why is a correction needed?", max_length=300)
