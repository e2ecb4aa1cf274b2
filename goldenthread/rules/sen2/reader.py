"""Reading the return's XML: a stream in, persons out, in bounded memory, and nothing hostile obeyed.

Nearly every person's tags follow one another as some earlier person's did, so that lxml need not be asked again
(`templates`). This holds only where the text is beyond doubt: tags and values in UTF-8, persons one after another. On
anything else the file is read again from its start by `plain`, and the persons already given are passed over.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import BinaryIO

from lxml import etree

from goldenthread.rules.sen2.collection import collection_of
from goldenthread.rules.sen2.encoding import claims_utf8
from goldenthread.rules.sen2.persons import Row, Sen2File
from goldenthread.rules.sen2.plain import checked_head, note_header, read_plain
from goldenthread.rules.sen2.shapes import SAFE, Element
from goldenthread.rules.sen2.templates import Template, cut_at_tags, read_alone, template_of

_BLOCK = 1 << 20
_LONGEST = 1 << 23  # bytes without a person's end: no return has so many
_OPENS, _CLOSES = b"<Person>", b"</Person>"
_ORDINARY = bytes(set(range(32, 256)) - set(b"<>&!?")) + b"\t\n"
_NOT_ALWAYS_ODD = b"&!?"  # in a value they are well
_NO_CHARACTERS = re.compile("[\ufffe\uffff]")
_MOST_TEMPLATES = 5_000
_templates: dict[str, Template | None] = {}  # of all files: what they say depends on the tags alone


class _Unusual(Exception):
    """The quick way is not sure of the text from here on."""


def read_xml(stream: BinaryIO) -> Sen2File:
    """Open a return. Raises Sen2Fault, in a sentence, here or from `persons`, where the file cannot be read (on)."""
    start = stream.tell() if stream.seekable() else None
    head = checked_head(stream)
    if start is None or not claims_utf8(head):
        return read_plain(stream, head)
    try:
        frame = _Frame(stream, head)
    except _Unusual:
        return _from_the_start(stream, start)
    file = Sen2File(frame.header, iter(()))
    collection_of(file.header)
    file.persons = _persons(file, frame, stream, start)
    return file


def _from_the_start(stream: BinaryIO, start: int) -> Sen2File:
    stream.seek(start)
    return read_plain(stream, checked_head(stream))


def _persons(file: Sen2File, frame: "_Frame", stream: BinaryIO, start: int) -> Iterator[Row]:
    read = 0
    try:
        for block in frame.blocks():
            for person in _in_block(block, frame):
                yield person
                read += 1
        file.header.update(frame.close())
    except (_Unusual, etree.XMLSyntaxError):
        again = _from_the_start(stream, start)
        try:
            yield from islice(again.persons, read, None)
        finally:
            file.notes += again.notes
        file.header.update(again.header)


class _Frame:
    """The file but for its persons: what stands before the first and after the last is given to lxml."""

    def __init__(self, stream: BinaryIO, head: bytes) -> None:
        self._stream = stream
        self.header: dict[str, str] = {}
        self._parser = etree.XMLPullParser(events=("start", "end"), **SAFE)
        while _OPENS not in head and len(head) < _LONGEST and (more := stream.read(_BLOCK)):
            head += more
        before, opens, after = head.partition(_OPENS)
        self._rest = opens + after
        self.line = 1 + before.count(b"\n")
        self._root = self._opened(before)
        note_header(self.header, self._root)

    def _opened(self, before: bytes) -> Element:
        """Feed the parser with what stands before the first person, which must end with the start of `Persons`."""
        if (
            not self._rest
            or before.count(b"<!")
            or before.count(b"<?") > 1
            or not before.rstrip().endswith(b"Persons>")
        ):
            raise _Unusual
        try:
            before.decode()
            self._parser.feed(before)
        except (UnicodeDecodeError, etree.XMLSyntaxError):
            raise _Unusual from None
        met: list[tuple[str, Element]] = list(self._parser.read_events())
        if not met or met[-1][0] != "start" or met[-1][1].tag != "Persons":
            raise _Unusual
        return met[0][1]

    def blocks(self) -> Iterator[str]:
        """Whole persons, as many as are read at a time."""
        while True:
            end = self._rest.rfind(_CLOSES) + len(_CLOSES)
            if end >= len(_CLOSES):
                block, self._rest = self._rest[:end], self._rest[end:]
                yield _beyond_doubt(block)
            more = self._stream.read(_BLOCK)
            if not more:
                return
            self._rest += more
            if len(self._rest) > _LONGEST:
                raise _Unusual

    def close(self) -> dict[str, str]:
        """What the header and the officers are, once the file has ended well."""
        if b"Person>" in self._rest:
            raise _Unusual
        self._rest.decode()
        self._parser.feed(self._rest)
        self._parser.close()
        note_header(self.header, self._root)
        return self.header


def _beyond_doubt(block: bytes) -> str:
    """The block's text, if it is nothing but tags and values, each tag closed before the next opens."""
    if b"\r" in block:
        block = block.replace(b"\r\n", b"\n")
    marks = block.translate(None, _ORDINARY)
    tags = marks.translate(None, _NOT_ALWAYS_ODD)
    if tags != b"<>" * (len(tags) // 2):
        raise _Unusual
    if len(tags) < len(marks) and (b"<!" in block or b"<?" in block):
        raise _Unusual
    try:
        text = block.decode()
    except UnicodeDecodeError:
        raise _Unusual from None
    if not text.isascii() and _NO_CHARACTERS.search(text):
        raise _Unusual
    return text


def _in_block(block: str, frame: _Frame) -> Iterator[Row]:
    pieces = block.split("</Person>")
    pieces.pop()
    for piece in pieces:
        before, opened, inside = piece.partition("<Person>")
        if not opened or not (before.isspace() or not before):
            raise _Unusual
        line = frame.line + before.count("\n")
        frame.line = line + inside.count("\n")
        yield _person(inside, line)


def _person(inside: str, line: int) -> Row:
    if "&" in inside:
        return _alone(inside, line)
    cut = cut_at_tags(inside)
    tags = "<".join(cut[1::2])
    template = _templates.get(tags)
    if template is None:
        return _met_first(inside, line, tags, cut)
    return template.person(cut, line) or _alone(inside, line)


def _met_first(inside: str, line: int, tags: str, cut: list[str]) -> Row:
    person = _alone(inside, line)
    if tags not in _templates and len(_templates) < _MOST_TEMPLATES:
        _templates[tags] = template_of(inside, cut)
    return person


def _alone(inside: str, line: int) -> Row:
    if "xmlns" in inside:  # what a name means hangs on the whole file
        raise _Unusual
    return read_alone(inside, line)
