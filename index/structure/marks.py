"""The lines of a text that begin an article, a paragraph, a point or another unit, told by how they begin.

A line that begins with "Article 5" is the head of an article where nothing speaks for a sentence about one: the number ends
the line, or is followed by a stop, a dash or a title. Numbers of paragraphs and points count only in their order, so that
"12. June" is none.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from index.model import Span
from index.structure.counting import COUNTED, DECIMAL, LETTERED, Counting
from index.structure.lettered import bare_romans, lettered
from index.structure.lines import (
    ANNEX,
    ARTICLE,
    LONGEST_HEAD,
    PARAGRAPH,
    RANKS,
    SECTION,
    SECTION_OF_ARTICLE,
    Line,
    Mark,
    lines_of,
)
from index.structure.numbers import NAMED, ROMAN, WORDS, plain_number
from index.structure.preambles import BODY, RECALLING
from index.structure.titled import Titled, titled_sections
from index.structure.units import LABELS, PREAMBLES, SHORT

_LONGEST_TITLE = 60
"""Characters of a line that is taken for the title of an article where the first paragraph follows."""

_LONGEST_TITLED_HEAD = 50
"""Characters of a head with its title that is a line of its own; chosen: a longer title goes on in the next line."""


def _spelt(words: Sequence[str]) -> str:
    return "|".join(re.escape(form) for word in words for form in (word.capitalize(), word.upper()))


_NUMBER = (
    rf"\d{{1,4}}(?:\s?(?:bis|ter|quater)|[A-Za-z](?![A-Za-z])|[ºª°])?|{ROMAN}|[A-ZА-ЯІЇЄ]"
    rf"|(?:{_spelt(tuple(WORDS))})|(?:{'|'.join((*NAMED, *map(str.upper, NAMED)))})"
)
_HEAD = re.compile(
    rf"(?P<word>{_spelt((*LABELS, *SHORT))}|§§?)(?:\.|\b|(?<=§))[^\S\n]*(?:№\s?)?"
    rf"(?P<number>\d{{1,3}}(?:\.\d{{1,3}})+|{_NUMBER})(?![\w(])(?P<rest>.*)"
)
_HEAD_REST = re.compile(r"\s*(?:$|[.:–—-]|\([^\W\d_]{3}|[^\W\d_a-zа-яіїєґ])")
_UNNUMBERED = ("annex", "annexe", "anhang", "anlage", "anexo", "appendix", "додаток", "приложение")
_ANNEX_ALONE = re.compile(
    rf"(?P<word>{_spelt(_UNNUMBERED)}|(?:Final|FINAL|Additional|ADDITIONAL|Optional|OPTIONAL) (?:[Pp]rotocol|PROTOCOL))\s*$"
)
"""The head of an annex without a number; a protocol has one where it is final or additional."""
_ANNEX_TITLED = re.compile(
    r"(?P<word>Annex|ANNEX|Appendix|APPENDIX|Schedule|SCHEDULE)\s?[:–—-]\s+[^\W\d_a-z][^.;]{2,80}$"
)
"""The head of the one annex of a text, with its title: "Annex: Harbours"."""
_TITLED_PARAGRAPH = re.compile(r"[Pp]aragraph\s(?P<number>\d{1,3})\s?[:.–—-]\s+[^\W\d_a-z][^.;:!?]{2,80}$")
"""A paragraph that has a title and holds others: "Paragraph 2: Inspectors"."""
_ANNEX_OF = re.compile(
    r"(?P<word>SCHEDULE|ANNEX|APPENDIX)\s+(?:Regulation|Section|Article|Rule|Clause)s?\s\d[\w().]{0,10}$"
)
"""The head of the one schedule of an instrument, beside what it belongs to."""
_ANNEX_TO = re.compile(r"\s+(?:to|of|до|к)\s[^.]{3,80}$")
_SOLE = re.compile(
    r"(?P<said>(?:(?:Sole|SOLE|Single|SINGLE|Only|ONLY) (?:[Aa]rticle|ARTICLE)|(?:Article|ARTICLE) (?:unique|UNIQUE)"
    r"|(?:Einziger|EINZIGER) (?:Artikel|ARTIKEL)|(?:Artículo|ARTÍCULO) (?:único|ÚNICO)|(?:Єдина стаття|ЄДИНА СТАТТЯ)"
    r"|(?:Единственная статья|ЕДИНСТВЕННАЯ СТАТЬЯ)))(?P<rest>.*)"
)
"""The head of the one article of an act."""
_PREAMBLE = re.compile(rf"(?:{_spelt(PREAMBLES)})\s*[:.]?\s*$")
_WHEREAS = re.compile(r"(?:Whereas|WHEREAS|Considering that|In Erwägung nachstehender Gründe)\s*[:,]?\s*$")
_BULLETED = re.compile(r"[*†‡•▪●–-][^\S\n]+[^\W\d_]")
"""The beginning of a point without a number, or of a note below a page."""
_ENACTING = re.compile(
    r"(?:HAS|HAVE|Has|Have) (?:ADOPTED|DECIDED|AGREED|adopted|decided|agreed)\b[^.;:]{0,60}:"
)
"""The line between the recitals of an act and what it lays down."""
_CLOSING = re.compile(r"(?:IN WITNESS WHEREOF|In witness whereof|DONE (?:at|in)|Done (?:at|in) )")
_FIRST = re.compile(r"\(?[1aа][.)]|\d{1,3}\.1\b")
_STOPPED = re.compile(r"[.;:!?—]\s*$|\b(?:and|or|і|и)\s*$")
_ENDED = re.compile(r"[.;:!?,”\"]\s*$|\b(?:and|or|і|и)\s*$")


def marks_of(text: str, apart: Sequence[Span]) -> list[Mark]:
    """Return the beginnings of the units of ``text``; what begins in the spans ``apart`` is none."""
    lines = list(lines_of(text, apart))
    marks = _marks(lines, {})
    heads = [mark.start for mark in marks if mark.rank < PARAGRAPH and not mark.counted]
    letters = lettered(lines, heads)
    given = {**letters.paragraphs, **letters.recitals, **({} if heads else bare_romans(lines))}
    marks = _marks(lines, {}, given) if given else marks
    own = list(takewhile(lambda mark: mark.label != "annex", marks))
    if not any(
        mark.rank in (SECTION, ARTICLE) and not mark.counted and mark.said != "preamble" for mark in own
    ):
        annex = next((mark.start for mark in marks if mark.label == "annex"), len(text))
        titled = titled_sections([line for line in lines if line.start < annex])
        marks = _marks(lines, titled, given) if titled else marks
    return _with_sections_of_articles(text, marks)


def _marks(
    lines: Sequence[Line], titled: Mapping[int, Titled], given: Mapping[int, Mark] | None = None
) -> list[Mark]:
    """Return the beginnings of units; ``given`` are those of lines that are known already."""
    marks: list[Mark] = []
    counting = Counting(titled)
    known = given or {}
    for line in lines:
        found = _titled(line, titled) or [
            known.get(line.start) or _head(line, marks) or counting.mark(line, marks)
        ]
        for mark in filter(None, found):
            marks.append(mark)
            counting.saw(mark)
    return marks


def _titled(line: Line, titled: Mapping[int, Titled]) -> Sequence[Mark | None]:
    """Return the head of a section that has a number and a title alone, and of the paragraph that begins in the same line."""
    head = titled.get(line.start)
    if head is None or head.counted:
        return []
    label = LABELS[head.said.split()[0].lower()]
    section = Mark(label, RANKS[label], line.start, head.number, head.said, through=True)
    if not head.inner:
        return [section]
    return [section, Mark("paragraph", PARAGRAPH, line.start + head.inner, "1", "(1)")]


def begins_unit(line: str, before: str, headed: bool = False) -> bool:
    """Tell whether ``line`` is where a new paragraph begins behind the line ``before``: by the number that it begins with, or
    because ``before`` is the head of an article or annex, or its title, which ``headed`` says: a head stands before it."""
    if (
        is_head_alone(before)
        or (headed and _is_title(before) and line[:1].isupper())
        or (before.endswith(",") and RECALLING.match(line))
        or BODY.fullmatch(line)
        or _PREAMBLE.match(line)
        or _ANNEX_ALONE.match(line)
    ):
        return True
    head = _HEAD.match(line)
    if head and line.isupper() and is_head_alone(line):
        return True
    begins = head is not None and (_HEAD_REST.match(head["rest"]) or _ANNEX_TO.match(head["rest"]))
    if begins and (_ENDED.search(before) or before.isupper() or _is_headed(before)):
        return True
    if _BULLETED.match(line) and _ENDED.search(before):
        return True
    if line[:1].isupper() and _is_titled_head(before):
        return True
    counted = COUNTED.match(line) or DECIMAL.match(line) or LETTERED.match(line)
    if counted is None:
        return False
    if _STOPPED.search(before) or (line.isupper() and _is_title(before)) or _is_headed(before):
        return True
    # The last recital of a resolution ends with a comma before its first operative paragraph.
    return (_is_title(before) or before.endswith(",")) and _FIRST.match(line) is not None


def _is_title(line: str) -> bool:
    return line[:1].isupper() and len(line) <= _LONGEST_TITLE and line[-1] not in ".,;:!?"


def _is_titled_head(line: str) -> bool:
    """Tell whether a line is the head of an article with its title: "Section 2.3 Works"."""
    head = _HEAD.match(line)
    if head is None or len(line) > _LONGEST_TITLED_HEAD or not _is_title(line):
        return False
    return "." in head["number"] and _HEAD_REST.match(head["rest"]) is not None


def _is_headed(line: str) -> bool:
    """Tell whether a line is the head of a part or a chapter with its title: "Part 2 – Proceedings"."""
    head = _HEAD.match(line)
    return head is not None and _is_title(line) and _HEAD_REST.match(head["rest"]) is not None


def is_head_alone(line: str) -> bool:
    """Tell whether a line is the head of an article or an annex and nothing else."""
    if _PREAMBLE.match(line) or _ANNEX_ALONE.match(line):
        return True
    head = _HEAD.match(line)
    return head is not None and not head["rest"].strip(" .:–—-") and len(line) < LONGEST_HEAD


def _head(line: Line, marks: Sequence[Mark]) -> Mark | None:
    """Return the head of an article or of something that holds articles, None for any other line."""
    if not (line.after_blank or _ENDED.search(line.before) or len(line.before) < LONGEST_HEAD // 2):
        return None
    if _PREAMBLE.match(line.text):
        return Mark("preamble", RANKS["preamble"], line.start, "", "preamble")
    if not marks and _WHEREAS.match(line.text):
        return Mark("preamble", RANKS["preamble"], line.start, "", "preamble")
    if marks and line.after_blank and _CLOSING.match(line.text):
        return Mark("heading", RANKS["heading"], line.start, "", "closing formula")
    if marks and marks[-1].rank >= PARAGRAPH and line.after_blank and _ENACTING.fullmatch(line.text):
        return Mark("heading", RANKS["heading"], line.start, "", "enacting formula")
    titled = _TITLED_PARAGRAPH.match(line.text) if line.after_blank else None
    if titled:
        number = titled["number"]
        return Mark("paragraph", ARTICLE, line.start, number, f"Paragraph {number}")
    alone = (
        _ANNEX_ALONE.match(line.text)
        or _ANNEX_OF.match(line.text)
        or (_ANNEX_TITLED.match(line.text) if line.after_blank else None)
    )
    if alone:
        return Mark("annex", ANNEX, line.start, "", alone["word"].title())
    sole = _SOLE.match(line.text)
    if sole and _HEAD_REST.match(sole["rest"]):
        return Mark("article", ARTICLE, line.start, "1", sole["said"].capitalize())
    found = _HEAD.match(line.text)
    if found is None:
        return None
    word = found["word"].lower().rstrip("§") or "section"
    label = LABELS[SHORT.get(word, word)]
    rest = found["rest"]
    if not (_HEAD_REST.match(rest) or (label == "annex" and _ANNEX_TO.match(rest))):
        return None
    if len(line.text) > LONGEST_HEAD and not re.match(r"\s*[.:–—-]", rest):
        return None
    number = found["number"]
    rank = RANKS[label]
    if (
        label == "annex"
        and word != "annex"
        and any(mark.rank == ANNEX and mark.label == label for mark in marks)
    ):
        # An appendix to an annex stands in it.
        rank += _ANNEX_TO.match(rest) is not None and " annex" in rest.lower()
    is_sign = "§" in found["word"]
    said = "§" if is_sign else SHORT.get(word, word).capitalize()
    shown = number.capitalize() if number.lower() in WORDS else number.rstrip("ºª°")
    return Mark(label, rank, line.start, plain_number(number), f"{said} {shown}", through=is_sign)


def _with_sections_of_articles(text: str, marks: list[Mark]) -> list[Mark]:
    """Return the marks, sections below articles where articles are divided into them: where the first of them follow the heads of
    articles, and no article follows the head of a section."""
    sections = [
        place
        for place, mark in enumerate(marks)
        if mark.rank == SECTION and not mark.counted and mark.number == "1" and place
    ]
    inside = [
        place
        for place in sections
        if marks[place - 1].rank == ARTICLE and _is_short(text[marks[place - 1].start : marks[place].start])
    ]
    if not inside or 2 * len(inside) <= len(sections):
        return marks
    return [
        replace(mark, rank=SECTION_OF_ARTICLE) if mark.rank == SECTION and not mark.counted else mark
        for mark in marks
    ]


def _is_short(between: str) -> bool:
    return len(between.strip()) <= LONGEST_HEAD
