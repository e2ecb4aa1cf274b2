"""Reading any XML that a return may be, element by element: in bounded memory, and nothing hostile obeyed.

The quick way of `reader` gives up to this one on whatever is out of the ordinary: what this one says is what counts.
"""

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import Any, BinaryIO

from lxml import etree

from goldenthread.rules.sen2 import persons
from goldenthread.rules.sen2.collection import Sen2Fault, collection_of
from goldenthread.rules.sen2.encoding import Recoded, Rejoined, claims_utf8
from goldenthread.rules.sen2.fields import COLUMNS
from goldenthread.rules.sen2.persons import Row, Sen2File
from goldenthread.rules.sen2.shapes import SAFE, Element, local, person_of

_HEAD = 1 << 16
_PROLOGUE_LIMIT = 1 << 20


def read_plain(stream: BinaryIO, head: bytes) -> Sen2File:
    """Open a return of which the `head` has been read and checked. Raises as `reader.read_xml` does."""
    source = (Recoded if claims_utf8(head) else Rejoined)(stream, head)
    walk = etree.iterparse(source, tag="{*}Person", **SAFE)
    try:
        first = list(islice(walk, 1))
    except etree.XMLSyntaxError as fault:
        raise _broken(fault, 0, source) from None
    file = Sen2File({}, iter(()))
    note_header(file.header, first[0][1].getroottree().getroot() if first else walk.root)
    collection_of(file.header)
    file.persons = _persons(chain(first, walk), file, source)
    return file


def note_header(header: dict[str, str], root: Element) -> None:
    """The header and the area's officers, from what has been read of the file so far, but for its persons."""
    for part in root:
        if not part.tag.endswith("Persons"):
            for element in part.iter():
                column = local(element.tag).lower()
                if column in COLUMNS["sen2"] and (text := (element.text or "").strip()):
                    header[column] = text


def checked_head(stream: BinaryIO) -> bytes:
    """The file's first bytes, up to and with its root element, once they are known to begin a SEN2 message."""
    parser = etree.XMLPullParser(events=("start",), **SAFE)
    head = b""
    fault = None
    while fault is None and len(head) <= _PROLOGUE_LIMIT and (chunk := stream.read(_HEAD)):
        head += chunk
        try:
            parser.feed(chunk.decode(errors="replace").encode() if claims_utf8(head) else chunk)
        except etree.XMLSyntaxError as found:
            fault = found
        for event in parser.read_events():
            _check_root(event[1])
            return head  # a fault after the root is met again, and told, when the persons are read
    raise Sen2Fault(_not_xml(head, fault) if head.strip() else "The file is empty. Choose the SEN2 XML file.")


def _not_xml(head: bytes, fault: etree.XMLSyntaxError | None) -> str:
    if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
        return _DOCTYPE
    if head.startswith(b"PK"):
        return "The file is a zip or a spreadsheet, not XML. Choose the SEN2 XML file, or the COLLECT CSV files."
    where = f" (line {fault.lineno}: {fault.msg})" if fault is not None and fault.lineno else ""
    return f"The file is not XML{where}. Choose the SEN2 return as XML, or the COLLECT CSV files."


_DOCTYPE = (
    "The file carries a DOCTYPE, through which files can be made to attack their reader; a SEN2 return has none. "
    "Export the return again from your system."
)


def _check_root(root: Element) -> None:
    if root.getroottree().docinfo.internalDTD is not None:
        raise Sen2Fault(_DOCTYPE)
    name = local(root.tag)
    if name != "Message":
        raise Sen2Fault(
            f"The file begins with “{name}”; a SEN2 return begins with “Message”. Choose the SEN2 XML file."
        )


def _persons(walk: Iterable[tuple[str, Element]], file: Sen2File, source: Rejoined) -> Iterator[Row]:
    read = 0
    root = None
    try:
        for _event, element in walk:
            if root is None:
                root = element.getroottree().getroot()
            yield person_of(element, element.sourceline or 0)
            read += 1
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
    except etree.XMLSyntaxError as fault:
        raise _broken(fault, read, source) from None
    finally:
        if source.wrong:
            file.notes.append(persons.wrong_code_page("The XML file"))
    if root is not None:
        note_header(file.header, root)  # the area's officers may stand after the persons


def _broken(fault: Any, read: int, source: Rejoined) -> Sen2Fault:
    kept = f"{read:,} {'person was' if read == 1 else 'persons were'} read before it"
    line, message = fault.lineno, fault.msg
    if not line and fault.error_log:  # an undeclared entity is told only there
        line, message = fault.error_log[-1].line, fault.error_log[-1].message
    if source.ended_without(b"Message>"):
        return Sen2Fault(
            f"The file breaks off at line {line}; {kept}. Export it again, or take up what was read.", read
        )
    return Sen2Fault(f"The XML is broken at line {line} ({message}); {kept}. Export it again.", read)
