-- A store as this version of it was written.
BEGIN TRANSACTION;
CREATE TABLE bookmark (
    id           TEXT PRIMARY KEY,
    document     TEXT NOT NULL REFERENCES document (digest),
    passage      INTEGER NOT NULL CHECK (passage >= 1),
    start_offset INTEGER NOT NULL CHECK (start_offset >= 0),
    end_offset   INTEGER NOT NULL CHECK (end_offset >= start_offset),
    quote        TEXT NOT NULL,
    prefix       TEXT NOT NULL,
    suffix       TEXT NOT NULL,
    section      TEXT NOT NULL,
    note         TEXT NOT NULL DEFAULT '',
    tags         TEXT NOT NULL DEFAULT '[]', -- a JSON array of words
    colour       TEXT,
    created      TEXT NOT NULL,
    modified     TEXT NOT NULL,
    UNIQUE (document, start_offset, end_offset)
) STRICT;
INSERT INTO "bookmark" VALUES('01000000000000000002','3eab97d00cf525edaae33fda7e6e60b58f5125334fb535bbac6fb327fbfe2d8d',2,21,42,'账本不再锁在抽屉里，谁家缺货，隔壁先知道。','集市搬到云上以后，摊主们先学会的是记账。
','','引子','隔壁
先知道','["账", "云"]',NULL,'2026-03-01T08:00:00.000Z','2026-03-02T08:00:00.000Z');
CREATE TABLE correction (
    document TEXT PRIMARY KEY,             -- SHA-256 of the text
    title    TEXT,
    byline   TEXT,                         -- a JSON array of names
    source   TEXT,
    date     TEXT,
    modified TEXT NOT NULL
) STRICT;
INSERT INTO "correction" VALUES('3eab97d00cf525edaae33fda7e6e60b58f5125334fb535bbac6fb327fbfe2d8d','集市旧事',NULL,NULL,NULL,'2026-11-23T11:39:18.003Z');
CREATE TABLE document (
    digest  TEXT PRIMARY KEY,              -- SHA-256 of the text
    title   TEXT NOT NULL DEFAULT '',
    byline  TEXT NOT NULL DEFAULT '[]',    -- a JSON array of names
    source  TEXT,
    date    TEXT,
    edition INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO "document" VALUES('3eab97d00cf525edaae33fda7e6e60b58f5125334fb535bbac6fb327fbfe2d8d','云上的集市','["林小舟"]','潮汐周报','2019-05-01',0);
CREATE TABLE draft (
    bookmark TEXT PRIMARY KEY,
    note     TEXT NOT NULL,
    modified TEXT NOT NULL
) STRICT;
INSERT INTO "draft" VALUES('01000000000000000002','写到一半','2026-03-01T10:00:00.000Z');
CREATE TABLE name_edit (
    id       TEXT PRIMARY KEY,             -- sorts by when it was done
    document TEXT,                         -- SHA-256 of the text; NULL is everywhere
    action   TEXT NOT NULL CHECK (action IN ('rename', 'merge', 'kind', 'hide', 'add')),
    name     TEXT NOT NULL,
    value    TEXT NOT NULL DEFAULT '',
    forms    TEXT NOT NULL DEFAULT '[]'    -- a JSON array of words
) STRICT;
INSERT INTO "name_edit" VALUES('01000000000000000003',NULL,'rename','鹅厂','腾讯','[]');
CREATE TABLE note_copy (
    id       INTEGER PRIMARY KEY,
    bookmark TEXT NOT NULL,                -- it may be gone: the words are not
    note     TEXT NOT NULL,
    made     TEXT NOT NULL
) STRICT;
INSERT INTO "note_copy" VALUES(1,'01000000000000000002','先写的','2026-03-01T09:00:00.000Z');
CREATE TABLE place (
    turn     INTEGER PRIMARY KEY,
    document TEXT NOT NULL UNIQUE REFERENCES document (digest),
    path     BLOB,                         -- as the file system spells it; NULL is the bundled edition
    reached  INTEGER NOT NULL CHECK (reached >= 0),
    progress REAL NOT NULL CHECK (progress BETWEEN 0 AND 1),
    opened   TEXT NOT NULL
) STRICT;
INSERT INTO "place" VALUES(1,'3eab97d00cf525edaae33fda7e6e60b58f5125334fb535bbac6fb327fbfe2d8d',X'2FE4B9A62FE99B86E5B8822E747874',25,5.95238095238095232808e-01,'2026-11-23T11:39:17.995Z');
CREATE TABLE setting (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
INSERT INTO "setting" VALUES('language','hans');
CREATE TABLE theme (
    id       TEXT PRIMARY KEY,
    name     TEXT NOT NULL,
    words    TEXT NOT NULL,                -- a JSON array; an empty one hides a theme of the lexicon
    modified TEXT NOT NULL
) STRICT;
INSERT INTO "theme" VALUES('own-1','集市','["集市"]','2026-03-01T11:00:00.000Z');
CREATE INDEX note_copy_of_bookmark ON note_copy (bookmark);
CREATE INDEX name_edit_of_document ON name_edit (document);
COMMIT;
PRAGMA user_version = 4;
