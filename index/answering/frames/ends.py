"""Holds a sentence against a question where the deed has two ends: what one sells, the other buys."""

from typing import Literal, NamedTuple

from index.answering.frames.place import Place
from index.language.english.grammar.converse import Parties, TwoEnds, called, parties
from index.language.english.grammar.noun_phrases import NounPhrase, compare
from index.language.english.grammar.roles import Deed, deeds
from index.language.english.grammar.words import Words

Way = Literal["straight", "turned"]


class _Asked(NamedTuple):
    """Who stands first and who second in the question; None for whom it does not name."""

    first: NounPhrase | None
    second: NounPhrase | None


def way_of_the_deed(place: Place) -> Way | None:
    """Tell whether the sentence tells the question's deed, from whichever end, the same way or the other way round; None where it
    tells of none, or not which way."""
    ends = place.asked.ends
    if ends is None:
        return None
    asked = _parties_asked(place, ends)
    if asked.first is None and asked.second is None:
        return None
    found = deeds(place.words, ends.direct | ends.converse)
    # Of several the one that is done with what the question speaks of: "ceded the village and received the pass".
    told = [deed for deed in found if _has_the_thing(deed, place)] or found
    ways = {_way(asked, parties(place.words, deed, ends), place) for deed in told}
    ways |= {_way(asked, one, place) for one in called(place.words, ends)}
    return "straight" if "straight" in ways else "turned" if "turned" in ways else None


def _has_the_thing(deed: Deed, place: Place) -> bool:
    frame = place.asked.frame
    patient = frame.patient.others if frame.patient is not None else ()
    return any(
        place.asked.holds_any((*frame.asked_of, *patient), word.terms)
        for word in deed.patient
        if word.tag in "nr"
    )


def _parties_asked(place: Place, ends: TwoEnds) -> _Asked:
    frame = place.asked.frame
    straight = frame.verb in ends.direct
    preposition = ends.towards if straight else ends.away
    doer = _named(frame.agent)
    behind = next((one.names for one in frame.attachments if one.preposition == preposition), ())
    if behind:
        other: NounPhrase | None = NounPhrase(behind, (), behind[-1])
    elif not preposition or (frame.patient is not None and not frame.patient.others):
        other = _named(frame.patient)
    else:
        other = None
    return _Asked(doer, other) if straight else _Asked(other, doer)


def _named(phrase: NounPhrase | None) -> NounPhrase | None:
    return phrase if phrase is not None and phrase.names and not phrase.joined else None


def _way(asked: _Asked, told: Parties, place: Place) -> Way | None:
    same = [
        phrase is not None and _is_same(phrase, words, place)
        for phrase, words in ((asked.first, told.first), (asked.second, told.second))
    ]
    turned = [
        phrase is not None and _is_same(phrase, words, place)
        for phrase, words in ((asked.first, told.second), (asked.second, told.first))
    ]
    if any(turned) and not any(same):
        return "turned"
    return "straight" if any(same) and not any(turned) else None


def _is_same(phrase: NounPhrase, words: Words, place: Place) -> bool:
    return bool(words) and compare(phrase, words, place.asked.held, place.known) == "same"
