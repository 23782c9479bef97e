"""PDF files with a text layer, read by pypdf; the text keeps where its pages start.

Pages that are pictures are read by text recognition where it is given.
"""

import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import dropwhile, takewhile
from statistics import median
from typing import TYPE_CHECKING

from pypdf import PageObject, PasswordType, PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError, PdfReadError

from index.errors import MalformedSource, Scanned, SourceTooLarge
from index.model import Document, Part, Span
from index.readers.metadata.identity import key_of
from index.readers.metadata.origin import Origin
from index.readers.parts import paragraphs
from index.readers.parts.tables import table_parts
from index.readers.pdf_pages.pdf_columns import lines_of, title_of
from index.readers.pdf_pages.pdf_tables import CarriedHeads
from index.readers.refusal import reason, refusing_damage
from index.structure.marks import begins_unit, is_head_alone

if TYPE_CHECKING:
    from index.readers.pdf_pages.scans import Recogniser, ScannedPage

_ADVICE = "Open it in a PDF viewer and save it again, or save its text as a .txt file."
_MARGIN_LINES = 2
"""Lines at the top and the foot of a page that may be repeated on every one; chosen: a title and a number."""
_NAMED = 8
"""Pages that are named where their order is not known."""
_SENTENCE_END = re.compile(r"[.!?:;…][\"'”’)\]]*$")
_HYPHENATED = re.compile(r"(?<![^\W\d_])[^\W\d_]{2,}[-\u00ad]$")
_COMPOUND = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_PROGRAM_TITLE = re.compile(r"microsoft word|untitled|\.(docx?|indd|pdf|tmp|qxd|rtf)$|^\W*$", re.IGNORECASE)

_PAGED = re.compile(
    r"(?:page|seite|página|pagina|стор(?:інка|\.)|стр(?:аница|\.)|p\.)\s?\d{1,4}(?:\s?(?:of|/|von|de|di|sur|из|з)\s?\d{1,4})?"
    r"|[-–—]\s?\d{1,4}\s?[-–—]|\d{1,4}\s?/\s?\d{1,4}|\d{1,4}\s?\|\s?page",
    re.IGNORECASE,
)
"""The number of a page with what people set around it."""
_NUMBER_OF_PAGE = re.compile(rf"\d{{1,4}}|{_PAGED.pattern}", re.IGNORECASE)
_PRINTED = re.compile(
    r"\d{1,2}[./]\d{1,2}[./]\d{2,4}, \d{1,2}:\d{2}(?: ?[AaPp]\.?[Mm]\.?)?(?: .*)?|(?:https?|file):\S+(?: \d{1,4}/\d{1,4})?"
)
"""What a browser prints above and below a page: day, time and title; the address and the number of the page."""
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_LETTERS = str.maketrans(_LIGATURES)
"""Two letters that are drawn as one are two."""

_NUMBERED_HEAD = re.compile(r"(\S.{3,80}?)\s+\d{1,4}|\d{1,4}\s+(\S.{3,80})")
"""The head of a page beside its number."""

_LONGEST_FIRST = 150
"""Characters of a first line that is taken for the title where a file has no other."""

_BEGUN_BY_ITS_END = re.compile(r"[.!?…؟،؛:]\s?[\u0590-\u08ff\ufb1d-\ufefc]")
"""A line that begins with the stop of its last sentence: its words stand in it from the last to the first."""
_FROM_THE_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_DIGIT = re.compile(r"\d")
_SOME = 0.2
"""Share of the letters of a document in an alphabet from which it is one in that; below it quotes a few words."""

_MOSTLY = 0.5
"""Share of pages that are pictures without words from which on a PDF is a scan; chosen: fewer are a cover and illustrations."""

Lines = list[str]


@dataclass(slots=True)
class _Contents:
    """The lines of each page, None where their order is not known, those of each table, the title that the file gives itself, ""
    where it gives none, and by its number, from 0, what was read of each page that is a picture."""

    pages: list[Lines | None]
    tables: list[Lines]
    title: str
    pictures: list[int]
    scanned: "dict[int, ScannedPage]" = field(default_factory=dict)


def read(
    data: bytes, origin: Origin, recogniser: "Recogniser | None" = None
) -> Iterator[Document | MalformedSource]:
    """Yield the one document that a PDF holds, its publication date left to the host, and which of its pages are left out.

    A PDF's own dates say when the file was made, which for a scan or a reprint is years after the words were
    published. Of a scan, ``recogniser`` reads the pages that are pictures; without it, Scanned comes before the other pages, and
    is raised where there is none. Raises MalformedSource for a file that is damaged, encrypted with a password, or without words.
    """
    with refusing_damage(origin, "PDF", _ADVICE):
        try:
            contents = _contents(data, origin)
            is_scan = len(contents.pictures) >= _MOSTLY * len(contents.pages)
            if is_scan and recogniser is not None:
                _recognise(data, origin, contents, recogniser)
        except DependencyError as error:
            raise MalformedSource(
                f"{origin.name}: this PDF needs a codec that is missing ({reason(error)}). {_ADVICE}"
            ) from error
        except LimitReachedError as error:
            raise SourceTooLarge(
                f"{origin.name}: the PDF unpacks to more than is read ({reason(error)}). {_ADVICE}"
            ) from error
    if is_scan and recogniser is None:
        if not any(contents.pages):
            raise _scanned(origin)
        yield _scanned(origin, [number + 1 for number in contents.pictures])
    uncertain = [number for number, page in enumerate(contents.pages, 1) if page is None]
    pages = [page or [] for page in contents.pages]
    if _has_uncertain_order(pages):
        raise MalformedSource(
            f"{origin.name}: its words run from right to left, and a PDF does not say in which order they and the numbers stand. "
            "Save its text as a .txt file, or add the document in another format."
        )
    rows = frozenset(line for table in contents.tables for line in table)
    text, starts = _flow(_without_margins(pages, rows), rows)
    remarks: list[MalformedSource] = []
    if contents.scanned:
        from index.readers.pdf_pages.scans import left_out, without_unsure

        text, starts, unsure = without_unsure(text, starts)
        remarks += left_out(origin, contents.scanned, unsure)
    if uncertain:
        remarks.append(_unordered(origin, uncertain))
    if not text:
        raise remarks[0] if remarks else _scanned(origin)
    yield Document(
        key=key_of(origin.url, origin.key),
        title=origin.title or contents.title or origin.name,
        text=text,
        publisher=origin.publisher,
        url=origin.url,
        published=origin.published,
        collection=origin.collection,
        pages=starts,
        structure=_structure(text, contents),
    )
    yield from remarks


def _structure(text: str, contents: _Contents) -> tuple[Part, ...]:
    tables = table_parts(text, contents.tables)
    read = tuple(
        (str(number + 1), str(page.percent)) for number, page in contents.scanned.items() if not page.refused
    )
    return (Part("scan", 0, len(text), fields=read), *tables) if read else tables


def _recognise(data: bytes, origin: Origin, contents: _Contents, recogniser: "Recogniser") -> None:
    from index.readers.pdf_pages.scans import read_pages

    contents.scanned = read_pages(data, origin, contents.pictures, recogniser)
    for number, page in contents.scanned.items():
        contents.pages[number] = page.lines


def _scanned(origin: Origin, pages: Sequence[int] = ()) -> Scanned:
    """Return the refusal of the ``pages`` that are pictures, or of all."""
    which = f"{_named(pages)} of it" if pages else "its pages"
    return Scanned(
        f"{origin.name}: the PDF has no text layer, {which} are pictures. Install text recognition (`pip install "
        "'parley[ocr]'`), or run another on it, and add it again."
    )


def _named(pages: Sequence[int]) -> str:
    named = ", ".join(map(str, pages[:_NAMED])) + (" and others" if len(pages) > _NAMED else "")
    return f"pages {named}" if len(pages) > 1 else f"page {named}"


def _unordered(origin: Origin, pages: Sequence[int]) -> MalformedSource:
    return MalformedSource(
        f"{origin.name}: {_named(pages)} {'have' if len(pages) > 1 else 'has'} text side by side, and the file does not tell "
        "what is read first; nothing of it was added. Add that text in another format."
    )


def _contents(data: bytes, origin: Origin) -> _Contents:
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted:
        _decrypt(reader, origin)
    carried = CarriedHeads()
    read = [lines_of(page, carried) for page in reader.pages]
    pages = [None if page is None else list(map(_plain, page[0])) for page in read]
    tables = [list(map(_plain, table)) for page in read if page is not None for table in page[1]]
    if not pages:
        raise PdfReadError("it has no pages")
    title = paragraphs.plain(str(reader.metadata.title or "" if reader.metadata else ""))
    pictures = [
        number
        for number, (page, lines) in enumerate(zip(reader.pages, pages, strict=True))
        if lines is not None and not any(lines) and _shows_something(page)
    ]
    if not title or _PROGRAM_TITLE.search(title):
        title = _plain(title_of(reader.pages[0]))
    return _Contents(pages, tables, title or _first_heading(pages[0] or ()), pictures)


def _first_heading(lines: Sequence[str]) -> str:
    """Return the lines that a page begins with where they are a title, "" for a sentence and for a page without words."""
    first = " ".join(takewhile(bool, dropwhile(lambda line: not line, lines)))
    worded = re.findall(r"[^\W\d_]{3,}", first)
    is_title = len(worded) > 1 and len(first) <= _LONGEST_FIRST and not first.endswith((".", ",", ";", ":"))
    return first if is_title else ""


def _shows_something(page: PageObject) -> bool:
    """Tell whether a page that has no words has something else on it."""
    contents = page.get_contents()
    return contents is not None and bool(contents.get_data().strip())


def _plain(line: str) -> str:
    return paragraphs.plain(line.translate(_LETTERS))


def _has_uncertain_order(pages: Sequence[Lines]) -> bool:
    """Tell whether numbers stand in lines that are written from right to left, or words as they are seen from the left, the stop
    first: their order is lost in a PDF."""
    text = "".join(line for page in pages for line in page)
    letters = sum(map(str.isalpha, text))
    if len(_FROM_THE_RIGHT.findall(text)) <= _SOME * letters:
        return False
    return any(
        _FROM_THE_RIGHT.search(line) and (_DIGIT.search(line) or _BEGUN_BY_ITS_END.match(line))
        for page in pages
        for line in page
    )


def _decrypt(reader: PdfReader, origin: Origin) -> None:
    try:
        opened = reader.decrypt("") != PasswordType.NOT_DECRYPTED
    except FileNotDecryptedError:
        opened = False
    if not opened:
        raise MalformedSource(
            f"{origin.name}: the PDF is encrypted. Save a copy without a password and add that."
        )


def _without_margins(pages: Sequence[Lines], rows: frozenset[str] = frozenset()) -> list[Lines]:
    """Leave out running heads, running feet and page numbers: lines at a page's edge that most pages share
    but for digits. Where more of ``rows``, those of tables, are alike than there are pages, they are none."""
    trimmed = [_trim(page) for page in pages]
    seen = Counter(line for page in trimmed for line in {_digitless(line) for line in _edges(page)})
    # Of two pages a line at the edge of both is no accident.
    enough = max(min(3, max(2, len(pages))), (len(pages) + 1) // 2)
    running = {line for line, count in seen.items() if count >= enough}
    alike = Counter(map(_digitless, rows))
    running = {line for line in running if alike[line] <= len(pages)}
    heads = [_digitless(line) for page in trimmed[:1] for line in page[:_MARGIN_LINES]]
    for page in trimmed[1:]:
        is_row = bool(page) and alike[_digitless(page[0])] > len(pages)
        numbered = _NUMBERED_HEAD.fullmatch(page[0]) if page and not is_row else None
        if numbered and any(_digitless(numbered[1] or numbered[2]) in head for head in heads):
            page.pop(0)
    for page in trimmed:
        for _ in range(_MARGIN_LINES):
            if page and (
                _digitless(page[0]) in running or _PAGED.fullmatch(page[0]) or _PRINTED.fullmatch(page[0])
            ):
                page.pop(0)
            if page and any(
                (
                    _digitless(page[-1]) in running,
                    _NUMBER_OF_PAGE.fullmatch(page[-1]),
                    _PRINTED.fullmatch(page[-1]),
                )
            ):
                page.pop()
    return [_trim(page) for page in trimmed]


def _trim(page: Lines) -> Lines:
    """Return the lines from the first with words to the last."""
    worded = [place for place, line in enumerate(page) if line]
    return page[worded[0] : worded[-1] + 1] if worded else []


def _edges(page: Lines) -> Lines:
    return page[:_MARGIN_LINES] + page[-_MARGIN_LINES:]


def _digitless(line: str) -> str:
    return re.sub(r"\d+", "0", line).casefold()


def _flow(pages: Sequence[Lines], rows: frozenset[str] = frozenset()) -> tuple[str, tuple[int, ...]]:
    """Return the pages as one text of paragraphs, and where in it each page starts, in characters.

    A paragraph ends at an empty line, or where a line ends a sentence and is clearly shorter than lines are;
    it may run on over the end of a page; one of ``rows``, those of tables, does not. A page without words starts where the
    next one does.
    """
    words = {word.casefold() for page in pages for line in page for word in _COMPOUND.findall(line)}
    full = median([len(line) for page in pages for line in page if line] or [0])
    parts: list[str] = []
    length = 0
    bounds: list[Span] = []
    before = ""
    headed = False
    for page in pages:
        start = length
        for line in page:
            if line and before and not rows.isdisjoint((line, before)):
                added = paragraphs.BREAK + line
            elif line and before:
                joint = _joint(before, line, 0.8 * full, words, headed=headed)
                if joint is None:
                    parts[-1] = parts[-1][:-1]
                    length -= 1
                added = f"{joint or ''}{line}"
            else:
                added = paragraphs.BREAK + line if line and length else line
            parts.append(added)
            length += len(added)
            headed = bool(before) and is_head_alone(before)
            before = line
        bounds.append((start, length))
    text = "".join(parts)
    return text, tuple(_first_word(text, start, end) for start, end in bounds)


def _joint(before: str, line: str, short: float, words: set[str], *, headed: bool) -> str | None:
    """Return what stands between the line ``before`` and ``line``; None where the hyphen that ends the first goes."""
    if (len(before) < short and _SENTENCE_END.search(before)) or begins_unit(line, before, headed):
        return paragraphs.BREAK
    broken = _HYPHENATED.search(before)
    if broken is not None and before.endswith("-") and line[:1].isupper():
        return ""
    if broken is None or not line[:1].islower():
        return " "
    rest = _COMPOUND.match(line)
    compound = f"{broken[0][:-1]}-{rest[0] if rest else ''}".casefold()
    # A hyphen at the end of a line is the typesetter's, unless the word is written with one elsewhere.
    return "" if before.endswith("-") and compound in words else None


def _first_word(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start
