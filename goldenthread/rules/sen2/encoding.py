"""Letters as they were meant: UTF-8, or Windows-1252 where a file only claims to be UTF-8."""

import codecs
import io
import re
from typing import BinaryIO

_LENIENT = "goldenthread.windows-1252"
_DECLARED = re.compile(rb"""^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)["']""")
_CHUNK = 1 << 16


def _as_windows(fault: UnicodeError) -> tuple[str, int]:
    if not isinstance(fault, UnicodeDecodeError):
        raise fault
    return fault.object[fault.start : fault.end].decode("cp1252", errors="replace"), fault.end


codecs.register_error(_LENIENT, _as_windows)


class Rejoined:
    """A binary stream with its first bytes, already looked at, put back."""

    wrong = False

    def __init__(self, stream: BinaryIO, head: bytes = b"") -> None:
        self._stream, self._head = stream, head
        self._last = b""

    def read(self, size: int = -1) -> bytes:
        raw, self._head = self._head or self._stream.read(size), b""
        self._last = raw or self._last
        return raw

    def ended_without(self, mark: bytes) -> bool:
        """Whether the stream is at its end, and the mark was not among its last bytes."""
        return mark not in self._last.rstrip()[-100:] and not self._stream.read(1)


class Recoded(Rejoined):
    """A stream of UTF-8 in which stray Windows-1252 bytes are made good; `wrong` says if there were any."""

    def __init__(self, stream: BinaryIO, head: bytes = b"") -> None:
        super().__init__(stream, head)
        self._decoder = codecs.getincrementaldecoder("utf-8")()

    def read(self, size: int = -1) -> bytes:
        raw = super().read(size)
        return self._decoded(raw).encode() or (self.read(size) if raw else b"")

    def _decoded(self, raw: bytes) -> str:
        try:
            return self._decoder.decode(raw, final=not raw)
        except UnicodeDecodeError:
            waiting = self._decoder.getstate()
            self._decoder = codecs.getincrementaldecoder("utf-8")(_LENIENT)
            self._decoder.setstate(waiting)
            self.wrong = True
            return self._decoder.decode(raw, final=not raw)


def claims_utf8(head: bytes) -> bool:
    """Whether an XML file's first bytes say UTF-8, aloud or by saying nothing."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    declared = _DECLARED.match(head.removeprefix(codecs.BOM_UTF8))
    return declared is None or declared[1].lower() in (b"utf-8", b"utf8")


class _Borrowed(io.TextIOWrapper):
    """Text over a stream that was lent: it is left open for its owner to close."""

    def close(self) -> None:
        self.detach()


def as_text(stream: BinaryIO) -> tuple[io.TextIOWrapper, str]:
    """A seekable stream as text, and the code page that it turned out to be in: “utf-8” or “windows-1252”."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    page = "utf-8"
    try:
        while chunk := stream.read(_CHUNK):
            decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        page = "windows-1252"
    stream.seek(0)
    encoding = "utf-8-sig" if page == "utf-8" else "cp1252"
    return _Borrowed(stream, encoding=encoding, errors="replace", newline=""), page
