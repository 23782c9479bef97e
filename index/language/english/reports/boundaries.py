"""Where the clause begins and ends that a verb of saying reports: behind it, before it, or around it."""

import re
from collections.abc import Sequence

from index.language.english.grammar.clauses import FAR, WordSpan
from index.language.english.speech.cue_subjects import CONDITIONAL, SUPPOSING, Cue
from index.language.english.speech.cues import SpeechClauses

FINITE = re.compile("[xyvVJeBP]")
"""The letters of words that may be the verb of a clause."""
PREDICATE = re.compile("[xyvVJe]")
"""The same without the bare form and the participle of a verb of saying."""
NEAR = 14
"""Words between a verb and its "that": an addressee, a day, a place."""
SHORTEST = 3
"""Words of a report, fewer say nothing by themselves: "said so", "said no"."""
TELLING = frozenset("told tell tells telling".split())
"""Forms of the verb that has an addressee for its object."""
_LONGEST = 300
"""Words of a report; it keeps the time linear in a text without sentence ends."""
_CLAUSE = 7
"""Words before "according to" that are a clause, though its verb is not known."""
_STOP = re.compile("[;:]")
_ADDED = re.compile(",w")
_REMARK = re.compile(",(?:[bw]|a?G|c(?=p|d?[NTrnpsa#'’]{1,8}[xyvVJe](?![.;]|$)))")
MEDIUM = frozenset(
    """statement interview speech letter tweet post address ruling message memo email e-mail op-ed report brief essay article book
    column broadcast briefing
    diatribe""".split()
)
"""In what somebody says or writes something."""


def is_closed(clauses: SpeechClauses, cue: Cue) -> bool:
    """Tell whether a verb has no object of its own: ", Orsic told reporters on Monday", but not ", Orsic announced a plan"."""
    place = max(cue.last + 1, cue.subject[1] if cue.inverted and cue.subject else 0)
    if clauses.words[cue.last] in TELLING:
        return clauses.tags.find("Q", place) < 0
    while place < len(clauses.tags) and clauses.tags[place] in "aD#":
        place += 1
    return place >= len(clauses.tags) or clauses.tags[place] in ".,;-ciwb)"


def is_clause(clauses: SpeechClauses, start: int, end: int) -> bool:
    """Tell whether a clause begins at word ``start``: a subject, then a verb with no comma between."""
    tags = clauses.tags
    if clauses.word(start) in {"about", "around", "nearly"} and clauses.tag(start + 1) == "#":
        start += 1
    if end - start < SHORTEST:
        return False
    if tags[start] == "p" or clauses.words[start].lower() == "there":
        return clauses.words[start] != "it" or _OF_IT.match(tags, start + 1) is not None
    finite = PREDICATE.search(tags, start + (tags[start] == "e"), min(end, start + FAR))
    opens = tags[start] in "dNTrn#" or (tags[start] == "e" and tags[start + 1] in "nrN")
    return opens and finite is not None and "," not in tags[start : finite.start()]


_OF_IT = re.compile("a?[xyvVJeBs]|[Nn]")
"""What follows "it" where that opens a clause: "said it consistently" has it for its object."""


def end_of_report(clauses: SpeechClauses, number: int) -> int:
    """Return the word behind those that cue ``number`` reports after itself, as ``end_behind`` tells it."""
    return end_behind(clauses, clauses.cues[number], clauses.cues_behind(number))


def end_behind(clauses: SpeechClauses, cue: Cue, later: Sequence[Cue]) -> int:
    """Return the word behind those that ``cue`` reports after itself: at the clause of the ``later`` cues that speaks next beside
    it, or at the end of the sentence."""
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
    added = _ADDED.search(tags, start + SHORTEST, end)
    if added is not None and "," not in tags[added.end() : end]:
        end = added.start()
    if _is_fronted(clauses, cue):
        closing = _MAIN_CLAUSE.search(tags, start, end)
        if closing is not None:
            end = closing.start()
    for other in later:
        if other.first >= end or other.first - start > FAR:
            break
        if other.subject is None or (other.tag in "GK" and other.first == start + 1 and tags[start] == ","):
            # "pledged, speaking in Riga, that": what stands between is no end.
            continue
        boundary = _boundary_before(clauses, cue, other)
        if boundary is not None and boundary > start:
            end = boundary
            break
    aside = _CALLED_BY_WRITER.search(tags, start + SHORTEST, end)
    if aside and clauses.words[aside.end() - 1] in _ALLEGATIONS and "-" not in tags[aside.end() : end]:
        end = aside.start()
    credit = _CREDIT.search(tags, max(start + SHORTEST, end - NEAR // 2), end)
    if credit and clauses.words[end - 1] in {"reports", "reported"}:
        end = credit.start()
    while end > start and tags[end - 1] in ".?!,;-c":
        end -= 1
    return end


_CALLED_BY_WRITER = re.compile("[-,]dn")
_ALLEGATIONS = frozenset("allegation claim charge accusation assertion suggestion".split())
"""What a writer calls the words that he has just reported: "has been mined – an allegation the navy denies"."""
_CREDIT = re.compile(",d?[NT]{1,4}[VnB]$")
"""Who reports it, at the end: ", the Tarvo Courier reports"."""


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
    # "Shortly after Tamm said"
    low += low + 1 < opening and clauses.words[low + 1] in _SUBORDINATE and clauses.tags[low] in "NnD"
    if cue.tag in "GK":
        return low == opening or (opening - low == 1 and clauses.tags[low] in "ib")
    near = low < opening and opening - low <= NEAR
    if near and clauses.tags[low] == "i" and clauses.tags[opening - 1] == "t":
        # "Amid reports that Tamm had accepted the plan, the envoys left"
        return True
    return near and (clauses.words[low].lower() in _SUBORDINATE or clauses.words[low] in CONDITIONAL)


_PREDICATE_BEHIND = re.compile(",a*(?=[xyvVJP])")
_MAIN_CLAUSE = re.compile(",a*(?=(?:p|d[aNTrn#es]{0,8}|[aNTrn#es]{1,8}|[NT]{1,4}c[NT]{1,4}a?)[xyvVJeBL])")


def is_subordinate(clauses: SpeechClauses, cue: Cue) -> bool:
    """Tell whether a clause only dates or explains another one: "Since Tamm announced the plan, ..."."""
    assert cue.subject is not None
    return clauses.word(cue.subject[0] - 1).lower() in _DATING


_DATING = frozenset("since after before when while until because as once".split())
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
        if clauses.tag(place - 1) == ",":
            return place - 1
    if other.tag == "K" and tags[other.first - 1] == "," and tags.find("Q", other.first) >= 0:
        # "said he would go to court, calling the count “a burglary”"
        return other.first - 1
    if _takes_up(clauses, cue, other):
        return other.first - 1
    if other.subject == cue.subject:
        place = other.first
        while place and tags[place - 1] in "ac":
            place -= 1
        parted = tags[place - 1] == "," and other.tag in "GKA"
        return place if parted or clauses.tag(place) == "c" else None
    place = other.subject[0]
    if other.inverted or place > other.first:
        return None
    if tags.startswith("#,#", max(0, place - 2)):
        # "750,000 shares"
        return None
    if clauses.tag(place - 1) == "," and is_closed(clauses, other):
        return None if _is_conditional(clauses, cue.last + 1, place - 1) else place - 1
    while place and tags[place - 1] in "ad":
        place -= 1
    if clauses.tag(place - 1) in {"c", "b"} and clauses.tag(place - 2) in {",", "-"}:
        word = clauses.words[place - 1].lower()
        return place - 2 if word in _ADDING_CLAUSES else None
    return None


def _is_conditional(clauses: SpeechClauses, start: int, comma: int) -> bool:
    """Tell whether the words from ``start`` to a comma are the condition of the clause behind it: "that if Norland leaves,"."""
    start += clauses.tag(start) == "t"
    return clauses.word(start).lower() in {"if", "unless"} and "," not in clauses.tags[start:comma]


_ADDING_CLAUSES = frozenset("but while whereas and though although".split())


def _takes_up(clauses: SpeechClauses, cue: Cue, other: Cue) -> bool:
    """Tell by the forms of the verbs whether ``other`` goes on with ``cue``: "said he would order a review and warned of"."""
    if clauses.tags[other.first - 1] != "c" or other.tag not in "VJ" or other.inverted:
        return False
    past = all(_PAST.search(clauses.words[verb.last]) for verb in (cue, other))
    between = clauses.words[cue.last + 1 : min(other.first, cue.last + NEAR)]
    return past and not _FUTURE.isdisjoint(between)


_PAST = re.compile("(?:ed|said|told|wrote)$")
_FUTURE = frozenset("would could might should must will".split())


def clause_before(clauses: SpeechClauses, number: int) -> WordSpan | None:
    """Return the clause before ", Peskov said", the words of cue ``number``: from the beginning of the sentence, or from the last
    quotation or semicolon; None where none is reported there."""
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
    while start < end and tags[start] in "ca,.-" and not _is_existential(clauses, start):
        start += 1
    if end > start and tags[end - 1] in ("wbyz" if cue.tag == "A" else "wb"):
        # "the price, which according to the bank ...", "The contract is, according to the union, ..."
        return None
    led = tags.find(",", start, end) if tags[start] in "bi" else -1
    if end - start <= 2 or (
        tags[start] in "bizGKPeVJxyB"
        and not (led > 0 and (is_clause(clauses, led + 1, end) or _THAT_IS.match(tags, led)))
    ):
        return None
    plain = cue.tag == "A" or clauses.words[cue.last] in {"said", "says", "say"}
    if not FINITE.search(tags, start, end) and (not plain or end - start < _CLAUSE):
        return None
    return start, end


_THAT_IS = re.compile(",t[xy]")
"""A main clause about what stands before it: "If it holds, that would be a blow"."""


def _is_existential(clauses: SpeechClauses, place: int) -> bool:
    """Tell whether "there" at word ``place`` opens a clause: "There is no sign of rain"."""
    return clauses.words[place].lower() == "there" and clauses.tag(place + 1) in {"x", "y"}


def clause_around(clauses: SpeechClauses, number: int) -> tuple[WordSpan, WordSpan] | None:
    """Return the clause around ", Peskov said,", the words of cue ``number``, and those words with their commas; None where they
    do not stand inside one."""
    cue = clauses.cues[number]
    tags = clauses.tags
    if cue.subject is None or cue.tag == "A":
        return None
    first, last = min(cue.subject[0], cue.first), max(cue.subject[1], cue.last + 1)
    comma = _INSERTION_ENDS.match(tags, last, min(len(tags), last + NEAR))
    if comma is None or clauses.tag(first - 1) != ",":
        return None
    start = clauses.boundary(first)
    end = min(end_of_report(clauses, number), comma.end() + _LONGEST)
    while start < first and tags[start] in "c,.-":
        start += 1
    before, after = tags[start : first - 1], tags[comma.end() : end]
    if len(after) < SHORTEST:
        # "If the talks fail, Lind said,": what is said stands in the next line.
        return None
    if (
        any(
            start <= other.first < first and other is not cue
            for other in clauses.cues[max(0, number - FAR) : number]
        )
        and before[-1:] in "-:"
    ):
        return None
    if (
        after[:1] == "b"
        and clauses.words[comma.end()] in _ABOUT_SAYING
        and is_clause(clauses, start, first - 1)
    ):
        return None
    opens = FINITE.search(before) is None or before.lstrip("a")[:1] == "b" or before[-1] == "b"
    opens = opens or (start == 0 and clauses.words[0] in SUPPOSING)
    verb = clauses.words[comma.end()]
    goes_on = _GOES_ON.match(after) or (verb.islower() and verb.endswith("s") and after[1] in "dN")
    goes_on = goes_on or (opens and is_clause(clauses, comma.end(), end))
    if not before or len(before) > FAR or not goes_on or before[0] == "w":
        return None
    return (start, end), (first - 1, comma.end())


_ABOUT_SAYING = frozenset("as while when after before".split())
"""Words that open what goes on while something is said: "The port is shut, Tamm said, as pilots left the hall"."""
_INSERTION_ENDS = re.compile("(?:i?[daDn#N]{1,6})?,")
_GOES_ON = re.compile("a?(?:[xyve]|[VJ]|b)")


def without_remark(clauses: SpeechClauses, content: WordSpan) -> WordSpan:
    """Return ``content`` without what the writer adds to a demand or a denial: ", though it is unclear whether"."""
    start, end = content
    match = _REMARK.search(clauses.tags, start, min(end, start + FAR))
    aside = match is not None and match[0][-1] == "w" and "," in clauses.tags[match.end() : end]
    if match and match.start() > start and not aside:
        end = match.start()
    for place in range(start + 1, min(end, start + FAR)):
        if clauses.words[place] == "in" and not MEDIUM.isdisjoint(clauses.words[place + 1 : place + 4]):
            return start, place
    return start, end
