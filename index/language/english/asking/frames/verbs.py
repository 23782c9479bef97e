"""The verb of a question, who does it and to whom it is done."""

from index.language.english.grammar.noun_phrases import NounPhrase, noun_phrase
from index.language.english.grammar.words import TermsOf, Word, Words

QUESTION_WORDS = frozenset("who whom whose what which when where why how".split())
_BE = frozenset("is are was were be been".split())
AUXILIARIES = frozenset(
    "did does do has have had will would can could should shall may might must is are was were".split()
)
_BEFORE_A_BASE = frozenset("did does do will would can could shall should may might must".split())
"""Auxiliaries behind which the verb stands in its plain form."""

_PASSIVE = frozenset("is are was were has have had".split())
"""Auxiliaries of what is, or has been, done to somebody."""

_ARTICLES = frozenset("the a an its his her their".split())

_NO_BASE, _BASE = (
    ("s", "ed", "ing"),
    ("ss", "eed", "bring", "sing", "spring", "cling", "swing", "ring", "focus", "discuss"),
)
"""Endings that a verb in its plain form has not, and those of the verbs that have them."""

_NO_VERB = frozenset("not also ever already still yet so be been being to".split())
_COMMON_VERBS = frozenset(
    """
    establish build hold give take sign agree accept reject offer propose demand ask urge warn promise pay buy sell send
    receive host lead meet visit attack hit kill free release hand recall lift impose close open start begin end finish
    launch leave join withdraw return invite appoint choose elect approve ratify support oppose help train deploy move
    extend delay cancel postpone resume suspend break keep put set make get win lose cut raise reduce increase allow ban
    forbid grant refuse walk travel arrive fly thank praise blame accuse criticise criticize condemn mention discuss
    debate describe call want need expect drop regain reach fail serve live last happen represent speak write publish
    present find discover show say tell cover protect provide supply produce transfer apologise apologize order arrest
    detain capture seize occupy invade shell bomb fire shoot announce confirm deny resign succeed replace pardon exchange
    swap import export oblige require threaten insist stay remain go come abstain vote welcome recognise recognize
    telephone phone ring contact send fund finance insure cost earn sit stand
    """.split()
)
"""Verbs that "did" or "will" often goes with, so that they are told from the nouns before and behind them."""
GIVING = tuple(
    """give hand supply deliver send pay lend sell cede return offer provide grant transfer contribute award surrender donate
    export ship lease bequeath deport extradite""".split()
)
"""Verbs by which one lets another have something: turned round, whichever of them is said, the other one gives."""
BOTH_DO = tuple(
    """meet talk speak negotiate agree fight join sign share marry border discuss cooperate compete play face trade exchange
    unite merge ally side deal""".split()
)
"""Verbs of what both do, whichever of them is the subject."""
LIGHT = frozenset(
    """get go come make take keep put give bring let help play happen becom becam have be do hold run set turn carri want cause
    chang start begin show say tell state call serv act stay remain need use work exist""".split()
)
"""Terms of verbs that say little of what is done: others are easily said for them, and what they say stands in their object."""
_DEED_NOUNS = {
    noun: verb or noun
    for noun, _, verb in (
        pair.partition("/")
        for pair in """guarantee promise offer pledge demand request attack visit order payment/pay loan/lend donation/donate
    complaint/complain accusation/accuse warning/warn proposal/propose apology/apologise threat/threaten
    concession/concede contribution/contribute""".split()
    )
}
"""Nouns of deeds, as they stand behind a verb that says little: "make an offer"; with the verb of each."""
_PARTICLES = frozenset("up back away in out over off".split())
"""Words behind "give" and "make" with which they are another verb."""
_STANDING_ALONE = frozenset("two three four five six both all some each another".split())
"""Determiners that stand without a noun."""


def said_by_more_words(words: Words, verb: str, terms_of: TermsOf) -> str:
    """Return the term of the verb that a light one is short for with a noun or "free": "what guarantee did they give"."""
    lowered = [word.lower for word in words]
    to_do = _is_obliged_to(words)
    if verb == "have" and to_do is not None:
        return to_do
    if verb == "set" and "free" in lowered:
        return (terms_of("free") or (verb,))[-1]
    if verb not in {"give", "make"} or not _PARTICLES.isdisjoint(lowered):
        return verb
    deed = next((_DEED_NOUNS[word] for word in lowered if word in _DEED_NOUNS), None)
    return verb if deed is None else (terms_of(deed) or (verb,))[-1]


def _is_obliged_to(words: Words) -> str | None:
    """Return the term of the verb behind "have to"; None where it does not stand."""
    for one, two, three in zip(words, words[1:], words[2:], strict=False):
        if one.lower == "have" and two.lower == "to" and three.terms and three.text.islower():
            return three.terms[-1]
    return None


def read_roles(words: Words) -> tuple[str | None, NounPhrase | None, NounPhrase | None, bool]:
    """Return the verb's term, who does it, to whom it is done, and whether the doer is asked for."""
    asked = next((n for n, word in enumerate(words[:3]) if word.lower in QUESTION_WORDS), None)
    if asked is None and not (words and words[0].lower in AUXILIARIES):
        return None, None, None, False
    start = 0 if asked is None else asked
    auxiliary = next(
        (n for n in range(start, min(len(words), start + 8)) if words[n].lower in AUXILIARIES), None
    )
    subject_asked = (
        asked is not None and words[asked].lower in {"who", "what", "which", "whose"} and asked == 0
    )
    if asked is not None and subject_asked:
        verb = _verb_of_the_asked(words, asked, auxiliary)
        if verb is not None:
            passive = any(word.lower in _BE for word in words[asked:verb])
            phrase = noun_phrase(_object(words, verb))
            if passive:
                by = next((n for n in range(verb, len(words)) if words[n].lower == "by"), None)
                agent = noun_phrase(words[by + 1 :]) if by is not None else None
                return _term(words[verb]), agent, None, False
            return _term(words[verb]), None, phrase, True
    counted = _done_to_the_counted(words, auxiliary)
    if counted is not None:
        return counted
    if auxiliary is None:
        return None, None, None, False
    subject, verb = _subject_and_verb(words, auxiliary)
    between = words[auxiliary + 2 : verb]
    if verb is None or any(
        (word.tag in "wtbc" and word.tag != "c")
        or (word.lower in {"the", "a"} and n and between[n - 1].tag != "i")
        for n, word in enumerate(between)
    ):
        return None, None, None, False
    phrase = noun_phrase(words[subject[0] : subject[1]])
    passive = (
        words[auxiliary].lower in _BE or any(w.lower in {"be", "been"} for w in words[subject[1] : verb])
    ) and not (words[verb].lower.endswith("ing") or words[verb - 1].lower == "to")
    if passive:
        by = next((n for n in range(verb, len(words)) if words[n].lower == "by"), None)
        agent = noun_phrase(words[by + 1 :]) if by is not None else None
        return _term(words[verb]), agent, phrase, asked is not None and words[0].lower == "by"
    return _term(words[verb]), phrase, noun_phrase(_object(words, verb)), False


def _done_to_the_counted(
    words: Words, auxiliary: int | None
) -> tuple[str | None, NounPhrase | None, NounPhrase | None, bool] | None:
    """Return the roles of "how many boats of Norland were seized by Sudria": the boats have it done to them; None of others."""
    if (
        auxiliary is None
        or words[0].lower not in {"how", "which", "what"}
        or words[auxiliary].lower not in _PASSIVE
    ):
        return None
    counted = words[2 if words[0].lower == "how" else 1 : auxiliary]
    verb = auxiliary + 1
    while verb < len(words) and (words[verb].lower in _NO_VERB or words[verb].tag == "a"):
        verb += 1
    phrase = noun_phrase(counted)
    if phrase is None or verb >= len(words) or not words[verb].text.islower() or not words[verb].terms:
        return None
    if words[verb].tag in "dicbwtp#" or not _is_participle(words[verb]) or words[verb].lower.endswith("ing"):
        return None
    if any(word.lower in {"have", "has", "had"} for word in words[auxiliary : auxiliary + 1]) and not any(
        word.lower == "been" for word in words[auxiliary:verb]
    ):
        return None
    by = next((n for n in range(verb, len(words)) if words[n].lower == "by"), None)
    agent = noun_phrase(words[by + 1 :]) if by is not None else None
    return _term(words[verb]), agent, phrase, False


def _verb_of_the_asked(words: Words, asked: int, auxiliary: int | None) -> int | None:
    """Return the verb of "who led", "which states abstained", "which hostage is held"; None where a subject follows."""
    place = asked + 1
    if words[asked].lower in {"what", "which", "whose"}:
        while place < len(words) and _goes_on_with_the_asked(words, asked, place):
            place += 1
        if place == asked + 1 and words[asked].lower != "what":
            return None
    if place >= len(words):
        return None
    if auxiliary is not None and place == auxiliary:
        following = auxiliary + 1
        while following < len(words) and (
            words[following].lower in _NO_VERB
            or words[following].lower in AUXILIARIES
            or words[following].tag == "a"
        ):
            following += 1
        if following < len(words) and _inflected(words[following]) and words[following].terms:
            return following
        if (
            words[auxiliary].lower in {"will", "would", "may", "can", "should", "must", "has", "have", "had"}
            and following < len(words)
            and words[asked].lower == "who"
            and words[following].text.islower()
            and words[following].terms
            and words[following].tag not in "d"
        ):
            return following
        return None
    word = words[place]
    if (
        auxiliary is not None
        and place < auxiliary
        and words[asked].lower in {"what", "which"}
        and (not _inflected(word) or place + 1 == auxiliary)  # "what guarantees does it want"
    ):
        return None  # "what share does it want": the verb stands behind the subject
    return place if word.text.islower() and word.terms and word.tag not in "dicbwt" else None


def _goes_on_with_the_asked(words: Words, asked: int, place: int) -> bool:
    """Tell whether the word at ``place`` belongs to what "which" asks for: the first does, "which states voted", and no later one
    before an article, "which creditor forgave the loan"."""
    if place == asked + 1 and words[asked].lower == "which" and words[place].tag not in "xy":
        return True
    word = words[place]
    if word.tag not in "dnrN#" or _inflected(word):
        return False
    behind = words[place + 1 : place + 2]
    is_verb = (
        place > asked + 1
        and word.tag == "n"
        and word.text.islower()
        and behind
        and behind[0].lower in _ARTICLES
    )
    return not is_verb


def _inflected(word: Word) -> bool:
    return word.tag in "eVJPMv" and word.text.islower()


def _subject_and_verb(words: Words, auxiliary: int) -> tuple[tuple[int, int], int | None]:
    """Return where the subject stands after the auxiliary, and the verb's place; None where there is no verb after it."""
    first = auxiliary + 1
    place = first
    while place < len(words) and words[place].tag in "d":
        place += 1
    if place == first or not _stands_alone(words, place):
        place += 1
    while place < len(words) and (words[place].is_name or words[place - 1].owner):
        place += 1
    content = [
        n
        for n in range(place, len(words))
        if words[n].text.islower() and words[n].terms and words[n].tag not in "dicbwtp#"
    ]
    if len(content) > 1 and _is_going_to(words, content[0]):
        return (first, content[0]), content[1]
    if auxiliary > 1 and words[auxiliary].lower in {"are", "is", "were", "was"} and place + 1 < len(words):
        while place + 1 < len(words) and words[place].tag in "nr":
            place += 1
        if words[place].lower == "to" and words[place + 1].terms:
            return (first, place), place + 1  # "how many are the rebels to free"
    if words[auxiliary].lower in _BE and words[auxiliary].lower != "been":
        content = [n for n in content if _is_participle(words[n])]
    elif any(words[n - 1].lower in {"be", "been"} for n in content):
        content = [n for n in content if words[n - 1].lower in {"be", "been"}]
    elif content and first + 1 < len(words) and words[first].is_name and content[0] == place:
        return (first, place), place
    known = next((n for n in range(place, len(words)) if _is_known_verb(words, n)), None)
    if known is not None and known not in content and words[auxiliary].lower in _BEFORE_A_BASE:
        return (first, first), None  # "tell", which is no term
    known = next((n for n in content if _is_known_verb(words, n)), None)
    if known is not None:
        return (first, _end_of_subject(words, first, known)), known
    if words[auxiliary].lower in _BEFORE_A_BASE and not any(
        words[n - 1].lower in {"be", "been"} for n in content
    ):
        base = next((n for n in range(first + 1, len(words)) if _is_base_verb(words, n)), None)
        if base is not None:
            return (first, _end_of_subject(words, first, base)), base if words[base].terms else None
    for n in content:
        if words[n - 1].tag in "d" or words[n - 1].owner or words[n - 1].tag == "i":
            continue
        if _inflected(words[n]) or words[n].tag in "BL" or _ends_phrase(words, n):
            return (first, _end_of_subject(words, first, n)), n
    if content:
        return (first, content[0]), content[0]
    return (first, first), None


def _stands_alone(words: Words, place: int) -> bool:
    """Tell whether the determiner before ``place`` is the subject itself: "what did the two agree on", "why did both refuse"."""
    return (
        words[place - 1].lower in _STANDING_ALONE
        and place < len(words)
        and words[place].lower in _COMMON_VERBS
    )


def _is_going_to(words: Words, place: int) -> bool:
    return words[place].lower == "going" and place + 1 < len(words) and words[place + 1].lower == "to"


def _is_known_verb(words: Words, place: int) -> bool:
    """Tell whether the word is a common verb, and not a noun behind an article, an owner or a preposition."""
    before = words[place - 1]
    if words[place].lower not in _COMMON_VERBS:
        return False
    return _stands_alone(words, place) or not (before.tag in "di" or before.owner)


def _is_base_verb(words: Words, place: int) -> bool:
    """Tell whether the word is the verb behind "does" or "will" and its subject: written small, in no other form, where a noun
    phrase ends and the next one, or nothing, follows."""
    word, before = words[place], words[place - 1]
    if not word.text.islower() or word.tag in "dicbwtpzo#asy," or word.lower in _NO_VERB:
        return False
    if word.lower == "have" and _is_obliged_to(words) is not None:
        return False
    if word.lower.endswith(_NO_BASE) and not word.lower.endswith(_BASE):
        return False
    if before.tag in "di#" or before.owner or before.lower in AUXILIARIES:
        return False
    behind = words[place + 1 : place + 2]
    return _ends_phrase(words, place) and not (behind and behind[0].lower == "of")


def _is_participle(word: Word) -> bool:
    """Tell whether a word has the form of a participle: in -ed or -ing, or irregular, when its term is another word's."""
    if word.lower.endswith(("ed", "ing", "en")) and len(word.text) > len("seen"):
        return True
    return not word.lower.startswith(word.terms[-1]) and not word.lower.endswith("y")


def _end_of_subject(words: Words, first: int, verb: int) -> int:
    end = verb
    while end > first + 1 and (words[end - 1].lower in _NO_VERB or words[end - 1].tag in "ax"):
        end -= 1
    return end


def _ends_phrase(words: Words, place: int) -> bool:
    """Tell whether no noun phrase goes on after the word: what follows opens another, or nothing follows."""
    if place + 1 >= len(words):
        return True
    following = words[place + 1]
    return following.tag in "dipotczabw#ND" or not following.text[0].isalnum()


def _object(words: Words, verb: int) -> Words:
    rest = words[verb + 1 :]
    end = next((n for n, word in enumerate(rest) if word.tag in "bwtc" or word.text in "?,;"), len(rest))
    rest = rest[:end]
    return rest[1:] if rest and rest[0].lower in {"to", "with"} else rest


def _term(word: Word) -> str:
    return word.terms[-1]
