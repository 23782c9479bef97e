"""White space and marks of Markdown around words that were said: they are none of the words."""

import re

from index.model import Span

_BOLD = re.compile(
    r"\*\*[ \xa0]?(?P<bold>[^*\n]{1,120}(?:\n[^*\n]{1,120}){0,3}?)(?<![.!?;:])[ \xa0]?\*\*(?=,|['’]s|[ \xa0]?\n?\*\*|\]"
    r"|\s\[|\s[a-z(])"
    r"|\*\*[ \xa0]?(?P<label>[^*\n]{1,120}(?:\n[^*\n]{1,120})?):\*\*(?=\s{0,5}[“\"])"
)
"""A name or words in bold inside a sentence, and a label in bold before what is said."""
_PARTY = re.compile(
    r"\((?:D|R|I|DEM|REP|GOP)(?:[-–][A-Z][\w.]{0,5}(?:-?\d{1,2})?)?\)|\([A-Z]{2}-\d{1,2}\)|\([A-Z]{2,8}\)"
)
"""The party or seat behind a lawmaker's name, the short form behind that of a body."""


def without_marks_inside(text: str) -> str:
    """Return ``text``, as long as before, with spaces for what stands between the words of a sentence and is none of them: marks
    of bold words, and the parties of lawmakers: "the **envoy** **Ida Brook**", "Reps. Ashby (D-Ohio) and Brook (R-Iowa)"."""
    if "**" in text:
        text = _BOLD.sub(_unmarked, text)
    return _PARTY.sub(lambda party: " " * len(party[0]), text) if "(" in text else text


def _unmarked(bold: re.Match[str]) -> str:
    return bold[0].replace("*", " ")


def without_marks(text: str, start: int, end: int, *, before: str = "*_", behind: str = "*_#") -> Span:
    """Return the span ``start`` to ``end`` of ``text`` without white space at its ends, nor the characters ``before`` at its
    beginning and ``behind`` at its end; empty where there is nothing else."""
    while start < end and (text[start].isspace() or text[start] in before):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in behind):
        end -= 1
    return start, end
