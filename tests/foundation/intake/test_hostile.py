"""A file is hostile until parsed: each kind of wrong file gets its own sentence."""

import pytest

from goldenthread.foundation.intake.hostile import LARGEST, refuse_if_hostile
from goldenthread.foundation.intake.source import Refused, Upload
from tests.factories.casework import upload, zipped


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b"%PDF-1.7", "a PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Office file"),
        (b"MZ\x90\x00", "a program"),
        (b"\x89PNG\r\n", "a picture"),
        (b"\x1f\x8b\x08\x00", "gzip"),
        (b"PK\x03\x04 and then nothing", "damaged"),
        (b"words\0\0\0more", "not text, XML, Excel or Word"),
        (zipped({"../../etc/passwd": "x"}), "outside its folder"),
        (zipped({"/absolute.csv": "x"}), "outside its folder"),
        (zipped({"C:\\windows.csv": "x"}), "outside its folder"),
        (zipped({"bomb.csv": "0" * 3_000_000}), "zip bomb"),
        (zipped({f"{number}.csv": "" for number in range(2_001)}), "2,001 files"),
    ],
)
def test_a_wrong_file_is_refused_in_a_sentence(content, said):
    with pytest.raises(Refused, match=said) as refused:
        refuse_if_hostile(upload(content, "innocent.xml"))

    assert str(refused.value).endswith(".")


def test_a_file_too_large_is_refused_unread():
    def never():
        raise AssertionError("It was opened.")

    with pytest.raises(Refused, match="1,201 MB; the most that can be taken is 1,200 MB"):
        refuse_if_hostile(Upload("return.xml", LARGEST + 1024 * 1024, never))


@pytest.mark.parametrize(
    "content", [b"<Message/>", b"a,b\n1,2\n", "naïve,é\n".encode("cp1252"), "a,b".encode("utf-16")]
)
def test_an_honest_file_passes_whatever_its_name(content):
    honest = upload(content, "strange.exe")

    assert refuse_if_hostile(honest) is None
