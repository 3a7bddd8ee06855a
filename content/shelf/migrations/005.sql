-- A draft belongs to the window it is written in: two on one note do not write over each other.

CREATE TABLE draft_of_window (
    bookmark TEXT NOT NULL,
    window   TEXT NOT NULL,                -- begins with the number of its process; '' is not known
    note     TEXT NOT NULL,
    modified TEXT NOT NULL,
    PRIMARY KEY (bookmark, window)
) STRICT;

INSERT INTO draft_of_window (bookmark, window, note, modified)
    SELECT bookmark, '', note, modified FROM draft;

DROP TABLE draft;

ALTER TABLE draft_of_window RENAME TO draft;
