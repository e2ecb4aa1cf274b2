"""Rows of the registers beside the actions: money and the accounts given of it, risks, and ends that were stated."""

import re

from goldenthread.improve.plans.reading.content import AccountLine, EndLine, MoneyLine, PlanContent, RiskLine
from goldenthread.improve.plans.reading.rows import Row
from goldenthread.rules.risks import FIVE, SCALE

SAID_ON = ("date", "day", "said on")
MONEY = {
    "title": ("what for",), "source": ("funding source",), "pounds": ("pounds a year", "amount"), "years": (),
    "first_year": ("first year", "year"), "posts": ("fte",), "posts_filled": ("filled", "posts filled"),
    "actions": ("pays for",),
}  # fmt: skip
ACCOUNT = {
    "title": ("what for", "money"), "pounds": ("amount", "sum"), "posts": ("fte",),
    "source": ("where it was said", "where"), "said_on": SAID_ON,
}  # fmt: skip
END = {
    "words": ("end", "ends", "as it was said"), "source": ("where it was said", "where"), "said_on": SAID_ON,
}  # fmt: skip
RISK = {
    "title": ("risk", "what could happen"), "effect": ("what it would mean", "consequence"),
    "likelihood": ("probability",), "impact": ("severity",),
    "mitigation": ("what is done about it", "controls", "mitigating action", "mitigating actions"),
    "owner": ("lead", "risk owner", "who watches it"), "raised_on": ("raised", "date raised"),
    "review_on": ("review", "review date", "next review"), "closed_on": ("closed", "date closed"),
    "closed_because": ("why closed",), "actions": ("refs", "action refs"),
}  # fmt: skip
SCORE = re.compile(r"([1-5])(?:\.0)?\b.*", re.DOTALL)


def money(row: Row, content: PlanContent) -> bool:
    pounds, years = row.number_in("pounds"), row.number_in("years")
    if pounds is None:
        return False
    posts, filled = row.number_in("posts"), row.number_in("posts_filled")
    if filled is not None and (posts is None or filled > posts):
        message = "More posts are filled than there are. How many are filled is left out."
        row.say("PLAN-POSTS", "query", message, "posts_filled", "Correct one of the two.")
        filled = None
    content.money.append(
        MoneyLine(
            row.cut("title", 200),
            row.cut("source", 120),
            int(pounds),
            int(years or 1),
            row.cut("first_year", 9),
            posts,
            row.cut("actions", 300),
            filled,
        )
    )
    return True


def account(row: Row, content: PlanContent) -> bool:
    pounds, title = row.number_in("pounds"), row.text("title")
    if pounds is None:
        return False
    if title not in {line.title for line in content.money}:
        message = f"No sum of money in this file is for “{title}”. The account is kept aside."
        row.say("PLAN-WHICH", "error", message, "title", "Name it as the sheet Money does.")
        return False
    line = AccountLine(title, int(pounds), row.number_in("posts"), row.cut("source", 200), row.exact_day("said_on"))
    content.accounts.append(line)
    return True


def stated_end(row: Row, content: PlanContent) -> bool:
    """The words are kept as they stand; which day they mean is read beside them."""
    content.ends.append(EndLine(row.cut("words", 200), row.cut("source", 200), row.exact_day("said_on")))
    return True


def risk(row: Row, content: PlanContent) -> bool:
    likelihood, impact = _score(row, "likelihood"), _score(row, "impact")
    if likelihood is None or impact is None:
        return False
    content.risks.append(
        RiskLine(
            title=row.cut("title", 300),
            effect=row.cut("effect", 400),
            likelihood=likelihood,
            impact=impact,
            mitigation=row.text("mitigation"),
            owner=row.cut("owner", 120),
            raised_on=row.exact_day("raised_on"),
            review_on=row.exact_day("review_on"),
            closed_on=row.exact_day("closed_on"),
            closed_because=row.cut("closed_because", 300),
            actions=row.text("actions"),
        )
    )
    return True


def _score(row: Row, name: str) -> int | None:
    """“4”, “4: high” or “High”."""
    said = row.text(name)
    found = SCORE.fullmatch(said)
    words = {word.casefold(): number for number, word in zip(FIVE, SCALE, strict=True)}
    score = int(found[1]) if found else words.get(said.casefold())
    if score is None:
        message = f"“{said}” is not a score from 1 to 5. The risk is kept aside."
        row.say("PLAN-SCORE", "error", message, name, "Write a number from 1 (very low) to 5 (very high).")
    return score
