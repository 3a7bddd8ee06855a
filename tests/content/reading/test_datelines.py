"""Agency, day and reporters, as reports say them within their text."""

from __future__ import annotations

import pytest

from content.reading import read
from content.reading.datelines import read_datelines, read_signature

PROSE = "船在雾里走了一夜，没有人说话，只有桨落进水里的声音，天亮以前他们看见了灯。"
OTHER = "岸比他们想的要低，低得像一条浮在水上的木板，踩上去的时候微微一沉。"


@pytest.mark.parametrize(
    ("opening", "byline", "source", "date"),
    [
        ("新华社北京11月23日电（记者 林舟、顾半夏）", ("林舟", "顾半夏"), "新华社", "--11-23"),
        ("新华社北京2018年11月23日电　", (), "新华社", "2018-11-23"),
        ("中新社香港3月5日电 (记者 王小舟)", ("王小舟",), "中新社", "--03-05"),
        ("中新网3月5日电 ", (), "中新网", "--03-05"),
        ("（中央社記者林舟台北5日電）", ("林舟",), "中央社", None),
        ("（中央社記者張淑伶上海5日電）", ("張淑伶",), "中央社", None),
        ("（中央社台北5日電）", (), "中央社", None),
        ("〔記者林舟／台北報導〕", ("林舟",), None, None),
        ("【記者林小舟、顧半夏／台北報導】", ("林小舟", "顧半夏"), None, None),
        ("本报讯（记者 林舟 通讯员 顾半夏）", ("林舟", "顾半夏"), None, None),
        ("他在新华社工作，11月23日收到一封电报，", (), None, None),
        ("记者问他，他说没有，", (), None, None),
    ],
)
def test_how_a_report_begins(opening, byline, source, date):
    told = read_datelines([opening + PROSE, OTHER])
    assert (told.byline, told.source, told.date) == (byline, source, date)


@pytest.mark.parametrize(
    ("closing", "byline"),
    [
        ("（记者林舟）", ("林舟",)),
        ("（本报记者 林舟 顾半夏 北京报道）", ("林舟", "顾半夏")),
        ("(文/林舟)", ("林舟",)),
        ("（完）", ()),
        ("（记者并不在场）", ()),
    ],
)
def test_how_a_report_ends(closing, byline):
    assert read_datelines([PROSE, OTHER + closing]).byline == byline


@pytest.mark.parametrize("made", [str, "<h1>渡口的灯</h1><p>{}</p>".format])
@pytest.mark.parametrize(
    ("line", "source"),
    [("望潮观察报 记者 林舟", "望潮观察报"), ("本报记者 林舟", None), ("晚报 记者 林舟", None)],
)
def test_a_reporter_is_signed_with_the_medium(line, source, made):
    body = [PROSE, OTHER] * 4
    if made is str:
        document = read("\n\n".join(["渡口的灯", line, *body]).encode(), "渡口的灯.txt")
    else:
        page = made(line) + "".join(f"<p>{each}</p>" for each in body)
        document = read(f"<html><body><article>{page}</article></body></html>".encode(), "渡口的灯.html")
    assert (document.byline, document.source) == (("林舟",), source)


@pytest.mark.parametrize("line", ["记者：您好", "记者", "本报记者的故事", "（编者按）", "记者 林舟走了"])
def test_what_is_no_signature(line):
    assert read_signature(line) is None


@pytest.mark.parametrize(("name", "before"), [("文.txt", ""), ("文.md", "# ")])
def test_the_day_and_the_reporters_reach_the_document_and_the_text_stays(name, before):
    text = f"{before}渡船复航\n\n新华社北京11月23日电（记者 林舟）{PROSE}\n\n{OTHER}"
    document = read(text.encode(), name)
    assert (document.title, document.byline) == ("渡船复航", ("林舟",))
    assert (document.source, document.date) == ("新华社", "--11-23")
    assert document.passages[0].text.startswith("新华社")


def test_what_a_label_says_goes_before():
    text = f"渡船复航\n来源：望潮日报\n2019-04-17\n新华社北京4月16日电（记者 林舟）{PROSE}\n{OTHER}"
    document = read(text.encode(), "文.txt")
    assert (document.byline, document.source, document.date) == (("林舟",), "望潮日报", "2019-04-17")


@pytest.mark.parametrize("place", ["above", "below"])
def test_a_signature_on_a_line_of_its_own_is_none_of_the_text(place):
    lines = ["渡船复航", PROSE, OTHER]
    lines.insert(1 if place == "above" else 3, "（本报记者 林舟 顾半夏）")
    document = read("\n".join(lines).encode(), "文.txt")
    assert document.byline == ("林舟", "顾半夏")
    assert document.text == f"{PROSE}\n{OTHER}"
    assert document.removed == ("（本报记者 林舟 顾半夏）",)


def test_blanks_without_end_take_no_time():
    assert read_datelines(["（" + " " * 100_000 + "记者"] * 2).byline == ()
    assert read_signature("　" * 100_000) is None
