"""The publication date of a web page: what the page declares, else what its address or its byline says.

Running text is never asked. A day that is told there is the day of what is told, and everything that the text
says with "Thursday" would be counted from it. Short lines that are there for a date are.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from html import escape
from typing import Any
from urllib.parse import urlsplit

from htmldate import find_date

from index.readers.metadata.written_dates import read_day
from index.readers.web_pages import declared

EARLIEST = date(1990, 1, 1)
"""Before the web there was no page; an earlier date is a template's placeholder."""

_PUBLISHED = re.compile(
    r"publi|pub-?date|issued|created|posted|post_date|^(?:dc(?:terms)?[.:])?date$|^pdate$|displaydate|doc_date"
    r"|release_date|article_?date|^sailthru\.date$|^timestamp$|regdate|citation_date"
)
_NOT_PUBLISHED = re.compile(r"modif|updat|revis|expir|copyright|publisher|publication_?name|last")
_TYPES = re.compile(r"(?:Article|Posting|Report|PressRelease|Statement|SpeechArticle)$")
_PAGE_TYPES = frozenset({"WebPage", "ItemPage", "AboutPage"})
_DECLARED_IN_BROKEN_JSON = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')
_ISO = re.compile(r"\s*(\d{4})-?(\d{2})-?(\d{2})(?!\d)|\s*(\d{4})/(\d{1,2})/(\d{1,2})(?!\d)")
_EITHER_ORDER = re.compile(r"\s*(\d{1,2})[/-](\d{1,2})[/-]\d{4}")
_IN_ADDRESS = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:/(\d{1,2})/(\d{1,2})|[/_-](\d{2})[/_-](\d{2}))(?!\d)")
_BYLINE_MARK = re.compile(r"publi|pubdate|entry-?date|post-?date|entry-?time")
_ELSEWHERE = frozenset({"nav", "aside", "footer", "li", "blockquote", "figure", "td"})
_SHORT_BLOCKS = (
    "p",
    "div",
    "span",
    "time",
    "small",
    "font",
    "em",
    "i",
    "b",
    "strong",
    "dd",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
)
_LONGEST_SHOWN = 80
"""Characters of an element that shows a date and little else; chosen."""
_DATE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:date|time-?stamp|publish(?:ed)?-?date|datum|fecha|tarih|published|pubdate|posted|dateline)(?:$|[\s_-])|date-?time|post-?date|entry-?date"
)
_INTRODUCED = re.compile(
    r"(?:(?:first )?published(?: on| at)?|(?:for )?(?:immediate )?release|posted(?: on)?"
    r"|issued(?: on)?|released(?: on)?|date|veröffentlicht(?: am)?|datum"
    r"|erschienen(?: am)?|publiée? le|date de publication"
    r"|publicado(?: el| em)?|fecha|data|pubblicato(?: il)?|gepubliceerd(?: op)?"
    r"|опубликован[оа]|дата(?: публикации)?|опубліковано)\b\W{0,4}",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"\b(?:byline|dateline|(?:article|post|entry|story)?[_-]?meta|(?:article|post|publish(?:ed)?)-info)\b"
)
_FACT = re.compile(r"(?:^|[\s_-])(?:meta|date)(?:$|[\s_-])")
_REVISED = re.compile(
    r"(?:page )?(?:last )?(?:updated|modified|revised|reviewed)(?: on| at)?\b\W{0,4}"
    r"|(?:stand|aktualisiert(?: am)?|zuletzt geändert(?: am)?"
    r"|mise? à jour(?: le)?"
    r"|actualizado(?: el)?|última actualización|aggiornato(?: il)?|bijgewerkt(?: op)?|обновлен[оа]|оновлено)\b\W{0,4}",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"(?<!\s)\s++[-–—|·•/]\s++|[,;]\s++(?=(?:last )?(?:updated|modified|mis à jour|aktualisiert|actualizado)\b)",
    re.IGNORECASE,
)
"""What stands between the date of a page and that of its change."""
_TIME = re.compile(r"(?:at |um |à )?\d{1,2}[:.h]\d{2}(?: ?[ap]\.?m\.?)?(?: ?[A-Z]{2,4}| Uhr)?", re.IGNORECASE)
_SAID_BY = re.compile(
    r"^(?:[^\W\d_a-z][\w.’'-]*\s?){1,4},\s+(?=\d{1,2}\.?\s[^\W\d_]|[^\W\d_]{3,9}\.?\s\d{1,2},)"
)
"""The paper or the place before a date: "Lenn Daily, 28 June 2022"."""
_ZONE = re.compile(r"\b(?:GMT|UTC|BST|MSK|CES?T|EES?T|WES?T|[ECMP][SD]T)\b")
_WORD = re.compile(r"[^\W\d_]{3,}")
_MOST_WORDS = 2
"""Words of three letters and more of a line that is a date: the day of the week and the month."""
_LONGEST_VALUE = 60
"""Characters of a declared date that are read; chosen: none with a zone in words is longer."""
_MOST_ELEMENTS = 300
"""Elements of a kind that are looked at; chosen: a bound on the work."""
_LINES = frozenset({"p", "div", "i", "em", "small", "font"})
"""Elements that a line of its own may be in; old pages have no paragraphs for one."""
_MOST_FIRST = 12
"""Short blocks at the beginning of an article among which a date alone, "Brussels, 14 May 2016", is its own; chosen."""
_LONGEST_BYLINE = 120
"""Characters of what stands around a date in a byline; chosen: what is longer is a paragraph that mentions the date."""
_LEVELS = 4
"""How far above its heading the byline of an article may be held together with it."""


def find_published(tree: Any, url: str | None) -> date | None:
    """Return the day on which the page in ``tree`` (an lxml element) was published; None when it does not say.

    Asked in this order: meta elements, JSON-LD, microdata, the address in ``url`` or else the canonical one,
    ``<time>`` beside the heading of the article, and what it shows without declaring it: a block of class ``date``, a line
    that says "Published:", one that says "Updated:" or "Stand:". A date of modification that is declared is none of
    publication, and a date to come is none either.
    """
    address = url or next(iter(tree.xpath("//link[@rel='canonical']/@href")), None)
    places: tuple[Callable[[], Iterator[str]], ...] = (
        lambda: _in_meta(tree),
        lambda: _in_json(tree),
        lambda: _in_microdata(tree),
        lambda: _in_address(address),
        lambda: _in_byline(tree),
    )
    days = (parse_day(value) for place in places for value in place())
    declared = next((day for day in days if day is not None), None)
    return declared if declared is not None else _shown(tree)


def is_shown_date(line: str) -> bool:
    """Tell whether a line of a page is its date and nothing else: "Published: Friday, 14 March 2025, 18:05", or that and when it
    was changed."""
    parts = _BETWEEN.split(line)
    days = [part for part in parts if _TIME.fullmatch(part) is None]
    return bool(days) and len(line) <= _LONGEST_SHOWN * len(parts) and all(map(_is_date, days))


def _is_date(line: str) -> bool:
    if len(line) > _LONGEST_SHOWN or not any(map(str.isdecimal, line)):
        return False
    line = _SAID_BY.sub("", line, count=1)
    said = _INTRODUCED.match(line) or _REVISED.match(line)
    words = _WORD.findall(_ZONE.sub("", line[said.end() :] if said else line))
    return len(words) <= _MOST_WORDS and not line.endswith((".", "?", "!")) and read_day(line) is not None


def parse_day(value: str) -> date | None:
    """Return the one day that a declared date names, in ISO form or in words; None for a month, a year, or
    03/04/2025, which is two days. A time of day and its offset are dropped: the day is the publisher's own."""
    value = " ".join(value.split())[:_LONGEST_VALUE]
    iso = _ISO.match(value)
    if iso:
        return _day(*(part for part in iso.groups() if part))
    either = _EITHER_ORDER.match(value)
    if either and int(either[1]) <= 12 and int(either[2]) <= 12 and either[1] != either[2]:
        return None
    declared = f'<html><head><meta property="article:published_time" content="{escape(value)}"></head></html>'
    found = find_date(declared, extensive_search=False, original_date=True, max_date=_latest().isoformat())
    day = date.fromisoformat(found) if found else None
    # For a value without a day the library gives the first of the month.
    return day if day and re.search(rf"(?<!\d)0?{day.day}(?!\d)", value) and day >= EARLIEST else None


def _day(year: str, month: str, day: str) -> date | None:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found if EARLIEST <= found <= _latest() else None


def _latest() -> date:
    # Where the page was published it may be tomorrow already.
    return date.today() + timedelta(days=1)


def _in_meta(tree: Any) -> Iterator[str]:
    for element in tree.xpath("//meta[@content]")[:_MOST_ELEMENTS]:
        names = (element.get(name, "") for name in ("name", "property", "itemprop"))
        name = next(filter(None, names), "").lower()
        if _PUBLISHED.search(name) and not _NOT_PUBLISHED.search(name):
            yield element.get("content")


def _in_json(tree: Any) -> Iterator[str]:
    pages: list[str] = []
    for text in declared.scripts(tree):
        held = declared.loaded(text)
        if held is None:
            yield from _DECLARED_IN_BROKEN_JSON.findall(text)[:1]
            continue
        for thing in declared.things(held):
            value = thing.get("datePublished") or thing.get("dateCreated")
            if isinstance(value, str):
                kinds = thing.get("@type")
                kinds = [str(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])]
                if any(_TYPES.search(kind) for kind in kinds):
                    yield value
                elif _PAGE_TYPES.intersection(kinds):
                    pages.append(value)
    yield from pages


def _in_microdata(tree: Any) -> Iterator[str]:
    scope = _article(tree)
    for element in tree.xpath("//*[@itemprop='datePublished' and not(self::meta)]")[:_MOST_ELEMENTS]:
        if not _is_elsewhere(element, scope):
            yield element.get("datetime") or element.get("content") or element.text_content()


def _in_address(address: str | None) -> Iterator[str]:
    try:
        path = urlsplit(address or "").path
    except ValueError:
        return
    for match in _IN_ADDRESS.finditer(path):
        yield "{}/{}/{}".format(*(part for part in match.groups() if part))


def _in_byline(tree: Any) -> Iterator[str]:
    scope = _article(tree)
    # Before there were elements for times, microformats set them in the title of an abbreviation.
    for mark in tree.xpath("//abbr[@title]")[:_MOST_ELEMENTS]:
        if _BYLINE_MARK.search(_marks(mark)) and not _is_elsewhere(mark, scope):
            yield mark.get("title")
    times = [time for time in tree.xpath("//time")[:_MOST_ELEMENTS] if not _is_elsewhere(time, scope)]
    marked = [time for time in times if time.get("pubdate") is not None or _BYLINE_MARK.search(_marks(time))]
    within = set() if scope is None else set(scope.iter("time"))
    for time in marked or [time for time in times if time in within and not _is_in_text(time)]:
        if not _NOT_PUBLISHED.search(_marks(time)):
            yield time.get("datetime") or time.text_content()


def _shown(tree: Any) -> date | None:
    """Return the day that short blocks of the article show: one of a class for dates, else one that a word introduces, else one
    in the line that says who wrote it, else one that stands alone near the beginning."""
    scope = _article(tree)
    lines = [
        (element, words)
        for element in (tree if scope is None else scope).iter(*_SHORT_BLOCKS)
        if 0 < len(words := " ".join(element.text_content().split())) <= _LONGEST_SHOWN
        and not _is_elsewhere(element, scope)
    ][:_MOST_ELEMENTS]
    kinds = (
        (words for element, words in lines if _is_for_dates(element)),
        (words for element, words in lines if element.tag == "dd" and is_named_date(element)),
        (words for _, words in lines if _INTRODUCED.match(words)),
        (words for _, words in lines if _REVISED.match(words)),
        (words for element, words in lines if _BYLINE.search(element.get("class", "").lower())),
        _in_list_of_facts(tree),
        (words for block, words in lines[:_MOST_FIRST] if _stands_alone(block) and is_shown_date(words)),
    )
    for found in kinds:
        days = {
            day for words in found if (day := read_day(words)) is not None and EARLIEST <= day <= _latest()
        }
        # Two days are two teasers, or a page that shows more than its own date.
        if len(days) == 1:
            return days.pop()
    return None


def _in_list_of_facts(tree: Any) -> Iterator[str]:
    """Yield the dates that are items of a list of what the page is: "Press release", "3 February 2025", "Lyss"."""
    for item in tree.xpath("//main//li[@class] | //article//li[@class] | //body//header//li[@class]")[
        :_MOST_ELEMENTS
    ]:
        words = " ".join(item.text_content().split())
        beside = next(item.iterancestors("nav", "aside", "footer"), None) is not None
        if _FACT.search(item.get("class").lower()) and not beside and is_shown_date(words):
            yield words


def is_named_date(element: Any) -> bool:
    """Tell whether ``element``, a definition in a list, is the date of the page."""
    term = element.getprevious()
    if term is None or term.tag != "dt" or _INTRODUCED.match(term.text_content().strip()) is None:
        return False
    return is_shown_date(" ".join(element.text_content().split()))


def _stands_alone(block: Any) -> bool:
    """Tell whether a block is a line of its own, and not marked as the date of a change."""
    around = block.getparent()
    in_text = around is not None and around.tag == "p" and len(around.text_content()) > _LONGEST_SHOWN
    return block.tag in _LINES and not in_text and not _NOT_PUBLISHED.search(_marks(block))


def _is_for_dates(element: Any) -> bool:
    names = f"{element.get('class', '')} {element.get('id', '')}".lower()
    return _DATE_CLASS.search(names) is not None and not _NOT_PUBLISHED.search(names)


def _article(tree: Any) -> Any:
    """Return the element that holds the heading of the page's article and what stands beside it; None when none
    does."""
    headings = tree.xpath("//h1")[:_MOST_ELEMENTS]
    articles = tree.xpath("//article")
    for heading in headings:
        around = next(heading.iterancestors("article"), None)
        if around is not None:
            return around
    if len(articles) == 1:
        return articles[0]
    if len(headings) != 1:
        return None
    near = [ancestor for ancestor in headings[0].iterancestors() if ancestor.tag not in ("body", "html")]
    return next((ancestor for ancestor in near[:_LEVELS] if ancestor.find(".//time") is not None), None)


def _is_elsewhere(element: Any, scope: Any) -> bool:
    """Whether an element belongs to what stands beside the article: navigation, teasers, comments."""
    for ancestor in element.iterancestors():
        if ancestor is scope:
            return False
        if ancestor.tag in _ELSEWHERE or (ancestor.tag == "article" and scope is not None):
            return True
    return False


def _is_in_text(time: Any) -> bool:
    """Whether a ``<time>`` stands in a sentence, and so says when something happened."""
    around = next(time.iterancestors("p"), None)
    return around is not None and len(" ".join(around.text_content().split())) > _LONGEST_BYLINE


def _marks(time: Any) -> str:
    return f"{time.get('class', '')} {time.get('itemprop', '')}".lower()
