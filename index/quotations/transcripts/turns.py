"""Turns of a transcript: each begins with the label of its speaker and goes on until the next.

Labels are those of briefings ("MS. LIND:", "QUESTION:", "Q"), interviews ("**Ilmar Tamm:**"), parliaments
("Mr. Lind (Amity) (Con):") and hearings ("TAMM, FOREIGN MINISTER (through translator):"), and names on a line of their own.
A text is a transcript when such labels come back: one of them by itself may be anything.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from index.language.english.grammar.word_classes import opening_class
from index.language.english.speech.turn_labels import (
    CLAUSE_VERBS,
    COURTESY,
    NO_LABELS,
    OFFICES,
    RECORDED,
    is_askers_place,
    is_question_label,
)
from index.model import Span
from index.quotations.markup import without_marks

_WORD = r"[^\W\d_][\w.'’-]*"
_JOINT = r"(?:of|the|de|la|van|von|der|den|bin|al|el|and|for)"
_NAMED = rf"(?P<label>(?:[A-ZÀ-ÖØ-ÞĀ-ŽЀ-Я][\w.'’-]*)(?:[ \u00a0]+(?:{_JOINT}[ \u00a0]+)?(?:[A-ZÀ-ÖØ-ÞĀ-ŽЀ-Я][\w.'’-]*)){{0,7}}"
_NAMED += r"(?:[ \u00a0]\d{1,2}(?=[: \t]))?)"
_TIMED = r"(?:[\[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?[ \t]+(?:[AaPp]\.?[Mm]\.?[ \t]+)?(?:[A-Z]{1,3}T[ \t]+)?(?:[-–—][ \t]+)?)?"
_LABEL = re.compile(
    rf"^[ \t>]*{_TIMED}(?P<stars>[*_]{{1,3}})?{_NAMED}"
    r"(?P<more>(?:,[^:\n*]{1,90}?)?(?:[ \u00a0]*\([^()\n]{1,60}\)){0,3})[ \u00a0]*"
    r"(?:(?P<colon>:)[*_]{0,3}(?=\s)|[*_]{1,3}:(?=\s))[ \t]*",
    re.MULTILINE,
)
_LETTERED = re.compile(
    r"^[ \t]*(?P<label>Q|A)(?:\d{1,2}(?=[.:]))?(?:[.:][ \t\u00a0]+[-–—][ \t\u00a0]+|[.:][ \t]+|[ \t\u00a0]+)"
    r"(?:(?<=  )(?=[*_$a-z])|(?=[\"“'‘(\[]?[$A-Z0-9—–.…¿]))",
    re.MULTILINE,
)
_ALONE = re.compile(rf"^[ \t#*_]*{_NAMED}[ \t*_:]*$", re.MULTILINE)
_ENDS = re.compile(
    r"^[ \t]*(?:END\b.{0,40}|#{2,}|\\?###|\* \* \*|\((?:The|End)\b[^()\n]{0,120}\))[ \t]*$|^[ \t]*\((?:The (?:briefing|interview|"
    r"press conference|call|gaggle|meeting|hearing|session)\b[^()\n]{0,120})\)",
    re.MULTILINE,
)
_ASIDE = re.compile(r"[(\[][^()\[\]]{0,200}[)\]]")
_FEWEST = 3
"""Turns of a transcript; two labels may be a heading and a caption."""
_LETTERS = 2
"""Questions and answers of an interview that has letters alone, at least."""
_ASKED = 0.2
"""Share of the turns of an interview that end with a question mark, at least."""
_CLOSING = ' \n\t\r*_)"”'
_TAIL = 200
"""Characters at the end of a turn in which its question mark stands; chosen."""
_FEWEST_ALONE = 4
"""Turns of a transcript whose names stand on lines of their own, which look like headings."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says until the next: ``start`` to ``end`` are the words, ``label`` the span that names the speaker.

    ``asks`` is true for the turn of somebody who asks, such as a reporter; ``answers`` is the place, in the list of turns, of
    the question before an answer.
    """

    start: int
    end: int
    label: Span
    asks: bool
    answers: int | None = None


@dataclass(frozen=True, slots=True)
class _Labelled:
    label: Span
    start: int
    name: str
    strong: bool
    shouted: bool = False
    asks: bool = False


def find_turns(text: str, publisher: str | None = None) -> tuple[Turn, ...]:
    """Return the turns of ``text`` in order; none for a text that is no transcript.

    ``publisher`` is who asks in an interview that it prints. Spans are characters into ``text``. Time is linear.
    """
    labelled = _labelled(text)
    if not labelled:
        return ()
    ends = [match.start() for match in _ENDS.finditer(text)]
    spans: list[tuple[_Labelled, int]] = []
    number = 0
    for place, item in enumerate(labelled):
        following = labelled[place + 1].label[0] if place + 1 < len(labelled) else len(text)
        following = _line_start(text, following)
        while number < len(ends) and ends[number] < item.start:
            number += 1
        end = min(following, ends[number]) if number < len(ends) else following
        spans.append((item, end))
    asking = _asking(text, spans, publisher)
    turns: list[Turn] = []
    question: int | None = None
    for item, end in spans:
        start, last = _without_clock(text, item.start, end)
        if start >= last or _ASIDE.fullmatch(text, start, last):
            continue
        asks = item.name in asking
        turns.append(Turn(start, last, item.label, asks, None if asks else question))
        question = len(turns) - 1 if asks else question
    return tuple(turns)


def _labelled(text: str) -> list[_Labelled]:
    lines = _lines(text)
    found = [
        _Labelled(
            match.span("label"),
            match.end(),
            _normal(match["label"]),
            _is_strong(match),
            match["label"].isupper(),
            is_askers_place(match["more"]),
        )
        for start, end in lines
        if text.find(":", start, end) >= 0 and (match := _LABEL.match(text, start)) and _may_be_label(match)
    ]
    found += [
        _Labelled(match.span("label"), match.end(), _normal(match["label"]), True)
        for start, _ in lines
        if (match := RECORDED.match(text, start))
    ]
    counted = Counter(item.name for item in found)
    strong = {item.name for item in found if item.strong or item.asks}
    strong |= {item.name for item in found if item.shouted and counted[item.name] >= _FEWEST}
    known = {item.name.split()[-1] for item in found if " " in item.name}
    # "Tamm:" is whom "Ilmar Tamm:" has named.
    kept = [item for item in found if item.name in strong or counted[item.name] > 1 or item.name in known]
    lettered = [
        _Labelled(match.span("label"), match.end(), match["label"].lower(), True)
        for start, _ in lines
        if (match := _LETTERED.match(text, start)) and match[0] != "A "
    ]
    letters = Counter(item.name for item in lettered)
    if kept or min(letters["q"], letters["a"]) >= _LETTERS:
        taken = {item.label for item in kept}
        kept += [item for item in lettered if item.label not in taken]
    kept.sort(key=lambda item: item.label)
    if (
        len(kept) >= _FEWEST
        and len({item.name for item in kept}) > 1
        and (strong or _is_interview(text, kept))
    ):
        # In a transcript a label that comes once is one too: what follows it is not the last speaker's.
        labels = {item.label for item in kept}
        once = [item for item in found if (" " in item.name or item.shouted) and item.label not in labels]
        return sorted([*kept, *once], key=lambda item: item.label)
    return _standing_alone(text, lines)


def _lines(text: str) -> list[Span]:
    """The lines of ``text``: each pattern here stands in one of them from its beginning."""
    lines, start = [], 0
    while (end := text.find("\n", start)) >= 0:
        lines.append((start, end))
        start = end + 1
    return [*lines, (start, len(text))]


def _is_interview(text: str, kept: Sequence[_Labelled]) -> bool:
    """Tell whether some of what stands under labels that may be headings are questions."""
    ends = [*(_line_start(text, item.label[0]) for item in kept[1:]), len(text)]
    asked = sum(
        text[max(item.start, end - _TAIL) : end].rstrip(_CLOSING).endswith("?")
        for item, end in zip(kept, ends, strict=True)
    )
    return asked >= _ASKED * len(kept)


def _standing_alone(text: str, lines: Sequence[Span]) -> list[_Labelled]:
    """Names on lines of their own that come back, each before what is said."""
    found = [
        _Labelled(match.span("label"), match.end(), _normal(match["label"]), False)
        for start, _ in lines
        if (match := _ALONE.match(text, start))
        and (len(match["label"].split()) > 1 or is_question_label(match["label"]))
    ]
    counted = Counter(item.name for item in found)
    kept = [item for item in found if counted[item.name] > 1]
    names = {item.name for item in kept}
    enough = len(kept) >= _FEWEST_ALONE and len(names) > 1
    return kept if enough and _is_interview(text, kept) else []


def _may_be_label(match: re.Match[str]) -> bool:
    words = match["label"].split()
    first = words[0].lower().strip(".")
    if first in NO_LABELS or (first in {"q", "a"} and len(words) > 1):
        return False
    if match["label"].isupper() or is_question_label(match["label"]):
        return True
    remark = match["more"].startswith(",") and (len(words) == 1 or CLAUSE_VERBS.search(match["more"]))
    named = opening_class(words[0]) in "NTr" or (first == "the" and len(words) > 1)
    return not remark and named


def _is_strong(match: re.Match[str]) -> bool:
    """Tell whether a label is one by its form alone: in capitals with a title or an office, or a word for who asks."""
    label = match["label"]
    if is_question_label(label):
        return True
    titled = COURTESY.match(label) or OFFICES.match(label)
    if match["stars"] and "(" in match["more"] and len(label.split()) > 1:
        # "**Oana Lund (spokesperson):**"
        return True
    return bool(titled) and (label.isupper() or bool(COURTESY.match(label)) or match["stars"] is not None)


def _normal(label: str) -> str:
    return " ".join(label.lower().strip(".").split())


def _asking(text: str, spans: Sequence[tuple[_Labelled, int]], publisher: str | None) -> set[str]:
    """The labels of those who ask: by the label, by the publisher's name, else who ends most turns with a question mark."""
    labels = {item.name for item, _ in spans}
    asking = {name for name in labels if is_question_label(name)}
    by_place = {item.name for item, _ in spans if item.asks}
    surnames = {name.split()[-1] for name in by_place}
    asking |= by_place | (surnames & labels)
    if publisher and _normal(publisher) in labels:
        asking.add(_normal(publisher))
    if asking or len(labels) == 1:
        return asking
    ended: dict[str, list[bool]] = defaultdict(list)
    for item, end in spans:
        ended[item.name].append(text[item.start : end].rstrip(' \n\t*_)"”').endswith("?"))
    shares = sorted((sum(marks) / len(marks), name) for name, marks in ended.items())
    if len(shares) > _TWO:
        return {
            name
            for share, name in shares
            if share >= _MOSTLY and len(ended[name]) > 1 and shares[0][0] < share / 2
        }
    (least, _), (most, name) = shares
    return {name} if most >= _MOSTLY and least < most / 2 else set()


_TWO = 2
"""Who asks and who answers in an interview."""


_MOSTLY = 0.5
"""Share of the turns of an interviewer that end with a question mark."""


def _line_start(text: str, place: int) -> int:
    return text.rfind("\n", 0, place) + 1 if place < len(text) else place


_CLOCK = re.compile(r"\s+(?:END\s+)?\d{1,2}:\d{2}\s*[AP]\.?M\.?(?:\s+[A-Z]{2,4})?\s*$")


def _without_clock(text: str, start: int, end: int) -> Span:
    clock = _CLOCK.search(text, max(start, end - _TAIL), end)
    if clock is not None and clock.start() > start:
        end = clock.start()
    return without_marks(text, start, end)
