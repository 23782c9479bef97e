"""Who does what to whom in a sentence, read around a verb: "Chad recalled its envoy", "was recalled by Chad", "Chad's recall".

The words are read as letters (``word_classes``), without a parser: what stands before the verb of a clause is its subject,
after a passive the phrase with "by" is, and before a verb made a noun its owner. What cannot be told is left open.
"""

from collections.abc import Collection
from dataclasses import dataclass
from itertools import pairwise

from index.language.english.grammar.words import BEFORE_VERB, Word, Words

_CLAUSE_REACH = 60
"""Words before and after a verb among which its subject and "until" are looked for; chosen: the answers that are kept as
records come out the same, and a long list of words is not read over and over, once for each verb in it."""
_NOUNS = frozenset("NTrn#")
_VERBS = frozenset("VJPMv")
_MODALS = frozenset("will would can could must should shall may might".split())
_BE = frozenset("is are was were be been being am isn't aren't wasn't weren't".split())
_NOT = frozenset("not never neither nor cannot no without".split())
_AUXILIARIES = frozenset("has have had do does did will would can could may might must should shall".split())
_OF_NOUNS = ("ment", "ments", "tion", "tions", "sion", "sions", "ance", "ence")
_DONE_BY_ONESELF = (
    "promis", "agree", "refus", "declin", "pledg", "vow", "decid", "offer", "threaten", "plan", "intend", "manag", "fail", "tri",
    "continu", "began", "begin",
)  # fmt: skip
"""How verbs begin whose subject does what follows "to"."""
_TELLING_TO = (
    "ask", "urg", "order", "tell", "told", "allow", "want", "forc", "oblig", "permit", "invit", "press", "persuad", "requir",
    "give", "gave", "warn", "demand",
)  # fmt: skip
"""How verbs begin behind which whoever is named does what follows "to"."""
_HAVING = frozenset("has have had gets get got".split())
"""Verbs whose subject does what follows "to" behind their object: "has forty days to decide"."""

_BLAMING = (
    "blam",
    "accus",
    "criticis",
    "criticiz",
    "thank",
    "prais",
    "condemn",
    "punish",
    "convict",
    "fined",
    "suspect",
    "congratulat",
)
"""How verbs begin behind which whoever is named did what follows "for" or "of"."""
_TIMES = frozenset(
    "end beginning start middle close time date deadline then now spring summer autumn winter".split()
)
"""Nouns that stand behind "by" where it says when."""
_OF_ITS_OWN = frozenset("its their his her".split())
_KEEPING = (
    "keep", "kept", "lift", "drop", "withdr", "renew", "exten", "suspen", "resum", "maintain", "confirm", "repeat", "end",
    "abandon", "uphold", "upheld", "tighten", "eas", "stop", "halt", "retract", "revok", "made", "mak", "announc",
    "defend", "justif",
)  # fmt: skip
"""How verbs begin whose subject does what the noun behind "its" tells: "Norland lifted its ban"."""
_TOLD_REACH = 9
"""Words between such a verb and its "to"; chosen: a name with its title, and a time."""
_REFUSING = frozenset("refused refuses refuse declined declines decline failed fails fail yet".split())
_HARD_BOUNDARIES = frozenset(';:—–()“”"«»?!')
_CLAUSE_WORDS = frozenset(
    "but while whereas because although though since unless until if that than as after before when".split()
)
_PASSIVE_REACH = 12
"""Words after a passive verb in which "by" names who did it; chosen: one clause."""
_PATIENT_REACH = 9
"""Words after a verb that are to whom it was done; chosen: a noun phrase of nine has no clause in it."""


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb of a sentence, at word ``place``, with the words that hold who does it and whom or what it is done to.

    ``sure`` tells whether the doer's words are the clause's own subject; ``denied`` whether it is said not to be so.
    """

    place: int
    agent: tuple[Word, ...]
    patient: tuple[Word, ...]
    passive: bool
    denied: bool
    sure: bool


def deeds(words: Words, verbs: Collection[str]) -> list[Deed]:
    """Return each verb, or noun made of it, whose term is among ``verbs``, with its doer and object."""
    return [
        _deed(words, place)
        for place, word in enumerate(words)
        if word.tag not in "NT" and not verbs_of(word).isdisjoint(verbs)
    ]


def every_deed(words: Words) -> list[Deed]:
    """Return each verb of a sentence that is no auxiliary, with its doer and object, in their order."""
    return [
        _deed(words, place)
        for place, word in enumerate(words)
        if word.tag not in "xy" and is_verb(words, place) and word.terms
    ]


def verbs_of(word: Word) -> frozenset[str]:
    """Return the terms of ``word`` that may be those of a verb."""
    return frozenset(word.terms)


def _deed(words: Words, place: int) -> Deed:
    before = _group_start(words, place)
    group = words[before:place]
    denied = _is_denied(words, before, place)
    blamed = _who_is_blamed(words, before) if words[place].lower.endswith("ing") else ()
    if blamed:
        return Deed(place, blamed, _object(words, place), False, denied, True)
    if _is_noun(words, place):
        owner = tuple(word for word in words[max(0, place - 5) : place] if word.owner) or _owned(words, place)
        by = _done_by(words, place)
        of = phrase_after(words, place, "of")
        return Deed(place, owner or by, of, False, denied, bool(owner or by))
    following = words[place + 1].lower if place + 1 < len(words) else ""
    if place + 2 < len(words) and words[place + 1].tag == "i":
        following = words[place + 2].lower if words[place + 2].lower == "by" else following  # "paid for by"
    passive = _is_passive(group) and not words[place].lower.endswith("ing")
    if passive or (following == "by" and words[place].lower.endswith(("ed", "en", "t", "d"))):
        patient, _ = _subject(words, before)
        by = _done_by(words, place)
        return Deed(place, by, patient, True, denied, bool(by))
    infinitive = any(word.lower == "to" for word in group)
    has_time = _who_has_time_to(words, before) if infinitive else ()
    if has_time:
        return Deed(place, has_time, _object(words, place), False, denied, True)
    told = _who_is_told_to(words, before) if infinitive else ()
    if told:
        agent, sure, infinitive = told, True, False
    elif infinitive and _is_ones_own(words, before):
        # "the group promised to give up 24 slots": whoever promises it does it
        agent, sure = _subject(words, _group_start(words, before - 1))
        infinitive = False
    else:
        agent, sure = _subject(words, before)
    loose = words[place].lower.endswith("ing") and not any(word.lower in _BE for word in group)
    if (
        not group
        and place
        and words[place - 1].text == ","
        and words[place].tag == "e"
        and not _is_inserted(words, place - 1)
    ):
        loose = True  # "the library, founded in 1816": a participle of either voice
    return Deed(place, agent, _object(words, place), False, denied, sure and not infinitive and not loose)


def _is_inserted(words: Words, comma: int) -> bool:
    """Tell whether the comma ends an adverb between commas: "the Front, however, fired"."""
    return comma > 1 and words[comma - 1].tag == "a" and words[comma - 2].text == ","


def _is_ones_own(words: Words, before: int) -> bool:
    """Tell whether what stands before "to" says that its own subject will do it: "promised to give up"."""
    return bool(before) and words[before - 1].lower.startswith(_DONE_BY_ONESELF)


def _who_has_time_to(words: Words, before: int) -> tuple[Word, ...]:
    """Return the words of who has time for what follows "to": "*Ann Vale* has forty days to decide"; empty for none."""
    first = max(0, before - _TOLD_REACH)
    having = next((n for n in range(before - 1, first - 1, -1) if words[n].lower in _HAVING), None)
    if having is None or any(word.tag in "ic" or word.text in ",;" for word in words[having + 1 : before]):
        return ()
    if any(is_verb(words, n) for n in range(having + 1, before)):
        return ()
    found, sure = _subject(words, _group_start(words, having))
    return found if sure else ()


def _who_is_told_to(words: Words, before: int) -> tuple[Word, ...]:
    """Return the words of who is asked, told or given time for what follows "to": "gives Kashgar ninety days to reply"; empty for
    none."""
    first = max(0, before - _TOLD_REACH)
    telling = next(
        (n for n in range(before - 1, first - 1, -1) if words[n].lower.startswith(_TELLING_TO)), None
    )
    if telling is None or any(is_verb(words, n) for n in range(telling + 1, before)):
        return ()
    if any(word.tag in "ic" or word.text in ",;" for word in words[telling + 1 : before]):
        return ()
    told: list[Word] = []
    for word in words[telling + 1 : before]:
        if word.tag not in "dNTrn" or (told and told[-1].tag == "N" and word.tag != "N"):
            break
        told.append(word)
    return tuple(told) if any(word.tag in "NTrn" for word in told) else ()


def _is_passive(group: Words) -> bool:
    """Tell whether what stands before a verb makes it a passive: "was received", "is to be received", and not "is to receive"."""
    last = next((n for n in range(len(group) - 1, -1, -1) if group[n].lower in _BE), None)
    return last is not None and not any(word.tag in "z" for word in group[last:])


def _done_by(words: Words, place: int) -> tuple[Word, ...]:
    """Return the phrase behind "by" that says who did it, and not by when: "by the end of May"."""
    found = phrase_after(words, place, "by")
    noun = next((word for word in found if word.tag not in "de"), None)
    return () if noun is None or noun.tag in "D#" or noun.lower in _TIMES else found


def _who_is_blamed(words: Words, before: int) -> tuple[Word, ...]:
    """Return the words of who is said to have done what follows "for" or "of": "blamed *him* for breaking"; empty for none."""
    if not before or words[before - 1].lower not in {"for", "of"}:
        return ()
    least = max(0, before - 1 - _TOLD_REACH)
    blaming = next((n for n in range(before - 2, least - 1, -1) if words[n].lower.startswith(_BLAMING)), None)
    if blaming is None or _is_noun(words, blaming):
        return ()
    blamed = words[blaming + 1 : before - 1]
    if not blamed:
        # "was accused of breaking": whoever the verb is said of did it
        patient = _subject(words, _group_start(words, blaming))[0]
        return patient if any(word.lower in _BE for word in words[max(0, blaming - 2) : blaming]) else ()
    plain = all(word.tag in "dNTrno" or word.text == "," or word.lower == "of" for word in blamed)
    return tuple(blamed) if plain and any(word.tag in "NTrn" for word in blamed) else ()


def _owned(words: Words, place: int) -> tuple[Word, ...]:
    """Return the subject of the clause where the noun at ``place`` is "its own": "Norland keeps its ban"; empty for others."""
    before = place - 1
    while before > 0 and words[before].tag in "ne" and words[before].text.islower():
        before -= 1
    if before < 1 or words[before].lower not in _OF_ITS_OWN:
        return ()
    verb = next(
        (n for n in range(before - 1, max(-1, before - 1 - BEFORE_VERB), -1) if is_verb(words, n)), None
    )
    if verb is None or not words[verb].lower.startswith(_KEEPING):
        return ()
    found, sure = _subject(words, _group_start(words, verb))
    return found if sure else ()


def _group_start(words: Words, place: int) -> int:
    """Return where the auxiliaries and adverbs begin that stand right before the verb at ``place``."""
    first, least = place, max(0, place - _CLAUSE_REACH)
    while first > least and (words[first - 1].tag in "xyaz" or words[first - 1].lower in _NOT):
        first -= 1
    return first


def _is_denied(words: Words, before: int, place: int) -> bool:
    group = words[max(0, before - 1) : place]
    if any(word.lower == "until" for word in words[place : place + _CLAUSE_REACH]):
        return False
    if any(
        word.lower in _NOT or word.lower.endswith(("n't", "n’t")) or word.lower in _REFUSING for word in group
    ):
        return True
    if before and any(word.lower == "whether" for word in words[max(0, before - 1) : place]):
        return True  # "has not decided whether to recall him"
    if any(one.lower == "still" and two.lower == "to" for one, two in pairwise(group)):
        return True  # "parliament has still to approve it"
    subject = words[max(0, before - BEFORE_VERB) : before]
    return any(word.lower in {"no", "neither", "none", "nobody"} for word in subject)


def _is_noun(words: Words, place: int) -> bool:
    if words[place].lower.endswith("ed") or not place:
        return False
    last = words[place - 1]
    if words[place].lower.endswith(_OF_NOUNS):
        return True
    return last.owner or last.tag in "d" or last.lower in {"of", "in", "for", "on", "after", "no"}


def _subject(words: Words, end: int) -> tuple[tuple[Word, ...], bool]:
    """Return the words of the subject that ends before word ``end``, and whether they are the clause's own."""
    first, least = end, max(0, end - _CLAUSE_REACH)
    while first > least and not _opens_clause(words, first - 1):
        first -= 1
    of_relative = _subject_of_relative(words, first, end)
    if of_relative:
        return of_relative, True
    after_a_verb = bool(first) and is_verb(words, first - 1)
    joined = first < end and words[end - 1].tag in "c,"
    found = _trimmed(words[first:end])
    if after_a_verb and words[first - 1].tag not in "V":
        own = _behind_a_comma(words, first, end)
        if own:
            return own, True
    if found and not (after_a_verb and joined):
        relative = words[end - 1].tag in "w" and any(word.is_name for word in found)
        reported = not after_a_verb or words[first - 1].tag in "V" or relative
        return found, reported and not any(word.tag in "z" for word in found)
    hard = end
    while hard > least and words[hard - 1].text not in _HARD_BOUNDARIES:
        hard -= 1
    last = hard
    while last < end and not is_verb(words, last):
        last += 1
    infinitive = any(
        word.tag in "z" and following.tag not in "dNTr#po" for word, following in pairwise(words[last:end])
    )
    return _trimmed(words[hard:last]), joined and after_a_verb and not infinitive


def _subject_of_relative(words: Words, first: int, end: int) -> tuple[Word, ...]:
    """Return the subject behind "that" or "which" of a clause about something else: "the duty that *Osk* levies", "under which
    *Sudria* will build"; empty where none stands there."""
    opens = next((n for n in range(end - 1, first, -1) if words[n].tag in "wt"), None)
    if opens is None or words[opens].lower in {"who", "whose"} or words[opens - 1].tag not in "nri,":
        return ()
    behind = words[opens + 1 : end]
    if any(word.tag in "i,c" for word in behind) or not any(word.tag in "NTrnpo" for word in behind):
        return ()
    return tuple(behind)


def _behind_a_comma(words: Words, first: int, end: int) -> tuple[Word, ...]:
    """Return the subject that ", and" opens, "it will pay 2.60 dollars, and Lomia guarantees passage", or a comma behind what the
    clause begins with, "under a protocol signed in March, Armen hands back"; empty for none."""
    commas = [n for n in range(first, end) if words[n].text == ","]
    if not commas:
        return ()
    last = commas[-1]
    if last == first and end < len(words) and words[end].tag == "V":
        return _trimmed(words[last + 1 : end])  # "nobody will be punished, the ministry promised"
    if words[last + 1].tag == "c":
        return _trimmed(words[last + 2 : end])
    opening = next((n + 1 for n in range(first - 1, -1, -1) if words[n].text in _HARD_BOUNDARIES), 0)
    return _trimmed(words[last + 1 : end]) if words[opening].tag == "i" and len(commas) == 1 else ()


def first_subject(words: Words) -> tuple[Word, ...]:
    """Return the words before the first verb of a sentence."""
    return tuple(words[: next((n for n in range(len(words)) if is_verb(words, n)), 0)])


def _opens_clause(words: Words, place: int) -> bool:
    word = words[place]
    return word.text in _HARD_BOUNDARIES or word.lower in _CLAUSE_WORDS or is_verb(words, place)


def is_verb(words: Words, place: int) -> bool:
    """Tell whether the word at ``place`` looks like a verb of a clause."""
    word = words[place]
    if word.tag in "xy" or word.tag in _VERBS:
        return True
    if _is_behind_a_modal(words, place):
        return True
    if word.tag != "e" or not place:
        return False
    last = words[place - 1]
    return last.tag in "Nrnpxyaw#s),(c" and not last.owner


def _is_behind_a_modal(words: Words, place: int) -> bool:
    """Tell whether the word is the bare verb of "will supply", "must always sell"."""
    word = words[place]
    if not word.terms or not word.text.islower() or word.tag in "dipo#":
        return False
    before, least = place - 1, max(0, place - _CLAUSE_REACH)
    while before > least and (words[before].lower.endswith("ly") or words[before].lower in _NOT):
        before -= 1
    return before >= 0 and words[before].lower in _MODALS and words[before].text.islower()


def _trimmed(words: Words) -> tuple[Word, ...]:
    return tuple(words) if any(word.tag in _NOUNS or word.tag in "po" for word in words) else ()


def phrase_after(words: Words, place: int, preposition: str) -> tuple[Word, ...]:
    """Return the phrase after ``preposition`` that follows the word at ``place`` soon."""
    for start in range(place + 1, min(place + _PASSIVE_REACH, len(words))):
        if words[start].text in _HARD_BOUNDARIES or words[start].text == ".":
            break
        if words[start].lower == preposition:
            return _phrase(words, start + 1)
    return ()


def _phrase(words: Words, start: int) -> tuple[Word, ...]:
    """Return the noun phrase from word ``start`` on, joined ones included."""
    end = start
    while end < len(words) and (
        words[end].tag in _NOUNS or words[end].tag in "dec" or words[end].lower == "of"
    ):
        end += 1
    return tuple(words[start:end])


def _object(words: Words, place: int) -> tuple[Word, ...]:
    end = place + 1
    while end < min(len(words), place + 1 + _PATIENT_REACH):
        if words[end].text in _HARD_BOUNDARIES or words[end].lower in _CLAUSE_WORDS or words[end].tag in "w":
            break
        if words[end].tag in "VJv" or words[end].text == ".":
            break
        end += 1
    return tuple(words[place + 1 : end])
