"""Web pages: the main text, and what the page says of itself.

``index.readers.web_pages`` finds the text and the title, ``page_dates`` the date. Here: what stands around them is taken out.
"""

import codecs
import itertools
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import charset_normalizer
from lxml import html as lxml_html
from trafilatura import load_html

from index.errors import MalformedSource
from index.model import Document
from index.readers.encoding import looks_binary
from index.readers.metadata.identity import key_of, same_site
from index.readers.metadata.origin import Origin
from index.readers.metadata.page_dates import find_published, is_shown_date
from index.readers.parts import lists, paragraphs, tables
from index.readers.parts.entries import begins_with_time, compose
from index.readers.parts.live_blog import find_live_blog
from index.readers.parts.notices import without_notices
from index.readers.parts.page_layout import without_layout_tables
from index.readers.refusal import refusing_damage
from index.readers.web_pages import beside, divided, leads
from index.readers.web_pages.main_text import extract, main_lines
from index.readers.web_pages.nesting import without_deep_blocks
from index.readers.web_pages.standfirst import find_standfirst
from index.readers.web_pages.titles import MOST_PARTS, PARTS, find_title
from index.structure.marks import is_head_alone

_ADVICE = "Save the page again, or save its text as a .txt file."
_META_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([a-zA-Z0-9_:.-]{2,40})""", re.IGNORECASE
)
_META_WITHIN = 4096
"""Bytes in which a page declares its encoding: four times the 1,024 of the HTML standard
(https://html.spec.whatwg.org/#charset)."""
_NOTE_MARK = re.compile(r"\[(?:\d{1,3}|[a-z]|note \d{1,3})\]|\(?\d{1,3}\)?|[*†‡]")
_NO_UNIT = re.compile(r"[^\W\d_]{4}$|[.,;:!?”\"]$")
"""What a number in small stands behind that is no power: "April¹", where m² and 10⁶ are some."""
_POWERS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_NOT_READ = frozenset({"nav", "header", "footer", "aside", "form", "figure"})
_BEGINNING = 10_000
"""Characters that tell whether a page is text; chosen."""
_UNDECODED_SHARE = 0.1
"""Share of them that could not be decoded from which it is none; chosen: a wrong encoding spoils fewer in English."""
_OF_THE_TEXT = 0.8
"""The share of a text's characters that the blocks of its page must have to stand for it; chosen: they have its headings too."""
_OF_A_BLOG = 0.4
"""The share of a text's characters that the entries of its page must have to be what it tells; chosen: they lack its buttons."""
_MOST_SECTIONS = 8
"""Names of sections above a heading; chosen: the way from the first page to the article."""
_LONGEST_SECTION = 40
"""Characters of one; chosen."""
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
        page = extract(tree, origin.url)
        url = _address(getattr(page, "url", None), origin.url)
        publisher = origin.publisher or _publisher(page, url)
        lines = main_lines(page, tree, lambda: _whole(data, origin.name), lambda: _blocks_of(tree))
        title = find_title(
            tree, publisher, [line.strip() for line in lines[:_FIRST_LINES]], getattr(page, "title", None)
        )
        text = _text(_below_heading(lines, title), tree)
        blocks = _blocks_of(tree) if paragraphs.BREAK not in text or _lacks_heads(tree, text) else []
        in_blocks = paragraphs.join(without_notices(blocks)) if len(blocks) > 1 else ""
        if len(in_blocks) >= _OF_THE_TEXT * len(text):
            text = in_blocks or text
        standfirst = find_standfirst(tree, title, text.split(paragraphs.BREAK))
        if standfirst:
            text = _with_standfirst(text, title, standfirst)
        structure = tables.table_parts(text, written)
        if entries:
            told, parts = compose(introduction, entries)
            # A strip of news beside an article has times too.
            if len(told) >= _OF_A_BLOG * len(text):
                text, structure = told, parts
    if not text:
        raise MalformedSource(f"{origin.name}: no article text was found on the page. {_ADVICE}")
    yield Document(
        key=key_of(url, origin.key),
        title=origin.title or title or origin.name,
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
    beside.drop(tree)
    leads.drop(tree)
    divided.join(tree)
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
    """Take the marks of footnotes out of ``tree``: small numbers in square brackets, behind a word or a stop, and those that are
    links."""
    for mark in list(tree.iter("sup")):
        words = mark.text_content().strip()
        linked = next(mark.iter("a"), None) is not None
        if mark.getparent() is None or not _NOTE_MARK.fullmatch(words):
            continue
        before = mark.getprevious()
        said = (mark.getparent().text if before is None else before.tail) or ""
        if words[0] == "[" or linked or _NO_UNIT.search(said):
            mark.drop_tree()
        elif words.isdecimal() and len(mark) == 0:
            # Beside its number it would be another one: 10 with a small 6 is not 106.
            mark.text = words.translate(_POWERS)
            mark.drop_tag()


def _text(lines: list[str], tree: Any) -> str:
    below = _below_title(lines, paragraphs.plain(tree.findtext(".//title") or ""))
    first = _FIRST_LINES - (len(lines) - len(below))
    shown = [
        line
        for number, (line, following) in enumerate(itertools.zip_longest(below, below[1:], fillvalue=""))
        # The day above a time of the day is that of an entry.
        if number >= first or not is_shown_date(line.strip()) or begins_with_time(following)
    ]
    return paragraphs.join(without_notices([lists.without_bullet(line) for line in shown]))


def _below_heading(lines: list[str], title: str) -> list[str]:
    """Return the lines of a page from its heading on, where names of sections alone stand above it."""
    for number, line in enumerate(lines[:_MOST_SECTIONS]):
        if line.strip(" -") == title:
            return lines[number:]
        if len(line) > _LONGEST_SECTION or line.endswith((".", "!", "?", "”", '"')):
            break
    return lines


def _below_title(lines: list[str], whole: str) -> list[str]:
    """Return the lines of a page from its title on, where that stands as a line among the first: the site's name is above it."""
    for number, line in enumerate(lines[:_FIRST_LINES]):
        if line and line in (whole, max(PARTS.split(whole)[:MOST_PARTS], key=len)):
            return lines[number:]
        if line.endswith((".", "!", "?", "”", '"')):
            break
    return lines


def _lacks_heads(tree: Any, text: str) -> bool:
    """Tell whether the heads of articles that a page has are not in its main text, as in a short one without much else."""
    headings = itertools.islice(tree.iter("h2", "h3", "h4", "h5"), _MOST_HEADINGS)
    heads = [words for one in headings if is_head_alone(words := paragraphs.plain(one.text_content()))]
    return len(heads) > 1 and not any(head in text for head in heads)


def _blocks_of(tree: Any) -> list[str]:
    """Return the paragraphs of a page too short for its main text to be told: those of its article."""
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
    return [" ".join(block.itertext()) for block in blocks if next(block.iter("p"), block) is block]


def _whole(data: bytes, name: str) -> Any:
    """Return the page anew, from which nothing was taken out."""
    tree = _parse(data, name)
    without_layout_tables(tree)
    return tree


def _with_standfirst(text: str, title: str, standfirst: str) -> str:
    """Return the text with the standfirst before it, below the title where that is its first line."""
    first, _, rest = text.partition(paragraphs.BREAK)
    if first == title and rest:
        return paragraphs.BREAK.join((first, standfirst, rest))
    return paragraphs.BREAK.join((standfirst, text))


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
    text = without_deep_blocks(re.sub(r"^\s*<\?xml[^>]*\?>", "", text))
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
