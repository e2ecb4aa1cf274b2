"""Slow twins of what happens when families disagree: refusals fought, and complaints."""

from datetime import timedelta

from tests.oracles.row_by_row import BY_AGE, everyone, happened, month_end


def _ripe(row, as_at, days):
    """Every request of that month is so many days old."""
    return (as_at - month_end(row["received_on"])).days >= days


def refused(days, met, levels=BY_AGE, also=everyone):
    def counted(tables, since, as_at):
        def fought(row):
            return row["decision"] == "N" and _ripe(row, as_at, days) and also(row)

        return happened(tables["cases"], "received_on", levels, since, as_at, fought, met)

    return counted


def stage_1_complaints_in_time(tables, since, as_at):
    def first(row):
        return row["stage"] == 1 and _ripe(row, as_at, 28)

    def in_time(row):
        return row["responded_on"] is not None and row["responded_on"] <= row["received_on"] + timedelta(weeks=4)

    return happened(tables["complaints"], "received_on", ("area",), since, as_at, first, in_time)


TWINS = {
    "refusals_mediated": refused(134, lambda row: row["refusal_mediated"]),
    "refusals_appealed": refused(182, lambda row: row["refusal_appealed"]),
    "mediations_without_appeal": refused(
        182, lambda row: not row["refusal_appealed"], ("area",), lambda row: row["refusal_mediated"]
    ),
    "stage_1_complaints_in_time": stage_1_complaints_in_time,
}
