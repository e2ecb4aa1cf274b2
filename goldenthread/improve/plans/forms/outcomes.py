"""What is asked of people who say what will be different, and how anyone will know."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms

from goldenthread.foundation.ui.days import DayField
from goldenthread.improve.plans.models import Outcome
from goldenthread.improve.plans.writes import MeasureGiven
from goldenthread.measure.indicators import reads as indicators

from .written import Written

FIGURE = "Give a number, such as 60 or 12.5."
EMPTY_LINES = 2


class EditOutcome(Written):
    ref = forms.CharField(
        label="Reference",
        max_length=20,
        help_text="For example 1A.",
        error_messages={"required": "Give a reference, such as 1A."},
    )
    sentence = forms.CharField(
        label="What will be different for children and families?",
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say in one sentence what will be different."},
    )
    effect_expected_on = DayField(
        label="From when is an effect expected?",
        required=False,
        help_text="Until then the measures are “too early”; after it, silence counts against the colour.",
    )
    why_not_measured = forms.CharField(
        label="If no measure is named below: why is it not measured?", max_length=300, required=False
    )


class MeasureLine(forms.Form):
    """One measure. A line without one is left out, and so is taken away where it stood."""

    indicator = forms.ChoiceField(label="Measure", required=False)
    families = forms.BooleanField(label="It tells what families feel", required=False)
    baseline = forms.FloatField(label="Baseline: what it was", required=False, error_messages={"invalid": FIGURE})
    target = forms.FloatField(label="Target: what it is to be", required=False, error_messages={"invalid": FIGURE})
    target_by = DayField(label="By when?", required=False)

    def __init__(self, *args: Any, known: Iterable[str] = (), **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["indicator"].choices = [("", "No measure"), *catalogue(known)]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        if not given.get("indicator") and any(
            given.get(one) is not None for one in ("baseline", "target", "target_by")
        ):
            self.add_error("indicator", "Choose the measure that these figures belong to.")
        return given

    def measure(self) -> MeasureGiven | None:
        given = dict(self.cleaned_data)
        if not given.get("indicator"):
            return None
        about = indicators.about(given["indicator"])
        return MeasureGiven(**given | {"families": given["families"] or bool(about and about.experience)})


class MeasureLines(forms.BaseFormSet[MeasureLine]):
    def measures(self) -> list[MeasureGiven]:
        return [one for form in self.forms if (one := form.measure()) is not None]


MEASURES = forms.formset_factory(MeasureLine, formset=MeasureLines, extra=EMPTY_LINES, max_num=20)


def measure_lines(data: Any, outcome: Outcome | None = None) -> MeasureLines:
    """A line for each measure of the outcome, and two to fill in."""
    held = list(outcome.measures.all()) if outcome else []
    first = [
        {name: getattr(one, name) for name in ("indicator", "families", "baseline", "target", "target_by")}
        for one in held
    ]
    known = [one.indicator for one in held]
    lines: MeasureLines = MEASURES(data, initial=first, prefix="measures", form_kwargs={"known": known})  # type: ignore[assignment]
    return lines


def catalogue(known: Iterable[str] = ()) -> Sequence[tuple[str, str]]:
    """Every defined measure by topic and title, and those that the plan names although nobody has defined them."""
    defined = sorted((one.topic.value, one.title, one.code) for one in indicators.definitions())
    codes = {code for _, _, code in defined}
    return [
        *((code, f"{topic}: {title}") for topic, title, code in defined),
        *((code, f"Not defined yet: {code}") for code in known if code not in codes),
    ]
