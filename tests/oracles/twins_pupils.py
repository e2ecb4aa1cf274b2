"""Slow twins of what is counted of pupils on roll, of their half-days and of their exclusions: row by row, from the
words.
"""

from collections import defaultdict
from datetime import date, timedelta

WHOLE = ("area", "age_band", "establishment", "district", "placement")
BY_SUPPORT = (*WHOLE, "send")
BY_NEED = (*WHOLE, "need")
COLUMNS = {"establishment": "urn", "placement": "placed", "district": "district", "need": "need", "send": "send"}
AGES = ((4, "under 5"), (10, "5 to 10"), (15, "11 to 15"), (19, "16 to 19"))
PLAN, SUPPORT, NONE = "EHC plan", "SEN support", "no SEN"
TERMLY = ("term", "academic")
BEGINS = {"month": tuple(range(1, 13)), "term": (1, 4, 9), "academic": (9,)}
MONTHLY = ("month", *TERMLY)


# ---------------------------------------------------------------- days and places


def period(kind, day, as_at):
    """First and last day of the one that a day lies in, cut short by `as_at`."""
    start = day.replace(day=1)
    while start.month not in BEGINS[kind]:
        start = (start - timedelta(days=1)).replace(day=1)
    after = (start + timedelta(days=31)).replace(day=1)
    while after.month not in BEGINS[kind]:
        after = (after + timedelta(days=31)).replace(day=1)
    return start, min(after - timedelta(days=1), as_at)


def first_day(kind, since):
    return period(kind, since, date.max)[0]


def places(level, row, on):
    """Where a row counts at a level: nowhere, at one place, or in its own group and all SEND."""
    if level == "area":
        return ("",)
    if level == "age_band":
        return age_band(row["born_month"], on)
    where = row[COLUMNS[level]]
    if where is None:
        return ()
    return (where, "all SEND") if level == "send" and where in (PLAN, SUPPORT) else (where,)


def age_band(born_month, on):
    if born_month is None:
        return ()
    august = on.year if on.month > 8 else on.year - 1
    age = august - born_month.year - (1 if born_month.month > 8 else 0)
    return (next((name for top, name in AGES if age <= top), "20 to 25"),)


# ---------------------------------------------------------------- whose rows


def everyone(_row):
    return True


def of(*support):
    return lambda row: row["send"] in support


def main(row):
    return row["main"]


# ---------------------------------------------------------------- shapes


def on_census_days(levels, among, met):
    def twin(tables, since, as_at):
        cells = defaultdict(lambda: [0, 0])
        for row in tables["pupils"]:
            day = row["census_on"]
            if since <= day <= as_at and among(row):
                for level in levels:
                    for where in places(level, row, day):
                        cells[level, where, "day", day, day][0] += bool(met(row))
                        cells[level, where, "day", day, day][1] += 1
        return {key: tuple(pair) for key, pair in cells.items()}

    return twin


def missed_of_possible(levels, among):
    def twin(tables, since, as_at):
        cells = defaultdict(lambda: [0, 0])
        for kind, row, when in _in_terms(tables["sessions"], since, as_at):
            if among(row):
                for level in levels:
                    for where in places(level, row, row["term_on"]):
                        cells[level, where, kind, *when][0] += row["authorised"] + row["unauthorised"]
                        cells[level, where, kind, *when][1] += row["possible"]
        return {key: tuple(pair) for key, pair in cells.items() if any(pair)}

    return twin


def _in_terms(rows, since, as_at):
    for kind in TERMLY:
        for row in rows:
            if first_day(kind, since) <= row["term_on"] <= as_at:
                yield kind, row, period(kind, row["term_on"], as_at)


def enrolments_missing(one_in, levels, among):
    """Of the enrolments of a period, those that missed one in so many of their own half-days, or more."""

    def twin(tables, since, as_at):
        own = defaultdict(lambda: [0, 0])
        for kind, row, when in _in_terms(tables["sessions"], since, as_at):
            if among(row):
                for level in levels:
                    for where in places(level, row, row["term_on"]):
                        enrolment = own[(level, where, kind, *when), row["child"], row["urn"]]
                        enrolment[0] += row["authorised"] + row["unauthorised"]
                        enrolment[1] += row["possible"]
        cells = defaultdict(lambda: [0, 0])
        for (key, _child, _urn), (missed, possible) in own.items():
            if possible:
                cells[key][0] += missed * one_in >= possible
                cells[key][1] += 1
        return {key: tuple(pair) for key, pair in cells.items()}

    return twin


def for_each_hundred(levels, kinds, among, people_among, once=False):
    """Exclusions of a period over those on roll at the January census of its school year. `once`: each child once."""

    def twin(tables, since, as_at):
        on_roll, events = _on_roll(tables["pupils"], levels, people_among), defaultdict(list)
        first = min((row["starts_on"] for row in tables["exclusions"]), default=date.max)
        for row in tables["exclusions"]:
            for kind in kinds:
                if first_day(kind, since) <= row["starts_on"] <= as_at and among(row):
                    for level in levels:
                        for where in places(level, row, row["starts_on"]):
                            when = period(kind, row["starts_on"], as_at)
                            events[level, where, kind, *when].append(row["child"])
        found = {key: [len(set(children)) if once else len(children), 0] for key, children in events.items()}
        for kind in kinds:
            for when in _periods(kind, since, as_at):
                for level, where in on_roll.get(_year(when[0]), {}) if when[1] >= first else ():
                    found.setdefault((level, where, kind, *when), [0, 0])
        told = {}
        for (level, where, kind, *when), (number, _) in found.items():
            held = on_roll.get(_year(when[0]))
            if held is not None:
                told[level, where, kind, *when] = (number, held.get((level, where), 0))
        return told

    return twin


def _year(start):
    """Of the January in the school year of a day."""
    return start.year + (start.month >= 9)


def _on_roll(pupils, levels, among):
    """{year: {(level, place): people}} by the last January census day of each."""
    days = {}
    for row in pupils:
        if row["census_on"].month == 1:
            days[row["census_on"].year] = max(days.get(row["census_on"].year, date.min), row["census_on"])
    found = {}
    for row in pupils:
        if row["census_on"] in days.values() and among(row):
            held = found.setdefault(row["census_on"].year, defaultdict(int))
            for level in levels:
                for where in places(level, row, row["census_on"]):
                    held[level, where] += 1
    return found


def _periods(kind, since, as_at):
    day, found = first_day(kind, since), []
    while day <= as_at:
        found.append(period(kind, day, as_at))
        day = period(kind, day, date.max)[1] + timedelta(days=1)
    return found


def special_school_places(tables, since, as_at):
    places_of = {row["urn"]: row["places"] for row in tables["establishments"] if row["places"] is not None}
    found = defaultdict(lambda: [0, {}])
    for row in tables["pupils"]:
        day = row["census_on"]
        if since <= day <= as_at and main(row) and row["placed"] == "special" and row["urn"] in places_of:
            for level in ("area", "establishment", "district"):
                for where in places(level, row, day):
                    cell = found[level, where, "day", day, day]
                    cell[0] += 1
                    cell[1][row["urn"]] = places_of[row["urn"]]
    return {key: (pupils, sum(schools.values())) for key, (pupils, schools) in found.items()}


# ---------------------------------------------------------------- the words, one by one


def known_main(row):
    return row["main"] and row["send"] is not None


def suspended(*support):
    return lambda row: not row["permanent"] and (not support or row["send"] in support)


def excluded(*support):
    return lambda row: row["permanent"] and (not support or row["send"] in support)


def main_of(*support):
    return lambda row: row["main"] and (not support or row["send"] in support)


def in_special(row):
    return row["placed"] == "special"


TWINS = {
    "pupils_with_ehc_plan": on_census_days(WHOLE, known_main, of(PLAN)),
    "pupils_on_sen_support": on_census_days(WHOLE, known_main, of(SUPPORT)),
    "pupils_in_special_schools": on_census_days(
        ("area", "send", "age_band", "district"), lambda row: row["main"] and row["placed"] is not None, in_special
    ),
    "sen_in_alternative_provision": on_census_days(
        ("area", "age_band", "establishment", "district"),
        lambda row: known_main(row) and row["placed"] == "ap",
        of(PLAN, SUPPORT),
    ),
    "special_school_places_filled": special_school_places,
    "absence_all": missed_of_possible(BY_SUPPORT, everyone),
    "absence_ehc_plan": missed_of_possible(BY_NEED, of(PLAN)),
    "absence_sen_support": missed_of_possible(BY_NEED, of(SUPPORT)),
    "absence_no_sen": missed_of_possible(WHOLE, of(NONE)),
    "persistent_absence_all": enrolments_missing(10, BY_SUPPORT, everyone),
    "persistent_absence_ehc_plan": enrolments_missing(10, BY_NEED, of(PLAN)),
    "persistent_absence_sen_support": enrolments_missing(10, BY_NEED, of(SUPPORT)),
    "persistent_absence_no_sen": enrolments_missing(10, WHOLE, of(NONE)),
    "persistent_absence_special_schools": enrolments_missing(
        10, ("area", "need", "age_band", "establishment", "district"), in_special
    ),
    "severe_absence_all": enrolments_missing(2, BY_SUPPORT, everyone),
    "severe_absence_send": enrolments_missing(2, (*BY_NEED, "send"), of(PLAN, SUPPORT)),
    "severe_absence_no_sen": enrolments_missing(2, WHOLE, of(NONE)),
    "suspensions_all": for_each_hundred(BY_SUPPORT, MONTHLY, suspended(), main_of()),
    "suspensions_sen_support": for_each_hundred(BY_NEED, MONTHLY, suspended(SUPPORT), main_of(SUPPORT)),
    "suspensions_ehc_plan": for_each_hundred(BY_NEED, MONTHLY, suspended(PLAN), main_of(PLAN)),
    "suspensions_no_sen": for_each_hundred(WHOLE, MONTHLY, suspended(NONE), main_of(NONE)),
    "pupils_suspended": for_each_hundred(BY_SUPPORT, TERMLY, suspended(), main_of(), once=True),
    "permanent_exclusions_all": for_each_hundred(BY_SUPPORT, TERMLY, excluded(), main_of()),
    "permanent_exclusions_send": for_each_hundred(
        (*BY_NEED, "send"), TERMLY, excluded(PLAN, SUPPORT), main_of(PLAN, SUPPORT)
    ),
    "permanent_exclusions_no_sen": for_each_hundred(WHOLE, TERMLY, excluded(NONE), main_of(NONE)),
}
