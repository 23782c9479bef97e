"""Objections about names: none of them near, another place, party, sort or part, another's words, the age of another."""

from collections.abc import Collection, Sequence
from itertools import pairwise

from index.answering.frames.asked import NEAR
from index.answering.frames.place import Place
from index.language.english.asking.frames.frame import Attachment
from index.language.english.asking.frames.owners import owner_before
from index.language.english.frame_words import ACCORDING_TO, FIRST_PERSON, THINGS
from index.language.english.grammar.words import Word
from index.language.patterns import late

NAMES_NOTHING = "nothing there names"
"""The objection that what the question names stands nowhere near begins so."""

_NAME_AND_TITLE = 4
"""Words after a title that may be of the same name: "Foreign Minister Dara Quill"; chosen."""

_ABOUT_A_PLACE = frozenset("of in at".split())
"""Prepositions by which people and things are told by their place."""

_INTRODUCED = late(
    r"\W*(?P<who>(?:[A-Z][\w.’'-]+ ){1,6}?[A-Z][\w.’'-]+|[A-Z]{3,})\W{0,4}(?:\([^()\s]{1,200}\))?\W{0,4}:\s*[“\"]"
)
"""Who is named before a quotation that a colon introduces: "President Lind: “We agreed.”"."""


def absent_name(place: Place) -> str:
    """Return the objection that neither the sentence nor what stands near it names what the question names; empty for none."""
    absent = next((name for name in place.asked.frame.names if not _is_named(name, place)), None)
    if absent is None or FIRST_PERSON.search(place.text):
        return ""  # whoever speaks is not named in what he says
    named = [word.text for word in place.asked.frame.words if word.is_name and set(word.terms) & set(absent)]
    return f"{NAMES_NOTHING} {' '.join(named or absent)}"


def names_nobody(place: Place) -> bool:
    """Tell whether somebody is asked for, and the sentence names nobody and no person but those of the question."""
    if not place.asked.frame.asks_who:
        return False
    words = [word for word in place.words if word.tag != "d"]
    for n, word in enumerate(words):
        if word.tag not in "NTrpo" or word.lower in THINGS or not (word.terms or word.tag in "po"):
            continue
        following = words[n + 1 : n + 1 + _NAME_AND_TITLE]
        until = next((k for k, one in enumerate(following) if one.tag not in "NTr"), len(following))
        if not any(_is_of_question(one, place) for one in (word, *following[:until])):
            return False
    return True


def _is_of_question(word: Word, place: Place) -> bool:
    return not place.asked.terms.isdisjoint(word.terms)


def _is_named(name: Sequence[str], place: Place) -> bool:
    if _is_present(name[-1], place):
        return True
    return sum(_is_present(term, place) for term in name[:-1]) >= len(name) / 2


def _is_present(term: str, place: Place) -> bool:
    return place.asked.held(term, place.terms) or place.has_near(term)


def attached_to_another(attachment: Attachment, place: Place) -> str:
    """Return the objection that a preposition attaches another name to the question's noun; empty for none."""
    if any(place.asked.held(term, place.terms) for term in attachment.names):
        # "The phone of Quill", in a sentence that Orsic stands in elsewhere, is not the phone of Orsic.
        return "it speaks of another place or party" if _goes_to_others(attachment, place) else ""
    if any(place.asked.held(term, place.title_terms) for term in attachment.names):
        return ""
    alike = _of_a_place(attachment, place)
    for n, word in enumerate(place.words):
        if (word.lower != attachment.preposition and word.lower not in alike) or n + 1 >= len(place.words):
            continue
        following = next((w for w in place.words[n + 1 : n + 4] if w.tag != "d"), None)
        if following is None or not following.is_name or not place.asked.terms.isdisjoint(following.terms):
            continue
        before = {term for w in place.words[max(0, n - 4) : n] for term in w.terms}
        if place.asked.held(attachment.head, before):
            return "it speaks of another place or party"
    return ""


def _of_a_place(attachment: Attachment, place: Place) -> Collection[str]:
    """Return the prepositions that say as much as that of the attachment: the workers "of Lomar" are not those "in Sudria", where
    the document speaks of Lomar elsewhere."""
    if attachment.preposition not in _ABOUT_A_PLACE or not place.has(attachment.names[-1]):
        return ()
    return _ABOUT_A_PLACE


def _goes_to_others(attachment: Attachment, place: Place) -> bool:
    """Tell whether the question's noun has the preposition and other names behind it in the sentence, and nowhere the question's
    own behind it or before it."""
    others = False
    for n, word in enumerate(place.words):
        if not place.asked.held(attachment.head, word.terms) or word.is_name:
            continue
        before = {term for one in place.words[max(0, n - _NAME_AND_TITLE) : n] for term in one.terms}
        if place.asked.holds_any(attachment.names, before):
            return False
        behind = place.words[n + 1 :]
        if not behind or behind[0].lower != attachment.preposition:
            if attachment.head in word.terms:
                return False
            continue
        # "Pressure on the Government of Iran" is pressure on Iran.
        inside = (k for k, one in enumerate(behind) if k and one.tag not in "dnrNTeJc" and one.lower != "of")
        until = next(inside, len(behind))
        phrase = behind[1:until]
        if place.asked.holds_any(attachment.names, {term for one in phrase for term in one.terms}):
            return False
        others = others or any(one.is_name and place.asked.terms.isdisjoint(one.terms) for one in phrase)
    return others


def another_sort(pair: tuple[str, str], place: Place) -> str:
    """Return the objection that the noun of the ``pair`` has another word than its modifier before it; empty for none."""
    modifier, noun = pair
    if place.asked.held(modifier, place.terms) or (
        place.has(modifier) and not place.asked.opposites.of(modifier)
    ):
        return ""
    against = place.asked.opposites.of(modifier)
    for n, word in enumerate(place.words):
        if not n or not place.asked.held(noun, word.terms):
            continue
        before = place.words[n - 1]
        if against and not against.isdisjoint(before.terms):
            return "it speaks of the opposite one"
        if (
            not place.has(modifier)
            and before.terms
            and before.tag in "n"
            and place.asked.terms.isdisjoint(before.terms)
        ):
            return "it speaks of another sort"
    return ""


def opposite_name(name: Sequence[str], place: Place) -> str:
    """Return the objection that the sentence has the opposite of a word of the ``name``; empty for none."""
    for term in name[:-1]:
        against = place.asked.opposites.of(term)
        if against and term not in place.terms and not against.isdisjoint(place.terms):
            return "it speaks of the opposite one"
    return ""


def of_another_part(place: Place) -> str:
    """Return the objection that northern Marenia is told of, where southern Marenia is asked about; empty for none."""
    for part, name in place.asked.frame.parts:
        against = place.asked.opposites.of(part)
        if not against or place.asked.held(part, place.terms) or place.asked.held(part, place.title_terms):
            continue
        told = place.asked.read(place.around)
        before = {
            term
            for one, word in pairwise(told)
            if word.is_name and any(place.asked.held(name, {other}) for other in word.terms)
            for term in one.terms
        }
        if not against.isdisjoint(before) and not place.asked.held(part, before):
            return "it speaks of the opposite one"
    return ""


def of_another_owner(place: Place) -> str:
    """Return the objection that what is Norland's in the question is Sudria's in the sentence, which does not name Norland; empty
    for none."""
    asked = place.asked
    for n, word in enumerate(asked.frame.words[:-1]):
        if not (word.owner and word.is_name and word.terms):
            continue
        behind = asked.frame.words[n + 1 : n + 1 + _NAME_AND_TITLE]
        until = next((k for k, one in enumerate(behind) if one.tag not in "nr" or one.is_name), len(behind))
        owned = behind[:until]
        if not owned or not owned[-1].terms or asked.held(word.terms[-1], place.terms | place.title_terms):
            continue
        for m, one in enumerate(place.words):
            owner = owner_before(place.words, m) if asked.held(owned[-1].terms[-1], one.terms) else ()
            if owner and asked.terms.isdisjoint(owner):
                return "it is somebody else's"
    return ""


def by_another_speaker(place: Place) -> str:
    """Return the objection that the sentence is introduced as another's words than the question asks for; empty for none."""
    asked = ACCORDING_TO.search(place.asked.question)
    introduced = _INTRODUCED.match(place.text)
    if asked is None or introduced is None:
        return ""
    wanted = place.asked.terms_of(asked["who"].split()[-1].strip(".,?!’'"))
    named = {term for word in introduced["who"].split() for term in place.asked.terms_of(word)}
    return "another says it" if wanted and not place.asked.holds_any(wanted, named) else ""


def age_of_another(place: Place) -> str:
    """Return the objection that the age in the sentence stands nearest to another name; empty for none."""
    assert place.asked.thing is not None
    match = place.asked.thing.pattern.search(place.text)
    if match is None or not place.asked.frame.names:
        return ""
    wanted = place.asked.frame.names[-1]
    near = [
        word
        for word in place.words
        if word.is_name and word.terms and abs(word.start - match.start()) <= NEAR
    ]
    if not near:
        return ""
    closest = min(near, key=lambda word: abs(word.start + len(word.text) - match.start()))
    return "" if place.asked.holds_any(wanted, closest.terms) else "it is the age of another"
