"""The register's file of links says which school followed which."""

import gzip
from pathlib import Path

import pytest

from goldenthread.foundation.intake import reads as intake
from goldenthread.foundation.intake import writes
from goldenthread.foundation.ledger.reads import SYSTEM
from goldenthread.record.establishments.models import Establishment
from tests.factories.pupils import ACADEMY, ON, PRIMARY, bring

LINKS = Path(__file__).parents[3].parent / "shared" / "data" / "schools" / "gias_links_20250422.csv.gz"
HEAD = '"URN","LinkURN","LinkName","LinkType","LinkEstablishedDate"'


def links(*rows):
    return bring("\n".join((HEAD, *rows)).encode(), "links.csv")


def successor():
    return Establishment.objects.get(urn=PRIMARY).successor_urn


def test_the_latest_successor_of_a_school_that_is_held_is_kept_and_undone(area):
    batch = links(
        f'{PRIMARY},{ACADEMY},"Hillcrest","Successor","01-09-2025"',
        f'{PRIMARY},100099,"Before","Successor - merged","01-09-2001"',
        f'{PRIMARY},100098,"Older","Predecessor","01-09-1990"',
        f'777777,{ACADEMY},"Elsewhere","Successor",""',
    )

    assert batch.source == "school_links"
    assert successor() == ACADEMY
    assert [(each.changed, each.unchanged) for each in intake.counts(batch)] == [(1, 0)]
    writes.undo(batch=batch, by=SYSTEM, on=ON, why="A test.")
    assert successor() == ""


@pytest.mark.shared
@pytest.mark.skipif(not LINKS.exists(), reason="needs the shared data folder")
def test_the_nations_own_file_is_read(area):
    Establishment.objects.filter(urn=PRIMARY).update(urn="100016")

    bring(gzip.decompress(LINKS.read_bytes()), "links.csv")

    assert Establishment.objects.get(urn="100016").successor_urn == "132245"
