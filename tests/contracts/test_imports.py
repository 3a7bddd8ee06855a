"""Who may import whom, and what may be loaded when."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from books import PROSE, book

ROOT = Path(__file__).resolve().parents[2]
HEAVY = {"textual", "rich", "jieba", "pypinyin", "opencc", "trafilatura", "lxml", "markdown_it", "mammoth"}


# What only shows after the first paint, or when it is asked for.
LATER = (
    "content.analysis.(?!density$)|content.chinese.(helper|pinyin|numerals)|content.lexicon|content.search"
    "|content.library.(library|analysing|across|backlog)|content.shelf|sqlite3|rapidfuzz|json$"
    "|tui.screens.(library|views)|tui.analysing|tui.searching"
)


def modules_after(statement: str, folder: Path) -> set[str]:
    """Run a statement in an interpreter of its own; return the top-level modules loaded then."""
    return {name.partition(".")[0] for name in all_modules_after(statement, folder)}


def all_modules_after(statement: str, folder: Path, modules: str = "sys.modules") -> list[str]:
    """Run a statement in an interpreter of its own; return the `modules` loaded then."""
    program = f"import sys; {statement}; print(*{modules})"
    done = subprocess.run(
        [sys.executable, "-P", "-c", program],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return done.stdout.split()


@pytest.mark.parametrize(
    "statement",
    [
        "import content",
        "from content import open_document",
        "from content import ReadingError, Document",
        "import content; content.open_document()",
        "import tui.__main__",
    ],
)
def test_nothing_heavy_is_loaded_before_it_is_needed(statement: str, tmp_path: Path) -> None:
    assert not modules_after(statement, tmp_path) & HEAVY


def test_the_first_paint_waits_for_nothing_that_comes_after_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Names are looked up right after the first paint, so what is loaded by then was loaded for it."""
    monkeypatch.setenv("TENCENT_EXPLORER_HOME", str(tmp_path / "home"))
    program = (
        "from tui import cli; from tui.commandline import launching; from content import open_document;"
        "from tui.app import ExplorerApp; from tui.screens.reader.analysis import ReaderAnalysis;"
        "painted = []; ReaderAnalysis.look = lambda self: painted or painted.extend(sys.modules);"
        "from tui.screens.reader.screen import ReaderScreen;"
        "ReaderScreen.begin = lambda self: self.app.exit();"
        "ExplorerApp(open_document()).run(headless=True, size=(120, 40))"
    )
    loaded = all_modules_after(program, tmp_path, "painted")
    assert "textual.app" in loaded
    assert [name for name in loaded if re.match(LATER, name)] == []


def test_a_book_is_read_by_the_standard_library(tmp_path: Path) -> None:
    (tmp_path / "book.epub").write_bytes(book({"1.xhtml": f"<p>{PROSE}</b>"}))
    statement = "from content import open_document; assert open_document('book.epub').byline"
    assert not modules_after(statement, tmp_path) & HEAVY


@pytest.mark.parametrize(("name", "needed"), [("a.txt", set()), ("a.md", {"markdown_it"})])
def test_reading_a_file_loads_what_its_format_needs_and_no_more(
    name: str, needed: set[str], tmp_path: Path
) -> None:
    statement = f"from content.reading import read; read('海港的集市'.encode() * 9, {name!r})"
    assert modules_after(statement, tmp_path) & HEAVY == needed


def test_a_search_that_is_ready_has_loaded_nothing_heavy_here(tmp_path: Path) -> None:
    statement = (
        "from pathlib import Path; from content import open_document; from tui.searching import Searching;"
        "searching = Searching(open_document(), Path('cache')); assert searching.prepare();"
        "found = [searching.find(query).total for query in ('jrkj', 'jinrong keji', '信用咔', '雲計算')];"
        "assert all(found) and searching.complete('jinr') and searching.count('云')[0], found"
    )
    for _ in ("built", "loaded"):
        assert not modules_after(statement, tmp_path) & {*HEAVY, "rjieba"}
    assert list((tmp_path / "cache").glob("*.search"))


def test_the_public_face_is_whole() -> None:
    import content

    for name in content.__all__:
        assert getattr(content, name).__name__ == name


def test_an_unknown_name_is_an_attribute_error() -> None:
    import content

    with pytest.raises(AttributeError, match="nothing_here"):
        content.nothing_here  # noqa: B018


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    """Check the imports of the code in a folder."""
    pytest.importorskip("importlinter", reason="import-linter comes with the dev extra")
    linter = Path(sys.executable).with_name("lint-imports")
    return subprocess.run(
        [linter, "--no-cache"], cwd=folder, capture_output=True, text=True, timeout=120, check=False
    )


def test_arrows_point_down() -> None:
    done = lint_imports(ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


def test_arrows_that_point_up_are_noticed(tmp_path: Path) -> None:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for module, imports in {
        "tui/__init__.py": "",
        "content/__init__.py": "import tui",
        "content/analysis/__init__.py": "import content.search",
        "content/cellar/__init__.py": "import jieba",
        "content/chinese/__init__.py": "",
        "content/chinese/pinyin.py": "import pypinyin",
        "content/chinese/segmentation.py": "import jieba",
        "content/chinese/tables/__init__.py": "",
        "content/chinese/tables/make_pinyin.py": "import pypinyin",
        "content/chinese/tables/make_variants.py": "import opencc",
        "content/document.py": "",
        "content/edition/__init__.py": "",
        "content/lexicon.py": "",
        "content/library/__init__.py": "",
        "content/reading/__init__.py": "",
        "content/scrub.py": "",
        "content/search/__init__.py": "import opencc",
        "content/shelf/__init__.py": "",
    }.items():
        path = tmp_path / module
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(imports + "\n")
    said = lint_imports(tmp_path).stdout
    for upward in (
        "content -> tui",
        "content.analysis -> content.search",
        "not listed as layers:\n\n- content.cellar",
        "content.cellar -> jieba",
        "content.chinese.pinyin -> pypinyin",
        "content.search -> opencc",
    ):
        assert upward in said, said
    assert "content.chinese.segmentation -> jieba" not in said
    assert "Contracts: 0 kept, 5 broken." in said
