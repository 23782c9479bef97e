"""What a question that names nothing may be about: what most of the documents that may be seen speak of."""

from collections import Counter

from index.language.english.asking.topics import LONGEST, find_topics
from index.requests import Filters
from index.search.searcher import Searcher
from index.storage.database import Database
from index.storage.documents import passing
from index.timeline.storage import list_actors

MOST = 5
"""Topics that are offered at most: as many buttons as Discord has in one row."""

_DOCUMENTS = 300
"""The newest documents that are looked at; chosen: a bound on the work."""

_BEGINNING = 6_000
"""Characters of each that are looked at: what a document is about it says in its first paragraphs."""


def offered_topics(searcher: Searcher, filters: Filters) -> tuple[str, ...]:
    """Return what the newest documents that pass the filters speak of, in most of them first: agreements, talks and the like,
    then the names in their events."""
    return searcher.kept(("topics", filters), lambda: _topics(searcher.db, filters))


def _topics(db: Database, filters: Filters) -> tuple[str, ...]:
    condition, values = passing(filters)
    rows = db.execute(
        f"""SELECT title, substr(text, 1, {_BEGINNING}) FROM documents WHERE {condition}
            ORDER BY published IS NULL, published DESC, row LIMIT {_DOCUMENTS}""",
        values,
    )
    held: Counter[str] = Counter()
    written: dict[str, Counter[str]] = {}
    for title, text in rows:
        found = list(find_topics(f"{title}\n{text}"))
        held.update({name.lower() for name in found})
        for name in found:
            written.setdefault(name.lower(), Counter())[name] += 1
    topics: list[str] = []
    for key, _ in sorted(held.items(), key=lambda item: (-item[1], item[0])):
        # "the grain deal" beside "the Black Sea grain deal" is the same.
        if not any(key in other.lower() or other.lower() in key for other in topics):
            topics.append(min(written[key].items(), key=lambda item: (-item[1], item[0]))[0])
        if len(topics) == MOST:
            return tuple(topics)
    for name in list_actors(db, filters.collections):
        if len(topics) == MOST:
            break
        if len(name) <= LONGEST and not any(name.lower() in topic.lower() for topic in topics):
            topics.append(name)
    return tuple(topics)
