"""What pages print around their text: credits, notices, teasers, bylines, and what is glued to the front of a sentence."""

import re

from index.language.furniture import after_furniture, is_furniture
from index.model import Span

_LONGEST = 400
"""Characters of a notice; what is longer tells something."""

_BOILERPLATE = re.compile(
    r"<(?:img|figure|iframe)\b|©|\(c\)\s*(?:19|20)\d\d|\bcopyright\b|\ball\s+rights\s+reserved\b|\bin\s+witness\s+whereof\b|\bin\s+the\s+year\s+of\s+our\s+lord\b|\bterms\s+of\s+(?:use|service)\b|\bprivacy\s+policy\b"
    r"|\A\W*(?:read\s+(?:more|also|next)|see\s+also|related|sign\s+up|subscribe|click\s+here|follow\s+us|watch|listen|advertisement|updated"
    r"|last\s+updated|published|posted\s+(?:on|at)|share\s+this|more\s+on\s+this|don[’']t\s+miss|stay\s+tuned|photo|image|picture|file\s+photo"
    r"|reporting\s+by|editing\s+by|additional\s+reporting|photograph)\b\s*(?:[:|–—-]|by\b|for\b|to\b|here\b|at\b|on\b|our\b|the\s+full\b)"
    r"|\b(?:contributed\s+to\s+this\s+(?:report|story|article)|this\s+(?:story|article)\s+(?:was|has\s+been)\s+(?:originally\s+)?(?:published"
    r"|updated)|our\s+newsletter|getty\s+images|via\s+(?:ap|afp|reuters|getty)\b)"
    r"|\((?:ap|afp|reuters|epa|getty)\s+photo\b|\bphoto(?:\s+by|:)\s",
    re.IGNORECASE,
)
_CHATTER = re.compile(
    r"\W*(?:and\s+|so,?\s+|but\s+|well,?\s+|okay,?\s+|again,?\s+|all\s+right,?\s+)*"
    r"(?:thank(?:s(?!\s+to\b)|\s+you)|good\s+(?:morning|afternoon|evening)|welcome|see\s+(?:you|everybody)|hello|hi\b"
    r"|have\s+a\s+\w+\s+(?:day|weekend|night)"
    r"|(?:it[’']s|what)\s+(?:a|an|great|good)\s+(?:\w+\s+)?(?:honou?r|pleasure|privilege|to\s+(?:be|see|have)))\b",
    re.IGNORECASE,
)
_COURTESY = re.compile(
    r"\b(?:see|thank(?:s\s+to)?|join(?:ing)?|host(?:ing|ed)?|talk\s+to)\s+(?:you|us|me|everybody)\b",
    re.IGNORECASE,
)
_LONGEST_CHATTER = 160
"""Characters of a greeting or thanks; chosen: what is longer says something besides."""
_LONGEST_COURTESY = 70
"""Characters of a sentence that only thanks or welcomes somebody in its middle; chosen likewise."""
_LABEL = re.compile(
    r"\W*(?:[A-Z][A-Z.’'-]+(?:\s+[A-Z][A-Z.’'-]+){0,5}|Q|A):?\**\s+(?=\S)(?<=[:\s]{2})|\W*[A-Z][A-Z.’' -]{1,50}:\**\s+"
)
_QUESTION = re.compile(r"\W*(?:Q(?:\s{2,}|:\s*|\s+(?=[A-Z(—–-]))|(?:QUESTION|REPORTER|Question|Reporter):)")
_GLUED = re.compile(
    r"\s*\\?\[\[?[^\[\]\n]{1,60}\]\([^()\s]{1,300}\)[^\]\n]{0,40}\]\s*"  # the source of a statement above
    r"|\s*\((?:[^()\n]{0,60}(?:/|\bvia\b|[Pp]hoto|[Pp]icture|Images)[^()\n]{0,60})\)\s+"  # a credit
    r"|(?:[A-Z][A-Z’'.,&:-]*\s+){3,20}(?=[A-Z][a-z]|[\"“])"  # a headline in capitals
    r"|[A-Z][A-Z’'.-]+(?:[ ,/]+[A-Z][A-Za-z.’'-]+){0,4},?\s*(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2}(?:,\s*\d{4})?\s*)?"  # a dateline
    r"(?:\([^()\n]{2,40}\)\s*)?(?:[–—]|--?)\s+(?=[A-Z\"“])"
)


def is_boilerplate(sentence: str) -> bool:
    """Tell whether a sentence is a notice, a credit, a teaser or a greeting, which many pages repeat and which tells nothing."""
    if len(sentence) <= _LONGEST_CHATTER and _CHATTER.match(
        sentence, after_label(sentence, (0, len(sentence)))
    ):
        return True
    if len(sentence) <= _LONGEST_COURTESY and _COURTESY.search(sentence):
        return True
    return len(sentence) <= _LONGEST and (_BOILERPLATE.search(sentence) is not None or is_furniture(sentence))


def is_question(paragraph: str) -> bool:
    """Tell whether a paragraph of a transcript is a reporter's: "Q    Will you ...?"."""
    return _QUESTION.match(paragraph) is not None


def after_label(text: str, span: Span) -> int:
    """Return where the sentence of ``text`` at ``span`` begins behind the name of a transcript's speaker."""
    label = _LABEL.match(text, *span)
    return label.end() if label is not None and label.end() < span[1] else span[0]


def after_what_is_glued(text: str, span: Span) -> int:
    """Return where the sentence of ``text`` at ``span`` begins behind a credit, a headline in capitals, a dateline or other
    furniture of a page."""
    start, end = after_furniture(text, span), span[1]
    while (glued := _GLUED.match(text, start, end)) is not None and glued.end() < end:
        start = glued.end()
    return after_furniture(text, (start, end)) if start > span[0] else start
