"""Questions that lean on the one before: "and by when?", "what did she reply", "why?".

Such a question names too little to be answered alone. It is asked together with what the question before named: a name takes
the place of a pronoun or of another name, and the words that are left are added. A question that names enough stands by itself.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.language.english.asking.chat import small_talk
from index.language.english.asking.frames.frame import read_frame
from index.language.english.calendar_words import MONTH_NAMES, SHORT_MONTHS, WEEKDAY_NAMES
from index.language.english.grammar.word_classes import word_class
from index.language.patterns import late
from index.language.tokens import data_lines
from index.model import Span

ENOUGH = 3
"""A question that begins like a follow-up stands by itself with so many words of content: "When did Tolva lift the duties?"."""

MOST_CARRIED = 12
"""Words of the question before that are asked with a follow-up at most: more would drown its own."""

_WORD = late(r"[^\W_][\w’'.-]*(?<![.’'-])")
_OPENING = late(
    r"^\W*(?:(?:and|but|so|or|ok|okay|also|then|now)\b[\s,]*)*(?:(?:what|how) about\b[\s,]*)?", re.IGNORECASE
)
_BARE_WH = late(
    r"^\W*(?:(?:by|since|until|till|from|for|with|within|over|to|at|in|on|about) )?"
    r"(?:why|when|where|how many|how much|how long|how)\b",
    re.IGNORECASE,
)
_WH = late(r"\b(?:who|whom|whose|what|which|when|where|why|how)\b", re.IGNORECASE)
_DEFINES = late(r"^\W*what(?:['’]s| is| are| does)\b", re.IGNORECASE)
_PERSON = r"he|she|him|her|his|hers|they|them|their|theirs"
_PRONOUN = late(
    rf"\b(?:{_PERSON}|it|its|this|these|those"
    r"|that(?=\W*$|\W+(?:is|was|has|had|did|does|do|will|would|happen\w*|mean\w*|chang\w*|by|in|on|for|to|before|after)\b)"
    r"|there(?=\W*$|\W+(?:on|in|at|by|for|when|after|before)\b))\b(?!['’](?:s|re|ll|d)\b)",
    re.IGNORECASE,
)
_EXPLETIVE = late(
    r"\bit (?:true|likely|possible|certain|clear|takes?|take|cost|costs|rain\w*|be)\b"
    r"|\b(?:this|these|those) (?!(?:was|were|is|are|has|had|did|does|do|will|happen\w*)\b)\w+",
    re.IGNORECASE,
)
_IN_RETURN = (
    r"(?:react(?:ed)?|respond(?:ed)?|repl(?:y|ied)|answer(?:ed)?|object(?:ed)?|agreed?|accept(?:ed)?|refused?|declined?"
    r"|comment(?:ed)?|do|done|help(?:ed)?|compl(?:y|ied))\W*$"
)
_TO_WHAT_WAS_SAID = late(
    rf"\b(?:did|does|do|has|have|had|will|would) .+ {_IN_RETURN}",
    re.IGNORECASE,
)
"""What is done to something that was spoken of: "how did Norland react?"."""
_ENDS_IN_RETURN = late(rf"\b{_IN_RETURN}", re.IGNORECASE)
_LONGEST_END = 40
"""Characters at the end of a follow-up in which its verb is looked for; chosen."""
_AFTER_PREPOSITION = late(
    r"\b(?:about|of|to|for|with|from|by|in|on|at|after|before|against|into) (?:it|that|this|them|him|her|there)\W*$",
    re.IGNORECASE,
)
_SAYING = late(r"\bsa(?:y|ys|id)\b", re.IGNORECASE)
_OBJECT_LAST = late(
    r"\b(?:it|that|this|them|him|her|there)(?: (?:back|up|off|out|down|over|through|together|too|again))?\W*$",
    re.IGNORECASE,
)
_ABOUT_IT = late(r"\s+(?:about|on|regarding) (?:it|that|this|them)\W*$", re.IGNORECASE)
_PERSON_SUBJECT = late(r"\b(?:he|she)\b", re.IGNORECASE)
_PARTY_SUBJECT = late(r"(?<!\bare )(?<!\bwere )\b(?:he|she|they)\b", re.IGNORECASE)
_PERSON_POSSESSIVE = late(r"\b(?:his|her)\b(?=\s+\w)", re.IGNORECASE)
_PARTY_POSSESSIVE = late(r"\b(?:his|her|their)\b(?=\s+\w)", re.IGNORECASE)
_SUBJECT_AFTER_AUXILIARY = late(
    r"^\W*(?:(?:what|when|where|why|how|whom|who) )?(?:did|does|do|has|have|had|will|would|was|were|is|are)"
    r" (?:he|she|they|it)\b"
    r"(?! (?:true|likely|possible|certain|clear|takes?|take|costs?|rain\w*|be)\b)",
    re.IGNORECASE,
)
_NAMES_ALL_THE_SAME = frozenset({"US", "May"})
"""With a capital neither a pronoun nor an auxiliary."""
_SPOKEN = frozenset("happen happened happens happening know known part place effect side sides".split())
_NO_CONTENT = (
    frozenset(word.lower() for line in data_lines("stop_words.txt") for word in line)
    | _SPOKEN
    | frozenset("please pls much many far long ago else then instead ok okay also bot parley".split())
)
_CALENDAR = frozenset((*MONTH_NAMES, *SHORT_MONTHS, *WEEKDAY_NAMES))
_AUXILIARY = r"(?:did|does|do|has|have|had|will|would|was|were|is|are|must|shall|should|may|might|can|could)"
_ASKS = late(rf"\W*{_AUXILIARY}\b", re.IGNORECASE)
_AGAIN = late(r"\b(?:again|anyway|exactly|really|actually|already|yet|now)\b", re.IGNORECASE)
_BARE_WHO = late(
    r"^\W*(?:who|what) (?:all )?(?:took part|came|left|won|spoke|met|led|\w+ed)\W*$", re.IGNORECASE
)
_THING = late(r"\b(?:it|this|that|they|them)\b", re.IGNORECASE)
_AFTER_AUXILIARY = late(rf"\b{_AUXILIARY}\W+\Z", re.IGNORECASE)
_FILLING = late(r"(?<![\s,])[\s,]+(?:then|instead|though|anyway|exactly)\W*$", re.IGNORECASE)
"""Words at the end of a follow-up that only say that it is one."""
_OF_A_MEASURE = late(
    r"\bhow (?!come\b|did\b|do\b|does\b|is\b|are\b|was\b|were\b|will\b|would\b|about\b)\w", re.IGNORECASE
)
_OTHER_SIDE = late(
    r"^(?:what (?:about|of) |how about )?(?:the )?other (?:side|party|one|camp|country|government|delegation|half)s?\W*$"
    r"|^(?:what (?:about|of) |how about )?the others?\W*$",
    re.IGNORECASE,
)
"""Asks the same of whoever stands against the one that was asked about."""
_CLAUSE = late(
    rf"^\W*(?:\w+ )?(?:how (?:long|often|far|old|soon|much|many)|what|which|when|where|why|how|who|whom)\b"
    r"(?P<thing>(?: \w+){0,3}?) "
    rf"(?P<clause>{_AUXILIARY} .+)$",
    re.IGNORECASE,
)
_WHOLE = late(
    r"^\W*(?:why|when|where|how(?: long)?)\s+"
    rf"{_AUXILIARY}\s+(?:(?:the|a|an)\s+)?(?P<subject>[^\W\d_][\w'’-]*(?:\s+[\w'’-]+)*?)\s+[^\W\d_]\w*\W*$",
    re.IGNORECASE,
)
_SPOKEN_OF = frozenset(
    """talks talk negotiations meeting meetings round rounds session summit conference visit signing ceremony election vote
    agreement agreements deal accord pact treaty protocol document text plan proposal offer demand demands decision truce
    ceasefire side sides party parties minister ministers delegation delegations delegates envoy envoys leader leaders
    official officials mediator mediators negotiator negotiators team man woman president government work""".split()
)
"""Nouns that, with nothing beside them, stand for what was spoken of before: "Why did the talks fail?"."""
_WHO_ACT = frozenset(
    """delegation delegations delegate delegates team teams government side party minister ministers envoy envoys president leader
    leaders official officials negotiator negotiators mediator mediators army navy police parliament""".split()
)
"""Nouns that, with a name before them, are whom the name stands for."""
_VERB_LAST = late(
    r"\b(?P<last>[a-z]+ed|[a-z]+(?= (?:to|for|with|from|about|in|on|of)\W*$))\b\W*(?:$|(?=[a-z]+\W*$))"
)
_BASE_FOLLOWS = late(r"\b(?:do|does|did|will|would)\b", re.IGNORECASE)
_OTHERS = late(
    r"\b(?:else|others?|another|besides|the (?:second|third|fourth|next|last|latter|former|rest|same)|both|still|anymore|any more"
    r"|before (?:that|it|this|then)|after (?:that|it|this|then)|why not|again)\b",
    re.IGNORECASE,
)
_THEY = late(r"\bthey\b", re.IGNORECASE)
_A_PAIR = 2
"""Names that "they" stands for; of more it is not known which."""

_ON = "about|on|regarding|concerning|over"
"""Prepositions behind which it stands what something is about."""
_PREPOSITION = (
    r"about|on|regarding|concerning|over|of|to|with|from|for|by|in|at|against|between|among|during|under|into"
)
_BEHIND_A_PREPOSITION = late(
    rf"^(?P<preposition>{_PREPOSITION}) (?P<phrase>(?:the |a |an )?\S.*)$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A question as it is understood beside the one before: ``text`` is what is asked, ``about`` what was carried over.

    ``alone`` is what is asked of the document that answered before, where the rest is known; empty where that says nothing.
    """

    text: str
    about: tuple[str, ...]
    alone: str = ""


def follow_up(question: str, previous: Sequence[str]) -> FollowUp | None:
    """Return how ``question`` is understood after the questions ``previous``, in the order they were asked.

    None where it stands by itself, or where they name nothing that it lacks.
    """
    if not previous or not leans(question):
        return None
    before = previous[-1]
    earlier = follow_up(before, previous[:-1])
    return _together(question, earlier.text if earlier else before)


def leans(question: str) -> bool:
    """Tell whether the question says too little to be asked alone."""
    talk = small_talk(question)
    if talk is not None:
        return talk == "names nothing"
    opening = _OPENING.match(question)
    rest = question[opening.end() if opening else 0 :]
    words = [*_content(rest), *(match.span() for match in _SAYING.finditer(rest))]
    names = [span for span in words if _is_name(rest, span)]
    named = any(rest[start:end].lower() not in _CALENDAR for start, end in names)
    if opening is not None and opening.group().strip() and len(words) < ENOUGH:
        return True
    if named:
        open_subject = (
            _OBJECT_LAST.search(rest)
            or _SUBJECT_AFTER_AUXILIARY.match(rest)
            or _TO_WHAT_WAS_SAID.search(rest)
        )
        return len(words) < ENOUGH and open_subject is not None
    if names:
        return _has_open_pronoun(rest, words)
    if _BARE_WH.match(rest) and len(words) < ENOUGH and not _is_whole(rest, words):
        return True
    return _has_open_pronoun(rest, words) or (len(words) < ENOUGH - 1 and not _defines(rest))


def names_nothing(question: str) -> bool:
    """Tell whether the question, with none before it, says nothing that it could be about: "how much?", "when was it signed?"."""
    talk = small_talk(question)
    if talk is not None:
        return talk == "names nothing"
    opening = _OPENING.match(question)
    rest = _AGAIN.sub("", question[opening.end() if opening else 0 :])
    words = _content(rest)
    if len(words) > 1 or any(_is_name(rest, span) for span in words):
        return False
    if _BARE_WHO.match(rest):
        return True
    asks = _WH.match(rest) or _ASKS.match(rest)
    return asks is not None and (_has_open_pronoun(rest, words) or _OBJECT_LAST.search(rest) is not None)


def asks_for_a_doer(question: str) -> bool:
    """Tell whether the question asks who did a thing, and nothing else: "Who resigned?"."""
    opening = _OPENING.match(question)
    rest = _AGAIN.sub("", question[opening.end() if opening else 0 :])
    return _BARE_WHO.match(rest) is not None and bool(_content(rest))


def asks_for_others(question: str) -> bool:
    """Tell whether a follow-up asks for others than were named, or how it was before or is now: "who else signed it?"."""
    return _OTHERS.search(question) is not None


def asks_how_much(question: str) -> bool:
    """Tell whether a follow-up asks for a measure, whose word no text has beside it: "how big is it?"."""
    return _OF_A_MEASURE.search(question) is not None


def content_words(text: str) -> tuple[str, ...]:
    """Return the words that say what ``text`` is about, in order."""
    return tuple(text[start:end] for start, end in _content(text))


def _is_whole(text: str, words: Sequence[Span]) -> bool:
    """Tell whether the question asks of a thing of its own and says what that does: "When will the corridor open?"."""
    match = _WHOLE.match(text)
    if match is None or len(words) < ENOUGH - 1:
        return False
    subject = [text[start:end] for start, end in words if start < match.end("subject")]
    return bool(subject) and subject[-1].lower() not in _SPOKEN_OF


def _defines(text: str) -> bool:
    return _DEFINES.match(text) is not None and bool(_content(text))


def _has_open_pronoun(text: str, words: Sequence[Span]) -> bool:
    """Tell whether a pronoun stands for something that the question does not say itself, unlike "the mediators say they ..."."""
    if _AFTER_PREPOSITION.search(text) or _OBJECT_LAST.search(text):
        return True
    empty = [match.span() for match in _EXPLETIVE.finditer(text)]
    return any(
        all(match.start() < start for start, _ in words)
        or _AFTER_AUXILIARY.search(text[: match.start()]) is not None
        for match in _PRONOUN.finditer(text)
        if not any(start <= match.start() < end for start, end in empty)
    )


def _together(question: str, before: str) -> FollowUp | None:
    opening = _OPENING.match(question)
    rest = _FILLING.sub("", question[opening.end() if opening else 0 :].strip().rstrip("?!. ")) or question
    thing = _THING.search(rest)
    if thing is not None and not _WH.search(before) and not _ASKS.match(before):
        # What is named by itself, and asked nothing of, is what the pronoun stands for.
        named = before.strip().rstrip("?!. ")
        return FollowUp(f"{rest[: thing.start()]}{named}{rest[thing.end() :]}?", _carried(before, ""))
    words, names = _content(rest), _names(before)
    if names and _OTHER_SIDE.match(rest):
        return _of_the_other_side(before, names)
    behind = _BEHIND_A_PREPOSITION.match(rest)
    if words and behind is not None and not _WH.search(rest) and not _PRONOUN.search(rest):
        text = _with_another_phrase(before, behind["preposition"].lower(), behind["phrase"])
        return FollowUp(text, (behind["phrase"], *_carried(text, rest)))
    if words and names and not _WH.search(rest) and all(_is_name(rest, span) for span in words):
        return _with_another_name(rest, before, names)
    clause = _CLAUSE.match(before)
    bare = _BARE_WH.match(rest)
    if clause is not None and bare is not None and not _AGAIN.sub("", rest[bare.end() :]).strip():
        text = f"{rest} {clause['clause'].rstrip('?!. ')}{clause['thing']}?"
        return FollowUp(text, _carried(before, "", without=_verb(before)))
    name = _referent(before, names)
    text = _named(rest, name) if name else _with_both(rest, names)
    replaced = name is not None and text != rest
    says_more = bool(_BARE_WH.sub("", rest).strip())
    carried = _carried(before, text, without=_verb(before) if says_more else None)
    end = rest[-_LONGEST_END:]
    in_return = _ENDS_IN_RETURN.search(end) is not None or (not words and _OBJECT_LAST.search(end))
    if in_return and len(carried) == 1 and " " not in carried[0] and not (name and replaced):
        # The deed is what they accept, and get: "What did the employers offer? Did they accept?".
        carried = _carried(before, text)
    both = tuple(dict.fromkeys(names)) if not name and text != rest else ()
    about = (name, *carried) if name and replaced else (*both, *carried)
    if not about:
        return None
    if carried:
        text = _ABOUT_IT.sub("", text)
    joint = ", " if " about " in text else " about "
    together = f"{text}{joint if carried else ''}{', '.join(carried)}?"
    return FollowUp(together, about, f"{text}?" if words else "")


def _of_the_other_side(before: str, names: Sequence[str]) -> FollowUp | None:
    """Return the question before without the name of whom it asks of, whose place the other side takes."""
    name = names[0]
    place = before.find(name)
    text = f"{before[:place]}the other side{before[place + len(name) :]}"
    about = _carried(text, "the other side")
    return FollowUp(text, about) if about else None


def _with_another_name(rest: str, before: str, names: Sequence[str]) -> FollowUp | None:
    """Return the question before with a name of the follow-up, which names nothing else, in the place of its first name."""
    words = _content(rest)
    name = rest[words[0][0] : words[-1][1]]
    replaced = next((one for one in names if not _is_beside_a_noun(before, one)), names[0])
    place = before.find(replaced)
    text = f"{before[:place]}{name}{before[place + len(replaced) :]}"
    return None if text == before else FollowUp(text, (name, *_carried(text, name)))


def _with_another_phrase(before: str, preposition: str, phrase: str) -> str:
    """Return the question before with the phrase behind its last such preposition in the place of what stands there, or added:
    "and of Norland?" after "What did she ask of Tolva when they met?"."""
    same = _ON if preposition in _ON.split("|") else preposition
    asked = before.rstrip("?!. ")
    stands = late(
        rf"\b(?P<preposition>{same}) (?P<phrase>.+?)(?= (?:{_PREPOSITION}|when|after|before|while|since|until|as)\b|$)",
        re.IGNORECASE,
    )
    found = max(stands.finditer(asked), key=lambda match: match.start(), default=None)
    if found is None:
        return f"{asked} {preposition} {phrase}?"
    return f"{asked[: found.start('phrase')]}{phrase}{asked[found.end('phrase') :]}?"


def _is_beside_a_noun(text: str, name: str) -> bool:
    """Tell whether the name only says which: "the Norland memorandum"."""
    behind = re.match(r" ([a-z]\w+)", text[text.find(name) + len(name) :])
    if behind is None or behind[1] in _NO_CONTENT or behind[1] in _WHO_ACT:
        return False
    before = text[: text.find(name)].rstrip().lower()
    return before.endswith(("the", " a", " an")) and word_class(behind[1]) in "nr"


def _referent(before: str, names: Sequence[str]) -> str | None:
    """Return the name that a pronoun stands for: the one that is asked about, where there is no other."""
    if len(set(names)) != 1:
        return None
    (name,) = set(names)
    asked = re.search(rf"\b{_AUXILIARY} {re.escape(name)}\b", before, re.IGNORECASE)
    return name if asked or " " in name else None


def _named(text: str, name: str) -> str:
    """Return ``text`` with the name in the place of its first pronoun for a person or party."""
    person = " " in name
    possessive = (_PERSON_POSSESSIVE if person else _PARTY_POSSESSIVE).search(text)
    subject = (_PERSON_SUBJECT if person else _PARTY_SUBJECT).search(text)
    if subject is not None and (possessive is None or subject.start() < possessive.start()):
        return f"{text[: subject.start()]}{name}{text[subject.end() :]}"
    if possessive is not None:
        return f"{text[: possessive.start()]}{name}'s{text[possessive.end() :]}"
    return text


def _with_both(text: str, names: Sequence[str]) -> str:
    """Return ``text`` with the two ``names`` that were asked about in the place of "they"; as it is where there are not two."""
    both = tuple(dict.fromkeys(names))
    they = _THEY.search(text)
    if they is None or len(both) != _A_PAIR:
        return text
    return f"{text[: they.start()]}{' and '.join(both)}{text[they.end() :]}"


def _verb(text: str) -> Span | None:
    """Return the span of what is done in a question: what a follow-up with words of its own does not ask about again."""
    verb = read_frame(text, lambda word: () if word.lower() in _NO_CONTENT else (word.lower(),)).verb
    # Behind "did" no verb has an ending: "loans" of "how much do the loans amount to" is none.
    if verb is not None and not (verb.endswith("s") and _BASE_FOLLOWS.search(text)):
        places = [match.span() for match in _WORD.finditer(text) if match.group().lower() == verb]
        if places:
            return places[-1]
    match = _VERB_LAST.search(text)
    return match.span("last") if match else None


def _carried(before: str, text: str, without: Span | None = None) -> tuple[str, ...]:
    """Return what ``before`` names that ``text`` lacks, words that stand side by side together."""
    own = {_folded(text, span) for span in _content(text)}
    runs: list[Span] = []
    left = [span for span in _content(before) if span != without and _folded(before, span) not in own]
    for start, end in left[:MOST_CARRIED]:
        beside = runs and before[runs[-1][1] : start].isspace()
        if beside and _is_name(before, runs[-1]) == _is_name(before, (start, end)):
            runs[-1] = runs[-1][0], end
        else:
            runs.append((start, end))
    return tuple(before[start:end] for start, end in runs)


def _names(text: str) -> list[str]:
    """Return the names in ``text``, told by their capitals, words that stand side by side together."""
    runs: list[Span] = []
    for start, end in (span for span in _content(text) if _is_name(text, span)):
        if runs and text[runs[-1][1] : start].isspace():
            runs[-1] = runs[-1][0], end
        else:
            runs.append((start, end))
    return [re.sub(r"['’]s$", "", text[start:end]) for start, end in runs]


def _content(text: str) -> list[Span]:
    """Return the spans of the words that say what ``text`` is about."""
    return [
        match.span()
        for match in _WORD.finditer(text)
        if (match.group() in _NAMES_ALL_THE_SAME and match.start())
        or match.group().lower().replace("’", "'") not in _NO_CONTENT
    ]


def _is_name(text: str, span: Span) -> bool:
    return text[span[0]].isupper()


def _folded(text: str, span: Span) -> str:
    return re.sub(r"['’]s$", "", text[span[0] : span[1]].lower())
