"""The slow twin: every computed indicator again, row by row, in the plainest Python. It shares no code with the
engine.
"""

from collections import defaultdict
from datetime import date, timedelta
from statistics import median

QUESTIONS = {
    "parents_rating_experience_good": "experience",
    **{
        q: q
        for q in ("right_help_in_time", "welcome_at_school", "plan_describes_child", "know_where_to_go", "listened_to")
    },
}
NEEDS_AGES = ("area", "need", "age_band")


def month_end(day):
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def months(since, as_at):
    first = date(since.year, since.month, 1)
    while first <= as_at:
        yield first, min(month_end(first), as_at)
        first = month_end(first) + timedelta(days=1)


def age_band(born_month, on):
    if born_month is None:
        return None
    august = date(on.year, 8, 31) if on.month >= 9 else date(on.year - 1, 8, 31)
    age = august.year - born_month.year - (1 if born_month.month > 8 else 0)
    for top, name in ((4, "under 5"), (10, "5 to 10"), (15, "11 to 15"), (19, "16 to 19")):
        if age <= top:
            return name
    return "20 to 25"


def wait_band(days):
    for top, name in ((42, "0 to 6 weeks"), (112, "6 to 16 weeks"), (140, "16 to 20 weeks"), (364, "20 to 52 weeks")):
        if days <= top:
            return name
    return "over 52 weeks"


def place(level, row, on, since=None):
    if level == "area":
        return ""
    if level == "age_band":
        return row["age_band"] if "age_band" in row else age_band(row["born_month"], on)
    if level == "wait":
        return wait_band((on - row[since]).days)
    return row[{"need": "need", "establishment": "urn"}[level]]


def happened(rows, on, levels, since, as_at, met=None, share=False):
    """{(level, place, every, start, end): (numerator, denominator)}; a count has the denominator None."""
    cells = defaultdict(lambda: [0, 0])
    for start, end in months(since, as_at):
        cells["area", "", "month", start, end]
        cells["area", "", "year", date(start.year, 1, 1), min(date(start.year, 12, 31), as_at)]
    for row in rows:
        day = row[on]
        if day is None or not since <= day <= as_at:
            continue
        for level in levels:
            where = place(level, row, day)
            if where is None:
                continue
            month = ("month", day.replace(day=1), min(month_end(day), as_at))
            year = ("year", date(day.year, 1, 1), min(date(day.year, 12, 31), as_at))
            for period in (month, year):
                cells[(level, where, *period)][0] += bool(met and met(row))
                cells[(level, where, *period)][1] += 1
    if share:
        totals = defaultdict(int)
        for (level, _where, *period), (_met, n) in cells.items():
            totals[(level, *period)] += n
        return {key: (n, totals[(key[0], *key[2:])]) for key, (_met, n) in cells.items() if key[0] != "area"}
    return {key: ((m, n) if met else (n, None)) for key, (m, n) in cells.items()}


def standing(rows, since_name, until_name, levels, ends, met=None):
    cells = defaultdict(lambda: [0, 0])
    for every, start, end in ends:
        cells["area", "", every, start, end]
        for row in rows:
            if row[since_name] <= end and (row[until_name] is None or row[until_name] > end):
                for level in levels:
                    if level == "establishment" and every != "day":
                        continue  # where a child is taught is known on the tables' day only
                    where = place(level, row, end, since_name)
                    if where is not None:
                        cells[level, where, every, start, end][0] += bool(met and met(row, end))
                        cells[level, where, every, start, end][1] += 1
    return {key: ((m, n) if met else (n, None)) for key, (m, n) in cells.items()}


def waited(rows, ends, take):
    found = {}
    for every, start, end in ends:
        days = [
            (end - row["received_on"]).days
            for row in rows
            if row["received_on"] <= end and (row["closed_on"] is None or row["closed_on"] > end)
        ]
        found["area", "", every, start, end] = (len(days), take(days) / 7 if days else None)
    return found


def survived(rows, since, as_at):
    """{year: share with a plan by day 140}, by the product over days: no counting of ties, no shortcuts."""
    found = {}
    for year in range(since.year, as_at.year + 1):
        watched = []
        for row in rows:
            if row["received_on"].year == year and row["received_on"] <= as_at:
                end = row["issued_on"] or row["left_on"] or as_at
                watched.append(((end - row["received_on"]).days, row["issued_on"] is not None))
        if not watched or max(days for days, _ in watched) < 140:
            continue
        surviving = 1.0
        for day in range(141):
            at_risk = sum(1 for days, _ in watched if days >= day)
            done = sum(1 for days, event in watched if days == day and event)
            if at_risk:
                surviving *= 1 - done / at_risk
        found[year] = 100 * (1 - surviving)
    return found


def twin(code, tables, since, as_at):
    cases, plans, reviews, survey = tables["cases"], tables["plans"], tables["reviews"], tables["survey"]
    own = [row for row in cases if not row["decided_before"]]
    own_here = [row for row in own if not row["transferred_in"]]
    stock = [row for row in cases if not row["ended_before"] and not row["transferred_in"]]
    new = [row for row in stock if row["issued_on"]]
    month_ends = [("month", start, end) for start, end in months(since, as_at)]
    today = [("day", as_at, as_at)]

    def in_20(row):
        return row["issued_on"] is not None and (row["issued_on"] - row["received_on"]).days <= 140

    def flow(rows, on, levels, met=None, share=False):
        return happened(rows, on, levels, since, as_at, met, share)

    if code == "requests_received":
        return flow(own, "received_on", ("area", "age_band"))
    if code == "refused_to_assess":
        ripe = [row for row in own if (as_at - month_end(row["received_on"])).days >= 42]
        return flow(ripe, "received_on", ("area", "age_band"), lambda row: row["decision"] == "N")
    if code == "decided_in_6_weeks":
        decided = [row for row in own if row["decision"] in ("Y", "N") and row["decided_on"]]
        return flow(
            decided, "decided_on", ("area", "age_band"), lambda row: (row["decided_on"] - row["received_on"]).days <= 42
        )
    if code == "plans_in_20_weeks_excluding_exceptions":
        return flow([row for row in new if not row["exceptions"]], "issued_on", NEEDS_AGES, in_20)
    if code == "plans_in_20_weeks_including_exceptions":
        return flow(new, "issued_on", NEEDS_AGES, in_20)
    if code == "requests_planned_in_20_weeks":
        ripe = [
            row
            for row in own_here
            if not row["moved_away"]
            and not row["exceptions"]
            and row["decision"] in ("Y", None)
            and row["outcome"] in ("Y", None)
            and (as_at - month_end(row["received_on"])).days >= 140
        ]
        return flow(ripe, "received_on", ("area", "age_band"), in_20)
    if code == "open_past_20_weeks":
        return standing(
            stock,
            "received_on",
            "closed_on",
            ("area", "age_band"),
            month_ends,
            lambda row, end: (end - row["received_on"]).days > 140,
        )
    if code == "open_cases":
        return standing(stock, "received_on", "closed_on", ("area", "wait"), month_ends)
    if code == "age_of_open_cases":
        return waited(stock, month_ends, median)
    if code == "oldest_open_case":
        return waited(stock, month_ends, max)
    if code == "plans_in_force":
        return standing(
            plans, "issued_on", "ceased_on", ("area", "need", "age_band", "establishment"), month_ends + today
        )
    if code in ("placed_in_mainstream", "placed_in_special"):
        kinds = ("mainstream",) if code == "placed_in_mainstream" else ("special", "independent_special")
        placed = [row for row in plans if row["placed"]]
        return standing(placed, "issued_on", "ceased_on", NEEDS_AGES, today, lambda row, _end: row["placed"] in kinds)
    if code == "new_plans_by_need":
        return flow([row for row in new if row["need"]], "issued_on", ("need",), share=True)
    if code == "reviews_decided_in_4_weeks":
        sent = [row for row in reviews if row["decided_on"]]
        return flow(sent, "decided_on", NEEDS_AGES, lambda row: (row["decided_on"] - row["meeting_on"]).days <= 28)
    if code in QUESTIONS:
        answered = [row for row in survey if row["question"] == QUESTIONS[code] and row["answer"] is not None]
        return flow(answered, "answered_on", NEEDS_AGES, lambda row: row["answer"] >= 4)
    if code == "survival_to_final_plan":
        return survived(own_here, since, as_at)
    raise AssertionError(f"{code} has no slow twin: write one")
