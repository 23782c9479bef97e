"""The complement of a verb of saying: whether it reports a clause, an indirect question, an infinitive or a thing."""

import re

from index.language.english.grammar.clauses import FAR, WordSpan
from index.language.english.reports.addressees import told_clause
from index.language.english.reports.boundaries import (
    FINITE,
    MEDIUM,
    NEAR,
    PREDICATE,
    SHORTEST,
    TELLING,
    is_clause,
    is_subordinate,
)
from index.language.english.reports.deeds import DEEDS
from index.language.english.reports.manner import PARTICLES, QUESTION_WORDS
from index.language.english.reports.subjects import is_evidence
from index.language.english.speech import stances
from index.language.english.speech.cue_subjects import Cue
from index.language.english.speech.cues import SpeechClauses
from index.language.english.speech.stances import Complement

_ABOUT = {
    "warn": ("of", "about", "against"), "complain": ("of", "about"), "apologize": ("for",), "apologise": ("for",),
    "speak": ("of",), "insist": ("on",), "agree": ("on",), "object": ("to",), "point": ("to",), "boast": ("of", "about"),
}  # fmt: skip
"""Verbs with the prepositions that stand before what they report: "warned of a new war"."""
_THING = frozenset("dNTrn#eGKvpa")
_OWN_DEEDS = frozenset("offer volunteer agree refuse decline threaten vow swear undertake".split())
"""Verbs whose "to" is what the speaker himself does: it stands at once behind them."""


def complement_of(
    clauses: SpeechClauses, cue: Cue, end: int, negative: bool
) -> tuple[Complement, int, WordSpan, str] | None:
    """Return the complement that a cue has before word ``end``; None where it reports nothing.

    It is told by its kind, the word behind those that show the stance, its own words, and the verb, which may be "rule out".
    ``negative`` says that the verb is negated, or its words withheld.
    """
    tags, words = clauses.tags, clauses.words
    verb = stances.verb_of(words[cue.last])
    start = cue.last + 1
    if verb == "rule" and clauses.word(start) == "out":
        start = _behind_moment(clauses, start + 1, end)
        start += clauses.tag(start) == "t"
        return ("thing", start, (start, end), "rule out") if end - start > 0 else None
    takes = stances.complements_of(verb)
    start = _behind_moment(clauses, start, end)
    if verb in PARTICLES:
        called = _MOMENT_OF_CALL.match(tags, start, end)
        start = called.end() if called and words[called.end()] in PARTICLES[verb] else start
    if clauses.word(start) in PARTICLES.get(verb, ()):
        if clauses.word(start + 1) == "by":
            # "the report called for by the council"
            return None
        return ("to", start + 1, (start + 1, end), verb) if "to" in takes and end - start > 2 else None
    if clauses.word(start) in _ABOUT.get(verb, ()) and clauses.tag(start + 1) in _THING:
        return ("thing", start + 1, (start + 1, end), verb) if "thing" in takes else None
    if verb == "agree" and clauses.word(start) == "to" and clauses.tag(start + 1) == "d":
        # "agreed to a recount"
        return ("thing", start + 1, (start + 1, end), verb) if end - start > 2 else None
    if verb in _DENYING and clauses.stands_at(start, "ever", "having"):
        start += 1
    if verb == "beg" and clauses.stands_at(start, "to", "differ"):
        return None
    if clauses.stands_at(start, "out", "of", "hand"):
        start += 3
    if verb == "tell" and not _TALES.isdisjoint(words[start : start + 3]):
        return None
    if verb == "call":
        named = start + 1 < end and _names_something(clauses, start, end)
        return ("thing", start, (start, end), verb) if named else None
    if not takes:
        return None
    if verb in _AGAINST:
        return _against_claim(clauses, verb, start, end)
    either = clauses.word(start) in {"nor", "or"} and clauses.word(start + 1) in {"deny", "denied"}
    if verb == "confirm" and either:
        # "would neither confirm nor deny that"
        start += 2
        verb, takes = "deny", stances.complements_of("deny")
    if verb == "point":
        start += clauses.word(start) == "out"
    that = tags.find("t", start, min(end, start + NEAR))
    if that >= 0 and _is_determiner(clauses, verb, that):
        that = -1
    if that >= 0 and "that" in takes and _opens_clause(clauses, verb, start, that):
        if end - that <= SHORTEST:
            return None
        whole = (
            that == start
            or FINITE.search(tags, that, end) is not None
            or verb in _MANDATIVE
            or _in_medium(clauses, start, that)
        )
        opening = that + 1 + (tags[that + 1] == ",")
        if that == start and (tags[that + 1] in "xy" or tags.startswith("ei", that + 1)):
            # "said that would permit it": here the word is the subject.
            return "that", that, (that, end), verb
        return ("that", that + 1, (opening, end), verb) if whole else None
    question = _question_word(clauses, start, end, verb, negative)
    if (
        verb == "tell"
        and _TOLD_IT.match(tags, start, end)
        and words[start + 1].lower() in {"it", "he", "she", "they"}
    ):
        # "Norland tells Sudria it reserves the right to"
        return "that", start + 1, (start + 1, end), verb
    if question is not None and "whether" in takes:
        if _is_subject_or_measure(clauses, question):
            # "refused to say who had paid": the word is part of what is left unsaid.
            return "whether", question, (question, end), verb
        return "whether", question + 1, (question + 1, end), verb
    told = None
    if verb in _TOLD_VERBS and "Q" not in tags[: cue.first]:
        told = told_clause(clauses, start, end)
    to = tags.find("z", start, min(end, start + NEAR))
    if to == start and verb == "want":
        return None
    if to > start and (
        (verb in _OWN_DEEDS and tags[start:to].strip("a")) or (verb == "advise" and "i" in tags[start:to])
    ):
        to = -1
    if told is not None and told < to:
        # "told reporters the decision to leave had been taken"
        to = -1
    if to >= 0 and "to" in takes and not re.search("[xyvVJBP,]", tags[start:to]) and _is_infinitive(tags, to):
        return "to", start, (start, end), verb
    if told is not None and not _asks_back(clauses, cue):
        return "that", told, (told, end), verb
    if verb == "say":
        start = _after_occasion(clauses, start, end)
        start = _after_time(clauses, start, end)
    if (
        "that" in takes
        and words[cue.last] not in TELLING
        and verb in _WITHOUT_THAT
        and (verb not in _PLAINLY or _PLAIN_CLAUSE.match(tags, start, end))
        and (
            (is_clause(clauses, start, end) and not _is_some_thing(clauses, start, end, verb))
            or (verb == "say" and _may_be_clause(clauses, start, end))
        )
        and not _asks_back(clauses, cue)
    ):
        return "that", start, (start, end), verb
    if (
        verb in _WITH_CONDITION
        and clauses.word(start) in {"if", "unless"}
        and not negative
        and end - start > 2 * SHORTEST
        and FINITE.search(tags, start, end)
    ):
        # "said if she had lied she should go"
        return "that", start, (start, end), verb
    if is_subordinate(clauses, cue):
        return None
    if verb == "deny" and _HELD_FROM.match(tags, start, end):
        # "denying Norland all paths to the sea" keeps them from it, and says nothing.
        return None
    if (
        "thing" in takes
        and verb not in _ABOUT
        and not (verb == "welcome" and clauses.tag(start) in {"N", "T"})
        and (verb != "show" or is_evidence(clauses, cue))
        and clauses.tag(start) in set("dNTrn#eGKp")
        and words[start] != "it"
    ) or ("thing" in takes and verb in _DENYING and clauses.word(start) == "having"):
        return "thing", start, (start, end), verb
    return None


_TALES = frozenset("story stories tale tales truth lie lies joke jokes".split())
"""What is told and is nobody who is told."""
_TOLD_VERBS = frozenset("tell assure inform warn remind notify".split())
"""Verbs with somebody behind them who is told a clause."""

_WITH_CONDITION = frozenset("say add warn argue insist".split())
_HELD_FROM = re.compile("(?:[NT]{1,3}|d[rn])d|o")
_AGAINST = {"cast": (("doubt", "on"), ("doubts", "on")), "push": (("back", "on"), ("back", "against"))}
"""Verbs that with these words behind them turn against a claim: "pushed back on reports that"."""
_DENYING = frozenset("deny refute rebut dispute".split())


_PROPOSING = frozenset("propose recommend suggest".split())
_MANDATIVE = frozenset("demand propose recommend urge insist ask request".split())
"""Verbs whose clause may have a bare form that is not known for a verb: "demanded through its envoy that the ships leave"."""


def _against_claim(
    clauses: SpeechClauses, verb: str, start: int, end: int
) -> tuple[Complement, int, WordSpan, str] | None:
    """The complement of "cast doubt on" and "pushed back on", which is a claim, a question or a thing."""
    words = clauses.words
    if (clauses.word(start), clauses.word(start + 1)) not in _AGAINST[verb]:
        return None
    start += 2
    if clauses.word(start) == "whether":
        return ("whether", start + 1, (start + 1, end), verb) if end - start > SHORTEST else None
    that = clauses.tags.find("t", start, min(end, start + NEAR // 2))
    if that > start and stances.is_claim(words[that - 1]):
        return ("that", that + 1, (that + 1, end), verb) if end - that > SHORTEST else None
    near = words[start : start + NEAR // 2]
    told = verb != "push" or any(word in _TOLD or stances.is_claim(word) for word in near)
    return ("thing", start, (start, end), verb) if end - start > 1 and told else None


_TOLD = frozenset(
    """criticism criticisms calls proposal proposals plan plans comments comment remarks characterization argument arguments
    demand demands accusation fears question questions concern concerns""".split()
)
"""What can be pushed back against with words."""


def _behind_moment(clauses: SpeechClauses, start: int, end: int) -> int:
    """Where the complement begins behind the day on which somebody speaks: "rejected on Monday claims that"; else ``start``."""
    place = start + (clauses.word(start) == "late")
    match = _MOMENT.match(clauses.tags, place, min(end, start + NEAR))
    if match is None or (clauses.tags[place] == "i" and clauses.words[place] not in _AT_A_TIME):
        return start
    bare = "i" not in match[0] and clauses.tags[match.end()] in "ne#"
    # "said Monday talks would go on"
    return start if bare else match.end()


_TOLD_IT = re.compile("[NTo]p(?:[xyvVJBe]|n(?=[dn]))")
"""Somebody who is told, and a clause without "that" behind him."""
_MOMENT_OF_CALL = re.compile("i?[dn]?D{1,2},?(?=i)")
"""A day between a verb and the preposition of what is demanded: "called on Tuesday for a truce"."""
_MOMENT = re.compile("a?i?(?:[dne]|#(?=D))?D{1,3}(?:#(?:,#)?)?,?(?=a?[tdNTrnpzKG#eb])")
_AT_A_TIME = frozenset("on in at by during".split())


def _in_medium(clauses: SpeechClauses, start: int, that: int) -> bool:
    """Tell whether no more than where it was said stands before "that": "wrote in an email that"."""
    return clauses.words[start] in {"in", "on"} and not MEDIUM.isdisjoint(clauses.words[start:that])


def _asks_back(clauses: SpeechClauses, cue: Cue) -> bool:
    """Tell whether a word before the speaker takes the place of what is said: "what Trump says his plan would do"."""
    assert cue.subject is not None
    first = cue.subject[0]
    before = clauses.word(first - 1)
    if before == "which" and clauses.tag(first - 2) == "i":
        return False
    if before == "that" and clauses.tag(first - 2) in set("VJBPGo"):
        return False
    return before.lower() in {
        "what",
        "which",
        "that",
        "how",
        "than",
        "as",
        "who",
    }


def _after_time(clauses: SpeechClauses, start: int, end: int) -> int:
    """Where the clause begins that follows the time of saying: "said after the meeting she would go"; else ``start``."""
    match = _TIME_OF_SAYING.match(clauses.tags, start, min(end, start + NEAR))
    return match.end() if match else start


def _after_occasion(clauses: SpeechClauses, start: int, end: int) -> int:
    """Where the clause begins that follows in what or on what occasion it is said: "said in a statement the plant would close";
    else ``start``."""
    match = _OCCASION.match(clauses.tags, start, min(end, start + NEAR))
    if match is None or clauses.tag(match.end()) not in set("dpN"):
        return start
    said_in = clauses.words[start : match.end()]
    year = len(said_in) == _IN_A_YEAR and _YEAR.fullmatch(said_in[1]) is not None
    if not year and _SAID_IN.isdisjoint(said_in):
        return start
    return match.end() if is_clause(clauses, match.end(), end) else start


_OCCASION = re.compile("i(?:#|d?[neN]{0,3}[nr])(?:[iz]d?[neNTrD#]{1,4}){0,2},?(?=d|p|N{1,3}[xy])")
_IN_A_YEAR = 2
"""Words of "in 2024", behind which what was said may begin."""
_YEAR = re.compile("(?:19|20)[0-9][0-9]")
_SAID_IN = MEDIUM | frozenset(
    "conference hearing meeting rally summit session inquest trial debate call podcast".split()
)
_TIME_OF_SAYING = re.compile("[ib]d?[nrDN#]{1,3}(?=p[xyvVJeBL])")


def _may_be_clause(clauses: SpeechClauses, start: int, end: int) -> bool:
    """Tell whether what follows "said" is more than a thing said ("said something about it") though its verb is not known."""
    tags, words = clauses.tags, clauses.words
    while start < end and tags[start] == "a":
        start += 1
    if end - start <= SHORTEST:
        return False
    if words[start].lower() in _SAID_THINGS:
        return tags[start + 1] in "xy"
    if tags[start] == "p":
        return True
    subject = clauses.phrase_at(start) if tags[start] in "dNTrn#e" else None
    if subject is None or "D" in tags[start : subject[1] + 1]:
        return False
    after = tags[subject[1] : end][:1] or "c"
    if after == ",":
        return _APPOSED.match(tags, subject[1], end) is not None
    if after == "a":
        return tags[subject[1] + 1 : subject[1] + 2] in set("nexvVJBL")
    return after in "idc" and any(_VERB_ENDING.search(word) for word in words[start + 1 : subject[1]][1:])


def _is_some_thing(clauses: SpeechClauses, start: int, end: int, verb: str) -> bool:
    """Tell whether no clause opens, but a thing: "says something about the league", "believed the polls that showed a lead"."""
    finite = PREDICATE.search(clauses.tags, start, min(end, start + FAR))
    relative = finite is not None and finite.start() > start + 1 and clauses.tags[finite.start() - 1] == "t"
    if verb != "say" and finite and relative and not PREDICATE.search(clauses.tags, finite.end(), end):
        return True
    word = clauses.words[start].lower()
    said = word in _SAID_THINGS and word != "no"
    than = word == "more" and clauses.word(start + 1) == "than" and clauses.tag(start + 2) == "#"
    if said and word in _MEASURED and (than or clauses.tag(start + 1) in {"n", "r", "N"}) and finite:
        # "said more ships would sail"
        return False
    return said and clauses.tag(start + 1) not in {"x", "y"}


_MEASURED = frozenset({"more", "much", "little"})
_SAID_THINGS = frozenset("something nothing anything everything much little more no yes goodbye".split())
_VERB_ENDING = re.compile("[a-z]{3}[^su]s$")
_APPOSED = re.compile(",[^,pQ]{2,15},a?[xyv]")
_DECLARING = frozenset("add announce declare proclaim confirm disclose reveal".split())
"""Verbs that are deeds with a thing behind them: "announced 500 places made for drivers"."""
_PLAINLY = _DECLARING | {"deny", "doubt", "worry"}
"""Verbs that a clause without "that" follows only where it is plainly one."""
_PLAIN_CLAUSE = re.compile("p|d?[NTrn#]{1,8}[xy]")
_WITHOUT_THAT = frozenset(
    """say announce declare conclude believe add claim insist warn predict argue note acknowledge admit concede write explain
    complain hint suggest deny doubt think vow pledge promise swear allege joke agree confirm reckon estimate indicate signal
    contend hope fear expect worry assure caution recall reveal disclose report show find respond reply testify speculate
    stress""".split()
)
"""Verbs that report a clause without "that": "said the talks go on"; after others a noun phrase is a thing."""
_THINGS_FIRST = frozenset(
    """deny refute rebut disavow repudiate contest dispute doubt question query demand propose recommend reject dismiss
    decry accept find show ask wonder inquire suggest describe answer offer determine""".split()
)
"""Verbs after which a noun phrase is what is denied, asked for or found, not the subject of a clause."""


def _is_infinitive(tags: str, to: int) -> bool:
    """Tell whether "to" at word ``to`` stands before a verb: "to host the talks", but not "to the host" or "to Brandt"."""
    following = tags[to + 1 : to + 3]
    return following[:1] not in {"", "d", "N", "T", "D"} and (
        following[0] != "r" or following[1:] in set("dNTp")
    )


def _names_something(clauses: SpeechClauses, start: int, end: int) -> bool:
    """Tell whether the object of "called" is given a name: "called the vote a mistake"."""
    for place in range(start + 1, min(end - 1, start + NEAR)):
        if clauses.tags[place] in "xyvVJ,Q":
            return False
        if clauses.words[place] in {"a", "an"}:
            return clauses.tags[place - 1] in "NTrn#op"
    return False


def _is_determiner(clauses: SpeechClauses, verb: str, that: int) -> bool:
    """Tell whether "that" only points at a thing: "rejected that argument in a ruling"."""
    doing = clauses.word(that + 1).endswith("ing")
    return verb in DEEDS and not doing and _POINTED_AT.match(clauses.tags, that + 1) is not None


_POINTED_AT = re.compile("n(?:[i.,]|$)")


def _opens_clause(clauses: SpeechClauses, verb: str, start: int, that: int) -> bool:
    """Tell whether "that" at word ``that`` opens what the verb reports, and not a relative clause: "a plan that would"."""
    tags = clauses.tags
    if _FINITE_WORD.search(tags, start, that) or "Q" in tags[start:that]:
        return False
    if that == start:
        return True
    if tags[start] == "," and tags[that - 1] == "," and that - start > 1:
        # "Lund pledged, speaking in Riga, that"
        return True
    if verb == "hold":
        # "held a meeting that all of them attended"
        return False
    if verb == "write" and clauses.words[start] == "for":
        # "Writing for a paper that all of them read"
        return False
    if tags[start] == "," and tags[that - 1] != ",":
        # "Tamm said, since most of them accept that": it opens what they accept.
        return False
    led = tags[start] in "iaDz" or clauses.words[start] in _TIMES
    if led and (verb not in _THINGS_FIRST or _is_circumstance(clauses, verb, start, that)):
        return True
    if verb in _DECLARING:
        # "announced sanctions that cut off trade"
        return verb == "confirm" and stances.is_claim(clauses.words[that - 1])
    if verb in _GIVEN_TO and _ADDRESSEE.fullmatch(tags, start, that):
        # "promised the envoys that the dam would be shared"
        return True
    claim = noun_before(clauses, start, that)
    if stances.is_claim(clauses.words[claim]) and _CLAIM_BEFORE.fullmatch(tags, start, claim + 1):
        # "said claims that the bridge was mined were untrue"
        return verb not in _WITHOUT_THAT - _DENYING
    if verb in _THINGS_FIRST or (verb not in _ABOUT and "thing" in stances.complements_of(verb)):
        return stances.is_claim(clauses.words[claim])
    return clauses.tag(that + 1) not in {"x", "y", "V", "J", "v", "e"}


def noun_before(clauses: SpeechClauses, start: int, that: int) -> int:
    """Return the place of the noun before "that" at word ``that``, over a day between: "rejected claims on Monday that"."""
    moment = _DAY_BEFORE.search(clauses.tags[start:that])
    return that - 1 - (len(moment[0]) if moment else 0)


_DAY_BEFORE = re.compile("(?:(?<=n)i[dn#]?)?(?<!^)D{1,2}$")
_FINITE_WORD = re.compile("[xyvVJBP]|(?<!d)e(?![nNr])")
"""A verb among words between another and its "that": "closed" of "a closed session" is none."""
_TIMES = frozenset("after before since ahead following once".split())
"""What opens the time of saying: "stressed after the meeting that", "demanded once more that"."""
_CLAIM_BEFORE = re.compile("d?[naeNr]{0,4}")
_GIVEN_TO = frozenset("promise pledge guarantee swear".split())
_ADDRESSEE = re.compile("(?:o|d?n?[NTr]{1,4}|n)(?:id?[neNTrD]{1,4}){0,2}")


def _is_circumstance(clauses: SpeechClauses, verb: str, start: int, that: int) -> bool:
    """Tell whether only when, where or to whom stands before "that": "denied on Tuesday that", "denied to the court that"."""
    if clauses.words[that - 1].lower() in _REASONS:
        return False
    if _CIRCUMSTANCES.fullmatch(clauses.tags, start, that) is None:
        return False
    leading = (clauses.words[place] for place in range(start, that) if clauses.tags[place] == "i")
    return verb in _DENYING | _PROPOSING or _WHERE.issuperset(leading)


_CIRCUMSTANCES = re.compile("(?:a|a?n?[izb]d?[NTrne#D]{1,5},?|bn)+|D")
_WHERE = frozenset("in on at to from during before after outside inside near through via of along by".split())
"""Prepositions before the place, the time and the occasion of a demand: "demanded at a rally in Oslo that"."""
_REASONS = frozenset("grounds ground basis fact condition evidence claims reports".split())


def _is_subject_or_measure(clauses: SpeechClauses, question: int) -> bool:
    """Tell whether the clause behind a question word is none without it: "who had paid", "how many soldiers fell"."""
    word, following = clauses.words[question].lower(), question + 1
    if word == "how":
        return clauses.word(following) in _MEASURES
    return word in {"who", "what", "which"} and clauses.tag(following) in set("xyvVJe")


_MEASURES = frozenset(
    """many much long often far soon large big small high low deep wide old young fast quickly close near late early heavy strong
    serious bad badly good well likely""".split()
)


def _question_word(clauses: SpeechClauses, start: int, end: int, verb: str, negative: bool) -> int | None:
    """Where the word stands that opens an indirect question after the verb; None where none does."""
    asking = verb in {"ask", "wonder", "inquire", "question", "query"}
    for place in range(start, min(end, start + NEAR // 2)):
        if clauses.tags[place] in "xyvVJP,Q:;-":
            return None
        word = clauses.words[place].lower()
        if word == "whether" or (word in QUESTION_WORDS and (asking or negative or word in {"how", "why"})):
            telling = verb == "tell" and clauses.tag(place + 1) != "z"
            return place if place == start or asking or telling or word == "whether" else None
    return None
