"""Where quoted words stand, and a link that lands on them."""

import re
from collections.abc import Sequence
from urllib.parse import quote

from index.language.sentences import sentence_at
from index.model import Citation, Document, Sentence

_WHOLE_WORDS = 8
"""Words up to which a text fragment is given whole; chosen: a longer one is given by its ends, to keep the address short."""
_END_WORDS = 4
"""Words of either end of a text fragment (https://wicg.github.io/scroll-to-text-fragment/); chosen: four are rarely
repeated."""
_WORD = re.compile(r"\S+")


def cite(
    document: Document,
    start: int,
    end: int,
    sentences: Sequence[Sentence],
    number: int = 1,
    place: str | None = None,
) -> Citation:
    """Return the citation, numbered ``number``, of ``document.text[start:end]``; ``sentences`` are the document's, or those
    that stand there. ``place`` is the name of the part where it is known already."""
    first, last = sentence_at(sentences, start), sentence_at(sentences, end - 1)
    paragraph = sentences[first].paragraph if first is not None else 1
    last_paragraph = sentences[last].paragraph if last is not None else paragraph
    return Citation(
        number=number,
        title=document.title,
        publisher=document.publisher,
        published=document.published,
        paragraph=paragraph,
        url=link_to(document, start, end),
        document_id=document.id,
        page=document.page_at(start),
        last_paragraph=last_paragraph if last_paragraph > paragraph else None,
        place=place or document.place_of(start, end),
        recognised=document.recognised_at(start),
        as_of=document.gone_on,
        gone=document.gone_on is not None,
    )


def link_to(document: Document, start: int, end: int) -> str | None:
    """Return the document's address with a text fragment that lands on ``document.text[start:end]``; None without address.

    Text fragments: https://wicg.github.io/scroll-to-text-fragment/. A long span is named by its first and last words.
    """
    if document.url is None:
        return None
    # A browser matches inside one block, so the fragment keeps to the first paragraph of the span.
    words = _WORD.findall(document.slice(start, end).strip().split("\n\n")[0])
    if len(words) <= _WHOLE_WORDS:
        fragment = _escaped(words)
    else:
        fragment = f"{_escaped(words[:_END_WORDS])},{_escaped(words[-_END_WORDS:])}"
    joint = ":~:text=" if "#" in document.url else "#:~:text="
    return f"{document.url}{joint}{fragment}"


def _escaped(words: Sequence[str]) -> str:
    # The hyphen, comma and ampersand have a meaning of their own in a text fragment.
    return quote(" ".join(words), safe="").replace("-", "%2D")
