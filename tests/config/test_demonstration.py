"""The whole demonstration, loaded from a small Marlshire through the doors that a user has, and loaded once more."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django_scopes import scopes_disabled

from goldenthread.config.demonstration.load import AS_AT, CannotLoad, load
from goldenthread.config.synth import demo
from goldenthread.config.synth.profile import marlshire
from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.improve.governance import reads as governance
from goldenthread.improve.plans import reads as plans
from goldenthread.improve.plans.models import Challenge, Explanation
from goldenthread.rules.honesty.colours import Colour

TABLE_1 = [
    (10, 1, 0, 5, 1), (13, 8, 0, 2, 1), (2, 2, 2, 3, 1), (4, 4, 1, 0, 0), (1, 8, 0, 1, 1), (8, 3, 2, 5, 1),
    (9, 2, 0, 0, 0), (2, 2, 1, 1, 0),
]  # fmt: skip
BEGAN = date(2026, 9, 30)
LEFT_OUT = {"ledger.Entry"}  # that figures were counted again, and were the same, is a line of its own


@pytest.fixture
def folder(tmp_path: Path, settings) -> Path:
    settings.HOME, settings.MEDIA_ROOT = tmp_path, tmp_path / "media"
    settings.SNAPSHOTS, settings.EXTRACTS = tmp_path / "snapshots", tmp_path / "extracts"
    demo.write(tmp_path / "files", marlshire(160), 20261031)
    return tmp_path / "files"


def rows() -> Iterator[tuple[str, int]]:
    with scopes_disabled():
        yield from (
            (model._meta.label, model._base_manager.count())
            for model in apps.get_models()
            if model._meta.label not in LEFT_OUT
        )


@pytest.mark.slow
@pytest.mark.django_db
def test_the_demonstration_stands_as_in_its_story(folder: Path) -> None:
    told = list(load(folder))

    area = LocalArea.objects.get(code="999")
    standing = plans.stands(area, AS_AT)
    assert standing is not None
    assert [row.counts for row in standing.tally.rows] == TABLE_1
    assert (len(standing.greens_challenged), standing.tally.everything.of(Colour.GREEN)) == (9, 49)
    assert (len(standing.reds), len(standing.red_activities())) == (6, 4)
    assert plans.ends(standing.plan).conflicting
    assert len(plans.spending(standing.plan, AS_AT).differing) == 1
    assert [one.owns for one in governance.governance_map(area, AS_AT).bodies if one.owns] == [(standing.plan,)]
    assert governance.counts(area, AS_AT) == {"open": 8, "overdue": 2, "kept": 3, "dropped": 1}
    assert [str(one.challenge.action.ref) for one in Explanation.objects.all() if one.waits] == ["2.1"]
    assert Counter(Challenge.objects.filter(answered_on=None).values_list("raised_on", flat=True)).keys() == {
        BEGAN, AS_AT,
    }  # fmt: skip
    assert "since 30 September 2026" in next(line for line in told if "stand open" in line)


@pytest.mark.slow
@pytest.mark.django_db
def test_loading_it_again_changes_nothing(folder: Path) -> None:
    list(load(folder))
    before = dict(rows())

    list(load(folder))

    assert dict(rows()) == before


@pytest.mark.django_db
def test_files_of_an_earlier_version_are_refused_in_a_sentence(tmp_path: Path) -> None:
    told = load(tmp_path)

    assert next(told) == "Marlshire: 12 people who can sign in."
    with pytest.raises(CannotLoad, match=r"inspection_2018\.txt is not in .* Take the folder away"):
        next(told)
    assert User.objects.count() == 12
