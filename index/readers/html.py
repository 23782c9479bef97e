"""Web pages: the main text, and what the page says of itself.

trafilatura finds the text, ``page_dates`` the date. A page's title is looked for here, because the heading that
a reader sees is more often the title than what the page's metadata says.
"""

import codecs
import itertools
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import charset_normalizer
from lxml import html as lxml_html
from trafilatura import bare_extraction, load_html

from index.errors import MalformedSource
from index.language.furniture import is_furniture
from index.model import Document
from index.readers.encoding import looks_binary
from index.readers.metadata.identity import key_of, same_site
from index.readers.metadata.origin import Origin
from index.readers.metadata.page_dates import find_published, is_named_date, is_shown_date
from index.readers.parts import lists, paragraphs, tables
from index.readers.parts.entries import begins_with_time, compose
from index.readers.parts.live_blog import find_live_blog
from index.readers.parts.notices import without_notices
from index.readers.parts.page_layout import without_layout_tables
from index.readers.refusal import refusing_damage
from index.structure.marks import is_head_alone

_ADVICE = "Save the page again, or save its text as a .txt file."
_META_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([a-zA-Z0-9_:.-]{2,40})""", re.IGNORECASE
)
_META_WITHIN = 4096
"""Bytes in which a page declares its encoding: four times the 1,024 of the HTML standard
(https://html.spec.whatwg.org/#charset)."""
_NOTE_MARK = re.compile(r"\[(?:\d{1,3}|[a-z]|note \d{1,3})\]|\(?\d{1,3}\)?|[*†‡]")
_NOT_READ = frozenset({"nav", "header", "footer", "aside", "form", "figure"})
_LONGEST_BUTTON = 40
"""Characters of what is written on a button; chosen: "Share this article on Facebook" has fewer."""
_LONGEST_FACTS = 400
"""Characters of a list that says what a page is; chosen: date, kind, place, number, contact."""
_BESIDE = re.compile(
    r"(?:^|[\s_-])(?:recommend\w*|related(?:-?\w+)?|you-?(?:may|might)\w*|also-?(?:like|read)|more-?(?:stories|news|from)|read-?next"
    r"|most-?read|trending|newsletter\w*|outbrain|taboola|prev-?next|pagination|breadcrumbs?|crumbs|toolbar|share-?(?:bar|tools)?"
    r"|social(?:-?\w+)?|cookie-?\w*|consent-?\w*|onetrust-?\w*)(?:$|[\s_-])"
)
_LONGEST_BESIDE = 1_200
"""Characters of what stands beside an article; chosen: a question for consent, a dozen headlines."""
_BEGINNING = 10_000
"""Characters that tell whether a page is text; chosen."""
_UNDECODED_SHARE = 0.1
"""Share of them that could not be decoded from which it is none; chosen: a wrong encoding spoils fewer in English."""
_TITLE_PARTS = re.compile(r"\s[-–—|·:»]\s|:\s")
_MOST_PARTS = 6
"""Parts of the title of a window that are looked at; chosen: site, section and headline are three."""
_FIRST_LINES = 4
"""Lines at the beginning of a page among which its date stands; chosen: its heading, a lead, who wrote it and when."""
_MOST_HEADINGS = 100
"""First headings that are looked at for the title; chosen: a bound on the work."""
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def read(data: bytes, origin: Origin) -> Iterator[Document]:
    """Yield the one document that an HTML page holds.

    A canonical address that the page claims counts only when it is of the site the page came from, so that no
    page can pass for another's. Raises MalformedSource for a page without text.
    """
    with refusing_damage(origin, "web page", _ADVICE):
        tree = _parse(data, origin.name)
        if tree is None:
            raise MalformedSource(f"{origin.name}: the page is empty. {_ADVICE}")
        without_layout_tables(tree)
        published = origin.published or find_published(tree, origin.url)
        introduction, entries = find_live_blog(tree, published)
        written = _written_out(tree)
        page = bare_extraction(
            tree,
            url=origin.url,
            fast=True,
            include_comments=False,
            with_metadata=True,
            # Its own date is not used, and the rest of its search would go through the text.
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
        text = _text(page, tree)
        if paragraphs.BREAK not in text or _lacks_heads(tree, text):
            text = _blocks_of(tree) or text
        structure = tables.table_parts(text, written)
        if entries:
            text, structure = compose(introduction, entries)
    if not text:
        raise MalformedSource(f"{origin.name}: no article text was found on the page. {_ADVICE}")
    url = _address(getattr(page, "url", None), origin.url)
    publisher = origin.publisher or _publisher(page, url)
    yield Document(
        key=key_of(url, origin.key),
        title=origin.title or _title(tree, page, publisher) or origin.name,
        text=text,
        publisher=publisher,
        url=url,
        published=published,
        collection=origin.collection,
        structure=structure,
    )


def _written_out(tree: Any) -> list[list[str]]:
    """Write the numbers of lists and the heads of tables into ``tree``; return the lines that stand for each table."""
    for items in tree.iter("ol"):
        lists.write_numbers(items)
    lists.unset_marked(tree)
    _drop_note_marks(tree)
    _drop_buttons(tree)
    _drop_facts(tree)
    _drop_beside(tree)
    written = []
    for table in list(tree.iter("table")):
        rows = tables.html_rows(table)
        if rows is None or table.getparent() is None:
            continue
        lines = tables.table_lines(rows)
        caption = paragraphs.plain(" ".join(table.xpath("string(./caption)").split()))
        block = lxml_html.Element("div")
        for line in ([caption] if caption else []) + lines:
            paragraph = lxml_html.Element("p")
            paragraph.text = line
            block.append(paragraph)
        block.tail = table.tail
        table.getparent().replace(table, block)
        written.append(lines)
    return written


def _drop_note_marks(tree: Any) -> None:
    """Take the marks of footnotes out of ``tree``: small numbers in square brackets, and links in small that are a number."""
    for mark in list(tree.iter("sup")):
        words = mark.text_content().strip()
        linked = next(mark.iter("a"), None) is not None
        if _NOTE_MARK.fullmatch(words) and (words[0] == "[" or linked) and mark.getparent() is not None:
            mark.drop_tree()


def _drop_buttons(tree: Any) -> None:
    """Take links and spans out of ``tree`` that say "Share" behind a sentence, which would be glued to it."""
    for element in list(tree.iter("a", "span", "button")):
        words = paragraphs.plain(element.text_content())
        if (
            element.getparent() is None
            or (element.tail or "").strip()
            or not 0 < len(words) <= _LONGEST_BUTTON
        ):
            continue
        if is_furniture(words):
            element.drop_tree()


def _drop_beside(tree: Any) -> None:
    """Take out of ``tree`` what is marked as beside the article: other stories, tools, a question for consent."""
    for element in list(tree.iter("div", "section", "ul", "aside", "p")):
        marks = f"{element.get('class', '')} {element.get('id', '')}".lower()
        if element.getparent() is None or not _BESIDE.search(marks):
            continue
        is_short = len(element.text_content()) <= _LONGEST_BESIDE
        if is_short and next(element.iter("h1", "article", "time"), None) is None:
            element.drop_tree()


def _drop_facts(tree: Any) -> None:
    """Take the list of what a page is out of ``tree``: short terms with the date among them."""
    for facts in list(tree.iter("dl")):
        is_short = facts.getparent() is not None and len(facts.text_content()) <= _LONGEST_FACTS
        if is_short and any(map(is_named_date, facts.iter("dd"))):
            facts.drop_tree()


def _text(page: Any, tree: Any) -> str:
    lines = (getattr(page, "text", None) or "").split("\n") if page is not None else []
    below = _below_title(lines, paragraphs.plain(tree.findtext(".//title") or ""))
    first = _FIRST_LINES - (len(lines) - len(below))
    shown = [
        line
        for number, (line, following) in enumerate(zip(below, [*below[1:], ""], strict=True))
        # The day above a time of the day is that of an entry.
        if number >= first or not is_shown_date(line.strip()) or begins_with_time(following)
    ]
    return paragraphs.join(without_notices([lists.without_bullet(line) for line in shown]))


def _below_title(lines: list[str], whole: str) -> list[str]:
    """Return the lines of a page from its title on, where that stands as a line among the first: the site's name is above it."""
    for number, line in enumerate(lines[:_FIRST_LINES]):
        if line and line in (whole, max(_TITLE_PARTS.split(whole)[:_MOST_PARTS], key=len)):
            return lines[number:]
        if line.endswith((".", "!", "?", "”", '"')):
            break
    return lines


def _lacks_heads(tree: Any, text: str) -> bool:
    """Tell whether the heads of articles that a page has are not in its main text, as in a short one without much else."""
    headings = itertools.islice(tree.iter("h2", "h3", "h4", "h5"), _MOST_HEADINGS)
    heads = [words for one in headings if is_head_alone(words := paragraphs.plain(one.text_content()))]
    return len(heads) > 1 and not any(head in text for head in heads)


def _blocks_of(tree: Any) -> str:
    """Return the paragraphs of a page too short for its main text to be told: those of its article, none where it has but one."""
    around = next(tree.iter("article"), None)
    if around is None:
        around = next(tree.iter("main"), None)
    blocks = [
        element
        for element in (around if around is not None else tree).iter(
            "p", "li", "h1", "h2", "h3", "h4", "blockquote"
        )
        if not any(ancestor.tag in _NOT_READ for ancestor in element.iterancestors())
    ]
    lines = [" ".join(block.itertext()) for block in blocks if next(block.iter("p"), block) is block]
    return paragraphs.join(without_notices(lines)) if len(lines) > 1 else ""


def decode(data: bytes) -> str:
    """Return a page's bytes as text: by byte order mark, as UTF-8, by the charset it declares, or by its
    letters."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    declared = _META_CHARSET.search(data, 0, _META_WITHIN)
    if declared:
        try:
            return data.decode(_web_charset(declared[1].decode("ascii")), errors="replace")
        except LookupError:
            pass
    best = charset_normalizer.from_bytes(data).best()
    return str(best) if best is not None else data.decode("cp1252", errors="replace")


def _web_charset(label: str) -> str:
    # The Encoding Standard's labels: what calls itself Latin-1 on the web is Windows-1252.
    return "cp1252" if label.lower() in ("iso-8859-1", "latin1", "latin-1", "ascii", "us-ascii") else label


def _parse(data: bytes, name: str) -> Any:
    text = decode(data).replace("\x00", "")
    beginning = text[:_BEGINNING]
    if looks_binary(text) or beginning.count("\N{REPLACEMENT CHARACTER}") > _UNDECODED_SHARE * len(beginning):
        raise MalformedSource(f"{name} is not a web page: it is not text. {_ADVICE}")
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text)
    if not text.strip():
        return None
    # A fragment is a page too, and is parsed as one only when something says that it is HTML.
    return load_html(text if "<html" in text[:2000].lower() else f"<html><body>{text}</body></html>")


def _address(claimed: str | None, fetched: str | None) -> str | None:
    """Return the address to cite: the one the page claims when it may, else the one it was fetched from."""
    if (
        claimed
        and urlsplit(claimed).scheme in ("http", "https")
        and (not fetched or same_site(claimed, fetched))
    ):
        return claimed
    return fetched


def _publisher(page: Any, url: str | None) -> str | None:
    name = paragraphs.plain(getattr(page, "sitename", None) or "")
    if name:
        return name
    host = urlsplit(url).hostname if url else None
    return host.removeprefix("www.") if host else None


def _title(tree: Any, page: Any, publisher: str | None) -> str:
    """Return the longest ``<h1>`` that is part of ``<title>`` and not the site's own name, else trafilatura's
    title."""
    whole = paragraphs.plain(tree.findtext(".//title") or "")
    folded, own_name = whole.casefold(), (publisher or "").casefold()
    first = itertools.islice(tree.iter("h1"), _MOST_HEADINGS)
    headings = (paragraphs.plain(heading.text_content()) for heading in first)
    seen = [h for h in headings if h and h.casefold() in folded and h.casefold() != own_name]
    shared = paragraphs.plain(next(iter(tree.xpath("//meta[@property='og:title']/@content")), ""))
    if shared in _TITLE_PARTS.split(whole)[1:_MOST_PARTS] and shared not in seen:
        # The heading is the site's name, and the article's own is below it.
        below = itertools.islice(tree.iter("h2", "h3"), _MOST_HEADINGS)
        seen = [shared] if any(paragraphs.plain(one.text_content()) == shared for one in below) else seen
    if not seen:
        # Before headings were marked, the title stood beside the site's name and above the text.
        first_lines = [
            line.strip() for line in (getattr(page, "text", None) or "").split("\n")[:_FIRST_LINES]
        ]
        seen = [part for part in _TITLE_PARTS.split(whole)[:_MOST_PARTS] if part in first_lines]
    return max(seen, key=len, default="") or paragraphs.plain(getattr(page, "title", None) or "") or whole
