"""What a plan's file says, line by line, before any of it is compared with what is held. `row` is the one in the
file.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from goldenthread.improve.plans.reading.days import Day
from goldenthread.improve.plans.reading.fates import Fates
from goldenthread.rules.honesty.colours import Colour
from goldenthread.rules.problems import Problem

NO_DAY = Day()


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeLine:
    number: int
    title: str
    colour: Colour | None = None
    lead: str = ""
    findings: tuple[str, ...] = ()
    row: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeLine:
    """`measures` and `experience` are indicators' codes; baseline and target belong to the measures, not to
    experience.
    """

    ref: str
    theme: int
    sentence: str
    measures: tuple[str, ...] = ()
    experience: tuple[str, ...] = ()
    baseline: float | None = None
    target: float | None = None
    target_by: date | None = None
    effect_expected_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionLine:
    """`outcome` is a reference; `colour` None where the file reports none; `as_written` the row in the file's own
    words, under its own headings; `headings`: our names → those of the headings; `part_of` the reference that was
    split.
    """

    row: int
    table: str = ""
    ref: str
    theme: int
    wording: str
    outcome: str = ""
    lead: str = ""
    body: str = ""
    partners: str = ""
    workstream: str = ""
    activity: str = ""
    starts: Day = NO_DAY
    due: Day = NO_DAY
    colour: Colour | None = None
    progress: str = ""
    updated: date | None = None
    verified_by: str = ""
    verified_on: date | None = None
    as_written: Mapping[str, str] = field(default_factory=dict, compare=False)
    headings: Mapping[str, Sequence[str]] = field(default_factory=dict, compare=False)
    part_of: str = ""


@dataclass(frozen=True, slots=True)
class UpdateLine:
    ref: str
    on: date
    colour: Colour
    by: str
    done: str


@dataclass(frozen=True, slots=True)
class MilestoneLine:
    ref: str
    title: str
    due_on: date
    reached_on: date | None


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """Not yet accepted where `accepted_by` is empty."""

    ref: str
    title: str
    captured_on: date | None
    accepted_by: str = ""
    accepted_on: date | None = None


@dataclass(frozen=True, slots=True)
class RemedyLine:
    ref: str
    wording: str
    owner: str
    due_on: date
    approved_by: str
    approved_on: date | None


@dataclass(frozen=True, slots=True)
class AmendmentLine:
    ref: str
    before: str
    after: str
    asked_by: str
    meeting: str
    on: date
    why: str


@dataclass(frozen=True, slots=True)
class OverrideLine:
    """`about`: an action's reference, an outcome's, or a theme's number. `colour` is the one that it stands for."""

    about: str
    signed_as: str
    signed_on: date
    until: date
    why: str
    colour: Colour | None = None


@dataclass(frozen=True, slots=True)
class MoneyLine:
    title: str
    source: str
    pounds_a_year: int
    years: int
    first_year: str
    posts: float | None
    pays_for: str
    posts_filled: float | None = None


@dataclass(frozen=True, slots=True)
class AccountLine:
    """What was said somewhere of the money of that title."""

    title: str
    pounds: int
    posts: float | None
    source: str
    said_on: date | None


@dataclass(frozen=True, slots=True)
class EndLine:
    words: str
    source: str
    said_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskLine:
    """`actions` are the references that it names, as written."""

    title: str
    effect: str
    likelihood: int
    impact: int
    mitigation: str
    owner: str
    raised_on: date | None
    review_on: date | None
    closed_on: date | None
    closed_because: str
    actions: str


@dataclass(frozen=True, slots=True)
class ColumnRead:
    """A heading of the plan's tables, which of our names it is read as (empty for none), and what stands under it."""

    heading: str
    name: str
    example: str = ""


@dataclass(frozen=True, slots=True)
class Offered:
    """A table that may be the plan's: whether it is read as such, how many rows it has, and how it begins."""

    is_read: bool
    rows: int
    words: str


@dataclass
class PlanContent:
    """Everything read from one file. `aside` counts rows kept aside, `queried` rows taken with a question; `splits`
    are the actions that one cell holds, by the reference of that cell; `offered` are the tables that may be the plan’s.
    `kind` and `inspection` are what a person chose, None where nobody did.
    """

    title: str
    themes: dict[int, ThemeLine] = field(default_factory=dict)
    outcomes: list[OutcomeLine] = field(default_factory=list)
    actions: list[ActionLine] = field(default_factory=list)
    updates: list[UpdateLine] = field(default_factory=list)
    milestones: list[MilestoneLine] = field(default_factory=list)
    evidence: list[EvidenceLine] = field(default_factory=list)
    remedies: list[RemedyLine] = field(default_factory=list)
    amendments: list[AmendmentLine] = field(default_factory=list)
    overrides: list[OverrideLine] = field(default_factory=list)
    money: list[MoneyLine] = field(default_factory=list)
    accounts: list[AccountLine] = field(default_factory=list)
    ends: list[EndLine] = field(default_factory=list)
    risks: list[RiskLine] = field(default_factory=list)
    dependencies: list[tuple[str, str]] = field(default_factory=list)
    columns: list[list[str]] = field(default_factory=list)
    mapped: dict[str, ColumnRead] = field(default_factory=dict)
    splits: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    offered: dict[str, Offered] = field(default_factory=dict)
    fates: Fates = field(default_factory=Fates)
    saved_on: date | None = None
    kind: str | None = None
    inspection: str | None = None
    problems: list[Problem] = field(default_factory=list)
    refs: set[str] = field(default_factory=set)

    def take(self, action: ActionLine) -> None:
        self.actions.append(action)
        self.refs.add(action.ref)

    @property
    def aside(self) -> int:
        return self.fates.kept_aside

    @property
    def queried(self) -> int:
        """Rows of actions taken in, each with at least one question."""
        refused = {(each.table, each.row) for each in self.problems if each.severity == "error"}
        return len({(each.table, each.row) for each in self.problems if each.row} - refused)
