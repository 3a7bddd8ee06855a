-- What the reader keeps. Offsets count characters of the document's text; moments are ISO 8601, UTC.

CREATE TABLE document (
    digest  TEXT PRIMARY KEY,              -- SHA-256 of the text
    title   TEXT NOT NULL DEFAULT '',
    byline  TEXT NOT NULL DEFAULT '[]',    -- a JSON array of names
    source  TEXT,
    date    TEXT,
    edition INTEGER NOT NULL DEFAULT 0
) STRICT;

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

-- `turn` grows with every visit, so that the last document read is known even when the clock was set back.
CREATE TABLE place (
    turn     INTEGER PRIMARY KEY,
    document TEXT NOT NULL UNIQUE REFERENCES document (digest),
    path     BLOB,                         -- as the file system spells it; NULL is the bundled edition
    reached  INTEGER NOT NULL CHECK (reached >= 0),
    progress REAL NOT NULL CHECK (progress BETWEEN 0 AND 1),
    opened   TEXT NOT NULL
) STRICT;

CREATE TABLE setting (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
