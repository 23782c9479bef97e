"""Whether a document speaks of a topic, and where it does so best."""

from index.citations import cite
from index.language.tokens import Analyzer
from index.model import Document, Excerpt

WINDOW = 3
"""Neighbouring sentences within which every word of a topic must stand."""


def find_topic(document: Document, topic: str, analyzer: Analyzer) -> Excerpt | None:
    """Return the sentence in which ``document`` speaks of ``topic`` best; None when it does not.

    It speaks of it where three neighbouring sentences, or one of them and the title, have every word of it
    but stop words, by their terms. The sentence with most of the words is returned, the first of equals.
    """
    wanted = set(analyzer.terms(topic))
    if not wanted:
        return None
    missing = wanted.difference(analyzer.terms(document.names))
    found = analyzer.languages.sentences(document.text)
    held = [wanted & {token.term for token in analyzer.tokens(document.slice(s.start, s.end))} for s in found]
    best: tuple[int, int] | None = None
    for first in range(len(found)):
        near = held[first : first + WINDOW]
        if not any(near) or not missing <= set().union(*near):
            continue
        for place, terms in enumerate(near, start=first):
            if terms and (best is None or len(terms) > best[0]):
                best = len(terms), place
    if best is None:
        return None
    sentence = found[best[1]]
    marked = tuple(
        (sentence.start + token.start, sentence.start + token.end)
        for token in analyzer.tokens(document.slice(sentence.start, sentence.end))
        if token.term in wanted
    )
    citation = cite(document, sentence.start, sentence.end, found)
    return Excerpt(document, sentence.start, sentence.end, marked, citation)
