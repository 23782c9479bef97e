"""Words that look like somebody's and that the text says are not his: misquoted, never said, said by another beside him."""

import re

from index.language.patterns import late
from index.model import Span

_BEFORE = 70
"""Characters before words that are said in which the text may take them back; chosen: a verb of saying with its subject."""
_BEHIND = 50
"""Characters behind them; chosen: as many as a clause that says who did not say them."""
_LONGEST_LINE = 2_000
"""Characters of a line that are looked back over; chosen: a bound on the work, many times a label or a heading."""
_BESIDE = 40
"""Characters before a name in which it is said that another speaks; chosen."""

_TAKEN_BACK = late(
    r"\b(?:mis-?quoted|misrepresented|(?:wrongly|falsely|out of context)\s(?:\w+\s){0,2}(?:quoted\s)?as"
    r"|quoted\s(?:\w+\s){0,2}out\sof\scontext\sas|den(?:y|ied|ies)\s(?:ever\s)?(?:telling|saying|having\s(?:said|told))"
    r"|drawn\sinto\ssaying|all\sbut\s(?:said|says|saying|told|admitted|confirmed|conceded|announced|acknowledged|promised)|was\sasked\sby|['’]s\slie)\b[^.;!?]*\Z",
    re.IGNORECASE,
)
"""What stands before words that somebody did not say, or not in so many words."""
_NEVER_SAID = late(
    r"[\"”’',]*\s*(?:(?:was|were|is)\s)?(?:never|not)\s(?:\w+\s)?said\b"
    r"|[\"”’',]*\s(?:[A-Z][\w.’'-]+\s){1,4}(?:(?:did|does|has|had|would)(?:n[’']t|\snot|\snever)|never)\s(?:say|said|tell|write)\b(?!\s(?:when|how|why|whether|if|more|who|where|what))"
    r"|[\"”’',]*\s(?:[A-Z][\w.’'-]+\s){1,4}(?:quoted\s(?:[A-Z][\w.’'-]+\s){1,3}as\s|(?:said|says)\s(?:[A-Z][\w.’'-]+\s){1,3}(?:had\s)?told\b)"
)
"""What stands behind words that nobody said, or that another did."""
_ANOTHER = late(
    r"\b(?:impersonat\w+|posing\sas|pretending\sto\sbe|act(?:or|ress)\s(?:playing|who\splays))\s|(?:\A|\W)unlike\s",
    re.IGNORECASE,
)
"""What stands before a name that another speaks under, or that is only compared with."""
_LABEL_OF_ANOTHER = late(
    r"\W*(?:[A-Z][\w.’'-]*\s+){2,5}(?:on|about|against|to(?=\s+(?:President|Prime|Minister|Senator|Mr|Ms|Mrs|Dr)\b))\s"
)
"""The label of who speaks, up to the name of whom he speaks of: "Owen Marsh on President Lind:"."""
_NO_WORDS = late(
    r"\b(?:never\s(?:said|told|wrote)|did\snot\ssay|didn[’']t\ssay|fake|false|invented|misattributed)\b",
    re.IGNORECASE,
)
"""A heading over words that somebody did not say."""


def is_disowned(text: str, content: Span, source: Span) -> bool:
    """Tell whether the words ``content`` are not those of whom ``source`` names, as the text around both says."""
    start, end = content
    line = _line_before(text, start)
    before = text[max(line, start - _BEFORE) : start]
    behind = text[end : end + _BEHIND].partition("\n")[0]
    if (_may_take_back(before.lower()) and _TAKEN_BACK.search(before)) or _NEVER_SAID.match(behind):
        return True
    first = _line_before(text, source[0])
    named = text[max(first, source[0] - _BESIDE) : source[1]].lower()
    if any(map(named.__contains__, _SIGNS_OF_ANOTHER)) and _ANOTHER.search(
        text, max(first, source[0] - _BESIDE), source[1]
    ):
        return True
    if first == line:
        behind = text[source[1] : source[1] + 4].lstrip("*_ ")
        return behind.startswith(":") and _LABEL_OF_ANOTHER.match(text, first, source[1]) is not None
    return source[1] < line and _NO_WORDS.search(text, first, source[1] + _BEHIND) is not None


def _may_take_back(before: str) -> bool:
    """Tell whether words in small letters have a sign of what takes back, looked for because the pattern takes longer."""
    return any(map(before.__contains__, _SIGNS_OF_TAKING_BACK))


_SIGNS_OF_TAKING_BACK = (
    "quoted", "misrepresented", "wrongly", "falsely", "context", "deny", "denie", "drawn", "but", "asked", "lie",
)  # fmt: skip
_SIGNS_OF_ANOTHER = ("impersonat", "posing", "pretending", "actor", "actress", "unlike")


def _line_before(text: str, place: int) -> int:
    """Return where the line of ``place`` begins, or so many characters before it."""
    least = max(0, place - _LONGEST_LINE)
    return max(least, text.rfind("\n", least, place) + 1)
