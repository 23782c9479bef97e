"""The way of documents out of the index, so that no word of them is left in the file."""

from collections.abc import Iterable

from index.adding import ingestion
from index.errors import StoreBusy, StoreUnavailable
from index.search.engine import Engine
from index.storage import descriptions, gone, history
from index.storage.store import Store


def remove_documents(store: Store, engine: Engine, document_ids: Iterable[str]) -> tuple[str, ...]:
    """Remove the documents with those ids and their former versions; return the ids of those that were there.

    Raises StoreUnavailable or StoreBusy when it could not be ensured that no word of them is left; they are removed then, and
    their words go at the next removal or when the index is put in order.
    """
    with store.reading() as db:
        wanted = [identity for identity in document_ids if ingestion.stored_digest(db, identity) is not None]
    if not wanted:
        return ()
    removed = []
    try:
        with store.deleting() as db:
            gone.forget(db, wanted)
            for identity in wanted:
                history.forget(db, identity)
                descriptions.forget(db, identity)
                if ingestion.remove(db, engine, identity):
                    removed.append(identity)
            engine.drop_removed()
    except (StoreUnavailable, StoreBusy) as error:
        if not removed or _are_there(store, removed):
            raise
        raise type(error)(
            f"What was to be removed is, but its words may still be in the file: {error}"
        ) from error
    return tuple(removed)


def _are_there(store: Store, document_ids: Iterable[str]) -> bool:
    with store.reading() as db:
        return any(ingestion.stored_digest(db, identity) is not None for identity in document_ids)
