"""Paragraphs and sentences of news prose, as exact spans.

Why our own splitter: on the article that ships with the project, pysbd 0.3.4 takes 43 ms, ends a sentence between a full
stop and its curly closing quotation mark, and keeps a quotation of several sentences as one; sentencex 1.0 joins
paragraphs across a quotation mark and cuts inside others. News needs closing quotation marks kept with their sentence,
``"...?" Putin said.`` kept whole, and abbreviations told from sentence ends by the word that follows. Time is linear in
the length of the text.
"""

import itertools
import operator
import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from index.model import Sentence, Span

_CLOSERS = "\"'”’»›)\\]"
_OPENERS = "\"'“‘«‹„(\\["

# It begins with a set of characters, which the engine finds four times as fast as alternatives.
_BOUNDARY = re.compile(
    rf"(?P<mark>[.!?…。！？](?:(?<=[.!?…])[.!?…]{{0,7}})?)(?P<closers>[{_CLOSERS}]{{0,4}})(?=\s|[{_OPENERS}“]|$|(?<=[。！？])|(?<=[。！？][{_CLOSERS}]))"
)
_LAST_WORD = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]$|[^\W_]+$")
_LETTER = re.compile(r"[^\W_]")
# The first repetition gives nothing back: white space that no word follows is gone through once.
_NEXT_WORD = re.compile(rf"[{_OPENERS}\s]*+(?:(?P<dots>\.\.\.|…)|(?P<word>[^\W_]+))")


def paragraphs(text: str) -> tuple[Span, ...]:
    """Split ``text`` into paragraphs; return their spans, without surrounding white space.

    A blank line ends a paragraph. In a text whose lines are not wrapped, so does every line break; in one whose lines are, the
    break before the next point of a list.
    """
    separator = _WRAPPED_BREAK if _is_hard_wrapped(text) else _LINE_BREAK
    return tuple(_trimmed(text, _between(separator, text)))


_LINE_BREAK = re.compile(r"[\n\x0b\x0c\u2029]\s*")
_WRAPPED_BREAK = re.compile(
    r"\n[^\S\n]*\n\s*|[\x0b\x0c\u2029]"
    r"|(?<=[:;.,])\n(?=[^\S\n]*+(?:[-*•–·]|\([a-z0-9]{1,4}\)|[a-z0-9]{1,2}\)|\d{1,2}\.|§{1,2}[^\S\n]?\d{1,3}\w?[.)]?)[^\S\n]+\S)"
)


_NOTHING = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class SentenceWords:
    """The words of a language that tell a full stop from the end of a sentence.

    A full stop after ``titles`` never ends a sentence, because what they abbreviate is followed by a name or a number; but for
    those among them that are ``words`` as well and are followed by a starter. Whether one after ``abbreviations`` ends it is
    told by the word that follows: ``starters`` begin sentences, ``initials`` do and stand after an initial all the same.
    ``attribution`` matches what follows a closing quotation mark and says whose words they were; ``goes_on`` what follows an
    abbreviation of initials and is a name, though its first word is a starter.
    """

    titles: frozenset[str]
    abbreviations: frozenset[str]
    starters: frozenset[str]
    attribution: re.Pattern[str]
    words: frozenset[str] = frozenset()
    initials: frozenset[str] = frozenset()
    goes_on: re.Pattern[str] = _NOTHING


WordsOf = Callable[[str, Sequence[Span]], Sequence[SentenceWords]]
"""Returns the words by which each of the paragraphs of a text is split, which stand at the spans."""


def sentences(text: str, words_of: WordsOf | None = None) -> tuple[Sentence, ...]:
    """Split ``text`` into sentences; return their spans in order, each with its paragraph's number from 1.

    ``words_of`` gives the words by which each of the paragraphs is split; without it, it is those of the first
    language that is known.
    Sentences do not overlap and hold every character that is not white space. A run without an end mark, such as a headline in
    capitals, is a sentence.
    """
    spans = paragraphs(text)
    if words_of is None:
        # The languages that are known rest on this module.
        from index.language.known import known_languages

        words: Sequence[SentenceWords] = [known_languages().known[0].sentence_words] * len(spans)
    else:
        words = words_of(text, spans)
    return tuple(
        Sentence(start, end, number)
        for number, (first, last) in enumerate(spans, 1)
        for start, end in _trimmed(text, _cut(text, first, last, words[number - 1]))
    )


def paragraphs_of(sentences: Sequence[Sentence]) -> list[Span]:
    """Return the spans of the paragraphs that ``sentences``, those of a text in order, stand in."""
    found: list[Span] = []
    number = 0
    for sentence in sentences:
        if sentence.paragraph == number:
            found[-1] = (found[-1][0], sentence.end)
        else:
            found.append((sentence.start, sentence.end))
            number = sentence.paragraph
    return found


_START = operator.attrgetter("start")


def sentence_at(spans: Sequence[Sentence], position: int) -> int | None:
    """Return the index of the sentence that holds the character at ``position``; None between sentences."""
    found = bisect_left(spans, position + 1, key=_START) - 1
    return found if found >= 0 and position < spans[found].end else None


def _is_hard_wrapped(text: str) -> bool:
    lines = text.split("\n")
    filled = [not (line.isspace() or not line) for line in lines]
    if all(filled[1:-1]):
        return _is_one_wrapped([line for line in lines if line])
    if not any(map(operator.and_, filled, filled[1:])):
        return False
    lengths = sorted(
        _width(line) for line, holds in zip(lines, filled, strict=True) if holds and _CELLS not in line
    )
    if not lengths:
        return False
    return lengths[(len(lengths) * 9) // 10] <= _WIDEST


def _is_one_wrapped(lines: Sequence[str]) -> bool:
    """Tell whether lines without a blank one are a paragraph that was wrapped: none would have held the next one's first word."""
    if len(lines) < _FEWEST_WRAPPED:
        return False
    widest = max(map(len, lines))
    full = all(
        len(line) + len(following.split(maxsplit=1)[0]) >= widest
        for line, following in itertools.pairwise(lines)
        if not following.isspace()
    )
    return full and _NARROWEST <= widest <= _WIDEST


_CELLS = " · "
"""What readers put between the cells of a row, which they never wrap."""
_FEWEST_WRAPPED = 4
"""Lines of a wrapped paragraph that stands alone; chosen: fewer fill a width by chance."""
_NARROWEST = 40
"""Characters of the widest line of such a paragraph; chosen: lines of verse and of lists are shorter."""
_WIDEST = 130
"""Characters of a line that is wrapped, but for one that an address makes longer; chosen: nobody wraps wider."""


def _width(line: str) -> int:
    """Return the characters of ``line``, without the longest word of one that is too long: an address is never wrapped."""
    return len(line) if len(line) <= _WIDEST else len(line) - max(map(len, line.split()))


def _between(separator: re.Pattern[str], text: str) -> Iterator[Span]:
    start = 0
    for match in separator.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _trimmed(text: str, spans: Iterator[Span]) -> Iterator[Span]:
    for start, end in spans:
        if start < end and not text[start].isspace() and not text[end - 1].isspace():
            yield start, end
            continue
        behind = text[start:end].rstrip()
        if behind:
            end = start + len(behind)
            yield end - len(behind.lstrip()), end


def _cut(text: str, first: int, last: int, words: SentenceWords) -> Iterator[Span]:
    start = looked = first
    for match in _BOUNDARY.finditer(text, first, last):
        # What has been looked through without a letter is not looked through again.
        letter = _LETTER.search(text, looked, match.start())
        looked = letter.start() if letter else match.start()
        if match.end() < last and _ends_sentence(text, start, match, last, words, worded=letter is not None):
            yield start, match.end()
            start = looked = match.end()
    yield start, last


def _ends_sentence(
    text: str, start: int, match: re.Match[str], last: int, words: SentenceWords, *, worded: bool
) -> bool:
    following = _NEXT_WORD.match(text, match.end(), last)
    if following is None:
        return True
    if not worded:
        return False
    closed = match["closers"] != ""
    # American and British news put a comma, not a full stop, between a quotation and its speaker.
    if (
        closed
        and match["mark"] != "."
        and words.attribution.match(text, match.end(), min(last, match.end() + 120))
    ):
        return False
    word = following["word"]
    if word is None:
        return True
    if word[0].islower():
        return False
    return match["mark"] != "." or closed or not _is_abbreviation(text, start, match.start(), word, words)


def _is_abbreviation(text: str, start: int, stop: int, following: str, words: SentenceWords) -> bool:
    written = _last_word(text[max(start, stop - _LONGEST_ABBREVIATION) : stop])
    if not written:
        return False
    word = written.lower()
    starts_sentence = following.lower() in words.starters
    if word in words.titles:
        return not (word in words.words and starts_sentence)
    if "." in word or word in words.abbreviations:
        return not starts_sentence or ("." in word and words.goes_on.match(text, stop + 1) is not None)
    initial = len(word) == 1 and written.isupper()
    return initial and not (starts_sentence and following not in words.initials)


_LONGEST_ABBREVIATION = 24
"""Characters before a full stop in which an abbreviation stands; chosen: none is longer."""


def _last_word(before: str) -> str:
    """Return the word, or the letters with full stops between them, that ``before`` ends with."""
    word = before.rpartition(" ")[2]
    if word.isalnum():
        # So it is for most, and the pattern begins anew at each character.
        return word
    found = _LAST_WORD.search(before)
    return found[0] if found else ""
