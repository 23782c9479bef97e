"""Objections about how things stand: it is said not to be so, the opposite is said, or it is past."""

from index.answering.frames.ends import way_of_the_deed
from index.answering.frames.place import Place
from index.language.english.frame_words import HINDERED
from index.language.english.grammar.roles import deeds
from index.language.english.grammar.tenses import tells_of_nothing_done, tells_the_past_alone
from index.language.english.opposites import is_denied, is_put_right

DENIED, AFFIRMED, OPPOSITE = "it is said not to be so", "it is said to be so", "it says the opposite"
IS_PAST = "it tells only of what is past"
IS_NOT_DONE = "it tells only of what is planned, asked for or refused"
OF_ANOTHER_STATE = frozenset({DENIED, AFFIRMED, OPPOSITE})
"""The objections after which what is asked about may be no longer so."""


def denied(place: Place) -> str:
    """Return the objection that the sentence denies what the question takes to be so, or the reverse; empty for none."""
    frame = place.asked.frame
    if frame.yes_or_no or not place.deeds:
        return ""
    if frame.denied:
        sayable = not is_denied(place.text) and not HINDERED.search(place.text)
        return AFFIRMED if sayable else ""
    # "won't start on 8 May but on 10 July": it does, on another day.
    denied_throughout = all(deed.denied for deed in place.deeds) and not is_put_right(place.text)
    return DENIED if denied_throughout else ""


def opposite(place: Place) -> str:
    """Return the objection that the sentence has the opposite of a word of the question; empty for none, and for a deed that is
    told from its other end."""
    if place.asked.ends is not None and way_of_the_deed(place) == "straight":
        return ""
    for term in place.asked.terms:
        against = place.asked.opposites.of(term)
        if (
            against
            and not against.isdisjoint(place.terms)
            and against.isdisjoint(place.asked.terms)
            and not place.asked.held(term, place.terms)
            and not place.has(term)
        ):
            return OPPOSITE
    return ""


def is_past(place: Place) -> bool:
    """Tell whether the question asks what is to come, and the sentence tells only of what is past."""
    return place.asked.asks_what_is_to_come and tells_the_past_alone(place.text, place.words, place.deeds)


def is_not_done(place: Place) -> bool:
    """Tell whether the question asks of what was done, of which the sentence says only that it will be, is wished or demanded."""
    if not place.asked.asks_what_was_done or place.asked.frame.denied:
        return False
    # What stands for the verb may be a purpose beside it: "disbursed 20 billion to provide support" was paid.
    own = [deed for deed in place.deeds if place.asked.frame.verb in place.words[deed.place].terms]
    found = own if place.deeds else deeds(place.words, place.asked.undergone)
    return tells_of_nothing_done(place.words, found)
