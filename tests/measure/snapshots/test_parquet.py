from datetime import date

from goldenthread.measure.snapshots import parquet
from goldenthread.rules.tables import ALL, SURVEY

ASKED = {"area": "999", "answered_on": date(2026, 1, 2), "question": "experience", "age_band": None}
ANSWERS = [{"row": "b", "answer": 4, "need": "ASD", **ASKED}, {"row": "a", "answer": None, "need": None, **ASKED}]


def test_equal_facts_make_equal_tables_whatever_their_order():
    assert parquet.content_hash(parquet.typed(SURVEY, ANSWERS)) == parquet.content_hash(
        parquet.typed(SURVEY, reversed(ANSWERS))
    )


def test_another_answer_makes_another_hash():
    changed = [{**ANSWERS[0], "answer": 5}, ANSWERS[1]]

    assert parquet.content_hash(parquet.typed(SURVEY, changed)) != parquet.content_hash(parquet.typed(SURVEY, ANSWERS))


def test_what_is_written_is_read_again(tmp_path):
    tables = parquet.complete({"survey": ANSWERS})

    parquet.write(tables, tmp_path / "frozen")

    assert parquet.read(tmp_path / "frozen") == tables
    assert set(tables) == {table.name for table in ALL}


def test_frozen_files_are_never_written_over(tmp_path):
    parquet.write(parquet.complete({"survey": ANSWERS}), tmp_path / "frozen")

    parquet.write(parquet.complete({}), tmp_path / "frozen")

    assert parquet.read(tmp_path / "frozen")["survey"].num_rows == 2
