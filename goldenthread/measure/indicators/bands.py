"""The bands that ages and waits are counted in: each with its highest, years or days, the last without end."""

AGES: tuple[tuple[int | None, str], ...] = (  # as in the national release
    (4, "under 5"),
    (10, "5 to 10"),
    (15, "11 to 15"),
    (19, "16 to 19"),
    (None, "20 to 25"),
)
WAITS: tuple[tuple[int | None, str], ...] = (  # the steps of the law, then the year
    (42, "0 to 6 weeks"),
    (112, "6 to 16 weeks"),
    (140, "16 to 20 weeks"),
    (364, "20 to 52 weeks"),
    (None, "over 52 weeks"),
)
LATE = ("20 to 52 weeks", "over 52 weeks")  # waits longer than the law allows
