"""Quotations of one text: what was said, by whom, in what role, and when."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from index.language.dates import TimeExpression
from index.language.english.grammar.word_classes import word_class
from index.language.english.people.cast import Cast
from index.language.english.people.person import Resolved
from index.language.english.people.speaking import can_speak, is_abstract, is_paper, is_small_talk
from index.language.english.quoted.attribution import Attribution, attribute
from index.language.english.quoted.disowned import is_disowned
from index.language.english.speech.unnamed import ASKERS, NOBODY
from index.language.english.speech.verbs import ONLY_SOMEBODYS
from index.language.english.telling import english_sentences
from index.language.findings import FoundQuotation
from index.language.furniture import after_furniture, is_furniture
from index.language.quotation_marks import QuotedSpan, quoted_spans
from index.language.sentences import paragraphs_of
from index.language.sentences import sentences as split_sentences
from index.model import Part, Sentence, Span
from index.quotations.days import Days, Said
from index.quotations.markup import without_marks, without_marks_inside
from index.quotations.transcripts.labels import Labels
from index.quotations.transcripts.messages import Written, find_messages
from index.quotations.transcripts.monologues import Monologue, find_monologue
from index.quotations.transcripts.turns import Turn, find_turns

_FRAGMENT_WORDS = 2
"""Words up to which a quotation is a fragment; chosen: "a disgrace" says what somebody called it, and no more."""
_CONTRACTED = re.compile("['’](?:d|ll|re|ve|m|s)$")
_LINKED = re.compile(r"\[[^\[\]\n]{1,300}\]\([^()\s]{1,500}\)[*_]{0,3}\s+(?=[A-Z0-9])")
_ASIDE = re.compile(r"\([^()]{0,60}\)\W?")
_LONGEST_ASIDE = 70
"""Characters of a remark in brackets that a transcript has between the words: "(Crosstalk.)"."""
_LONGEST_LINK = 900
"""Characters of a heading that is a link, which a list of press cuttings has before the words of each."""
_MARKS = "*_#"
"""Marks of Markdown that stand around words, and are none of them."""


def find_quotations(
    text: str,
    *,
    sentences: Sequence[Sentence] | None = None,
    times: Sequence[TimeExpression] = (),
    published: date | None = None,
    indirect: bool = True,
    quoted: Sequence[QuotedSpan] | None = None,
    title: str = "",
    publisher: str | None = None,
    structure: Sequence[Part] = (),
    day_at: Callable[[int], date | None] | None = None,
    own: Sequence[Sentence] | None = None,
) -> tuple[FoundQuotation, ...]:
    """Return the quotations of ``text`` in order; with ``indirect``, indirect speech as well.

    ``sentences`` and ``quoted`` (its quoted spans) are those of ``text`` where they are known already, ``times`` its
    time expressions in order. A quotation was said when its own sentence says; else on the date given before it in its
    paragraph, or for an earlier quotation of the same speaker, or in the two paragraphs before (inherited); else on the
    day of publication. The turns of a transcript are quotations of their speakers, whom ``title`` may name in full, and the
    questions in it questions; ``publisher`` asks in its own interviews. The messages
    among the parts of the ``structure`` are quotations of their authors. ``day_at`` gives the day on which the words at a
    place were written, where that is not ``published`` for all of them; ``own`` are the sentences that are English, where that is
    known otherwise than from the text. Any text is accepted; time is linear in its length.
    """
    spans = split_sentences(text) if sentences is None else sentences
    if quoted is None:
        quoted = quoted_spans(text, paragraphs_of(spans))
    messages = find_messages(text, structure)
    turns = find_turns(text, publisher)
    # In a text that is not English nothing is guessed: its words of saying are not these.
    if own is None:
        own = [span for span, told in zip(spans, english_sentences(text, spans), strict=True) if told]
    prose = _without_furniture(text, _outside(own, turns))
    plain = without_marks_inside(text)
    found = sorted(
        attribute(text, plain, _outside(quoted, turns), prose, indirect=indirect),
        key=lambda item: item.content,
    )
    monologue = None if turns or messages else find_monologue(text, title, spans, quoted)
    if not found and not turns and not messages and monologue is None:
        return ()
    cast = Cast(
        plain,
        spans,
        {plain[start:end] for start, end in {item.source for item in found}},
        [span.inner for span in quoted],
    )
    days = Days(
        text,
        times,
        spans,
        day_at or (lambda position: published),
        sorted(piece for item in found for piece in item.pieces),
    )
    quotations = [said for item in found if (said := _quotation(text, plain, item, cast, days)) is not None]
    if monologue is not None:
        quotations = _alone(text, title, monologue, quotations, cast, published)
    if turns:
        labels = Labels(text, title, cast)
        quotations += [_spoken(text, turn, turns, labels, published) for turn in turns]
    quotations += [_written(text, item) for item in messages]
    return tuple(sorted(quotations, key=lambda item: item.start))


_HEALTH_BODY = "WHO"
"""A body whose letters are a pronoun's."""


def _is_somebodys(speaker: Resolved) -> bool:
    """Tell whether words of ``speaker`` are kept: whether it is plain who speaks."""
    name = speaker.name.lower() if speaker.name != _HEALTH_BODY else speaker.name
    return (name if name.isalpha() else _CONTRACTED.sub("", name)) not in NOBODY


def _is_listed(speaker: Resolved) -> bool:
    """Tell whether ``speaker`` is somebody by name."""
    words = speaker.name.split()
    by_name = speaker.named or words[0][0].isupper()
    return by_name and any(word_class(word) not in "Tpaxb" for word in words)


def _alone(
    text: str,
    title: str,
    monologue: Monologue,
    reported: Sequence[FoundQuotation],
    cast: Cast,
    published: date | None,
) -> list[FoundQuotation]:
    """The paragraphs of a speech or statement, each its speaker's; what the page reports where it is an article after all."""
    labels = Labels(text, title, cast)
    speaker = monologue.speaker or labels.resolve(text[slice(*monologue.label or (0, 0))])
    if speaker.named:
        speaker = labels.in_full(speaker)
    surname = speaker.name.split()[-1]
    if any(item.named and surname in text[slice(*item.mention)] for item in reported):
        return list(reported)
    return [_own_words(span, monologue.label or span, speaker, published) for span in monologue.paragraphs]


def _without_furniture(text: str, sentences: Sequence[Sentence]) -> list[Sentence]:
    """The sentences that tell something, each from behind its dateline."""
    telling = [one for one in sentences if not is_furniture(text[one.start : one.end])]
    starts = [after_furniture(text, (one.start, one.end)) for one in telling]
    return [
        one if one.start == start else replace(one, start=start)
        for one, start in zip(telling, starts, strict=True)
    ]


_Spanned = TypeVar("_Spanned", Sentence, QuotedSpan)


def _outside(spans: Sequence[_Spanned], turns: Sequence[Turn]) -> list[_Spanned]:
    """The spans that stand outside of every turn and its label."""
    kept: list[_Spanned] = []
    number = 0
    for span in spans:
        while number < len(turns) and turns[number].end <= span.start:
            number += 1
        if number == len(turns) or span.end <= turns[number].label[0]:
            kept.append(span)
    return kept


def _spoken(
    text: str, turn: Turn, turns: Sequence[Turn], labels: Labels, published: date | None
) -> FoundQuotation:
    speaker = labels.resolve(text[turn.label[0] : turn.start])
    question = turns[turn.answers] if turn.answers is not None else None
    return _own_words(
        (turn.start, turn.end),
        turn.label,
        speaker,
        published,
        asks=turn.asks,
        question=(question.start, question.end) if question else None,
        fragment=not turn.asks and is_small_talk(text[turn.start : turn.end]),
    )


def _written(text: str, item: Written) -> FoundQuotation:
    author = Resolved(item.author, None, not item.author[:1].islower())
    fragment = len(text[item.start : item.end].split()) <= _FRAGMENT_WORDS
    span = (item.start, item.end)
    return _own_words(span, item.mention, author, item.day, asks=item.asks, fragment=fragment)


def _own_words(
    span: Span,
    mention: Span,
    speaker: Resolved,
    day: date | None,
    *,
    asks: bool = False,
    question: Span | None = None,
    fragment: bool = False,
) -> FoundQuotation:
    """Words that stand under the name of whoever said them on a day: a turn, a message, a paragraph of a speech."""
    return FoundQuotation(
        start=span[0],
        end=span[1],
        mention=mention,
        cue=None,
        speaker=speaker.name,
        role=speaker.role,
        named=speaker.named,
        gender=speaker.gender,
        direct=True,
        fragment=fragment,
        question=question,
        earliest=day,
        latest=day,
        when=None,
        basis="published" if day else "unresolved",
        stance="asks" if asks else "says",
        is_somebodys=_is_somebodys(speaker),
        is_listed=_is_listed(speaker),
    )


def _quotation(text: str, plain: str, item: Attribution, cast: Cast, days: Days) -> FoundQuotation | None:
    """The quotation that ``item`` is; None where nobody speaks: a plan, a number."""
    source = _without_paper(plain, days.behind_date(item.source))
    item = item if source == item.source else item._replace(source=source)
    start, end = _trimmed(text, *item.content)
    if item.direct and text[start] == "(" and _ASIDE.fullmatch(text, start, min(end, start + _LONGEST_ASIDE)):
        return None
    if not item.direct:
        heading = _LINKED.match(text, start, min(end, start + _LONGEST_LINK))
        start = heading.end() if heading else start
    speaker = cast.resolve(*item.source)
    if is_paper(speaker.name) or (
        " " not in speaker.name and _is_no_name(plain[slice(*item.source)], speaker.name)
    ):
        return None
    if not speaker.named and speaker.name.lower() not in NOBODY:
        told = item.cue is not None and not ONLY_SOMEBODYS.isdisjoint(text[slice(*item.cue)].split())
        mention = plain[slice(*item.source)]
        if not can_speak(mention if mention.endswith(speaker.name) else speaker.name, told=told):
            return None
    if _is_common(plain, speaker.name):
        return None
    if not speaker.named and _HEADLINE.match(plain, *item.source):
        return None
    if _PROVISION.search(plain, *item.source):
        return None
    if _DOING.match(plain, *item.source) or _PARTY.search(plain, max(0, item.source[0] - 5), item.source[1]):
        return None
    if item.stance == "says" and is_disowned(plain, (start, end), item.source):
        return None
    said: Said = days.of(item, speaker.name)
    ended = text[end - 1] in ".!?"
    fragment = item.direct and not ended and len(text[start:end].split()) <= _FRAGMENT_WORDS
    return FoundQuotation(
        start=start,
        end=end,
        mention=item.source,
        cue=_without_address(text, item.cue),
        speaker=speaker.name,
        role=speaker.role,
        named=speaker.named,
        gender=speaker.gender,
        direct=item.direct,
        fragment=fragment,
        earliest=said.earliest,
        latest=said.latest,
        when=said.when,
        basis=said.basis,
        stance="asks" if item.stance == "says" and _is_reporters_question(text, item) else item.stance,
        condition=item.condition,
        hearsay=item.hearsay,
        is_somebodys=_is_somebodys(speaker),
        is_listed=_is_listed(speaker),
    )


def _without_paper(plain: str, mention: Span) -> Span:
    """``mention`` without what somebody speaks in: "The army in a statement said"."""
    paper = _IN_PAPER.search(plain, *mention)
    return (mention[0], paper.start()) if paper and paper.start() > mention[0] else mention


_IN_PAPER = re.compile(
    r" in (?:an?|its|his|her|their) (?:\w+ )?(?:statement|interview|tweet|post|speech|letter|e-?mail|report|message)\Z"
)


def _is_common(text: str, name: str) -> bool:
    """Tell whether one capitalised word is a plural noun that the text has in small letters, and no people: "Riots left"."""
    return (
        name.isalpha()
        and name.endswith("s")
        and name[1:].islower()
        and f" {name.lower()} " in text
        and not can_speak(name.lower())
    )


def _without_address(text: str, cue: Span | None) -> Span | None:
    """``cue`` up to the end of the words that a link in it shows: "[denied on Monday](https://...) that" ends with the day."""
    shown = _ADDRESS.search(text, *cue) if cue else None
    return (cue[0], shown.start()) if cue and shown and shown.start() > cue[0] else cue


_ADDRESS = re.compile(r"[*_]{0,3}\]\(\S")
"""Where the words end that a link of Markdown shows, and its address begins."""


def _is_reporters_question(text: str, item: Attribution) -> bool:
    """Tell whether quoted words are one question, of somebody who asks for a living."""
    if not item.direct:
        return False
    words = text[slice(*item.content)].rstrip()
    asked = words.endswith("?") and not any(mark in words[:-1] for mark in ".!?")
    return asked and not ASKERS.isdisjoint(text[slice(*item.source)].lower().split())


def _is_no_name(mention: str, name: str) -> bool:
    """Tell whether one word is nobody's name: a thing, a letter that numbers, a word that only opens a sentence."""
    doing = name.endswith("ing") and (not mention.endswith(name) or mention[:4].lower() == "the ")
    return (len(name) == 1 and name != "I") or doing or name.lower() in _ORDINALS or is_abstract(name)


_PROVISION = re.compile(r"\b[Ss]ections?\s\d")
"""What a law is cited by, and nobody is: "the Code, and section 604 of the Trade Act"."""
_PARTY = re.compile(r"\bvs?\.\s")
"""Before the second party of a case: "Holt v. Lund stated" is nobody's word."""
_DOING = re.compile(r"[A-Z][a-z]+ing (?:with|on|to|for|in|by|from|toward|towards|through|at) ")
"""A clause that opens a sentence and is nobody: "Working with Norland, we"."""
_HEADLINE = re.compile(r"[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+)*\s[a-z]{2,}s\s[A-Z]")
"""The words of a headline that a clause begins with: "Lund visits Harbour House, says"."""
_ORDINALS = frozenset(
    "let more most less last first second third fourth fifth sixth seventh eighth ninth tenth finally additionally".split()
)


def _trimmed(text: str, start: int, end: int) -> Span:
    first, last = without_marks(text, start, end, before=_MARKS, behind=_MARKS)
    return (first, last) if first < last else (start, end)
