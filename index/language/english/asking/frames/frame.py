"""What a question asks, as a frame: who does what to whom, whose, which one, when, and where.

Only what the question says plainly is read: a keyword search has names and days, and no roles.
"""

from dataclasses import dataclass
from itertools import pairwise

from index.language.english.asking.frames.numbers import Ranked, counts, numbered, read_rank
from index.language.english.asking.frames.owners import Relation, read_relation
from index.language.english.asking.frames.verbs import (
    AUXILIARIES,
    LIGHT,
    QUESTION_WORDS,
    read_roles,
    said_by_more_words,
)
from index.language.english.grammar.noun_phrases import NounPhrase
from index.language.english.grammar.words import TermsOf, Word, Words, read_words
from index.language.english.opposites import is_denied
from index.language.english.telling import is_english

_PREPOSITIONS = frozenset(
    "in at from to for near around outside inside against with into over of on by".split()
)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A name behind a preposition, and the term before it: "boats from Fell", "strike in Dunmore"."""

    head: str
    preposition: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QuestionFrame:
    """A question's frame; what it does not say is empty or None.

    ``verb`` is a term, ``agent`` does it, ``patient`` has it done to; ``asks_agent`` says that the doer is asked for.
    ``names`` are the names' terms, one tuple a name; ``numbered`` are things with their number, "Article 9"; ``modified`` are
    pairs of a describing term and the term it describes, ``counts`` pairs of a number and the term of what there is so many of,
    ``parts`` pairs of a describing term and the name it stands before, such as ("southern", "marenia").
    """

    verb: str | None
    agent: NounPhrase | None
    patient: NounPhrase | None
    asks_agent: bool
    relation: Relation | None
    names: tuple[tuple[str, ...], ...]
    ranked: tuple[Ranked, ...]
    numbered: tuple[tuple[str, str], ...]
    attachments: tuple[Attachment, ...]
    modified: tuple[tuple[str, str], ...]
    counts: tuple[tuple[str, str], ...]
    parts: tuple[tuple[str, str], ...]
    yes_or_no: bool
    denied: bool
    words: tuple[Word, ...]
    asked_of: tuple[str, ...] = ()
    """The terms of the thing that is asked for, where it is done by another: "which convoy did they attack"."""

    @property
    def asks(self) -> bool:
        """Whether it is asked as a question is, and no row of keywords."""
        return any(word.lower in QUESTION_WORDS for word in self.words[:3])

    @property
    def asks_who(self) -> bool:
        """Whether somebody is asked for."""
        return any(word.lower in {"who", "whom"} for word in self.words[:2])


def read_frame(text: str, terms_of: TermsOf) -> QuestionFrame:
    """Return the frame of the question ``text``; ``terms_of`` gives the terms of a word."""
    words = read_words(text, terms_of)
    verb, agent, patient, asks_agent = read_roles(words)
    if verb in LIGHT:
        verb = said_by_more_words(words, verb, terms_of)
    return QuestionFrame(
        verb=verb,
        agent=agent,
        patient=patient,
        asks_agent=asks_agent,
        relation=read_relation(words, agent),
        names=_names(words, english=is_english(text)),
        ranked=tuple(read_rank(words)),
        numbered=tuple(numbered(words)),
        attachments=tuple(_attachments(words)),
        modified=tuple(_modified(words)),
        counts=tuple(counts(words)),
        parts=tuple(_parts(words)),
        yes_or_no=bool(words) and words[0].lower in AUXILIARIES,
        denied=is_denied(text),
        words=words,
        asked_of=_asked_of(words) if agent is not None else (),
    )


def _asked_of(words: Words) -> tuple[str, ...]:
    """Return the terms between "which" or "how many" and the auxiliary behind it."""
    if not words or words[0].lower not in {"which", "what", "how", "whose"}:
        return ()
    until = next((n for n, word in enumerate(words) if word.lower in AUXILIARIES), 0)
    return tuple(term for word in words[1:until] if word.tag in "NrnBL" for term in word.terms)


def _names(words: Words, *, english: bool) -> tuple[tuple[str, ...], ...]:
    """Return the terms of each name; a first word is none where the question is not English: its question words are not known."""
    found: list[list[str]] = []
    last = -2
    first = next((place for place, word in enumerate(words) if word.text[0].isalnum()), 0)
    for place, word in enumerate(words):
        asks = place == first and (word.lower in QUESTION_WORDS or not english)
        if word.is_name and word.terms and not asks:
            if place == last + 1 and not words[last].owner:
                found[-1].extend(word.terms)
            else:
                found.append(list(word.terms))
            last = place
    return tuple(map(tuple, found))


def _attachments(words: Words) -> list[Attachment]:
    found = []
    for place, word in enumerate(words):
        if word.lower not in _PREPOSITIONS or not place or place + 1 >= len(words):
            continue
        after = place + 1
        while after < len(words) and words[after].tag == "d":
            after += 1
        names: list[str] = []
        while after < len(words) and words[after].is_name:
            names.extend(words[after].terms)
            after += 1
        head = next((w for w in reversed(words[:place]) if w.terms), None)
        if names and head is not None:
            found.append(Attachment(head.terms[-1], word.lower, tuple(names)))
    return found


def _parts(words: Words) -> list[tuple[str, str]]:
    return [
        (word.terms[-1], following.terms[-1])
        for word, following in pairwise(words)
        if word.text.islower() and word.tag in "nre" and word.terms and following.is_name and following.terms
    ]


def _modified(words: Words) -> list[tuple[str, str]]:
    return [
        (word.terms[-1], following.terms[-1])
        for before, word, following in zip(words, words[1:], words[2:], strict=False)
        if (before.tag in "di" or before.owner)
        and before.lower not in {"most", "more", "many", "few"}
        and word.text.islower()
        and following.text.islower()
        and word.tag in "nre"
        and following.tag in "nr"
        and word.terms
        and following.terms
        and not word.owner
    ]
