"""Pages of PDFs that are pictures: what was read of them with certainty, and the reasons for what is left out."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from index.errors import MalformedSource, SourceTooLarge
from index.language.known import known_languages
from index.language.sentences import sentences
from index.language.telling import language_of
from index.readers.metadata.origin import Origin
from index.readers.parts import paragraphs
from index.readers.pdf_pages.recognised_lines import UNSURE, confidence_of, lines_in_order
from index.readers.pdf_pages.recognition import RecognisedPage

MOST_PAGES = 50
"""Pages of one file that are read; chosen: some five minutes of one core."""
CERTAIN = 0.99
"""Mean confidence of its letters from which on a page is quoted. Of 33 drawn pages those above it, from .996 on, had at most 3 of
100 words wrong, mostly none, and those below it, up to .984, had 10 to 99."""
_LETTERS_A_HEIGHT = 1.0
"""Letters on as much of a line as its height is, from which on a page is in letters that are known; Latin print has two to three,
and of Cyrillic one tenth is read."""


class Recogniser(Protocol):
    """Reads pages as pictures, see ``index.readers.pdf_pages.recognition``."""

    def read(self, data: bytes, number: int) -> RecognisedPage:
        """Read the page with that number, from 0, of the PDF in ``data``."""
        ...


@dataclass(frozen=True, slots=True)
class ScannedPage:
    """What was read of a page, ``UNSURE`` before what is not certain; no lines where it is ``refused``, which says why."""

    percent: int
    lines: list[str] = field(default_factory=list)
    refused: str = ""


def read_pages(
    data: bytes, origin: Origin, numbers: Sequence[int], recogniser: Recogniser
) -> dict[int, ScannedPage]:
    """Read the pages with those numbers, from 0. Raises SourceTooLarge for more than ``MOST_PAGES``."""
    if len(numbers) > MOST_PAGES:
        raise SourceTooLarge(
            f"{origin.name}: {len(numbers)} of its pages are pictures, and text recognition reads {MOST_PAGES} of one file. "
            "Split it."
        )
    return {number: scanned(recogniser.read(data, number)) for number in numbers}


def scanned(page: RecognisedPage) -> ScannedPage:
    """Return what is kept of a page that was read."""
    confidence = confidence_of(page)
    percent = int(100 * confidence)
    letters = sum(letter.isalnum() for line in page.lines for letter in line.text)
    if not page.lines:
        return ScannedPage(percent, refused="no words were found on it")
    if letters < _LETTERS_A_HEIGHT * sum(line.width / max(line.height, 1.0) for line in page.lines):
        return ScannedPage(
            percent, refused="its letters are none that text recognition knows, which are Latin ones"
        )
    if confidence < CERTAIN:
        return ScannedPage(
            percent,
            refused=f"it was read with {percent} % confidence, and below {CERTAIN:.0%} nothing is quoted",
        )
    lines = list(map(paragraphs.plain, lines_in_order(page)))
    words = " ".join(lines).replace(UNSURE, "")
    if language_of(words, [language.telltale for language in known_languages().known]) is None:
        return ScannedPage(percent, refused="its words are in no language that Parley can tell")
    return ScannedPage(percent, lines)


def without_unsure(text: str, starts: Sequence[int]) -> tuple[str, tuple[int, ...], Counter[int]]:
    """Take the sentences out of ``text`` that hold, or stand beside, what was not read with certainty.

    Returns the text without them and without marks, where its pages start, and how many sentences went by the page, from 0, that
    they began on. A paragraph ends where one was.
    """
    held = text.split(UNSURE)
    clean = "".join(held)
    marks: list[int] = []
    for piece in held[:-1]:
        marks.append((marks[-1] if marks else 0) + len(piece))
    gone = [
        (sentence.start, sentence.end)
        for sentence in sentences(clean)
        if bisect_left(marks, sentence.start - 1) < bisect_right(marks, sentence.end)
    ]
    pages = [start - text.count(UNSURE, 0, start) for start in starts]
    kept = list(
        zip([0, *(last for _, last in gone)], [*(first for first, _ in gone), len(clean)], strict=True)
    )
    shown: list[str] = []
    moved: list[int] = []
    length = 0
    for before, first in kept:
        piece = clean[before:first]
        words = piece.strip()
        if not words:
            continue
        begins = before + len(piece) - len(piece.lstrip())
        lead = paragraphs.BREAK if shown else ""
        while len(moved) < len(pages) and pages[len(moved)] < begins + len(words):
            moved.append(length + len(lead) + max(0, pages[len(moved)] - begins))
        shown.append(lead + words)
        length += len(lead + words)
    moved += [length] * (len(pages) - len(moved))
    count = Counter(max(0, bisect_right(pages, first) - 1) for first, _ in gone)
    return "".join(shown), tuple(moved), count


def left_out(
    origin: Origin, pages: Mapping[int, ScannedPage], unsure: Mapping[int, int]
) -> Iterator[MalformedSource]:
    """Yield what is said of the pages that were not read, and of the sentences on others that were not."""
    for number, page in pages.items():
        if page.refused:
            yield MalformedSource(
                f"{origin.name}: page {number + 1} is a picture; {page.refused}. Add its text in another format."
            )
        elif count := unsure.get(number, 0):
            what = "a sentence of it was" if count == 1 else f"{count} sentences of it were"
            yield MalformedSource(
                f"{origin.name}: on page {number + 1}, read by text recognition, {what} not certain and left out. Add its text "
                "in another format."
            )
