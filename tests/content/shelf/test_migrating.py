from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from small_documents import document_of

from content.library.catalogue import MIGRATIONS
from content.shelf import Correction, NameEdit, OwnTheme, Shelf, migrating
from content.shelf.migrating import bundled_migrations, migrate, version_of

OLD = (*bundled_migrations(),)
STEP = """-- moods; said twice
ALTER TABLE bookmark ADD COLUMN mood TEXT NOT NULL DEFAULT '平静; 安静';
UPDATE setting SET value = value || '!';
"""
BROKEN = "ALTER TABLE bookmark ADD COLUMN colour_two TEXT; SELECT * FROM nowhere;\n"


def raw(folder: Path) -> sqlite3.Connection:
    return sqlite3.connect(folder / "kept.db", isolation_level=None)


def test_a_new_store_has_the_newest_version(tmp_path: Path) -> None:
    Shelf(tmp_path).close()
    connection = raw(tmp_path)
    assert version_of(connection) == len(bundled_migrations()) > 0
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()


def test_an_older_store_is_brought_up_to_date_with_all_that_is_in_it(tmp_path: Path) -> None:
    with Shelf(tmp_path, migrations=OLD) as shelf:
        shelf.set_setting("language", "hans")
    with Shelf(tmp_path, migrations=(*OLD, STEP)) as shelf:
        assert shelf.problem is None
        assert shelf.setting("language") == "hans!"
        assert shelf.bookmarks() == ()
    with Shelf(tmp_path, migrations=(*OLD, STEP)) as shelf:  # and only once
        assert shelf.setting("language") == "hans!"


def test_a_step_that_fails_is_undone_whole_and_the_store_stays_readable(tmp_path: Path) -> None:
    with Shelf(tmp_path, migrations=OLD) as shelf:
        shelf.set_setting("language", "hans")
    with Shelf(tmp_path, migrations=(*OLD, STEP, BROKEN)) as shelf:
        assert shelf.problem is not None
        assert shelf.setting("language") == "hans!"
    connection = raw(tmp_path)
    assert version_of(connection) == len(OLD) + 1
    assert "colour_two" not in [row[1] for row in connection.execute("PRAGMA table_info(bookmark)")]
    connection.close()


def test_steps_are_taken_in_order_from_where_a_store_stands() -> None:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    steps = ("CREATE TABLE a (x);\n", "ALTER TABLE a ADD COLUMN y;\n", "ALTER TABLE a ADD COLUMN z;\n")
    migrate(connection, steps[:1])
    assert version_of(connection) == 1
    migrate(connection, steps)
    assert version_of(connection) == 3
    assert [row[1] for row in connection.execute("PRAGMA table_info(a)")] == ["x", "y", "z"]
    with pytest.raises(sqlite3.OperationalError):
        migrate(connection, (*steps, "ALTER TABLE a ADD COLUMN x;\n"))
    assert version_of(connection) == 3
    assert not connection.in_transaction


@pytest.mark.parametrize(
    "path", sorted((Path(__file__).parent / "stores").glob("*.sql")), ids=lambda p: p.stem
)
def test_a_store_of_every_older_version_opens_with_all_that_is_in_it(tmp_path: Path, path: Path) -> None:
    connection = raw(tmp_path)
    connection.executescript(path.read_text(encoding="utf-8"))
    version = version_of(connection)
    connection.close()
    with Shelf(tmp_path) as shelf:
        assert shelf.problem is None
        (bookmark,) = shelf.bookmarks()
        assert (bookmark.quote, bookmark.note) == (
            "账本不再锁在抽屉里，谁家缺货，隔壁先知道。",
            "隔壁\n先知道",
        )
        assert bookmark.tags == ("账", "云")
        assert (bookmark.created, bookmark.modified) == (
            "2026-03-01T08:00:00.000Z",
            "2026-03-02T08:00:00.000Z",
        )
        place = shelf.last_place()
        assert place
        assert (place.path, place.offset) == (str(Path("/书/集市.txt")), 25)
        assert shelf.documents()[bookmark.document].byline == ("林小舟",)
        assert shelf.setting("language") == "hans"
        assert len(shelf.corrections()) == int(version > 1)
        assert [draft.note for draft in shelf.drafts(bookmark.id)] == ["写到一半"] * int(version > 2)
        assert [copy.note for copy in shelf.note_copies(bookmark.id)] == ["先写的"] * int(version > 2)
        assert len(shelf.edits()) == 2 * int(version > 3)
    connection = raw(tmp_path)
    assert version_of(connection) == len(bundled_migrations())
    connection.close()


def test_a_store_of_each_older_version_is_tried() -> None:
    kept = {path.stem for path in (Path(__file__).parent / "stores").glob("*.sql")}
    assert kept == {f"version-{number}" for number in range(1, len(bundled_migrations()))}


@pytest.mark.parametrize("version", [(3, 31, 0), sqlite3.sqlite_version_info])
def test_every_column_holds_what_it_is_for_also_where_sqlite_knows_no_strict_tables(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: tuple[int, int, int]
) -> None:
    monkeypatch.setattr(migrating.sqlite3, "sqlite_version_info", version)
    book = document_of("集市搬到云上以后。")
    with Shelf(tmp_path) as shelf:
        kept = shelf.add_bookmark(book, book.passages[0])
        shelf.set_note(kept.id, "新", before="旧")
        shelf.save_place(book, 3, path="/书/集市.txt", progress=1)
        shelf.correct(book.digest, Correction(title="集市"))
        shelf.edit_names([NameEdit("", None, "hide", "灯塔")])
        shelf.put_theme(OwnTheme("账", "账目"))
        shelf.set_setting("language", "hans")
        assert shelf.problem is None
    connection = raw(tmp_path)
    declared = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'bookmark'").fetchone()[0]
    assert ("STRICT" in declared) is (version > (3, 37))
    columns = [
        (table, column, kind)
        for table in ("bookmark", "document", "place", "setting")
        for _, column, kind, *_ in connection.execute(f"PRAGMA table_info({table})")
    ]
    assert len(columns) > 20
    for table, column, kind in columns:
        wrong = {"TEXT": "x'ff'", "BLOB": "1.5"}.get(kind, "'not a number'")
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute(f"UPDATE {table} SET {column} = {wrong}")  # noqa: S608 - our own names
    connection.close()


def test_every_column_of_every_table_is_checked_where_sqlite_knows_no_strict_tables(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(migrating.sqlite3, "sqlite_version_info", (3, 36, 0))
    for migrations in (bundled_migrations(), MIGRATIONS):
        connection = sqlite3.connect(":memory:", isolation_level=None)
        migrate(connection, migrations)
        tables = connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        ).fetchall()
        for name, sql in tables:
            columns = connection.execute(f"PRAGMA table_info({name})").fetchall()
            assert sql.count("typeof") == len(columns) > 1
        connection.close()
