"""The inspection's letters say what the story needs, and the reader of real reports reads ours."""

from datetime import date
from pathlib import Path

from goldenthread.improve.inspections.report.reading import read_report


def words(folder: Path, name: str) -> str:
    return " ".join((folder / name).read_text(encoding="utf-8").split())


def test_the_report_of_2024_reads_as_a_real_one(small_folder: Path) -> None:
    report = read_report((small_folder / "inspection_2024.txt").read_text(encoding="utf-8"))

    assert (report.area_name, report.outcome) == ("Marlshire", 3)
    assert (report.started_on, report.ended_on) == (date(2024, 5, 13), date(2024, 5, 17))
    assert len(report.of_kind("priority_action")) == 4
    assert len(report.of_kind("improvement")) == 5


def test_eight_of_twelve_weaknesses_had_made_sufficient_progress_by_2021(small_folder: Path) -> None:
    revisit = words(small_folder, "revisit_2021.txt")

    assert revisit.count("The area has made sufficient progress in addressing this area of weakness.") == 8
    assert revisit.count("The area has not made sufficient progress in addressing this area of weakness.") == 4


def test_two_priority_actions_of_2024_repeat_words_of_2018(small_folder: Path) -> None:
    report = words(small_folder, "inspection_2024.txt").lower()
    first_cycle = words(small_folder, "inspection_2018.txt").lower()

    for repeated in (
        "education, health and care plans that are not issued within the time that the law allows",
        "the high number of pupils with special educational needs who are suspended or permanently excluded",
    ):
        assert report.count(repeated) == first_cycle.count(repeated) == 1
