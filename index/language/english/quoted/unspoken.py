"""Which quoted words nobody said: nicknames, terms that are defined, names of works and plans, scare quotes, headlines."""

import re
from collections.abc import Sequence

from index.language.english.grammar.clauses import Clauses
from index.language.english.grammar.word_classes import word_class
from index.language.english.speech.stances import verb_of
from index.language.english.speech.verbs import SAYING_VERBS
from index.language.quotation_marks import QuotedSpan
from index.model import Span

LONG = 5
"""Words from which what is quoted stands as a sentence of its own; chosen by hand."""
MARKED = 6
"""Characters of marks and spaces between a full stop and a quotation."""
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
_SIGNS_OF_A_TERM = ("called", "known", "referred", "designat", "titled", "term", "word", "phrase")
"""Of which that has one: looked for first, because the pattern takes longer."""
_COMPOUND = re.compile("-[a-z]")
"""Quoted words that a hyphen joins to a word: the “green”-related plans."""
_MEANS = re.compile(r"\s(?:means?|shall mean|has the meaning|refers? to|is defined)\b")
_SEE = re.compile(r"[(;] ?see $")
"""What points to something by its title: (see ‘The harvest of Halm’)."""
_NICKNAME = re.compile(r"[A-Z][\w.]* $")
_SMALL_WORDS = frozenset(
    "the a an of in on to for and with at by from as is or into through under over between its".split()
)
_LINK = re.compile(r"\[([^\[\]]{1,300})\]\([^()\s]{1,900}\)")
_AIM = re.compile(r"(?:\w+ly )?to\s")
_OTHERS_WORDS = re.compile(
    r"['’]s (?:\w+ )?(?:announcement|statement|claim|remark|comment|assertion|warning|promise|pledge|description)s?"
    r" (?:about|regarding|of|on) (?:the |an? )?$"
)
"""A noun that makes a few quoted words its owner's: "welcomed the League's announcement of the “strong will”"."""
_MADE_BY = re.compile(r"(?:was|were|is|are|been) (?:\w+ly )?(?:written|sung|read|recorded)")
"""The verb of a work that stands before it in quotation marks: "“Harbour Lights” was written by Holt"."""
_WORKS = (
    "book|film|movie|song|anthem|hymn|album|memoir|essay|documentary|play|show|series|novel|poem|podcast|column|motto|speech"
    "|article|report|paper|exhibition|festival|campaign|theme|hit|ballad"
)
_WORK = re.compile(
    rf"\b(?:{_WORKS})s?,?\s*$"
    r"|\b(?:resolution|panel|session|debate|workshop|seminar|event|discussion|forum)s?(?: [\w/]+){0,2}"
    r" (?:on|about|titled|entitled|called),?\s*$"
)
_ENDS_A_WORK = (
    *_WORKS.split("|"),
    *(f"{work}s" for work in _WORKS.split("|")),
    *("on", "about", "titled", "called"),
)
"""What stands at the end of that: looked for first, because the pattern takes longer."""
_NAMING = frozenset(
    "call describe brand label dub characterize characterise term name denounce condemn criticize blast".split()
)
_DEEDS = frozenset("announce propose pledge promise recommend add proclaim declare".split())
"""Verbs with a thing behind them, whose name may stand in quotation marks: "proposed a “Green Card” for pilots"."""
_NEVER = frozenset("sign establish".split())
"""Verbs that quote nothing, however long: "signed an order to “strengthen the work of the offices”"."""
_ENDING = frozenset("end start open hold release support".split())
"""Verbs that quote no few words: "ended “equity and inclusion” programmes"."""
_DOING = frozenset(
    """begin support discuss seek realize realise respond add continue start open address give deliver issue release share send
    hold use see identify wonder finish end plan try promote show find know understand consider offer publish sign""".split()
)
"""Verbs of which an aim is no saying: "agreed to discuss the “open door”"."""
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


def words_of(text: str, span: QuotedSpan) -> int:
    """Return how many words stand inside the marks."""
    return len(text[span.inner[0] : span.inner[1]].split())


def is_scare(text: str, span: QuotedSpan, cue: Span | None, *, headline: bool) -> bool:
    """Tell whether few quoted words are the writer's way of naming something, near a verb that does not quote them."""
    if cue is None:
        return False
    length = words_of(text, span)
    last = text[slice(*cue)].rpartition(" ")[2].lower()
    between = text[cue[1] : span.start] if cue[1] <= span.start else ""
    if last == "held" and len(between.split()) > _FEW and " that " not in between:
        # "held a call where they “instructed their teams”"
        return True
    if between.endswith("in order to ") and verb_of(last) in _DEEDS:
        return True
    if cue[1] <= span.start and (last == "countering" or verb_of(last) in _NEVER):
        return True
    if span.end <= cue[0] and _MADE_BY.fullmatch(text, *cue):
        return True
    if length < LONG:
        owned = _OTHERS_WORDS.search(text, max(0, span.start - _BEFORE_TERM), span.start)
        if owned is not None and cue[1] <= owned.start():
            return True
    named = _works(text, span)
    if not headline and (
        (named and (length < LONG or text[span.inner[0]].isupper()))
        or (_is_title(text, span) and (named or not _introduces(text, cue, span)))
    ):
        return True
    if length >= LONG:
        return False
    words = text[slice(*cue)].lower().split()
    verb = verb_of(words[-1])
    if _AIM.match(text, *cue):
        own = words[-1] not in SAYING_VERBS and verb not in _NAMING
        return verb in _DOING or (own and length <= _FEW)
    if cue[1] <= span.start and verb in _ENDING:
        return True
    given = _GIVEN.search(text, max(0, span.start - MARKED), span.start) is not None
    if verb in _HANDING and length <= (_SCARE if given else _FEW):
        return True
    quotes = words[0] == "according" or (words[-1] in SAYING_VERBS and verb not in _DEEDS) or verb in _NAMING
    if not quotes or (verb not in _DESCRIBING and words[-1] not in SAYING_VERBS and words[0] != "according"):
        far = len(text[cue[1] : span.start].split()) > _FAR_FROM_VERB
        if far and cue[1] <= span.start and length <= _FEW:
            return True
    return not quotes and _is_modifier(text, span)


def _is_title(text: str, span: QuotedSpan) -> bool:
    """Tell whether quoted words are written as the name of a plan, a meeting or a work is."""
    words = _shown(text[slice(*span.inner)]).split()
    named = 1 < len(words) <= _LONGEST_TITLE and _are_capitalised(words)
    return named and not words[-1].endswith(("!", "?"))


def _introduces(text: str, cue: Span, span: QuotedSpan) -> bool:
    """Tell whether the words that report stand beside the quoted ones: "said: “Peace Now”"."""
    verb = text[slice(*cue)].rpartition(" ")[2].lower()
    first, last = (cue[1], span.start) if cue[1] <= span.start else (span.end, cue[0])
    between = text[first:last].split()
    if verb_of(verb) in _NAMING:
        return len(between) <= _FAR_FROM_VERB and between[:1] not in (["on"], ["for"], ["upon"])
    if verb not in SAYING_VERBS or verb_of(verb) in _DEEDS:
        return between[-1:] == ["as"]
    return len(between) <= _BESIDE and not _ARTICLES.intersection(between)


def is_nickname(text: str, span: QuotedSpan) -> bool:
    """Tell whether the quoted word stands between first name and surname."""
    word = text[span.inner[0] : span.inner[1]]
    return (
        word.isalpha()
        and word[0].isupper()
        and text[span.end : span.end + 1] == " "
        and text[span.end + 1 : span.end + 2].isupper()
        and _NICKNAME.search(text, max(0, span.start - 20), span.start) is not None
    )


def is_term(text: str, span: QuotedSpan) -> bool:
    """Tell whether quoted words are a term that is defined, such as (the “Parties”), or what something is known as."""
    if _COMPOUND.match(text, span.end) or _MEANS.match(text, span.end):
        return True
    if _SEE.search(text, max(0, span.start - MARKED), span.start):
        return True
    if span.inner[1] - span.inner[0] > _LONGEST_TERM:
        return False
    before = text[max(0, span.start - _BEFORE_TERM) : span.start]
    after = text[span.end : span.end + 1]
    opened = before.rfind("(") > before.rfind(")")
    if opened and (after in {")", ",", ";"} or "collectively" in before or "hereinafter" in before):
        return _DEFINES.search(before) is not None or before.rstrip().endswith("(")
    return any(sign in before for sign in _SIGNS_OF_A_TERM) and _KNOWN_AS.search(before) is not None


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


def is_name(text: str, clauses: Clauses, place: int, span: QuotedSpan) -> bool:
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
    first = max(0, span.start - _BEFORE_TERM)
    ended = text[first : span.start].rstrip().removesuffix(",").endswith(_ENDS_A_WORK)
    return ended and _WORK.search(text, first, span.start) is not None


def _shown(words: str) -> str:
    """Return ``words`` as a reader sees them, each link as what it shows."""
    return _LINK.sub(r"\1", words) if "](" in words else words


def is_headline(text: str) -> bool:
    """Tell whether a first sentence is written in capitals, as headlines are."""
    words = [word for word in text[:300].split() if len(word) > 3]
    if any(word.isalpha() and word.islower() and word not in _HEADLINE_WORDS for word in words):
        return False
    if len(text.split(maxsplit=_LONGEST_HEADLINE)) > _LONGEST_HEADLINE:
        return False
    return 2 * sum(word[0].isupper() or not word[0].isalpha() for word in words) > len(words) > 2


def is_subheading(text: str, span: QuotedSpan) -> bool:
    """Tell whether words in single marks are a heading inside the text."""
    words = text[span.inner[0] : span.inner[1]].split()
    single = span.inner[0] - span.start == 1 and text[span.start] in "'‘"
    return single and len(words) < 9 and all(word[0].isupper() for word in words if len(word) > 3)
