"""Objections about whom a deed is done to: to another, or by the one to whom it is done in the question."""

from index.answering.frames.place import Place
from index.language.english.frame_words import AWAY_OR_TOWARDS
from index.language.english.grammar.noun_phrases import NounPhrase, compare, noun_phrase
from index.language.english.grammar.roles import Deed
from index.language.english.grammar.words import Words

TURNED_ROUND = "it was done the other way round"
TO_ANOTHER = "it was done to another"


def terms_of(words: Words) -> frozenset[str]:
    """Return the terms of the words."""
    return frozenset(term for word in words for term in word.terms)


def objection_to_patient(patient: NounPhrase, deed: Deed, place: Place) -> str:
    """Return the objection that the deed is done to another than ``patient``, or by it; empty for none."""
    if place.asked.frame.asks_agent and _does_it_itself(deed, place):
        return TURNED_ROUND
    if not patient.names:
        return _objection_to_unnamed(patient, deed, place)
    if compare(patient, deed.patient, place.asked.held, place.known) == "same":
        return ""
    turned = (
        deed.sure and deed.agent and compare(patient, deed.agent, place.asked.held, place.known) == "same"
    )
    if turned and (place.asked.frame.asks_agent or deed.patient):
        return TURNED_ROUND
    if _is_owned_by_another(patient, deed, place):
        return TO_ANOTHER
    direct = deed.patient[:1]
    if not place.asked.frame.asks_agent and not place.asked.holds_any(patient.names, place.terms):
        whom = compare(patient, direct, place.asked.held, place.known) if direct else "unclear"
        return TO_ANOTHER if whom == "other" and not deed.passive else ""
    if place.asked.frame.asks_agent and not deed.passive and direct and direct[0].is_name:
        return TO_ANOTHER
    return ""


def _objection_to_unnamed(patient: NounPhrase, deed: Deed, place: Place) -> str:
    """Return the objection that guards wounded three, where it is asked how many guards were wounded, or that it was done to
    others than those who are asked about, from whom the text tells them apart; empty for none."""
    if place.asked.frame.asks_agent or not place.asked.both_do.isdisjoint(place.words[deed.place].terms):
        return ""
    doer = noun_phrase(deed.agent) if deed.agent else None
    held = place.asked.holds_any((patient.head,), terms_of(deed.patient))
    direct = bool(deed.patient) and deed.patient[0].tag not in "iz"
    if not deed.passive and doer is not None and doer.head == patient.head and direct and not held:
        return TURNED_ROUND
    other = noun_phrase(deed.patient) if deed.passive and not held else None
    if other is None or compare(patient, deed.patient, place.asked.held, place.known) != "other":
        return ""
    return TO_ANOTHER if place.are_apart({patient.head}, {other.head}) else ""


def is_to_another(patient: NounPhrase, deed: Deed, place: Place) -> bool:
    """Tell whether another name stands right behind the verb, and the question's own nowhere: "gave *Osk* sixty days"."""
    if patient.head not in patient.names or deed.passive or not deed.sure or not deed.patient[:1]:
        return False
    direct = deed.patient[0]
    if not direct.is_name or not direct.text.isalpha() or direct.owner:
        return False
    if place.asked.holds_any(patient.names, place.terms) or not place.has(patient.head):
        return False
    return compare(patient, _first_phrase(deed.patient), place.asked.held, place.known) == "other"


def _first_phrase(words: Words) -> Words:
    """Return the names that ``words`` begin with."""
    return words[: next((n for n, word in enumerate(words) if not word.is_name), len(words))]


def _is_owned_by_another(patient: NounPhrase, deed: Deed, place: Place) -> bool:
    """Tell whether it is done to another's: who led Norland's delegation is not who led that of Sudria."""
    if patient.head in patient.names or place.asked.holds_any(patient.names, terms_of(deed.patient)):
        return False
    until = next((n for n, word in enumerate(deed.patient) if word.tag == "i" and word.lower != "of"), None)
    phrase = deed.patient[:until]
    heads = any(place.asked.held(patient.head, word.terms) for word in phrase)
    return heads and any(word.is_name and word.terms for word in phrase)


def is_itself(place: Place) -> bool:
    """Tell whether what is read as who did it is the name of the very one to whom it was done in the question: "its delegate,
    Lara Orr," for "who rejected the delegate?"."""
    frame, answer = place.asked.frame, place.candidate.judgement.answer
    if not frame.asks_agent or frame.patient is None or answer is None or place.deeds:
        return False
    words = place.words
    first = next((n for n, word in enumerate(words) if word.start >= answer[0] - place.start), len(words))
    if first < 2 or first >= len(words) or words[first - 1].text != "," or not words[first].is_name:
        return False
    return place.asked.held(frame.patient.head, words[first - 2].terms) and words[first - 2].tag in "rn"


def _does_it_itself(deed: Deed, place: Place) -> bool:
    """Tell whether one whom the question names beside the doer that it asks for does it: "who received it from Belmark?"."""
    if not deed.sure or deed.passive or not place.asked.frame.verb:
        return False
    return any(
        attachment.preposition in AWAY_OR_TOWARDS
        and any(word.is_name for word in deed.agent)
        and place.asked.holds_any(attachment.names, {term for word in deed.agent for term in word.terms})
        for attachment in place.asked.frame.attachments
    )
