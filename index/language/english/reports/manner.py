"""The manner of saying: what a clause does to the words it reports, whether it denies, doubts, withholds or supposes them."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from index.language.english.grammar.clauses import FAR, WordSpan
from index.language.english.reports.boundaries import FINITE, NEAR
from index.language.english.speech import stances
from index.language.english.speech.cue_subjects import CONDITIONAL, SUPPOSING, TURNING, Cue
from index.language.english.speech.cues import SpeechClauses
from index.language.english.speech.stances import Complement
from index.model import Stance

QUESTION_WORDS = frozenset("whether if how why what when where who which".split())
"""What opens an indirect question."""
PARTICLES = {"call": ("for", "on", "upon"), "appeal": ("for", "to"), "push": ("for",), "press": ("for",)}
"""Verbs with the prepositions that make them demand what follows: "called for a truce"."""
CONDITIONS = frozenset({"if", "unless", "whether"})
NO_CONDITIONS = frozenset("anything so not possible ever".split())
"""Words that with "if" say no more than an adverb: "If anything, experts say"."""


class Manner(NamedTuple):
    """How words are reported: the stance, the words that show it, what they depend on, and whether even the saying is unsure."""

    stance: Stance
    cue: WordSpan
    condition: WordSpan | None = None
    hearsay: bool = False


def manner_of_quotation(clauses: SpeechClauses, cue: Cue, place: int) -> Manner:
    """Return how ``cue`` reports the quotation at word ``place``."""
    words = (cue.first, cue.last + 1)
    condition = condition_of(clauses, cue)
    verb = stances.verb_of(clauses.words[cue.last])
    governed = _governed(clauses, cue) if verb != "know" else None
    if governed is not None:
        return governed
    said_first = place < cue.first
    if cue.tag in "AR" or "z" in clauses.tags[cue.first : cue.last]:
        withheld = governor_of(clauses, cue) if "z" in clauses.tags[cue.first : cue.last] else None
        if withheld is not None and withheld[1]:
            return Manner("declines to say", (withheld[0], max(place, cue.last + 1)), condition)
        if verb == "know" and stances.verb_of(clauses.words[cue.first - 1]) in _WANTING:
            return Manner("asks", (cue.first - 1, cue.last + 1), condition)
        if withheld is not None and withheld[2]:
            return Manner("says", (withheld[0], cue.last + 1), condition, True)
        return Manner("says", words, condition, _is_unsure(clauses, cue))
    if cue.tag == "S":
        return Manner(stances.stance_of_noun(clauses.words[cue.last]), words, condition)
    takes = stances.complements_of(verb)
    # What stands before another quotation opens that one.
    behind = cue.last + 1
    first_said = clauses.tags.find("Q", behind, place) < 0 and not said_first
    between = clauses.words[behind : min(place, behind + FAR)] if first_said else []
    stance: Stance = "says"
    if said_first:
        spoken = takes.get("whether") if takes.get("whether") == "asks" else takes.get("that")
        stance = spoken if spoken not in {None, "denies", "doubts", "rejects"} else "says"
    elif "as" not in between and ":" not in between:
        kind = _kind_between(clauses, behind, between, takes)
        if verb in PARTICLES and not (between and between[0] in PARTICLES[verb]):
            kind = "thing" if kind == "to" else kind
        only: Stance = "demands" if set(takes.values()) == {"demands"} else "says"
        # "begged them “not to lose heart”"
        stance = takes.get(kind, "asks" if takes.get("whether") == "asks" else only)
        if stance == "demands" and kind == "thing" and not between and takes.get("that") == "says":
            # "insisted “I am not at fault”"
            stance = "says"
    negative = not said_first and is_negated(clauses, cue) and "because" not in between
    if said_first and "ever" in clauses.words[cue.first : cue.last]:
        # "“It is mined” is not something Tamm ever said"
        negative = _is_negated_between(clauses, place + 1, cue.first)
    if negative:
        stance = stances.negated(stance, verb)
    if stance == "says":
        return Manner("says", words, condition, _is_unsure(clauses, cue))
    end = place if not said_first and place - cue.last <= NEAR // 2 and not cue.inverted else cue.last + 1
    while end > cue.last + 1 and clauses.tags[end - 1] in ",:dD":
        end -= 1
    return Manner(stance, (cue.first, end), condition, is_hearsay(clauses, cue))


def _governed(clauses: SpeechClauses, cue: Cue) -> Manner | None:
    """How a verb before ``cue`` reports a quotation that is denied, withheld, told by others or yet to come: "denied calling him
    “a liar”", "was accused of calling", "is expected to say"; None where no such verb stands there."""
    words, tags, last = clauses.words, clauses.tags, cue.last + 1
    if cue.tag in "GK" and cue.first > 1:
        verb = cue.first - 1
        led = words[verb] in _LEADING
        verb -= led
        short = led and words[verb] in {"short", "instead"}
        verb -= short
        governor = stances.verb_of(words[verb])
        span = (_with_auxiliaries(clauses, verb), last)
        if governor == "deny":
            return Manner("denies", span)
        sorry = regretted(clauses, cue)
        if sorry is not None:
            return Manner("rejects", (sorry, last))
        if led and governor in _CHARGING:
            return Manner("says", span, None, True)
        if short or governor in _AVOIDING or words[cue.first - 1] == "without":
            return Manner("declines to say", span)
    for modal in range(cue.first, cue.last):
        if words[modal] in {"will", "shall"} and not is_negated(clauses, cue):
            return Manner("says", (cue.first, last), (modal, modal + 1))
    to = tags.find("z", cue.first, cue.last)
    if to > 0 and (words[to - 1] in _YET_TO_COME or stances.verb_of(words[to - 1]) in _INTENDING):
        first = _with_auxiliaries(clauses, to - 1)
        return Manner("says", (first, last), (first, to))
    whom = to - (words[to - 1] == "not")
    wanted = _WANTED.search(tags[max(0, whom - NEAR // 2) : whom]) if to > 0 else None
    if wanted is not None and stances.verb_of(words[whom - len(wanted[0])]) in _MAKING_SAY:
        return Manner("demands", (whom - len(wanted[0]), last))
    return None


def _with_auxiliaries(clauses: SpeechClauses, first: int) -> int:
    while first and clauses.tags[first - 1] in "axy":
        first -= 1
    return first


def regretted(clauses: SpeechClauses, cue: Cue) -> int | None:
    """Return the word at which somebody is sorry for what a ``cue`` in -ing says: "apologised to the court for calling",
    "regretted saying"; None where nobody is."""
    words = clauses.words
    verb = cue.first - 1
    if words[verb : verb + 1] == ["for"]:
        low = max(0, verb - NEAR // 2)
        verb = next(
            (place for place in range(verb - 1, low - 1, -1) if stances.verb_of(words[place]) in _SORRY), -1
        )
    elif words[verb : verb + 1] == ["ever"]:
        verb -= 1
    if verb < 0 or not (words[verb] in _REGRETTING or stances.verb_of(words[verb]) in _SORRY):
        return None
    return _with_auxiliaries(clauses, verb)


_SORRY = frozenset({"apologise", "apologize"})
_REGRETTING = frozenset("regret regrets regretted regretting rue rued repented".split())
_LEADING = frozenset({"of", "with", "for", "from"})
_CHARGING = frozenset("accuse suspect suspected charge charged convict convicted".split())
_AVOIDING = frozenset("avoid avoided resist resisted refrain refrained abstain abstained".split())
_YET_TO_COME = frozenset("expected set due likely scheduled poised about ready prepared supposed".split())
_INTENDING = frozenset("plan plans planned want hope hopes intend aim aims".split())
_MAKING_SAY = frozenset("want tell urge order ask instruct warn beg advise direct".split())
"""Verbs by which somebody is to say something, or is not."""
_WANTED = re.compile("[JVBL]d?[NTrn]{1,4}$")
"""A verb and whom somebody wants to say it: "want Tamm to call it."""
_WANTING = frozenset("want demand ask seek press".split())


def _is_unsure(clauses: SpeechClauses, cue: Cue) -> bool:
    """Tell whether quoted words are hearsay: said to be so, or told by somebody who is not named."""
    unnamed = is_told_by_others(clauses, cue) and not _UNNAMED.isdisjoint(
        clauses.words[: min(cue.first, FAR)]
    )
    return unnamed or is_hearsay(clauses, cue)


_UNNAMED = frozenset(
    "sources source aides officials people friends witnesses diplomats insiders participants advisers".split()
)
"""Nouns of people who tell what somebody said and are not named."""


def _kind_between(
    clauses: SpeechClauses, first: int, between: list[str], takes: Mapping[Complement, Stance]
) -> Complement:
    """Which complement the words between a verb and a quotation open: the first that does tells, so that "told them that the yard
    planned to hire" demands nothing."""
    for place, word in enumerate(between, start=first):
        if word == "that" or (word == "to" and FINITE.search(clauses.tags, first, place)):
            return "that"
        if word == "to" and ("to" in takes or "that" not in between):
            return "to"
        if word in QUESTION_WORDS:
            return "whether"
    # "suggesting the unrest was “justified”"
    clause = _VERB_BETWEEN.search(clauses.tags, first, first + len(between))
    return "that" if clause and "that" in takes else "thing"


_VERB_BETWEEN = re.compile("[xyv]")


def governor_of(clauses: SpeechClauses, cue: Cue) -> tuple[int, bool, bool] | None:
    """Return what governs a cue such as "to say": the word where it begins, whether it withholds the words, and whether it makes
    them hearsay, as "is said to have said" does; None where the verb before "to" is not known to leave anything said."""
    tags, words = clauses.tags, clauses.words
    to = tags.find("z", cue.first, cue.last)
    if to < 1:
        return None
    moment = _MOMENT_BEFORE.search(tags[max(0, to - NEAR // 2) : to])
    head = to - len(moment[0]) if moment else to
    if not head:
        return None
    word = words[head - 1].lower()
    verb = stances.verb_of(word)
    first = head - 1
    while first and tags[first - 1] in "axy":
        first -= 1
    if stances.withholds(verb) or word in {"unable", "unwilling", "reluctant", "yet", "failed"}:
        return first, True, False
    if word in _UNSURE and "y" in tags[first:head]:
        return first, False, True
    if word in {
        "continued",
        "continues",
        "went",
        "goes",
        "came",
        "appeared",
        "seemed",
        "seems",
        "on",
        "rushed",
        "happy",
    }:
        return first, _is_negated_between(clauses, first, to), False
    return None


_MOMENT_BEFORE = re.compile("(?:i[dn#]?)?D{1,2}$")
"""A day between a verb and its "to": "refused on Monday to say"."""
_UNSURE = frozenset(
    "said reported alleged believed thought understood rumoured rumored claimed supposed purported".split()
)
"""Forms behind "is" that make what somebody is said to have said hearsay."""


def _is_negated_between(clauses: SpeechClauses, first: int, last: int) -> bool:
    return first < last and any(map(stances.is_negation, clauses.words[first:last]))


def is_negated(clauses: SpeechClauses, cue: Cue) -> bool:
    """Tell whether a cue or its subject is negated: "did not say", "nobody said"."""
    assert cue.subject is not None
    if _is_negated_between(clauses, cue.first, cue.last):
        return True
    words, start = clauses.words, cue.subject[0]
    before = words[cue.first - 1] if cue.first else ""
    if before == "nor" or is_turned(clauses, cue):
        return True
    if before == "longer" and clauses.word(cue.first - 2) in {"no", "any"}:
        return True
    before = words[start - 1] if start else ""
    if not cue.inverted and before.lower() in {"not", "neither"}:
        # "Not a single envoy said", "Neither Tamm nor Lund said"
        return True
    head = words[start].lower()
    if before == "nor":
        return True
    return head in {"no", "neither", "nobody", "none", "few"} and not cue.inverted


def is_turned(clauses: SpeechClauses, cue: Cue) -> bool:
    """Tell whether a negation stands before a verb and its subject: "Nor did Lund say", "At no point did Lund say"."""
    first = cue.subject[0] if cue.subject else 0
    if first < _TURNED or clauses.tags[first - 1] != "x":
        return False
    return clauses.words[first - 2].lower() in TURNING


_TURNED = 2
"""Words at least before a subject that a negation turns: the negation and an auxiliary."""


def is_hearsay(clauses: SpeechClauses, cue: Cue) -> bool:
    """Tell whether a word beside a cue makes the saying unsure: "allegedly said"."""
    if any(map(stances.is_hearsay, clauses.words[max(0, cue.first - 1) : cue.last])):
        return True
    if cue.tag == "V" and clauses.words[cue.last - 1] == "as" and cue.last > cue.first:
        # "was quoted as saying"
        return True
    if _is_of_claim(clauses, cue) or _is_told_by_some(clauses, cue):
        return True
    near = clauses.words[max(0, cue.first - NEAR) : cue.first]
    if _UNSURE_SIGNS.isdisjoint(near):
        return False
    before = [word.lower() for word in near]
    return not _UNCONFIRMED.isdisjoint(before) or (
        "it" in before and _IT_IS_CLAIMED.search(" ".join(before)) is not None
    )


def _is_of_claim(clauses: SpeechClauses, cue: Cue) -> bool:
    """Tell whether a clause says what a claim is: "amid reports that Tamm had rejected the offer"."""
    place = cue.subject[0] if cue.subject else 0
    return place > 1 and clauses.tags[place - 1] == "t" and stances.is_claim(clauses.words[place - 2])


def _is_told_by_some(clauses: SpeechClauses, cue: Cue) -> bool:
    """Tell whether a clause stands inside what is told by nobody in particular: "Some say that Tamm has promised"."""
    place = cue.subject[0] if cue.subject else 0
    place -= clauses.tag(place - 1) == "t"
    if place < 1 or stances.verb_of(clauses.words[place - 1]) not in _TELLS:
        return False
    who = clauses.words[max(0, place - NEAR // 2) : place - 1]
    return any(word.lower() in _NOBODY_NAMED or word in _UNNAMED for word in who)


_TELLS = frozenset("say claim believe think tell allege suggest report insist".split())
_NOBODY_NAMED = frozenset(
    "some many others sources people critics few aide source friend witness insider".split()
)


def is_unfounded(clauses: SpeechClauses, cue: Cue) -> bool:
    """Tell whether it is said that nothing shows the saying: "Nothing suggests that Tamm said", "no evidence that Lund told"."""
    place = cue.subject[0] - 1 if cue.subject else -1
    if cue.inverted or place < 1:
        return False
    before = " ".join(clauses.words[max(0, place - NEAR // 2) : place + 1]).lower()
    return _UNFOUNDED.search(before) is not None


_UNFOUNDED = re.compile(
    r"\b(?:nothing (?:to )?(?:suggests?|shows?|indicates?|proves?)|no (?:evidence|proof|sign|indication|record|suggestion|hint)"
    r"|(?:not|n['’]t) (?:the case|true|as if))(?: that)?$"
)


def is_told_by_others(clauses: SpeechClauses, cue: Cue) -> bool:
    """Tell whether a sentence opens with who else says what is said: "According to two aides, Tamm said"."""
    if cue.tag == "A" or not clauses.tags.startswith("Az"):
        return False
    comma = clauses.tags.find(",", 2, min(cue.first, NEAR))
    if clauses.words[2].lower() in _OWN:
        # "According to her account, she insisted"
        return False
    return comma > 0 and _ON_RECORD.isdisjoint(word.lower() for word in clauses.words[2:comma])


_OWN = frozenset({"his", "her", "their", "its"})
_ON_RECORD = frozenset(
    """transcript transcripts readout readouts statement video recording footage text release document documents spokesman
    spokeswoman spokesperson office law""".split()
)
"""Who or what tells surely what somebody else has said."""


_IT_IS_CLAIMED = re.compile(
    r", it (?:is|was|has been) (?:claimed|alleged|said|reported|rumou?red|understood|believed) ,"
)
_UNCONFIRMED = frozenset("unconfirmed unverified rumours rumors rumoured rumored".split())
_UNSURE_SIGNS = frozenset(
    written for word in (*_UNCONFIRMED, "it") for written in (word, word.capitalize(), word.upper())
)
"""The words of both, as they are written: most sentences have none."""


def condition_of(clauses: SpeechClauses, cue: Cue) -> WordSpan | None:
    """Return the words on which the saying, or what is said, depends: "if Tamm says", "may say", "If it fails,
    she said"; None where it depends on nothing."""
    tags, words = clauses.tags, clauses.words
    for place in range(cue.first, cue.last):
        if stances.is_modal(words[place]) and not (cue.subject and is_negated(clauses, cue)):
            return place, place + 1
    if cue.subject is None:
        return None
    place = min(cue.subject[0], cue.first)
    if place == 1 and words[0] in CONDITIONAL:
        return 0, 1
    while place and tags[place - 1] in "ad":
        place -= 1
    if place and words[place - 1].lower() in CONDITIONS:
        return place - 1, place
    low = clauses.boundary(place)
    opens = clauses.word(low).lower() in CONDITIONS or clauses.word(low) in SUPPOSING
    if opens and clauses.tag(place - 1) == ",":
        if place - low <= NEAR // 2 and words[low + 1].lower() in NO_CONDITIONS and tags[low + 2] == ",":
            return None
        return low, place - 1
    for opening in range(place - 1, max(low, place - FAR) - 1, -1):
        if words[opening].lower() in CONDITIONS:
            return (opening, opening + 1) if not FINITE.search(tags, opening, place) else None
    return None
