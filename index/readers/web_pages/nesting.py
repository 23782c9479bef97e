"""Blocks that lie in one another hundreds deep: the parser drops what is deeper than it goes, and with it the page's words."""

import re

DEEPEST = 150
"""Blocks in one another that are kept; libxml2 drops what is deeper than 255
(https://gitlab.gnome.org/GNOME/libxml2/-/blob/master/include/libxml/parserInternals.h), and lists and tables lie in them too."""

_TAG = re.compile(r"<(/?)(div|span|section|article|main|center|font|b|i|em|strong|u)\b[^<>]*>", re.IGNORECASE)
"""What lies around words and says nothing of its own; the tags that pages forget to close are among them."""


def without_deep_blocks(markup: str) -> str:
    """Return the page ``markup`` without the tags of the blocks that lie deeper than the parser goes."""
    if not _is_deep(markup):
        return markup
    kept: list[str] = []
    open_tags: list[tuple[str, bool]] = []
    done = depth = 0
    for tag in _TAG.finditer(markup):
        name = tag[2].lower()
        if not tag[1]:
            shown = depth < DEEPEST
            open_tags.append((name, shown))
            depth += shown
        elif open_tags and open_tags[-1][0] == name:
            shown = open_tags.pop()[1]
            depth -= shown
        else:
            # It closes what was never opened, or over what nobody closed; the parser knows what to do.
            shown = depth < DEEPEST
        if not shown:
            kept.append(markup[done : tag.start()])
            done = tag.end()
    kept.append(markup[done:])
    return "".join(kept)


def _is_deep(markup: str) -> bool:
    depth = 0
    for tag in _TAG.finditer(markup):
        depth += -1 if tag[1] else 1
        if depth > DEEPEST:
            return True
    return False
