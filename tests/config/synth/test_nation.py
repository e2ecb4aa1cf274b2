from goldenthread.config.synth.area import FictionalArea
from goldenthread.config.synth.dice import dice
from goldenthread.config.synth.nation import asked_before
from goldenthread.config.synth.returns import Collection, facts, persons


def test_some_had_asked_years_before_in_vain_and_nobody_before_birth(small: FictionalArea) -> None:
    told = list(asked_before(persons(small.cases, Collection.january(2026)), dice(1, "asked before")))

    again = [(person, facts(person, "requests")) for person in told if len(facts(person, "requests")) > 1]
    earlier = [(person["personbirthdate"], requests[-1]["receiveddate"]) for person, requests in again]

    assert 0.1 < len(again) / len(told) < 0.25
    assert [pair for pair in earlier if pair[0] >= pair[1]] == []
