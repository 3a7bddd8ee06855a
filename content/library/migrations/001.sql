-- What was opened or added. Moments are ISO 8601, UTC; all of it can be read from the files again.

-- A document, whichever version of it. `path` is as the file system spells it; NULL where the text came
-- through a pipe or was pasted, or where another document has taken its file's place.
CREATE TABLE entry (
    id      INTEGER PRIMARY KEY AUTOINCREMENT, -- never given twice: scripts keep it
    path    BLOB UNIQUE,
    added   TEXT NOT NULL,
    removed TEXT                               -- until it is swept, a removed document can be restored
) STRICT;

-- A text that a document had; the highest `turn` is the present one.
CREATE TABLE version (
    turn       INTEGER PRIMARY KEY,
    digest     TEXT NOT NULL UNIQUE,           -- SHA-256 of the text
    entry      INTEGER NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
    title      TEXT NOT NULL,
    byline     TEXT NOT NULL,                  -- a JSON array of names
    source     TEXT,
    date       TEXT,
    characters INTEGER NOT NULL
) STRICT;

CREATE INDEX version_of_entry ON version (entry, turn);

-- Apart from `version`, so that listing documents reads none of their texts.
CREATE TABLE content (
    digest TEXT PRIMARY KEY REFERENCES version (digest) ON DELETE CASCADE ON UPDATE CASCADE,
    text   TEXT NOT NULL,
    layout TEXT NOT NULL                       -- JSON: how the text is divided, and what was left out
) STRICT;

-- What a file was like when it was last read, so that it is not read again for nothing.
CREATE TABLE file (
    path    BLOB PRIMARY KEY,
    bytes   INTEGER NOT NULL,
    changed INTEGER NOT NULL,                  -- in nanoseconds, by the file system's clock
    digest  TEXT NOT NULL REFERENCES version (digest) ON DELETE CASCADE ON UPDATE CASCADE
) STRICT;
