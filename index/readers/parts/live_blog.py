"""Live blogs among web pages: schema.org's LiveBlogPosting, and blocks that follow each other, each with its time."""

import itertools
import json
import re
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from datetime import date, datetime, time, timedelta
from typing import Any

from lxml import html

from index.readers.metadata.written_dates import read_day
from index.readers.parts import paragraphs
from index.readers.parts.entries import CLOCK, FEWEST, Entry, clock_of, days_of, shown_at

_POSTING = "LiveBlogPosting"
_LIVE = re.compile(
    r"\blive\b|liveblog|live-?(?:blog|feed|ticker|updates)|\bas it happened\b|\bminute by minute\b|ticker\b",
    re.IGNORECASE,
)
_LIVE_TITLE = re.compile(
    r"\bонлайн|\bтрансляци|\bнаживо\b|\ben (?:direct|vivo|directo)\b|\bminuto a minuto\b|\bao vivo\b|\bdiretta\b"
    r"|\bna żywo\b|\bcanlı\b",
    re.IGNORECASE,
)
"""What a title says of a live blog in other languages."""
_LIVE_BLOCK = re.compile(r"live-?_?(?:blog|feed|updates|story|post|report|ticker)", re.IGNORECASE)
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
_CLOCK_ALONE = re.compile(
    r"(?:#\d{1,5}\s+|(?:(?:posted|published|updated)(?: at| on)?|at|um|à|kl\.?)\s*:?\s*)?"
    rf"[(\[]?{CLOCK.pattern}(?:\s?h)?\s?(?:GMT|UTC|BST|[CEMW]E?S?T|[ECMP][SD]T|ET|Uhr|local time)?[)\]]?",
    re.IGNORECASE,
)
_AGE = re.compile(
    r"\b(?:\d+|an?)\s*(?:s|m|h|d|w|sec|min|hour|hr|day|week|month)\w{0,5}\s+ago\b", re.IGNORECASE
)
_MOST_WITHIN_A_TIME = 4
"""Elements inside of one that shows a time; chosen: "Posted at" and the time in spans of their own."""
_AFTER = timedelta(days=30)
"""How long after its beginning a live blog goes on; chosen: days without a year are of no year before."""
_TIME_CLASS = re.compile(r"time|stamp|\bhour", re.IGNORECASE)
_UPDATED = re.compile(r"updat|modif|edited", re.IGNORECASE)
_BYLINE = re.compile(r"\b(?:byline|author|contributor)", re.IGNORECASE)
_APART = re.compile(
    r"share|social|toolbar|button|byline|author|contributor|related|promo|caption|\bad(?:vert)?\b",
    re.IGNORECASE,
)
_APART_TAGS = frozenset(
    {"button", "aside", "nav", "form", "footer", "script", "style", "figure", "svg", "iframe"}
)
_OUTSIDE = frozenset({"nav", "header", "footer", "aside", "form", "head"})
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_FEWEST_DECLARED = 2
"""Entries that a page declares as those of a live blog and does not show; one alone may be the page's whole article."""
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
    if not declared and not any(_updates(tree)) and not _is_live(tree):
        return (), ()
    blocks = _blocks(_with_declared_times(tree))
    shown = _shown_entries(blocks, published)
    if len(shown) < (1 if declared else FEWEST):
        return ((), declared) if len(declared) >= _FEWEST_DECLARED else ((), ())
    seen = {(entry.written.hour, entry.written.minute) for entry in shown}
    headlines = {entry.headline for entry in shown}
    more = tuple(
        entry
        for entry in declared
        if (entry.written.hour, entry.written.minute) not in seen and entry.headline not in headlines
    )
    return tuple(_introduction(blocks[0])), shown + more


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
    headings = [paragraphs.plain(one.text_content()) for one in itertools.islice(tree.iter("h1"), _LEVELS)]
    titles = [tree.findtext(".//title") or "", *headings]
    return (
        any(_LIVE.search(mark) for mark in (*marks, *headings))
        or any(_LIVE_TITLE.search(title) for title in titles)
        or any(
            _LIVE_BLOCK.search(mark) for mark in tree.xpath("//div/@class | //section/@class")[:_MOST_TIMES]
        )
    )


def _declared(tree: Any) -> Iterator[Entry]:
    return filter(None, map(_of_update, _updates(tree)))


def _with_declared_times(tree: Any) -> Any:
    """Return the page with the times that it declares for headlines alone beside those headlines."""
    moments = {
        paragraphs.plain(paragraphs.from_html(str(update.get("headline") or ""))): str(
            update.get("datePublished") or ""
        )
        for update in _updates(tree)
        if not update.get("articleBody")
    }
    moments = {headline: moment for headline, moment in moments.items() if headline and _moment(moment)}
    if not moments:
        return tree
    tree = deepcopy(tree)
    for heading in list(tree.iter(*_HEADINGS)):
        moment = moments.get(paragraphs.plain(heading.text_content()))
        if moment:
            heading.addprevious(html.Element("time", datetime=moment))
    return tree


def _updates(tree: Any) -> Iterator[dict[str, Any]]:
    for script in tree.xpath("//script[@type='application/ld+json']")[:_MOST_SCRIPTS]:
        try:
            held = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for thing in _things(held):
            updates = thing.get("liveBlogUpdate")
            if isinstance(updates, dict) and isinstance(updates.get("itemListElement"), list):
                updates = updates["itemListElement"]
            for update in (updates if isinstance(updates, list) else [updates])[:_MOST_TIMES]:
                if isinstance(update, dict):
                    item = update.get("item")
                    yield item if isinstance(item, dict) else update


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
    """The elements of a block that show a time of the day, or declare when it was published."""
    found = [
        element
        for element in block.iter("time", "span", "p", "div", "a", "meta")
        if _moment(_declared_time(element)) or _shows_time(element)
    ]
    return found[:_MOST_TIMES]


def _declared_time(element: Any) -> str:
    if element.tag == "meta":
        return str(element.get("content", "")) if element.get("itemprop") == "datePublished" else ""
    return str(element.get("datetime", "")) if element.tag == "time" else ""


def _shows_time(element: Any) -> bool:
    if len(element) > _MOST_WITHIN_A_TIME:
        return False
    shown = _shown(element)
    if len(shown) > _LONGEST_STAMP:
        return False
    if element.tag == "time" or _TIME_CLASS.search(element.get("class", "")):
        return _STAMP.fullmatch(shown) is not None
    return _CLOCK_ALONE.fullmatch(shown) is not None


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


def _shown_entries(blocks: list[Any], published: date | None) -> tuple[Entry, ...]:
    """The entries that the blocks show; those whose day is neither shown nor declared have it from their order."""
    read = [(block, *found) for block in blocks if (found := _time_of(block, published)) is not None]
    if not read:
        return ()
    told = [day or _day_above(block, published) for block, _, _, day in read]
    days = days_of([clock for _, _, clock, _ in read], told, published)
    entries = (
        _entry(block, stamp, datetime.combine(day, clock))
        for (block, stamp, clock, _), day in zip(read, days, strict=True)
        if day is not None
    )
    return tuple(entry for entry in entries if entry is not None)


def _day_above(block: Any, published: date | None) -> date | None:
    """Return the day that stands alone between an entry and the one before it."""
    before = block.getprevious()
    if before is None or before.tag == block.tag or not isinstance(before.tag, str):
        return None
    words = _shown(before)
    return (
        read_day(words, published + _AFTER if published else None) if len(words) <= _LONGEST_STAMP else None
    )


def _time_of(block: Any, published: date | None) -> tuple[str, time, date | None] | None:
    """Return the time of an entry as it is shown, the time of day that it is, and the day where that is shown or declared."""
    times = _times(block)
    first = [element for element in times if not _UPDATED.search(_marks(element))] or times
    if not first:
        return None
    # Beside an age, "3h ago", the time itself may stand.
    stamp = next((shown for element in first if CLOCK.search(shown := _shown(element))), _shown(first[0]))
    clock = CLOCK.search(stamp)
    before, stamp = (stamp[: clock.start()], stamp[clock.start() :]) if clock else ("", stamp)
    declared = next(filter(None, (_moment(_declared_time(element)) for element in times)), None)
    if declared is not None:
        written = shown_at(declared, clock_of(clock)) if clock else declared.replace(tzinfo=None)
        return (stamp if clock else f"{written:%H:%M}"), written.time(), written.date()
    if clock is None:
        return None
    latest = published + _AFTER if published else None
    day = read_day(stamp[len(clock[0]) :], latest) or read_day(_AGE.sub("", before), latest)
    return stamp, clock_of(clock), day


def _entry(block: Any, stamp: str, written: datetime) -> Entry | None:
    headline, author, lines = _words(block)
    return Entry(stamp, written, headline, lines, author) if lines else None


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


def _introduction(first: Any) -> Iterator[str]:
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
