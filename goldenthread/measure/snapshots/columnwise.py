"""Columns of text → rows of the frozen tables, a whole file at a time.

The rules are those of `rules/cases` and `from_returns`, which stay the truth: here they are said again of columns, for
returns that are read straight. A test holds the two together.
"""

from collections.abc import Callable
from datetime import date
from typing import Any, TypeAlias

import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.measure.snapshots import parquet
from goldenthread.measure.snapshots.columns import Texts
from goldenthread.measure.snapshots.from_returns import as_date, is_ticked
from goldenthread.rules.cases import Pseudonym
from goldenthread.rules.tables import BY_NAME, Table

Column: TypeAlias = "pa.Array"
Columns = dict[str, Column]
_SAID_NOTHING = pa.array(["A", "H"])  # awaiting; decided before


def frozen(told: Texts, as_at: date, pseudonym: Pseudonym, area: str) -> dict[str, pa.Table]:
    """As `rules.cases.freeze` gives them where there is no register of schools; not in order."""
    began = _days(told.cases["receiveddate"])
    texts = told.cases.append_column("received_on", began)
    texts = texts.append_column("number", pa.array(range(texts.num_rows), pa.int64()))
    texts = texts.filter(pc.less_equal(began, as_at))
    cases = {**_who(texts, pseudonym, area), **_case(texts, as_at)}
    need = _of_each(texts["number"], _main_needs(told.needs))
    place = _of_each(texts["number"], _main_placements(told.placements, as_at))
    plans = {**cases, **_plan(texts, as_at), **_place(place), "plan": cases["case"], "need": need["sentype"]}
    has_plan = pc.is_valid(cases["issued_on"])
    for column in ("need", "urn", "placed"):
        cases[column] = _only_if(has_plan, plans[column])
    reviews = {**plans, **_review(texts, as_at)}
    has_met = pc.and_(has_plan, pc.is_valid(reviews["meeting_on"]))
    every = pc.is_valid(cases["case"])
    return {
        name: _table(BY_NAME[name], columns, rows)
        for name, columns, rows in (("cases", cases, every), ("plans", plans, has_plan), ("reviews", reviews, has_met))
    }


def _table(table: Table, columns: Columns, rows: Column) -> pa.Table:
    """Of all the columns those of the contract."""
    schema = parquet.schema(table)
    return pa.Table.from_arrays([columns[name].filter(rows) for name in schema.names], schema=schema)


def _who(texts: pa.RecordBatch, pseudonym: Pseudonym, area: str) -> Columns:
    days = texts["received_on"].cast(pa.string()).to_pylist()
    requests = [f"{key} {day}" for key, day in zip(texts["key"].to_pylist(), days, strict=True)]
    return {
        "area": pa.repeat(area, texts.num_rows),
        "case": pa.array(map(pseudonym, requests), pa.string()),
        "child": _each(texts["key"], pseudonym, pa.string()),
        "born_month": _each(texts["personbirthdate"], _month, pa.date32()),
        "sex": pc.coalesce(texts["sex"], texts["gendercurrent"]),
    }


def _case(texts: pa.RecordBatch, as_at: date) -> Columns:
    decided = _days(texts["requestoutcomedate"])
    ended = _days(texts["assessmentoutcomedate"])
    decided_on, outcome_on, issued_on = _by(decided, as_at), _by(ended, as_at), _by(_days(texts["startdate"]), as_at)
    decision = _said(texts["requestoutcome"], decided, decided_on)
    outcome = _said(texts["assessmentoutcome"], ended, outcome_on)
    left_on = _only_if(pc.is_null(issued_on), _left_on(texts, decision, decided_on, outcome, outcome_on))
    return {
        "received_on": texts["received_on"],
        "source": texts["requestsource"],
        "decided_before": _is(texts["requestoutcome"], "H"),
        "ended_before": _is(texts["assessmentoutcome"], "H"),
        "decision": decision,
        "decided_on": decided_on,
        "outcome": outcome,
        "outcome_on": outcome_on,
        "exceptions": _ticked(texts["week20"]),
        "issued_on": issued_on,
        "left_on": left_on,
        "closed_on": pc.coalesce(issued_on, left_on),
        "moved_away": pc.is_valid(texts["exported"]),
        "transferred_in": pc.is_valid(texts["transferla"]),
        "refusal_mediated": _ticked(texts["requestmediation"]),
        "refusal_appealed": _ticked(texts["requesttribunal"]),
        "no_plan_mediated": _ticked(texts["assessmentmediation"]),
        "no_plan_appealed": _ticked(texts["assessmenttribunal"]),
        "plan_mediated": _ticked(texts["othermediation"]),
        "plan_appealed": _ticked(texts["othertribunal"]),
    }


def _said(code: Column, told_on: Column, known_on: Column) -> Column:
    """What was decided, if it was by then. Where no day is told, it was."""
    later = pc.and_(pc.is_valid(told_on), pc.is_null(known_on))
    return _only_if(pc.invert(pc.or_(pc.is_in(code, _SAID_NOTHING), later)), code)


def _left_on(
    texts: pa.RecordBatch, decision: Column, decided_on: Column, outcome: Column, outcome_on: Column
) -> Column:
    received_on = texts["received_on"]
    refused = pc.and_(_is(decision, "N"), pc.invert(texts["assessed"]))
    no_plan = pc.or_(_is(outcome, "N"), _is(outcome, "W"))
    return pc.case_when(
        pc.make_struct(pc.or_(refused, _is(decision, "W")), no_plan, pc.is_valid(texts["exported"])),
        pc.coalesce(decided_on, received_on),
        pc.coalesce(outcome_on, decided_on, received_on),
        received_on,
    )


def _plan(texts: pa.RecordBatch, as_at: date) -> Columns:
    ceased_on = _by(_days(texts["ceasedate"]), as_at)
    return {
        "ceased_on": ceased_on,
        "cease_reason": _only_if(pc.is_valid(ceased_on), texts["ceasereason"]),
        "personal_budget": _only_if(pc.is_valid(texts["pb"]), _ticked(texts["pb"])),
        "transfer_due_on": _days(texts["phasetransferduedate"]),
        "transfer_final_on": _by(_days(texts["phasetransferfinaldate"]), as_at),
    }


def _place(main: pa.RecordBatch) -> Columns:
    in_either = pc.if_else(_ticked(main["resourcedprovisionindicator"]), "resourced", None)
    return {
        "urn": main["urn"],
        "placed": main["sensetting"],
        "unit": pc.if_else(_ticked(main["senunitindicator"]), "unit", in_either),
        "home_area": pa.nulls(main.num_rows, pa.bool_()),
        "district": pa.nulls(main.num_rows, pa.string()),
        "residential": main["res"],
        "work_based": main["wbp"],
    }


def _review(texts: pa.RecordBatch, as_at: date) -> Columns:
    decided_on = _by(_days(texts["lastreview"]), as_at)
    return {
        "meeting_on": _by(_days(texts["reviewmeeting"]), as_at),
        "decision": _only_if(pc.is_valid(decided_on), texts["reviewoutcome"]),
        "decided_on": decided_on,
        "draft_on": _by(_days(texts["reviewdraft"]), as_at),
    }


def _main_needs(needs: pa.RecordBatch) -> pa.RecordBatch:
    needs = needs.append_column("rank", _ranks(needs["sentyperank"], 9))
    return _firsts(needs.filter(pc.is_valid(needs["sentype"])), {"rank": "ascending", "sentype": "ascending"})


def _main_placements(placements: pa.RecordBatch, as_at: date) -> pa.RecordBatch:
    """The placement of the first rank that held on the day; of several, the one entered last."""
    entered, left = _days(placements["entrydate"]), _days(placements["leavingdate"])
    sorted_by: Columns = {
        "rank": _ranks(placements["placementrank"], 1),
        "entry": pc.fill_null(entered, date.min),
        "any_urn": pc.fill_null(placements["urn"], ""),
        "any_setting": pc.fill_null(placements["sensetting"], ""),
    }
    for name, column in sorted_by.items():
        placements = placements.append_column(name, column)
    has_begun = pc.fill_null(pc.less_equal(entered, as_at), True)
    goes_on = pc.fill_null(pc.greater(left, as_at), True)
    orders = {"rank": "ascending", "entry": "descending", "any_urn": "ascending", "any_setting": "ascending"}
    return _firsts(placements.filter(pc.and_(has_begun, goes_on)), orders)


def _firsts(below: pa.RecordBatch, orders: dict[str, str]) -> pa.RecordBatch:
    """The first row of each request."""
    ordered = below.take(pc.sort_indices(below, sort_keys=[("request", "ascending"), *orders.items()]))
    return ordered.filter(pc.not_equal(pc.fill_null(pc.pairwise_diff(ordered["request"]), 1), 0))


def _of_each(numbers: Column, firsts: pa.RecordBatch) -> pa.RecordBatch:
    """A row for each number of a request; of nulls where it has none."""
    return firsts.take(pc.index_in(numbers, firsts["request"]))


def _days(texts: Column) -> Column:
    return _each(texts, as_date, pa.date32())


def _ranks(texts: Column, unsaid: int) -> Column:
    return pc.fill_null(_each(texts, int, pa.int64()), unsaid)


def _ticked(texts: Column) -> Column:
    return pc.fill_null(_each(texts, is_ticked, pa.bool_()), False)


def _month(text: str) -> date | None:
    day = as_date(text)
    return day.replace(day=1) if day else None


def _each(texts: Column, read: Callable[[str], Any], of_type: pa.DataType) -> Column:
    """Each different text is read once."""
    told = texts.dictionary_encode()
    return pa.array(map(read, told.dictionary.to_pylist()), of_type).take(told.indices)


def _by(days: Column, as_at: date) -> Column:
    return _only_if(pc.less_equal(days, as_at), days)


def _only_if(condition: Column, values: Column) -> Column:
    return pc.if_else(condition, values, None)


def _is(codes: Column, code: str) -> Column:
    return pc.fill_null(pc.equal(codes, code), False)
