"""Marks of Markdown's blocks, and of HTML inside it, taken away: headings, quotations, rules, footnotes, wiki links, tags.

Each heading stands as a paragraph of its own. What is struck through was taken back by who wrote it, and goes.
"""

import html
import re
from collections.abc import Iterator

_TAGS = (
    "a|abbr|b|big|blockquote|br|center|cite|code|dd|del|details|div|dl|dt|em|figcaption|figure|font|h[1-6]|hr|i|iframe|img|"
    "ins|kbd|li|mark|ol|p|pre|q|s|small|span|strike|strong|sub|summary|sup|table|tbody|td|tfoot|th|thead|tr|u|ul|video"
)
_TAG = re.compile(rf"</?(?:{_TAGS})(?:\s[^<>]{{0,2000}})?/?>", re.IGNORECASE)
_BREAK = re.compile(r"<br\s*/?>|</(?:td|th|p|div|li)>", re.IGNORECASE)
_STRUCK = re.compile(r"<(s|del|strike)>[^<>]{0,2000}</\1>[^\S\n]?", re.IGNORECASE)
_WIKI_LINK = re.compile(r"\[\[(?:[^\[\]|\n]{1,200}\|)?([^\[\]|\n]{1,200})\]\]")
_FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,40}\](?!:)")
_DEFINITION = re.compile(r"[^\S\n]*\[\^?[^\]\s]{1,40}\]:[^\S\n]*(?:<?https?://\S+(?:[^\S\n]+[\"'(].*)?$)?")
_ADDRESS = re.compile(r"[^\S\n]*<?(?:https?://|www\.)[^\s<>]+>?[^\S\n]*")
_RULE = re.compile(r"[^\S\n]*(?:-{3,}|={3,}|\*{3,}|_{3,}|(?:[-*_][^\S\n]){3,})[^\S\n]*")
_HEADING = re.compile(r"[^\S\n]{0,3}#{1,6}[^\S\n]+(?P<words>.*?)(?:[^\S\n]+#+)?[^\S\n]*")
_QUOTED = re.compile(r"[^\S\n]{0,3}(?:>[^\S\n]?)+")
_FENCE = re.compile(r"[^\S\n]*(?:```|~~~)[^`]*")
_BULLET = re.compile(r"^([^\S\n]*)[*+][^\S\n]+")
_LINK = re.compile(r"!?\[([^\[\]\n]{0,300})\]\((?:https?://|/|#|mailto:)[^\s()]{0,2000}\)")

_SEEN = re.compile(
    rf"\]\((?:https?://|/|#)|^#{{1,6}}[^\S\n]+\S|\*\*\w[^*\n]{{0,200}}\*\*|\[\[[^\[\]\n]+\]\]|</?(?:{_TAGS})(?:\s[^<>]*)?/?>"
    r"|^\|?[^\S\n]*:?-{2,}:?[^\S\n]*\||\[\^\w+\]",
    re.MULTILINE | re.IGNORECASE,
)


def is_seen(text: str) -> bool:
    """Tell whether ``text``, of which nobody says what it is, is seen to be Markdown."""
    return _SEEN.search(text) is not None


def without_block_marks(text: str) -> str:
    """Return ``text``, whose inline marks were taken away, without the marks of its blocks and the tags of HTML in it."""
    return "\n".join(_lines(_without_comments(text).split("\n")))


def _without_comments(text: str) -> str:
    kept, place = [], 0
    while (start := text.find("<!--", place)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        kept.append(text[place:start])
        place = end + 3
    return "".join((*kept, text[place:]))


def _lines(lines: list[str]) -> Iterator[str]:
    fenced = False
    before = ""
    for number, line in enumerate(lines):
        if _FENCE.fullmatch(line):
            fenced = not fenced
            shown = ""
        else:
            shown = line if fenced else _shown(line)
        heading = not fenced and _HEADING.fullmatch(line)
        if heading and before.strip():
            yield ""
        yield shown
        if heading and number + 1 < len(lines) and lines[number + 1].strip():
            yield ""
            shown = ""
        before = shown


def _shown(line: str) -> str:
    if _RULE.fullmatch(line) or _ADDRESS.fullmatch(line):
        return ""
    heading = _HEADING.fullmatch(line)
    if heading:
        line = heading["words"].replace(" | ", " – ")
    line = _QUOTED.sub("", line, count=1) if line.lstrip()[:1] == ">" else line
    if "<" in line:
        line = _untagged(line)
    if "[" in line:
        line = _FOOTNOTE.sub(
            "", _WIKI_LINK.sub(r"\1", _DEFINITION.sub("", line, count=1) if "]:" in line else line)
        )
        line = _LINK.sub(r"\1", line)
    line = _BULLET.sub(r"\1- ", line)
    return "" if _ADDRESS.fullmatch(line) else line


def _untagged(line: str) -> str:
    shown = _TAG.sub("", _BREAK.sub(" ", _STRUCK.sub("", line)))
    return html.unescape(shown).replace("\xa0", " ").rstrip() if shown != line else line
