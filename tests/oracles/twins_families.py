"""Slow twins of what children and young people say themselves."""

from tests.oracles.row_by_row import BY_NEED_AND_AGE, happened


def children_listened_to(tables, since, as_at):
    def answered(row):
        return row["question"] == "child_listened_to" and row["answer"] is not None

    def good(row):
        return row["answer"] in (4, 5)

    return happened(tables["survey"], "answered_on", BY_NEED_AND_AGE, since, as_at, answered, good)


TWINS = {"children_listened_to": children_listened_to}
