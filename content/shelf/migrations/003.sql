-- Notes that gave way to others, and what is still being written.

-- What another window wrote into a note that was then written over.
CREATE TABLE note_copy (
    id       INTEGER PRIMARY KEY,
    bookmark TEXT NOT NULL,                -- it may be gone: the words are not
    note     TEXT NOT NULL,
    made     TEXT NOT NULL
) STRICT;

CREATE INDEX note_copy_of_bookmark ON note_copy (bookmark);

-- A note that was begun and neither kept nor given up.
CREATE TABLE draft (
    bookmark TEXT PRIMARY KEY,
    note     TEXT NOT NULL,
    modified TEXT NOT NULL
) STRICT;
