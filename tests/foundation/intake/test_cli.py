"""`goldenthread intake`: the same front door, from a shell."""

import pytest
from django_scopes import scopes_disabled

from goldenthread.config.cli import main
from goldenthread.record.casework.models import Child
from goldenthread.rules.sen2.writer import write_collect_csv
from tests.factories import people
from tests.factories.casework import header, sen2_person, waiting, xml_upload

pytestmark = pytest.mark.django_db


@pytest.fixture
def a_return(tmp_path):
    people.area()
    path = tmp_path / "return.xml"
    with xml_upload(sen2_person(1, waiting())).open() as stream:
        path.write_bytes(stream.read())
    return path


def children():
    with scopes_disabled():
        return Child.objects.count()


def test_without_commit_it_only_says_what_is_in_a_file(a_return, capsys):
    status = main(["intake", str(a_return), "--area", "999"])

    assert (status, children()) == (0, 0)
    assert capsys.readouterr().out.splitlines()[:2] == [
        "return.xml: SEN2 return 2026 – ready to commit", "  1 ready, 0 to check, 0 kept aside",
    ]  # fmt: skip


def test_with_commit_it_writes(a_return):
    status = main(["intake", str(a_return), "--area", "999", "--commit"])

    assert (status, children()) == (0, 1)


def test_a_folder_of_collects_files_is_one_return(tmp_path):
    people.area()
    opened = {}
    write_collect_csv(
        lambda table: opened.setdefault(table, (tmp_path / f"{table}.csv").open("w", newline="")),
        header(), [sen2_person(1, waiting())],
    )  # fmt: skip
    for stream in opened.values():
        stream.close()

    status = main(["intake", str(tmp_path), "--area", "999", "--commit"])

    assert (status, children()) == (0, 1)


@pytest.mark.parametrize("wrong", [["--area", "000"], ["--area", "999", "--by", "nobody"]])
def test_a_wrong_area_or_person_is_said_in_a_sentence(a_return, capsys, wrong):
    status = main(["intake", str(a_return), *wrong])

    assert status == 1
    assert "Check both and try again." in capsys.readouterr().err


def test_a_file_that_is_not_there_is_said_in_a_sentence(tmp_path, capsys):
    people.area()

    status = main(["intake", str(tmp_path / "missing.xml"), "--area", "999"])

    assert status == 1
    assert "missing.xml" in capsys.readouterr().err
