"""Counting row by row in plain Python: what happened in a period, and which plans were in force at its end."""

from calendar import monthrange
from collections import defaultdict
from datetime import date, timedelta

DAY = timedelta(days=1)
BANDS = ((4, "under 5"), (10, "5 to 10"), (15, "11 to 15"), (19, "16 to 19"), (200, "20 to 25"))
COLUMNS = {"need": "need", "placement": "placed", "district": "district", "establishment": "urn"}
WHERE_TAUGHT = ("placement", "district", "establishment")
BY_NEED_AND_AGE = ("area", "need", "age_band")
BY_AGE = ("area", "age_band")
FIRST_MONTHS = {"month": range(1, 13), "year": (1,), "academic": (9,)}


# ---------------------------------------------------------------- days and places


def month_end(day):
    return day.replace(day=monthrange(day.year, day.month)[1])


def period(kind, day, as_at):
    """(kind, first day, last day) of the one that a day lies in."""
    start = day.replace(day=1)
    while start.month not in FIRST_MONTHS[kind]:
        start = (start - DAY).replace(day=1)
    end = month_end(start)
    while (end + DAY).month not in FIRST_MONTHS[kind]:
        end = month_end(end + DAY)
    return kind, start, min(end, as_at)


def periods(kinds, since, as_at):
    found = set()
    for kind in kinds:
        day = as_at if kind == "day" else since
        while day <= as_at:
            found.add(("day", day, day) if kind == "day" else period(kind, day, as_at))
            day += DAY
    return found


def age(born_month, on):
    """In whole years, on the last 31 August."""
    august = date(on.year if on.month > 8 else on.year - 1, 8, 31)
    return august.year - born_month.year - (born_month.month > 8)


def place(level, row, on):
    if level == "area":
        return ""
    if level != "age_band":
        return row[COLUMNS[level]]
    if "age_band" in row:
        return row["age_band"]
    return None if row["born_month"] is None else next(name for top, name in BANDS if age(row["born_month"], on) <= top)


# ---------------------------------------------------------------- counting


def _figures(cells, counted_only, share):
    if not share:
        return {key: (n, None) if counted_only else (met, n) for key, (met, n) in cells.items()}
    totals = defaultdict(int)
    for (level, _place, *when), (_met, n) in cells.items():
        totals[level, *when] += n
    return {key: (n, totals[key[0], *key[2:]]) for key, (_met, n) in cells.items() if key[0] != "area"}


def _area(cells, rows, on, wanted, counted_only):
    """Nothing happened is a figure too; but of the time before the first row there is no count."""
    first = min((row[on] for row in rows if row[on]), default=date.max)
    for when in wanted:
        if not (counted_only and when[2] < first):
            cells["area", "", *when]


def happened(rows, on, levels, since, as_at, cohort, met=None, kinds=("month", "year"), share=False):
    cells = defaultdict(lambda: [0, 0])
    wanted = periods(kinds, since, as_at)
    _area(cells, rows, on, wanted, met is None)
    for row in rows:
        if row[on] is None or row[on] > as_at or not cohort(row):
            continue
        for kind in kinds:
            when = period(kind, row[on], as_at)
            if when not in wanted:
                continue
            for level in levels:
                where = place(level, row, row[on])
                if where is not None:
                    cells[level, where, *when][0] += bool(met and met(row))
                    cells[level, where, *when][1] += 1
    return _figures(cells, met is None, share)


def in_force(rows, levels, since, as_at, cohort, met=None, kinds=("day",), share=False):
    cells = defaultdict(lambda: [0, 0])
    wanted = periods(kinds, since, as_at)
    _area(cells, rows, "issued_on", wanted, met is None)
    for kind, start, end in wanted:
        for row in rows:
            if row["issued_on"] > end or (row["ceased_on"] and row["ceased_on"] <= end) or not cohort(row):
                continue
            for level in levels:
                where = place(level, row, end)
                if where is not None and (kind == "day" or level not in WHERE_TAUGHT):
                    cells[level, where, kind, start, end][0] += bool(met and met(row))
                    cells[level, where, kind, start, end][1] += 1
    return _figures(cells, met is None, share)


def for_each_resident(figures, tables, ages):
    """The newest estimate that is not of a later year than the period's first day."""

    def people(start):
        known = {row["year"]: row["people"] for row in tables["residents"] if row["ages"] == ages}
        years = [year for year in known if year <= start.year]
        return known[max(years)] if years else None

    return {key: (n, people(key[3])) for key, (n, _) in figures.items()}


def everyone(_row):
    return True
