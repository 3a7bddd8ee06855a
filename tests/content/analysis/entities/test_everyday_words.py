"""Everyday words that look like names, beside the names that they look like."""

from __future__ import annotations

import pytest
from small_documents import document_of

from content.analysis.entities import find_entities
from content.chinese.segmentation import shared_segmenter
from content.lexicon import Lexicon


def kinds_of(text: str) -> dict[str, str]:
    document = document_of(*text.split("\n"))
    words = {each.number: shared_segmenter().cut(each.text) for each in document.passages}
    return {name.name: name.kind for name in find_entities(document, Lexicon(), words)}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("有人说这家店伪装成餐饮公司，其实做的是供应链。", {}),
        ("他在镇上開了第一間工作室，這是第一間工作室的故事。", {}),
        ("它是一个大众品牌，大众门店不高端，要的是现代员工。", {}),
        ("大众宣布召回，大众的股价下跌。", {"大众": "org"}),
        ("这款产品让他一战成名，他说要背水一战。", {}),
        ("一战之后，二战以前，那里没有工厂。", {"一战": "event", "二战": "event"}),
        ("100% 真茶鲜萃，采用鲜萃工艺。鲜萃茶饮卖得好，真茶鲜萃是卖点。", {}),
        ("总经理陈桦来了。陈桦在看样品，陈桦的车停在外面。", {"陈桦": "person"}),
        ("阿朱笑道：「你來了。」阿朱道：「不是。」阿朱是設計師，阿朱常來。", {"阿朱": "person"}),
        ("王守道说：“好的。”王守道：男，教师。", {"王守道": "person"}),
        ("那家老店关了，公司又开了新店。", {}),
        ("名为“旧版本”的软件和名为“青鸟”的软件。", {"青鸟": "product"}),
    ],
)
def test_an_everyday_word_is_no_name(text: str, names: dict[str, str]) -> None:
    assert kinds_of(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "一位高管告诉《方镜》，公司会裁员。读完《方镜》的人不多。",
        "《方镜》从多位知情人士处了解到，公司会裁员。",
        "该公司对《方镜》表示，消息不实。",
        "他拒绝了《方镜》的采访。",
    ],
)
def test_a_title_that_is_spoken_to_is_a_newspaper(text: str) -> None:
    assert kinds_of(text)["方镜"] == "media"


def test_a_book_is_none_though_somebody_speaks_of_it() -> None:
    assert kinds_of("他写了《方镜》，把《方镜》告诉了记者，说《方镜》表示一种怀疑。")["方镜"] == "work"


def test_what_is_repeated_among_firms_is_one() -> None:
    found = kinds_of("喜茶、古茗、奈雪都在这里开了店。\n古茗的门店有九千家，古茗在浙江起家。")
    assert found["古茗"] == "org"


def test_what_is_listed_as_brands_with_a_firm_is_one() -> None:
    found = kinds_of("喜茶、山雀茶铺、百果道、水果茶等茶饮品牌都在涨价。\n山雀茶铺的门店最多。")
    assert found == dict.fromkeys(("喜茶", "山雀茶铺", "百果道"), "org")
    assert kinds_of("喜茶、私域流量、裂变营销等品牌手段。") == {"喜茶": "org"}


def test_whoever_figures_are_from_is_an_organisation() -> None:
    text = "据窄巷餐眼的数据，门店有九千家。\n灵识咨询的报告显示，规模在增长。\n根据绿餐大数据，关店三成。"
    assert kinds_of(text) == dict.fromkeys(("窄巷餐眼", "灵识咨询", "绿餐大数据"), "org")


def test_what_figures_are_of_is_none() -> None:
    text = "舆情监测报告显示，三季度的数据显示，用户画像数据显示，据车检数据，赵国强的数据显示。"
    assert kinds_of(text) == {"赵国强": "person"}
