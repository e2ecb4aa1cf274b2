"""Slow twins of the way to a plan, of those still on it, and of what parents say: row by row, from the words."""

from collections import defaultdict
from datetime import date, timedelta
from statistics import median

QUESTIONS = {
    "parents_rating_experience_good": "experience",
    "right_help_in_time": "right_help_in_time",
    "welcome_at_school": "welcome_at_school",
    "plan_describes_child": "plan_describes_child",
    "know_where_to_go": "know_where_to_go",
    "listened_to": "listened_to",
}
WAITS = ((42, "0 to 6 weeks"), (112, "6 to 16 weeks"), (140, "16 to 20 weeks"), (364, "20 to 52 weeks"))
BY_AGE = ("area", "age_band")


# ---------------------------------------------------------------- days and places


def month_end(day):
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def months(since, as_at):
    first = date(since.year, since.month, 1)
    while first <= as_at:
        yield first, min(month_end(first), as_at)
        first = month_end(first) + timedelta(days=1)


def year(day, as_at):
    return date(day.year, 1, 1), min(date(day.year, 12, 31), as_at)


def age_band(born_month, on):
    if born_month is None:
        return None
    august = date(on.year, 8, 31) if on.month >= 9 else date(on.year - 1, 8, 31)
    age = august.year - born_month.year - (1 if born_month.month > 8 else 0)
    for top, name in ((4, "under 5"), (10, "5 to 10"), (15, "11 to 15"), (19, "16 to 19")):
        if age <= top:
            return name
    return "20 to 25"


def place(level, row, on):
    if level == "area":
        return ""
    if level == "age_band":
        return row["age_band"] if "age_band" in row else age_band(row["born_month"], on)
    if level == "wait":
        days = (on - row["received_on"]).days
        return next((name for top, name in WAITS if days <= top), "over 52 weeks")
    return row[level]


# ---------------------------------------------------------------- counting


def happened(rows, on, levels, since, as_at, known_from, met=None, share=False):
    """By the month and by the year. `known_from`: before it nothing is known, so there is no count of 0."""
    cells = defaultdict(lambda: [0, 0])
    for start, end in months(since, as_at):
        for when in (("month", start, end), ("year", *year(start, as_at))):
            if met or when[2] >= known_from:
                cells["area", "", *when]
    for row in rows:
        day = row[on]
        if day is None or not date(since.year, 1, 1) <= day <= as_at:
            continue
        month = ("month", day.replace(day=1), min(month_end(day), as_at))
        for level in levels:
            where = place(level, row, day)
            for when in (month, ("year", *year(day, as_at))):
                if where is not None and when[1] >= (since if when is month else date.min):
                    cells[level, where, *when][0] += bool(met and met(row))
                    cells[level, where, *when][1] += 1
    if share:
        return shared(cells)
    return {key: ((m, n) if met else (n, None)) for key, (m, n) in cells.items()}


def shared(cells):
    totals = defaultdict(int)
    for (level, _where, *when), (_met, n) in cells.items():
        totals[level, *when] += n
    return {key: (n, totals[key[0], *key[2:]]) for key, (_met, n) in cells.items() if key[0] != "area"}


def open_on(rows, end):
    return [row for row in rows if row["received_on"] <= end and (row["closed_on"] is None or row["closed_on"] > end)]


def waiting(rows, levels, since, as_at, met=None):
    cells = defaultdict(lambda: [0, 0])
    for start, end in months(since, as_at):
        cells["area", "", "month", start, end]
        for row in open_on(rows, end):
            for level in levels:
                where = place(level, row, end)
                if where is not None:
                    cells[level, where, "month", start, end][0] += bool(met and met(row, end))
                    cells[level, where, "month", start, end][1] += 1
    return {key: ((m, n) if met else (n, None)) for key, (m, n) in cells.items()}


def weeks(take):
    def counted(tables, since, as_at):
        found = {}
        for start, end in months(since, as_at):
            days = [(end - row["received_on"]).days for row in open_on(stock(tables), end)]
            found["area", "", "month", start, end] = (len(days), take(days) / 7 if days else None)
        return found

    return counted


def survived(rows, since, as_at):
    """The share with a plan by day 140, by the product over days: no counting of ties, no shortcuts."""
    found = {}
    for received_in in range(since.year, as_at.year + 1):
        watched = []
        for row in rows:
            if row["received_on"].year == received_in and row["received_on"] <= as_at:
                end = row["issued_on"] or row["left_on"] or as_at
                watched.append(((end - row["received_on"]).days, row["issued_on"] is not None))
        if watched:
            followed = max(days for days, _ in watched) >= 140
            chance = 100 * (1 - surviving(watched)) if followed else None
            found["area", "", "year", *year(date(received_in, 1, 1), as_at)] = (len(watched), chance)
    return found


def surviving(watched):
    share = 1.0
    for day in range(141):
        at_risk = sum(1 for days, _ in watched if days >= day)
        done = sum(1 for days, event in watched if days == day and event)
        if at_risk:
            share *= 1 - done / at_risk
    return share


# ---------------------------------------------------------------- who is counted


def own(tables):
    return [row for row in tables["cases"] if not row["decided_before"]]


def stock(tables):
    return [row for row in tables["cases"] if not row["ended_before"] and not row["transferred_in"]]


def requests(cohort, met=None, on="received_on"):
    def counted(tables, since, as_at):
        rows = [row for row in own(tables) if cohort(row, as_at)]
        first = min((row[on] for row in tables["cases"] if row[on]), default=date.max)
        return happened(rows, on, BY_AGE, since, as_at, first, met)

    return counted


def everyone(_row, _as_at):
    return True


def decided(row, _as_at):
    return row["decision"] in ("Y", "N")


def ripe(days):
    return lambda row, as_at: (as_at - month_end(row["received_on"])).days >= days


def planned_or_going_on(row, as_at):
    return (
        not row["transferred_in"]
        and not row["moved_away"]
        and not row["exceptions"]
        and row["decision"] in ("Y", None)
        and row["outcome"] in ("Y", None)
        and ripe(140)(row, as_at)
    )


def in_20_weeks(row):
    return row["issued_on"] is not None and (row["issued_on"] - row["received_on"]).days <= 140


def new_plans_by_need(tables, since, as_at):
    rows = [row for row in stock(tables) if row["issued_on"] and row["need"]]
    return happened(rows, "issued_on", ("need",), since, as_at, date.min, share=True)


def asked(question):
    def counted(tables, since, as_at):
        rows = [row for row in tables["survey"] if row["question"] == question and row["answer"] is not None]
        levels = ("area", "need", "age_band")
        return happened(rows, "answered_on", levels, since, as_at, date.min, lambda row: row["answer"] >= 4)

    return counted


TWINS = {
    "requests_received": requests(everyone),
    "refused_to_assess": requests(ripe(42), lambda row: row["decision"] == "N"),
    "decided_in_6_weeks": requests(
        decided,
        lambda row: (row["decided_on"] - row["received_on"]).days <= 42,
        on="decided_on",
    ),
    "requests_planned_in_20_weeks": requests(planned_or_going_on, in_20_weeks),
    "open_cases": lambda tables, since, as_at: waiting(stock(tables), ("area", "wait"), since, as_at),
    "open_past_20_weeks": lambda tables, since, as_at: waiting(
        stock(tables), BY_AGE, since, as_at, lambda row, end: (end - row["received_on"]).days > 140
    ),
    "age_of_open_cases": weeks(median),
    "oldest_open_case": weeks(max),
    "new_plans_by_need": new_plans_by_need,
    "survival_to_final_plan": lambda tables, since, as_at: survived(
        [row for row in own(tables) if not row["transferred_in"]], since, as_at
    ),
    **{code: asked(question) for code, question in QUESTIONS.items()},
}
