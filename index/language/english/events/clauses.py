"""The clauses of a sentence: which words a date in it belongs to.

A sentence is cut where punctuation or a conjunction opens a part with a verb of its own; a part without one belongs to the
part that it stands beside. Told from the words alone: what is marked is what a reader would underline, no parse tree.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from operator import itemgetter

from index.language.english.grammar.tenses import IRREGULAR_PAST
from index.language.patterns import late
from index.model import Span

_PRESENT = """
    says say meets visits arrives begins starts ends expires takes holds faces wants hopes expects warns urges remains comes
    goes gets calls leaves opens plans intends seeks needs makes gives shows tells"""
_AUXILIARY = (
    "is are was were am be been has have had do does did will would shall should can could may might must"
)
_VERB = rf"(?<![-‑])(?:{'|'.join(f'{_AUXILIARY} {IRREGULAR_PAST} {_PRESENT}'.split())}|[a-z]{{2,}}ed|[a-z]+n[’']t)"
DONE = late(rf"(?<!\bbe )(?<![-‑])\b(?:{'|'.join(IRREGULAR_PAST.split())}|[a-z]{{2,}}ed|was|were|did|had)\b")
"""A verb of the past, or a participle that is not behind "be"."""
FINITE_VERB = late(rf"\b{_VERB}\b|[’'](?:ll|re|ve|d)\b")
"""A word that is most likely a finite verb; "United" with its capital is not."""

_UNIT = "day|week|month|year|time|same|night|morning|evening|weekend|quarter|decade|century|period"
_OBJECT = """
    the an? to that in on at by for with from his her its their our my it them him us me all some more no every each
    any both several many about against into over up out off down back away what how when this those these not after
    before under through between among around of as hundreds thousands dozens one two three four five"""
"""Words that stand behind a verb, as its object or place."""
_GOES_ON = rf"{_VERB}\b(?:(?<!ed)|(?=\s+(?:[A-Z$€£\d“\"'`]|(?:{'|'.join(_OBJECT.split())}|\w+ly)\b)|[.,;:]))"
"""A verb that goes on as one does, unlike "accused" of "and accused doctor killer"."""
_DONE_BY = (
    r"(?:[a-z]{3,}ed|taken|held|made|shot|given|written|led|sent|brought|won|lost|seen|driven|stolen)"
    r"(?:\s+(?:hostage|captive|prisoner))?\s+by\s"
)
"""A participle that tells of the noun before it: "families of men taken hostage by the militia"."""
_CUT = late(
    r"[;:]\s+|(?=\s)(?<!\s)\s++(?:--?|[–—])\s+|,[\"'”’]*\s+(?:and\s+|but\s+|or\s+)?"
    r"|(?=\s)(?<!\s)\s++(?=(?:who|whom|whose|which|where|when|while|whereas|although|though|because|unless|if|whether|after|before|until"
    rf"|since|once|as|in\s+what|(?<!\bin\s)what|that(?!\s+(?:{_UNIT})\b))\s)"
    rf"|(?=\s)(?<!\s)(?<!\bwas)(?<!\bwere)(?<!\bbeen)(?<!\bbe)(?<!\bis)(?<!\bare)(?<!\bbeing)(?<!ly)(?<!\bnot)(?<!\band)(?<!\bor)(?<!\bso)(?<!\bfirst)(?<!\balso)(?<!\blater)\s++"
    rf"(?={_DONE_BY})"
    r"|(?=\s)(?<!\s)(?<!\bwas)(?<!\bwere)(?<!\bbeen)(?<!\bbe)(?<!\bis)(?<!\bare)(?<!\bbeing)(?<!ly)(?<!\bnot)(?<!\bhad)(?<!\bhas)(?<!\bhave)"
    r"(?<!\band)(?<!\bor)(?<!\bto)\s++(?P<held>(?=(?:held|signed|adopted|concluded|convened|launched|reached|agreed)\s+(?:last|this|in|on|earlier|yesterday)\s))"
    r"|(?=\s)(?<!\s)\s++(?P<joined>(?=(?:and|but)\s+(?:(?P<subject>he|she|they|it|we|I|[Tt]he\s+\w+|[A-Z]\w+)\s+)?"
    rf"(?:(?:then|also|later)\s+)?{_GOES_ON}))"
)
_NEAR = 80
"""Characters before a participle in which the thing stands that it tells of; chosen."""
_OF_A_THING = late(
    r"\b(?:at|under|following|after|during)\s+(?:the|an?|its|their|our|his|her)\s+(?:[\w.’'-]+\s+){0,3}[\w.’'-]+\Z"
)
"""A thing behind a preposition, which is no subject: "at the meeting held last month"."""
_BY_THEM = late(
    r"\bafter\b.*\b(?:sides?|part(?:y|ies)|countries|nations|states|governments?|leaders|ministers|presidents|envoys|delegations|negotiators|armies|they|both|two|three|all)\Z"
)
"""Who does what the verb behind says: "after the two sides agreed on a plan"."""
_BETWEEN = late(r"\b(?:between|[Bb]oth)\s+(?:[\w.’'-]+\s+){0,4}[\w.’'-]+\Z")
"""A name that another is joined to by "and": "talks between Iran and Iraq will begin"."""
_VERB_BEFORE = late(rf"\b{_VERB}\s*\Z")
"""A verb that shares its object or its day with the one joined to it: "was signed and sealed on Monday"."""
_OF_A_PLACE = late(r",\s+(?:D\.?C\b|[A-Z]\.\s?[A-Z]\.)")
"""A comma inside the name of a place: "Washington, DC"."""
_SUBORDINATE = late(
    r"(?:who|whom|whose|which|where|that|[a-z]+ed|held|made|led|known|seen|given|taken|shot|written|sent|brought|won|lost|driven|stolen)\b"
)
_PARTICIPLE = late(_DONE_BY)
_INSERTED = late(r"(?:as|when|while|because|although|though|after|before|if|since|once)\s")
"""What opens a clause that stands between a date and its verb."""
_LEADING = late(
    r"(?:Building|Following|Recalling|Drawing|Based|Noting|Welcoming|Reaffirming|Citing|Referring)\b|\w+ing\s+(?:on|off|up)\b"
)
"""A phrase before the main clause that has its own time: "Building on their last meeting in May, they will ..."."""
_ADJUNCT = late(
    r"(?:in|on|at|by|for|from|since|until|during|over|after|before|last|this|next|earlier|later)\b"
)


@dataclass(slots=True)
class _Part:
    start: int
    end: int
    verb: bool
    subordinate: bool
    after_comma: bool = False
    enclosed: bool = False
    after_stop: bool = False
    dated: bool = False


def clause_spans(text: str, sentence: Span, dates: Sequence[Span]) -> list[Span]:
    """Return for each of ``dates``, spans inside ``sentence``, the span of the clause that the date belongs to.

    The clause need not hold the words of the date: in "They advanced, which nobody expected, in recent weeks" the last
    words date the first ones. The spans are of ``text`` and never empty; without a cut the clause is the sentence.
    """
    parts = _joined(text, _parts(text, sentence, dates))
    starts, ruling = [part.start for part in parts], _ruling(text, parts)
    return [_clause_of(text, ruling[max(0, bisect_right(starts, date[0]) - 1)], date) for date in dates]


def _parts(text: str, sentence: Span, dates: Sequence[Span]) -> list[_Part]:
    start, end = sentence
    parts: list[_Part] = []
    comma = stop = False
    ordered = sorted(dates)
    ends = list(accumulate((last for _, last in ordered), max))
    for cut in _CUT.finditer(text, start, end):
        earlier = bisect_right(ordered, cut.start(), key=itemgetter(0))
        within = earlier > 0 and ends[earlier - 1] > cut.start()
        if within or cut.start() <= start or cut.end() >= end:
            continue
        if _is_within(text, start, cut):
            continue
        parts.append(_part(text, start, cut.start(), after_comma=comma, after_stop=stop))
        start, comma, stop = cut.end(), text[cut.start()] == ",", text[cut.start()] == ";"
    parts.append(_part(text, start, end, after_comma=comma, after_stop=stop))
    for part in parts:
        following = bisect_left(ordered, part.start, key=itemgetter(0))
        part.dated = following < len(ordered) and ordered[following][0] < part.end
    for before, part in pairwise(parts):
        part.enclosed = part.after_comma or (before.after_comma and not before.verb)
    return [part for part in parts if part.start < part.end]


def _is_within(text: str, start: int, cut: re.Match[str]) -> bool:
    """Whether what looks like the beginning of a clause goes on with the one that began at ``start``."""
    near = max(start, cut.start() - _NEAR)
    if cut["held"] is not None:
        thing = _OF_A_THING.search(text, near, cut.start())
        return thing is None or _BY_THEM.match(thing.group()) is not None
    if text[cut.start()] == ",":
        return _OF_A_PLACE.match(text, cut.start()) is not None
    if cut["joined"] is None:
        return False
    if cut["subject"] is not None:
        shared = start < cut.start() and not FINITE_VERB.search(text, start, cut.start())
        return shared or _BETWEEN.search(text, near, cut.start()) is not None
    return _VERB_BEFORE.search(text, near, cut.start()) is not None


def _part(text: str, start: int, end: int, *, after_comma: bool, after_stop: bool) -> _Part:
    verb = FINITE_VERB.search(text, start, end) is not None or _PARTICIPLE.match(text, start, end) is not None
    return _Part(
        start, end, verb, _SUBORDINATE.match(text, start, end) is not None, after_comma, after_stop=after_stop
    )


def _joined(text: str, parts: list[_Part]) -> list[_Part]:
    """Return the parts with those that have no verb of their own joined to the one beside them.

    What stands before the first verb belongs to the verb, what follows one goes on with it, except that a moment behind
    a relative clause is left to stand alone: it speaks of the main clause.
    """
    joined: list[_Part] = []
    for place, part in enumerate(parts):
        before = joined[-1] if joined else None
        if (
            before is None
            or (part.verb and before.verb)
            or (part.after_stop and _opens_another(parts, place))
            or (place == 1 and _is_inserted(text, parts))
            or (
                before.start == parts[0].start
                and part.after_comma
                and _LEADING.match(text, before.start, before.end)
            )
            or (
                part.after_comma
                and before.subordinate
                and before.enclosed
                and _ADJUNCT.match(text, part.start, part.end)
            )
        ):
            joined.append(part)
        else:
            # "The minister, accompanied by two aides, flew home" has its verb behind what is inserted.
            inserted = (
                part.subordinate and part.enclosed and part.after_comma and (before.dated or not part.dated)
            )
            before.verb = before.verb or (part.verb and not (inserted and _goes_on(parts, place)))
            before.end, before.dated = part.end, before.dated or part.dated
    return joined


def _goes_on(parts: Sequence[_Part], place: int) -> bool:
    """Whether the next part, behind a comma, has a verb and no subordinate's opening."""
    if place + 1 >= len(parts):
        return False
    following = parts[place + 1]
    return following.after_comma and following.verb and not following.subordinate


def _is_inserted(text: str, parts: Sequence[_Part]) -> bool:
    """Whether a date that opens the sentence is cut from its verb by a clause: "Today, as you saw, the court ruled"."""
    return (
        not parts[0].verb
        and parts[0].dated
        and parts[1].after_comma
        and parts[1].verb
        and not parts[1].dated
        and _INSERTED.match(text, parts[1].start, parts[1].end) is not None
        and _goes_on(parts, 1)
    )


def _opens_another(parts: Sequence[_Part], place: int) -> bool:
    """Whether what follows a semicolon belongs to a verb behind it: "; the day before, a mine had gone off"."""
    return place + 1 < len(parts) and not parts[place + 1].after_stop and parts[place + 1].verb


def _ruling(text: str, parts: Sequence[_Part]) -> list[_Part]:
    """Return for each part the one that it speaks of: the last main clause before it where it has no verb."""
    ruling: list[_Part] = []
    main = parts[2] if len(parts) > 2 and _is_inserted(text, parts) else None
    for part in parts:
        ruling.append(part if part.verb or main is None else main)
        if part.verb and not part.subordinate:
            main = part
    return ruling


def _clause_of(text: str, part: _Part, date: Span) -> Span:
    start, end = part.start, part.end
    while end > start and text[end - 1] in ' ,;:"”':
        end -= 1
    return (start, end) if start < end else date
