import subprocess
import sys

import pytest
from search_texts import document_of

from content.chinese.segmentation import shared_segmenter
from content.lexicon import Lexicon, parse_lexicon
from content.search import Hit, SearchIndex

PASSAGES = [
    "# 云的故事",
    "腾讯云发布了云原生数据库，手机 QQ 的用户可以上云。云，云，云。",
    "这里说的是转化为收入的办法，与银行无关。",
    "云在天上。",
    "金融科技是金融与科技。鹅厂也做金融科技。",
    "notice: 云 金融科技",
]
LEXICON = parse_lexicon(
    """
[[entities]]
name = "腾讯"
kind = "org"
english = "Tencent"
aliases = ["鹅厂"]
except = ["腾讯达"]
[[entities]]
name = "华为"
kind = "org"
english = "Huawei"
"""
)


@pytest.fixture
def index() -> SearchIndex:
    return SearchIndex(document_of(PASSAGES, notices=frozenset({6})), lexicon=LEXICON)


def marked(hit: Hit) -> list[str]:
    text = "\n".join(passage.removeprefix("# ") for passage in PASSAGES)
    return [text[span.start : span.end] for span in hit.spans]


def test_the_count_is_of_all_passages_and_places(index: SearchIndex) -> None:
    result = index.find("云", limit=1)
    assert len(result.hits) == 1
    assert (result.total, result.occurrences) == (3, 8)
    assert result.query == "云"


def test_notices_are_not_searched(index: SearchIndex) -> None:
    assert 6 not in {hit.passage for hit in index.search("金融科技")}
    assert index.search("notice") == []


def test_headings_and_dense_passages_come_first(index: SearchIndex) -> None:
    assert [hit.passage for hit in index.search("云")] == [1, 2, 4]


def test_every_place_is_marked(index: SearchIndex) -> None:
    (hit,) = index.search("金融科技")
    assert hit.match == "exact"
    assert marked(hit) == ["金融科技", "金融科技"]


def test_spaces_between_scripts_are_marked_with_the_rest(index: SearchIndex) -> None:
    (hit,) = index.search("机qq的")
    assert hit.match == "exact"
    assert marked(hit) == ["机 QQ 的"]


def test_pinyin_marks_the_characters_it_stands_for(index: SearchIndex) -> None:
    (hit,) = index.search("jinrong keji")
    assert (hit.match, hit.weak, marked(hit)) == ("pinyin", False, ["金融科技", "金融科技"])


def test_another_name_is_marked_where_it_stands(index: SearchIndex) -> None:
    hits = index.search("Tencent")
    assert [hit.match for hit in hits] == ["alias", "alias"]
    assert {name for hit in hits for name in marked(hit)} == {"腾讯", "鹅厂"}


def test_a_word_that_only_looks_like_the_name_is_none() -> None:
    index = SearchIndex(document_of(["王腾讯达说话。"]), lexicon=LEXICON)
    assert index.search("Tencent") == []


def test_what_is_not_there_is_at_most_a_guess(index: SearchIndex) -> None:
    for query in ("华为", "huawei", "hwkj", "区块链", "Blockchain", "𠀀𠀁"):
        assert all(hit.weak for hit in index.search(query))


def test_words_of_the_passages_tell_words_from_parts() -> None:
    passages = ["研究生命起源的人不多。", "生命在于运动，年年如此。"]
    index = SearchIndex(document_of(passages), lexicon=Lexicon())
    assert not index.has_words
    index.set_words([["研究生", "命", "起源", "的人不多", "。"], ["生命", "在于", "运动，年年如此。"]])
    assert index.has_words
    assert [hit.passage for hit in index.search("生命")] == [2, 1]


def test_words_that_do_not_fit_the_passages_are_refused(index: SearchIndex) -> None:
    with pytest.raises(ValueError, match="as long"):
        index.set_words([["云"]])
    with pytest.raises(ValueError, match="zip"):
        index.set_words([[passage.removeprefix("# ")] for passage in PASSAGES[:-1]])
    assert not index.has_words


def test_a_line_above_does_not_make_a_word_a_part() -> None:
    index = SearchIndex(document_of(["tech", "ai 的故事很长，说也说不完。", "said"]), lexicon=Lexicon())
    assert [hit.passage for hit in index.search("ai")] == [2, 3]


def test_short_names_are_kept_whole() -> None:
    lexicon = parse_lexicon('[[entities]]\nname = "微粒贷"\nkind = "product"\nenglish = "Weilidai"')
    index = SearchIndex(document_of(["他用微粒贷。"]), lexicon=lexicon)
    assert index.known_words == {"微粒贷"}


def test_words_may_come_one_passage_at_a_time(index: SearchIndex) -> None:
    cut = shared_segmenter().cut
    index.set_words(cut(passage.removeprefix("# ")) for passage in PASSAGES)
    assert index.has_words
    assert index.search("jrkj")[0].passage == 5


def test_only_literal_answers_while_the_dictionary_loads(index: SearchIndex) -> None:
    assert index.find("金融", literal_only=True).total == 1
    assert index.find("Tencent", literal_only=True).total == 2
    assert index.find("jinrong", literal_only=True).total == 0


def test_several_documents_are_searched_as_one() -> None:
    documents = [document_of(each) for each in (["云在天上。", "无关。"], ["", "腾讯云与云。"], ["云"])]
    index = SearchIndex(documents, lexicon=Lexicon())
    hits = index.search("云")
    assert {(hit.document, hit.passage) for hit in hits} == {(0, 1), (1, 2), (2, 1)}
    for hit in hits:
        text = documents[hit.document].text
        assert all(text[span.start : span.end] == "云" for span in hit.spans)
    assert index.search("云 天上")[0].document == 0


def test_a_match_never_runs_from_one_passage_into_the_next() -> None:
    index = SearchIndex([document_of(["上云", "计算"]), document_of(["机 a", "b"])], lexicon=Lexicon())
    for query in ("云计算", "a b", "yunjisuan", "yjs"):
        assert all(hit.weak for hit in index.search(query))


def test_a_common_character_of_a_long_text_is_counted_in_full() -> None:
    passages = [f"第{number}段的的话。" for number in range(3_000)]
    index = SearchIndex(document_of(passages), lexicon=Lexicon())
    result = index.find("的", limit=5)
    assert len(result.hits) == 5
    assert not result.counted
    assert result.total < 3_000
    assert index.count("的") == (3_000, 6_000)


def test_no_limit_below_nothing(index: SearchIndex) -> None:
    assert index.search("云", limit=0) == []
    assert index.search("云", limit=-3) == []


def test_search_needs_none_of_the_heavy_packages() -> None:
    program = """
import sys
from content.reading.edition import read_edition
from content.search import SearchIndex
index = SearchIndex(read_edition())
assert index.find("腾讯", literal_only=True).total and not {"jieba", "rjieba"} & set(sys.modules)
first = index.search("jrkj")[0]
assert first.match == "initials" and not first.weak, first
for query in ("腾讯", "騰訊", "Tencent", "jinrong keji", "金融keji", "14.48亿", "腾讯 银行", "华为"):
    index.search(query)
print(sorted({"pypinyin", "opencc", "rapidfuzz"} & set(sys.modules)))
"""
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True)
    assert ran.stdout.strip() == "[]"


def test_initials_of_a_word_that_is_being_typed_show_it_as_a_guess() -> None:
    index = SearchIndex(document_of(["腾讯的金融科技业务增长很快。", "另一段说别的事情。"]))
    (hit,) = index.search("jrk")
    assert (hit.passage, hit.match, hit.weak) == (1, "initials", True)
    assert not index.search("jrkj")[0].weak


def test_words_find_the_same_in_either_order_and_are_no_slip_where_they_stand_side_by_side() -> None:
    passages = ["数字接口通向港口。", "港口有一个接口，数字写在墙上。", "这里只有数字。"]
    index = SearchIndex(document_of(passages), lexicon=Lexicon((), ()))
    for query in ("数字 接口", "接口 数字"):
        hits = index.search(query)
        assert [hit.passage for hit in hits] == [1, 2], query
        assert {(hit.match, hit.weak) for hit in hits} == {("words", False)}, query
