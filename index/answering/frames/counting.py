"""Objections about ranks, numbers and counts: another round, another article, another number of them."""

import re
from collections.abc import Collection

from index.answering.frames.asked import AskedFrame
from index.answering.frames.place import Place
from index.answering.kinds.rows import is_row
from index.language.english.asking.frames.numbers import RANKS, Ranked, counts, is_count, numbered
from index.language.english.frame_words import ANYBODY
from index.language.english.grammar.word_classes import PERSON_NOUNS
from index.language.english.grammar.words import Words

_LABEL = re.compile(r"\b([A-Z]{1,6})-(\d{1,4}[A-Za-z]?)\b")
"""What something is called by letters and a number, such as "UN-7" of a convoy."""

OF_ANOTHER_LABEL = "it speaks of another one of that name"

_RANKED_ALONE = re.compile(
    rf"\b[Tt]he (?P<rank>{'|'.join(RANKS)})(?=,|;| (?:\w+s|is|was|were|the|an?|and|two|under)\b)"
)
"""A rank without its noun: "the first foresees a halt, the second the return"."""

_RANK_REACH = 4
"""Words after a rank in which its noun stands: "the second, and longest, round"; chosen."""


def names_what_is_counted(place: Place) -> bool:
    """Tell whether the sentence names what the question asks the number of, or the question asks no number.

    What the rows of a table count is named in the title: the row has only the number.
    """
    heads = place.asked.heads_counted
    if not heads:
        return True
    if is_row(place.candidate):
        return place.asked.holds_any(heads, place.terms | place.title_terms)
    if _are_persons(place) and any(map(is_count, place.words)) and not ANYBODY.isdisjoint(place.terms):
        return True  # employees are counted as "eleven men"
    if _is_read_of_others(place, heads):
        return False
    return place.asked.holds_any(heads, place.terms) and not _counts_others_alone(place, heads)


def _is_read_of_others(place: Place, heads: Collection[str]) -> bool:
    """Tell whether the number that is read as the answer is one of something else: "*four* votes" for "how many countries"."""
    answer = place.candidate.judgement.answer
    if answer is None:
        return False
    first = next((n for n, word in enumerate(place.words) if word.start >= answer[0] - place.start), None)
    if first is None or not is_count(place.words[first]):
        return False
    counted = _before_a_preposition(place.words[first + 1 : first + 1 + _RANK_REACH])
    return _is_of_others(counted) and not any(place.asked.holds_any(heads, word.terms) for word in counted)


def _are_persons(place: Place) -> bool:
    """Tell whether the question asks for the number of persons, by what they are."""
    return any(
        word.tag == "r" and word.lower in PERSON_NOUNS for word in place.asked.frame.words[:_RANK_REACH]
    )


def counts_what_is_asked(asked: AskedFrame, text: str) -> bool:
    """Tell whether ``text`` has a number, and what the question asks the number of."""
    words = asked.read(text)
    terms = {term for word in words for term in word.terms}
    return any(word.tag == "#" or is_count(word) for word in words) and asked.holds_any(
        asked.heads_counted, terms
    )


def _counts_others_alone(place: Place, heads: Collection[str]) -> bool:
    """Tell whether each number of the sentence is one of something else: "16 countries that have citizens still held hostage".

    People are whoever is counted, and so are those who are called by their land.
    """
    counted = [
        _before_a_preposition(place.words[n + 1 : n + 1 + _RANK_REACH])
        for n, word in enumerate(place.words)
        if is_count(word)
    ]
    return bool(counted) and all(
        _is_of_others(words) and not any(place.asked.holds_any(heads, word.terms) for word in words)
        for words in counted
    )


def _before_a_preposition(words: Words) -> Words:
    """Return the words up to a preposition: of the "15 years for journalists" journalists are not counted."""
    end = next((n for n, word in enumerate(words) if word.tag == "i" and word.lower != "of"), len(words))
    return words[:end]


def _is_of_others(words: Words) -> bool:
    """Tell whether the words after a number begin with a noun, adjectives before it, that is not whoever is counted."""
    noun = next((word for word in words if word.tag not in "Jr"), None)
    return noun is not None and noun.tag == "n" and not noun.is_name and ANYBODY.isdisjoint(noun.terms)


def another_rank(ranked: Ranked, place: Place) -> str:
    """Return the objection that the sentence speaks of another one in the order, such as the third round; empty for none."""
    there = [
        rank
        for n, word in enumerate(place.words)
        if (rank := RANKS.get(word.lower)) is not None
        and any(
            place.asked.held(ranked.noun, after.terms) for after in place.words[n + 1 : n + 1 + _RANK_REACH]
        )
    ]
    if ranked.rank in there:
        return ""
    if there:
        return "it speaks of another one in the order"
    if _RANKED_ALONE.search(place.text) and place.has(ranked.noun):
        alone = {RANKS[found["rank"].lower()] for found in _RANKED_ALONE.finditer(place.text)}
        if ranked.rank not in alone:
            return "it speaks of another one in the order"
    names = [word for word, rank in RANKS.items() if rank == ranked.rank]
    if any(name in place.lowered for name in names) and re.search(
        rf"\b(?:{'|'.join(names)})\b", place.lowered
    ):
        return ""
    return f"nothing there speaks of a {names[0]} one" if place.has(ranked.noun) else ""


def another_number(noun: str, number: str, place: Place) -> str:
    """Return the objection that the sentence speaks of another number of the ``noun``, such as Article 6; empty for none."""
    there = {value for term, value in numbered(place.words) if place.asked.held(noun, {term})}
    if number in there:
        return ""
    if there:
        return "it speaks of another one in the order"
    words = place.asked.read(place.around)
    around = {value for term, value in numbered(words) if place.asked.held(noun, {term})}
    return "it speaks of another one in the order" if around and number not in around else ""


def another_count(count: str, noun: str, place: Place) -> str:
    """Return the objection that the sentence speaks of another number of the ``noun``; empty for none."""
    there = {value for value, term in counts(place.words) if place.asked.held(noun, {term})}
    return "it speaks of another number of them" if there and count not in there else ""


def another_label(place: Place) -> str:
    """Return the objection that the sentence speaks of what is called by the same letters and another number, such as UN-7 where
    the question names UN-12; empty for none."""
    asked = dict.fromkeys(_LABEL.findall(place.asked.question))
    if not asked:
        return ""
    there = _LABEL.findall(place.text)
    for label in asked:
        others = [one for one in there if one[0] == label[0]]
        if others and label not in others:
            return OF_ANOTHER_LABEL
    return ""
