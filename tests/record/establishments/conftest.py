import pytest
from django_scopes import scope

from tests.factories import people, pupils


@pytest.fixture(autouse=True)
def extracts_of_their_own(settings, tmp_path):
    settings.EXTRACTS = tmp_path / "extracts"


@pytest.fixture
def area(db):
    home = people.area()
    with scope(area=home):
        pupils.schools(home)
        yield home
