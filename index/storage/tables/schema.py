"""The tables of the database, as migrations. A migration that was released is never edited: add another.

Passages, sentences and postings are found again from ``documents.text``; nothing else is.
"""

from index.storage.database import Database
from index.storage.tables import seals
from index.storage.tables.migrating import Migrations

APPLICATION_ID = 0x5061726C
"""``PRAGMA application_id`` of a Parley database: "Parl" in ASCII."""

migrations = Migrations("index")


@migrations.step
def create_documents(db: Database) -> None:
    """Create documents and their sentences and passages."""
    db.execute("""
        CREATE TABLE documents (
            row INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            collection TEXT NOT NULL,
            key TEXT NOT NULL,
            title TEXT NOT NULL,
            publisher TEXT,
            url TEXT,
            published TEXT,
            text TEXT NOT NULL,
            pages TEXT NOT NULL,
            digest TEXT NOT NULL,
            title_terms TEXT NOT NULL,
            added_at TEXT NOT NULL
        )""")
    db.execute("CREATE INDEX documents_by_date ON documents (collection, published)")
    db.execute("CREATE INDEX documents_by_publisher ON documents (publisher)")
    db.execute("""
        CREATE TABLE sentences (
            document INTEGER NOT NULL REFERENCES documents (row) ON DELETE CASCADE,
            ordinal INTEGER NOT NULL,
            start INTEGER NOT NULL,
            end INTEGER NOT NULL,
            paragraph INTEGER NOT NULL,
            terms TEXT NOT NULL,
            positions BLOB NOT NULL,
            PRIMARY KEY (document, ordinal)
        ) WITHOUT ROWID""")
    db.execute("""
        CREATE TABLE passages (
            id INTEGER PRIMARY KEY,
            document INTEGER NOT NULL REFERENCES documents (row) ON DELETE CASCADE,
            first INTEGER NOT NULL,
            last INTEGER NOT NULL
        )""")
    db.execute("CREATE INDEX passages_by_document ON passages (document)")


@migrations.step
def create_inverted_index(db: Database) -> None:
    """Create the inverted index: segments of passages, each with the postings of its terms."""
    db.execute("""
        CREATE TABLE segments (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            first INTEGER NOT NULL,
            last INTEGER NOT NULL,
            lengths BLOB NOT NULL,
            documents BLOB NOT NULL
        )""")
    db.execute("""
        CREATE TABLE postings (
            segment INTEGER NOT NULL,
            term TEXT NOT NULL,
            passages INTEGER NOT NULL,
            highest INTEGER NOT NULL,
            densest REAL NOT NULL,
            numbers BLOB NOT NULL,
            counts BLOB NOT NULL,
            PRIMARY KEY (segment, term)
        ) WITHOUT ROWID""")
    db.execute("CREATE TABLE tombstones (passage INTEGER PRIMARY KEY)")
    db.execute("CREATE TABLE state (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID")
    db.execute(
        "INSERT INTO state (name, value) VALUES ('generation', 0), ('next_passage', 0), ('lineage', 0)"
    )


@migrations.step
def create_former_versions(db: Database) -> None:
    """Create the former versions of documents that were replaced."""
    db.execute("""
        CREATE TABLE former_versions (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            document_id TEXT NOT NULL,
            title TEXT NOT NULL,
            published TEXT,
            text TEXT NOT NULL,
            added_at TEXT NOT NULL,
            replaced_at TEXT NOT NULL
        )""")
    db.execute("CREATE INDEX former_versions_by_document ON former_versions (document_id, id)")


@migrations.step
def create_reprints(db: Database) -> None:
    """Create what finds documents that are one story: bands of MinHash signatures, and the pairs found, both ways round."""
    db.execute("""
        CREATE TABLE story_bands (
            band INTEGER NOT NULL,
            document INTEGER NOT NULL REFERENCES documents (row) ON DELETE CASCADE,
            PRIMARY KEY (band, document)
        ) WITHOUT ROWID""")
    db.execute("CREATE INDEX story_bands_by_document ON story_bands (document)")
    db.execute("""
        CREATE TABLE reprints (
            document INTEGER NOT NULL REFERENCES documents (row) ON DELETE CASCADE,
            reprint INTEGER NOT NULL REFERENCES documents (row) ON DELETE CASCADE,
            PRIMARY KEY (document, reprint)
        ) WITHOUT ROWID""")
    db.execute("CREATE INDEX reprints_by_reprint ON reprints (reprint)")


@migrations.step
def create_feeds(db: Database) -> None:
    """Create the feeds that are followed, and the items seen in each."""
    db.execute("""
        CREATE TABLE feeds (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            url TEXT NOT NULL,
            collection TEXT NOT NULL,
            title TEXT,
            publisher TEXT,
            etag TEXT,
            last_modified TEXT,
            content_hash TEXT,
            added_at TEXT NOT NULL,
            checked_at TEXT,
            due_at TEXT NOT NULL,
            failures INTEGER NOT NULL DEFAULT 0,
            failure TEXT,
            UNIQUE (collection, url)
        )""")
    db.execute("CREATE INDEX feeds_by_due ON feeds (due_at)")
    db.execute("""
        CREATE TABLE feed_items (
            feed INTEGER NOT NULL REFERENCES feeds (id) ON DELETE CASCADE,
            key TEXT NOT NULL,
            digest TEXT NOT NULL,
            document_id TEXT,
            PRIMARY KEY (feed, key)
        ) WITHOUT ROWID""")


@migrations.step
def create_descriptions(db: Database) -> None:
    """Create what the host says of a document, which wins over what a reader finds each time it is read."""
    db.execute("""
        CREATE TABLE descriptions (
            document_id TEXT PRIMARY KEY,
            title TEXT,
            publisher TEXT,
            url TEXT,
            published TEXT
        ) WITHOUT ROWID""")


@migrations.step
def create_events(db: Database) -> None:
    """Create events, and the names in each."""
    db.execute("""
        CREATE TABLE events (
            id INTEGER PRIMARY KEY,
            document INTEGER NOT NULL REFERENCES documents (row) ON DELETE CASCADE,
            sentence INTEGER NOT NULL,
            start INTEGER NOT NULL,
            end INTEGER NOT NULL,
            when_start INTEGER,
            when_end INTEGER,
            earliest TEXT,
            latest TEXT,
            granularity TEXT NOT NULL,
            basis TEXT NOT NULL,
            planned INTEGER NOT NULL,
            actors TEXT NOT NULL
        )""")
    db.execute("CREATE INDEX events_by_sentence ON events (document, sentence)")
    db.execute("""
        CREATE TABLE event_actors (
            actor TEXT NOT NULL,
            event INTEGER NOT NULL REFERENCES events (id) ON DELETE CASCADE,
            PRIMARY KEY (actor, event)
        ) WITHOUT ROWID""")
    db.execute("CREATE INDEX event_actors_by_event ON event_actors (event)")


@migrations.step
def create_quotations(db: Database) -> None:
    """Create quotations: the words said and where their speaker, verb and date stand, all as spans of the document."""
    db.execute("""
        CREATE TABLE quotations (
            id INTEGER PRIMARY KEY,
            document INTEGER NOT NULL REFERENCES documents (row) ON DELETE CASCADE,
            first INTEGER NOT NULL,
            last INTEGER NOT NULL,
            start INTEGER NOT NULL,
            end INTEGER NOT NULL,
            mention_start INTEGER NOT NULL,
            mention_end INTEGER NOT NULL,
            cue_start INTEGER,
            cue_end INTEGER,
            speaker TEXT NOT NULL,
            speaker_key TEXT NOT NULL,
            role TEXT,
            listed INTEGER NOT NULL,
            direct INTEGER NOT NULL,
            fragment INTEGER NOT NULL,
            earliest TEXT,
            latest TEXT,
            when_start INTEGER,
            when_end INTEGER,
            basis TEXT NOT NULL
        )""")
    db.execute("CREATE INDEX quotations_by_document ON quotations (document, start)")
    db.execute("CREATE INDEX quotations_by_speaker ON quotations (speaker_key, latest)")
    db.execute("CREATE INDEX quotations_by_day ON quotations (latest)")


@migrations.step
def index_events_by_days(db: Database) -> None:
    """Create the index that events are counted by, date after date."""
    db.execute("CREATE INDEX events_by_days ON events (earliest, latest, document, granularity)")


@migrations.step
def tell_finders(db: Database) -> None:
    """Add the version of the finders that read a document; 0 for those stored before it was told."""
    db.execute("ALTER TABLE documents ADD COLUMN finders INTEGER NOT NULL DEFAULT 0")
    db.execute("CREATE INDEX documents_by_finders ON documents (finders)")


@migrations.step
def tell_stances(db: Database) -> None:
    """Add what the reporting clause does to the words of a quotation: its stance, its condition, whether it is hearsay; and the
    question that it answers.

    What earlier finders found is read as said, until it is found anew.
    """
    db.execute("ALTER TABLE quotations ADD COLUMN stance TEXT NOT NULL DEFAULT 'says'")
    db.execute("ALTER TABLE quotations ADD COLUMN condition_start INTEGER")
    db.execute("ALTER TABLE quotations ADD COLUMN condition_end INTEGER")
    db.execute("ALTER TABLE quotations ADD COLUMN hearsay INTEGER NOT NULL DEFAULT 0")
    db.execute("ALTER TABLE quotations ADD COLUMN question_start INTEGER")
    db.execute("ALTER TABLE quotations ADD COLUMN question_end INTEGER")


@migrations.step
def seal_rows(db: Database) -> None:
    """Add the seals."""
    for table in ("documents", "segments", "former_versions", "descriptions", "feeds", "feed_items"):
        db.execute(f"ALTER TABLE {table} ADD COLUMN seal BLOB")


@migrations.step
def tell_clauses_of_events(db: Database) -> None:
    """Add the clause that an event's date belongs to, and whether it did not take place then."""
    for column in ("clause_start INTEGER", "clause_end INTEGER", "undone TEXT"):
        db.execute(f"ALTER TABLE events ADD COLUMN {column}")


@migrations.step
def keep_structure(db: Database) -> None:
    """Add the parts of a document: all that is known of them as JSON, and where to look for one by its label and number."""
    db.execute("ALTER TABLE documents ADD COLUMN structure TEXT NOT NULL DEFAULT '[]'")
    db.execute("""
        CREATE TABLE parts (
            document INTEGER NOT NULL REFERENCES documents (row) ON DELETE CASCADE,
            ordinal INTEGER NOT NULL,
            label TEXT NOT NULL,
            number TEXT NOT NULL,
            name TEXT NOT NULL,
            start INTEGER NOT NULL,
            end INTEGER NOT NULL,
            PRIMARY KEY (document, ordinal)
        ) WITHOUT ROWID""")
    db.execute("CREATE INDEX parts_by_number ON parts (label, number, document, start, end)")


@migrations.step
def keep_abbreviations(db: Database) -> None:
    """Create the abbreviations that documents define, as terms. Those of what is there are found anew."""
    db.execute("""
        CREATE TABLE abbreviations (
            document INTEGER NOT NULL REFERENCES documents (row) ON DELETE CASCADE,
            short TEXT NOT NULL,
            name TEXT NOT NULL,
            PRIMARY KEY (document, short, name)
        ) WITHOUT ROWID""")
    db.execute("CREATE INDEX abbreviations_by_short ON abbreviations (short)")
    db.execute("CREATE INDEX abbreviations_by_name ON abbreviations (name)")


@migrations.step
def keep_aliases(db: Database) -> None:
    """Add the names beside its title by which people know a document, as JSON: its own, and those that the host gave it.

    What is there is sealed as it is.
    """
    db.execute("ALTER TABLE documents ADD COLUMN aliases TEXT NOT NULL DEFAULT '[]'")
    db.execute("ALTER TABLE descriptions ADD COLUMN aliases TEXT")
    seals.seal_all(db)


@migrations.step
def keep_gone_pages(db: Database) -> None:
    """Create the documents whose page is gone, by the day on which that was found."""
    db.execute("""
        CREATE TABLE gone_pages (
            document_id TEXT PRIMARY KEY,
            gone_on TEXT NOT NULL,
            seal BLOB
        ) WITHOUT ROWID""")
