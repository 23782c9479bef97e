r"""The one way by which text from documents and people reaches Discord.

Discord reads a message as Markdown of its own kind, and discord.py's two escape functions leave most of it
through: headings, subtext, lists, block quotes, masked and bare links, ``<#1>``, ``</a:1>``, ``<t:1>``,
``<:a:1>``, ``<id:guide>``, ``:smile:``, invitations. Here every character that could begin any of these gets
a backslash, so that the reader sees the text itself. No client shows a backslash before ASCII punctuation.

What cannot be seen is taken out, because it can only mislead: control characters, characters that turn the
direction of writing, invisible ones, and combining marks piled higher than any writing piles them.
"""

import re

from bot.app.showing.readable import length, readable

ELLIPSIS = "…"

UNSEEN = 4
"""Of a text that is to be cut, so many times the room is read at first: not often is so much of it invisible."""

_MARKUP = re.compile(r"[\\`*_~|\[\]<@#&]|:(?!\s)|\.(?=\w+/)")
_LINE_START = re.compile(r"^(\d*)([-+=>]|(?<=\d)[.)])", re.MULTILINE)


def escape(text: str, *, limit: int | None = None, lines: bool = False) -> str:
    """Return Markdown that shows `readable` ``text`` and does nothing else, wherever in a message it stands.

    With ``limit``, a result of more than that many UTF-16 code units is cut between words and ends in an
    ellipsis. ``lines`` is as for `readable`. The result is empty when nothing in ``text`` can be seen.
    """
    seen = readable(text, lines=lines) if limit is None else _beginning(text, limit, lines=lines)
    escaped = _escape_readable(seen)
    if limit is None or length(escaped) <= limit:
        return escaped
    return _longest_start(seen, limit - length(ELLIPSIS)) + ELLIPSIS


def escape_part(text: str) -> str:
    """Return ``text`` escaped as a part of one line, with a space where it begins or ends with white space.

    Parts that are joined, with markup of our own between them or without, show what the whole would show.
    """
    # Between letters, so that space is seen at the ends though something invisible stands there too.
    seen = readable(f"x{text}x")[1:-1]
    before = " " if seen.startswith(" ") else ""
    after = " " if seen.endswith(" ") else ""
    escaped = escape(text)
    return f"{before}{escaped}{after}" if escaped else before or after


def _beginning(text: str, most: int, *, lines: bool) -> str:
    """Return what can be seen of ``text``, or of a beginning that is longer than ``most``: no more is read than is shown."""
    beginning = readable(text[: UNSEEN * most], lines=lines)
    return beginning[: most + 1] if len(beginning) > most else readable(text, lines=lines)


def _escape_readable(text: str) -> str:
    return _LINE_START.sub(r"\1\\\2", _MARKUP.sub(r"\\\g<0>", text))


def _longest_start(text: str, limit: int) -> str:
    low, high = 0, min(len(text), max(limit, 0))
    while low < high:
        middle = (low + high + 1) // 2
        if length(_escape_readable(text[:middle])) <= limit:
            low = middle
        else:
            high = middle - 1
    cut = text.rfind(" ", 0, low + 1)
    # A word that fills half of the room is cut rather than left out.
    return _escape_readable(text[: cut if cut > low // 2 else low].rstrip())
