"""What a person may say of a plan's file: which plan it is, which tables and columns, and what to take apart."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from goldenthread.foundation.intake.source import Choice, Refused
from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.improve.inspections import reads as inspections
from goldenthread.improve.plans.merging.merge import kind_by_title
from goldenthread.improve.plans.models import Action, ImprovementPlan
from goldenthread.improve.plans.reading.content import PlanContent
from goldenthread.improve.plans.reading.names import READ_AS
from goldenthread.improve.plans.reading.plan import Chosen

TABLE, COLUMN = "table:", "column:"
WHICH = "Which plan this is"
TABLES = "Which tables are the plan"
COLUMNS = "How each column is read"
APART = "Cells that hold several actions"
NEW = ("", "A new plan")


@dataclass(frozen=True)
class Answers:
    """`kind` and `inspection` are answered for one plan: those given for another do not count."""

    given: Mapping[str, str]
    area: LocalArea

    def chosen(self) -> Chosen:
        tables = {name.removeprefix(TABLE): said for name, said in self.given.items() if name.startswith(TABLE)}
        columns = {name.removeprefix(COLUMN): said for name, said in self.given.items() if name.startswith(COLUMN)}
        picked = self._picked()
        return Chosen(
            title=picked.title if picked else self.given.get("title", "").strip(),
            tables=frozenset(name for name, said in tables.items() if said) if tables else None,
            columns=columns,
        )

    def splits(self, held: ImprovementPlan | None) -> bool:
        """As a person says; else as the plan was taken before."""
        if "split" in self.given:
            return self.given["split"] == "yes"
        parts = Action.objects.filter(theme__plan=held, as_written__has_key="Part") if held else Action.objects.none()
        return parts.exists()

    def about(self, held: ImprovementPlan | None) -> tuple[str | None, str | None]:
        """The plan's kind and its inspection, None where nobody said. Raises Refused for what there is not."""
        kind, inspection = (self.given.get(f"{name}:{_key(held)}") for name in ("kind", "inspection"))
        if kind is not None and kind not in ImprovementPlan.Kind.values:
            raise Refused("That is no kind of plan. Choose one of those listed.")
        if inspection and inspection not in dict(_inspections(self.area)):
            raise Refused("That inspection is not recorded here. Choose one of those listed.")
        return kind, inspection

    def _picked(self) -> ImprovementPlan | None:
        key = self.given.get("plan", "")
        return ImprovementPlan.objects.filter(area=self.area, pk=int(key)).first() if key.isdigit() else None


def held_plan(area: LocalArea, title: str) -> ImprovementPlan | None:
    return ImprovementPlan.objects.filter(area=area, title=title).first()


def taken_whole(held: ImprovementPlan | None) -> frozenset[str]:
    """References that stand in the plan as one action, which a file does not take apart."""
    actions = Action.objects.filter(theme__plan=held).exclude(as_written__has_key="Part") if held else ()
    return frozenset(action.ref for action in actions)


def offered(plan: PlanContent, area: LocalArea, held: ImprovementPlan | None, splits: bool) -> Iterator[Choice]:
    yield from _which(plan, area, held)
    if len(plan.offered) > 1 or not plan.actions:
        yield from (
            Choice(f"{TABLE}{title}", f"{title} ({each.rows} rows)", "yes" if each.is_read else "", "tick",
                   hint=each.words, group=TABLES)
            for title, each in plan.offered.items()
        )  # fmt: skip
    if plan.splits:
        label = "Split cells that hold several actions"
        parts = [(ref, f"{part} {words}") for ref, some in plan.splits.items() for part, words in some]
        hint = "Each part takes the lead, dates and colour of the whole. The whole cell stays readable on each."
        yield Choice("split", label, "yes" if splits else "", "tick", hint=hint, group=APART, shows=parts)
    read_as = [("", "Not read"), *((name, words.capitalize()) for name, words in READ_AS.items())]
    for each in plan.mapped.values():
        yield Choice(
            f"{COLUMN}{each.heading}", each.heading, each.name, "one", read_as, group=COLUMNS, example=each.example
        )


def _which(plan: PlanContent, area: LocalArea, held: ImprovementPlan | None) -> Iterator[Choice]:
    plans = [(str(each.pk), each.title) for each in ImprovementPlan.objects.filter(area=area).order_by("pk")]
    title = "Title of the plan"
    if plans:
        yield Choice(
            "plan", "Does this file update a plan that is held?", _key(held), "one", [NEW, *plans], group=WHICH
        )
        title = "If it is a new plan, its title"
    yield Choice("title", title, plan.title, group=WHICH)
    kind = plan.kind or (held.kind if held else kind_by_title(plan.title))
    yield Choice(f"kind:{_key(held)}", "Kind of plan", kind, "one", ImprovementPlan.Kind.choices, group=WHICH)
    visits = _inspections(area)
    answers = plan.inspection if plan.inspection is not None else _answered(area, held)
    yield Choice(f"inspection:{_key(held)}", "Inspection that it answers", answers, "one", visits, group=WHICH)


def _answered(area: LocalArea, held: ImprovementPlan | None) -> str:
    if held is not None:
        return str(held.inspection_id or "")
    latest = inspections.latest(area)
    return str(latest.pk) if latest else ""


def _inspections(area: LocalArea) -> list[tuple[str, str]]:
    return [("", "None"), *((str(each.pk), str(each)) for each in inspections.inspections_of(area))]


def _key(held: ImprovementPlan | None) -> str:
    return str(held.pk) if held else ""
