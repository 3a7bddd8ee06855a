-- What the reader changed about names, and the reader's own themes.

CREATE TABLE name_edit (
    id       TEXT PRIMARY KEY,             -- sorts by when it was done
    document TEXT,                         -- SHA-256 of the text; NULL is everywhere
    action   TEXT NOT NULL CHECK (action IN ('rename', 'merge', 'kind', 'hide', 'add')),
    name     TEXT NOT NULL,
    value    TEXT NOT NULL DEFAULT '',
    forms    TEXT NOT NULL DEFAULT '[]'    -- a JSON array of words
) STRICT;

CREATE INDEX name_edit_of_document ON name_edit (document);

CREATE TABLE theme (
    id       TEXT PRIMARY KEY,
    name     TEXT NOT NULL,
    words    TEXT NOT NULL,                -- a JSON array; an empty one hides a theme of the lexicon
    modified TEXT NOT NULL
) STRICT;
