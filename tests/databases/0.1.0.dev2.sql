PRAGMA application_id = 1348563564;
BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'index','create_documents','2026-11-24 23:11:10.541436+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'index','create_inverted_index','2026-11-24 23:11:10.541856+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'index','create_former_versions','2026-11-24 23:11:10.542133+00:00');
INSERT INTO "_sqlite_migrations" VALUES(4,'index','create_reprints','2026-11-24 23:11:10.542552+00:00');
INSERT INTO "_sqlite_migrations" VALUES(5,'index','create_feeds','2026-11-24 23:11:10.542912+00:00');
INSERT INTO "_sqlite_migrations" VALUES(6,'index','create_descriptions','2026-11-24 23:11:10.543126+00:00');
INSERT INTO "_sqlite_migrations" VALUES(7,'index','create_events','2026-11-24 23:11:10.543521+00:00');
INSERT INTO "_sqlite_migrations" VALUES(8,'index','create_quotations','2026-11-24 23:11:10.543899+00:00');
INSERT INTO "_sqlite_migrations" VALUES(9,'bot','create_questions','2026-11-24 23:11:10.643080+00:00');
INSERT INTO "_sqlite_migrations" VALUES(10,'bot','create_feedback','2026-11-24 23:11:10.674048+00:00');
INSERT INTO "_sqlite_migrations" VALUES(11,'bot','create_command_hashes','2026-11-24 23:11:10.697580+00:00');
INSERT INTO "_sqlite_migrations" VALUES(12,'bot','create_timelines','2026-11-24 23:11:10.717719+00:00');
INSERT INTO "_sqlite_migrations" VALUES(13,'bot','create_alerts','2026-11-24 23:11:10.738196+00:00');
INSERT INTO "_sqlite_migrations" VALUES(14,'bot','create_quotes','2026-11-24 23:11:10.754230+00:00');
CREATE TABLE "bot_alerts" (
   "id" INTEGER PRIMARY KEY,
   "guild_id" INTEGER NOT NULL,
   "channel_id" INTEGER NOT NULL,
   "topic" TEXT NOT NULL,
   "quiet_from" INTEGER,
   "quiet_to" INTEGER,
   "created_at" TEXT NOT NULL
);
CREATE TABLE "bot_alerts_told" (
   "alert_id" INTEGER NOT NULL,
   "document_id" TEXT NOT NULL,
   PRIMARY KEY ("alert_id", "document_id")
);
CREATE TABLE "bot_alerts_waiting" (
   "alert_id" INTEGER NOT NULL,
   "document_id" TEXT NOT NULL,
   PRIMARY KEY ("alert_id", "document_id")
);
CREATE TABLE "bot_command_hashes" (
   "application_id" INTEGER PRIMARY KEY,
   "hash" TEXT NOT NULL
);
CREATE TABLE "bot_feedback" (
   "question_id" TEXT REFERENCES "bot_questions"("id"),
   "user_id" INTEGER,
   "helpful" INTEGER NOT NULL,
   "given_at" TEXT NOT NULL,
   PRIMARY KEY ("question_id", "user_id")
);
INSERT INTO "bot_feedback" VALUES('58e10a808aa4',1000000000000000002,1,'2026-11-24T23:11:10.787732+00:00');
CREATE TABLE "bot_questions" (
   "id" TEXT PRIMARY KEY,
   "text" TEXT NOT NULL,
   "filters" TEXT NOT NULL,
   "asked_at" TEXT NOT NULL
);
INSERT INTO "bot_questions" VALUES('58e10a808aa4','Who signed the ferry treaty?','{"publisher": null, "since": null, "until": null}','2026-11-24T23:11:10.774099+00:00');
CREATE TABLE "bot_quotes" (
   "id" TEXT PRIMARY KEY,
   "request" TEXT NOT NULL,
   "asked_at" TEXT NOT NULL
);
CREATE TABLE "bot_timelines" (
   "id" TEXT PRIMARY KEY,
   "request" TEXT NOT NULL,
   "asked_at" TEXT NOT NULL
);
CREATE TABLE descriptions (
            document_id TEXT PRIMARY KEY,
            title TEXT,
            publisher TEXT,
            url TEXT,
            published TEXT
        ) WITHOUT ROWID;
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
        );
INSERT INTO "documents" VALUES(1,'8963591b479f463a','shared','ferry','Ferry treaty signed','The Delta Courier','https://courier.example/ferry',NULL,'Ministers Odile Ferrant and Tomas Brekke signed the ferry treaty in Port Amity on Monday.

The ferries will run from 1 June 2024. "The wait was long," Ferrant said.','[]','8a42b1bb6b89e18a8937d1ed6217c75190fe1abdc50810880dca7eeb32db0c09','ferri treati sign','2026-11-24T23:11:10+00:00');
INSERT INTO "documents" VALUES(2,'2c07e51b35d5b2ba','shared','grain','Grain talks go on','Harbor Herald',NULL,NULL,'The grain talks went into a third week in Lakeview.

Nobody has left the table, Brekke said on Friday.','[]','1898c66f9db5e3b0721f0ea54c76aaee09285d2125ef257f748a2b2cf8a2a3aa','grain talk','2026-11-24T23:11:10+00:00');
CREATE TABLE event_actors (
            actor TEXT NOT NULL,
            event INTEGER NOT NULL REFERENCES events (id) ON DELETE CASCADE,
            PRIMARY KEY (actor, event)
        ) WITHOUT ROWID;
INSERT INTO "event_actors" VALUES('Ministers Odile Ferrant',1);
INSERT INTO "event_actors" VALUES('Port Amity',1);
INSERT INTO "event_actors" VALUES('Tomas Brekke',1);
INSERT INTO "event_actors" VALUES('Brekke',3);
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
        );
INSERT INTO "events" VALUES(1,1,0,0,89,82,88,NULL,NULL,'vague','unresolved',0,'Ministers Odile Ferrant
Tomas Brekke
Port Amity');
INSERT INTO "events" VALUES(2,1,1,91,129,117,128,'2024-06-01','2024-06-01','day','explicit',1,'');
INSERT INTO "events" VALUES(3,2,1,53,102,95,101,NULL,NULL,'vague','unresolved',0,'Brekke');
CREATE TABLE feed_items (
            feed INTEGER NOT NULL REFERENCES feeds (id) ON DELETE CASCADE,
            key TEXT NOT NULL,
            digest TEXT NOT NULL,
            document_id TEXT,
            PRIMARY KEY (feed, key)
        ) WITHOUT ROWID;
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
        );
CREATE TABLE former_versions (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            document_id TEXT NOT NULL,
            title TEXT NOT NULL,
            published TEXT,
            text TEXT NOT NULL,
            added_at TEXT NOT NULL,
            replaced_at TEXT NOT NULL
        );
CREATE TABLE passages (
            id INTEGER PRIMARY KEY,
            document INTEGER NOT NULL REFERENCES documents (row) ON DELETE CASCADE,
            first INTEGER NOT NULL,
            last INTEGER NOT NULL
        );
INSERT INTO "passages" VALUES(0,1,0,2);
INSERT INTO "passages" VALUES(1,2,0,1);
CREATE TABLE postings (
            segment INTEGER NOT NULL,
            term TEXT NOT NULL,
            passages INTEGER NOT NULL,
            highest INTEGER NOT NULL,
            densest REAL NOT NULL,
            numbers BLOB NOT NULL,
            counts BLOB NOT NULL,
            PRIMARY KEY (segment, term)
        ) WITHOUT ROWID;
INSERT INTO "postings" VALUES(1,'1',1,2,21.5,X'0000',X'02');
INSERT INTO "postings" VALUES(1,'2024',1,2,21.5,X'0000',X'02');
INSERT INTO "postings" VALUES(1,'amiti',1,2,21.5,X'0000',X'02');
INSERT INTO "postings" VALUES(1,'brekk',2,2,13.0,X'00000100',X'0202');
INSERT INTO "postings" VALUES(1,'fals',1,1,8.0,X'0200',X'01');
INSERT INTO "postings" VALUES(1,'ferrant',1,4,10.75,X'0000',X'04');
INSERT INTO "postings" VALUES(1,'ferri',1,5,8.6,X'0000',X'05');
INSERT INTO "postings" VALUES(1,'friday',1,2,13.0,X'0100',X'02');
INSERT INTO "postings" VALUES(1,'grain',1,3,8.66666666666666607454e+00,X'0100',X'03');
INSERT INTO "postings" VALUES(1,'june',1,2,21.5,X'0000',X'02');
INSERT INTO "postings" VALUES(1,'lakeview',1,2,13.0,X'0100',X'02');
INSERT INTO "postings" VALUES(1,'leav',1,2,13.0,X'0100',X'02');
INSERT INTO "postings" VALUES(1,'long',1,2,21.5,X'0000',X'02');
INSERT INTO "postings" VALUES(1,'minist',1,2,21.5,X'0000',X'02');
INSERT INTO "postings" VALUES(1,'monday',1,2,21.5,X'0000',X'02');
INSERT INTO "postings" VALUES(1,'nobodi',1,2,13.0,X'0100',X'02');
INSERT INTO "postings" VALUES(1,'odil',1,2,21.5,X'0000',X'02');
INSERT INTO "postings" VALUES(1,'port',1,2,21.5,X'0000',X'02');
INSERT INTO "postings" VALUES(1,'report',1,3,2.66666666666666651863e+00,X'0200',X'03');
INSERT INTO "postings" VALUES(1,'run',1,2,21.5,X'0000',X'02');
INSERT INTO "postings" VALUES(1,'say',2,2,13.0,X'00000100',X'0202');
INSERT INTO "postings" VALUES(1,'sign',1,3,1.43333333333333339258e+01,X'0000',X'03');
INSERT INTO "postings" VALUES(1,'tabl',1,2,13.0,X'0100',X'02');
INSERT INTO "postings" VALUES(1,'talk',1,3,8.66666666666666607454e+00,X'0100',X'03');
INSERT INTO "postings" VALUES(1,'third',1,2,13.0,X'0100',X'02');
INSERT INTO "postings" VALUES(1,'toma',1,2,21.5,X'0000',X'02');
INSERT INTO "postings" VALUES(1,'treati',1,3,1.43333333333333339258e+01,X'0000',X'03');
INSERT INTO "postings" VALUES(1,'tuesday',1,2,4.0,X'0200',X'02');
INSERT INTO "postings" VALUES(1,'wait',1,2,21.5,X'0000',X'02');
INSERT INTO "postings" VALUES(1,'week',1,2,13.0,X'0100',X'02');
INSERT INTO "postings" VALUES(1,'went',1,2,13.0,X'0100',X'02');
INSERT INTO "postings" VALUES(1,'withdraw',1,2,4.0,X'0200',X'02');
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
        );
INSERT INTO "quotations" VALUES(1,1,2,2,131,149,151,158,159,163,'Ministers Odile Ferrant','minist ferrant',NULL,1,1,0,'2024-06-01','2024-06-01',117,128,'inherited');
INSERT INTO "quotations" VALUES(2,2,1,1,53,78,80,86,87,91,'Brekke','brekk',NULL,1,0,0,NULL,NULL,NULL,NULL,'unresolved');
CREATE TABLE reprints (
            document INTEGER NOT NULL REFERENCES documents (row) ON DELETE CASCADE,
            reprint INTEGER NOT NULL REFERENCES documents (row) ON DELETE CASCADE,
            PRIMARY KEY (document, reprint)
        ) WITHOUT ROWID;
CREATE TABLE segments (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            first INTEGER NOT NULL,
            last INTEGER NOT NULL,
            lengths BLOB NOT NULL,
            documents BLOB NOT NULL
        );
INSERT INTO "segments" VALUES(1,0,2,X'2B0000001A00000008000000',X'010000000200000003000000');
CREATE TABLE sentences (
            document INTEGER NOT NULL REFERENCES documents (row) ON DELETE CASCADE,
            ordinal INTEGER NOT NULL,
            start INTEGER NOT NULL,
            end INTEGER NOT NULL,
            paragraph INTEGER NOT NULL,
            terms TEXT NOT NULL,
            positions BLOB NOT NULL,
            PRIMARY KEY (document, ordinal)
        ) WITHOUT ROWID;
INSERT INTO "sentences" VALUES(1,0,0,89,1,'minist odil ferrant toma brekk sign ferri treati port amiti monday',X'000001000200040005000600080009000B000C000E00');
INSERT INTO "sentences" VALUES(1,1,91,129,2,'ferri run 1 june 2024',X'01000300050006000700');
INSERT INTO "sentences" VALUES(1,2,130,164,2,'wait long ferrant say',X'0100030004000500');
INSERT INTO "sentences" VALUES(2,0,0,51,1,'grain talk went third week lakeview',X'010002000300060007000900');
INSERT INTO "sentences" VALUES(2,1,53,102,2,'nobodi leav tabl brekk say friday',X'000002000400050006000800');
CREATE TABLE state (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO "state" VALUES('generation',2);
INSERT INTO "state" VALUES('lineage',0);
INSERT INTO "state" VALUES('next_passage',3);
CREATE TABLE story_bands (
            band INTEGER NOT NULL,
            document INTEGER NOT NULL REFERENCES documents (row) ON DELETE CASCADE,
            PRIMARY KEY (band, document)
        ) WITHOUT ROWID;
CREATE TABLE tombstones (passage INTEGER PRIMARY KEY);
INSERT INTO "tombstones" VALUES(2);
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX documents_by_date ON documents (collection, published);
CREATE INDEX documents_by_publisher ON documents (publisher);
CREATE INDEX passages_by_document ON passages (document);
CREATE INDEX former_versions_by_document ON former_versions (document_id, id);
CREATE INDEX story_bands_by_document ON story_bands (document);
CREATE INDEX reprints_by_reprint ON reprints (reprint);
CREATE INDEX feeds_by_due ON feeds (due_at);
CREATE INDEX events_by_sentence ON events (document, sentence);
CREATE INDEX event_actors_by_event ON event_actors (event);
CREATE INDEX quotations_by_document ON quotations (document, start);
CREATE INDEX quotations_by_speaker ON quotations (speaker_key, latest);
CREATE INDEX quotations_by_day ON quotations (latest);
CREATE INDEX "idx_bot_questions_asked_at"
    ON "bot_questions" ("asked_at");
CREATE INDEX "idx_bot_feedback_user_id"
    ON "bot_feedback" ("user_id");
CREATE INDEX "idx_bot_timelines_asked_at"
    ON "bot_timelines" ("asked_at");
CREATE INDEX "idx_bot_alerts_guild_id"
    ON "bot_alerts" ("guild_id");
CREATE INDEX "idx_bot_quotes_asked_at"
    ON "bot_quotes" ("asked_at");
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('documents',3);
INSERT INTO "sqlite_sequence" VALUES('segments',1);
COMMIT;
