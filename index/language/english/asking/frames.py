"""What a question asks, as a frame: who does what to whom, whose, which one, when, and where.

Only what the question says plainly is read: a keyword search has names and days, and no roles.
"""

from dataclasses import dataclass
from itertools import pairwise

from index.language.english.opposites import is_denied
from index.language.english.people.name_parts import PEOPLES
from index.language.english.roles import NounPhrase, TermsOf, Word, Words, noun_phrase, read_words
from index.language.english.telling import is_english

_QUESTION_WORDS = frozenset("who whom whose what which when where why how".split())
_BE = frozenset("is are was were be been".split())
_AUXILIARIES = frozenset(
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
_PREPOSITIONS = frozenset(
    "in at from to for near around outside inside against with into over of on by".split()
)

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

_ONES_OWN = frozenset("its his her their own".split())
"""Words before what the subject of the question has: "why did Norland recall its envoy"."""

_STANDING_ALONE = frozenset("two three four five six both all some each another".split())
"""Determiners that stand without a noun."""

RANKS = {
    word: rank
    for rank, words in enumerate(
        """first 1st|second 2nd|third 3rd|fourth 4th|fifth 5th|sixth 6th|seventh 7th|eighth 8th|ninth 9th|tenth 10th|eleventh 11th
        |twelfth 12th""".split("|"),
        1,
    )
    for word in words.split()
}
"""The words for a place in an order, with the place."""

_COUNTS = {
    word: str(number)
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split(), 1
    )
}
_NUMBERED = frozenset(
    """article articles chapter section annex clause paragraph point points item hall phase stage round resolution protocol flight
    room session part page line lot gate pier unit block zone sector district table figure case vote motion amendment
    schedule rule principle track basket question step option""".split()
)

_RANKED_THINGS = 3
"""How many words after a rank its noun may stand: "second informal meeting"."""

_RELATIONS = frozenset(
    """envoy envoys ambassador ambassadors emissary representative delegate negotiator consul minister premier president
    chief director spokesman spokeswoman spokesperson secretary chancellor king queen leader head commander deputy capital
    governor mayor adviser advisor chair chairman chairwoman owner founder lawyer counterpart general""".split()
)
"""Nouns that say what somebody is to another: whose envoy, and the envoy to whom, are not the same."""


@dataclass(frozen=True, slots=True)
class Relation:
    """Whose ``role`` is asked after, and towards whom."""

    role: str
    owner: tuple[str, ...]
    target: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ranked:
    """A place in an order, and the term of what is ordered: the second round."""

    rank: int
    noun: str


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
        return any(word.lower in _QUESTION_WORDS for word in self.words[:3])

    @property
    def asks_who(self) -> bool:
        """Whether somebody is asked for."""
        return any(word.lower in {"who", "whom"} for word in self.words[:2])


def read_frame(text: str, terms_of: TermsOf) -> QuestionFrame:
    """Return the frame of the question ``text``; ``terms_of`` gives the terms of a word."""
    words = read_words(text, terms_of)
    verb, agent, patient, asks_agent = _roles(words)
    if verb in LIGHT:
        verb = _said_by_more_words(words, verb, terms_of)
    return QuestionFrame(
        verb=verb,
        agent=agent,
        patient=patient,
        asks_agent=asks_agent,
        relation=_relation(words, agent),
        names=_names(words, english=is_english(text)),
        ranked=tuple(_ranked(words)),
        numbered=tuple(_numbered(words)),
        attachments=tuple(_attachments(words)),
        modified=tuple(_modified(words)),
        counts=tuple(counts(words)),
        parts=tuple(_parts(words)),
        yes_or_no=bool(words) and words[0].lower in _AUXILIARIES,
        denied=is_denied(text),
        words=words,
        asked_of=_asked_of(words) if agent is not None else (),
    )


def _asked_of(words: Words) -> tuple[str, ...]:
    """Return the terms between "which" or "how many" and the auxiliary behind it."""
    if not words or words[0].lower not in {"which", "what", "how", "whose"}:
        return ()
    until = next((n for n, word in enumerate(words) if word.lower in _AUXILIARIES), 0)
    return tuple(term for word in words[1:until] if word.tag in "NrnBL" for term in word.terms)


def _said_by_more_words(words: Words, verb: str, terms_of: TermsOf) -> str:
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


def _roles(words: Words) -> tuple[str | None, NounPhrase | None, NounPhrase | None, bool]:
    """Return the verb's term, who does it, to whom it is done, and whether the doer is asked for."""
    asked = next((n for n, word in enumerate(words[:3]) if word.lower in _QUESTION_WORDS), None)
    if asked is None and not (words and words[0].lower in _AUXILIARIES):
        return None, None, None, False
    start = 0 if asked is None else asked
    auxiliary = next(
        (n for n in range(start, min(len(words), start + 8)) if words[n].lower in _AUXILIARIES), None
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
            or words[following].lower in _AUXILIARIES
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
    if before.tag in "di#" or before.owner or before.lower in _AUXILIARIES:
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


def _names(words: Words, *, english: bool) -> tuple[tuple[str, ...], ...]:
    """Return the terms of each name; a first word is none where the question is not English: its question words are not known."""
    found: list[list[str]] = []
    last = -2
    first = next((place for place, word in enumerate(words) if word.text[0].isalnum()), 0)
    for place, word in enumerate(words):
        asks = place == first and (word.lower in _QUESTION_WORDS or not english)
        if word.is_name and word.terms and not asks:
            if place == last + 1 and not words[last].owner:
                found[-1].extend(word.terms)
            else:
                found.append(list(word.terms))
            last = place
    return tuple(map(tuple, found))


def _ranked(words: Words) -> list[Ranked]:
    found = []
    for place, word in enumerate(words):
        rank = RANKS.get(word.lower)
        if rank is None:
            continue
        noun = _noun_after(words, place)
        if noun:
            found.append(Ranked(rank, noun))
    return found


def _noun_after(words: Words, place: int) -> str | None:
    """Return the term of the noun that the word at ``place`` ranks: the last of the run of nouns after it."""
    noun = None
    for word in words[place + 1 : place + 1 + _RANKED_THINGS]:
        if word.tag not in "nreNT" or not word.terms or (word.tag == "N" and noun):
            break
        noun = word.terms[-1]
    return noun


def numbered(words: Words) -> list[tuple[str, str]]:
    """Return the things with a number, such as ("articl", "9"), numbers in figures."""
    return _numbered(words)


def _numbered(words: Words) -> list[tuple[str, str]]:
    found = []
    for word, following in pairwise(words):
        if word.lower not in _NUMBERED or not word.terms:
            continue
        number = _COUNTS.get(following.lower, following.lower)
        if number[0].isdigit():
            found.append((word.terms[-1], number))
    return found


def is_count(word: Word) -> bool:
    """Tell whether a word is a number of things, and no year."""
    number = _in_digits(word).replace(".", "", 1)
    return number.isdigit() and not (len(number) == len("1999") and number[:2] in {"19", "20"})


def _in_digits(word: Word) -> str:
    """Return the word in small letters, where it is a number in digits and without what parts thousands."""
    return _COUNTS.get(word.lower, word.lower.replace(",", ""))


def counts(words: Words) -> list[tuple[str, str]]:
    """Return the numbers with the term of what there is so many of, such as ("2", "month"), but not in "which two states"."""
    found = []
    for place, (word, following) in enumerate(pairwise(words)):
        number = _in_digits(word)
        asked = place and words[place - 1].lower in {"what", "which", "the", "are", "were", "all", "of"}
        if number.isdigit() and following.terms and following.tag in "nr" and not asked:
            found.append((number, following.terms[-1]))
    return found


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


def _relation(words: Words, agent: NounPhrase | None) -> Relation | None:
    for place, word in enumerate(words):
        if word.lower not in _RELATIONS or not word.terms:
            continue
        owner = _owner_before(words, place)
        if not owner and agent is not None and place and words[place - 1].lower in _ONES_OWN:
            owner = agent.names
        target: tuple[str, ...] = ()
        after = [w for w in words[place + 1 : place + 5] if w.tag != "d"]
        if after and after[0].lower in {"to", "for"}:
            target = tuple(term for w in after[1:] if w.is_name for term in w.terms)
        if after and after[0].lower == "of" and not owner:
            owner = tuple(term for w in after[1:] if w.is_name for term in w.terms)
        if owner or target:
            return Relation(word.terms[-1], owner, target)
    return None


def _owner_before(words: Words, place: int) -> tuple[str, ...]:
    """Return the terms of the name that owns the noun at ``place``: "Hostra's customs chief", "the Iranian foreign minister"."""
    for back in range(place - 1, max(-1, place - 5), -1):
        if words[back].owner:
            names: list[str] = []
            while back >= 0 and words[back].is_name:
                names[:0] = words[back].terms
                back -= 1
            return tuple(names)
        if words[back].lower in PEOPLES and words[back].terms:
            return _of_peoples(words, back)
        if words[back].tag not in "nreNT#":
            break
    return ()


def _of_peoples(words: Words, place: int) -> tuple[str, ...]:
    """Return the terms of the peoples that are named one after another up to ``place``: "the Russian and Ukrainian"."""
    found = list(words[place].terms)
    while place > 1 and words[place - 1].lower in {"and", "or", ","} and words[place - 2].lower in PEOPLES:
        place -= 2
        found.extend(words[place].terms)
    return tuple(found)


def owner_behind(words: Words, place: int) -> tuple[str, ...]:
    """Return the terms of the name behind "of" right after the noun at word ``place``: "envoy of Norland to Sudria"."""
    behind = [word for word in words[place + 1 : place + 7] if word.tag != "d"]
    if not behind or behind[0].lower != "of":
        return ()
    until = next((n for n, word in enumerate(behind) if n and not word.is_name), len(behind))
    return tuple(term for word in behind[1:until] for term in word.terms)


def owner_before(words: Words, place: int) -> tuple[str, ...]:
    """Return the terms of the name that owns the noun at word ``place``; empty where none does."""
    return _owner_before(words, place)


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
