-- What the reader put right about a document. NULL: as it was read; '' or '[]': there is none.

CREATE TABLE correction (
    document TEXT PRIMARY KEY,             -- SHA-256 of the text
    title    TEXT,
    byline   TEXT,                         -- a JSON array of names
    source   TEXT,
    date     TEXT,
    modified TEXT NOT NULL
) STRICT;
