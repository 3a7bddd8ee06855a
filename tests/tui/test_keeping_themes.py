"""Themes kept by two windows: each takes back only what it wrote itself."""

from pathlib import Path

from small_documents import document_of

from content.shelf import OwnTheme
from tui.keeping import Keeper

DOCUMENT = document_of("云上的账本。")
WRITTEN = OwnTheme("cloud", "云甲", ("云",))


def names(keeper: Keeper) -> list[str]:
    return [theme.name for theme in keeper.edits(DOCUMENT, None).themes]


def test_a_theme_is_taken_back_only_where_it_is_as_it_was_written(tmp_path: Path) -> None:
    ours, theirs = Keeper(tmp_path), Keeper(tmp_path)
    ours.put_theme(DOCUMENT, WRITTEN)
    theirs.put_theme(DOCUMENT, OwnTheme("cloud", "云乙", ("云", "账本")))
    change = ours.undo()
    assert change
    assert change.contested
    assert names(ours) == ["云乙"]
    assert not theirs.undo().contested  # type: ignore[union-attr]  # there is one
    assert names(ours) == ["云甲"]
    theirs.remove_theme(DOCUMENT, "cloud")
    ours.put_theme(DOCUMENT, WRITTEN)
    assert theirs.undo().contested  # type: ignore[union-attr]  # as above
    assert names(ours) == ["云甲"]
    ours.close()
    theirs.close()


def test_changes_of_a_theme_are_taken_back_one_after_the_other(tmp_path: Path) -> None:
    keeper = Keeper(tmp_path)
    keeper.put_theme(DOCUMENT, WRITTEN)
    keeper.put_theme(DOCUMENT, OwnTheme("cloud", "云丙", ("云",)))
    keeper.remove_theme(DOCUMENT, "cloud")
    seen = []
    while change := keeper.undo():
        seen.append((names(keeper), change.contested))
    assert seen == [(["云丙"], False), (["云甲"], False), ([], False)]
    keeper.close()
