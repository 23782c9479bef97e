"""What a web page sets beside its article: other stories, tools, questions for consent, tables of what the page is."""

import itertools
import re
from typing import Any

from index.language.furniture import is_furniture
from index.readers.metadata.page_dates import is_named_date
from index.readers.parts import paragraphs
from index.readers.web_pages.likeness import letters
from index.readers.web_pages.marks import ARTICLE, marks

_DECLARED = "application/ld+json"
_LONGEST_BUTTON = 40
"""Characters of what is written on a button; chosen: "Share this article on Facebook" has fewer."""
_LONGEST_FACTS = 400
"""Characters of a list that says what a page is; chosen: date, kind, place, number, contact."""
_BESIDE = re.compile(
    r"(?:^|[\s_-])(?:recommend\w*|(?:jp-?)?related(?:-?\w+)?|you-?(?:may|might)\w*|also-?(?:like|read)|more-?(?:stories|news|from)"
    r"|latest-?(?:box|news|stories|posts|articles|headlines)(?:-[\w-]+)?|read-?(?:next|more|also)|most-?(?:read|popular|viewed)"
    r"|trending|newsletter\w*|outbrain|taboola|prev-?next|post-?navigation"
    r"|pagination|breadcrumbs?|crumbs|toolbar|share-?(?:bar|tools|links|buttons)?|sharing|sharedaddy|social(?:-?\w+)?|partage\w*"
    r"|compartir|condividi|teilen|cookie-?\w*|consent-?\w*|onetrust-?\w*|promos?|promo-?(?:box|block|item)"
    r"|subscribe-?\w*|subscription-?\w*|author-?(?:bio|box|info|card)|about-?(?:the-?)?author|bio|comments?-?(?:area|list|section|wrap)"
    r"|(?:tool-?tip|pop-?over|hover-?card|roll-?over)(?:-\w+)?-?(?:text|content|body|block)"
    r"|respond|disqus\w*|skip-?(?:link|to-?content))(?:$|[\s_-])"
    r"|(?:^|\s)side-?bar(?:$|\s)"
)
_LONGEST_BESIDE = 1_200
"""Characters of what stands beside an article; chosen: a question for consent, a dozen headlines."""
_BESIDE_TAGS = ("div", "section", "ul", "aside", "p", "article", "li", "a", "span")
_APART_ROLES = ("dialog", "alertdialog", "complementary", "search", "navigation")
"""Roles (WAI-ARIA 1.2) of what is none of the main content."""
_APART_TAGS = ("amp-list", "amp-sidebar", "amp-ad", "amp-consent")
_TEASER = re.compile(r"(?:^|[\s_-])teasers?(?:$|[\s_-])")
_BYLINE = re.compile(
    r"(?:^|[\s_-])(?:by-?lines?|pub-?date|post-?meta|entry-?(?:meta|footer)|article-?meta|date-?line-?row|posted-?on|autor(?:es)?|authors?"
    r"|(?:post|entry|article|news|publish(?:ed)?|story)-?date|published)(?:$|[\s_-])"
)
_LONGEST_BYLINE = 150
"""Characters of a line that says who wrote an article and when; chosen."""
_FIELD = re.compile(r"\bfield--label-(?:above|inline)\b")
_LONGEST_FIELD = 120
"""Characters of a labelled field of a page that is no text; chosen: a date, a number, a place."""
_LONGEST_LINKS = 60
"""Characters of a row of links that is none of the text: "Print", "Back"."""
_LONGEST_CAPTION = 120
"""Characters of what stands below a picture in one paragraph with it, and is no sentence; chosen."""
_SENTENCE_END = re.compile(r"[.!?…][\"”’»)\]]*$")


def drop(tree: Any) -> None:
    """Take out of ``tree``, an lxml element, what stands beside its article."""
    _drop_code(tree)
    _drop_lines(tree)
    _drop_buttons(tree)
    _drop_facts(tree)
    _drop_beside(tree)
    _drop_captions(tree)


def _drop_code(tree: Any) -> None:
    """Take scripts and styles out of ``tree``, whose text would be read with what is around them; what a page declares
    goes to its end."""
    for code in list(tree.iter("script", "style", "template")):
        if code.getparent() is None:
            continue
        code.drop_tree()
        if code.get("type") == _DECLARED:
            code.tail = None
            tree.append(code)


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


def _drop_facts(tree: Any) -> None:
    """Take the list of what a page is out of ``tree``: short terms with the date among them."""
    for facts in list(tree.iter("dl")):
        is_short = facts.getparent() is not None and len(facts.text_content()) <= _LONGEST_FACTS
        if is_short and any(map(is_named_date, facts.iter("dd"))):
            facts.drop_tree()


def _drop_captions(tree: Any) -> None:
    """Take paragraphs out that are a picture and what it shows: the words below it are no sentence."""
    for picture in list(tree.iter("img")):
        around = next(itertools.islice(picture.iterancestors("p"), 1), None)
        if around is None or around.getparent() is None:
            continue
        words = paragraphs.plain(around.text_content())
        if 0 < len(words) <= _LONGEST_CAPTION and not _SENTENCE_END.search(words):
            around.drop_tree()


def _drop_beside(tree: Any) -> None:
    """Take out what is marked as beside the article: other stories, tools, a question for consent."""
    for element in list(tree.iter(*_APART_TAGS)):
        if element.getparent() is not None:
            element.drop_tree()
    for element in list(tree.iter(*_BESIDE_TAGS)):
        marked_as = marks(element)
        is_apart = element.get("role") in _APART_ROLES
        # A standfirst may be called a teaser too, and leads nowhere.
        leads_on = _TEASER.search(marked_as) is not None and next(element.iter("a"), None) is not None
        marked = leads_on or is_apart or _BESIDE.search(marked_as) is not None
        if element.getparent() is None or not marked or ARTICLE.search(marked_as):
            continue
        is_short = len(element.text_content()) <= _LONGEST_BESIDE
        within = ("h1", "time") if leads_on else ("h1", "article", "time")
        if is_short and next((one for one in element.iter(*within) if one is not element), None) is None:
            element.drop_tree()


def _drop_lines(tree: Any) -> None:
    """Take out lines that say who wrote the article and when, fields with a label, and rows of links."""
    for element in list(tree.iter("p", "div")):
        if element.getparent() is None or next(element.iter("h1"), None) is not None:
            continue
        marked_as, words = marks(element), element.text_content()
        if len(words) > _LONGEST_BYLINE * 2:
            continue
        words = paragraphs.plain(words)
        if _SENTENCE_END.search(words):
            continue
        if (
            (_BYLINE.search(marked_as) and len(words) <= _LONGEST_BYLINE)
            or (_FIELD.search(marked_as) and len(words) <= _LONGEST_FIELD)
            or _is_row_of_links(element, words)
        ):
            element.drop_tree()


def _is_row_of_links(element: Any, words: str) -> bool:
    if next(element.iterancestors("td", "th"), None) is not None:
        return False
    links = [one for one in element.iter("a") if (one.text_content()).strip()]
    linked = "".join(one.text_content() for one in links)
    return len(links) > 1 and len(words) <= _LONGEST_LINKS and letters(linked) == letters(words)
