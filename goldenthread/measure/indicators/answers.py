"""Shares of good answers to one question of the experience survey."""

from goldenthread.measure.indicators.definition import Happened, Tables

GOOD = 4  # “good” or “agree”, and better, on the scale of 1 to 5


def good_answers(t: Tables, question: str) -> Happened:
    """Answers of 4 or 5 among the answers given; a question left blank is no answer."""
    s = t.survey
    return Happened(s, on="answered_on", met=s.answer >= GOOD, among=(s.question == question) & s.answer.notnull())
