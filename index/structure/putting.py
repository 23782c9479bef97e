"""The parts of a document put together: those that its reader made, and those that its text shows."""

from collections.abc import Sequence
from dataclasses import replace

from index.model import Document, Part
from index.structure.articles import find_articles


def with_structure(document: Document) -> Document:
    """Return ``document`` with the articles, paragraphs and points of its text beside the parts that its reader made."""
    # A scan is the whole text, and every part lies in it.
    made = [part for part in document.structure if part.label != "scan"]
    found = find_articles(document.text, tuple((part.start, part.end) for part in made))
    if not found:
        return document
    return replace(document, structure=in_order((*document.structure, *_fitting(found, made))))


def in_order(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Return the parts in the order of ``Document.structure``."""
    return tuple(sorted(parts, key=lambda part: (part.start, -part.end)))


def _fitting(found: Sequence[Part], made: Sequence[Part]) -> tuple[Part, ...]:
    """Return those of ``found`` that no part of ``made`` lies across the border of."""
    edges = [(part.start, part.end) for part in made]
    return tuple(
        part
        for part in found
        if not any(
            start < part.end and part.start < end and not (part.start <= start and end <= part.end)
            for start, end in edges
        )
    )
