"""Bytes to text: UTF-8, else detected and said."""

import codecs
import re
import unicodedata
from typing import TYPE_CHECKING

from index.errors import MalformedSource

if TYPE_CHECKING:
    from charset_normalizer import CharsetMatch

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARY_SHARE = 0.02
"""Share of control characters from which bytes are no text; chosen: a form feed on every page is less."""
_BYTE = re.compile("[\udc80-\udcff]")


def decode(data: bytes, name: str) -> tuple[str, str | None]:
    """Decode ``data``; return the text, line ends as ``\\n``, and the encoding when it was detected rather than UTF-8.

    Raises MalformedSource, naming ``name``, when the bytes are not text.
    """
    text, detected = _decoded(data, name)
    if looks_binary(text):
        raise MalformedSource(f"{name} is not text; give a text, Markdown or JSON Lines file.")
    return clean(text), detected


def clean(text: str) -> str:
    """Return ``text`` with line ends as ``\\n``, and without a byte order mark, NUL, half of a surrogate pair, or what turns the
    letters behind it round, whatever their script."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff").replace("\x00", "\ufffd")
    text = text.replace("\u202d", "").replace("\u202e", "")
    return text if is_text(text) else text.encode("utf-8", "replace").decode("utf-8")


def is_text(words: str) -> bool:
    """Tell whether ``words`` can be written as UTF-8; the name of a file may hold bytes that cannot (PEP 383)."""
    try:
        words.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def escaped(name: str) -> str:
    """Return ``name`` with each byte that was no UTF-8 (PEP 383) written as ``\\xff``."""
    shown = _BYTE.sub(lambda found: f"\\x{ord(found[0]) - 0xDC00:02x}", name)
    return shown.encode("utf-8", "replace").decode("utf-8")


def _decoded(data: bytes, name: str) -> tuple[str, str | None]:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode("utf-8") if encoding == "utf-8" else data.decode(
                    encoding
                ), None
            except UnicodeDecodeError as error:
                raise MalformedSource(
                    f"{name} begins like {encoding} and breaks at byte {error.start}; save it as UTF-8."
                ) from error
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError:
        best = _best_match(data[:1_000_000])
    if best is None:
        raise MalformedSource(
            f"{name} is neither UTF-8 nor an encoding that can be told from its bytes; save it as UTF-8."
        )
    try:
        return data.decode(best.encoding), best.encoding
    except UnicodeDecodeError as error:
        raise MalformedSource(
            f"{name} looks like {best.encoding} and breaks at byte {error.start}; save it as UTF-8."
        ) from error


def _best_match(data: bytes) -> "CharsetMatch | None":
    """Return the likeliest encoding; among equally clean ones Windows-1252, which is what is met most outside UTF-8."""
    from charset_normalizer import from_bytes  # loaded where it is used: most texts are UTF-8

    found = from_bytes(data)
    best = found.best()
    western = (match for match in found if match.encoding == "cp1252" and best and match.chaos <= best.chaos)
    return next(western, best)


def looks_binary(text: str) -> bool:
    """Tell whether ``text``, decoded as well as could be, begins with more control characters than texts have."""
    sample = text[:10_000]
    odd = sum(1 for char in sample if unicodedata.category(char) == "Cc" and char not in "\n\r\t\f\v\x1b\x85")
    return odd > _BINARY_SHARE * len(sample)
