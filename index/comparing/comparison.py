"""Two documents compared, and which documents are meant by what somebody typed."""

from collections.abc import Sequence
from dataclasses import replace

from index.citations import cite
from index.comparing.alignment import Pair, align
from index.comparing.clauses import Clause, clauses_of, joined, with_same_borders
from index.comparing.wording import changed_words, says_other
from index.errors import QueryError
from index.language.sentences import sentences
from index.language.tokens import Analyzer
from index.model import Change, ChangeKind, Comparison, Document, Excerpt, Sentence
from index.requests import Filters
from index.storage import history
from index.storage.database import Database
from index.storage.documents import find_document, list_titles
from index.structure.articles import find_articles

LONGEST = 2_000_000
"""Characters of a document that is compared: a treaty of 800 pages."""

LONGEST_NAME = 300
"""Characters of a name that is typed for a document."""

OFFERED = 5
"""Documents that are offered where a name fits several."""


def compare(before: Document, after: Document) -> Comparison:
    """Return every clause of both documents, paired. Raises QueryError where one is longer than is compared."""
    for document in (before, after):
        if len(document.text) > LONGEST:
            raise QueryError(
                f"{document.title[:60]} has {len(document.text):,} characters; documents of at most {LONGEST:,} are compared."
            )
    olds, news = clauses_of(before), clauses_of(after)
    olds, news = with_same_borders(olds, news), with_same_borders(news, olds)
    split = sentences(before.text), sentences(after.text)
    changes = tuple(_change(before, after, olds, news, pair, split) for pair in align(olds, news))
    return Comparison(before, after, changes)


def _change(
    before: Document,
    after: Document,
    olds: Sequence[Clause],
    news: Sequence[Clause],
    pair: Pair,
    split: tuple[Sequence[Sentence], Sequence[Sentence]],
) -> Change:
    old = joined(olds[pair.before.start : pair.before.stop]) if pair.before else None
    new = joined(news[pair.after.start : pair.after.stop]) if pair.after else None
    gone, come = changed_words(old, new) if old is not None and new is not None else ((), ())
    return Change(
        _kind(old, new, pair),
        _excerpt(before, old, gone, split[0], 1),
        _excerpt(after, new, come, split[1], 2),
    )


def _kind(old: Clause | None, new: Clause | None, pair: Pair) -> ChangeKind:
    if old is None:
        return "added"
    if new is None:
        return "removed"
    if len(pair.after) > 1:
        return "divided"
    if len(pair.before) > 1:
        return "joined"
    if pair.moved:
        return "moved"
    return "changed" if says_other(old, new) else "unchanged"


def _excerpt(
    document: Document,
    clause: Clause | None,
    marked: tuple[tuple[int, int], ...],
    split: Sequence[Sentence],
    number: int,
) -> Excerpt | None:
    if clause is None:
        return None
    citation = cite(document, clause.start, clause.end, split, number, clause.name or None)
    return Excerpt(document, clause.start, clause.end, marked, citation)


def former(db: Database, document: Document) -> Document:
    """Return the version of ``document`` before this one. Raises QueryError where none is kept."""
    versions = history.former_versions(db, document.id)
    if not versions:
        raise QueryError(
            f"No earlier version of {document.title[:60]!r} is kept; name a second document to compare it with."
        )
    text = versions[0].text[: LONGEST + 1]
    return replace(
        document,
        title=versions[0].title,
        text=text,
        published=versions[0].published,
        pages=(),
        structure=find_articles(text),
    )


def named(db: Database, name: str, filters: Filters, analyzer: Analyzer) -> Document:
    """Return the document with the id ``name``, or with the words of ``name`` in its title or in one of its aliases.

    Raises QueryError where there is none, or where several fit and none is called just so.
    """
    if len(name) > LONGEST_NAME:
        raise QueryError(
            f"The name has {len(name):,} characters; name a document in at most {LONGEST_NAME:,}."
        )
    found = find_document(db, name.strip(), filters.collections)
    if found is not None:
        return found[1]
    wanted = frozenset(analyzer.terms(name))
    titled = list_titles(db, filters)
    typed = name.strip().casefold()
    same = [one for one in titled if typed in map(str.casefold, (one.title, *one.aliases))]
    fitting = same or [
        one
        for one in titled
        if wanted and any(wanted <= analyzer.terms_of_name(called) for called in (one.title, *one.aliases))
    ]
    if len(fitting) == 1:
        found = find_document(db, fitting[0].id)
        assert found is not None
        return found[1]
    if not fitting:
        raise QueryError(f"No document is called {name[:60]!r}; name words of its title, or its id.")
    offered = "; ".join(f"{one.title[:60]} ({one.id})" for one in fitting[:OFFERED])
    more = f"; and {len(fitting) - OFFERED} more" if len(fitting) > OFFERED else ""
    raise QueryError(f"Several documents fit {name[:60]!r}: {offered}{more}. Name one by its id.")
