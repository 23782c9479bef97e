"""Pages that are one speaker's words from beginning to end: a speech with one label, a statement whose title names who makes it.

"Remarks by President Lind at the harbour" and "Statement from Spokesperson Ida Brook on the truce" say whose the paragraphs are.
A page that reports what its title's speaker said, or that says "we" and "I" nowhere, is an article, and no such page.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.language.english.people.cast import Cast
from index.language.english.people.person import Resolved
from index.language.english.people.titles import CAPITAL_OFFICES
from index.language.english.speech.occasions import SPOKEN_BY
from index.language.english.speech.turn_labels import COURTESY, OFFICES, with_purview, without_occasion
from index.language.quotation_marks import QuotedSpan
from index.language.sentences import sentences as split_sentences
from index.model import Sentence, Span
from index.quotations.markup import without_marks

_LABEL = re.compile(
    r"^[ \t>]*[*_]{0,3}(?P<label>[A-Z][A-Z.'’ -]{2,50})[*_]{0,3}:[*_]{0,3}[ \t]+(?=\S)", re.MULTILINE
)
_OWN = re.compile(r"\b(?:I|we|We|our|Our|my|My|us|I’m|I’ve|I'm|I've|we’ve|we're|we’re)\b")
_ENDS = re.compile(r"^[ \t]*(?:END\b.{0,40}|\\?#{2,}|\* \* \*)[ \t]*$", re.MULTILINE)
_ASIDE = re.compile(r"[(\[*_][^()\[\]]{0,200}[)\]*_]\.?")
_CLOSED = re.compile(r"[.!?:;…—”\"’)]\W*$")
_FEWEST_WORDS = 5
"""Words from which a line is told and not a heading; chosen."""
_FULL_NAME = 2
"""Words of a given name and a surname."""
_LONGEST_NAME = 12
"""Words of an office and a name together."""


@dataclass(frozen=True, slots=True)
class Monologue:
    """The paragraphs of one speaker, in order; ``label`` is where the text names him before them, ``speaker`` who it is by the
    title, None where its label has to tell."""

    paragraphs: tuple[Span, ...]
    label: Span | None
    speaker: Resolved | None


def find_monologue(
    text: str, title: str, sentences: Sequence[Sentence], quoted: Sequence[QuotedSpan]
) -> Monologue | None:
    """Return the words of a page that ``title`` says to be somebody's remarks or statement; None for any other page."""
    speaker = speaker_of_title(title)
    if speaker is None:
        return None
    labels = list(_LABEL.finditer(text))
    named = [match for match in labels if OFFICES.match(match["label"]) or COURTESY.match(match["label"])]
    if labels and (not named or len({match["label"] for match in labels}) > 1):
        return None
    label = named[0].span("label") if named else None
    if label is None and not _speaks_of_itself(text, quoted):
        return None
    end = _ENDS.search(text)
    first = named[0].end() if named else 0
    paragraphs = _paragraphs(text, sentences, first, end.start() if end else len(text))
    return Monologue(tuple(paragraphs), label, None if label else speaker) if paragraphs else None


def speaker_of_title(title: str) -> Resolved | None:
    """Return who speaks on a page with such a title, with his office: "President Lind"; None where it names none or several."""
    match = SPOKEN_BY.match(title)
    if match is None:
        return None
    for shortened, plain in ((without_occasion, True), (with_purview, False)):
        who = shortened(match["who"]).split(",")[0].strip()
        words = who.split()
        if not words or len(words) > _LONGEST_NAME or not words[0][0].isupper():
            return None
        if "&" in words or ("and" in words and plain):
            return None
        people = Cast(who, split_sentences(who)).everybody()
        people = [person for person in people if _is_personal(person.name, whole=plain)]
        if len(people) == 1:
            return people[0] if plain else Resolved(people[0].name, None, True)
    office = OFFICES.fullmatch(without_occasion(match["who"]).strip())
    return Resolved(f"the {office[0].strip()}", None, False) if office else None


def _is_personal(name: str, *, whole: bool) -> bool:
    """Tell whether a name is a person's, not an office's; behind what an office is for, more than two words may be both."""
    words = name.split()
    return words[-1].lower() not in CAPITAL_OFFICES and (whole or len(words) == _FULL_NAME)


def _speaks_of_itself(text: str, quoted: Sequence[QuotedSpan]) -> bool:
    """Tell whether a text says "I" or "we" outside of quotation marks."""
    number = 0
    for match in _OWN.finditer(text):
        while number < len(quoted) and quoted[number].end <= match.start():
            number += 1
        if number == len(quoted) or match.start() < quoted[number].start:
            return True
    return False


def _paragraphs(text: str, sentences: Sequence[Sentence], first: int, end: int) -> list[Span]:
    found: list[tuple[int, int, int]] = []
    for sentence in sentences:
        if sentence.end <= first or sentence.start >= end:
            continue
        if found and found[-1][2] == sentence.paragraph:
            found[-1] = (found[-1][0], min(sentence.end, end), sentence.paragraph)
        else:
            found.append((max(sentence.start, first), min(sentence.end, end), sentence.paragraph))
    # A backslash at the end is one that escapes the mark behind it.
    spans = [without_marks(text, start, stop, behind="*_#\\") for start, stop, _ in found]
    return [span for span in spans if _is_said(text, span)]


def _is_said(text: str, span: Span) -> bool:
    words = text[slice(*span)]
    return (
        len(words.split()) >= _FEWEST_WORDS
        and _CLOSED.search(words[-12:]) is not None
        and _ASIDE.fullmatch(words[:220]) is None
    )
