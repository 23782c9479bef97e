"""Which speaker each quotation belongs to, and what is reported without quotation marks.

In the order tried: the clause after the quotation ("...," said Peskov), the clause before it (Peskov said that "..."),
the clause that ends the sentence, a signature, a heading, and for a quotation that stands alone, who spoke last.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.language.english.clauses import FAR, WordSpan
from index.language.english.speech.cues import Cue, SpeechClauses
from index.language.english.speech.stances import REPORTING_FORMS, verb_of
from index.language.english.speech.verbs import JUDGING_VERBS, RAISING_VERBS, REPORTING_VERBS, SAYING_VERBS
from index.language.english.word_classes import VEIL, word_class
from index.language.quotation_marks import QuotedSpan
from index.model import Sentence, Span, Stance
from index.quotations.reports.boundaries import is_closed
from index.quotations.reports.manner import manner_of_quotation
from index.quotations.reports.reporting import find_reports, without_inserted
from index.quotations.reports.subjects import end_of_head

_MARKUP = re.compile(
    r"\[(?P<shown>(?:[^\[\]\n]|\n(?!\n)){1,200})\]\((?:https?:|/|#)[^()\s]{0,500}(?:\([^()\s]{0,100}\)[^()\s]{0,200})?\)"
    r"|\b(?:https?://|www\.)\S{1,500}"
)
_LONGEST_TERM = 60
"""Characters of what may be a term in quotation marks and nobody's words; chosen: some eight words."""
_BEFORE_TERM = 160
"""Characters before such a term in which what names it stands; chosen: a long clause."""
_DEFINES = re.compile(r"(?:\(|,|;|or|and|as|hereinafter|the|a|an|“|\")\s*(?:the |a |an )?$")
_KNOWN_AS = re.compile(
    r"(?:so-called|also called|known as|referred to \w* ?as|designat\w+ [^.]{0,60} as|titled|entitled"
    r"|(?:term|word|words|phrase)s?)"
    r"\s*(?:the |a |an )?$"
)
_COMPOUND = re.compile("-[a-z]")
"""Quoted words that a hyphen joins to a word: the “green”-related plans."""
_MEANS = re.compile(r"\s(?:means?|shall mean|has the meaning|refers? to|is defined)\b")
_NICKNAME = re.compile(r"[A-Z][\w.]* $")
_TRANSCRIPT = re.compile(r"\s*([A-Z][A-Z.'’ -]{1,40}|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}):\s")
_LETTER = re.compile("[a-zA-Z#]")
_SIGNATURE = re.compile("-([NT]{1,5})[.,]?$")
_DASHED = re.compile(r"\s*[-–—―]{1,2}\s*[^\W\d_]")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_HEADING = re.compile("[NT]{1,4}:")
_ANIMATE = re.compile("[NTpr]")
_VERB = re.compile("[VJBve]")
_LONG = 5
"""Words from which what is quoted stands as a sentence of its own; chosen by hand."""
_LONGEST_SOURCE = 300
"""Characters of the words that say who speaks; what is longer names nobody."""
_OPENERS = frozenset(
    verb + mark for verb in SAYING_VERBS | RAISING_VERBS | REPORTING_FORMS for mark in ("", ".", ",", ":")
)
_TELLING_FORMS = REPORTING_VERBS.keys() | JUDGING_VERBS.keys()
_SMALL_WORDS = frozenset(
    "the a an of in on to for and with at by from as is or into through under over between its".split()
)
_LINK = re.compile(r"\[([^\[\]]{1,300})\]\([^()\s]{1,900}\)")
# With these a clause follows only where "that", a comma or a pronoun opens it: "he showed them the way".
_WEAK = frozenset(
    """show shows showed shown showing find finds found finding know knows knew knowing feel feels felt feeling
    understand understands understood read reads reading begin begins beginning start starts started starting open
    opens opened opening finish finished finishes end ends ended ending rule ruled rules determine determined
    answer answered answers offer offers offered offering teach taught expect expects expected""".split()
)


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words said (``content``), who says so (``source``) and the words that say so (``cue``): spans of the text."""

    content: Span
    source: Span
    cue: Span | None
    direct: bool
    stance: Stance = "says"
    condition: Span | None = None
    hearsay: bool = False
    inserted: Span | None = None

    @property
    def pieces(self) -> tuple[Span, ...]:
        """The words said, without the words inside them that say so: "The museum, Tamm said, is full"."""
        return without_inserted(self.content, self.inserted)


@dataclass(frozen=True, slots=True)
class _Voice:
    source: Span
    cue: Span | None
    stance: Stance = "says"
    condition: Span | None = None
    hearsay: bool = False


@dataclass(slots=True)
class _Unit:
    """A sentence, or the sentences that one quotation joins."""

    start: int
    end: int
    paragraph: int
    quoted: list[QuotedSpan]


def attribute(
    text: str, quoted: Sequence[QuotedSpan], sentences: Sequence[Sentence], *, indirect: bool = True
) -> list[Attribution]:
    """Return an attribution for each quotation that has a speaker and, with ``indirect``, for indirect speech, in order."""
    spoken = [span for span in quoted if not _is_nickname(text, span) and not _is_term(text, span)]
    found = _Reading(text, spoken, indirect).attributions(_units(text, sentences, spoken))
    return [item for item in found if item.source[1] - item.source[0] <= _LONGEST_SOURCE]


class _Reading:
    """One pass over a document, which remembers who spoke last."""

    def __init__(self, text: str, quoted: Sequence[QuotedSpan], indirect: bool) -> None:
        self._text = text
        self._veiled = _veiled(text, quoted)
        self._indirect = indirect
        self._last: _Voice | None = None
        self._turn: _Voice | None = None

    def attributions(self, units: Sequence[_Unit]) -> Iterator[Attribution]:
        previous: _Unit | None = None
        for unit in units:
            if not unit.quoted:
                self._last = self._turn = None
                if self._indirect and not _OPENERS.isdisjoint(self._text[unit.start : unit.end].split()):
                    yield from indirect_speech(SpeechClauses(self._veiled, unit.start, unit.end))
            else:
                headline = unit.paragraph == 1 and _is_headline(self._text[unit.start : unit.end])
                clauses = SpeechClauses(self._veiled, unit.start, unit.end, headline=headline)
                if _LETTER.search(clauses.tags.replace("Q", "").replace("D", "")) is None:
                    yield from self._standing_alone(unit, previous)
                else:
                    yield from self._in_sentence(clauses, unit, previous, headline)
                    if self._indirect:
                        yield from indirect_speech(clauses)
            previous = unit

    def _standing_alone(self, unit: _Unit, previous: _Unit | None) -> Iterator[Attribution]:
        first = unit.quoted[0]
        turn = _TRANSCRIPT.match(self._text, first.inner[0], first.inner[0] + 60)
        if turn:
            self._turn = _Voice(turn.span(1), None)
        apart = previous is None or unit.paragraph - previous.paragraph > 1
        if self._turn:
            self._last = self._turn
        elif apart:
            self._last = None
        elif self._last is None and previous is not None:
            self._last = self._introduced_by(previous)
        if self._last is not None:
            for span in unit.quoted:
                if not _is_subheading(self._text, span):
                    yield _spoken(span, self._last)

    def _in_sentence(
        self, clauses: SpeechClauses, unit: _Unit, previous: _Unit | None, headline: bool
    ) -> Iterator[Attribution]:
        self._turn = None
        before = self._last if previous is not None and previous.paragraph == unit.paragraph else None
        voice: _Voice | None = None
        self._last = None
        for span in unit.quoted:
            found = self._speaker(clauses, span, headline)
            goes_on = voice is not None or (span.start == unit.start and self._length(span) >= _LONG)
            if found is None and goes_on and not (voice is not None and self._names(clauses, span)):
                found = voice or _plainly(before)
            if found is not None:
                voice = self._last = found
                if not self._is_scare(span, found.cue, headline=headline):
                    yield _spoken(span, found)

    def _is_scare(self, span: QuotedSpan, cue: Span | None, *, headline: bool) -> bool:
        """Tell whether few quoted words are the writer's way of naming something, near a verb that does not quote them."""
        if cue is None:
            return False
        if span.end <= cue[0] and _MADE_BY.fullmatch(self._text, *cue):
            return True
        if self._length(span) < _LONG:
            owned = _OTHERS_WORDS.search(self._text, max(0, span.start - _BEFORE_TERM), span.start)
            if owned is not None and cue[1] <= owned.start():
                return True
        named = _works(self._text, span)
        if not headline and (
            (named and (self._length(span) < _LONG or self._text[span.inner[0]].isupper()))
            or (self._is_title(span) and (named or not self._introduces(cue, span)))
        ):
            return True
        if self._length(span) >= _LONG:
            return False
        words = self._text[slice(*cue)].lower().split()
        verb = verb_of(words[-1])
        if _AIM.match(self._text, *cue):
            own = words[-1] not in SAYING_VERBS and verb not in _NAMING
            return verb in _DOING or (own and self._length(span) <= _FEW)
        given = _GIVEN.search(self._text, max(0, span.start - _MARKED), span.start) is not None
        if verb in _HANDING and self._length(span) <= (_SCARE if given else _FEW):
            return True
        quotes = (
            words[0] == "according" or (words[-1] in SAYING_VERBS and verb not in _DEEDS) or verb in _NAMING
        )
        if not quotes or (
            verb not in _DESCRIBING and words[-1] not in SAYING_VERBS and words[0] != "according"
        ):
            far = len(self._text[cue[1] : span.start].split()) > _FAR_FROM_VERB
            if far and cue[1] <= span.start and self._length(span) <= _FEW:
                return True
        return not quotes and _is_modifier(self._text, span)

    def _is_title(self, span: QuotedSpan) -> bool:
        """Tell whether quoted words are written as the name of a plan, a meeting or a work is."""
        words = _shown(self._text[slice(*span.inner)]).split()
        named = 1 < len(words) <= _LONGEST_TITLE and _are_capitalised(words)
        return named and not words[-1].endswith(("!", "?"))

    def _introduces(self, cue: Span, span: QuotedSpan) -> bool:
        """Tell whether the words that report stand beside the quoted ones: "said: “Peace Now”"."""
        verb = self._text[slice(*cue)].rpartition(" ")[2].lower()
        first, last = (cue[1], span.start) if cue[1] <= span.start else (span.end, cue[0])
        between = self._text[first:last].split()
        if verb_of(verb) in _NAMING:
            return len(between) <= _FAR_FROM_VERB and between[:1] not in (["on"], ["for"], ["upon"])
        if verb not in SAYING_VERBS or verb_of(verb) in _DEEDS:
            return between[-1:] == ["as"]
        return len(between) <= _BESIDE and not _ARTICLES.intersection(between)

    def _names(self, clauses: SpeechClauses, span: QuotedSpan) -> bool:
        return _is_name(self._text, clauses, clauses.index_at(span.start), span)

    def _length(self, span: QuotedSpan) -> int:
        return len(self._text[span.inner[0] : span.inner[1]].split())

    def _introduced_by(self, previous: _Unit) -> _Voice | None:
        """Who is spoken of in the sentence before a quotation that stands alone."""
        clauses = SpeechClauses(self._veiled, previous.start, previous.end)
        introduced = clauses.tags.endswith(":")
        for cue in reversed(clauses.cues) if introduced else clauses.cues:
            if cue.subject is not None and clauses.tags[cue.subject[0]] != "w":
                voice = _voice(clauses, cue, len(clauses.tags))
                told = introduced or clauses.words[cue.last] in SAYING_VERBS
                return voice if introduced else _plainly(voice, always=not told)
        subject = clauses.main_subject(len(clauses.tags))
        return None if subject is None else _Voice(clauses.span(subject), None)

    def _speaker(self, clauses: SpeechClauses, span: QuotedSpan, headline: bool) -> _Voice | None:
        tags, place = clauses.tags, clauses.index_at(span.start)
        if not headline and _is_name(self._text, clauses, place, span):
            return None
        signature = _SIGNATURE.match(tags, place + 1)
        if signature:
            return _Voice(clauses.span(signature.span(1)), None)
        apart = _NEXT_ITEM.match(self._text, span.end) is not None
        voice = None if apart else _said_after(clauses, place)
        if voice is None and _NEW_SENTENCE.search(self._text, max(0, span.start - _MARKED), span.start):
            # What the sentence before did to other words, it does not do to these.
            return _plainly(_said_before(clauses, place), always=True)
        voice = voice or _said_before(clauses, place) or (None if apart else _said_at_end(clauses, place))
        if voice is not None:
            return voice
        heading = _HEADING.match(tags)
        if heading:
            return _Voice(clauses.span((0, heading.end() - 1)), None)
        introduced = tags[place - 1 : place] == ":"
        subject = clauses.main_subject(place)
        if subject is None:
            return None
        words = tags[subject[0] : subject[1]]
        length = self._length(span)
        verb = self._verb(clauses, subject[1], place, span)
        tells = verb is not None and self._text[slice(*verb)].lower() in _TELLING_FORMS
        governed = length >= _LONG + 1 or (length >= _LONG - 1 and tags[place - 1] != "d")
        if introduced or (governed and tells and _ANIMATE.search(words)):
            return _Voice(clauses.span(subject), verb)
        return None

    def _verb(self, clauses: SpeechClauses, first: int, place: int, span: QuotedSpan) -> Span | None:
        """The last verb between a subject and its quotation, or the one that the quotation opens with."""
        verbs = list(_VERB.finditer(clauses.tags, first, place))
        if verbs:
            return clauses.span(verbs[-1].span())
        opening = _FIRST_WORD.match(self._text, span.inner[0], span.inner[1])
        return opening.span() if opening and _VERB.match(word_class(opening[0])) else None


def indirect_speech(clauses: SpeechClauses) -> Iterator[Attribution]:
    """Yield what a sentence reports in its own words."""
    for report in find_reports(clauses):
        manner = report.manner
        yield Attribution(
            clauses.span(report.content),
            clauses.span(report.subject),
            clauses.span(manner.cue),
            False,
            manner.stance,
            clauses.span(manner.condition) if manner.condition else None,
            manner.hearsay,
            clauses.span(report.inserted) if report.inserted else None,
        )


_AIM = re.compile(r"(?:\w+ly )?to\s")
_NEXT_ITEM = re.compile(r"[*_]{0,3}\s*\n\s*(?:[-–•*+]|<!--|\d{1,2}[.)])\s")
"""What parts a quotation from the next item of a list, whose verb is not its own."""
_OTHERS_WORDS = re.compile(
    r"['’]s (?:\w+ )?(?:announcement|statement|claim|remark|comment|assertion|warning|promise|pledge|description)s?"
    r" (?:about|regarding|of|on) (?:the |an? )?$"
)
"""A noun that makes a few quoted words its owner's: "welcomed the League's announcement of the “strong will”"."""
_MADE_BY = re.compile(r"(?:was|were|is|are|been) (?:\w+ly )?(?:written|sung|read|recorded)")
"""The verb of a work that stands before it in quotation marks: "“Harbour Lights” was written by Holt"."""
_MARKED = 6
"""Characters of marks and spaces between a full stop and a quotation."""
_NEW_SENTENCE = re.compile(r"[\w)\]][.!?][*_]{1,3}\s*$")
"""A sentence whose end is set off from the quotation behind it by marks alone: bold words that lead in."""
_WORK = re.compile(
    r"\b(?:book|film|movie|song|anthem|hymn|album|memoir|essay|documentary|play|show|series|novel|poem|podcast|column|motto|speech"
    r"|article|report|paper|exhibition|festival|campaign|theme|hit|ballad)s?,?\s*$"
    r"|\b(?:resolution|panel|session|debate|workshop|seminar|event|discussion|forum)s?(?: [\w/]+){0,2}"
    r" (?:on|about|titled|entitled|called),?\s*$"
)
_NAMING = frozenset(
    "call describe brand label dub characterize characterise term name denounce condemn criticize blast".split()
)
_DEEDS = frozenset("announce propose pledge promise recommend add proclaim declare".split())
"""Verbs with a thing behind them, whose name may stand in quotation marks: "proposed a “Green Card” for pilots"."""
_DOING = frozenset(
    """begin support discuss seek realize realise respond add continue start open address give deliver issue release share send
    hold use see identify wonder finish end plan try promote show find know understand consider offer publish sign""".split()
)
"""Verbs of which an aim is no saying: "agreed to discuss the “open door”"."""
_PREDICATE = re.compile("[VJvxBPy]")


def _spoken(span: QuotedSpan, voice: _Voice) -> Attribution:
    return Attribution(
        span.inner, voice.source, voice.cue, True, voice.stance, voice.condition, voice.hearsay
    )


def _said_after(clauses: SpeechClauses, place: int) -> _Voice | None:
    """The clause that follows the quotation at word ``place``."""
    tags = clauses.tags
    after = place + 1
    while tags[after : after + 1] in {",", "-", "a"} or clauses.words[after : after + 1] == ["as"]:
        after += 1
    for cue in clauses.cues_after(place):
        head = min(cue.subject[0], cue.first) if cue.subject and cue.tag != "S" else place
        if head == after and cue.tag in "VJBA":
            return _voice(clauses, cue, place)
        if head > after:
            return None
    return None


def _said_before(clauses: SpeechClauses, place: int) -> _Voice | None:
    """The nearest clause before the quotation at word ``place`` whose words go on as far as that."""
    left = clauses.cues_before(place)
    while left and not _reaches(clauses, left[-1], place):
        left.pop()
    while len(left) > 1 and left[-1].tag in "JLM" and _is_thing_of(clauses, left[-2], left[-1]):
        # "Tamm said that the footage did not give ..."
        left.pop()
    if not left:
        return None
    return _voice(clauses, left[-1], place, _outermost_subject(clauses, left))


def _is_thing_of(clauses: SpeechClauses, outer: Cue, inner: Cue) -> bool:
    """Tell whether the subject of ``inner`` is a thing inside what ``outer`` reports."""
    assert inner.subject is not None
    within = outer.reporting and outer.last < inner.subject[0] < inner.first
    return within and clauses.tags[end_of_head(clauses, inner.subject) - 1] == "n"


def _said_at_end(clauses: SpeechClauses, place: int) -> _Voice | None:
    cues = (cue for cue in clauses.cues_after(place) if cue.reporting and cue.tag != "S")
    cue = next(cues, None)
    if cue is None or cue.first - place > FAR:
        return None
    between = clauses.tags[place + 1 : cue.first]
    if not is_closed(clauses, cue) and clauses.words[cue.last] in SAYING_VERBS:
        # "Citing the “old law,” Tamm closed by urging the council to act."
        return None
    if (
        ":" in between
        or "<" in between
        or "-d" in between
        or clauses.tags[cue.last + 1 : cue.last + 2] == ":"
    ):
        # A caption, or an item of a list: the clause has words of its own.
        return None
    return _voice(clauses, cue, place)


def _reaches(clauses: SpeechClauses, cue: Cue, place: int) -> bool:
    """Tell whether what ``cue`` introduces can go on as far as word ``place``."""
    first = cue.last + 1
    if cue.inverted and cue.subject:
        first = max(first, cue.subject[1])
    tags = clauses.tags
    opening = tags[first] if first < place else ""
    if cue.reporting and (clauses.words[cue.last] not in _WEAK or opening in {"", "t", ":", ",", "p", "Q"}):
        return True
    last = max(first, tags.rfind("Q", first, place) + 1)
    if tags.find("t", last, place) >= 0:
        return True
    return all(
        match[0] == "y" and clauses.words[match.start()] in {"be", "been", "being"}
        for match in _PREDICATE.finditer(tags, last, place)
    )


def _outermost_subject(clauses: SpeechClauses, left: Sequence[Cue]) -> WordSpan:
    """From a pronoun inside indirect speech ("She said she hopes ...") go out to the subject it repeats."""
    subject = left[-1].subject
    assert subject is not None
    for outer in reversed(left[:-1]):
        assert outer.subject is not None
        if clauses.tags[subject[0]] not in "pw" or clauses.words[subject[0]].lower() in {"i", "we", "you"}:
            break
        between = clauses.tags[outer.last + 1 : min(subject[0], left[-1].first)]
        what = clauses.words[subject[0] - 1 : subject[0]] == ["what"]
        if outer.inverted or re.search("[Q;]" if what else "[Q;,c]", between):
            break
        subject = outer.subject
    return subject


def _voice(clauses: SpeechClauses, cue: Cue, place: int, subject: WordSpan | None = None) -> _Voice:
    """Who speaks, with ``cue``, the quotation at word ``place``, and how."""
    source = subject or cue.subject
    assert source is not None
    manner = manner_of_quotation(clauses, cue, place)
    return _Voice(
        clauses.span(source),
        clauses.span(manner.cue),
        manner.stance,
        clauses.span(manner.condition) if manner.condition else None,
        manner.hearsay,
    )


def _veiled(text: str, quoted: Sequence[QuotedSpan]) -> str:
    parts, position = [], 0
    for span in quoted:
        parts.append(text[position : span.start])
        parts.append(VEIL * (span.end - span.start))
        position = span.end
    parts.append(text[position:])
    veiled = "".join(parts)
    if "](" in veiled or "://" in veiled or "www." in veiled:
        # Looked for first, because going through a text for all of them takes longer than for one.
        veiled = _MARKUP.sub(_blank, veiled)
    return _ASIDE.sub(_spaces, veiled) if "(Laugh" in veiled or "(Applause" in veiled else veiled


_ASIDE = re.compile(r"\((?:Laugh|Applause)[^()\n]{0,40}\)")


def _spaces(aside: re.Match[str]) -> str:
    return " " * len(aside[0])


def _blank(markup: re.Match[str]) -> str:
    """What a link shows stays where it stands; its address, and bare addresses, speak for nobody."""
    shown = markup["shown"]
    if shown is None:
        return " " * len(markup[0])
    return f" {shown}{' ' * (len(markup[0]) - len(shown) - 1)}"


def _units(text: str, sentences: Sequence[Sentence], quoted: Sequence[QuotedSpan]) -> list[_Unit]:
    joined: list[_Unit] = []
    number = 0
    for sentence in sentences:
        if joined and joined[-1].quoted and _goes_on(text, joined[-1], sentence):
            unit = joined[-1]
            unit.end = max(sentence.end, unit.end)
        else:
            unit = _Unit(sentence.start, sentence.end, sentence.paragraph, [])
            joined.append(unit)
        while number < len(quoted) and quoted[number].start < unit.end:
            unit.quoted.append(quoted[number])
            number += 1
    return joined


def _goes_on(text: str, unit: _Unit, sentence: Sentence) -> bool:
    """Tell whether a sentence belongs to the unit before it: inside its quotation, or saying whose it was."""
    last = unit.quoted[-1]
    if last.end > sentence.start:
        return True
    if last.end < unit.end or sentence.paragraph != unit.paragraph:
        return False
    if _DASHED.match(text, sentence.start, sentence.start + 20):
        return True
    return (
        last.start == unit.start
        and text[last.inner[1] - 1] in "!?,—"
        and text[sentence.start] not in "\"“”'‘«„"
    )


def _is_nickname(text: str, span: QuotedSpan) -> bool:
    """Tell whether the quoted word stands between first name and surname."""
    word = text[span.inner[0] : span.inner[1]]
    return (
        word.isalpha()
        and word[0].isupper()
        and text[span.end : span.end + 1] == " "
        and text[span.end + 1 : span.end + 2].isupper()
        and _NICKNAME.search(text, max(0, span.start - 20), span.start) is not None
    )


def _is_term(text: str, span: QuotedSpan) -> bool:
    """Tell whether quoted words are a term that is defined, such as (the “Parties”), or what something is known as."""
    if _COMPOUND.match(text, span.end) or _MEANS.match(text, span.end):
        return True
    if span.inner[1] - span.inner[0] > _LONGEST_TERM:
        return False
    before = text[max(0, span.start - _BEFORE_TERM) : span.start]
    after = text[span.end : span.end + 1]
    opened = before.rfind("(") > before.rfind(")")
    if opened and (after in {")", ",", ";"} or "collectively" in before or "hereinafter" in before):
        return _DEFINES.search(before) is not None or before.rstrip().endswith("(")
    return _KNOWN_AS.search(before) is not None


def _is_modifier(text: str, span: QuotedSpan) -> bool:
    """Tell whether quoted words only say what the noun behind them is: "historic" sums, the "One Stop Security" programme."""
    words = text[span.inner[0] : span.inner[1]].split()
    named = len(words) <= _LONG_NAME and _are_capitalised(words)
    if not 0 < len(words) <= (_LONG_NAME if named else _SCARE) or not (
        words[-1][-1].isalnum() and text[span.start - 1 : span.start].isspace()
    ):
        return False
    following = _FOLLOWING.match(text, span.end, span.end + 40)
    return following is not None and word_class(following[1]) in "nr"


_GIVEN = re.compile(r"\b(?:an?|the|its)\s$")
_HANDING = frozenset("give deliver issue sign publish support release".split())
"""Verbs of which a few quoted words are what is given: "gave a “thumbs up”"."""
_LONG_NAME = 7
"""Words of a name in quotation marks before a noun, at the most, all of them with a capital."""
_LONGEST_TITLE = 16
"""Words of the name of a plan, a meeting or a work, at the most; chosen: longer ones are not written in capitals."""
_LONGEST_HEADLINE = 20
"""Words of a headline at the most; chosen: what is longer is a sentence with many names."""
_HEADLINE_WORDS = frozenset(
    "from with over after into than that about amid against before under during between without toward when what while".split()
)
"""Longer words that a headline in capitals leaves small."""
_BESIDE = 4
"""Words between a verb and the words that it quotes where nothing else may own them: a speaker or an addressee."""
_ARTICLES = frozenset("a an the its his her their our this of".split())
_FEW = 2
"""Words that are hardly a statement."""
_FAR_FROM_VERB = 6
"""Words between a verb and few quoted words that it does not quote."""
_DESCRIBING = frozenset("call describe brand label dub characterize characterise term name".split())
_SCARE = 4
"""Words of a name or of scare quotes at the most."""
_FOLLOWING = re.compile(r"\s([a-z][a-z-]{2,30})\b")


def _is_name(text: str, clauses: SpeechClauses, place: int, span: QuotedSpan) -> bool:
    """Tell whether quoted words are the name of a programme, a book or a plan rather than something said."""
    words = text[span.inner[0] : span.inner[1]].split()
    if not 1 < len(words) <= 7 or not place or clauses.tags[place - 1] not in "isr":
        return False
    return words[0][0].isupper() and _are_capitalised(words)


def _are_capitalised(words: Sequence[str]) -> bool:
    """Tell whether all words but small ones begin with a capital or a figure, as those of a title do."""
    named = [word.lstrip("\"'“‘([") for word in words if word.lower() not in _SMALL_WORDS]
    return bool(named) and all(not word[:1].islower() for word in named)


def _works(text: str, span: QuotedSpan) -> bool:
    """Tell whether a word for a work stands before quoted words: the report “Facts not Fakes”."""
    return _WORK.search(text, max(0, span.start - _BEFORE_TERM), span.start) is not None


def _shown(words: str) -> str:
    """Return ``words`` as a reader sees them, each link as what it shows."""
    return _LINK.sub(r"\1", words) if "](" in words else words


def _plainly(voice: _Voice | None, *, always: bool = False) -> _Voice | None:
    """Return who spoke before, without what that sentence alone did: who "denied" there only says the next words."""
    kept = voice is None or (voice.stance == "says" and not always)
    return voice if kept or voice is None else _Voice(voice.source, None)


def _is_headline(text: str) -> bool:
    words = [word for word in text[:300].split() if len(word) > 3]
    if any(word.isalpha() and word.islower() and word not in _HEADLINE_WORDS for word in words):
        return False
    if len(text.split(maxsplit=_LONGEST_HEADLINE)) > _LONGEST_HEADLINE:
        return False
    return 2 * sum(word[0].isupper() or not word[0].isalpha() for word in words) > len(words) > 2


def _is_subheading(text: str, span: QuotedSpan) -> bool:
    words = text[span.inner[0] : span.inner[1]].split()
    single = span.inner[0] - span.start == 1 and text[span.start] in "'‘"
    return single and len(words) < 9 and all(word[0].isupper() for word in words if len(word) > 3)
