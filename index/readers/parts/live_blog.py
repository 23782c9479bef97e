"""Live blogs among web pages: schema.org's LiveBlogPosting, and blocks that follow each other, each with its time."""

import itertools
import json
import re
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from datetime import date, datetime, timedelta
from typing import Any

from lxml import html

from index.readers.metadata.written_dates import read_day
from index.readers.parts import paragraphs
from index.readers.parts.entries import CLOCK, FEWEST, Entry, clock_of, shown_at

_POSTING = "LiveBlogPosting"
_LIVE = re.compile(
    r"\blive\b|liveblog|live-?(?:blog|feed|ticker|updates)|\bas it happened\b|\bminute by minute\b|ticker\b",
    re.IGNORECASE,
)
_MOST_TIMES = 5_000
"""Entries of a live blog; chosen: more than a day's blog has by far, a bound on the work."""
_MOST_SCRIPTS = 300
"""Scripts, and things that each declares, that are looked at; chosen: a bound on the work."""
_LEVELS = 12
"""Elements around a time that are looked through for its entry; chosen: a bound on the work."""
_LONGEST_STAMP = 60
"""Characters of an element that shows a time and no more; chosen."""
_STAMP = re.compile(rf".{{0,30}}?{CLOCK.pattern}.*")
"""A time of the day, "Posted at 14:02", "14:02, 4 June" and "Oct. 1, 2024, 8:41 p.m. ET"."""
_AFTER = timedelta(days=30)
"""How long after its beginning a live blog goes on; chosen: days without a year are of no year before."""
_TIME_CLASS = re.compile(r"time|stamp|\bhour", re.IGNORECASE)
_UPDATED = re.compile(r"updat|modif|edited", re.IGNORECASE)
_BYLINE = re.compile(r"\b(?:byline|author|contributor)", re.IGNORECASE)
_APART = re.compile(
    r"share|social|toolbar|button|byline|author|contributor|related|promo|\bad(?:vert)?\b", re.IGNORECASE
)
_APART_TAGS = frozenset(
    {"button", "aside", "nav", "form", "footer", "script", "style", "figure", "svg", "iframe"}
)
_OUTSIDE = frozenset({"nav", "header", "footer", "aside", "form", "head"})
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_SHORTEST_LINE = 15
"""Characters of a line by which an entry is found again in the text; chosen: a shorter one is repeated."""
_NOTHING_SAID = re.compile(
    r"\W*(?:share|copy link|updated?.{0,30}|read more|facebook|twitter|x|email)\W*", re.IGNORECASE
)


def find_live_blog(tree: Any, published: date | None) -> tuple[tuple[str, ...], tuple[Entry, ...]]:
    """Return the paragraphs that stand before the entries of a live blog, and its entries in the order of the page.

    Entries are those that the page shows, then those that it only declares. None of either for any other page. The tree is
    left as it is.
    """
    declared = tuple(_declared(tree))
    if not declared and not _is_live(tree):
        return (), ()
    blocks = _blocks(tree)
    shown = tuple(entry for block in blocks if (entry := _entry(block, published)) is not None)
    if len(shown) < (1 if declared else FEWEST):
        return ((), declared) if len(declared) >= FEWEST else ((), ())
    seen = {(entry.written.hour, entry.written.minute) for entry in shown}
    headlines = {entry.headline for entry in shown}
    more = tuple(
        entry
        for entry in declared
        if (entry.written.hour, entry.written.minute) not in seen and entry.headline not in headlines
    )
    return tuple(_introduction(tree, blocks[0])), shown + more


def _is_live(tree: Any) -> bool:
    if tree.xpath(f"//*[contains(@itemtype, '{_POSTING}')]"):
        return True
    addresses = tree.xpath("//link[@rel='canonical']/@href")[:1]
    marks = [
        *addresses,
        tree.findtext(".//title") or "",
        *tree.xpath("//body/@class | //main/@class | //main//div/@class")[:200],
        *tree.xpath("//main//@id | //article//@id | //article/@class")[:200],
    ]
    return any(_LIVE.search(mark) for mark in marks)


def _declared(tree: Any) -> Iterator[Entry]:
    for script in tree.xpath("//script[@type='application/ld+json']")[:_MOST_SCRIPTS]:
        try:
            held = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for thing in _things(held):
            updates = thing.get("liveBlogUpdate")
            for update in (updates if isinstance(updates, list) else [updates])[:_MOST_TIMES]:
                entry = _of_update(update) if isinstance(update, dict) else None
                if entry is not None:
                    yield entry


def _things(held: object) -> Iterator[dict[str, Any]]:
    listed = held if isinstance(held, list) else [held]
    for thing in listed[:_MOST_SCRIPTS]:
        if isinstance(thing, dict):
            yield thing
            graph = thing.get("@graph")
            yield from (
                (inner for inner in graph[:_MOST_SCRIPTS] if isinstance(inner, dict))
                if isinstance(graph, list)
                else ()
            )


def _of_update(update: dict[str, Any]) -> Entry | None:
    written = _moment(str(update.get("datePublished") or update.get("dateModified") or ""))
    words = paragraphs.from_html("<br><br>".join(str(update.get("articleBody") or "").split("\n")))
    if written is None or not words:
        return None
    headline = paragraphs.plain(paragraphs.from_html(str(update.get("headline") or "")))
    return Entry(
        f"{written:%H:%M}", written.replace(tzinfo=None), headline, tuple(words.split(paragraphs.BREAK))
    )


def _moment(value: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(value.strip())
    except ValueError:
        return None
    return found if re.search(r"[T ]\d", value.strip()) else None


def _times(block: Any) -> list[Any]:
    """The elements of a block that show a time of the day."""
    found = [
        element
        for element in block.iter("time", "span", "p", "div", "a")
        if (element.tag == "time" and _moment(element.get("datetime", "")))
        or (
            _TIME_CLASS.search(element.get("class", ""))
            and len(shown := _shown(element)) <= _LONGEST_STAMP
            and _STAMP.fullmatch(shown)
        )
    ]
    return found[:_MOST_TIMES]


def _shown(element: Any) -> str:
    return paragraphs.plain(" ".join(element.itertext()))


def _blocks(tree: Any) -> list[Any]:
    """The children of one element, of one kind, that have times: of all such elements the one with most of them."""
    held: dict[Any, dict[Any, None]] = {}
    for element in _times(tree):
        child = element
        for parent in list(element.iterancestors())[:_LEVELS]:
            if parent.tag in ("html", "head"):
                break
            held.setdefault(parent, {})[child] = None
            child = parent
    best: list[Any] = []
    for children in held.values():
        tag, count = Counter(child.tag for child in children).most_common(1)[0]
        if count > len(best) and tag not in ("time", "a", "span"):
            best = [child for child in children if child.tag == tag]
    return best


def _entry(block: Any, published: date | None) -> Entry | None:
    times = _times(block)
    first = [element for element in times if not _UPDATED.search(_marks(element))] or times
    if not first:
        return None
    # Beside an age, "3h ago", the time itself may stand.
    stamp = next((shown for element in first if CLOCK.search(shown := _shown(element))), _shown(first[0]))
    clock = CLOCK.search(stamp)
    before, stamp = (stamp[: clock.start()], stamp[clock.start() :]) if clock else ("", stamp)
    declared = next(filter(None, (_moment(element.get("datetime", "")) for element in times)), None)
    if declared is not None:
        written = shown_at(declared, clock_of(clock)) if clock else declared.replace(tzinfo=None)
    elif clock is not None and published is not None:
        latest = published + _AFTER
        day = read_day(stamp[len(clock[0]) :], latest) or read_day(before, latest)
        written = datetime.combine(day or published, clock_of(clock))
    else:
        return None
    headline, author, lines = _words(block)
    if not lines:
        return None
    return Entry(stamp if clock else f"{written:%H:%M}", written, headline, lines, author)


def _words(block: Any) -> tuple[str, str, tuple[str, ...]]:
    """The headline, the author and the paragraphs of an entry, without what stands apart from its words."""
    copy = deepcopy(block)
    copy.tail = None
    heading = next((element for element in copy.iter(*_HEADINGS) if not _stands_apart(element, copy)), None)
    headline = paragraphs.plain(heading.text_content()) if heading is not None else ""
    author = next(
        (
            paragraphs.plain(element.text_content())
            for element in copy.iter()
            if _BYLINE.search(_marks(element))
        ),
        "",
    )
    apart = [*_times(copy), *([heading] if heading is not None else [])]
    apart += [
        element
        for element in copy.iter()
        if element is not copy and (element.tag in _APART_TAGS or _APART.search(_marks(element)))
    ]
    for element in apart:
        if element.getparent() is not None:
            element.drop_tree()
    lines = paragraphs.from_html(html.tostring(copy, encoding="unicode")).split(paragraphs.BREAK)
    return headline, author, tuple(line for line in lines if line and not _NOTHING_SAID.fullmatch(line))


def _stands_apart(element: Any, block: Any) -> bool:
    """Tell whether ``element`` stands in a part of ``block`` that is no word of the entry."""
    around = itertools.takewhile(lambda one: one is not block, element.iterancestors())
    return any(one.tag in _APART_TAGS or _APART.search(_marks(one)) for one in around)


def _introduction(tree: Any, first: Any) -> Iterator[str]:
    """What stands in the article before the first entry: its paragraphs and the points of its summary."""
    around = next(first.iterancestors("article", "main", "body"), None)
    for element in around.iter() if around is not None else ():
        if element is first:
            return
        if element.tag not in ("p", "li") or _APART.search(_marks(element)):
            continue
        line = paragraphs.plain(element.text_content())
        if len(line) >= _SHORTEST_LINE and not any(
            ancestor.tag in _OUTSIDE for ancestor in element.iterancestors()
        ):
            yield line


def _marks(element: Any) -> str:
    if not isinstance(element.tag, str):
        return ""
    return f"{element.get('class', '')} {element.get('itemprop', '')} {element.get('rel', '')}"
