"""The impact and families dials: every position, and what several measures say together. As at 31 October 2026."""

from datetime import date

import pytest

from goldenthread.rules.honesty import Dial, MeasureFacts, families, impact

AS_AT = date(2026, 10, 31)
LATER = date(2027, 1, 1)
COMMON = ("common",) * 9


def measure(verdicts: tuple[str, ...] = COMMON, **more: object) -> MeasureFacts:
    facts = {"title": "Plans in 20 weeks", "lower": 31.0, "upper": 58.0, "unit": "%", **more}
    return MeasureFacts(verdicts=verdicts, **facts)  # type: ignore[arg-type]


def ending(verdict: str, **more: object) -> MeasureFacts:
    return measure((*COMMON[:-1], verdict), **more)


@pytest.mark.parametrize(
    ("facts", "dial", "because"),
    [
        (measure(), Dial.NO_CHANGE, "No change detectable — 9 points, all within 31–58 %."),
        (
            measure(lower=None),
            Dial.NO_CHANGE,
            "No change detectable — 9 points, all within the usual ups and downs.",
        ),
        (
            measure(("improvement", *COMMON)),
            Dial.NO_CHANGE,
            "No change detectable — 10 points, the latest within 31–58 %.",
        ),
        (
            ending("neutral_high"),
            Dial.NO_CHANGE,
            "No change detectable — 9 points, the latest unusual, but neither better nor worse.",
        ),
        (
            ending("improvement", latest=61.25, was=52),
            Dial.IMPROVING,
            "Improving — 61.3 %, up from 52 %, outside the usual 31–58 %.",
        ),
        (
            ending("concern", latest=29, was=44),
            Dial.WORSENING,
            "Worsening — 29 %, down from 44 %, outside the usual 31–58 %.",
        ),
        (
            ending("concern", latest=33.3, was=40, latest_on=date(2026, 10, 1), was_on=date(2025, 10, 1)),
            Dial.WORSENING,
            "Worsening — 33.3 % in October 2026, down from 40 % in October 2025,"
            " inside the usual 31–58 % but in a run that chance does not explain.",
        ),
        (ending("concern"), Dial.WORSENING, "Worsening — 9 points, the latest beyond the usual ups and downs."),
        (
            measure(target_holding=True, latest=57),
            Dial.TARGET_HOLDING,
            "Target met and holding — 57 %, inside the usual 31–58 %.",
        ),
        (measure(COMMON[:5]), Dial.TOO_EARLY, "Too early — 5 points so far, 2 more needed."),
        (measure((), effect_from=LATER), Dial.TOO_EARLY, "Too early — effect expected from 1 January 2027."),
        (
            ending("concern", effect_from=LATER),
            Dial.TOO_EARLY,
            "Too early — effect expected from 1 January 2027; its latest point is worse than usual.",
        ),
        (measure(()), Dial.NOT_MEASURED, "Not measured — there are no figures yet."),
        (
            measure((), effect_from=AS_AT),
            Dial.NOT_MEASURED,
            "Not measured — there are no figures, past its lag since 31 October 2026.",
        ),
    ],
)
def test_the_impact_dial_of_one_measure(facts: MeasureFacts, dial: Dial, because: str) -> None:
    reading = impact([facts], AS_AT)

    assert (reading.dial, reading.because) == (dial, because)


def test_an_outcome_without_a_measure_is_not_measured() -> None:
    reading = impact([], AS_AT)

    assert reading.dial is Dial.NOT_MEASURED
    assert reading.because == "Not measured — no measure has been named for this outcome."


def test_of_several_measures_the_worst_speaks_and_the_others_are_counted() -> None:
    measures = [
        ending("improvement", title="Waits"),
        measure(title="Open past 20 weeks"),
        measure((), title="Suspensions", effect_from=LATER),
        measure(),
    ]

    reading = impact(measures, AS_AT)

    assert reading.dial is Dial.NO_CHANGE
    assert reading.because == (
        "No change detectable — Open past 20 weeks: 9 points, all within 31–58 %."
        " Other measures: 1 no change detectable, 1 too early, 1 improving."
    )


def test_a_measure_of_two_outcomes_counts_once_with_its_worse_reading() -> None:
    reading = impact([measure((), effect_from=LATER), measure(())], AS_AT)

    assert reading.because == "Not measured — Plans in 20 weeks: there are no figures yet."


def survey(verdicts: tuple[str, ...] = COMMON, **more: object) -> MeasureFacts:
    return measure(verdicts, title="Survey", **{"answers": 212, **more})


@pytest.mark.parametrize(
    ("facts", "dial", "because"),
    [
        (survey(), Dial.NO_CHANGE, "No change detectable — 9 points, all within 31–58 % (n = 212)."),
        (
            survey((*COMMON, "concern"), latest=34, was=41, lower=None, not_heard_from=("families of under-fives",)),
            Dial.WORSENING,
            "Worsening — 34 %, down from 41 % (n = 212; few answers from families of under-fives).",
        ),
        (
            survey(
                (*COMMON, "improvement"),
                answers_in="in the year",
                not_heard_from=("young people", "families of under-fives"),
            ),
            Dial.NOT_HEARD,
            "Not heard — few answers from young people and families of under-fives;"
            " among those who answered, improving; n = 212 in the year.",
        ),
        (
            survey(answers=12, silent=("families of under-fives",), not_heard_from=("young people",)),
            Dial.NOT_HEARD,
            "Not heard — 12 answered, 30 are needed; no answer from families of under-fives;"
            " few answers from young people.",
        ),
        (survey(answers=0), Dial.NOT_HEARD, "Not heard — 0 answered, 30 are needed."),
        (survey((), answers=None), Dial.NOT_HEARD, "Not heard — there are no answers yet."),
        (
            survey((), answers=0, effect_from=LATER),
            Dial.TOO_EARLY,
            "Too early — effect expected from 1 January 2027.",
        ),
        (
            survey(answers=None),  # complaint themes: nobody is asked
            Dial.NO_CHANGE,
            "No change detectable — 9 points, all within 31–58 %.",
        ),
    ],
)
def test_the_families_dial_of_one_measure(facts: MeasureFacts, dial: Dial, because: str) -> None:
    reading = families([facts], AS_AT)

    assert (reading.dial, reading.because) == (dial, because)


def test_families_who_were_never_asked_are_not_heard() -> None:
    assert families([], AS_AT).dial is Dial.NOT_HEARD
