"""Reported speech in a sentence: each clause that reports, what it reports, and what it does to it.

"Tamm denied that the army had crossed" denies; "Quint refused to say whether" declines to say; "asked the mediator to stay"
demands. A clause inside what another clause reports is that one's words and not listed for itself.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from index.language.english import stances
from index.language.english.clauses import FAR, WordSpan
from index.language.english.cues import Cue, SpeechClauses
from index.language.english.speech_verbs import PAPERS, SAYING_VERBS
from index.language.english.stances import Complement
from index.model import Stance

_FINITE = re.compile("[xyvVJeBP]")
_PREDICATE = re.compile("[xyvVJe]")
_ANIMATE = re.compile("[NTpr]")
_INDIRECT_QUESTION = frozenset("whether if how why what when where who which".split())
_NEAR = 14
"""Words between a verb and its "that": an addressee, a day, a place."""
_TELLING = frozenset("told tell tells telling".split())
_CONDITIONS = frozenset({"if", "unless", "whether"})
_PARTICLES = {"call": ("for", "on", "upon"), "appeal": ("for", "to"), "push": ("for",), "press": ("for",)}
_ABOUT = {
    "warn": ("of", "about", "against"), "complain": ("of", "about"), "apologize": ("for",), "apologise": ("for",),
    "speak": ("of",), "insist": ("on",), "agree": ("on",), "object": ("to",), "point": ("to",), "boast": ("of", "about"),
}  # fmt: skip
"""Verbs with the prepositions that stand before what they report: "warned of a new war"."""
_MEDIA = frozenset("media reports outlets agencies newspapers agency news".split())
_FALSE = re.compile(
    r"(?:it|this|that) (?:is|was|were|is not|was not) (?:\w+ly )?"
    r"(?:false|untrue|true|incorrect|wrong|the case|a lie|lies|nonsense|fiction)( that)?\b"
    r"|there (?:is|was) no (?:truth|basis|foundation) (?:to|in|for) (?:\w+ ){1,4}?(that)\b"
)
_TRUE = re.compile(r"(?:it|this|that) (?:is|was) (?:\w+ly )?(?:true|the case)\b")
_FALSE_WORDS = 12
"""Words of what is said by which its beginning is told to be no speech; chosen by hand."""
_THING = frozenset("dNTrn#eGKvpa")
_REMARK = re.compile(",(?:[bw]|a?G|c(?=d?[NTrnpsa#'’]{1,8}[xyvVJe]))")
_ADDED = re.compile(",w")
_MEDIUM = frozenset(
    """statement interview speech letter tweet post address ruling message memo email op-ed column broadcast briefing
    diatribe""".split()
)
_STOP = re.compile("[;:]")
_LONGEST = 300
"""Words of a report; it keeps the time linear in a text without sentence ends."""
_CLAUSE = 7
"""Words before "according to" that are a clause, though its verb is not known."""
_SHORTEST = 3
"""Words of a report, fewer say nothing by themselves: "said so", "said no"."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How words are reported: the stance, the words that show it, what they depend on, and whether even the saying is unsure."""

    stance: Stance
    cue: WordSpan
    condition: WordSpan | None = None
    hearsay: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """Words ``content`` that ``subject`` reports in the given manner, all as words of a sentence.

    ``inserted`` are the words inside them that say so, between commas: "The museum, Tamm said, is full".
    """

    content: WordSpan
    subject: WordSpan
    manner: Manner
    inserted: WordSpan | None = None

    @property
    def pieces(self) -> tuple[WordSpan, ...]:
        """What is reported, without the words that say so."""
        return without_inserted(self.content, self.inserted)


def without_inserted(content: WordSpan, inserted: WordSpan | None) -> tuple[WordSpan, ...]:
    """Return what is left of ``content``, a span of words or of characters, without one inside it."""
    if inserted is None:
        return (content,)
    return (content[0], inserted[0]), (inserted[1], content[1])


def find_reports(clauses: SpeechClauses) -> list[Report]:
    """Return the reported speech of a sentence, in order; what holds a quotation is left to the quotation."""
    if clauses.tags.endswith("?"):
        # "Has Tamm called for a truce?" reports nothing.
        return []
    found = [
        (cue, report)
        for number, cue in enumerate(clauses.cues)
        if (report := _report(clauses, number)) is not None
    ]
    if not found:
        return []
    holding = _Contents(
        piece for _, report in found if not _is_media(clauses, report) for piece in report.pieces
    )
    kept = [(cue, report) for cue, report in found if not holding.hold(cue.first)]
    places = sorted(cue.first for cue, _ in kept)
    quoted = [place for place, tag in enumerate(clauses.tags) if tag == "Q"]
    return sorted(
        (
            report
            for _, report in kept
            if not _any_within(quoted, report.content)
            and not (_is_media(clauses, report) and _any_within(places, report.content))
        ),
        key=lambda report: report.content,
    )


class _Contents:
    """What a sentence reports, asked whether a word stands in any of it."""

    def __init__(self, contents: Iterable[WordSpan]) -> None:
        ordered = sorted(contents)
        self._starts = [start for start, _ in ordered]
        self._ends = list(accumulate((end for _, end in ordered), max))

    def hold(self, place: int) -> bool:
        number = bisect_right(self._starts, place)
        return number > 0 and place < self._ends[number - 1]


def _any_within(places: Sequence[int], content: WordSpan) -> bool:
    return bisect_left(places, content[0]) < bisect_left(places, content[1])


def manner_of_quotation(clauses: SpeechClauses, cue: Cue, place: int) -> Manner:
    """Return how ``cue`` reports the quotation at word ``place``."""
    words = (cue.first, cue.last + 1)
    condition = _condition(clauses, cue)
    verb = stances.verb_of(clauses.words[cue.last])
    said_first = place < cue.first
    if cue.tag in "AR" or "z" in clauses.tags[cue.first : cue.last]:
        withheld = _governor(clauses, cue) if "z" in clauses.tags[cue.first : cue.last] else None
        if withheld is not None and withheld[1]:
            return Manner("declines to say", (withheld[0], place), condition)
        return Manner("says", words, condition, _is_hearsay(clauses, cue))
    if cue.tag == "S":
        return Manner(stances.stance_of_noun(clauses.words[cue.last]), words, condition)
    takes = stances.complements_of(verb)
    between = clauses.words[cue.last + 1 : min(place, cue.last + 1 + FAR)] if not said_first else []
    stance: Stance = "says"
    if said_first:
        spoken = takes.get("whether") if takes.get("whether") == "asks" else takes.get("that")
        stance = spoken if spoken not in {None, "denies", "doubts", "rejects"} else "says"
    elif "as" not in between and ":" not in between:
        kind = _kind_between(between)
        if verb in _PARTICLES and not (between and between[0] in _PARTICLES[verb]):
            kind = "thing" if kind == "to" else kind
        stance = takes.get(kind, "says")
    negative = not said_first and _is_negated(clauses, cue) and "because" not in between
    if negative:
        stance = stances.negated(stance, verb)
    if stance == "says":
        return Manner("says", words, condition, _is_hearsay(clauses, cue))
    end = place if not said_first and place - cue.last <= _NEAR // 2 and not cue.inverted else cue.last + 1
    while end > cue.last + 1 and clauses.tags[end - 1] in ",:dD":
        end -= 1
    return Manner(stance, (cue.first, end), condition, _is_hearsay(clauses, cue))


def _kind_between(between: list[str]) -> Complement:
    if not between:
        return "thing"
    if "to" in between:
        return "to"
    if "that" in between:
        return "that"
    return "whether" if _INDIRECT_QUESTION.intersection(between) else "thing"


def is_third_person(clauses: SpeechClauses, subject: WordSpan | None) -> bool:
    """Tell whether a person or body of the story speaks, rather than the writer, the reader or a thing."""
    if subject is None:
        return False
    if clauses.tags[subject[0]] in "pw":
        return clauses.words[subject[0]].lower() in {"he", "she", "they", "who"}
    if _is_nobody(clauses, subject):
        return False
    end = end_of_head(clauses, subject)
    owner = clauses.tags.rfind("s", subject[0], end - 1) + 1
    return _ANIMATE.search(clauses.tags, max(subject[0], owner), end) is not None


def end_of_head(clauses: SpeechClauses, subject: WordSpan) -> int:
    """Return where the noun that ``subject`` is about ends: "efforts in the Assembly" are efforts, and speak as little."""
    for place in range(subject[0] + 1, subject[1]):
        if clauses.tags[place] in "iw" and clauses.words[place] != "of":
            return place
    return subject[1]


def _is_body(clauses: SpeechClauses, cue: Cue) -> bool:
    """Tell whether a common noun speaks, as "the bank said that" has it, or a survey: a thing only shows, suggests or means."""
    if cue.subject is None or clauses.tags[cue.subject[0]] in "pw":
        return False
    if cue.tag == "A":
        return True
    if _is_nobody(clauses, cue.subject):
        return False
    verb = stances.verb_of(clauses.words[cue.last])
    if verb in _SHOWN and _is_evidence(clauses, cue):
        return True
    return verb in _ONLY_SPOKEN and "n" in clauses.tags[slice(*cue.subject)]


def _is_deed_of(clauses: SpeechClauses, cue: Cue) -> bool:
    """Tell whether a thing of somebody's shows something: "the success of the Union shows", which is no survey."""
    assert cue.subject is not None
    if stances.verb_of(clauses.words[cue.last]) not in _SHOWN_BY_THINGS or _is_evidence(clauses, cue):
        return False
    of = next((place for place in range(*cue.subject) if clauses.words[place] == "of"), None)
    return of is not None and clauses.tags[of - 1] == "n"


_SHOWN_BY_THINGS = frozenset("show suggest indicate signal confirm reveal".split())


def _is_evidence(clauses: SpeechClauses, cue: Cue) -> bool:
    """Tell whether a survey, a record or the like is the subject."""
    assert cue.subject is not None
    words = clauses.words[cue.subject[0] : end_of_head(clauses, cue.subject)]
    return not _EVIDENCE.isdisjoint(word.lower() for word in words)


_SHOWN = frozenset("show find suggest indicate estimate confirm say conclude reveal".split())
_EVIDENCE = frozenset(
    """poll polls survey surveys study studies data analysis average averages research figures statistics report reports
    review audit records documents footage video transcript slide investigation inquiry panel tribunal""".split()
)
"""What shows things as somebody's word does: "a survey found that"."""


_NOBODY = re.compile(
    "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|s|[0-9]+|(?:some|any|no|every)thing|what"
)
"""Words that stand where a speaker stands, and are none."""


def _is_nobody(clauses: SpeechClauses, subject: WordSpan) -> bool:
    words = clauses.words[subject[0] : subject[0] + 2]
    return _NOBODY.fullmatch(words[0].lower()) is not None and words[1:] != ["Lady"]


_ONLY_SPOKEN = frozenset(
    "say tell announce deny warn add insist claim ask pledge promise vow demand urge reply".split()
)


def _report(clauses: SpeechClauses, number: int) -> Report | None:
    cue = clauses.cues[number]
    if not (is_third_person(clauses, cue.subject) or _is_body(clauses, cue)):
        return None
    if _is_deed_of(clauses, cue):
        return None
    assert cue.subject is not None
    after = _after(clauses, number)
    if after is not None:
        manner, content = after
        return _checked(clauses, cue, manner, content)
    if cue.tag == "A" or (clauses.words[cue.last] in SAYING_VERBS and is_closed(clauses, cue)):
        if _is_negated(clauses, cue):
            return None
        manner = Manner("says", (cue.first, cue.last + 1), None, _is_hearsay(clauses, cue))
        around = _clause_around(clauses, number)
        if around is not None:
            content, inserted = around
            report = _checked(clauses, cue, replace(manner, condition=_condition(clauses, cue)), content)
            return None if report is None else replace(report, inserted=inserted)
        content_before = _clause_before(clauses, number)
        if content_before is not None:
            return _checked(clauses, cue, manner, content_before)
    return None


def is_closed(clauses: SpeechClauses, cue: Cue) -> bool:
    """Return whether a verb has no object of its own: ", Orsic told reporters on Monday", but not ", Orsic announced a plan"."""
    place = max(cue.last + 1, cue.subject[1] if cue.inverted and cue.subject else 0)
    if clauses.words[cue.last] in _TELLING:
        return "Q" not in clauses.tags[place:]
    while place < len(clauses.tags) and clauses.tags[place] in "aD#":
        place += 1
    return place >= len(clauses.tags) or clauses.tags[place] in ".,;-ciwb)"


def _checked(clauses: SpeechClauses, cue: Cue, manner: Manner, content: WordSpan) -> Report | None:
    assert cue.subject is not None
    if content[1] - content[0] <= 1:
        return None
    subject = cue.subject
    verb = re.search("[VJBP]|(?<=[nrNT])e", clauses.tags[slice(*subject)])
    if verb is not None and cue.tag == "G":
        subject = (subject[0], subject[0] + verb.start())
    elif verb is not None or clauses.tags[content[0]] in "xyVJ":
        return None
    if subject[1] <= subject[0]:
        return None
    if not _TO_COME.isdisjoint(clauses.words[cue.first : cue.last]) and not _is_negated(clauses, cue):
        # What is still to be said has not been said.
        return None
    if cue.tag in "GK" and _is_to_come(clauses, cue):
        return None
    if manner.stance == "says" and manner.condition is not None and cue.tag == "G":
        # "unless the minister publishes a notice stating that ..."
        return None
    if manner.condition is not None and stances.is_modal(clauses.words[manner.condition[0]]):
        return None
    if (content[1] - content[0] < _SHORTEST and manner.stance == "says") or content[1] <= content[0]:
        return None
    return Report(content, subject, manner)


_TO_COME = frozenset({"will", "shall"})


def _is_to_come(clauses: SpeechClauses, cue: Cue) -> bool:
    """Tell whether a participle goes on with what will be done: "will host the summit, reaffirming the alliance"."""
    assert cue.subject is not None
    if any(other.first < cue.first and other.subject == cue.subject for other in clauses.cues):
        return False
    return not _TO_COME.isdisjoint(clauses.words[cue.subject[1] : cue.first])


def _after(clauses: SpeechClauses, number: int) -> tuple[Manner, WordSpan] | None:
    """What a cue reports after itself, and how."""
    cue = clauses.cues[number]
    tags, words = clauses.tags, clauses.words
    if cue.tag == "A":
        start = cue.subject[1] if cue.subject else cue.last + 1
        end = _end(clauses, number)
        if tags[start : start + 1] != "," or not _is_clause(clauses, start + 1, end):
            return None
        return Manner("says", (cue.first, cue.last + 1)), (start + 1, end)
    if cue.inverted:
        return None
    end = _end(clauses, number)
    if cue.tag == "S":
        start = cue.last + 2
        if tags[cue.last + 1 : start] != "t" or not _FINITE.search(tags, start, end):
            return None
        stance = stances.stance_of_noun(words[cue.last])
        return Manner(stance, (cue.first, start)), (start, end)
    if cue.tag == "R":
        start = cue.last + 2
        if tags[cue.last + 1 : start] != "t":
            return None
        stance = stances.stance_of_noun(words[cue.last])
        return Manner(stance, (cue.first, start), _condition(clauses, cue)), (start, end)
    first, negative, hearsay = cue.first, _is_negated(clauses, cue), _is_hearsay(clauses, cue)
    if words[cue.last] == "pressing" or words[cue.last - 1 : cue.last + 1] == ["early", "warning"]:
        return None
    if cue.tag in "GK" and tags[cue.first - 2 : cue.first] in {"Gc", "Kc"}:
        first = cue.first - 2
        if [word.lower() for word in words[first - 1 : first]] in _OF:
            # "without confirming or denying that"
            return None
        first = cue.first
    if (
        cue.tag in "BL"
        and "z" not in tags[cue.first : cue.last]
        and _shares_modal(clauses, cue.first, cue.last)
    ):
        return None
    if (
        cue.tag in "GK"
        and words[cue.first - 1 : cue.first] in _OF
        and words[cue.first - 2 : cue.first - 1] != ["short"]
    ):
        return None
    if words[cue.first - 1 : cue.first] == ["by"] and words[cue.last] in _WAYS:
        return None
    if (
        cue.subject is not None
        and cue.subject[0] == 1
        and words[0] in {"Say", "Suppose", "Imagine", "Assume"}
    ):
        return None
    if "z" in tags[cue.first : cue.last]:
        governor = _governor(clauses, cue)
        if governor is None:
            return None
        first, withheld, unsure = governor
        if tags[cue.first - 1] in "BL" and _shares_modal(clauses, first, cue.first):
            return None
        negative = negative or withheld
        hearsay = hearsay or unsure
    elif words[cue.first - 1 : cue.first] == ["of"] and words[cue.first - 2 : cue.first - 1] == ["short"]:
        first, negative = max(0, cue.first - 3), True
    return _with_complement(clauses, cue, first, end, negative, hearsay)


def _shares_modal(clauses: SpeechClauses, first: int, last: int) -> bool:
    """Tell whether a verb has its "could" or "will" before the one that it is joined to: "could change the rules or deny"."""
    tags = clauses.tags
    if tags[first - 1 : first] != "c" or "x" in tags[first:last]:
        return False
    place = max(tags.rfind(letter, clauses.boundary(first), first) for letter in "xz")
    word = clauses.words[place].lower() if place >= 0 else ""
    return stances.is_modal(word) or word in _TO_COME


_WAYS = frozenset(
    "asking ordering instructing directing offering accepting rejecting opposing proposing requesting".split()
)
"""What is a way of doing something behind "by": "seek help by asking the court"."""
_OF = (["of"], ["for"], ["against"], ["from"], ["without"], ["about"], ["to"])
"""Before a form in -ing: somebody is blamed for saying it, or kept from it, and need not be whom the sentence names."""


def _with_complement(
    clauses: SpeechClauses, cue: Cue, first: int, end: int, negative: bool, hearsay: bool
) -> tuple[Manner, WordSpan] | None:
    found = _complement(clauses, cue, end, negative)
    if found is None:
        return None
    kind, cue_end, content, verb = found
    if kind in {"to", "thing"}:
        content = _without_remark(clauses, content)
    stance = stances.complements_of(verb)[kind] if verb != "rule out" else "rejects"
    if stances.is_claim(clauses.words[cue_end - 2]) and kind == "that" and cue_end - 2 > cue.last:
        stance = "denies" if stance in {"denies", "rejects"} else stance
    if negative and kind == "thing" and stance == "says":
        return None
    if negative:
        stance = stances.negated(stance, verb)
    if kind == "to" and stance == "rejects" and verb in {"refuse", "decline"}:
        inner = clauses.words[content[0] + 1].lower() if content[1] - content[0] > 1 else ""
        usual = _USUALLY.intersection(clauses.words[cue.first : cue.last])
        if inner not in _TAKEN_UP or usual:
            return None
    if kind == "thing" and verb in _DEEDS and not _is_said(clauses, cue, verb, content):
        return None
    if stance == "says" and kind == "that":
        false = _said_false(clauses, content)
        if false is not None:
            stance, cue_end, content = "denies", false, (false, content[1])
    condition = _condition(clauses, cue)
    if stance == "says":
        return Manner(stance, (first, cue.last + 1), condition, hearsay), content
    return Manner(stance, (first, max(cue_end, cue.last + 1)), condition, hearsay), content


def _without_remark(clauses: SpeechClauses, content: WordSpan) -> WordSpan:
    """Leave out what the writer adds to a demand or a denial: ", though it is unclear whether"."""
    start, end = content
    match = _REMARK.search(clauses.tags, start, min(end, start + FAR))
    aside = match is not None and match[0][-1] == "w" and "," in clauses.tags[match.end() : end]
    if match and match.start() > start and not aside:
        end = match.start()
    for place in range(start + 1, min(end, start + FAR)):
        if clauses.words[place] == "in" and not _MEDIUM.isdisjoint(clauses.words[place + 1 : place + 4]):
            return start, place
    return start, end


_USUALLY = frozenset("historically routinely regularly typically often usually generally".split())
_TAKEN_UP = frozenset(
    """accept sign recognize recognise agree ratify negotiate withdraw compromise concede endorse support back approve join
    consider adopt implement compromise apologize apologise""".split()
)
"""What is offered or demanded of somebody, so that to refuse it rejects it; to refuse other things, "to leave", is a deed."""
_DEEDS = frozenset(
    "defend welcome offer accept reject dismiss propose oppose find show hail embrace promise pledge".split()
)
"""Verbs that say what somebody does as often as what he says: "welcomed a new member into the league"."""
_OWN_DEEDS = frozenset("offer volunteer agree refuse decline threaten vow swear undertake".split())
"""Verbs whose "to" is what the speaker himself does: it stands at once behind them."""
_INTO = frozenset("into as to aboard back".split())


def _is_said(clauses: SpeechClauses, cue: Cue, verb: str, content: WordSpan) -> bool:
    """Tell whether such a verb with a thing behind it reports words: not in a participle that goes on with a deed, and not where
    somebody is let in."""
    if verb == "welcome" and not _INTO.isdisjoint(clauses.words[content[0] : content[1]]):
        return False
    if cue.tag not in "GK" or "y" in clauses.tags[cue.first : cue.last]:
        return True
    if not PAPERS.isdisjoint(clauses.words[max(0, cue.first - _NEAR // 2) : cue.first]):
        return True
    return any(
        other.first < cue.first and other.subject == cue.subject and clauses.words[other.last] in SAYING_VERBS
        for other in clauses.cues
    )


def _complement(
    clauses: SpeechClauses, cue: Cue, end: int, negative: bool
) -> tuple[Complement, int, WordSpan, str] | None:
    """The complement of a cue: its kind, where the words that show the stance end, its words, and the verb."""
    tags, words = clauses.tags, clauses.words
    verb = stances.verb_of(words[cue.last])
    start = cue.last + 1
    if verb == "rule" and words[start : start + 1] == ["out"]:
        return ("thing", start + 1, (start + 1, end), "rule out") if end - start > 1 else None
    takes = stances.complements_of(verb)
    if verb in _PARTICLES and words[start : start + 1] and words[start] in _PARTICLES[verb]:
        if words[start + 1 : start + 2] == ["by"]:
            # "the report called for by the council"
            return None
        return ("to", start + 1, (start + 1, end), verb) if "to" in takes and end - start > 2 else None
    if (
        words[start : start + 1]
        and words[start] in _ABOUT.get(verb, ())
        and tags[start + 1 : start + 2] in _THING
    ):
        return ("thing", start + 1, (start + 1, end), verb) if "thing" in takes else None
    if verb == "call":
        named = start + 1 < end and _names_something(clauses, start, end)
        return ("thing", start, (start, end), verb) if named else None
    if not takes:
        return None
    if verb == "point":
        start += words[start : start + 1] == ["out"]
    that = tags.find("t", start, min(end, start + _NEAR))
    if that >= 0 and _is_determiner(clauses, verb, that):
        that = -1
    if that >= 0 and "that" in takes and _opens_clause(clauses, verb, start, that):
        if end - that <= _SHORTEST:
            return None
        whole = that == start or _FINITE.search(tags, that, end) is not None
        opening = that + 1 + (tags[that + 1] == ",")
        if that == start and tags[that + 1] in "xy":
            # "said that would permit it": here the word is the subject.
            return "that", that, (that, end), verb
        return ("that", that + 1, (opening, end), verb) if whole else None
    question = _question_word(clauses, start, end, verb, negative)
    if question is not None and "whether" in takes:
        return "whether", question + 1, (question + 1, end), verb
    to = tags.find("z", start, min(end, start + _NEAR))
    if to == start and verb == "want":
        return None
    if to > start and (
        (verb in _OWN_DEEDS and tags[start:to].strip("a")) or (verb == "advise" and "i" in tags[start:to])
    ):
        to = -1
    if to >= 0 and "to" in takes and not re.search("[xyvVJBP,]", tags[start:to]) and _is_infinitive(tags, to):
        return "to", start, (start, end), verb
    if verb == "say":
        start = _after_time(clauses, start, end)
    if (
        "that" in takes
        and words[cue.last] not in _TELLING
        and verb in _WITHOUT_THAT
        and (verb not in _DECLARING or _PLAIN_CLAUSE.match(tags, start, end))
        and (
            (_is_clause(clauses, start, end) and not _is_some_thing(clauses, start))
            or (verb == "say" and _may_be_clause(clauses, start, end))
        )
        and not _asks_back(clauses, cue)
    ):
        return "that", start, (start, end), verb
    if _is_subordinate(clauses, cue):
        return None
    if (
        "thing" in takes
        and verb not in _ABOUT
        and not (verb == "welcome" and tags[start] in "NT")
        and (verb != "show" or _is_evidence(clauses, cue))
        and tags[start : start + 1]
        and tags[start] in "dNTrn#eGKp"
        and words[start] != "it"
    ):
        return "thing", start, (start, end), verb
    return None


def _is_subordinate(clauses: SpeechClauses, cue: Cue) -> bool:
    """Tell whether a clause only dates or explains another one: "Since Tamm announced the plan, ..."."""
    assert cue.subject is not None
    before = clauses.words[max(0, cue.subject[0] - 1) : cue.subject[0]]
    return bool(before) and before[0].lower() in _DATING


_DATING = frozenset("since after before when while until because as once".split())


def _asks_back(clauses: SpeechClauses, cue: Cue) -> bool:
    """Tell whether a word before the speaker takes the place of what is said: "what Trump says his plan would do"."""
    assert cue.subject is not None
    first = cue.subject[0]
    before = clauses.words[max(0, first - 1) : first]
    if before == ["which"] and first > 1 and clauses.tags[first - 2] == "i":
        return False
    if before == ["that"] and first > 1 and clauses.tags[first - 2] in "VJBPGo":
        return False
    return bool(before) and before[0].lower() in {
        "what",
        "which",
        "that",
        "how",
        "than",
        "as",
        "who",
    }


def _is_clause(clauses: SpeechClauses, start: int, end: int) -> bool:
    """Tell whether a clause begins at word ``start``: a subject, then a verb with no comma between."""
    tags = clauses.tags
    if (
        clauses.words[start : start + 1] in (["about"], ["around"], ["nearly"])
        and tags[start + 1 : start + 2] == "#"
    ):
        start += 1
    if end - start < _SHORTEST:
        return False
    if tags[start] == "p" or clauses.words[start].lower() == "there":
        return clauses.words[start] != "it" or _OF_IT.match(tags, start + 1) is not None
    finite = _PREDICATE.search(tags, start, min(end, start + FAR))
    return tags[start] in "dNTrn#" and finite is not None and "," not in tags[start : finite.start()]


_OF_IT = re.compile("a?[xyvVJeBs]|[Nn]")
"""What follows "it" where that opens a clause: "said it consistently" has it for its object."""


def _after_time(clauses: SpeechClauses, start: int, end: int) -> int:
    """Where the clause begins that follows the time of saying: "said after the meeting she would go"; else ``start``."""
    match = _TIME_OF_SAYING.match(clauses.tags, start, min(end, start + _NEAR))
    return match.end() if match else start


_TIME_OF_SAYING = re.compile("[ib]d?[nrDN#]{1,3}(?=p[xyvVJeBL])")


def _may_be_clause(clauses: SpeechClauses, start: int, end: int) -> bool:
    """Tell whether what follows "said" is more than a thing said ("said something about it") though its verb is not known."""
    tags, words = clauses.tags, clauses.words
    while start < end and tags[start] == "a":
        start += 1
    if end - start <= _SHORTEST:
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


def _is_some_thing(clauses: SpeechClauses, start: int) -> bool:
    """Tell whether a word such as "something" opens no clause: "says something about the league"."""
    said = clauses.words[start].lower() in _SAID_THINGS and clauses.words[start].lower() != "no"
    return said and clauses.tags[start + 1 : start + 2] not in {"x", "y"}


_SAID_THINGS = frozenset("something nothing anything everything much little more no yes goodbye".split())
_VERB_ENDING = re.compile("[a-z]{3}[^su]s$")
_APPOSED = re.compile(",[^,pQ]{2,15},a?[xyv]")


_DECLARING = frozenset("add announce declare proclaim confirm disclose reveal".split())
"""Verbs that are deeds with a thing behind them: "announced 500 places made for drivers"."""
_PLAIN_CLAUSE = re.compile("p|d?[NTrn#]{1,8}[xy]")


_WITHOUT_THAT = frozenset(
    """say announce declare conclude believe add claim insist warn predict argue note acknowledge admit concede write explain
    complain hint suggest vow pledge promise swear allege joke agree confirm reckon estimate indicate signal contend hope
    fear expect worry assure caution recall reveal disclose report show find respond reply testify speculate stress""".split()
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
    for place in range(start + 1, min(end - 1, start + _NEAR)):
        if clauses.tags[place] in "xyvVJ,Q":
            return False
        if clauses.words[place] in {"a", "an"}:
            return clauses.tags[place - 1] in "NTrn#op"
    return False


def _is_determiner(clauses: SpeechClauses, verb: str, that: int) -> bool:
    """Tell whether "that" only points at a thing: "rejected that argument in a ruling"."""
    doing = clauses.words[that + 1 : that + 2] and clauses.words[that + 1].endswith("ing")
    return verb in _DEEDS and not doing and _POINTED_AT.match(clauses.tags, that + 1) is not None


_POINTED_AT = re.compile("n(?:[i.,]|$)")


def _opens_clause(clauses: SpeechClauses, verb: str, start: int, that: int) -> bool:
    """Tell whether "that" at word ``that`` opens what the verb reports, and not a relative clause: "a plan that would"."""
    tags = clauses.tags
    if _FINITE.search(tags, start, that) or "Q" in tags[start:that]:
        return False
    if that == start:
        return True
    if verb == "write" and clauses.words[start] == "for":
        # "Writing for a paper that all of them read"
        return False
    if tags[start] == "," and tags[that - 1] != ",":
        # "Tamm said, since most of them accept that": it opens what they accept.
        return False
    if tags[start] in "iaD" and verb not in _THINGS_FIRST:
        return True
    if verb in _DECLARING:
        # "announced sanctions that cut off trade"
        return False
    if verb in _THINGS_FIRST or (verb not in _ABOUT and "thing" in stances.complements_of(verb)):
        return stances.is_claim(clauses.words[that - 1])
    return tags[that + 1 : that + 2] not in {"x", "y", "V", "J", "v"}


def _question_word(clauses: SpeechClauses, start: int, end: int, verb: str, negative: bool) -> int | None:
    """Where the word stands that opens an indirect question after the verb; None where none does."""
    asking = verb in {"ask", "wonder", "inquire", "question", "query"}
    for place in range(start, min(end, start + _NEAR // 2)):
        if clauses.tags[place] in "xyvVJP,Q:;":
            return None
        word = clauses.words[place].lower()
        if word == "whether" or (
            word in _INDIRECT_QUESTION and (asking or negative or word in {"how", "why"})
        ):
            telling = verb == "tell" and clauses.tags[place + 1 : place + 2] != "z"
            return place if place == start or asking or telling or word == "whether" else None
    return None


def _end(clauses: SpeechClauses, number: int) -> int:
    """Where the words that the cue reports end: at the clause that speaks next beside it, or with the sentence."""
    cue = clauses.cues[number]
    tags = clauses.tags
    last = min(len(tags), cue.last + 1 + _LONGEST)
    end = len(clauses.tags.rstrip(".?!,;-")) if last == len(tags) else last
    relative = cue.subject is not None and tags[cue.subject[0]] == "w"
    start = cue.last + 1
    if relative:
        closing = _PREDICATE_BEHIND.search(tags, start, last)
        if closing is not None:
            end = closing.start()
    stop = _STOP.search(tags, start, end)
    if stop is not None:
        end = stop.start()
    added = _ADDED.search(tags, start + _SHORTEST, end)
    if added is not None and "," not in tags[added.end() : end]:
        end = added.start()
    if _is_fronted(clauses, cue):
        closing = _MAIN_CLAUSE.search(tags, start, end)
        if closing is not None:
            end = closing.start()
    for other in clauses.cues[number + 1 :]:
        if other.first >= end or other.first - start > FAR:
            break
        if other.subject is None:
            continue
        boundary = _boundary_before(clauses, cue, other)
        if boundary is not None and boundary > start:
            end = boundary
            break
    while end > start and tags[end - 1] in ".?!,;-c":
        end -= 1
    return end


def _is_fronted(clauses: SpeechClauses, cue: Cue) -> bool:
    """Tell whether a cue stands in words that open a sentence before its main clause: "If Tamm says ..., the envoys leave"."""
    assert cue.subject is not None
    if cue.tag in "GK":
        opening = cue.first
    elif cue.inverted:
        return False
    else:
        opening = cue.subject[0]
    while opening and clauses.tags[opening - 1] in "ad":
        opening -= 1
    low = max(clauses.boundary(opening), clauses.tags.rfind(",", 0, opening) + 1)
    while low < opening and clauses.tags[low] in "ca":
        low += 1
    if cue.tag in "GK":
        return low == opening or (opening - low == 1 and clauses.tags[low] in "ib")
    near = low < opening and opening - low <= _NEAR
    return near and clauses.words[low].lower() in _SUBORDINATE


_PREDICATE_BEHIND = re.compile(",a*(?=[xyvVJP])")
_MAIN_CLAUSE = re.compile(",a*(?=(?:p|d[aNTrn#e]{0,6}|[aNTrn#e]{1,6})[xyvVJeBL])")
_SUBORDINATE = _DATING | frozenset("if unless although though".split())


def _boundary_before(clauses: SpeechClauses, cue: Cue, other: Cue) -> int | None:
    """The place where ``other`` stops the report of ``cue``: it shares its subject, or speaks in a main clause of its own."""
    tags = clauses.tags
    assert other.subject is not None
    if other.tag == "A":
        return other.first if tags[other.first - 1] == "," else None
    if other.tag == "G":
        place = other.first
        while place and tags[place - 1] == "a":
            place -= 1
        if tags[place - 1 : place] == ",":
            return place - 1
    if _takes_up(clauses, cue, other):
        return other.first - 1
    if other.subject == cue.subject:
        place = other.first
        while place and tags[place - 1] in "ac":
            place -= 1
        parted = tags[place - 1] == "," and other.tag in "GKA"
        return place if parted or tags[place : place + 1] == "c" else None
    place = other.subject[0]
    if other.inverted or place > other.first:
        return None
    if tags[place - 2 : place + 1] == "#,#":
        # "750,000 shares"
        return None
    if tags[place - 1 : place] == "," and is_closed(clauses, other):
        return place - 1
    while place and tags[place - 1] in "ad":
        place -= 1
    if tags[place - 1 : place] in {"c", "b"} and tags[place - 2 : place - 1] in {",", "-"}:
        word = clauses.words[place - 1].lower()
        return place - 2 if word in _ADDING_CLAUSES else None
    return None


_ADDING_CLAUSES = frozenset("but while whereas and though although".split())


def _takes_up(clauses: SpeechClauses, cue: Cue, other: Cue) -> bool:
    """Tell by the forms of the verbs whether ``other`` goes on with ``cue``: "said he would order a review and warned of"."""
    if clauses.tags[other.first - 1] != "c" or other.tag not in "VJ" or other.inverted:
        return False
    past = all(_PAST.search(clauses.words[verb.last]) for verb in (cue, other))
    between = clauses.words[cue.last + 1 : min(other.first, cue.last + _NEAR)]
    return past and not _FUTURE.isdisjoint(between)


_PAST = re.compile("(?:ed|said|told|wrote)$")
_FUTURE = frozenset("would could might should must will".split())


def _clause_before(clauses: SpeechClauses, number: int) -> WordSpan | None:
    """The clause before ", Peskov said": from the beginning of the sentence, or from the last quotation or semicolon."""
    cue = clauses.cues[number]
    tags = clauses.tags
    assert cue.subject is not None
    end = min(cue.subject[0], cue.first)
    while end and tags[end - 1] in "d":
        end -= 1
    if end < 2 or (tags[end - 1] not in ",-" and cue.tag != "A"):
        return None
    low = max(0, end - _LONGEST)
    start = max(tags.rfind(mark, low, end - 1) for mark in "Q;:") + 1
    if not start and low:
        return None
    if start and tags[start - 1] == "Q" and tags[start] not in ",;.c-":
        # What follows quoted words at once goes on with their clause.
        return None
    if not cue.inverted and tags[cue.subject[0]] == "w":
        return None
    while end > start and tags[end - 1] in ",-":
        end -= 1
    while start < end and tags[start] in "ca,.-":
        start += 1
    if end > start and tags[end - 1] in "wb":
        # "the price, which according to the bank ..."
        return None
    led = tags.find(",", start, end) if tags[start] in "bi" else -1
    if end - start <= 2 or (
        tags[start] in "bizGKPeVJxyB" and not (led > 0 and _is_clause(clauses, led + 1, end))
    ):
        return None
    plain = cue.tag == "A" or clauses.words[cue.last] in {"said", "says", "say"}
    if not _FINITE.search(tags, start, end) and (not plain or end - start < _CLAUSE):
        return None
    return start, end


def _clause_around(clauses: SpeechClauses, number: int) -> tuple[WordSpan, WordSpan] | None:
    """The clause around ", Peskov said,", and those words with their commas; None where they do not stand inside one."""
    cue = clauses.cues[number]
    tags = clauses.tags
    if cue.subject is None or cue.tag == "A":
        return None
    first, last = min(cue.subject[0], cue.first), max(cue.subject[1], cue.last + 1)
    comma = _INSERTION_ENDS.match(tags, last, min(len(tags), last + _NEAR))
    if comma is None or tags[first - 1 : first] != ",":
        return None
    start = clauses.boundary(first)
    end = min(_end(clauses, number), comma.end() + _LONGEST)
    while start < first and tags[start] in "c,.-":
        start += 1
    before, after = tags[start : first - 1], tags[comma.end() : end]
    if (
        any(start <= other.first < first and other is not cue for other in clauses.cues[:number])
        and before[-1:] in "-:"
    ):
        return None
    if (
        after[:1] == "b"
        and clauses.words[comma.end()] in _ABOUT_SAYING
        and _is_clause(clauses, start, first - 1)
    ):
        return None
    opens = _FINITE.search(before) is None or before.lstrip("a")[:1] == "b" or before[-1] == "b"
    verb = clauses.words[comma.end()]
    goes_on = _GOES_ON.match(after) or (verb.islower() and verb.endswith("s") and after[1] in "dN")
    goes_on = goes_on or (opens and _is_clause(clauses, comma.end(), end))
    if not before or len(before) > FAR or len(after) < _SHORTEST or not goes_on or before[0] == "w":
        return None
    return (start, end), (first - 1, comma.end())


_ABOUT_SAYING = frozenset("as while when after before".split())
"""Words that open what goes on while something is said: "The port is shut, Tamm said, as pilots left the hall"."""
_INSERTION_ENDS = re.compile("(?:i?[daDn#N]{1,6})?,")
_GOES_ON = re.compile("a?(?:[xyve]|[VJ]|b)")


def _governor(clauses: SpeechClauses, cue: Cue) -> tuple[int, bool, bool] | None:
    """For "to say": where the verb before "to" begins, whether it withholds the words, and whether it is hearsay."""
    tags, words = clauses.tags, clauses.words
    to = tags.find("z", cue.first, cue.last)
    if to < 1:
        return None
    word = words[to - 1].lower()
    verb = stances.verb_of(word)
    first = to - 1
    while first and tags[first - 1] in "axy":
        first -= 1
    if stances.withholds(verb) or word in {"unable", "unwilling", "reluctant", "yet", "failed"}:
        return first, True, False
    if word in {"declined", "refused", "declines", "refuses"}:
        return first, True, False
    if word in {"said", "reported", "alleged", "believed", "thought"} and "y" in tags[first:to]:
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


def _is_negated_between(clauses: SpeechClauses, first: int, last: int) -> bool:
    return first < last and any(map(stances.is_negation, clauses.words[first:last]))


def _is_negated(clauses: SpeechClauses, cue: Cue) -> bool:
    assert cue.subject is not None
    if _is_negated_between(clauses, cue.first, cue.last):
        return True
    head = clauses.words[cue.subject[0]].lower()
    if clauses.words[max(0, cue.subject[0] - 1) : cue.subject[0]] == ["nor"]:
        return True
    return head in {"no", "neither", "nobody", "none"} and not cue.inverted


def _is_hearsay(clauses: SpeechClauses, cue: Cue) -> bool:
    return any(map(stances.is_hearsay, clauses.words[max(0, cue.first - 1) : cue.last]))


def _condition(clauses: SpeechClauses, cue: Cue) -> WordSpan | None:
    """The words on which the saying, or what is said, depends: "if Tamm says", "may say", "If it fails, she said"."""
    tags, words = clauses.tags, clauses.words
    for place in range(cue.first, cue.last):
        if stances.is_modal(words[place]) and not _is_negated_between(clauses, cue.first, cue.last):
            return place, place + 1
    if cue.subject is None:
        return None
    place = min(cue.subject[0], cue.first)
    while place and tags[place - 1] in "ad":
        place -= 1
    if place and words[place - 1].lower() in _CONDITIONS:
        return place - 1, place
    low = clauses.boundary(place)
    if words[low : low + 1] and words[low].lower() in _CONDITIONS and tags[place - 1 : place] == ",":
        return low, place - 1
    for opening in range(place - 1, max(low, place - FAR) - 1, -1):
        if words[opening].lower() in _CONDITIONS:
            return (opening, opening + 1) if not _FINITE.search(tags, opening, place) else None
    return None


def _said_false(clauses: SpeechClauses, content: WordSpan) -> int | None:
    """Where the words begin that somebody calls false: "said it was not true that ..."."""
    opening = " ".join(clauses.words[content[0] : content[0] + _FALSE_WORDS]).lower()
    match = _FALSE.match(opening)
    if match is None or not (match[1] or match[2]) or _TRUE.match(opening):
        return None
    place = content[0] + match[0].count(" ") + 1
    return place if content[1] - place >= _SHORTEST else None


def _is_media(clauses: SpeechClauses, report: Report) -> bool:
    words = clauses.words[slice(*report.subject)]
    return report.manner.stance == "says" and bool(words) and words[-1].lower() in _MEDIA
