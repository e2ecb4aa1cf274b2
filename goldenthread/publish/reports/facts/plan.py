"""How the plan stands, with the dials said so that no small number is said."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from goldenthread.improve.plans.models import Funding
from goldenthread.improve.plans.reads import ActionStanding, PlanStanding, ThemeStanding
from goldenthread.publish.reports.facts.measures import Measure, hidden_among
from goldenthread.rules.honesty.colours import Colour
from goldenthread.rules.honesty.override import Verdict
from goldenthread.rules.honesty.reasons import Supported

TOO_SMALL = "the figures behind this are too small to be published."


@dataclass(frozen=True)
class ThemeFacts:
    """A theme's dials and challenge as sentences fit for the public."""

    standing: ThemeStanding
    impact: str
    families: str
    because: tuple[str, ...]
    signed: str  # the override, as it is printed; empty if there is none


@dataclass(frozen=True)
class PlanFacts:
    standing: PlanStanding
    themes: tuple[ThemeFacts, ...]
    fundings: tuple[Funding, ...]

    @property
    def title(self) -> str:
        return self.standing.plan.title

    @cached_property
    def actions(self) -> list[ActionStanding]:
        return self.standing.actions

    @cached_property
    def shares(self) -> dict[str, int]:
        """How many actions rest on each organisation, as responsible body or as partner, most first."""
        found: dict[str, int] = {}
        for one in self.actions:
            for name in _organisations(one.action.body, one.action.partners):
                found[name] = found.get(name, 0) + 1
        return dict(sorted(found.items(), key=lambda pair: -pair[1]))

    def of(self, colour: Colour) -> int:
        return self.standing.tally.everything.of(colour)


def plan_facts(standing: PlanStanding, fundings: Iterable[Funding], measures: Mapping[str, Measure]) -> PlanFacts:
    themes = tuple(_theme(one, measures) for one in standing.themes)
    return PlanFacts(standing, themes, tuple(fundings))


def _theme(theme: ThemeStanding, measures: Mapping[str, Measure]) -> ThemeFacts:
    named = [one.measure for outcome in theme.outcomes for one in outcome.measures]
    hides = {
        families: hidden_among(measures, [one.indicator for one in named if one.families is families])
        for families in (False, True)
    }
    return ThemeFacts(
        theme,
        _said(theme.impact.dial.value, theme.impact.because, hides[False]),
        _said(theme.families.dial.value, theme.families.because, hides[True]),
        tuple(_because(theme, hides)),
        signature(theme.supported, theme.verdict),
    )


def _said(dial: str, because: str, hides: bool) -> str:
    return f"{dial.capitalize()}: {TOO_SMALL}" if hides else because


def _because(theme: ThemeStanding, hides: Mapping[bool, bool]) -> Iterator[str]:
    for reason in theme.supported.because:
        of_families = reason.id.startswith("F")
        reading, about = (theme.families, "Families") if of_families else (theme.impact, "Impact")
        yield f"{about}: {reading.dial.value}; {TOO_SMALL}" if hides[of_families] else reason.sentence


def signature(supported: Supported, verdict: Verdict) -> str:
    """Who answers for a challenge, why and until when: the end of the verdict's sentence, after the reasons."""
    because = " ".join(reason.sentence for reason in supported.because)
    return verdict.sentence.partition(because)[2].strip() if because else ""


def _organisations(body: str, partners: str) -> list[str]:
    """Each once, the responsible body first."""
    named = (name.strip() for name in (body, *partners.split(";")))
    return list(dict.fromkeys(filter(None, named)))
